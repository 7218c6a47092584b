import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, CellValueType, LocaleType } from '@univerjs/core';
import ExcelJS from 'exceljs';
import { serialOfDay } from '../../core/table/day';
import { addressOf, boundsOf } from '../office/grid';
import type { Language } from '../../core/locale/message';

/** A workbook as the spreadsheet takes it, and how it counts days. */
export interface OpenedWorkbook {
  readonly data: Partial<IWorkbookData>;
  readonly counts1904: boolean;
}

const SPARE = { rows: 50, columns: 8 } as const;
const PIXELS_A_CHARACTER = 7.5;
const MS_A_DAY = 86400000;

/** Reads the bytes of an .xlsx file: values, formulas, names, and the formats a sheet is read by. */
export async function openWorkbook(bytes: Uint8Array, language: Language): Promise<OpenedWorkbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const counts1904 = book.properties.date1904 === true;
  const sheets = Object.fromEntries(book.worksheets.map((sheet, index) => [`sheet-${index + 1}`, sheetData(sheet, `sheet-${index + 1}`, counts1904)]));
  const data: Partial<IWorkbookData> = {
    id: `book-${Date.now()}`,
    name: 'Workbook',
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    sheetOrder: Object.keys(sheets),
    sheets,
    styles: {},
    resources: [{ name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(namesOf(book)) }],
  };
  return { data, counts1904 };
}

function namesOf(book: ExcelJS.Workbook): Record<string, object> {
  const { model } = book.definedNames as unknown as { readonly model: readonly { readonly name: string; readonly ranges: readonly string[] }[] };
  return Object.fromEntries(model.flatMap(({ name, ranges: [reference] }, index) => (reference === undefined ? [] : [[`name-${index}`, { id: `name-${index}`, name, formulaOrRefString: reference, comment: '' }]])));
}

function sheetData(sheet: ExcelJS.Worksheet, id: string, counts1904: boolean): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const filled = filledCells(sheet);
  sheet.eachRow((row, rowNumber) => {
    const line: Record<number, ICellData> = {};
    row.eachCell((cell, columnNumber) => {
      const data = filled.has(cell.address) ? undefined : cellData(cell, counts1904);
      if (data) line[columnNumber - 1] = data;
    });
    cells[rowNumber - 1] = line;
  });
  const frozen = (sheet.views as ExcelJS.WorksheetView[] | undefined)?.find((view): view is ExcelJS.WorksheetViewFrozen & ExcelJS.WorksheetViewCommon => view.state === 'frozen');
  const merges = (sheet.model as unknown as { readonly merges?: readonly string[] }).merges ?? [];
  return {
    id,
    name: sheet.name,
    hidden: sheet.state === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: sheet.rowCount + SPARE.rows,
    columnCount: Math.max(20, sheet.columnCount + SPARE.columns),
    cellData: cells,
    columnData: Object.fromEntries(sheet.columns?.flatMap(({ width }, index) => (width === undefined ? [] : [[index, { w: Math.round(width * PIXELS_A_CHARACTER) }]])) ?? []),
    mergeData: merges.map((area) => mergeOf(sheet, area)),
    ...(frozen ? { freeze: { xSplit: frozen.xSplit ?? 0, ySplit: frozen.ySplit ?? 0, startRow: frozen.ySplit ?? 0, startColumn: frozen.xSplit ?? 0 } } : {}),
  };
}

/** Cells that a formula elsewhere fills: the formula will fill them again. */
function filledCells(sheet: ExcelJS.Worksheet): ReadonlySet<string> {
  const filled = new Set<string>();
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const { ref, shareType } = (cell.value ?? {}) as { readonly ref?: string; readonly shareType?: string };
      if (shareType !== 'array' || ref === undefined) return;
      const { row: top, column: left, rows, columns } = boundsOf(ref);
      for (let y = top; y < top + rows; y += 1) for (let x = left; x < left + columns; x += 1) filled.add(addressOf({ row: y, column: x, rows: 1, columns: 1 }));
      filled.delete(cell.address);
    }),
  );
  return filled;
}

function mergeOf(sheet: ExcelJS.Worksheet, area: string): { startRow: number; startColumn: number; endRow: number; endColumn: number } {
  const [first, last = first] = area.split(':').map((corner) => sheet.getCell(corner ?? 'A1'));
  return { startRow: Number(first?.row) - 1, startColumn: Number(first?.col) - 1, endRow: Number(last?.row) - 1, endColumn: Number(last?.col) - 1 };
}

function cellData(cell: ExcelJS.Cell, counts1904: boolean): ICellData | undefined {
  if (cell.type === ExcelJS.ValueType.Merge) return undefined;
  const style = styleOf(cell);
  const plain = plainCell(cell.value, counts1904);
  if (!plain && !style) return undefined;
  return { ...plain, ...(style ? { s: style } : {}) };
}

function plainCell(value: ExcelJS.CellValue, counts1904: boolean): ICellData | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'string') return { v: value, t: CellValueType.STRING };
  if (value instanceof Date) return { v: serialOfDay(Math.floor(value.getTime() / MS_A_DAY)) - (counts1904 ? 1462 : 0), t: CellValueType.NUMBER };
  if ('error' in value) return { v: value.error, t: CellValueType.STRING };
  if ('richText' in value) return { v: value.richText.map(({ text }) => text).join(''), t: CellValueType.STRING };
  if ('formula' in value) return { ...plainCell(value.result as ExcelJS.CellValue, counts1904), f: `=${value.formula.replace(/_xlfn\.(?:_xlws\.)?|_xldudf_/g, '')}` };
  if ('sharedFormula' in value) return plainCell(value.result as ExcelJS.CellValue, counts1904);
  if ('text' in value) return plainCell(value.text as ExcelJS.CellValue, counts1904);
  return undefined;
}

function styleOf({ font, fill, numFmt, alignment }: ExcelJS.Cell): IStyleData | undefined {
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  const style: IStyleData = {
    ...(font?.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(background !== undefined ? { bg: { rgb: `#${background.slice(-6)}` } } : {}),
    ...(typeof numFmt === 'string' && numFmt !== 'General' ? { n: { pattern: numFmt } } : {}),
    ...(alignment?.wrapText === true ? { tb: 3 } : {}),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}
