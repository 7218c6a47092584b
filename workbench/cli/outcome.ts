import { issueLine } from '../../core/table/issue';
import type { Issue } from '../../core/table/issue';
import type { Tables } from '../../core/table/recognise';
import { readingNotes } from '../../core/table/recognise';
import { schemas } from '../../core/table/schema';
import type { NewSheet } from '../../xlsx/add-sheets';
import { addSheets } from '../../xlsx/add-sheets';
import type { ReadWorkbook } from '../xlsx/read-workbook';
import { WorkbookError } from '../../xlsx/workbook-error';
import { openZip } from '../../xlsx/zip';
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
  keepKind(out, workbook);
  await writeAtomically(out, addSheets(workbook.bytes, sheets), workbook.path);
  return `→ ${out}: ${sheets.map(({ name }) => name).join(', ')}`;
}

/** A workbook with macros keeps them (they are never run) and the ending that says so; Excel opens it by no other. */
export function keepKind(out: string, { path, bytes }: ReadWorkbook): void {
  const hasMacros = openZip(bytes)?.names.some((name) => name.endsWith('vbaProject.bin')) === true || /\.xlsm$/i.test(path);
  if (hasMacros === /\.xlsm$/i.test(out)) return;
  const [wanted, zh] = hasMacros ? ['has macros, which are kept: name the copy .xlsm', '含宏，副本会保留宏，请以 .xlsm 命名'] : ['has no macros: name the copy .xlsx', '不含宏，请以 .xlsx 命名'];
  throw new WorkbookError(`--out ${out}: the workbook ${wanted}. / 工作簿${zh}。`);
}

/** Notes of how sheets were read that change what is paid; that a sheet is none of the tables is said by `check`. */
export function readingLines(tables: Tables): string[] {
  const unsaid: ReadonlySet<string> = new Set(['sheet.passedOver', 'sheet.ownResult', 'cell.noValue', 'table.columnSpare']);
  return linesOf(readingNotes(tables).filter(({ code, severity }) => severity === 'warning' || !unsaid.has(code)), tables.language);
}

const MOST_LINES = 20;

function linesOf(issues: readonly Issue[], language: Tables['language']): string[] {
  const lines = issues.slice(0, MOST_LINES).map((found) => issueLine(found, language));
  return issues.length > MOST_LINES ? [...lines, `(+${issues.length - MOST_LINES})`] : lines;
}

/** What is wrong, in lines; what was made of each sheet, where a table is missing. */
export function failure(issues: readonly Issue[], tables: Tables, workbook: ReadWorkbook): Outcome {
  const { language, byKind } = tables;
  const isMissing = issues.some(({ code }) => code === 'need.table' || code === 'table.namedUnknown');
  const known = [...byKind.keys()].map((kind) => `${schemas[kind][language]} (${byKind.get(kind)?.origin?.sheet ?? ''})`);
  const sheets = workbook.sheets.map(({ origin }) => origin?.sheet ?? '');
  const found = language === 'zh' ? `工作簿 ${workbook.path} 的工作表：${sheets.join('、')}。已识别：${known.join('、') || '无'}。` : `Sheets of ${workbook.path}: ${sheets.join(', ')}. Recognised: ${known.join(', ') || 'none'}.`;
  return { text: [...linesOf(issues, language), ...(isMissing ? [found, ...linesOf(tables.notes, language)] : [])].join('\n'), code: 1 };
}
