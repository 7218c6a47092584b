import { strToU8 } from 'fflate';
import type { PackageParts } from '../../xlsx/package-parts';
import { closePackage, openPackage, relationsOf } from '../../xlsx/package-parts';
import { openStyles } from '../../xlsx/style-book';
import { WorkbookError } from '../../xlsx/workbook-error';
import { attribute } from '../../xlsx/xml-scan';
import { escapeXml, unescapeXml } from '../../xlsx/xml';
import type { CellPatch } from './patch-sheet';
import { patchSheet } from './patch-sheet';

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
  /** Defined names that were changed or added, and what they refer to; undefined for those that are gone. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

/**
 * Writes what has changed into an .xlsx file and nothing else: every part of it that is not a changed cell, sheet
 * or name stays byte for byte. Where nothing has changed, the file is given back as it is.
 */
export function patchWorkbook(bytes: Uint8Array, patch: WorkbookPatch): Uint8Array {
  const isUntouched = patch.names.size === 0 && patch.sheets.every(({ cells, renamed, removed }) => cells.length === 0 && renamed === undefined && removed !== true);
  if (isUntouched) return bytes;
  const parts = openPackage(bytes);
  let changesFormulas = false;
  const stylesPath = relationsOf(parts).find(({ kind }) => kind === 'styles')?.target ?? '';
  const styles = patch.sheets.some(({ cells }) => cells.some(({ look }) => look)) && parts.has(stylesPath) ? openStyles(parts.text(stylesPath)) : undefined;
  for (const sheet of patch.sheets) {
    const element = sheetElement(parts.workbook, sheet.name);
    const id = attribute(element.attributes, 'id') ?? '';
    const path = relationsOf(parts).find((one) => one.id === id)?.target ?? '';
    if (sheet.removed === true) {
      removeSheet(parts, { element: element.xml, id, path, name: sheet.name });
      changesFormulas = true;
      continue;
    }
    if (sheet.cells.length > 0) {
      const before = parts.text(path);
      const after = patchSheet(before, sheet.cells, styles?.styled);
      if (after !== before) parts.changed.set(path, strToU8(after));
      changesFormulas ||= sheet.cells.some(({ keepsFormula, keepsContent }) => keepsFormula !== true && keepsContent !== true) && (/<(?:[\w.-]+:)?f[\s>/]/.test(before) || sheet.cells.some(({ formula }) => formula !== undefined));
    }
    const { renamed } = sheet;
    if (renamed !== undefined) renameSheet(parts, element.xml, sheet.name, renamed);
  }
  if (styles) parts.changed.set(stylesPath, strToU8(styles.xml()));
  parts.workbook = withNames(parts.workbook, patch.names);
  if (changesFormulas) dropOrderOfCalculation(parts);
  return closePackage(parts);
}

/** Gives a sheet another name, in the list and in the names that refer to it. */
function renameSheet(parts: PackageParts, element: string, name: string, renamed: string): void {
  const made = element.replace(/\bname\s*=\s*(?:"[^"]*"|'[^']*')/, () => `name="${escapeXml(renamed)}"`);
  const [quoted, plain, now] = [`'${name.replaceAll("'", "''")}'!`, `${name}!`, `'${renamed.replaceAll("'", "''")}'!`];
  parts.workbook = parts.workbook.replace(element, () => made).replace(NAME, (whole: string, _open: string, reference: string) => {
    const refersTo = unescapeXml(reference);
    const moved = refersTo.split(',').map((part) => [quoted, plain].reduce((text, old) => (text.startsWith(old) ? now + text.slice(old.length) : text), part)).join(',');
    return moved === refersTo ? whole : whole.replace(`>${reference}<`, () => `>${escapeXml(moved)}<`);
  });
}

/** The order of calculation is worked out anew by whoever opens the file; a stale one is an error to Excel. */
function dropOrderOfCalculation(parts: PackageParts): void {
  for (const path of parts.zip.names.filter((name) => name.endsWith('calcChain.xml'))) {
    parts.changed.set(path, undefined);
    parts.relations = parts.relations.replace(/<(?:\w+:)?Relationship\b[^>]*\/calcChain["'][^>]*\/>/, '');
    parts.types = parts.types.replace(/<(?:\w+:)?Override\b[^>]*calcChain\.xml["'][^>]*\/>/, '');
  }
}

interface SheetElement {
  readonly xml: string;
  readonly attributes: string;
}

const SHEET = /<((?:[\w.-]+:)?)sheet\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>\s*<\/\1sheet\s*>)/g;

function sheetElements(workbook: string): SheetElement[] {
  return [...workbook.matchAll(SHEET)].map(([xml, , attributes = '']) => ({ xml, attributes }));
}

function sheetElement(workbook: string, name: string): SheetElement {
  const found = sheetElements(workbook).find(({ attributes }) => attribute(attributes, 'name') === name);
  if (found === undefined) throw new WorkbookError(`The file has no sheet ${name}. / 文件中没有工作表 ${name}。`);
  return found;
}

/** Takes a sheet out of the file, and with it the names that belonged to it; those of sheets behind it move up. */
function removeSheet(parts: PackageParts, { element, id, path, name }: { readonly element: string; readonly id: string; readonly path: string; readonly name: string }): void {
  const index = sheetElements(parts.workbook).findIndex(({ xml }) => xml === element);
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  parts.workbook = parts.workbook.replace(element, '').replace(NAME, (whole: string, open: string, reference: string) => {
    const local = Number(attribute(open, 'localSheetId') ?? -1);
    const refersTo = unescapeXml(reference);
    if (local === index || refersTo.startsWith(`${name}!`) || refersTo.startsWith(quoted)) return '';
    return local > index ? whole.replace(/localSheetId\s*=\s*["']\d+["']/, `localSheetId="${local - 1}"`) : whole;
  });
  parts.relations = parts.relations.replace(new RegExp(`<(?:\\w+:)?Relationship\\b(?=[^>]*\\bId="${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}")[^>]*/>`), '');
  parts.types = parts.types.replace(new RegExp(`<(?:\\w+:)?Override\\b[^>]*PartName="/${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[^>]*/>`), '');
  parts.changed.set(path, undefined);
}

const NAME = /<(?:[\w.-]+:)?definedName\b([^>]*)>([^<]*)<\/(?:[\w.-]+:)?definedName>/g;

/** Names of the whole workbook that were changed, added, or (undefined) taken away; a sheet's own names stay. */
function withNames(workbook: string, names: WorkbookPatch['names']): string {
  if (names.size === 0) return workbook;
  const pending = new Map(names);
  const made = workbook.replace(NAME, (whole: string, open: string, reference: string) => {
    const name = attribute(open, 'name') ?? '';
    if (attribute(open, 'localSheetId') !== undefined || !names.has(name)) return whole;
    pending.delete(name);
    const refersTo = names.get(name);
    if (refersTo === undefined) return '';
    return refersTo === unescapeXml(reference) ? whole : whole.replace(`>${reference}<`, () => `>${escapeXml(refersTo)}<`);
  });
  const prefix = /<((?:[\w.-]+:)?)sheets\b/.exec(made)?.[1] ?? '';
  const added = [...pending].flatMap(([name, reference]) => (reference === undefined ? [] : [`<${prefix}definedName name="${escapeXml(name)}">${escapeXml(reference)}</${prefix}definedName>`])).join('');
  if (added === '') return made.replace(new RegExp(`<${prefix}definedNames>\\s*</${prefix}definedNames>`), '');
  if (made.includes(`</${prefix}definedNames>`)) return made.replace(`</${prefix}definedNames>`, (end) => `${added}${end}`);
  return made.replace(AFTER_SHEETS, (end) => `${end}<${prefix}definedNames>${added}</${prefix}definedNames>`);
}

/** The elements that stand before the names, in the order that the format asks for. */
const AFTER_SHEETS = /<\/(?:[\w.-]+:)?sheets>(?:\s*<((?:[\w.-]+:)?(?:functionGroups|externalReferences))\b[^>]*(?:\/>|>[\s\S]*?<\/\1>))*/;
