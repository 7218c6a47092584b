import { issueLine } from '../../core/table/issue';
import type { Issue } from '../../core/table/issue';
import type { Tables } from '../../core/table/recognise';
import { schemas } from '../../core/table/schema';
import type { NewSheet } from '../../xlsx/add-sheets';
import { addSheets } from '../../xlsx/add-sheets';
import type { ReadWorkbook } from '../xlsx/read-workbook';
import { writeAtomically } from '../xlsx/write-atomically';
import type { Arguments } from './arguments';

/** What a command gives back: what it prints, and its exit code. */
export interface Outcome {
  readonly text: string;
  readonly code: number;
}

/** Adds sheets to a copy of the workbook where `--out` says; the line that tells of it. */
export async function writeOut(args: Arguments, workbook: ReadWorkbook, sheets: readonly NewSheet[]): Promise<string> {
  const out = args.options.get('out');
  if (out === undefined) return '';
  await writeAtomically(out, addSheets(workbook.bytes, sheets), workbook.path);
  return `→ ${out}: ${sheets.map(({ name }) => name).join(', ')}`;
}

/** What is wrong, in lines; the sheets there are, where a table is missing. */
export function failure(issues: readonly Issue[], tables: Tables, workbook: ReadWorkbook): Outcome {
  const known = [...tables.byKind.keys()].map((kind) => `${schemas[kind][tables.language]} (${tables.byKind.get(kind)?.origin?.sheet ?? ''})`);
  const lines = issues.slice(0, 20).map((found) => issueLine(found, tables.language));
  const more = issues.length > 20 ? [`(+${issues.length - 20})`] : [];
  const missing = issues.some(({ code }) => code === 'need.table') ? [tables.language === 'zh' ? `工作簿 ${workbook.path} 的工作表：${workbook.sheets.join('、')}。已识别：${known.join('、')}` : `Sheets of ${workbook.path}: ${workbook.sheets.join(', ')}. Recognised: ${known.join(', ') || 'none'}.`] : [];
  return { text: [...lines, ...more, ...missing].join('\n'), code: 1 };
}
