import type { Cell, Merge, Origin, RangeSource } from './cell';
import { isWrittenPercent, shownCell } from './shown-cell';

/** A cell as a host has it: its place on the sheet counted from 1, its plain value, and the format it is shown by. */
export interface HostCell {
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
  readonly format: string | undefined;
}

/** Puts together what a host hands over for a sheet: rows as long as they are filled, nothing made of what is blank. */
export interface SheetCells {
  readonly put: (cell: HostCell) => void;
  readonly source: (frame: SheetFrame) => RangeSource;
}

export interface SheetFrame {
  readonly sheet: string;
  readonly serialShift: number;
  /** Merged areas, row and column counted from 1 on the sheet. */
  readonly merges?: readonly Merge[];
  readonly isHidden?: boolean;
  readonly hiddenRows?: number;
  /** Formulas without a stored result that were worked out here. */
  readonly computed?: RangeSource['computed'];
}

const NOTHING: readonly Cell[] = [];

/** Most sheets begin in column A: their rows are taken as they are. */
function fromColumn(line: readonly Cell[], column: number): readonly Cell[] {
  return column === 1 ? line : line.slice(column - 1);
}

export function newSheetCells(serialShift: number): SheetCells {
  const rows: Cell[][] = [];
  let [top, left] = [Infinity, Infinity];
  let percents: { count: number; row: number; column: number; found: string } | undefined;
  return {
    put: ({ row, column, value, format }) => {
      if (value === null || value === undefined || value === '') return;
      if (row < top) top = row;
      if (column < left) left = column;
      const shown = shownCell(value, format, serialShift);
      if (typeof value === 'number' && typeof shown === 'string' && isWrittenPercent(format, value)) {
        if (percents) percents.count += 1;
        else percents = { count: 1, row, column, found: shown };
      }
      const line = (rows[row] ??= []);
      while (line.length < column - 1) line.push(null);
      line[column - 1] = shown;
    },
    source: ({ sheet, merges, isHidden, hiddenRows, computed }) => {
      const origin: Origin = { sheet, row: Number.isFinite(top) ? top : 1, column: Number.isFinite(left) ? left : 1 };
      const cells: (readonly Cell[])[] = [];
      for (let row = origin.row; row < rows.length; row += 1) {
        const line = rows[row];
        cells.push(line === undefined ? NOTHING : fromColumn(line, origin.column));
      }
      return {
        cells,
        origin,
        serialShift,
        ...(merges && { merges: merges.map((merge) => ({ ...merge, row: merge.row - origin.row, column: merge.column - origin.column })).filter(({ row, column }) => row >= 0 && column >= 0) }),
        ...(isHidden === true && { isHidden }),
        ...(hiddenRows !== undefined && hiddenRows > 0 && { hiddenRows }),
        ...(computed && { computed }),
        ...(percents && { writtenPercents: percents }),
      };
    },
  };
}
