import { columnLetters } from '../../core/table/cell';
import type { Area } from '../../host-port/workbook';

/** A reference to cells as a formula has it: Orders!A1:F20. */
export function areaReference({ sheet, row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows - 1}`;
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** A sheet's name as a formula has it. */
export function quotedSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
