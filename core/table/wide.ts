import { issue } from './issue';
import type { Period } from './period';
import { numberOfPeriod } from './period';
import type { PeriodHeader } from './period-header';
import { periodOf, readPeriodHeader } from './period-header';
import type { Table } from './table';
import { cellAt, columnNumber } from './table';

/** One cell of a wide table: the period its header names, and the header. */
export interface WideCell {
  readonly period: Period;
  readonly header: string;
}

const ROLES = { targets: 'actual', actuals: 'target' } as const;

/** Whether a table of targets or actuals has a column a period instead of a row a period. */
export function isWideTable(table: Table): boolean {
  const has = (field: string): boolean => columnNumber(table, field) !== undefined;
  if (has('period') || has('denominator')) return false;
  // Wide actuals may carry an Actual column as a mark of what they are.
  return (has('year') || !has(table.kind === 'targets' ? 'target' : 'actual')) && periodColumns(table).length > 0;
}

const known = new WeakMap<Table, readonly { readonly header: string; readonly says: PeriodHeader }[]>();

/** The columns of a wide table that stand for a period; sums of others, and those of the other role, are left out. */
function periodColumns(table: Table): readonly { readonly header: string; readonly says: PeriodHeader }[] {
  const found = known.get(table);
  if (found) return found;
  const other = table.kind === 'targets' || table.kind === 'actuals' ? ROLES[table.kind] : undefined;
  const columns = table.headers.flatMap((header, column) => {
    if (table.columns.get('year') === column || header === '') return [];
    const says = readPeriodHeader(header);
    return says && !says.isSum && says.role !== other ? [{ header, says, column }] : [];
  });
  const made = withoutTwins(table, columns);
  known.set(table, made);
  return made;
}

/** The first of two columns that are the same period is read; the other is told. */
function withoutTwins(table: Table, columns: readonly { readonly header: string; readonly says: PeriodHeader; readonly column: number }[]): { header: string; says: PeriodHeader }[] {
  const seen = new Map<string, string>();
  return columns.filter(({ header, says, column }) => {
    const key = `${says.kind} ${says.index} ${says.year ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, header);
      return true;
    }
    table.notes.push(issue('table.samePeriod', { table: table.kind, row: (table.source.head?.row ?? 0) + 1, column, header, ...(table.origin && { origin: table.origin }) }, { header, first }, 'warning'));
    return false;
  });
}

/** The period columns of a row of a wide table, in the year of its Year cell or of the header itself. */
export function wideCells(table: Table, row: number): WideCell[] {
  const year = yearOf(table, row);
  const placed = new Set<string>();
  return periodColumns(table).flatMap(({ header, says }) => {
    const period = periodOf(says, year);
    if (!period) {
      tellUnplaced(table, header);
      return [];
    }
    const key = `${period.kind} ${numberOfPeriod(period)}`;
    if (placed.has(key)) return [];
    placed.add(key);
    return [{ period, header }];
  });
}

function yearOf(table: Table, row: number): number | undefined {
  const [, digits] = /^(?:FY|CY)?\D*(\d{4}|\d{2})\D*$/i.exec(String(cellAt(table, row, 'year') ?? '')) ?? [];
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function tellUnplaced(table: Table, header: string): void {
  if (table.notes.some(({ code, params }) => code === 'table.noPeriod' && params['header'] === header)) return;
  const column = table.headers.indexOf(header);
  table.notes.push(issue('table.noPeriod', { table: table.kind, row: (table.source.head?.row ?? 0) + 1, column, header, ...(table.origin && { origin: table.origin }) }, { header, why: { code: 'why.noYear' } }, 'warning'));
}
