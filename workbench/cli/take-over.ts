import { openDesk } from '../../sidebar/desk/desk';
import type { LayoutAnswers } from '../../sidebar/desk/layouts';
import { layouts, previewLayout } from '../../sidebar/desk/layouts';
import { WorkbookError } from '../../xlsx/workbook-error';
import { applyChanges } from '../xlsx/apply-changes';
import { readWorkbook } from '../xlsx/read-workbook';
import { writeAtomically } from '../xlsx/write-atomically';
import { oneWord, readArguments } from './arguments';
import type { Outcome } from './outcome';
import { keepKind } from './outcome';
import { printTable } from './print-table';

/**
 * `import BOOK [--sheet NAME] [--period P] [--kpi NAME] [--person NAME] [--as target|actual] [--out FILE]`: turns a
 * sheet of targets and actuals in a layout of its own into rows of our tables, shown, and written into a copy with --out.
 */
export async function takeLayoutOver(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['sheet', 'period', 'kpi', 'person', 'as', 'out']);
  const workbook = await readWorkbook(oneWord(read, 'BOOK'));
  const opened = openDesk(workbook, 'en');
  const desk = { ...opened, language: opened.tables.language };
  const isChinese = desk.language === 'zh';
  const sheets = layouts(desk);
  const sheet = read.options.get('sheet') ?? (sheets.length === 1 ? sheets[0]?.sheet : undefined);
  if (sheet === undefined) {
    const found = sheets.map((one) => `${one.sheet} (${one.figures})`).join(', ');
    if (found === '') return { text: isChinese ? '没有可导入的目标或实际值版式。' : 'No sheet holds targets or actuals in a layout of its own.', code: 1 };
    return { text: isChinese ? `请用 --sheet 指明工作表：${found}` : `Say which sheet with --sheet: ${found}`, code: 1 };
  }
  if (!workbook.sheets.some(({ origin }) => origin?.sheet === sheet)) throw new WorkbookError(`There is no sheet “${sheet}”. / 没有工作表“${sheet}”。`);
  const answers: LayoutAnswers = { period: read.options.get('period') ?? '', kpi: read.options.get('kpi') ?? '', person: read.options.get('person') ?? '', role: read.options.get('as') ?? '' };
  const { rows, problems, asks, changes } = previewLayout(desk, { sheet, answers });
  const lines = problems.map(({ cell, text, fix }) => [cell === '' ? text : `${cell}: ${text}`, fix].filter((part) => part !== '').join(' '));
  const asked = asks.map((question) => `--${question === 'role' ? 'as target|actual' : `${question} …`}`).join(' ');
  const out = read.options.get('out');
  const isWritten = out !== undefined && changes.length > 0;
  if (isWritten) {
    keepKind(out, workbook);
    await writeAtomically(out, applyChanges(workbook.bytes, changes), workbook.path);
  }
  const isRefused = asks.length > 0 || rows.length < 2;
  const done = isWritten ? `→ ${out}` : '';
  return { text: [rows.length > 1 ? printTable(rows) : '', ...lines, asked, done].filter((line) => line !== '').join('\n'), code: isRefused ? 1 : 0 };
}
