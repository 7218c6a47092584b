import type { Cell, RangeSource } from '../cell';
import { cellText, isBlankOrZero, matchKey } from '../cell';
import { headerMatch } from '../header-match';
import type { Issue } from '../issue';
import { issue } from '../issue';
import type { Table } from '../table';

const WON = /^(?:closed[\s-]*)?won\b|^(?:赢单|已赢单|已?成交|已?成单|已?签约|已?签单|赢得)/i;

/** A table of deals that is to stand for the orders: only those that are won, where its stage or its result says so. */
export function wonDeals(source: RangeSource, rules: Table | undefined): { readonly source: RangeSource; readonly notes: readonly Issue[] } {
  const { head, cells, origin } = source;
  if (!head) return { source, notes: [] };
  const column = stageColumn(source, head.row);
  const place = { table: 'orders' as const, row: head.row + 1, column: Math.max(0, column), ...(origin && { origin }) };
  const taken = issue('table.dealsAsOrders', place, {}, 'warning');
  // Rules that choose by the stage choose for themselves.
  if (column < 0 || isNamedIn(rules, head.texts[column] ?? '')) return { source, notes: [taken] };
  const left: { readonly row: number; readonly stage: string }[] = [];
  const kept = cells.map((line, row) => {
    if (row <= head.row || isBlankOrZero(line[column]) || isWon(line[column])) return line;
    left.push({ row, stage: cellText(line[column]) });
    return [];
  });
  if (left.length === 0) return { source, notes: [taken] };
  const shown = left.slice(0, MOST_NAMED).map(({ row }) => String((origin?.row ?? 1) + row));
  const rows = left.length > MOST_NAMED ? [...shown, '…'] : shown;
  const stages = [...new Set(left.map(({ stage }) => stage))].slice(0, MOST_NAMED);
  return { source: { ...source, cells: kept }, notes: [taken, issue('rows.notWon', { ...place, row: (left[0]?.row ?? 0) + 1 }, { count: left.length, rows, stages, header: head.texts[column] ?? '' }, 'note')] };
}

const MOST_NAMED = 6;

function isWon(cell: Cell): boolean {
  return WON.test(cellText(cell));
}

/** The column of stages or results in which some deal is won; -1 where there is none. */
function stageColumn({ head, cells }: RangeSource, from: number): number {
  return (head?.texts ?? []).findIndex((text, column) => {
    const field = text === '' ? undefined : headerMatch('pipeline', text)?.field;
    return (field === 'stage' || field === 'result') && cells.some((line, row) => row > from && isWon(line[column]));
  });
}

function isNamedIn(rules: Table | undefined, text: string): boolean {
  const item = rules?.columns.get('item');
  return item !== undefined && rules?.cells.some((row) => matchKey(cellText(row[item])) === matchKey(text)) === true;
}
