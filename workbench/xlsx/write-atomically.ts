import { randomUUID } from 'node:crypto';
import { access, readdir, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { WorkbookError } from '../../xlsx/workbook-error';

/** Writes a file wholly or not at all: beside its place first, then moved there. Never over the input. */
export async function writeAtomically(path: string, bytes: Uint8Array, input?: string): Promise<void> {
  if (input !== undefined && same(path, input)) {
    throw new WorkbookError(`--out ${path} is the workbook itself, which is never written. Name another file. / 输出文件不能是输入的工作簿，请换一个文件名。`);
  }
  const target = await targetOf(path);
  const folder = dirname(target);
  await access(folder).catch(() => {
    throw new WorkbookError(`${folder}: there is no such folder / 文件夹不存在。`);
  });
  await removeLeftovers(folder, basename(target));
  const temporary = join(folder, `.${basename(target)}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`);
  const stop = (): void => {
    void rm(temporary, { force: true }).then(() => process.exit(130));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new WorkbookError(`${path} cannot be written: ${(error as Error).message} / 无法写入。`);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The file itself where the path is a link to it: the link stays one. */
async function targetOf(path: string): Promise<string> {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const link = await readlink(full).catch(() => undefined);
    return link === undefined ? full : resolve(dirname(full), link);
  }
}

/** Takes away what runs that were killed have left beside the file. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  const left = files.filter((file) => file.startsWith(`.${name}.`) && /\.(\d+)\.[0-9a-f]{8}\.tmp$/.test(file) && !isRunning(Number(/\.(\d+)\.[0-9a-f]{8}\.tmp$/.exec(file)?.[1])));
  for (const file of left) await rm(join(folder, file), { force: true });
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
