/** The payroll currency where no rule names one. */
export const USUAL_PAYROLL = 'CNY';

/** The code of a currency as written: `US$`, `人民币` and `RMB` are understood. */
export function currencyCode(text: string): string {
  const code = text.toUpperCase().trim();
  return NAMES.get(code) ?? code;
}

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  RMB: 'CNY', 人民币: 'CNY', '¥': 'CNY', '￥': 'CNY', CNH: 'CNY', 美元: 'USD', 美金: 'USD', US$: 'USD', $: 'USD',
  欧元: 'EUR', '€': 'EUR', 英镑: 'GBP', '£': 'GBP', 日元: 'JPY', 港币: 'HKD', 港元: 'HKD', HK$: 'HKD', 澳元: 'AUD', 加元: 'CAD',
}));
