/// <reference types="office-js" />
import type { WorkOptions } from '../host-port/change';
import { chunkRows, stopIfCancelled } from '../host-port/change';
import { isOwnFormula } from '../host-port/own-formula';
import type { OwnFormula } from '../host-port/workbook';

/** Every formula of ours in the visible sheets, with the cells it fills (ExcelApi 1.12; without it, its own cell). */
export async function readFormulas(context: Excel.RequestContext, options: WorkOptions): Promise<readonly OwnFormula[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  await context.sync();
  const spills = Office.context.requirements.isSetSupported('ExcelApi', '1.12');
  const found: OwnFormula[] = [];
  for (const sheet of worksheets.items.filter(({ visibility }) => visibility === 'Visible')) {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    // A request may hold 5 MB: each sheet, and each chunk of it, is one of its own.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    if (used.isNullObject) continue;
    for (const { first, count } of chunkRows(used.rowCount, used.columnCount)) {
      const chunk = sheet.getRangeByIndexes(used.rowIndex + first, used.columnIndex, count, used.columnCount);
      chunk.load('formulas');
      stopIfCancelled(options);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      const cells = (chunk.formulas as unknown[][]).flatMap((row, y) => row.flatMap((formula, x) => (isOwnFormula(formula) ? [{ formula, row: used.rowIndex + first + y, column: used.columnIndex + x }] : [])));
      const filled = cells.map(({ row, column }) => {
        const cell = sheet.getRangeByIndexes(row, column, 1, 1);
        cell.load('values');
        const spill = spills ? cell.getSpillingToRangeOrNullObject() : undefined;
        spill?.load('values');
        return { cell, spill };
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      cells.forEach(({ formula, row, column }, index) => {
        const { cell, spill } = filled[index] ?? {};
        // A host may show a formula in the cells that it fills, too: only its own cell counts.
        const isInside = found.some((one) => one.sheet === sheet.name && row + 1 >= one.row && row + 1 < one.row + one.values.length && column + 1 >= one.column && column + 1 < one.column + (one.values[0]?.length ?? 0));
        const values = spill && !spill.isNullObject ? spill.values : cell?.values;
        if (!isInside && values) found.push({ sheet: sheet.name, row: row + 1, column: column + 1, formula, values: values as (string | number)[][] });
      });
    }
  }
  return found;
}
