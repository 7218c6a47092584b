import type { Area } from './workbook';

/** The range a reference such as ='FX rates'!$A$1:$C$90 means; undefined for anything else, whole columns among it. */
export function areaOfReference(reference: string): Area | undefined {
  const [, quoted, plain, ...corners] = /^=?(?:'((?:[^']|'')+)'|([^'!()]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const [left, top, right = left, bottom = top] = corners;
  if (sheet === undefined || left === undefined || right === undefined) return undefined;
  const [row, column] = [Number(top), columnNumber(left)];
  return { sheet, row, column, rows: Number(bottom) - row + 1, columns: columnNumber(right) - column + 1 };
}

/** The number of a column's letters: A is 1, AA is 27. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
