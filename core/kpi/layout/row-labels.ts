import type { Cell, RangeSource } from '../../table/cell';
import { cellText, isBlankOrZero, matchKey } from '../../table/cell';
import { readPeriodHeader } from '../../table/period-header';
import { isNote } from '../../table/rows/notes';
import { totalWord } from '../../table/rows/totals';
import { fullYear } from '../../table/typed-date';
import type { Beside, Grid } from './grid';
import { isFigure } from './grid';
import type { KnownNames, Label } from './labels';
import { labelOf } from './labels';
import type { LayoutKpi } from './read-layout';

/** What the columns beside the figures say of a row. */
export interface RowLabel extends Label {
  readonly row: number;
  readonly year?: number;
  readonly about: Omit<LayoutKpi, 'kpi'>;
}

/** Where a form is to be signed. */
const SIGNED = /签字|签名|签章|signature|signed by/i;

/** The rows that hold figures, each with what is said of it, in its own cells or in those above that hold for it. */
export function besideLabels({ cells, merges = [] }: RangeSource, grid: Grid, known: KnownNames): RowLabel[] {
  const splits = splitKpis(cells, grid, known);
  const last = new Map<number, Cell>();
  let section: Partial<Label> = {};
  const found: RowLabel[] = [];
  for (let row = grid.head + 1; row < cells.length; row += 1) {
    const line = cells[row] ?? [];
    if (line.every(isBlankOrZero) || isNote(line) || line.some((cell) => typeof cell === 'string' && SIGNED.test(cell))) continue;
    const own = grid.beside.map(({ column, is }) => ({ is, column, cell: filledDown(line[column], last.get(column), { row, column, merges, isAlone: grid.beside.every((one) => isBlankOrZero(line[one.column])) }) }));
    for (const { column, cell } of own) last.set(column, cell);
    const label = own.reduce<RowLabel>((all, { is, cell }) => combined(all, is, cell, { known, splits }), { row, rest: '', about: {} });
    const isTotal = grid.beside.some(({ column }) => totalWord(line[column]) === 'whole');
    if (!grid.figures.some(({ column }) => isFigure(line[column]))) {
      // A name alone above some rows stands for each of them.
      const filled = line.filter((cell) => !isBlankOrZero(cell));
      if (filled.length === 1 && (label.person ?? label.kpi) !== undefined) section = label.person === undefined ? { kpi: label.kpi ?? '' } : { person: label.person };
      if (grid.figures.every(({ column }) => isBlankOrZero(line[column]))) continue;
    }
    found.push({ ...section, ...label, ...(isTotal && { isSum: true }) });
  }
  return found;
}

/** A blank cell beside figures goes on with the one above it, in merged cells or where another column says something of its own. */
function filledDown(cell: Cell, above: Cell, { row, column, merges, isAlone }: { readonly row: number; readonly column: number; readonly merges: NonNullable<RangeSource['merges']>; readonly isAlone: boolean }): Cell {
  if (!isBlankOrZero(cell)) return cell;
  const isMerged = merges.some((merge) => merge.column === column && row > merge.row && row < merge.row + merge.rows);
  return isMerged || !isAlone ? above : cell;
}

interface ToCombine {
  readonly known: KnownNames;
  readonly splits: ReadonlySet<string>;
}

function combined(all: RowLabel, is: Beside, cell: Cell, { known, splits }: ToCombine): RowLabel {
  const text = cellText(cell);
  if (text === '') return all;
  switch (is) {
    case 'person': {
      const label = labelOf(text, known);
      return label.isSum === true ? { ...all, isSum: true } : { ...all, person: known.holders.get(matchKey(text)) ?? label.person ?? text };
    }
    case 'kpi': {
      const label = labelOf(text, known);
      const isWhole = label.role !== undefined && label.rest !== '' && !splits.has(matchKey(label.rest));
      if (isWhole || (label.role === undefined && label.period === undefined && label.person === undefined)) return { ...all, kpi: known.kpis.get(matchKey(text)) ?? text };
      const kpi = label.kpi ?? (label.rest === '' ? all.kpi : label.rest);
      return { ...all, ...label, rest: all.rest, ...(kpi !== undefined && { kpi }) };
    }
    case 'period': {
      const period = readPeriodHeader(text);
      return period ? { ...all, period } : all;
    }
    case 'year': {
      const [, digits] = /^\D*(\d{4}|\d{2})\D*$/.exec(text) ?? [];
      return digits === undefined ? all : { ...all, year: fullYear(digits) };
    }
    case 'weight':
      return { ...all, about: { ...all.about, weight: cell } };
    case 'unit':
    case 'area':
    case 'scoring':
      return { ...all, about: { ...all.about, [is]: text } };
    case 'note':
      return all;
    case 'unknown': {
      // A running number beside the rows is no day.
      const label = typeof cell === 'number' ? { rest: '' } : labelOf(cell, known);
      const person = all.person ?? label.person;
      return { ...all, ...label, ...(person !== undefined && { person }), rest: label.rest === '' ? all.rest : label.rest };
    }
  }
}

/** Indicators that stand in rows with different roles behind their names: `销售额目标`, `销售额实际`. */
function splitKpis(cells: RangeSource['cells'], { head, beside }: Grid, known: KnownNames): ReadonlySet<string> {
  const roles = new Map<string, Set<string>>();
  for (const { column, is } of beside) {
    if (is !== 'kpi') continue;
    for (const line of cells.slice(head + 1)) {
      const { role, rest, kpi } = labelOf(line[column], known);
      const key = matchKey(kpi ?? rest);
      if (role !== undefined && key !== '') roles.set(key, (roles.get(key) ?? new Set()).add(role));
    }
  }
  return new Set([...roles].filter(([, own]) => own.size > 1).map(([key]) => key));
}
