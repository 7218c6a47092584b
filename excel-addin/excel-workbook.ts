/// <reference types="office-js" />
import { columnLetters } from '../core/table/cell';
import { render } from '../core/locale/message';
import type { Change, WorkOptions } from '../host-port/change';
import { problemOf } from '../host-port/change';
import type { ReadBook } from '../host-port/commands';
import { areaOfReference } from '../host-port/reference';
import type { Area, Workbook } from '../host-port/workbook';
import { readBook } from './read-book';
import { readFormulas } from './read-formulas';
import { writeChanges } from './write-changes';

/** Runs a batch as one step of undo, where Excel can (ExcelApi 1.20). */
function runAsOneStep<Value>(batch: (context: Excel.RequestContext) => Promise<Value>): Promise<Value> {
  const merges = Office.context.requirements.isSetSupported('ExcelApi', '1.20');
  return merges ? Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, batch) : Excel.run(batch);
}

/** The open workbook of Excel, behind the port. */
export const excelWorkbook: Workbook = {
  read: (options: WorkOptions): Promise<ReadBook> => Excel.run((context) => readBook(context, options)),
  apply: (changes: readonly Change[], options: WorkOptions): Promise<void> => {
    const problem = problemOf(changes);
    if (problem) return Promise.reject(new Error(render(problem, options.language)));
    return runAsOneStep((context) => writeChanges(context, changes, options));
  },
  formulas: (options: WorkOptions) => Excel.run((context) => readFormulas(context, options)),
  selection: (): Promise<Area> =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      const area = areaOfReference(range.address);
      if (!area) throw new Error(range.address);
      return area;
    }),
  goTo: ({ sheet, row, column, rows, columns }: Area): Promise<void> =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem(sheet);
      found.activate();
      found.getRange(`${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`).select();
      await context.sync();
    }),
  watch: (changed: () => void): Promise<void> =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      // What the add-in has written itself is no news to it (told by ExcelApi 1.14). A sheet that was added matters once it is written on.
      worksheets.onChanged.add((event) => Promise.resolve((event as { readonly triggerSource?: string }).triggerSource === 'ThisLocalAddin' ? undefined : changed()));
      worksheets.onDeleted.add(() => Promise.resolve(changed()));
      await context.sync();
    }),
};
