import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { settle } from '../../core/commission/settle';
import { periodText, readPeriod } from '../../core/table/period';
import { tablesAmong } from '../../host-port/commands';
import { statementFiles, statementPages } from '../../sidebar/desk/statement-page';
import { WorkbookError } from '../../xlsx/workbook-error';
import { readWorkbook } from '../xlsx/read-workbook';
import { writeAtomically } from '../xlsx/write-atomically';
import { languageOption, oneWord, readArguments, required } from './arguments';
import type { Outcome } from './outcome';
import { failure } from './outcome';

/** `statements BOOK --period P --out DIR [--plan NAME] [--lang en|zh-CN]`: a file for each person, with their statement of the period on a page and nobody else's figures. */
export async function statements(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'plan', 'out', 'lang']);
  const [book, out, text] = [oneWord(read, 'BOOK'), required(read, 'out', 'statements'), required(read, 'period', '2026-03')];
  const reading = readPeriod(text);
  if (typeof reading !== 'object') throw new WorkbookError(`--period ${text} is not a period: write 2026-03, 2026-Q1 or 2026. / --period 应为 2026-03、2026-Q1 或 2026。`);
  const workbook = await readWorkbook(book);
  const tables = tablesAmong(workbook);
  const plan = read.options.get('plan');
  const settled = settle(tables, { period: reading, ...(plan !== undefined && { plan }) });
  if (!settled.ok) return failure(settled.issues, tables, workbook);
  const language = read.options.has('lang') ? languageOption(read) : tables.language;
  const files = statementFiles(statementPages(settled.value, language));
  await mkdir(out, { recursive: true }).catch(() => {
    throw new WorkbookError(`--out ${out} is no folder that can be written to. / --out ${out} 不是可写入的文件夹。`);
  });
  for (const { name, bytes } of files) await writeAtomically(join(out, name), bytes);
  const [first, period] = [files.map(({ name }) => `→ ${join(out, name)}`).join('\n'), periodText(settled.value.period)];
  return { text: language === 'zh' ? `${period}：${files.length} 份结算单\n${first}` : `${period}: ${files.length} statements\n${first}`, code: 0 };
}
