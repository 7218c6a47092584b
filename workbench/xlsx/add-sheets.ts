import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { columnLetters, rangeWidth } from '../../core/table/cell';
import { WorkbookError } from './read-workbook';

/** A sheet to be added: a header row and rows of plain values. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * Adds sheets to an .xlsx file by touching only the parts that list sheets and styles; everything else in the file
 * stays as it is, byte for byte. Text is written as text, whatever it begins with.
 */
export function addSheets(bytes: Uint8Array, sheets: readonly NewSheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  const files = new Map(Object.entries(parts));
  const text = (path: string): string => {
    const part = files.get(path);
    if (!part) throw new WorkbookError(`The workbook lacks the part ${path}. / 工作簿缺少 ${path}。`);
    return strFromU8(part);
  };
  const workbookPath = workbookPart(text('_rels/.rels'));
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`;
  let workbook = text(workbookPath);
  let relations = text(relationsPath);
  let types = text('[Content_Types].xml');
  const styles = addStyles(files.has(`${folder}styles.xml`) ? text(`${folder}styles.xml`) : undefined);
  if (styles.xml !== undefined) files.set(`${folder}styles.xml`, strToU8(styles.xml));
  const names = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g)].map((match) => unescapeXml(match[1] ?? ''));
  let sheetId = Math.max(0, ...[...workbook.matchAll(/\bsheetId="(\d+)"/g)].map((match) => Number(match[1])));
  for (const sheet of sheets) {
    const name = freeName(sheet.name, names);
    names.push(name);
    sheetId += 1;
    const file = freeFile(files, folder, sheetId);
    const id = freeId(relations);
    files.set(`${folder}${file}`, strToU8(sheetXml(sheet.rows, styles)));
    workbook = workbook.replace(/<\/((?:\w+:)?)sheets>/, (end, prefix: string) => `<${prefix}sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${escapeXml(name)}" sheetId="${sheetId}" r:id="${id}"/>${end}`);
    relations = relations.replace('</Relationships>', `<Relationship Id="${id}" Type="${RELATIONSHIP}" Target="${file}"/></Relationships>`);
    types = types.replace('</Types>', `<Override PartName="/${folder}${file}" ContentType="${CONTENT_TYPE}"/></Types>`);
  }
  files.set(workbookPath, strToU8(workbook));
  files.set(relationsPath, strToU8(relations));
  files.set('[Content_Types].xml', strToU8(types));
  return zipSync(Object.fromEntries(files) as Zippable, { level: 6 });
}

function workbookPart(relations: string): string {
  const match = /Type="[^"]*\/officeDocument"[^>]*Target="\/?([^"]+)"/.exec(relations) ?? /Target="\/?([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(relations);
  return match?.[1] ?? 'xl/workbook.xml';
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

function freeFile(files: ReadonlyMap<string, Uint8Array>, folder: string, number: number): string {
  for (let at = number; ; at += 1) {
    const file = `worksheets/sheet${at}.xml`;
    if (!files.has(`${folder}${file}`)) return file;
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
}

/** Adds a bold header style and a style for amounts to the workbook's styles. */
function addStyles(xml: string | undefined): Styles {
  const fonts = xml && /<fonts\b[^>]*>([\s\S]*?)<\/fonts>/.exec(xml);
  const formats = xml && /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml);
  if (!xml || !fonts || !formats) return { xml: undefined, header: 0, money: 0 };
  const fontCount = (fonts[1] ?? '').match(/<font\b/g)?.length ?? 0;
  const formatCount = (formats[1] ?? '').match(/<xf\b/g)?.length ?? 0;
  const withFont = xml.replace(fonts[0], `<fonts count="${fontCount + 1}">${fonts[1] ?? ''}<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>`);
  const header = `<xf numFmtId="0" fontId="${fontCount}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`;
  const money = '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
  const made = withFont.replace(formats[0], `<cellXfs count="${formatCount + 2}">${formats[1] ?? ''}${header}${money}</cellXfs>`);
  return { xml: made, header: formatCount, money: formatCount + 1 };
}

function sheetXml(rows: NewSheet['rows'], styles: Styles): string {
  const width = Math.max(1, rangeWidth(rows));
  const widths = Array.from({ length: width }, (_, column) => {
    const longest = Math.max(8, ...rows.slice(0, 500).map((row) => displayWidth(row[column])));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(60, longest + 2)}" customWidth="1"/>`;
  });
  const money = Array.from({ length: width }, (_, column) => rows.some((row) => typeof row[column] === 'number' && !Number.isInteger(row[column])));
  const body = rows.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cellXml(value, `${columnLetters(column + 1)}${index + 1}`, index === 0, money[column] ? styles : { ...styles, money: 0 })).join('')}</row>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${body.join('')}</sheetData><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function displayWidth(value: string | number | undefined): number {
  return [...String(value ?? '')].reduce((total, character) => total + (character > '\u2e7f' ? 2 : 1), 0);
}

function cellXml(value: string | number, at: string, isHeader: boolean, styles: Styles): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"${styles.money > 0 && !isHeader ? ` s="${styles.money}"` : ''}><v>${value}</v></c>`;
  return `<c r="${at}"${isHeader && styles.header > 0 ? ` s="${styles.header}"` : ''} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function escapeXml(text: string): string {
  // Control characters are not allowed in XML at all.
  return text.replace(/[\p{Cc}]/gu, (control) => (control === '\n' || control === '\t' ? control : '')).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function unescapeXml(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}
