import { closingRows } from '../core/commission/closed/close';
import { settle } from '../core/commission/settle';
import { kpiPeriodOf } from '../core/kpi/kpi-period';
import { cardsIn, scoringLedger } from '../core/kpi/score-tables';
import { summaryView } from '../core/kpi/views/summary-view';
import type { Cell, Range } from '../core/table/cell';
import { addMonths, civilOf, dayText } from '../core/table/day';
import { CALENDAR_MONTHS, periodOfDay } from '../core/table/period';
import { recogniseTables } from '../core/table/recognise';
import { fieldsOf, schemas } from '../core/table/schema';
import type { TableKind } from '../core/table/schema';
import { ADJUSTMENT_FIELDS, adjustmentRows } from './adjustments';
import { FIRST_MONTH, MONTHS, ORDER_FIELDS, sampleTrade } from './orders';
import { STAGES } from '../core/rules/templates/names';
import type { SampleLanguage } from './orders';
import { peopleRows } from './people';
import { ACTUAL_FIELDS, KPI_FIELDS, TARGET_FIELDS, actualRows, kpiRows, targetRows } from './indicators';
import { gradeRows, holidayRows, pipelineRows, taskRows } from './performance';
import { seededRandom } from './random';
import { ruleRows } from './rules';

/** One sheet of the sample workbook: a table with its header, and the range name it goes by. */
export interface SampleSheet {
  readonly kind: TableKind;
  readonly name: string;
  readonly rangeName: string;
  readonly cells: Range;
}

export interface SampleOptions {
  readonly language: SampleLanguage;
  /** How many order lines; at least one. Default 1,600. */
  readonly lines?: number;
  readonly seed?: number;
  /** How many months are closed; all but the last by default. */
  readonly closedMonths?: number;
}

/** The sample workbook: a believable exporter, generated from a seed, with every table filled. */
export function sampleWorkbook({ language, lines = 1600, seed = 20260301, closedMonths = MONTHS - 1 }: SampleOptions): SampleSheet[] {
  const random = seededRandom(seed);
  const trade = sampleTrade(random, lines, language);
  const heads = (kind: TableKind, fields: readonly string[]): string[] => fields.map((key) => fieldsOf(kind).find((field) => field.key === key)?.[language] ?? key);
  const table = (kind: TableKind, fields: readonly string[], rows: readonly (readonly Cell[])[], further: readonly string[] = []): SampleSheet => sheet(kind, language, [[...heads(kind, fields), ...further], ...rows]);
  const sheets: SampleSheet[] = [
    sheet('rules', language, ruleRows(language)),
    table('people', ['person', 'id', 'team', 'role', 'manager', 'joined', 'left', 'from', 'plan', 'targetBonus', 'ramp'], peopleRows(language)),
    table('orders', ORDER_FIELDS, trade.orders, STAGES.map((stage) => stage[language])),
    table('receipts', ['order', 'date', 'currency', 'amount', 'fee', 'rate'], trade.receipts),
    table('contributions', ['subject', 'person', 'share'], trade.contributions),
    table('fx', ['date', 'currency', 'rate'], trade.fx),
    table('kpis', KPI_FIELDS, kpiRows(language)),
    table('targets', TARGET_FIELDS, targetRows(language)),
    table('actuals', ACTUAL_FIELDS, actualRows(random, language)),
    table('adjustments', ADJUSTMENT_FIELDS, adjustmentRows(language)),
    table('holidays', ['holiday', 'note'], holidayRows(language)),
    table('grades', ['from', 'grade', 'factor'], gradeRows()),
    table('tasks', ['task', 'owner', 'stage', 'customer', 'start', 'due', 'done', 'progress', 'weight', 'note'], taskRows(random, language)),
    table('pipeline', ['deal', 'customer', 'owner', 'country', 'stage', 'entered', 'amount', 'currency', 'probability', 'result'], pipelineRows(random, language)),
  ];
  const scored = withScores(sheets, language);
  return [...scored, ...closedStatements(scored, language, closedMonths)];
}

function sheet(kind: TableKind, language: SampleLanguage, cells: Range): SampleSheet {
  return { kind, name: schemas[kind][language], rangeName: schemas[kind].range, cells };
}

/** The scores of every month, as the functions themselves give them; they stand before the holidays. */
function withScores(sheets: readonly SampleSheet[], language: SampleLanguage): SampleSheet[] {
  const ledger = scoringLedger(recogniseTables(sheets));
  if (!ledger.ok) throw new Error(`the sample cannot be scored: ${JSON.stringify(ledger.issues[0])}`);
  const periods = Array.from({ length: MONTHS }, (_, month) => kpiPeriodOf(periodOfDay(addMonths(FIRST_MONTH, month), 'month', CALENDAR_MONTHS)));
  const scores = sheet('scores', language, summaryView(ledger.value, periods.map((period) => cardsIn(ledger.value, period)), language));
  const at = sheets.findIndex(({ kind }) => kind === 'holidays');
  return [...sheets.slice(0, at), scores, ...sheets.slice(at)];
}

/** Closes month after month with the engine itself, as finance would: the statements, and the lines they keep. */
function closedStatements(sheets: readonly SampleSheet[], language: SampleLanguage, months: number): SampleSheet[] {
  const header = (kind: TableKind): Cell[] => fieldsOf(kind).map((field) => field[language]);
  const [rows, lines]: [(readonly Cell[])[], (readonly Cell[])[]] = [[header('statements')], [header('statementLines')]];
  const closed = (): SampleSheet[] => [sheet('statements', language, rows), sheet('statementLines', language, lines)];
  for (let month = 0; month < months; month += 1) {
    const start = addMonths(FIRST_MONTH, month);
    const { year, month: number } = civilOf(start);
    const tables = recogniseTables([...sheets, ...closed()]);
    const settled = settle(tables, { period: { kind: 'period', period: { kind: 'month', year, index: number } } });
    if (!settled.ok) throw new Error(`the sample cannot be settled: ${JSON.stringify(settled.issues[0])}`);
    const made = closingRows(settled.value, { by: language === 'zh' ? '财务' : 'Finance', at: dayText(addMonths(start, 1) + 4) }, language);
    rows.push(...made.statements);
    lines.push(...made.lines);
  }
  return closed();
}
