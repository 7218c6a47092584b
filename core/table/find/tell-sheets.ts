import { cellText, isBlankOrZero } from '../cell';
import type { RangeSource } from '../cell';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { textsOf } from '../rows/head';
import type { TableKind } from '../schema';
import { schemas, tableKinds } from '../schema';
import type { Table } from '../table';
import type { Search } from './candidates';
import { visibleSheets } from './candidates';
import { hasName } from './kind';
import { isMarked, isResult, isResultSheet } from './own-results';
import { likelyHead, passedOver } from './passed-over';

/** Tells of every sheet that nothing was read from: results of ours, hidden ones, and those that are none of the tables. */
export function tellSheets({ book, mappings, notes }: Search, byKind: ReadonlyMap<TableKind, Table>, given: ReadonlyMap<TableKind, RangeSource>, people: ReadonlySet<string>): void {
  const used = new Set([...byKind.values(), ...[...given.values()].map((source) => ({ source }))].flatMap(({ source }) => [source.origin, ...(source.pieces ?? []).map(({ origin }) => origin)].flatMap((origin) => origin?.sheet ?? [])));
  const second = new Set(notes.filter(({ code }) => code === 'table.second').map(({ params }) => params['sheet']));
  for (const sheet of visibleSheets(book)) {
    const name = sheet.origin?.sheet ?? '';
    if (used.has(name)) {
      const hidden = sheet.hiddenRows ?? 0;
      if (sheet.writtenPercents && sheet.origin) notes.push(percentNote(sheet.origin.sheet, sheet.writtenPercents));
      if (sheet.computed) notes.push(issue('cell.computed', { table: undefined, row: 1, column: 0, origin: { sheet: name, row: sheet.computed.row, column: sheet.computed.column } }, { count: sheet.computed.count }, 'note'));
      if (hidden > 0) notes.push(issue('rows.hidden', { table: undefined, row: 1, column: 0, ...(sheet.origin && { origin: sheet.origin }) }, { count: hidden }, 'note'));
      continue;
    }
    if (second.has(name)) continue;
    const title = cellText(sheet.cells[0]?.find((cell) => !isBlankOrZero(cell)));
    const isOwn = isMarked(sheet) || isResultSheet(name, title) || isResultSheet(name, '') || isResult(textsOf(sheet.cells[likelyHead(sheet)] ?? []));
    const place = { table: undefined, row: 1, column: 0, ...(sheet.origin && { origin: sheet.origin }) };
    notes.push(isOwn ? issue('sheet.ownResult', place, { sheet: name }, 'note') : passedOver(sheet, mappings, people));
  }
  const hidden = book.sheets.filter(({ isHidden, origin }) => isHidden === true && !used.has(origin?.sheet ?? '')).map(({ origin }) => origin?.sheet ?? '');
  if (hidden.length === 0) return;
  const missing = hidden.flatMap((sheet) => tableKinds.filter((kind) => hasName(kind, { sheet })))[0] ?? 'orders';
  notes.push(issue('sheet.hidden', undefined, { sheets: hidden, range: schemas[missing].range }, byKind.has(missing) ? 'note' : 'warning'));
}

function percentNote(sheet: string, { count, row, column, found }: NonNullable<RangeSource['writtenPercents']>): Issue {
  return issue('cell.percentSign', { table: undefined, row: 1, column: 0, origin: { sheet, row, column } }, { count, found }, 'note');
}
