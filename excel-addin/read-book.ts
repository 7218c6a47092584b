/// <reference types="office-js" />
import type { Cell, RangeSource } from '../core/table/cell';
import type { WorkOptions } from '../host-port/change';
import { chunkRows, stopIfCancelled } from '../host-port/change';
import type { ReadBook } from '../host-port/commands';
import { areaOfReference } from '../host-port/reference';

/** The serial of 1 January 2000 in the 1900 system; in the 1904 system it is 1462 less. */
const SERIAL_OF_2000 = 36526;

/** The used cells of every visible sheet, in chunks that no host refuses, and the workbook's names. */
export async function readBook(context: Excel.RequestContext, options: WorkOptions): Promise<ReadBook> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name,items/formula');
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
    if (range.isNullObject) {
      sources.push({ cells: [], serialShift, origin: { sheet: name, row: 1, column: 1 } });
      continue;
    }
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
  const ranges = names.items.map(({ name, formula }) => {
    const area = areaOfReference(String(formula));
    return { name, ...(area ? { area } : {}) };
  });
  return { sheets: sources, names: [...ranges, ...tables.items.map(({ name }) => ({ name }))] };
}
