import type { Cell } from './cell';
import { isBlankOrZero, plainText } from './cell';

const MARKS = new Set(['-', '--', '---', '–', '—', '——', '/', '\\', 'n/a', 'na', 'n.a.', 'nil', 'none', 'null', 'tbd', 'tba', '无', '暂无', '没有', '未定', '待定', '不适用', 'false', 'x', '×', '?', '？']);

/** What people write where a number or a date is wanted and there is none: FALSE, `-`, `n/a`, `无`, `/`. It is a blank, and is told. */
export function isNoValue(cell: Cell): boolean {
  if (cell === false) return true;
  return typeof cell === 'string' && cell.length <= 6 && MARKS.has(plainText(cell).toLowerCase());
}

/** Blank in a row that somebody has prepared: nothing, 0, FALSE or a mark for nothing. */
export function isEmptyCell(cell: Cell): boolean {
  return isBlankOrZero(cell) || isNoValue(cell);
}
