import ExcelJS from 'exceljs';
import { cellText, columnLetters } from '../../core/table/cell';
import type { Cell } from '../../core/table/cell';
import { readDay } from '../../core/table/day';
import { fieldOfHeader, fieldsOf } from '../../core/table/schema';
import { displayWidth } from '../../host-port/display-width';
import type { SampleSheet } from '../../sample/workbook';

/** The sample workbook as an .xlsx file: a sheet and a range name for every table, dates as dates. */
export async function sampleFile(sheets: readonly SampleSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Meritsheet';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, { kind, name, rangeName, cells }: SampleSheet): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const headers = (cells[0] ?? []).map(String);
  const types = headers.map((header) => fieldsOf(kind).find(({ key }) => key === fieldOfHeader(kind, header))?.type);
  cells.forEach((row, index) => {
    const added = sheet.addRow(row.map((cell, column) => (index === 0 ? cell : valueOf(cell, types[column]))));
    added.eachCell((cell, column) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
      else if (typeof cell.value === 'number' && (types[column - 1] === 'number' || kind === 'scores') && !Number.isInteger(cell.value)) cell.numFmt = '#,##0.00##';
    });
  });
  headers.forEach((header, column) => {
    sheet.getColumn(column + 1).width = Math.min(40, Math.max(10, header.length * 2, ...cells.slice(1, 60).map((row) => 2 + displayWidth(cellText(row[column])))));
  });
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
  workbook.definedNames.add(`'${name}'!$A$1:$${columnLetters(headers.length)}$${cells.length}`, rangeName);
}

function valueOf(cell: Cell, type: string | undefined): ExcelJS.CellValue {
  if (cell === '' || cell === null || cell === undefined) return null;
  const day = type === 'date' ? readDay(cell) : undefined;
  return typeof day === 'number' ? new Date(day * 86400000) : cell;
}
