import { OtherFormatError, WorkbookError } from './workbook-error';
import type { Unpack } from './zip';
import { openZip } from './zip';
import { attribute, resolved, scanXml } from './xml-scan';

/** A sheet as the workbook's part lists it. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The name of its part. */
  readonly path: string;
}

/** A defined name as it is written; `sheet` counts from 0 where the name is a sheet's own. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet: number | undefined;
  readonly isHidden: boolean;
}

/** A workbook's package: its sheets and names, and its parts, each unpacked when it is asked for. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly DefinedName[];
  readonly counts1904: boolean;
  /** The bytes of a part; undefined where there is none. */
  readonly part: (path: string) => Uint8Array | undefined;
  /** The part that the workbook has a relation of a kind to, such as `styles`. */
  readonly related: (kind: string) => string | undefined;
}

/** Opens an .xlsx or .xlsm file. What it cannot be is said in a sentence. */
export function openBook(bytes: Uint8Array, unpack?: Unpack): Book {
  const zip = openZip(bytes, unpack);
  if (!zip) throw otherFormat(bytes);
  if (zip.names.includes('content.xml')) throw new OtherFormatError('It is an OpenDocument spreadsheet (.ods): save it as .xlsx. / 这是 .ods 表格，请另存为 .xlsx。');
  if (zip.names.some((name) => name.endsWith('workbook.bin'))) throw new WorkbookError('It is a binary workbook (.xlsb): save it as .xlsx. / 这是 .xlsb 二进制工作簿，请另存为 .xlsx。');
  const need = (path: string): Uint8Array => {
    const part = zip.read(path);
    if (!part) throw new WorkbookError(`The part ${path} is missing: the file is not a whole workbook. / 缺少 ${path}，文件不完整。`);
    return part;
  };
  const path = workbookPath(zip.read('_rels/.rels')) ?? 'xl/workbook.xml';
  const listed = readList(path, need(path));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations = readRelations(relationsPath, need(relationsPath), folder);
  const sheets = listed.sheets.flatMap(({ name, isHidden, id }): BookSheet[] => {
    const found = relations.find((one) => one.id === id);
    return found?.kind === 'worksheet' ? [{ name, isHidden, path: found.target }] : [];
  });
  if (sheets.length === 0) throw new WorkbookError(`${path} lists no sheet with cells. / ${path} 中没有工作表。`);
  return { ...listed, sheets, part: zip.read, related: (kind) => relations.find((one) => one.kind === kind)?.target };
}

/** What a file that is no package is. */
function otherFormat(bytes: Uint8Array): WorkbookError {
  if (bytes.length === 0) return new WorkbookError('The file is empty. / 文件是空的。');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    const isLocked = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 20)).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e');
    if (isLocked) return new WorkbookError('The workbook is locked with a password: take the password off (File > Info > Protect Workbook) and save it again. / 工作簿已加密码，请取消密码后另存。');
    return new OtherFormatError('It is a workbook of Excel 97–2003 or of WPS (.xls, .et): save it as .xlsx. / 这是旧版 .xls 或 WPS .et 工作簿，请另存为 .xlsx。');
  }
  const isText = !bytes.subarray(0, 4096).includes(0);
  return new WorkbookError(isText ? 'It is no .xlsx workbook but plain text: if it is a table of values, name it .csv. / 这不是 .xlsx 工作簿，而是文本；若是数据表，请改名为 .csv。' : 'It is not a readable .xlsx workbook: save it as .xlsx. / 不是可读取的 .xlsx 工作簿，请另存为 .xlsx。');
}

function workbookPath(part: Uint8Array | undefined): string | undefined {
  if (!part) return undefined;
  return readRelations('_rels/.rels', part, '').find(({ kind }) => kind === 'officeDocument')?.target;
}

interface Listed {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly id: string }[];
  readonly names: readonly DefinedName[];
  readonly counts1904: boolean;
}

function readList(path: string, bytes: Uint8Array): Listed {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  const names: DefinedName[] = [];
  let counts1904 = false;
  let named: Omit<DefinedName, 'refersTo'> | undefined;
  let text = '';
  scanXml(path, bytes, {
    open: (element, attributes) => {
      if (element === 'sheet') sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible', id: attribute(attributes, 'id') ?? '' });
      if (element === 'workbookPr') counts1904 = isOn(attribute(attributes, 'date1904'));
      if (element === 'definedName') {
        const local = attribute(attributes, 'localSheetId');
        [named, text] = [{ name: attribute(attributes, 'name') ?? '', sheet: local === undefined ? undefined : Number(local), isHidden: isOn(attribute(attributes, 'hidden')) }, ''];
      }
    },
    text: (raw) => {
      if (named) text += resolved(raw);
    },
    close: (element) => {
      if (element !== 'definedName' || !named) return;
      names.push({ ...named, refersTo: text.trim() });
      named = undefined;
    },
  });
  return { sheets, names, counts1904 };
}

/** A switch as the format writes it. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A relation to another part, its kind without the address that stands before it. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** The relations that a part of a folder has; those that lead out of the file are left out. */
export function readRelations(path: string, bytes: Uint8Array, folder: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(path, bytes, {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const kind = (attribute(attributes, 'Type') ?? '').split('/').pop() ?? '';
      relations.push({ id: attribute(attributes, 'Id') ?? '', kind, target: resolvedPath(folder, attribute(attributes, 'Target') ?? '') });
    },
  });
  return relations;
}

function resolvedPath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
