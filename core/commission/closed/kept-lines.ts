import { planNamed } from '../../rules/former-names';
import type { Plan } from '../../rules/plan';
import { rateText } from '../../rules/read-value';
import { cellText, matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import { dayText, isDayFault, readDay } from '../../table/day';
import { isNumberFault, readNumber } from '../../table/number-cell';
import type { People } from '../../table/people';
import type { Calendar, Period, PeriodKind } from '../../table/period';
import { periodRange, periodText } from '../../table/period';
import { once } from '../../table/once';
import { periodReader } from '../../table/period-cell';
import type { Table } from '../../table/table';
import { shifted } from '../../table/column-cells';
import { cellAt, numberAt, numberColumn, textAt, textColumn } from '../../table/table';
import type { LineRecord } from './line-record';
import { readPayeeKind } from './entry-kind';
import type { Found, Named, Payee, PayeeKind } from './payee';
import { findPayee, isWordFor } from './payee';
import type { Statements } from './statements';

/** What one order line of a closed period was paid, as its closing kept it. */
export interface KeptLine extends Omit<LineRecord, 'note'> {
  readonly period: Period;
  readonly forPeriod: Period;
  /** The number in People; undefined for somebody who is no longer there, the company and funds. */
  readonly person: number | undefined;
  readonly id: string;
  readonly name: string;
  /** The kind of payee; blank where an earlier edition did not say it. */
  readonly payee: PayeeKind | 'blank';
  readonly planKey: string;
  readonly note: string;
  readonly row: number;
}

export interface KeptLines {
  readonly table: Table;
  readonly lines: readonly KeptLine[];
  /** The lines by plan and the period of their closing, and by plan and the period that they were paid for. */
  readonly byClosing: ReadonlyMap<string, readonly KeptLine[]>;
  readonly byPaidFor: ReadonlyMap<string, readonly KeptLine[]>;
}

interface KeptContext {
  readonly people: People;
  readonly plans: readonly Plan[];
  readonly calendar: Calendar;
  readonly pays: PeriodKind;
}

/** Reads the lines that standing closings kept; those of voided closings are passed over. */
export function readKeptLines(table: Table, statements: Statements, { people, plans, calendar, pays }: KeptContext): KeptLines {
  const standing = new Set(statements.closings.filter(({ voided }) => voided === '').map(({ seal }) => seal.own));
  const texts = (['id', 'person', 'payee', 'plan', 'part', 'order', 'line', 'rate', 'tier', 'note', 'checksum'] as const).map((field) => textColumn(table, field));
  const [measures, pay, held] = (['measure', 'pay', 'held'] as const).map((field) => numberColumn(table, field));
  const findOnce = remembered(people);
  const isStanding = once((checksum: string) => standing.has(matchKey(checksum)));
  const planKeyOf = once((plan: string) => matchKey(planNamed(plans, plan)?.name ?? plan));
  const payeeOf = once((kind: string) => readPayeeKind(kind) ?? 'blank');
  const [periodAt, forPeriodAt] = [periodReader(table, calendar, pays), periodReader(table, calendar, pays, 'forPeriod')];
  const lines: KeptLine[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const [id = '', name = '', kind = '', plan = '', part = '', order = '', line = '', rate = '', tier = '', note = '', checksum = ''] = texts.map((column) => textAt(column, row));
    const period = isStanding(checksum) ? periodAt(row) : undefined;
    if (!period || !measures || !pay || !held) continue;
    const forPeriod = forPeriodAt(row) ?? period;
    const range = periodRange(forPeriod, calendar);
    const payee = payeeOf(kind);
    const found = payee === 'fund' || payee === 'company' ? 'unknown' : findOnce({ id, name }, range);
    lines.push({
      period,
      forPeriod,
      person: typeof found === 'number' ? found : undefined,
      id,
      name,
      payee,
      planKey: planKeyOf(plan),
      part,
      order,
      line,
      date: dateText(shifted(table, cellAt(table, row, 'date'))),
      measure: numberAt(measures, row),
      rate: rateAt(table, row, rate),
      tier,
      pay: numberAt(pay, row),
      held: numberAt(held, row),
      note,
      row: table.rowNumbers[row] ?? 0,
    });
  }
  const textOf = once(periodText);
  return { table, lines, byClosing: groupedBy(lines, ({ planKey, period }) => `${textOf(period)} ${planKey}`), byPaidFor: groupedBy(lines, ({ planKey, forPeriod }) => `${textOf(forPeriod)} ${planKey}`) };
}

/** Finds people, each once for a period: a month has hundreds of lines of one. */
function remembered(people: People): (named: Named, range: { readonly first: Day; readonly last: Day }) => Found {
  const known = new Map<string, Found>();
  return ({ id, name }, { first, last }) => {
    const key = `${first} ${last} ${id}\n${name}`;
    const found = known.get(key) ?? findPayee(people, { id, name }, first, last);
    known.set(key, found);
    return found;
  };
}

function placeKey(planKey: string, period: Period): string {
  return `${periodText(period)} ${planKey}`;
}

function groupedBy(lines: readonly KeptLine[], keyOf: (line: KeptLine) => string): Map<string, KeptLine[]> {
  const groups = new Map<string, KeptLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return groups;
}

/** A rate as it was written; spreadsheets make a number of `5%`. */
function rateAt(table: Table, row: number, text: string): string {
  const number = typeof cellAt(table, row, 'rate') === 'number' ? readNumber(cellAt(table, row, 'rate')) : 'blank';
  return number === 'blank' || isNumberFault(number) ? text : rateText(number);
}

function dateText(cell: ReturnType<typeof cellAt>): string {
  const day = readDay(cell);
  if (day === 'blank') return '';
  return isDayFault(day) ? cellText(cell) : dayText(day);
}

/** The lines a plan's closing of a period kept. */
export function linesOfClosing(kept: KeptLines | undefined, planKey: string, period: Period): readonly KeptLine[] {
  return kept?.byClosing.get(placeKey(planKey, period)) ?? [];
}

/** The lines that were paid for a period of a plan: with it, and by later corrections. */
export function linesPaidFor(kept: KeptLines | undefined, planKey: string, period: Period): readonly KeptLine[] {
  return kept?.byPaidFor.get(placeKey(planKey, period)) ?? [];
}

/** Whether a line was paid to a payee: somebody who is no longer in People is known by the ID, the company and funds by their names. */
export function isOf(line: KeptLine, { kind, person, id, name }: Payee): boolean {
  if (line.payee !== 'blank' && line.payee !== kind) return false;
  if (kind !== 'person') return line.person === undefined && line.id === '' && (matchKey(line.name) === matchKey(name) || (name === '' && isWordFor(kind, line.name)));
  return line.person === undefined ? id !== '' && matchKey(line.id) === matchKey(id) : line.person === person;
}
