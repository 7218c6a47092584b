import type { ICellData, IColumnData, IRange, IStyleData, Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { catalogue } from '../../core/catalogue/catalogue';
import { addressOf } from '../office/grid';
import { addSheets } from '../../xlsx/add-sheets';
import type { CellPatch } from '../xlsx/patch-sheet';
import type { SheetPatch } from '../xlsx/patch-workbook';
import { patchWorkbook } from '../xlsx/patch-workbook';
import { lookOf, wholeLook } from './cell-look';
import { valueOf } from './cell-value';
import type { GridCell, Opened } from './saved-changes';
import { changedCells, keyOf } from './saved-changes';
import type { Spreadsheet } from './spreadsheet';

type Cells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;
type Styles = Readonly<Record<string, Nullable<IStyleData>>>;
type Ranges = Readonly<Record<number, Readonly<Record<number, IRange>>>>;

const FUNCTIONS = new RegExp(`\\b(${catalogue.map(({ name }) => name).join('|')})\\(`, 'gi');

/** The workbook as it was when its formulas had been computed for the first time: what is saved is compared with it. */
export interface Baseline {
  readonly sheets: ReadonlyMap<string, Opened & { readonly name: string }>;
  readonly names: ReadonlyMap<string, string>;
}

/** A sheet as it was read from the file, before anything was computed. */
export interface ReadSheet {
  readonly id: string;
  readonly name: string;
  readonly cellData: unknown;
}

/** Remembers what the spreadsheet holds. Cells without a formula are as they were read: somebody may have typed already. */
export function rememberWorkbook(spreadsheet: Spreadsheet, read: readonly ReadSheet[]): Baseline {
  const now = new Map(gridSheets(spreadsheet).map((sheet) => [sheet.id, sheet]));
  const sheets = read.map(({ id, name, cellData }) => {
    const cells = cellsOf(cellData as Cells, {}, {}, {});
    const asRead = new Map(cells.map((cell) => [keyOf(cell), cell]));
    const computed = (now.get(id)?.cells ?? []).filter((cell) => asRead.get(keyOf(cell))?.formula === cell.formula && (cell.formula !== undefined || !asRead.has(keyOf(cell))) && (cell.formula !== undefined || now.get(id)?.spilled.has(keyOf(cell)) === true));
    const looks = new Map((now.get(id)?.cells ?? []).map((cell) => [keyOf(cell), cell.look ?? {}]));
    return [id, { name, looks, read: asRead, computed: new Map(computed.map((cell) => [keyOf(cell), cell])) }] as const;
  });
  return { sheets: new Map(sheets), names: namesOf(spreadsheet) };
}

/**
 * The workbook of the page as an .xlsx file: the file that was opened, with the cells, sheets and names that have
 * changed since, and everything else in it as it was. Where nothing has changed, it is the very file.
 */
export function saveWorkbook(spreadsheet: Spreadsheet, opened: Uint8Array, { sheets, names }: Baseline): Uint8Array {
  const now = gridSheets(spreadsheet);
  const kept = [...sheets].map(([id, before]): SheetPatch => {
    const current = now.find((sheet) => sheet.id === id);
    if (!current) return { name: before.name, removed: true, cells: [] };
    return { name: before.name, ...(current.name === before.name ? {} : { renamed: current.name }), cells: changedCells(before, current.cells) };
  });
  const added = now.filter(({ id }) => !sheets.has(id));
  const patched = patchWorkbook(opened, { sheets: kept, names: changedNames(names, namesOf(spreadsheet)) });
  if (added.length === 0) return patched;
  const withSheets = addSheets(patched, added.map(({ name, cells, widths, frozenRows }) => ({ name, rows: rowsOf(cells), widths, frozenRows })));
  return patchWorkbook(withSheets, { sheets: added.map(({ name, cells }) => ({ name, cells: cells.map(dressed) })), names: new Map() });
}

/** A cell of a new sheet: its values are there, its look and formula are not. */
function dressed({ look = {}, ...cell }: GridCell): CellPatch {
  return { ...cell, look: wholeLook(look), ...(cell.formula === undefined ? { keepsContent: true } : {}) };
}

const PIXELS_A_CHARACTER = 7.5;

function widthsOf(columns: Readonly<Record<number, Nullable<Partial<IColumnData>>>>): Record<number, number> {
  return Object.fromEntries(Object.entries(columns).flatMap(([column, data]) => (data?.w ? [[column, Math.round((data.w / PIXELS_A_CHARACTER) * 100) / 100]] : [])));
}

function changedNames(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Map<string, string | undefined> {
  const changed = new Map<string, string | undefined>([...now].filter(([name, refersTo]) => before.get(name) !== refersTo));
  for (const name of before.keys()) if (!now.has(name)) changed.set(name, undefined);
  return changed;
}

interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly GridCell[];
  /** How wide its columns are, in characters, where somebody has said so. */
  readonly widths: Readonly<Record<number, number>>;
  readonly frozenRows: number;
  /** Cells that a formula elsewhere fills. */
  readonly spilled: ReadonlySet<string>;
}

function gridSheets({ univer, api }: Spreadsheet): GridSheet[] {
  const book = api.getActiveWorkbook();
  if (!book) throw new Error('No workbook is open.');
  const saved = book.save();
  const model = univer.__getInjector().get(FormulaDataModel);
  const [spills, ranges] = [model.getArrayFormulaCellData()?.[book.getId()] ?? {}, model.getArrayFormulaRange()?.[book.getId()] ?? {}];
  return saved.sheetOrder.map((id) => {
    const spill = (spills[id] ?? {}) as Cells;
    return {
      id,
      name: saved.sheets[id]?.name ?? id,
      cells: cellsOf((saved.sheets[id]?.cellData ?? {}) as Cells, spill, (ranges[id] ?? {}) as Ranges, saved.styles as Styles),
      widths: widthsOf(saved.sheets[id]?.columnData ?? {}),
      frozenRows: Math.max(0, saved.sheets[id]?.freeze?.ySplit ?? 0),
      spilled: new Set(Object.entries(spill).flatMap(([row, line]) => Object.keys(line).map((column) => `${row},${column}`))),
    };
  });
}

function namesOf({ api }: Spreadsheet): Map<string, string> {
  return new Map((api.getActiveWorkbook()?.getDefinedNames() ?? []).map((one) => [one.getName(), one.getFormulaOrRefString()]));
}

/** Every cell with something in it; cells that a formula fills hold its results. */
function cellsOf(data: Cells, spilled: Cells, ranges: Ranges, styles: Styles): GridCell[] {
  const found: GridCell[] = [];
  for (const [row, line] of Object.entries(data)) {
    for (const [column, cell] of Object.entries(line)) {
      const range = ranges[Number(row)]?.[Number(column)];
      const patch = patchOf(Number(row), Number(column), cell, range, styles);
      if (patch) found.push(patch);
    }
  }
  for (const [row, line] of Object.entries(spilled)) {
    for (const [column, cell] of Object.entries(line)) {
      if (data[Number(row)]?.[Number(column)]?.f) continue;
      const patch = patchOf(Number(row), Number(column), cell, undefined, styles);
      if (patch) found.push(patch);
    }
  }
  return found;
}

function patchOf(row: number, column: number, cell: Nullable<ICellData>, range: IRange | undefined, styles: Styles): GridCell | undefined {
  const value = valueOf(cell);
  const look = lookOf(typeof cell?.s === 'string' ? styles[cell.s] : cell?.s);
  if (value === undefined && !cell?.f && Object.keys(look).length === 0) return undefined;
  if (!cell?.f) return { row, column, value, look };
  const fills = range && (range.endRow > range.startRow || range.endColumn > range.startColumn) ? addressOf({ row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 }) : undefined;
  return { row, column, value, look, formula: cell.f.replace(/^=/, '').replace(FUNCTIONS, '_xldudf_$1('), ...(fills === undefined ? {} : { fills }) };
}

function rowsOf(cells: readonly GridCell[]): (string | number)[][] {
  const rows: (string | number)[][] = [];
  for (const { row, column, value } of cells) {
    const line = (rows[row] ??= []);
    line[column] = typeof value === 'boolean' ? String(value) : (value ?? '');
  }
  return Array.from(rows, (line) => Array.from(line ?? [], (cell) => cell ?? ''));
}
