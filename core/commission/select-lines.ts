import type { Exact } from '../amount/exact';
import { ZERO, add, compare } from '../amount/exact';
import type { Part } from '../rules/plan';
import { matchesValues } from '../rules/condition';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { dayText } from '../table/day';
import type { Issue } from '../table/issue';
import { dayAt, dayColumn, hasColumn, textAt, textColumn } from '../table/table';
import type { FactSource, LineContext } from './facts';
import { factOf } from './facts';
import { currencyCode } from '../trade/currency-code';
import { compareRatio } from '../amount/ratio';
import type { Ledger } from './ledger';
import { orderField } from '../trade/profit';

/** Whether a row counts: yes, no, or why it cannot be told. */
export type LineTest = (row: number) => boolean | Pick<Issue, 'code' | 'params'>;

/** Which lines count: every `lines` row must hold (rows on one column that include are alternatives). */
export function lineTest(source: FactSource, part: Part, unknown: (row: number, column: string) => void): LineTest {
  const { orders } = source.ledger;
  const named = part.rules.lines.some(({ condition }) => orderField(condition.column) === 'status');
  const groups = new Map<string, ((row: number) => boolean | undefined)[]>();
  for (const { condition, row } of part.rules.lines) {
    const fact = factOf(source, condition.column);
    if (!fact || fact.level !== 'line') {
      unknown(row, condition.column);
      continue;
    }
    const { test } = condition;
    const excludes = test.kind === 'values' && test.excludes;
    const key = `${matchKey(condition.column)}${excludes || test.kind === 'from' ? ` ${row}` : ''}`;
    const context: LineContext = { row: 0, person: -1, day: 0, orderDay: 0, period: { kind: 'month', year: 0, index: 1 } };
    const days = dayColumn(orders.table, 'orderDate');
    const holds =
      test.kind === 'from'
        ? thresholdTest(source, condition.column, test.least)
        : (line: number): boolean => {
            context.row = line;
            context.day = context.orderDay = dayAt(days, line) ?? 0;
            return matchesValues(test, fact.text(context));
          };
    groups.set(key, [...(groups.get(key) ?? []), holds]);
  }
  const tests = [...groups.values()];
  return (row) => {
    if (!named && orders.cancelled[row] === 1) return false;
    for (const alternatives of tests) {
      const answers = alternatives.map((holds) => holds(row));
      if (answers.includes(undefined)) return { code: 'fx.missing', params: fxParams(source.ledger, row) };
      if (!answers.includes(true)) return false;
    }
    return true;
  };
}

export function fxParams(ledger: Ledger, row: number, day?: Day): Issue['params'] {
  const currency = currencyCode(textAt(textColumn(ledger.orders.table, 'currency'), row));
  return { currency, day: day === undefined ? '' : dayText(day) };
}

/** A threshold is per order and in payroll currency: the sum of the column over the order's lines. */
function thresholdTest(source: FactSource, column: string, least: Exact): (row: number) => boolean | undefined {
  const { orders } = source.ledger;
  const fact = factOf(source, column);
  const days = dayColumn(orders.table, 'orderDate');
  const summed = hasColumn(orders.table, orderField(column));
  const known = new Map<number, boolean | undefined>();
  return (row) => {
    const order = orders.orderOf[row] ?? 0;
    if (known.has(order)) return known.get(order);
    let total = ZERO;
    for (const line of summed ? (orders.rowsOf[order] ?? []) : [row]) {
      if (orders.cancelled[line] === 1) continue;
      const day = dayAt(days, line) ?? 0;
      const value = fact?.number({ row: line, person: -1, day, orderDay: day, period: { kind: 'month', year: 0, index: 1 } });
      if (!value) return undefined;
      if (!summed) return compareRatio(value, least) >= 0;
      total = add(total, value.top);
    }
    const answer = compare(total, least) >= 0;
    known.set(order, answer);
    return answer;
  };
}
