import { statementRows } from '../core/commission/close';
import { settle } from '../core/commission/settle';
import type { Cell, Range } from '../core/table/cell';
import { addMonths, civilOf, dayText } from '../core/table/day';
import { recogniseTables } from '../core/table/recognise';
import { fieldsOf, schemas } from '../core/table/schema';
import type { TableKind } from '../core/table/schema';
import { FIRST_MONTH, MONTHS, ORDER_FIELDS, STAGES, sampleTrade } from './orders';
import type { SampleLanguage } from './orders';
import { peopleRows } from './people';
import { actualRows, gradeRows, holidayRows, kpiRows, pipelineRows, scoreRows, targetRows, taskRows } from './performance';
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
  const extra = language === 'zh' ? ['态度', '协作'] : ['Attitude', 'Collaboration'];
  const sheets: SampleSheet[] = [
    sheet('rules', language, ruleRows(language)),
    table('people', ['person', 'id', 'team', 'role', 'manager', 'joined', 'left', 'from', 'plan', 'targetBonus'], peopleRows(language)),
    table('orders', ORDER_FIELDS, trade.orders, STAGES.map((stage) => stage[language])),
    table('receipts', ['order', 'date', 'currency', 'amount', 'fee', 'rate'], trade.receipts),
    table('contributions', ['subject', 'person', 'share'], trade.contributions),
    table('fx', ['date', 'currency', 'rate'], trade.fx),
    table('kpis', ['kpi', 'area', 'unit', 'better', 'weight', 'scoring', 'rollup', 'source'], kpiRows(language)),
    table('targets', ['person', 'kpi', 'period', 'target', 'note'], targetRows(random, language)),
    table('actuals', ['period', 'person', 'kpi', 'actual'], actualRows(random, language)),
    table('scores', ['period', 'person', 'score', 'grade', 'factor'], scoreRows(random, language), extra),
    table('holidays', ['holiday', 'note'], holidayRows(language)),
    table('grades', ['from', 'grade', 'factor'], gradeRows()),
    table('tasks', ['task', 'owner', 'stage', 'customer', 'start', 'due', 'done', 'progress', 'weight', 'note'], taskRows(random, language)),
    table('pipeline', ['deal', 'customer', 'owner', 'country', 'stage', 'entered', 'amount', 'currency', 'probability', 'result'], pipelineRows(random, language)),
  ];
  return [...sheets, closedStatements(sheets, language, closedMonths)];
}

function sheet(kind: TableKind, language: SampleLanguage, cells: Range): SampleSheet {
  return { kind, name: schemas[kind][language], rangeName: schemas[kind].range, cells };
}

/** Closes month after month with the engine itself, as finance would. */
function closedStatements(sheets: readonly SampleSheet[], language: SampleLanguage, months: number): SampleSheet {
  const header: Cell[] = fieldsOf('statements').map((field) => field[language]);
  const rows: (readonly Cell[])[] = [header];
  for (let month = 0; month < months; month += 1) {
    const start = addMonths(FIRST_MONTH, month);
    const { year, month: number } = civilOf(start);
    const tables = recogniseTables([...sheets, sheet('statements', language, rows)]);
    const settled = settle(tables, { period: { kind: 'period', period: { kind: 'month', year, index: number } } });
    if (!settled.ok) throw new Error(`the sample cannot be settled: ${JSON.stringify(settled.issues[0])}`);
    rows.push(...statementRows(settled.value, { by: language === 'zh' ? '财务' : 'Finance', at: dayText(addMonths(start, 1) + 4) }, language));
  }
  return sheet('statements', language, rows);
}
