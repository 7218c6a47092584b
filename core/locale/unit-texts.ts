/** What is said of amounts in other units: bounds of tiers, thresholds. They come with what says them. */
export const unitTexts = {
  'why.noBoundRate': { en: 'the tiers are in {currency}, of which FX has no rate on {day}', zh: '阶梯以 {currency} 为单位，汇率表缺其 {day} 的汇率' },
  'step.boundsIn': { en: '{what} (bounds in {currency} at {rate})', zh: '{what}（下限为 {currency}，汇率 {rate}）' },
} as const;
