import { call as callFunction } from '../../core/catalogue/call';
import { catalogue } from '../../core/catalogue/catalogue';
import type { Argument } from '../../core/catalogue/function-entry';
import { checkView, settlementView } from '../../core/catalogue/functions/settle';
import type { SettleView } from '../../core/catalogue/functions/settle';
import { comparePlans } from '../../core/commission/compare-plans';
import { explainView } from '../../core/commission/explain';
import type { Settlement } from '../../core/commission/settle';
import { settle as settleTables } from '../../core/commission/settle';
import { linesView } from '../../core/commission/views/lines';
import type { ResultTable } from '../../core/table/result-table';
import type { Language } from '../../core/locale/message';
import { findPerson } from '../../core/table/people';
import { periodText, readPeriod } from '../../core/table/period';
import type { PeriodReading } from '../../core/table/period';
import { bookIssues, tablesAmong } from '../../host-port/commands';
import { schemas } from '../../core/table/schema';
import { sampleWorkbook } from '../../sample/workbook';
import { readWorkbook } from '../xlsx/read-workbook';
import { WorkbookError } from '../../xlsx/workbook-error';
import { sampleFile } from '../xlsx/write-sample';
import type { Arguments } from './arguments';
import { languageOption, oneWord, readArguments, required } from './arguments';
import type { Outcome } from './outcome';
import { failure, readingLines, writeOut } from './outcome';
import { writeAtomically } from '../xlsx/write-atomically';
import { printTable } from './print-table';
import { startProgress } from './progress';

/** `sample`: writes the sample workbook. */
export async function sample(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['lang', 'rows', 'out']);
  if (read.words.length > 0) throw new WorkbookError(`“${read.words[0] ?? ''}” is one argument too many. / 多余的参数。`);
  const language = languageOption(read);
  const rows = Number(read.options.get('rows') ?? 1600);
  if (!Number.isInteger(rows) || rows < 1 || rows > 1000000) throw new WorkbookError('--rows must be a whole number from 1 to 1,000,000. / --rows 须为 1 到 1,000,000 的整数。');
  const path = read.options.get('out') ?? (language === 'zh' ? 'meritsheet-sample-zh.xlsx' : 'meritsheet-sample.xlsx');
  const progress = startProgress(process.stderr);
  progress.say('sample');
  const sheets = sampleWorkbook({ language, lines: rows });
  const bytes = sampleFile(sheets);
  progress.done();
  await writeAtomically(path, bytes);
  const orders = sheets.find(({ kind }) => kind === 'orders')?.cells.length ?? 1;
  return { text: language === 'zh' ? `已写入 ${path}：${sheets.length} 张表，${orders - 1} 行订单。` : `Wrote ${path}: ${sheets.length} tables, ${orders - 1} order lines.`, code: 0 };
}

const VIEWS: readonly SettleView[] = ['summary', 'parts', 'lines', 'pools', 'unused', 'payroll'];

/** `settle BOOK --period P`: the statement of a period, one view of it, or one person's explanation. */
export async function settle(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'plan', 'view', 'person', 'out']);
  const book = oneWord(read, 'BOOK');
  const period = periodOption(read);
  const view = (read.options.get('view') ?? 'summary') as SettleView;
  if (!VIEWS.includes(view)) throw new WorkbookError(`--view ${view} is not known. Known: ${VIEWS.join(', ')}. / 未知视图。`);
  const progress = startProgress(process.stderr);
  progress.say(book);
  const workbook = await readWorkbook(book);
  const tables = tablesAmong(workbook);
  const plan = read.options.get('plan');
  const settled = settleTables(tables, { period, ...(plan !== undefined && { plan }), progress: (done, of) => progress.say(`${done}/${of}`) });
  progress.done();
  if (!settled.ok) return failure(settled.issues, tables, workbook);
  const { language } = tables;
  const person = read.options.get('person');
  const shown = person === undefined ? settlementView(settled.value, view, language) : personTable(settled.value, person, view, read, language);
  const written = await writeOut(read, workbook, outSheets(settled.value, language));
  return { text: [printTable(shown), ...readingLines(tables), written].filter((line) => line !== '').join('\n'), code: 0 };
}

/** One person: the explanation, or their rows of the view that was asked for. */
function personTable(settlement: Settlement, name: string, view: SettleView, args: Arguments, language: Language): ResultTable {
  const person = findPerson(settlement.ledger.people, name);
  if (typeof person !== 'number') throw new WorkbookError(person === 'ambiguous' ? `Several people are called “${name}”: use the ID. / 有多人叫“${name}”，请用工号。` : `“${name}” is not in the People table. / 人员表中没有“${name}”。`);
  if (!args.options.has('view')) return explainView(settlement, person, language);
  if (view === 'lines') return linesView(settlement, language, person);
  const label = settlement.ledger.people.persons[person]?.label ?? name;
  const [header = [], ...rows] = settlementView(settlement, view, language);
  return [header, ...rows.filter((row) => row.includes(label))];
}

/** The sheets that `--out` adds: every view that has rows. */
function outSheets(settlement: Settlement, language: Language): { name: string; rows: ResultTable }[] {
  const period = periodText(settlement.period);
  const titles: Record<SettleView, string> = language === 'zh' ? { summary: '结算', parts: '分项', lines: '明细', pools: '提成池', unused: '未计入', payroll: '工资表' } : { summary: 'Settlement', parts: 'Parts', lines: 'Lines', pools: 'Pools', unused: 'Not used', payroll: 'Payroll' };
  return VIEWS.map((view) => ({ name: `${titles[view]} ${period}`, rows: settlementView(settlement, view, language) })).filter(({ rows }, index) => index === 0 || rows.length > 1);
}

function periodOption(args: Arguments): PeriodReading {
  return readPeriod(required(args, 'period', '2026-03'));
}

/** `check BOOK`: every issue of every table; exit code 1 when there is an error among them. */
export async function check(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['out']);
  const workbook = await readWorkbook(oneWord(read, 'BOOK'));
  const tables = tablesAmong(workbook);
  const issues = bookIssues(workbook, tables);
  const view = checkView(issues, tables.language);
  const written = await writeOut(read, workbook, [{ name: tables.language === 'zh' ? '检查' : 'Check', rows: view }]);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const names = [...tables.byKind.keys()].map((kind) => `${schemas[kind][tables.language]} ${tables.byKind.get(kind)?.length ?? 0}`).join(', ');
  const count = tables.language === 'zh' ? `${names}：${issues.length} 个问题，其中 ${errors} 个错误。` : `${names}: ${issues.length} issues, ${errors} of them errors.`;
  return { text: [issues.length > 0 ? printTable(view) : '', count, written].filter((line) => line !== '').join('\n'), code: errors > 0 ? 1 : 0 };
}

/** `compare BOOK --plan A --with B --period P`: what-if, two plans on the same orders. */
export async function compare(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'plan', 'with', 'out']);
  const book = oneWord(read, 'BOOK');
  const [plan, other, period] = [required(read, 'plan', 'A'), required(read, 'with', 'B'), periodOption(read)];
  const workbook = await readWorkbook(book);
  const tables = tablesAmong(workbook);
  const compared = comparePlans(tables, period, plan, other, tables.language);
  if (!compared.ok) return failure(compared.issues, tables, workbook);
  const written = await writeOut(read, workbook, [{ name: tables.language === 'zh' ? '方案对比' : 'Comparison', rows: compared.value }]);
  return { text: [printTable(compared.value), written].filter((line) => line !== '').join('\n'), code: 0 };
}

/** `call FUNCTION`: arguments as a JSON array on standard input; the result, or `{error, message}`, as JSON. */
export async function call(args: readonly string[], input: () => Promise<string>): Promise<Outcome> {
  const name = oneWord(readArguments(args, []), 'FUNCTION');
  const text = (await input()).trim();
  let parsed: unknown;
  try {
    parsed = text === '' ? [] : JSON.parse(text);
  } catch (error) {
    return { text: JSON.stringify({ error: '#VALUE!', message: `Standard input is not JSON (${(error as Error).message}): give the arguments as an array, such as [150000, [[0, 0.05]]]. / 标准输入不是 JSON 数组。` }), code: 1 };
  }
  if (!Array.isArray(parsed)) return { text: JSON.stringify({ error: '#VALUE!', message: 'Give the arguments as a JSON array, such as [150000, [[0, 0.05]]]. / 请以 JSON 数组给出参数。' }), code: 1 };
  const result = callFunction(name, parsed as Argument[]);
  return result.ok ? { text: JSON.stringify(result.value), code: 0 } : { text: JSON.stringify(result.error), code: 1 };
}

/** `functions`: the catalogue as JSON. */
export function functions(): Outcome {
  const entries = catalogue.map(({ name, purpose, parameters, result, examples }) => ({ name, purpose, parameters, result, examples }));
  return { text: JSON.stringify(entries, null, 2), code: 0 };
}
