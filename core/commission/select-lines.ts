import type { Part } from '../rules/plan';
import type { Condition } from '../rules/condition';
import { matchesValues } from '../rules/condition';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { dayText } from '../table/day';
import type { Issue } from '../table/issue';
import { dayAt, dayColumn, textAt, textColumn } from '../table/table';
import type { Fact, FactSource, LineContext } from './facts';
import { meets } from './facts';
import { orderFactOf } from './order-total';
import { currencyCode } from '../trade/currency-code';
import type { Ledger } from './ledger';
import { orderField } from '../trade/profit';

/** Whether a row counts: yes, no, or why it cannot be told. */
export type LineTest = (row: number) => boolean | Pick<Issue, 'code' | 'params'>;

/** Which lines count: every `lines` row must hold (rows on one column that include are alternatives). */
export function lineTest(source: FactSource, part: Part, unknown: (row: number, column: string) => void): LineTest {
  const { orders } = source.ledger;
  const named = part.rules.lines.some(({ conditions }) => conditions.some(({ column }) => orderField(column) === 'status'));
  const groups = new Map<string, ((row: number) => boolean | undefined)[]>();
  for (const { conditions, row } of part.rules.lines) {
    for (const condition of conditions) {
      const fact = orderFactOf(source, condition.column);
      if (!fact || fact.level !== 'line') {
        unknown(row, condition.column);
        continue;
      }
      const { test } = condition;
      const isAlternative = conditions.length === 1 && test.kind === 'values' && !test.excludes;
      const key = `${matchKey(condition.column)}${isAlternative ? '' : ` ${row} ${conditions.indexOf(condition)}`}`;
      groups.set(key, [...(groups.get(key) ?? []), rowTest(source, fact, condition)]);
    }
  }
  const tests = [...groups.values()];
  const days = dayColumn(orders.table, 'orderDate');
  const thresholds = part.rules.lines.flatMap(({ conditions }) => conditions.flatMap(({ test }) => (test.kind === 'bound' && test.currency !== '' ? [test.currency] : [])));
  const missing = (row: number): Issue['params'] => {
    const currency = thresholds.find((one) => source.rates?.ofCurrency(one, row, dayAt(days, row) ?? 0) === undefined);
    return currency === undefined ? fxParams(source.ledger, row) : { currency, day: '' };
  };
  return (row) => {
    if (!named && orders.cancelled[row] === 1) return false;
    for (const alternatives of tests) {
      const answers = alternatives.map((holds) => holds(row));
      if (answers.includes(undefined)) return { code: 'fx.missing', params: missing(row) };
      if (!answers.includes(true)) return false;
    }
    return true;
  };
}

export function fxParams(ledger: Ledger, row: number, day?: Day): Issue['params'] {
  const currency = currencyCode(textAt(textColumn(ledger.orders.table, 'currency'), row));
  return { currency, day: day === undefined ? '' : dayText(day) };
}

/** Whether a row passes a condition; undefined where its amount cannot be exchanged. */
function rowTest({ ledger, exchange, rates }: FactSource, fact: Fact, { test }: Condition): (row: number) => boolean | undefined {
  const days = dayColumn(ledger.orders.table, 'orderDate');
  const context: LineContext = { row: 0, person: -1, day: 0, orderDay: 0, period: { kind: 'month', year: 0, index: 1 } };
  return (row) => {
    context.row = row;
    context.day = context.orderDay = dayAt(days, row) ?? 0;
    if (test.kind === 'values') return matchesValues(test, fact.text(context));
    if (meets(test, fact, context)) return true;
    if (test.currency !== '' && rates?.ofCurrency(test.currency, row, context.day) === undefined) return undefined;
    const isUnknown = fact.isDate !== true && fact.number(context) === undefined && exchange(row, context.day) === undefined;
    return isUnknown ? undefined : false;
  };
}
