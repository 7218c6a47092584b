import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Multiple } from '../read-value';
import { multipleText, rateText, readChoice, readExact, readMultiple } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';
import type { Measure } from './measure';
import { cellText } from '../../table/cell';
import { measureOptions, measureSaid, parseMeasure } from './measure';

/** One tier: from this bound on, this rate. Only lower bounds are written. */
export interface Tier {
  readonly from: Exact;
  readonly rate: Multiple;
}

export const tier = ruleWord<Tier>({
  name: { en: 'tier', zh: '阶梯' },
  help: { en: 'One row a tier. From: its lower bound; Value: its rate.', zh: '每档一行：起点填下限，数值填提成率。' },
  scope: 'part',
  parse: ({ from, value }) => {
    const bound = readExact(from, 'from');
    if (isRuleFault(bound)) return bound;
    const rate = readMultiple(value, 'value');
    return isRuleFault(rate) ? rate : { from: bound.value, rate: rate.value };
  },
  sentence: ({ from, rate }) => ({
    code: 'say.tier',
    params: { from: rateOrAmount(from), rate: rate.column === undefined ? rateText(rate.factor) : multipleText(rate) },
  }),
});

function rateOrAmount(bound: Exact): string {
  return exactToDisplay(bound);
}

export interface TierBonus {
  readonly from: Exact;
  readonly amount: Multiple;
}

export const tierBonus = ruleWord<TierBonus>({
  name: { en: 'tier bonus', zh: '阶梯奖' },
  help: { en: 'Money, or n x a People column (`1 x Target bonus`), paid once when the bound in From is reached. A sum is shared by credit where a team or plan reaches it; a multiple is each person’s own.', zh: '达到起点时一次性发放的奖金：金额，或“n x 人员表的列”（1 x 目标奖金）。团队或方案达到时，金额按业绩分配，倍数则各按各的。' },
  scope: 'part',
  parse: ({ from, value }) => {
    const bound = readExact(from, 'from');
    if (isRuleFault(bound)) return bound;
    const amount = readMultiple(value, 'value');
    return isRuleFault(amount) ? amount : { from: bound.value, amount: amount.value };
  },
  sentence: ({ from, amount }) => ({ code: 'say.tierBonus', params: { from: exactToDisplay(from), amount: multipleText(amount) } }),
});

export const tierModeOptions = {
  marginal: { en: 'marginal', zh: '超额累进', also: ['progressive', '分段累进'] },
  whole: { en: 'whole', zh: '全额累进', also: ['slab', 'retroactive'] },
  interpolated: { en: 'interpolated', zh: '插值', also: ['linear', '线性插值'] },
} as const;

export type TierMode = keyof typeof tierModeOptions;

export const tierMode = ruleWord<{ readonly mode: TierMode }>({
  name: { en: 'tier mode', zh: '阶梯方式' },
  help: { en: 'marginal: each slice at its tier’s rate; whole: everything at the rate reached; interpolated: rates are knots.', zh: '超额累进：各段按各自提成率；全额累进：全部按所达档位；插值：提成率为节点，之间线性。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: tierModeOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, tierModeOptions, 'value');
    return isRuleFault(choice) ? choice : { mode: choice.key };
  },
  sentence: ({ mode }) => ({ code: `say.tierMode.${mode}` }),
});

export const tierMetric = ruleWord<{ readonly measure: Measure }>({
  name: { en: 'tier metric', zh: '分档指标' },
  help: { en: 'What picks the tier, if it is not what is paid on.', zh: '用什么指标定档（与计提基数不同时填写）。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: measureOptions },
  parse: parseMeasure,
  sentence: ({ measure }) => ({ code: 'say.tierMetric', params: { measure: measureSaid(measure) } }),
});

export const tierOnOptions = {
  amount: { en: 'amount', zh: '金额', also: ['units', '数额'] },
  attainment: { en: 'attainment', zh: '达成率', also: ['完成率'] },
} as const;

export interface TierOn {
  readonly kpi: string;
  readonly on: keyof typeof tierOnOptions;
}

export const tierOn = ruleWord<TierOn>({
  name: { en: 'tier on', zh: '分档口径' },
  help: { en: 'Bounds are amounts, or with attainment a share of the target of the KPI in Item.', zh: '下限是金额，或“达成率”：占项目所填指标目标值的比例。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: tierOnOptions },
  parse: ({ item, value }) => {
    const choice = readChoice(value, tierOnOptions, 'value');
    return isRuleFault(choice) ? choice : { kpi: item, on: choice.key };
  },
  sentence: ({ kpi, on }) => (on === 'amount' ? { code: 'say.tierOn.amount' } : { code: 'say.tierOn.attainment', params: { kpi } }),
});

export const tierByOptions = {
  line: { en: 'line', zh: '订单行' },
  order: { en: 'order', zh: '订单' },
  person: { en: 'person', zh: '个人' },
  team: { en: 'team', zh: '团队' },
  plan: { en: 'plan', zh: '方案' },
} as const;

export type TierBy = keyof typeof tierByOptions;

/** Whose total picks the tier; `column`: that of each value of a column, such as each customer. */
export interface TierByRule {
  readonly by: TierBy | 'column';
  readonly column: string;
}

export const tierBy = ruleWord<TierByRule>({
  name: { en: 'tier by', zh: '分档主体' },
  help: {
    en: 'Whose total picks the tier: line, order, person, team or plan; or a column (Customer, Product, Project): each of its values has a total of its own, whoever sold to it.',
    zh: '按谁的累计定档：订单行、订单、个人、团队或方案；也可填列名（客户、产品、项目）：该列每个取值各自累计，不分业务员。',
  },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: tierByOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, tierByOptions, 'value');
    if (!isRuleFault(choice)) return { by: choice.key, column: '' };
    const column = cellText(value);
    return column === '' ? choice : { by: 'column', column };
  },
  sentence: ({ by, column }) => ({ code: 'say.tierBy', params: { by: by === 'column' ? column : { code: `by.${by}` } } }),
});

export const spanOptions = {
  month: { en: 'month', zh: '月', also: ['monthly', '按月', '月度'] },
  quarter: { en: 'quarter', zh: '季度', also: ['quarterly', '按季', '季'] },
  half: { en: 'half', zh: '半年', also: ['half year', 'half-year'] },
  year: { en: 'year', zh: '年', also: ['yearly', 'annual', '按年', '年度'] },
  ever: { en: 'ever', zh: '一直', also: ['lifetime', '始终', '不清零'] },
} as const;

export const tierSpan = ruleWord<{ readonly span: keyof typeof spanOptions }>({
  name: { en: 'tier span', zh: '累计周期' },
  help: { en: 'Over what time the total runs: month, quarter, half, year or ever.', zh: '累计多久清零：月、季度、半年、年或一直累计。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: spanOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, spanOptions, 'value');
    return isRuleFault(choice) ? choice : { span: choice.key };
  },
  sentence: ({ span }) => ({ code: 'say.tierSpan', params: { span: { code: `span.${span}` } } }),
});

export const tierEdgeOptions = {
  from: { en: 'from', zh: '含', also: ['从', '以上', '起'] },
  above: { en: 'above', zh: '超过', also: ['不含', 'over'] },
} as const;

export const tierEdge = ruleWord<{ readonly edge: keyof typeof tierEdgeOptions }>({
  name: { en: 'tier edge', zh: '边界' },
  help: { en: 'A total exactly on a bound belongs to the upper tier (from) or the lower (above).', zh: '累计正好等于下限时按高一档（含）还是低一档（超过）。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: tierEdgeOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, tierEdgeOptions, 'value');
    return isRuleFault(choice) ? choice : { edge: choice.key };
  },
  sentence: ({ edge }) => ({ code: `say.tierEdge.${edge}` }),
});
