import type { Exact } from '../amount/exact';
import { matchKey } from '../table/cell';
import type { Calendar, Period, PeriodKind } from '../table/period';
import { periodOfDay, periodRange, periodText } from '../table/period';
import { periodOfCell } from '../table/period-cell';
import type { People } from '../table/people';
import { findPerson } from '../table/people';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Table } from '../table/table';
import { cellAt, columnNumber, faultRow, numberColumn, textAt, textColumn } from '../table/table';

/** The Scores table by person and period; score columns are looked up by their headers. */
export interface Scores {
  readonly table: Table;
  readonly calendar: Calendar;
  readonly rows: ReadonlyMap<string, number>;
}

export function readScores(table: Table, people: People, calendar: Calendar, kind: PeriodKind): Scores {
  const persons = textColumn(table, 'person');
  numberColumn(table, 'score');
  const rows = new Map<string, number>();
  for (let row = 0; row < table.length; row += 1) {
    const period = periodOfCell(table, row, calendar, kind);
    if (!period) continue;
    const name = textAt(persons, row);
    const person = findPerson(people, name);
    if (typeof person !== 'number') {
      const unresolved = person === 'ambiguous' ? 'person.ambiguous' : 'person.unknown';
      faultRow(table, row, 'person', { code: name === '' ? 'cell.missing' : unresolved, params: { found: name, nearest: '' } });
      continue;
    }
    const key = `${person} ${periodText(period)}`;
    if (rows.has(key)) faultRow(table, row, 'person', { code: 'row.twice', params: { first: table.rowNumbers[rows.get(key) ?? 0] ?? 0 } });
    else rows.set(key, row);
  }
  return { table, calendar, rows };
}

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];

/**
 * The row of a person's scores for a pay period: its own, else that of the shortest longer period that holds it. A
 * quarter's score stands for each of its months where commission is paid by the month and people are scored by the quarter.
 */
export function scoreRow(scores: Scores | undefined, person: number, period: Period): number | undefined {
  if (!scores) return undefined;
  const own = scores.rows.get(`${person} ${periodText(period)}`);
  if (own !== undefined) return own;
  const { first } = periodRange(period, scores.calendar);
  for (const kind of KINDS.slice(KINDS.indexOf(period.kind) + 1)) {
    const row = scores.rows.get(`${person} ${periodText(periodOfDay(first, kind, scores.calendar))}`);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** A number of a person's scores: Score, Factor, or a KPI by name. Undefined where there is none. */
export function scoreOf(scores: Scores | undefined, person: number, period: Period, column: string): Exact | undefined {
  const row = scoreRow(scores, person, period);
  if (!scores || row === undefined || columnNumber(scores.table, column) === undefined) return undefined;
  const reading = readNumber(cellAt(scores.table, row, column));
  return reading === 'blank' || isNumberFault(reading) ? undefined : reading;
}

/** A text of a person's scores, such as the grade. */
export function scoreTextOf(scores: Scores | undefined, person: number, period: Period, column: string): string | undefined {
  const row = scoreRow(scores, person, period);
  return scores && row !== undefined ? textAt(textColumn(scores.table, column), row) : undefined;
}

export function hasScoreColumn(scores: Scores | undefined, column: string): boolean {
  return scores !== undefined && matchKey(column) !== '' && columnNumber(scores.table, column) !== undefined;
}
