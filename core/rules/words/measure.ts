import { cellText, matchKey } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

/** What commission is paid on. */
export type Measure =
  | { readonly kind: 'revenue' | 'profit' | 'quantity' | 'received' | 'orders' }
  | { readonly kind: 'column'; readonly column: string };

export const measureOptions = {
  revenue: { en: 'revenue', zh: '销售额', also: ['sales', 'amount', '营业额'] },
  profit: { en: 'profit', zh: '毛利', also: ['gross profit', '利润'] },
  quantity: { en: 'quantity', zh: '数量', also: ['units', '销量'] },
  received: { en: 'received', zh: '回款', also: ['receipts', '回款额'] },
  orders: { en: 'orders', zh: '订单数', also: ['order count', '单数'] },
} as const;

/** One of the known measures, or the name of a column. */
export function readMeasure(text: string): Measure | undefined {
  const wanted = matchKey(text);
  if (wanted === '') return undefined;
  for (const [key, option] of Object.entries(measureOptions)) {
    if ([option.en, option.zh, ...option.also].some((name) => matchKey(name) === wanted)) {
      return { kind: key as keyof typeof measureOptions };
    }
  }
  return { kind: 'column', column: text };
}

export function measureText(measure: Measure) {
  return measure.kind === 'column' ? measure.column : ({ code: `measure.${measure.kind}` } as const);
}

export const measure = ruleWord<{ readonly measure: Measure }>({
  name: { en: 'measure', zh: '计提基数' },
  help: { en: 'What is paid on: revenue, profit, quantity, received, orders, or a column.', zh: '按什么计提：销售额、毛利、数量、回款、订单数，或某一列。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: measureOptions },
  parse: ({ value }) => {
    const found = readMeasure(cellText(value));
    return found ? { measure: found } : ruleFault('value', 'rule.missing', { expected: Object.keys(measureOptions).join(' · ') });
  },
  sentence: ({ measure: what }) => ({ code: 'say.measure', params: { measure: measureText(what) } }),
});
