import type { ICellData, IRange, Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { catalogue } from '../../core/catalogue/catalogue';
import { addressOf } from '../office/grid';
import { addSheets } from '../../xlsx/add-sheets';
import type { CellPatch, SheetPatch } from '../xlsx/patch-workbook';
import { patchWorkbook } from '../xlsx/patch-workbook';
import { valueOf } from './cell-value';
import type { Spreadsheet } from './spreadsheet';
import { openWorkbook } from './workbook-data';

type Cells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;
type Ranges = Readonly<Record<number, Readonly<Record<number, IRange>>>>;

const FUNCTIONS = new RegExp(`\\b(${catalogue.map(({ name }) => name).join('|')})\\(`, 'gi');

/**
 * The workbook of the page as an .xlsx file: the file that was opened, with the cells, sheets and names that have
 * changed since, and everything else in it as it was.
 */
export async function saveWorkbook({ univer, api }: Spreadsheet, opened: Uint8Array): Promise<Uint8Array> {
  const book = api.getActiveWorkbook();
  if (!book) throw new Error('No workbook is open.');
  const before = (await openWorkbook(opened, 'en')).data;
  const now = book.save();
  const model = univer.__getInjector().get(FormulaDataModel);
  const [spills, ranges] = [model.getArrayFormulaCellData()?.[book.getId()] ?? {}, model.getArrayFormulaRange()?.[book.getId()] ?? {}];
  const cellsNow = (id: string): CellPatch[] => cellsOf((now.sheets[id]?.cellData ?? {}) as Cells, (spills[id] ?? {}) as Cells, (ranges[id] ?? {}) as Ranges);
  const was = before.sheets ?? {};
  const kept = Object.entries(was).map(([id, sheet]): SheetPatch => {
    const current = now.sheets[id];
    if (!current) return { name: sheet.name ?? '', removed: true, cells: [] };
    const renamed = current.name !== undefined && current.name !== sheet.name ? { renamed: current.name } : {};
    return { name: sheet.name ?? '', ...renamed, cells: changesOf(cellsOf((sheet.cellData ?? {}) as Cells, {}, {}), cellsNow(id)) };
  });
  const added = now.sheetOrder.filter((id) => was[id] === undefined).map((id) => ({ name: now.sheets[id]?.name ?? id, cells: cellsNow(id) }));
  const patched = patchWorkbook(opened, { sheets: kept, names: new Map(book.getDefinedNames().map((one) => [one.getName(), one.getFormulaOrRefString()])) });
  if (added.length === 0) return patched;
  const withSheets = addSheets(patched, added.map(({ name, cells }) => ({ name, rows: rowsOf(cells) })));
  return patchWorkbook(withSheets, { sheets: added.map(({ name, cells }) => ({ name, cells: cells.filter(({ formula }) => formula !== undefined) })), names: new Map() });
}

/** Every cell with something in it; cells that a formula fills hold its results. */
function cellsOf(data: Cells, spilled: Cells, ranges: Ranges): CellPatch[] {
  const found: CellPatch[] = [];
  for (const [row, line] of Object.entries(data)) {
    for (const [column, cell] of Object.entries(line)) {
      const range = ranges[Number(row)]?.[Number(column)];
      const patch = patchOf(Number(row), Number(column), cell, range);
      if (patch) found.push(patch);
    }
  }
  for (const [row, line] of Object.entries(spilled)) {
    for (const [column, cell] of Object.entries(line)) {
      if (data[Number(row)]?.[Number(column)]?.f) continue;
      const patch = patchOf(Number(row), Number(column), cell, undefined);
      if (patch) found.push(patch);
    }
  }
  return found;
}

function patchOf(row: number, column: number, cell: Nullable<ICellData>, range: IRange | undefined): CellPatch | undefined {
  const value = valueOf(cell);
  if (value === undefined && !cell?.f) return undefined;
  if (!cell?.f) return { row, column, value };
  const fills = range && (range.endRow > range.startRow || range.endColumn > range.startColumn) ? addressOf({ row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 }) : undefined;
  return { row, column, value, formula: cell.f.replace(/^=/, '').replace(FUNCTIONS, '_xldudf_$1('), ...(fills === undefined ? {} : { fills }) };
}

/** Cells that differ from what the file has; those that are gone become blank. */
function changesOf(before: readonly CellPatch[], now: readonly CellPatch[]): CellPatch[] {
  const at = ({ row, column }: CellPatch): string => `${row},${column}`;
  const old = new Map(before.map((cell) => [at(cell), cell]));
  const changed = now.filter((cell) => {
    const was = old.get(at(cell));
    old.delete(at(cell));
    return !was || was.value !== cell.value || was.formula !== cell.formula;
  });
  return [...changed, ...[...old.values()].map(({ row, column }): CellPatch => ({ row, column, value: undefined }))];
}

function rowsOf(cells: readonly CellPatch[]): (string | number)[][] {
  const rows: (string | number)[][] = [];
  for (const { row, column, value } of cells) {
    const line = (rows[row] ??= []);
    line[column] = typeof value === 'boolean' ? String(value) : (value ?? '');
  }
  return Array.from(rows, (line) => Array.from(line ?? [], (cell) => cell ?? ''));
}
