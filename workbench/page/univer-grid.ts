import type { ICellData, IRange, Nullable } from '@univerjs/core';
import { CellValueType, IUndoRedoService } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { FUniver } from '@univerjs/core/facade';
import type { Bounds, Grid } from '../office/grid';
import { valueOf } from './cell-value';
import type { Spreadsheet } from './spreadsheet';

type Workbook = NonNullable<ReturnType<FUniver['getActiveWorkbook']>>;
type Worksheet = ReturnType<Workbook['getActiveSheet']>;

/** Commands that change cells or sheets; what only moves the view or the selection is none of them. */
const CHANGES = /^sheet\.mutation\.(?:set-range-values|insert-sheet|remove-sheet|set-worksheet-name|move-rows|move-columns|insert-row|insert-col|remove-rows|remove-col|move-range)$/;

/** The workbook of the page as the Office.js of the workbench reads and writes it. */
export function univerGrid({ univer, api }: Spreadsheet, counts1904: boolean): Grid {
  const book = (): Workbook => {
    const active = api.getActiveWorkbook();
    if (!active) throw new Error('No workbook is open.');
    return active;
  };
  const sheet = (name: string): Worksheet => {
    const found = book().getSheetByName(name);
    if (!found) throw new Error(`The sheet ${name} is gone.`);
    return found;
  };
  const locked = new Set<string>();
  let guarding: Promise<unknown> = Promise.resolve();
  const spilled = (of: Worksheet): Nullable<{ getValue: (row: number, column: number) => Nullable<ICellData> }> => {
    const model = univer.__getInjector().get(FormulaDataModel);
    return model.getArrayFormulaCellData()?.[book().getId()]?.[of.getSheetId()] as never;
  };
  const cellsOf = (of: Worksheet, { row, column, rows, columns }: Bounds, read: (cell: Nullable<ICellData>) => unknown): unknown[][] => {
    const [matrix, extra] = [of.getSheet().getCellMatrix(), spilledCells(spilled(of))];
    return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => read(matrix.getValue(row + y, column + x) ?? undefined) ?? read(extra(row + y, column + x)) ?? ''));
  };
  return {
    sheets: () => book().getSheets().map((one) => ({ name: one.getSheetName(), hidden: one.isSheetHidden() })),
    names: () => book().getDefinedNames().map((one) => ({ name: one.getName(), reference: one.getFormulaOrRefString() })),
    define: (name, reference) => {
      const known = book().getDefinedName(name);
      if (known) known.setRef(reference);
      else book().insertDefinedName(name, reference);
    },
    undefine: (name) => void book().deleteDefinedName(name),
    counts1904: () => counts1904,
    used: (name) => usedOf(sheet(name), spilled(sheet(name))),
    values: (name, bounds) => cellsOf(sheet(name), bounds, valueOf),
    formats: (name, { row, column, rows, columns }) => {
      const [matrix, styles] = [sheet(name).getSheet().getCellMatrix(), book().getWorkbook().getStyles()];
      return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => styles.getStyleByCell(matrix.getValue(row + y, column + x) ?? undefined)?.n?.pattern ?? 'General'));
    },
    formulas: (name, bounds) => cellsOf(sheet(name), bounds, (cell) => cell?.f ?? valueOf(cell)),
    spill: (name, row, column) => {
      const ranges = univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange()?.[book().getId()]?.[sheet(name).getSheetId()] as Nullable<Record<number, Record<number, IRange>>>;
      const range = ranges?.[row]?.[column];
      return range && boundsOfRange(range);
    },
    write: (name, bounds, cells) => {
      const of = sheet(name);
      grow(of, bounds);
      rangeOf(of, bounds).setValues(cells.map((row) => row.map(dataOf)));
    },
    clear: (name) => {
      const of = sheet(name);
      const used = usedOf(of, undefined);
      if (used) rangeOf(of, used).clearContent();
    },
    add: (name) => {
      if (book().getSheets().some((one) => one.getSheetName().toLowerCase() === name.toLowerCase())) throw new Error(`A sheet called ${name} is there already.`);
      // As in Excel, a new sheet stays behind the one that is looked at.
      const active = book().getActiveSheet();
      book().insertSheet(name);
      book().setActiveSheet(active);
    },
    remove: (name) => void book().deleteSheet(sheet(name)),
    activate: (name) => void book().setActiveSheet(sheet(name)),
    merged: (name) => sheet(name).getMergedRanges().map((one) => boundsOfRange(one.getRange())),
    merge: (name, bounds) => void rangeOf(sheet(name), bounds).merge(),
    unmerge: (name) => sheet(name).getMergedRanges().forEach((one) => one.breakApart()),
    isProtected: (name) => locked.has(sheet(name).getSheetId()),
    protect: (name, on) => {
      const of = sheet(name);
      if (on) locked.add(of.getSheetId());
      else locked.delete(of.getSheetId());
      const permission = of.getWorksheetPermission();
      // One after the other: a sheet that is released and guarded again at once ends up guarded.
      guarding = guarding.then(async () => {
        if (!on) await permission.unprotect();
        else if (!permission.isProtected()) await permission.protect();
        if (on) await permission.setReadOnly();
      }).catch(() => undefined);
    },
    look: (name, bounds, look) => {
      const of = sheet(name);
      grow(of, bounds);
      const range = rangeOf(of, bounds);
      if (look.bold !== undefined) range.setFontWeight(look.bold ? 'bold' : 'normal');
      if (look.fill !== undefined) range.setBackgroundColor(look.fill);
      if (look.wrap !== undefined) range.setWrap(look.wrap);
      if (look.numberFormat !== undefined) range.setNumberFormat(look.numberFormat);
    },
    // The spreadsheet of the page has no charts; the bars in the cells of a dashboard stand for them.
    chart: () => undefined,
    widen: (name, column, pixels) => void sheet(name).setColumnWidth(column, pixels),
    freezeRows: (name, rows) => void sheet(name).setFrozenRows(rows),
    group: () => {
      const gathering = backwards(univer.__getInjector().get(IUndoRedoService)).__tempBatchingUndoRedo(book().getId());
      return () => gathering.dispose();
    },
    select: (name, bounds) => {
      const of = sheet(name);
      book().setActiveSheet(of);
      const range = rangeOf(of, bounds);
      of.setActiveRange(range);
      of.scrollToCell(Math.max(0, bounds.row - 3), Math.max(0, bounds.column - 2));
    },
    selection: () => {
      const range = book().getActiveRange();
      return { sheet: book().getActiveSheet().getSheetName(), bounds: range ? boundsOfRange(range.getRange()) : { row: 0, column: 0, rows: 1, columns: 1 } };
    },
    watch: (changed) => {
      const watching = api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
        if (!CHANGES.test(id)) return;
        const wanted = (params as { subUnitId?: string } | undefined)?.subUnitId;
        changed(wanted === undefined ? '' : (book().getSheetBySheetId(wanted)?.getSheetName() ?? ''));
      });
      return () => watching.dispose();
    },
  };
}

interface Step {
  readonly undoMutations: unknown[];
  readonly redoMutations: unknown[];
}

/** The service, taking gathered steps back from the last to the first: as it comes, it would undo the first sheet before what was written on it. */
function backwards(service: IUndoRedoService): IUndoRedoService {
  const together = (item: Step, next: Step): void => {
    item.redoMutations.push(...next.redoMutations);
    item.undoMutations.unshift(...next.undoMutations);
  };
  return Object.assign(service, { _tryBatchingElements: together });
}

function dataOf(value: unknown): ICellData {
  if (typeof value === 'string' && value.startsWith('=')) return { f: value, v: null, t: null, p: null };
  if (typeof value === 'string') return { v: value.startsWith("'") ? value.slice(1) : value, t: CellValueType.STRING, f: null, p: null };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN, f: null, p: null };
  return { v: value as number, t: CellValueType.NUMBER, f: null, p: null };
}

type Spilled = Nullable<Record<number, Record<number, Nullable<ICellData>>>>;

/** Cells that a formula above or beside them has filled; the spreadsheet keeps them apart. */
function spilledCells(data: unknown): (row: number, column: number) => Nullable<ICellData> {
  const rows = data as Spilled;
  return (row, column) => rows?.[row]?.[column];
}

/** The smallest rectangle around everything that holds a value: the sheet's own extent, its blank edges cut off. */
function usedOf(of: Worksheet, spill: unknown): Bounds | undefined {
  const matrix = of.getSheet().getCellMatrix();
  const filled = (row: number, column: number): boolean => {
    const cell = matrix.getValue(row, column);
    return valueOf(cell) !== undefined || Boolean(cell?.f);
  };
  // From the sheet's own size: asking the matrix for its extent walks through every cell.
  let [top, left, bottom, right] = [0, 0, matrix.getLength() - 1, of.getMaxColumns() - 1];
  const rowFilled = (row: number): boolean => someFrom(left, right, (column) => filled(row, column));
  const columnFilled = (column: number): boolean => someFrom(top, bottom, (row) => filled(row, column));
  while (bottom >= top && !rowFilled(bottom)) bottom -= 1;
  while (top < bottom && !rowFilled(top)) top += 1;
  while (right >= left && !columnFilled(right)) right -= 1;
  while (left < right && !columnFilled(left)) left += 1;
  if (bottom < top || right < left) [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, cells] of Object.entries((spill as Spilled) ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (valueOf(cell) !== undefined) [top, left, bottom, right] = [Math.min(top, Number(row)), Math.min(left, Number(column)), Math.max(bottom, Number(row)), Math.max(right, Number(column))];
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function someFrom(first: number, last: number, holds: (index: number) => boolean): boolean {
  for (let index = first; index <= last; index += 1) if (holds(index)) return true;
  return false;
}

/** Makes the sheet large enough for what is written. */
function grow(of: Worksheet, { row, column, rows, columns }: Bounds): void {
  if (row + rows > of.getMaxRows()) of.setRowCount(row + rows + 20);
  if (column + columns > of.getMaxColumns()) of.setColumnCount(column + columns + 2);
}

function rangeOf(of: Worksheet, { row, column, rows, columns }: Bounds): ReturnType<Worksheet['getRange']> {
  return of.getRange(row, column, rows, columns);
}

function boundsOfRange({ startRow, startColumn, endRow, endColumn }: IRange): Bounds {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
