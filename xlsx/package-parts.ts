import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { WorkbookError } from './workbook-error';

/** The parts of an .xlsx file that list its sheets, as text that can be changed, beside all others as they are. */
export interface PackageParts {
  readonly files: Map<string, Uint8Array>;
  /** The folder of the workbook's part, with its slash. */
  readonly folder: string;
  /** A part as text; a part that is not there cannot be worked with. */
  readonly text: (path: string) => string;
  workbook: string;
  relations: string;
  types: string;
}

export function openPackage(bytes: Uint8Array): PackageParts {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const text = (path: string): string => {
    const part = files.get(path);
    if (!part) throw new WorkbookError(`The workbook lacks the part ${path}. / 工作簿缺少 ${path}。`);
    return strFromU8(part);
  };
  const { folder, path, relationsPath } = placesOf(text('_rels/.rels'));
  return { files, folder, text, workbook: text(path), relations: text(relationsPath), types: text('[Content_Types].xml') };
}

/** The file again: parts that nobody touched stay byte for byte. */
export function closePackage({ files, text, workbook, relations, types }: PackageParts): Uint8Array {
  const { path, relationsPath } = placesOf(text('_rels/.rels'));
  files.set(path, strToU8(workbook));
  files.set(relationsPath, strToU8(relations));
  files.set('[Content_Types].xml', strToU8(types));
  return zipSync(Object.fromEntries(files) as Zippable, { level: 6 });
}

function placesOf(root: string): { readonly folder: string; readonly path: string; readonly relationsPath: string } {
  const match = /Type="[^"]*\/officeDocument"[^>]*Target="\/?([^"]+)"/.exec(root) ?? /Target="\/?([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(root);
  const path = match?.[1] ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return { folder, path, relationsPath: `${folder}_rels/${path.slice(folder.length)}.rels` };
}
