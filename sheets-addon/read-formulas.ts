/// <reference types="google-apps-script" />
import { isOwnFormula } from '../host-port/own-formula';
import type { OwnFormula } from '../host-port/workbook';
import { visibleSheets } from './read-book';

/** Every formula of ours in the visible sheets, with the cells it fills. */
export function readFormulas(book: GoogleAppsScript.Spreadsheet.Spreadsheet): OwnFormula[] {
  return visibleSheets(book).flatMap((sheet) => {
    const range = sheet.getDataRange();
    const [values, formulas] = [range.getValues(), range.getFormulas()];
    return formulas.flatMap((row, y) => row.flatMap((formula, x) => (isOwnFormula(formula) ? [{ sheet: sheet.getName(), row: y + 1, column: x + 1, formula, values: filledFrom(values, formulas, y, x) }] : [])));
  });
}

/** Sheets does not tell what a formula fills: figures and text to its right and below it, up to a blank or another formula. */
function filledFrom(values: readonly (readonly unknown[])[], formulas: readonly (readonly string[])[], top: number, left: number): (string | number)[][] {
  const belongs = (y: number, x: number): boolean => (y === top && x === left) || (isPlain(values[y]?.[x]) && values[y]?.[x] !== '' && formulas[y]?.[x] === '');
  let [width, height] = [1, 1];
  while (belongs(top, left + width)) width += 1;
  while (belongs(top + height, left)) height += 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => {
      const value: unknown = values[top + y]?.[left + x];
      return isPlain(value) ? value : String(value ?? '');
    }),
  );
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
