import { strToU8 } from 'fflate';
import type { Cell } from '../../core/table/cell';
import { cellText, columnLetters } from '../../core/table/cell';
import { readDay, serialOfDay } from '../../core/table/day';
import { fieldOfHeader, fieldsOf } from '../../core/table/schema';
import { displayWidth } from '../../host-port/display-width';
import type { SampleSheet } from '../../sample/workbook';
import { writeZip } from '../../xlsx/write-zip';
import { escapeXml } from '../../xlsx/xml';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The numbers of the styles below: plain, the header, dates, amounts. */
const [PLAIN, HEADER, DATE, AMOUNT] = [0, 1, 2, 3];
const STYLES = `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="#,##0.00##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** The sample workbook as an .xlsx file: a sheet and a range name for every table, dates as dates. */
export function sampleFile(sheets: readonly SampleSheet[]): Uint8Array {
  const [texts, numbers] = [[] as string[], new Map<string, number>()];
  const shared = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const parts = sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, bytes: strToU8(sheetXml(sheet, shared)) }));
  const relation = (id: number, kind: string, target: string): string => `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = [...sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)), relation(sheets.length + 1, 'styles', 'styles.xml'), relation(sheets.length + 2, 'sharedStrings', 'sharedStrings.xml')];
  const overrides = [['workbook.xml', 'sheet.main'], ['styles.xml', 'styles'], ['sharedStrings.xml', 'sharedStrings'], ...sheets.map((_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet'])].map(([name, type]) => `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`);
  const written = (name: string, xml: string): { name: string; bytes: Uint8Array } => ({ name, bytes: strToU8(xml) });
  return writeZip([
    written('[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`),
    written('_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    written('xl/workbook.xml', workbookXml(sheets)),
    written('xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`),
    written('xl/styles.xml', STYLES),
    ...parts,
    written('xl/sharedStrings.xml', `${XML}<sst xmlns="${SHEETS}" uniqueCount="${texts.length}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`),
  ]);
}

function workbookXml(sheets: readonly SampleSheet[]): string {
  const listed = sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const names = sheets.map(({ name, rangeName, cells }) => `<definedName name="${rangeName}">${escapeXml(`'${name}'!$A$1:$${columnLetters(cells[0]?.length ?? 1)}$${cells.length}`)}</definedName>`);
  return `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function sheetXml({ kind, cells }: SampleSheet, shared: (text: string) => number): string {
  const headers = (cells[0] ?? []).map(String);
  const types = headers.map((header) => fieldsOf(kind).find(({ key }) => key === fieldOfHeader(kind, header))?.type);
  const widths = headers.map((header, column) => Math.min(40, Math.max(10, header.length * 2, ...cells.slice(1, 60).map((row) => 2 + displayWidth(cellText(row[column]))))));
  const rows = cells.map((row, index) => {
    const line = row.map((cell, column) => {
      const type = index === 0 ? 'header' : types[column];
      return cellXml(cell, `${columnLetters(column + 1)}${index + 1}`, styleOf(cell, type, kind), shared);
    });
    return `<row r="${index + 1}">${line.join('')}</row>`;
  });
  const columns = widths.map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`);
  return `${XML}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function styleOf(cell: Cell, type: string | undefined, kind: SampleSheet['kind']): number {
  if (type === 'header') return HEADER;
  if (type === 'date' && typeof readDay(cell) === 'number') return DATE;
  return typeof cell === 'number' && (type === 'number' || kind === 'scores') && !Number.isInteger(cell) ? AMOUNT : PLAIN;
}

function cellXml(cell: Cell, at: string, style: number, shared: (text: string) => number): string {
  if (cell === '' || cell === null || cell === undefined) return '';
  const styled = style === PLAIN ? '' : ` s="${style}"`;
  const day = style === DATE ? readDay(cell) : undefined;
  const number = typeof day === 'number' ? serialOfDay(day) : cell;
  if (typeof number === 'number') return `<c r="${at}"${styled}><v>${number}</v></c>`;
  if (typeof number === 'boolean') return `<c r="${at}"${styled} t="b"><v>${number ? 1 : 0}</v></c>`;
  return `<c r="${at}"${styled} t="s"><v>${shared(number)}</v></c>`;
}
