/// <reference types="office-js" />
import { render } from '../core/locale/message';
import type { Cell, RangeSource } from '../core/table/cell';
import type { Change, WorkOptions, WriteSheet } from '../host-port/change';
import type { ReadBook } from '../host-port/commands';
import { cellsToRestore, chunkRows, problemOf, rectangle, stopIfCancelled } from '../host-port/change';

/** The serial of 1 January 2000 in the 1900 system; in the 1904 system it is 1462 less. */
const SERIAL_OF_2000 = 36526;

/** Runs a batch as one step of undo, where Excel can (ExcelApi 1.20). */
function run<Value>(batch: (context: Excel.RequestContext) => Promise<Value>): Promise<Value> {
  const merges = Office.context.requirements.isSetSupported('ExcelApi', '1.20');
  return merges ? Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, batch) : Excel.run(batch);
}

/** The used cells of every visible sheet, in chunks that no host refuses, and the workbook's names. */
export function readBook(options: WorkOptions): Promise<ReadBook> {
  return run(async (context) => {
    const { worksheets, names, tables } = context.workbook;
    worksheets.load('items/name,items/visibility');
    names.load('items/name');
    tables.load('items/name');
    // Excel does not say which date system a workbook has; the serial of a known day does.
    const known = context.workbook.functions.date(2000, 1, 1);
    known.load('value');
    await context.sync();
    const serialShift = SERIAL_OF_2000 - known.value;
    const used = worksheets.items
      .filter(({ visibility }) => visibility === 'Visible')
      .map((sheet) => {
        const range = sheet.getUsedRangeOrNullObject(true);
        range.load('rowIndex,columnIndex,rowCount,columnCount');
        return { sheet, name: sheet.name, range };
      });
    await context.sync();
    const sources: RangeSource[] = [];
    for (const { sheet, name, range } of used) {
      if (range.isNullObject) continue;
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const cells: Cell[][] = [];
      for (const { first, count } of chunkRows(rowCount, columnCount)) {
        const chunk = sheet.getRangeByIndexes(rowIndex + first, columnIndex, count, columnCount);
        chunk.load('values');
        stopIfCancelled(options);
        // A request may hold 5 MB: each chunk is one of its own.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
        cells.push(...(chunk.values as Cell[][]));
      }
      sources.push({ cells, serialShift, origin: { sheet: name, row: rowIndex + 1, column: columnIndex + 1 } });
    }
    return { sheets: sources, names: [...names.items, ...tables.items].map(({ name }) => name) };
  });
}

/** Writes all changes or none: what was there is put back when one of them fails. */
export function applyChanges(changes: readonly Change[], options: WorkOptions): Promise<void> {
  const problem = problemOf(changes);
  if (problem) return Promise.reject(new Error(render(problem, options.language)));
  return run(async (context) => {
    const undo: (() => void)[] = [];
    try {
      for (const change of changes) undo.unshift(await writeSheet(context, change, options));
    } catch (error) {
      for (const restore of undo) restore();
      await context.sync();
      throw error;
    }
  });
}

/** Replaces a sheet's content; gives back what puts the old content back. */
async function writeSheet(context: Excel.RequestContext, { sheet: name, rows }: WriteSheet, options: WorkOptions): Promise<() => void> {
  stopIfCancelled(options);
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(name);
  const used = found.getUsedRangeOrNullObject();
  found.load('name');
  used.load('address,values,formulas');
  const merged = Office.context.requirements.isSetSupported('ExcelApi', '1.13') ? used.getMergedAreasOrNullObject() : undefined;
  merged?.load('address');
  await context.sync();
  const isNew = found.isNullObject;
  const sheet = isNew ? worksheets.add(name) : found;
  const before = isNew || used.isNullObject ? undefined : { address: used.address, cells: cellsToRestore(used.values as unknown[][], used.formulas as unknown[][]) };
  const mergedAreas = before && merged?.isNullObject === false ? areasIn(merged.address) : [];
  const restore = (): void => {
    if (isNew) sheet.delete();
    else {
      sheet.getRange().clear('Contents');
      if (before) sheet.getRange(before.address.slice(before.address.lastIndexOf('!') + 1)).formulas = before.cells;
      for (const area of mergedAreas) sheet.getRange(area).merge();
    }
  };
  try {
    if (before) {
      // Merged cells keep what is written into their first cell and drop the rest in silence.
      sheet.getRange().unmerge();
      sheet.getRange().clear('Contents');
    }
    const cells = rectangle(rows);
    const width = cells[0]?.length ?? 1;
    for (const { first, count } of chunkRows(cells.length, width)) {
      sheet.getRangeByIndexes(first, 0, count, width).values = cells.slice(first, first + count);
      // A request may hold 5 MB: each chunk is one of its own.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      stopIfCancelled(options);
    }
    sheet.activate();
    await context.sync();
  } catch (error) {
    restore();
    await context.sync();
    throw error;
  }
  return restore;
}

/** The addresses in 'Pay 2026'!A1:B2,'Pay 2026'!D4:D6, without the sheet's name. */
function areasIn(address: string): readonly string[] {
  return address.match(/[A-Z]+\d+:[A-Z]+\d+(?=,|$)/g) ?? [];
}
