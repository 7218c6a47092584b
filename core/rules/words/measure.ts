import type { ColumnKind } from '../../trade/column-kind';
import { kindOfName } from '../../trade/column-kind';
import type { Message } from '../../locale/message';
import { cellText, matchKey } from '../../table/cell';
import { readChoice } from '../read-value';
import type { RuleCells, RuleFault } from '../rule-word';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

/** What commission is paid on. */
export type Measure =
  | { readonly kind: 'revenue' | 'profit' | 'quantity' | 'received' | 'orders' }
  /** A column, and whether it is money or a count where a row says so. */
  | { readonly kind: 'column'; readonly column: string; readonly as?: ColumnKind };

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

export const kindOptions = {
  money: { en: 'money', zh: '金额', also: ['amount', '货币'] },
  count: { en: 'count', zh: '数量', also: ['number', 'quantity', '计数'] },
} as const;

/** A row that names a measure: Value what, Item whether a column is money or a count. */
export function parseMeasure({ item, value }: RuleCells): { readonly measure: Measure } | RuleFault {
  const found = readMeasure(cellText(value));
  if (!found) return ruleFault('value', 'rule.missing', { expected: Object.keys(measureOptions).join(' · ') });
  if (item === '') return { measure: found };
  const kind = readChoice(item, kindOptions, 'item');
  if (isRuleFault(kind)) return kind;
  if (found.kind === 'column') return { measure: { ...found, as: kind.key } };
  const own = found.kind === 'quantity' || found.kind === 'orders' ? 'count' : 'money';
  const { en, zh } = kindOptions[own];
  return kind.key === own ? { measure: found } : ruleFault('item', 'rule.unknownChoice', { found: item, expected: `${en} ${zh}`, nearest: '' });
}

/** The measure in words; of a column also whether it is money or a count, where that is known. */
export function measureSaid(measure: Measure): Message | string {
  const text = measureText(measure);
  const kind = measure.kind === 'column' ? (measure.as ?? kindOfName(measure.column)) : undefined;
  return kind ? { code: `measure.${kind}`, params: { measure: text } } : text;
}

export const measure = ruleWord<{ readonly measure: Measure }>({
  name: { en: 'measure', zh: '计提基数' },
  help: { en: 'What is paid on: revenue, profit, quantity, received, orders, or a column. Item: money or count, for a column; a count is never exchanged.', zh: '按什么计提：销售额、毛利、数量、回款、订单数，或某一列。项目填“金额”或“数量”说明该列是钱还是数，数量不换汇。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: measureOptions },
  parse: parseMeasure,
  sentence: ({ measure: what }) => ({ code: 'say.measure', params: { measure: measureSaid(what) } }),
});
