import { strToU8 } from 'fflate';
import { columnLetters, rangeWidth } from '../core/table/cell';
import { displayWidth } from '../host-port/display-width';
import type { PackageParts } from './package-parts';
import { closePackage, openPackage, relationsOf } from './package-parts';
import type { Look, StyleBook } from './style-book';
import { openStyles } from './style-book';
import { escapeXml, unescapeXml } from './xml';

/** A sheet to be added: a header row and rows of plain values. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** Rows above the header: a title. A sheet with a title is never taken for a table. */
  readonly titleRows?: number;
  /** A page to print: this many rows below the title are boxed, and long texts wrap. */
  readonly boxedRows?: number;
  /** Widths of columns in characters, by their number from 0; the others are as wide as their texts. */
  readonly widths?: Readonly<Record<number, number>>;
  /** How many rows stay at the top; the title and the header where nobody says. */
  readonly frozenRows?: number;
  /** A page to print, upright: rows in bold and a shaded header (counted from 1), number formats by column from 0. */
  readonly letter?: Letter;
}

export interface Letter {
  readonly bold: readonly number[];
  /** The header of its table: shaded, and repeated on every page. */
  readonly header: number;
  readonly formats: Readonly<Record<number, string>>;
}

/** The addresses by which the two editions of the format call the same things (ECMA-376, transitional and strict). */
const EDITIONS = {
  transitional: { relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', sheet: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
  strict: { relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships', sheet: 'http://purl.oclc.org/ooxml/spreadsheetml/main' },
} as const;
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * Adds sheets to an .xlsx file by touching only the parts that list sheets and styles; everything else in the file
 * stays as it is, byte for byte. Text is written as text, whatever it begins with.
 */
export function addSheets(bytes: Uint8Array, sheets: readonly NewSheet[]): Uint8Array {
  const parts = openPackage(bytes);
  const { changed, folder, text } = parts;
  const stylesPath = relationsOf(parts).find(({ kind }) => kind === 'styles')?.target ?? `${folder}styles.xml`;
  const styles = addStyles(parts.has(stylesPath) ? text(stylesPath) : undefined);
  const further = styles.xml === undefined || !sheets.some(({ letter }) => letter) ? undefined : openStyles(styles.xml);
  const names = [...parts.workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g)].map((match) => unescapeXml(match[1] ?? ''));
  const edition = EDITIONS[parts.workbook.includes(EDITIONS.strict.sheet) ? 'strict' : 'transitional'];
  let sheetId = Math.max(0, ...[...parts.workbook.matchAll(/\bsheetId="(\d+)"/g)].map((match) => Number(match[1])));
  for (const sheet of sheets) {
    const name = freeName(sheet.name, names);
    names.push(name);
    sheetId += 1;
    if (sheet.letter) parts.workbook = withPrintTitles(parts.workbook, { name, index: names.length - 1, row: sheet.letter.header });
    const file = freeFile(parts, sheetId);
    const id = freeId(parts.relations);
    changed.set(`${folder}${file}`, strToU8(sheetXml(sheet, { ...styles, styled: further?.styled }, edition.sheet)));
    parts.workbook = parts.workbook.replace(/<\/((?:\w+:)?)sheets>/, (end, prefix: string) => `<${prefix}sheet xmlns:r="${edition.relations}" name="${escapeXml(name)}" sheetId="${sheetId}" r:id="${id}"/>${end}`);
    parts.relations = parts.relations.replace(/<\/((?:\w+:)?)Relationships>/, (end, prefix: string) => `<${prefix}Relationship Id="${id}" Type="${edition.relations}/worksheet" Target="${file}"/>${end}`);
    parts.types = parts.types.replace(/<\/((?:\w+:)?)Types>/, (end, prefix: string) => `<${prefix}Override PartName="/${folder}${file}" ContentType="${CONTENT_TYPE}"/>${end}`);
  }
  if (styles.xml !== undefined) changed.set(stylesPath, strToU8(further ? further.xml() : styles.xml));
  return closePackage(parts);
}

/** Lets a row be repeated on every printed page of a sheet. */
function withPrintTitles(workbook: string, { name, index, row }: { readonly name: string; readonly index: number; readonly row: number }): string {
  const own = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(name.replaceAll("'", "''"))}'!$${row}:$${row}</definedName>`;
  if (workbook.includes('</definedNames>')) return workbook.replace('</definedNames>', (end) => `${own}${end}`);
  return workbook.replace('</sheets>', (end) => `${end}<definedNames>${own}</definedNames>`);
}

/** A sheet name that is free and allowed: 31 characters, none of []:*?/\. */
function freeName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(clean.toLowerCase())) return clean;
  for (let number = 2; ; number += 1) {
    const name = `${clean.slice(0, 27)} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function freeFile({ has, folder }: PackageParts, number: number): string {
  for (let at = number; ; at += 1) {
    const file = `worksheets/sheet${at}.xml`;
    if (!has(`${folder}${file}`)) return file;
  }
}

function freeId(relations: string): string {
  const numbers = [...relations.matchAll(/\bId="rId(\d+)"/g)].map((match) => Number(match[1]));
  return `rId${Math.max(0, ...numbers) + 1}`;
}

interface Styles {
  readonly xml: string | undefined;
  readonly header: number;
  readonly money: number;
  readonly box: number;
  readonly boxedFigure: number;
  readonly boxedHeader: number;
  readonly boxedMoney: number;
  readonly styled?: StyleBook['styled'] | undefined;
}

const NO_STYLES: Styles = { xml: undefined, header: 0, money: 0, box: 0, boxedFigure: 0, boxedHeader: 0, boxedMoney: 0 };

/** Adds styles to the workbook's: a bold header, amounts, and boxes for pages to print. */
function addStyles(xml: string | undefined): Styles {
  const fonts = xml && /<fonts\b[^>]*>([\s\S]*?)<\/fonts>/.exec(xml);
  const formats = xml && /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml);
  const borders = xml && /<borders\b[^>]*>([\s\S]*?)<\/borders>/.exec(xml);
  if (!xml || !fonts || !formats || !borders) return NO_STYLES;
  const [font, border, first] = [countOf(fonts[1], /<font\b/g), countOf(borders[1], /<border\b/g), countOf(formats[1], /<xf\b/g)];
  const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const box = `borderId="${border}" xfId="0" applyBorder="1" applyAlignment="1"`;
  const added = [
    `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`,
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    `<xf numFmtId="0" fontId="0" fillId="0" ${box}><alignment vertical="top" wrapText="1"/></xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" ${box}><alignment horizontal="right" vertical="top" wrapText="1"/></xf>`,
    `<xf numFmtId="0" fontId="${font}" fillId="0" ${box} applyFont="1"><alignment vertical="top" wrapText="1"/></xf>`,
    `<xf numFmtId="4" fontId="0" fillId="0" ${box} applyNumberFormat="1"><alignment horizontal="right" vertical="top"/></xf>`,
  ];
  const made = xml
    .replace(fonts[0], `<fonts count="${font + 1}">${fonts[1] ?? ''}<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>`)
    .replace(borders[0], `<borders count="${border + 1}">${borders[1] ?? ''}<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`)
    .replace(formats[0], `<cellXfs count="${first + added.length}">${formats[1] ?? ''}${added.join('')}</cellXfs>`);
  return { xml: made, header: first, money: first + 1, box: first + 2, boxedFigure: first + 3, boxedHeader: first + 4, boxedMoney: first + 5 };
}

function countOf(text: string | undefined, pattern: RegExp): number {
  return (text ?? '').match(pattern)?.length ?? 0;
}

const WIDEST = { table: 60, page: 26 } as const;

function sheetXml({ rows, titleRows = 0, boxedRows = 0, widths: own = {}, letter, frozenRows = letter ? 0 : titleRows + 1 }: NewSheet, styles: Styles, namespace: string): string {
  const width = Math.max(1, rangeWidth(rows));
  const isPage = boxedRows > 0;
  const measured = rows.slice(titleRows, 500).filter((row) => row.length > 1);
  const widths = Array.from({ length: width }, (_, column) => Math.min(isPage ? WIDEST.page : WIDEST.table, 2 + Math.max(8, ...measured.map((row) => displayWidth(row[column])))));
  const columns = widths.map((size, column) => own[column] ?? size).map((size, column) => `<col min="${column + 1}" max="${column + 1}" width="${size}" customWidth="1"/>`);
  const money = Array.from({ length: width }, (_, column) => rows.some((row) => typeof row[column] === 'number' && !Number.isInteger(row[column])));
  const styleOf = (value: string | number, row: number, column: number): number => {
    if (letter) return styles.styled?.(0, lookOnLetter(letter, value, row + 1, column)) ?? 0;
    const isBoxed = row >= titleRows && row < titleRows + boxedRows;
    if (isBoxed && row === titleRows) return styles.boxedHeader;
    if (isBoxed && typeof value === 'number' && money[column] === true) return styles.boxedMoney;
    if (isBoxed) return /^-?\d[\d,]*(?:\.\d+)?%?$/.test(String(value)) ? styles.boxedFigure : styles.box;
    if (row === titleRows || row === 0) return typeof value === 'string' ? styles.header : 0;
    return typeof value === 'number' && money[column] === true ? styles.money : 0;
  };
  const body = rows.map((row, index) => {
    const cells = row.map((value, column) => cellXml(value, `${columnLetters(column + 1)}${index + 1}`, styleOf(value, index, column), isPage || index + 1 === letter?.header));
    const isBoxed = index >= titleRows && index < titleRows + boxedRows;
    return `<row r="${index + 1}"${isBoxed ? heightOf(row, widths) : ''}>${cells.join('')}</row>`;
  });
  const frozen = frozenRows === 0 ? '' : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${margins}<pageSetup paperSize="9" orientation="${letter ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

const SHADE = 'E8EEF7';

function lookOnLetter({ bold, header, formats }: Letter, value: string | number, row: number, column: number): Look {
  const isFigure = typeof value === 'number' || (row === header && formats[column] !== undefined);
  return {
    ...(bold.includes(row) || row === header ? { bold: true } : {}),
    ...(row === header ? { fill: SHADE } : {}),
    ...(row === 1 ? { size: 15 } : {}),
    ...(typeof value === 'number' ? { format: formats[column] ?? 'General' } : {}),
    ...(isFigure ? { align: 'right' as const } : {}),
  };
}

/** The height that the longest wrapped text of a row needs; readers do not work it out by themselves. */
function heightOf(row: readonly (string | number)[], widths: readonly number[]): string {
  const lines = row.map((value, column) => {
    const [needed, size] = [displayWidth(value), widths[column] ?? 10];
    return needed <= size - 2 ? 1 : Math.ceil((needed * 1.1) / (size - 1));
  });
  return ` ht="${15 * Math.max(1, ...lines)}" customHeight="1"`;
}

function cellXml(value: string | number, at: string, style: number, keepsBlank: boolean): string {
  const styled = style > 0 ? ` s="${style}"` : '';
  if (value === '') return keepsBlank && style > 0 ? `<c r="${at}"${styled}/>` : '';
  if (typeof value === 'number') return `<c r="${at}"${styled}><v>${value}</v></c>`;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
