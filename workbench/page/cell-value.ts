import type { ICellData, Nullable } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';

/** A cell's plain value; undefined where it is blank. Text that was typed as a number is a number. */
export function valueOf(cell: Nullable<ICellData>): string | number | boolean | undefined {
  if (!cell) return undefined;
  if (cell.p) return cell.p.body?.dataStream.replace(/\r?\n$/, '').replaceAll('\r', '\n');
  const { v, t } = cell;
  if (v === undefined || v === null || v === '') return undefined;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === 'TRUE';
  return typeof v === 'string' && t === CellValueType.NUMBER && Number.isFinite(Number(v)) ? Number(v) : v;
}
