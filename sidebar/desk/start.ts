import { rangeWidth } from '../../core/table/cell';
import type { Change } from '../../host-port/change';
import { sampleWorkbook } from '../../sample/workbook';
import type { Desk } from './desk';

/** The sheets of the sample workbook, for a workbook that does not have sheets of those names. */
export function sampleSheets({ language, book }: Desk): readonly Change[] {
  const taken = new Set(book.sheets.map(({ origin }) => origin?.sheet.toLowerCase()));
  return sampleWorkbook({ language })
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .flatMap(({ name, rangeName, cells }): Change[] => [
      { kind: 'write sheet', sheet: name, rows: cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))) },
      { kind: 'define name', name: rangeName, sheet: name, row: 1, column: 1, rows: cells.length, columns: rangeWidth(cells) },
    ]);
}
