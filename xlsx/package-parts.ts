import { strFromU8, strToU8 } from 'fflate';
import { readRelations } from './open-book';
import type { Relation } from './open-book';
import { WorkbookError } from './workbook-error';
import type { PartToWrite } from './write-zip';
import { writeZip } from './write-zip';
import type { Zip } from './zip';
import { openZip } from './zip';

/** The parts of an .xlsx file that list its sheets, as text that can be changed, beside all others as they are. */
export interface PackageParts {
  readonly zip: Zip;
  /** Parts that were changed or added; undefined for those taken out. */
  readonly changed: Map<string, Uint8Array | undefined>;
  /** The folder of the workbook's part, with its slash. */
  readonly folder: string;
  readonly has: (path: string) => boolean;
  /** A part as text; a part that is not there cannot be worked with. */
  readonly text: (path: string) => string;
  workbook: string;
  relations: string;
  types: string;
}

export function openPackage(bytes: Uint8Array): PackageParts {
  const zip = openZip(bytes);
  if (!zip) throw new WorkbookError('The file is no .xlsx workbook. / 不是 .xlsx 工作簿。');
  const changed = new Map<string, Uint8Array | undefined>();
  const text = (path: string): string => {
    const part = changed.get(path) ?? zip.read(path);
    if (!part) throw new WorkbookError(`The workbook lacks the part ${path}. / 工作簿缺少 ${path}。`);
    return strFromU8(part);
  };
  const { folder, path, relationsPath } = placesOf(zip);
  const has = (name: string): boolean => (changed.has(name) ? changed.get(name) !== undefined : zip.names.includes(name));
  return { zip, changed, folder, has, text, workbook: text(path), relations: text(relationsPath), types: text(TYPES) };
}

const TYPES = '[Content_Types].xml';

/** The file again: parts that nobody touched stay byte for byte, as they were packed. */
export function closePackage({ zip, changed, workbook, relations, types }: PackageParts): Uint8Array {
  const { path, relationsPath } = placesOf(zip);
  const made = new Map(changed);
  for (const [name, text] of [[path, workbook], [relationsPath, relations], [TYPES, types]] as const) {
    const own = zip.read(name);
    if (!own || strFromU8(own) !== text) made.set(name, strToU8(text));
  }
  const kept = zip.names.filter((name) => !made.has(name)).flatMap((name): PartToWrite[] => {
    const raw = zip.raw(name);
    return raw ? [{ name, ...raw }] : [];
  });
  const order = new Map(zip.names.map((name, index) => [name, index]));
  const written = [...made].flatMap(([name, bytes]): PartToWrite[] => (bytes ? [{ name, bytes }] : []));
  return writeZip([...kept, ...written].sort((a, b) => (order.get(a.name) ?? Infinity) - (order.get(b.name) ?? Infinity) || 0));
}

/** The relations of the workbook's part: what each is, and where its part lies. */
export function relationsOf({ folder, relations }: Pick<PackageParts, 'folder' | 'relations'>): Relation[] {
  return readRelations('workbook.xml.rels', strToU8(relations), folder);
}

function placesOf(zip: Zip): { readonly folder: string; readonly path: string; readonly relationsPath: string } {
  const root = zip.read('_rels/.rels');
  const path = (root && readRelations('_rels/.rels', root, '').find(({ kind }) => kind === 'officeDocument')?.target) ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return { folder, path, relationsPath: `${folder}_rels/${path.slice(folder.length)}.rels` };
}
