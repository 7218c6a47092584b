import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleWorkbook } from '../../sample/workbook';
import { patchSheet } from '../../workbench/xlsx/patch-sheet';
import { patchWorkbook } from '../../workbench/xlsx/patch-workbook';
import { WorkbookError } from '../../xlsx/workbook-error';
import { sampleFile } from '../../workbench/xlsx/write-sample';

let file: Uint8Array;
beforeAll(() => {
  file = sampleFile(sampleWorkbook({ language: 'en', lines: 40 }));
});

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

describe('patching a workbook', () => {
  it('changes the cells named and leaves every other part byte for byte', async () => {
    const patched = patchWorkbook(file, { sheets: [{ name: 'Orders', cells: [{ row: 1, column: 0, value: '=<PO & "1">' }, { row: 1, column: 14, value: 12.5 }, { row: 2, column: 0, value: undefined }, { row: 500, column: 3, value: true }] }], names: new Map() });
    const [before, after] = [unzipSync(file), unzipSync(patched)];
    const differing = Object.keys(before).filter((path) => strFromU8(before[path]!) !== strFromU8(after[path] ?? new Uint8Array()));
    expect(differing).toEqual(['xl/worksheets/sheet3.xml']);
    const orders = (await load(patched)).getWorksheet('Orders')!;
    expect([orders.getCell('A2').value, orders.getCell('O2').value, orders.getCell('A3').value, orders.getCell('D501').value]).toEqual(['=<PO & "1">', 12.5, null, true]);
    // A neighbour keeps its date and its format.
    expect(orders.getCell('C2').value).toBeInstanceOf(Date);
  });

  it('writes a formula with what it fills, renames and removes sheets, and moves names', async () => {
    const patched = patchWorkbook(file, {
      sheets: [
        { name: 'FX', renamed: 'Rates & days', cells: [{ row: 0, column: 5, value: 'Period', formula: '_xldudf_SETTLE("2026-03")', fills: 'F1:G2' }] },
        { name: 'Holidays', removed: true, cells: [] },
      ],
      names: new Map([['MeritFx', "'Rates & days'!$A$1:$C$99"], ['MyName', "Orders!$A$1"]]),
    });
    const book = await load(patched);
    expect(book.worksheets.map(({ name }) => name)).not.toContain('Holidays');
    expect(book.getWorksheet('Rates & days')!.getCell('F1').value).toMatchObject({ formula: '_xldudf_SETTLE("2026-03")', result: 'Period', ref: 'F1:G2' });
    const names = Object.fromEntries((book.definedNames as unknown as { model: { name: string; ranges: string[] }[] }).model.map(({ name, ranges }) => [name, ranges[0]]));
    expect([names['MeritFx'], names['MyName'], names['MeritHolidays']]).toEqual(["'Rates & days'!$A$1:$C$99", 'Orders!$A$1', undefined]);
  });

  it('keeps the style of a cell, fills rows between others, and says when a part is missing', () => {
    const xml = '<worksheet><dimension ref="A1:A3"/><sheetData><row r="1" spans="1:2"><c r="A1" s="4" t="s"><v>0</v></c></row><row r="3"/></sheetData></worksheet>';
    expect(patchSheet(xml, [{ row: 0, column: 0, value: 5 }, { row: 1, column: 1, value: 'x' }, { row: 3, column: 0, value: 1 }])).toBe(
      '<worksheet><sheetData><row r="1" spans="1:2"><c r="A1" s="4"><v>5</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row><row r="3"/><row r="4"><c r="A4"><v>1</v></c></row></sheetData></worksheet>',
    );
    expect(() => patchSheet('<worksheet/>', [])).toThrow(WorkbookError);
    expect(() => patchWorkbook(file, { sheets: [{ name: 'Nowhere', cells: [{ row: 0, column: 0, value: 1 }] }], names: new Map() })).toThrow(WorkbookError);
  });

  it('drops the order of calculation where a formula was changed, and keeps it where none was', () => {
    const parts = unzipSync(file);
    const types = strFromU8(parts['[Content_Types].xml']!).replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>');
    const withChain = zipSync({ ...parts, 'xl/calcChain.xml': strToU8('<calcChain/>'), '[Content_Types].xml': strToU8(types) });
    expect(patchWorkbook(withChain, { sheets: [], names: new Map() })).toBe(withChain);
    const typed = { name: 'Orders', cells: [{ row: 1, column: 0, value: 'x' }] };
    expect(unzipSync(patchWorkbook(withChain, { sheets: [typed], names: new Map() }))['xl/calcChain.xml']).toBeDefined();
    const after = unzipSync(patchWorkbook(withChain, { sheets: [{ name: 'Orders', cells: [{ row: 1, column: 0, value: 2, formula: '1+1' }] }], names: new Map() }));
    expect(after['xl/calcChain.xml']).toBeUndefined();
    expect(strFromU8(after['[Content_Types].xml']!)).not.toContain('calcChain');
  });
});
