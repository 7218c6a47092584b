import { call as callFunction } from '../../core/catalogue/call';
import { catalogue } from '../../core/catalogue/catalogue';
import type { Argument } from '../../core/catalogue/function-entry';
import { checkView, settlementView } from '../../core/catalogue/functions/settle';
import type { SettleView } from '../../core/catalogue/functions/settle';
import { checkTables } from '../../core/commission/check-tables';
import { comparePlans } from '../../core/commission/compare-plans';
import { explainView } from '../../core/commission/explain';
import type { Settlement } from '../../core/commission/settle';
import { settle as settleTables } from '../../core/commission/settle';
import { linesView } from '../../core/commission/views/lines';
import type { ResultTable } from '../../core/table/result-table';
import type { KpiLedger } from '../../core/kpi/kpi-ledger';
import type { KpiPeriod } from '../../core/kpi/kpi-period';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { cardOf, cardsIn, scoringLedger } from '../../core/kpi/score-tables';
import type { Scorecard } from '../../core/kpi/scorecard';
import { targetGaps } from '../../core/kpi/target-gap';
import { allCardsView } from '../../core/kpi/views/card-view';
import { gapView } from '../../core/kpi/views/gap-view';
import type { PrintedCard } from '../../core/kpi/views/printed-card';
import { printedCard } from '../../core/kpi/views/printed-card';
import { changesView, trainingView } from '../../core/kpi/views/review-views';
import { summaryView } from '../../core/kpi/views/summary-view';
import type { Language } from '../../core/locale/message';
import { issueLine } from '../../core/table/issue';
import type { Issue } from '../../core/table/issue';
import { findPerson } from '../../core/table/people';
import { periodText, readPeriod } from '../../core/table/period';
import type { PeriodReading } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import type { Tables } from '../../core/table/recognise';
import { schemas } from '../../core/table/schema';
import { sampleWorkbook } from '../../sample/workbook';
import type { NewSheet } from '../xlsx/add-sheets';
import { addSheets } from '../xlsx/add-sheets';
import type { ReadWorkbook } from '../xlsx/read-workbook';
import { WorkbookError, readWorkbook } from '../xlsx/read-workbook';
import { writeAtomically } from '../xlsx/write-atomically';
import { sampleFile } from '../xlsx/write-sample';
import type { Arguments } from './arguments';
import { oneWord, readArguments, required } from './arguments';
import { printTable } from './print-table';
import { startProgress } from './progress';

/** What a command gives back: what it prints, and its exit code. */
export interface Outcome {
  readonly text: string;
  readonly code: number;
}

/** `sample`: writes the sample workbook. */
export async function sample(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['lang', 'rows', 'out']);
  if (read.words.length > 0) throw new WorkbookError(`“${read.words[0] ?? ''}” is one argument too many. / 多余的参数。`);
  const lang = read.options.get('lang') ?? 'en';
  if (!/^(?:en|zh)(?:-\w+)?$/i.test(lang)) throw new WorkbookError(`--lang ${lang} is not known: en or zh-CN. / --lang 只能是 en 或 zh-CN。`);
  const language: Language = lang.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const rows = Number(read.options.get('rows') ?? 1600);
  if (!Number.isInteger(rows) || rows < 1 || rows > 1000000) throw new WorkbookError('--rows must be a whole number from 1 to 1,000,000. / --rows 须为 1 到 1,000,000 的整数。');
  const path = read.options.get('out') ?? (language === 'zh' ? 'meritsheet-sample-zh.xlsx' : 'meritsheet-sample.xlsx');
  const progress = startProgress(process.stderr);
  progress.say('sample');
  const sheets = sampleWorkbook({ language, lines: rows });
  const bytes = await sampleFile(sheets);
  progress.done();
  await writeAtomically(path, bytes);
  const orders = sheets.find(({ kind }) => kind === 'orders')?.cells.length ?? 1;
  return { text: language === 'zh' ? `已写入 ${path}：${sheets.length} 张表，${orders - 1} 行订单。` : `Wrote ${path}: ${sheets.length} tables, ${orders - 1} order lines.`, code: 0 };
}

const VIEWS: readonly SettleView[] = ['summary', 'parts', 'lines', 'pools', 'unused'];

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
  const tables = recogniseTables(workbook.tables);
  const plan = read.options.get('plan');
  const settled = settleTables(tables, { period, ...(plan !== undefined && { plan }), progress: (done, of) => progress.say(`${done}/${of}`) });
  progress.done();
  if (!settled.ok) return failure(settled.issues, tables, workbook);
  const { language } = tables;
  const person = read.options.get('person');
  const shown = person === undefined ? settlementView(settled.value, view, language) : personTable(settled.value, person, view, read, language);
  const written = await writeOut(read, workbook, outSheets(settled.value, language));
  return { text: [printTable(shown), written].filter((line) => line !== '').join('\n'), code: 0 };
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
  const titles: Record<SettleView, string> = language === 'zh' ? { summary: '结算', parts: '分项', lines: '明细', pools: '提成池', unused: '未计入' } : { summary: 'Settlement', parts: 'Parts', lines: 'Lines', pools: 'Pools', unused: 'Not used' };
  return VIEWS.map((view) => ({ name: `${titles[view]} ${period}`, rows: settlementView(settlement, view, language) })).filter(({ rows }, index) => index === 0 || rows.length > 1);
}

async function writeOut(args: Arguments, workbook: ReadWorkbook, sheets: readonly NewSheet[]): Promise<string> {
  const out = args.options.get('out');
  if (out === undefined) return '';
  await writeAtomically(out, addSheets(workbook.bytes, sheets), workbook.path);
  return `→ ${out}: ${sheets.map(({ name }) => name).join(', ')}`;
}

function periodOption(args: Arguments): PeriodReading {
  return readPeriod(required(args, 'period', '2026-03'));
}

function failure(issues: readonly Issue[], tables: Tables, workbook: ReadWorkbook): Outcome {
  const known = [...tables.byKind.keys()].map((kind) => `${schemas[kind][tables.language]} (${tables.byKind.get(kind)?.origin?.sheet ?? ''})`);
  const lines = issues.slice(0, 20).map((found) => issueLine(found, tables.language));
  const more = issues.length > 20 ? [`(+${issues.length - 20})`] : [];
  const missing = issues.some(({ code }) => code === 'need.table') ? [tables.language === 'zh' ? `工作簿 ${workbook.path} 的工作表：${workbook.sheets.join('、')}。已识别：${known.join('、')}` : `Sheets of ${workbook.path}: ${workbook.sheets.join(', ')}. Recognised: ${known.join(', ') || 'none'}.`] : [];
  return { text: [...lines, ...more, ...missing].join('\n'), code: 1 };
}

const SCORE_VIEWS = ['summary', 'cards', 'gaps', 'training', 'changes'] as const;
type ScoreView = (typeof SCORE_VIEWS)[number];

/** `score BOOK --period P`: everybody's scores, one view of them, or one person's (or team's) card to print and sign. */
export async function score(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'person', 'view', 'out']);
  const book = oneWord(read, 'BOOK');
  const view = (read.options.get('view') ?? 'summary') as ScoreView;
  if (!SCORE_VIEWS.includes(view)) throw new WorkbookError(`--view ${view} is not known. Known: ${SCORE_VIEWS.join(', ')}. / 未知视图。`);
  const wanted = required(read, 'period', '2026-03');
  const workbook = await readWorkbook(book);
  const tables = recogniseTables(workbook.tables);
  const { language } = tables;
  const [period, ledger] = [readKpiPeriod(wanted), scoringLedger(tables)];
  if (!period.ok) return failure(period.issues, tables, workbook);
  if (!ledger.ok) return failure(ledger.issues, tables, workbook);
  const person = read.options.get('person');
  if (person === undefined) {
    const cards = cardsIn(ledger.value, period.value);
    const shown = scoreView(ledger.value, cards, period.value, view, language);
    const written = await writeOut(read, workbook, scoreSheets(ledger.value, cards, period.value, tables.byKind.has('scores'), language));
    return { text: [printTable(shown), written].filter((line) => line !== '').join('\n'), code: 0 };
  }
  const card = cardOf(ledger.value, person, period.value);
  if (!card.ok) return failure(card.issues, tables, workbook);
  const printed = printedCard(ledger.value, card.value, language);
  const written = await writeOut(read, workbook, [cardSheet(printed, card.value.holder.label)]);
  return { text: [printed.title, printed.holder, printTable(printed.rows), '', ...printed.footer, written].filter((line, index) => line !== '' || index === 3).join('\n'), code: 0 };
}

function scoreView(ledger: KpiLedger, cards: readonly Scorecard[], period: KpiPeriod, view: ScoreView, language: Language): ResultTable {
  switch (view) {
    case 'summary':
      return summaryView(ledger, [cards], language);
    case 'cards':
      return allCardsView(cards, language);
    case 'gaps':
      return gapView(targetGaps(ledger, period), period, language);
    case 'training':
      return trainingView(cards, language);
    case 'changes':
      return changesView(ledger, period, language);
  }
}

/** Everybody's scores (as the Scores table, where the workbook has none), a card to sign for each, and what has rows of the rest. */
function scoreSheets(ledger: KpiLedger, cards: readonly Scorecard[], period: KpiPeriod, hasScores: boolean, language: Language): NewSheet[] {
  const titles: Record<ScoreView, string> = language === 'zh' ? { summary: '得分', cards: '考核明细', gaps: '目标差额', training: '培训需求', changes: '目标变更' } : { summary: 'Scores', cards: 'Scorecards', gaps: 'Target gaps', training: 'Training needs', changes: 'Target changes' };
  const sheets = SCORE_VIEWS.map((view): NewSheet => {
    const rows = scoreView(ledger, cards, period, view, language);
    const title = `${titles[view]} ${period.text}`;
    return view === 'summary' && !hasScores ? { name: schemas.scores[language], rows } : { name: title, rows: [[title], ...rows], titleRows: 1 };
  });
  return [...sheets.filter(({ rows, titleRows = 0 }) => rows.length > titleRows + 1), ...cards.map((card) => cardSheet(printedCard(ledger, card, language), card.holder.label))];
}

/** A card as a sheet of its own, with its title above and the lines to sign below. */
function cardSheet({ title, holder, rows, footer }: PrintedCard, name: string): NewSheet {
  return { name, rows: [[title], [holder], ...rows, [''], ...footer.flatMap((line) => [[line], ['']])], titleRows: 2, boxedRows: rows.length };
}

/** `check BOOK`: every issue of every table; exit code 1 when there is an error among them. */
export async function check(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['out']);
  const workbook = await readWorkbook(oneWord(read, 'BOOK'));
  const tables = recogniseTables(workbook.tables);
  if (tables.byKind.size === 0) return { text: `No table was recognised in ${workbook.path}. Sheets: ${workbook.sheets.join(', ')}. / 未识别到任何表。`, code: 1 };
  const issues = checkTables(tables);
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
  const tables = recogniseTables(workbook.tables);
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
