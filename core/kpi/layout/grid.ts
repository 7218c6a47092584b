import type { Cell, RangeSource } from '../../table/cell';
import { cellText, isBlankOrZero } from '../../table/cell';
import { headerMatch } from '../../table/header-match';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { filledRows } from '../../table/rows/head';
import type { KnownNames, Label } from './labels';
import { labelOf } from './labels';

/** What a column beside the figures says of each row. */
export type Beside = 'person' | 'kpi' | 'period' | 'year' | 'weight' | 'unit' | 'area' | 'scoring' | 'note' | 'unknown';

/** Figures on a sheet: the row their header ends with, what stands above each of their columns, and the columns beside them. */
export interface Grid {
  readonly head: number;
  /** The header's first row: what stands above it is said of all figures. */
  readonly top: number;
  readonly figures: readonly { readonly column: number; readonly label: Label }[];
  readonly beside: readonly { readonly column: number; readonly is: Beside }[];
}

const ROWS_LOOKED_AT = 30;

/** Finds the figures of a sheet: under the first row that names two columns of targets, actuals, periods, days, people or indicators. */
export function gridOf(source: RangeSource, known: KnownNames): Grid | undefined {
  const rows = filledRows(source.cells, 0, ROWS_LOOKED_AT);
  for (const row of rows) {
    const levels = levelsAt(source, row, known);
    const grid = levels && gridUnder(source, levels, known);
    if (grid && grid.figures.length > 0 && hasFigures(source, grid)) return grid;
  }
  return undefined;
}

/** One row of a header, or two: the row itself and what stands above it in groups, or below. */
function levelsAt({ cells }: RangeSource, row: number, known: KnownNames): readonly number[] | undefined {
  const hits = (at: number): number => (cells[at] ?? []).filter((cell) => says(cell, known)).length;
  if (hits(row) < 2 || hasFraction(cells[row] ?? [])) return undefined;
  const isTexts = (at: number): boolean => {
    const line = (cells[at] ?? []).filter((cell) => !isBlankOrZero(cell));
    return line.length > 1 && line.every((cell) => typeof cell === 'string' && !/[:：]\s*\S/.test(cell) && readNumber(cell) === 'not a number');
  };
  if (isTexts(row + 1) && hits(row + 1) > 1) return [row, row + 1];
  return row > 0 && isTexts(row - 1) ? [row - 1, row] : [row];
}

function says(cell: Cell, known: KnownNames): boolean {
  if (isBlankOrZero(cell)) return false;
  const { role, period, day, person, kpi } = labelOf(cell, known);
  return (role ?? period ?? day ?? person ?? kpi) !== undefined || besideOf(cellText(cell)) !== undefined;
}

function hasFraction(line: readonly Cell[]): boolean {
  return line.some((cell) => typeof cell === 'number' && !Number.isInteger(cell));
}

function gridUnder(source: RangeSource, levels: readonly number[], known: KnownNames): Grid {
  const [top = 0, head = top] = [levels[0], levels[levels.length - 1]];
  const width = Math.max(...levels.map((row) => source.cells[row]?.length ?? 0), ...source.cells.slice(head + 1, head + 1 + ROWS_LOOKED_AT).map((line) => line.length), 0);
  const figures: Grid['figures'][number][] = [];
  const beside: Grid['beside'][number][] = [];
  for (let column = 0; column < width; column += 1) {
    const texts = levels.map((row) => headerCell(source, row, column, head));
    const own = texts[texts.length - 1];
    const is = besideOf(cellText(own)) ?? (isBlankOrZero(own) ? besideOf(cellText(texts[0])) : undefined);
    const label = texts.map((cell) => asked(cell) ?? labelOf(cell, known)).reduce((above, below) => ({ ...above, ...below, rest: below.rest || above.rest }));
    if (is !== undefined && asked(own) === undefined) beside.push({ column, is });
    else if (isFigures(source, head, column) && isSomething(label)) figures.push({ column, label });
    else if (isTexts(source, head, column)) beside.push({ column, is: 'unknown' });
  }
  return { head, top, figures, beside };
}

/** A header of our own for a target or an actual, however it is put. */
function asked(cell: Cell): Label | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  if (sure('targets', text) === 'target' || sure('kpis', text) === 'target') return { role: 'target', rest: '' };
  return sure('actuals', text) === 'actual' ? { role: 'actual', rest: '' } : undefined;
}

function isSomething({ role, period, day, person, kpi, rest, isSum }: Label): boolean {
  return (role ?? period ?? day ?? person ?? kpi) !== undefined || rest !== '' || isSum === true;
}

/** A header cell; what stands over a group stands over each of its columns. */
function headerCell({ cells, merges = [] }: RangeSource, row: number, column: number, head: number): Cell {
  const own = cells[row]?.[column];
  if (!isBlankOrZero(own) || row === head) return own;
  const over = merges.find((merge) => row >= merge.row && row < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns);
  if (over) return cells[over.row]?.[over.column];
  if (merges.some((merge) => merge.row === row)) return own;
  for (let at = column - 1; at >= 0; at -= 1) {
    const left = cells[row]?.[at];
    if (!isBlankOrZero(left)) return besideOf(cellText(left)) === undefined ? left : undefined;
  }
  return own;
}

const FIELDS: ReadonlySet<string> = new Set<Beside>(['person', 'kpi', 'period', 'year', 'weight', 'unit', 'area', 'scoring', 'note']);

/** What a column beside the figures is by its header. */
function besideOf(text: string): Beside | undefined {
  if (text === '') return undefined;
  // A team beside a person's name says nothing more; alone, its figures are the team's.
  if (sure('people', text) === 'team') return 'unknown';
  for (const kind of ['actuals', 'kpis'] as const) {
    const field = sure(kind, text);
    if (field !== undefined && FIELDS.has(field)) return field as Beside;
  }
  return sure('people', text) === 'person' ? 'person' : undefined;
}

function sure(kind: 'targets' | 'actuals' | 'kpis' | 'people', text: string): string | undefined {
  const match = headerMatch(kind, text);
  return match?.strength === 'perhaps' ? undefined : match?.field;
}

function isFigures(source: RangeSource, head: number, column: number): boolean {
  const cells = below(source, head, column);
  const figures = cells.filter((cell) => isFigure(cell)).length;
  return figures > 0 && figures * 2 >= cells.length;
}

function isTexts(source: RangeSource, head: number, column: number): boolean {
  return below(source, head, column).some((cell) => typeof cell === 'string');
}

function below({ cells }: RangeSource, head: number, column: number): Cell[] {
  return cells.slice(head + 1, head + 1 + ROWS_LOOKED_AT).map((line) => line[column]).filter((cell) => !isBlankOrZero(cell));
}

/** Whether a cell is a number, however it is written. */
export function isFigure(cell: Cell): boolean {
  const reading = readNumber(cell);
  return reading !== 'blank' && !isNumberFault(reading);
}

function hasFigures({ cells }: RangeSource, { head, figures }: Grid): boolean {
  return cells.slice(head + 1).some((line) => figures.some(({ column }) => isFigure(line[column])));
}
