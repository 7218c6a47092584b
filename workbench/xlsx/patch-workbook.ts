import { strToU8 } from 'fflate';
import { columnNumber } from '../../host-port/reference';
import { columnLetters } from '../../core/table/cell';
import { closePackage, openPackage } from '../../xlsx/package-parts';
import { WorkbookError } from '../../xlsx/workbook-error';
import { escapeXml, unescapeXml } from '../../xlsx/xml';

/** What a cell holds now: a value, a formula with its last result, or nothing. Row and column count from 0. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | undefined;
  /** Without the = before it. */
  readonly formula?: string;
  /** The rectangle that the formula fills, as an address, if it fills more than its cell. */
  readonly fills?: string;
}

/** What has become of a sheet that was in the file. */
export interface SheetPatch {
  /** Its name in the file. */
  readonly name: string;
  readonly renamed?: string;
  readonly removed?: boolean;
  readonly cells: readonly CellPatch[];
}

export interface WorkbookPatch {
  readonly sheets: readonly SheetPatch[];
  /** Defined names and what they refer to; names that are not here stay as they are. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Writes what has changed into an .xlsx file and nothing else: every part of it that is not a changed cell, sheet
 * or name stays byte for byte.
 */
export function patchWorkbook(bytes: Uint8Array, patch: WorkbookPatch): Uint8Array {
  const parts = openPackage(bytes);
  const { files, folder, text } = parts;
  for (const sheet of patch.sheets) {
    const element = sheetElement(parts.workbook, sheet.name);
    const id = /r:id="([^"]+)"/.exec(element)?.[1] ?? '';
    const target = new RegExp(`<Relationship\\b(?=[^>]*\\bId="${id}")[^>]*\\bTarget="([^"]+)"[^>]*/>`).exec(parts.relations);
    const path = target?.[1]?.startsWith('/') === true ? target[1].slice(1) : `${folder}${target?.[1] ?? ''}`;
    if (sheet.removed === true) {
      parts.workbook = withoutSheet(parts.workbook, element, sheet.name);
      parts.relations = parts.relations.replace(target?.[0] ?? '', '');
      parts.types = parts.types.replace(new RegExp(`<Override\\b[^>]*PartName="/${path.replaceAll('.', '\\.')}"[^>]*/>`), '');
      files.delete(path);
      continue;
    }
    if (sheet.cells.length > 0) files.set(path, strToU8(patchSheet(text(path), sheet.cells)));
    if (sheet.renamed !== undefined) parts.workbook = parts.workbook.replace(element, element.replace(/\bname="[^"]*"/, `name="${escapeXml(sheet.renamed)}"`));
  }
  parts.workbook = withNames(parts.workbook, patch.names);
  // The order of calculation is worked out anew by whoever opens the file; a stale one is an error to Excel.
  for (const path of [...files.keys()].filter((name) => name.endsWith('calcChain.xml'))) {
    files.delete(path);
    parts.relations = parts.relations.replace(/<Relationship\b[^>]*\/calcChain"[^>]*\/>/, '');
    parts.types = parts.types.replace(/<Override\b[^>]*calcChain\.xml"[^>]*\/>/, '');
  }
  return closePackage(parts);
}

function sheetElement(workbook: string, name: string): string {
  const found = workbook.match(/<(?:\w+:)?sheet\b[^>]*\/>/g)?.find((element) => unescapeXml(/\bname="([^"]*)"/.exec(element)?.[1] ?? '') === name);
  if (found === undefined) throw new WorkbookError(`The file has no sheet ${name}. / 文件中没有工作表 ${name}。`);
  return found;
}

/** Takes a sheet out of the list, and with it the names that belonged to it; those of sheets behind it move up. */
function withoutSheet(workbook: string, element: string, name: string): string {
  const all: readonly string[] = workbook.match(/<(?:\w+:)?sheet\b[^>]*\/>/g) ?? [];
  const index = all.indexOf(element);
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  return workbook.replace(element, '').replace(/<definedName\b[^>]*>([^<]*)<\/definedName>/g, (whole: string, reference: string) => {
    const local = Number(/localSheetId="(\d+)"/.exec(whole)?.[1] ?? -1);
    const refersTo = unescapeXml(reference);
    if (local === index || refersTo.startsWith(`${name}!`) || refersTo.startsWith(quoted)) return '';
    return local > index ? whole.replace(/localSheetId="\d+"/, `localSheetId="${local - 1}"`) : whole;
  });
}

function withNames(workbook: string, names: ReadonlyMap<string, string>): string {
  let made = workbook;
  const added: string[] = [];
  for (const [name, reference] of names) {
    const pattern = new RegExp(`(<definedName\\b(?![^>]*localSheetId)[^>]*\\bname="${name.replace(/[.\\?]/g, '\\$&')}"[^>]*>)[^<]*(</definedName>)`);
    if (pattern.test(made)) made = made.replace(pattern, (_whole, open: string, close: string) => `${open}${escapeXml(reference)}${close}`);
    else added.push(`<definedName name="${escapeXml(name)}">${escapeXml(reference)}</definedName>`);
  }
  if (added.length === 0) return made;
  if (made.includes('</definedNames>')) return made.replace('</definedNames>', `${added.join('')}</definedNames>`);
  return made.replace(/<\/(?:\w+:)?sheets>/, (end) => `${end}<definedNames>${added.join('')}</definedNames>`);
}

/** A sheet's part with some cells replaced; styles, and all other cells, stay. */
export function patchSheet(xml: string, cells: readonly CellPatch[]): string {
  const data = /<sheetData\s*\/>|<sheetData\b[^>]*>([\s\S]*?)<\/sheetData>/.exec(xml);
  if (!data) throw new WorkbookError('A sheet of the file has no cells to change. / 文件中的工作表没有可修改的单元格。');
  const byRow = new Map<number, Map<number, CellPatch>>();
  for (const cell of cells) {
    const row = byRow.get(cell.row + 1) ?? new Map<number, CellPatch>();
    row.set(cell.column + 1, cell);
    byRow.set(cell.row + 1, row);
  }
  const pending = [...byRow.keys()].sort((a, b) => a - b);
  const rows: string[] = [];
  const insertBefore = (limit: number): void => {
    for (let next = pending[0]; next !== undefined && next < limit; next = pending[0]) {
      rows.push(patchRow(` r="${next}"`, '', next, byRow.get(next) ?? new Map()));
      pending.shift();
    }
  };
  let last = 0;
  for (const [whole, attributes = '', body = ''] of (data[1] ?? '').matchAll(/<row\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const number = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? last + 1);
    last = number;
    insertBefore(number);
    const patches = byRow.get(number);
    if (patches) pending.shift();
    rows.push(patches ? patchRow(attributes.replace(/ spans="[^"]*"/, ''), body, number, patches) : whole);
  }
  insertBefore(Infinity);
  // A formula shared with cells below would be lost with its first cell: Excel keeps it there.
  return xml.replace(data[0], () => `<sheetData>${rows.join('')}</sheetData>`).replace(/<dimension\b[^>]*\/>/, '');
}

function patchRow(attributes: string, body: string, row: number, patches: ReadonlyMap<number, CellPatch>): string {
  const cells = new Map<number, string>();
  let last = 0;
  for (const [whole, own = ''] of body.matchAll(/<c\b((?:[^>"]|"[^"]*")*?)(?:\/>|>[\s\S]*?<\/c>)/g)) {
    const letters = /\br="([A-Z]+)\d+"/.exec(own)?.[1];
    last = letters === undefined ? last + 1 : columnNumber(letters);
    cells.set(last, whole);
  }
  for (const [column, patch] of patches) {
    const style = /\bs="(\d+)"/.exec(/^<c\b[^>]*>/.exec(cells.get(column) ?? '')?.[0] ?? '')?.[1];
    const made = cellXml(patch, `${columnLetters(column)}${row}`, style);
    if (made === '') cells.delete(column);
    else cells.set(column, made);
  }
  return `<row${attributes}>${[...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml).join('')}</row>`;
}

function cellXml({ value, formula, fills }: CellPatch, at: string, style: string | undefined): string {
  const styled = style === undefined ? '' : ` s="${style}"`;
  const array = fills === undefined ? '' : ` t="array" ref="${fills}"`;
  const made = formula === undefined ? '' : `<f${array}>${escapeXml(formula)}</f>`;
  if (value === undefined) return made === '' && styled === '' ? '' : `<c r="${at}"${styled}>${made}</c>`;
  if (typeof value === 'number') return `<c r="${at}"${styled}>${made}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}"${styled} t="b">${made}<v>${value ? 1 : 0}</v></c>`;
  if (made !== '') return `<c r="${at}"${styled} t="str">${made}<v>${escapeXml(value)}</v></c>`;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
