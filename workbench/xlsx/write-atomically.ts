import { randomUUID } from 'node:crypto';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { WorkbookError } from '../../xlsx/workbook-error';

/** Writes a file wholly or not at all: beside its place first, then moved there. Never over the input. */
export async function writeAtomically(path: string, bytes: Uint8Array, input?: string): Promise<void> {
  if (input !== undefined && same(path, input)) {
    throw new WorkbookError(`--out ${path} is the workbook itself, which is never written. Name another file. / 输出文件不能是输入的工作簿，请换一个文件名。`);
  }
  const folder = dirname(resolve(path));
  await access(folder).catch(() => {
    throw new WorkbookError(`${folder}: there is no such folder / 文件夹不存在。`);
  });
  const temporary = join(folder, `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new WorkbookError(`${path} cannot be written: ${(error as Error).message} / 无法写入。`);
  }
}

function same(a: string, b: string): boolean {
  return real(a) === real(b);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
