import { cardOf, cardsIn, scoringLedger } from '../../core/kpi/score-tables';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { printedCard } from '../../core/kpi/views/printed-card';
import { summaryView } from '../../core/kpi/views/summary-view';
import { call } from '../../core/catalogue/call';
import { render } from '../../core/locale/message';
import { dayText } from '../../core/table/day';
import type { ResultTable } from '../../core/table/result-table';
import type { Argument } from '../../core/catalogue/function-entry';
import type { TableKind } from '../../core/table/schema';
import type { Change, ChartSpec } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';

const BAR_CELLS = 20;

/** A bar of blocks: a figure against a full mark, readable on paper and in every host. */
function bar(share: number): string {
  const filled = Math.max(0, Math.min(BAR_CELLS, Math.round(share * BAR_CELLS)));
  return '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
}

/** A dashboard: scores of the team as bars, person by KPI, the funnel, and customers by grade, with charts of the host's own. */
export function dashboard(desk: Desk, { period }: { readonly period: string }): Answer<readonly Change[]> {
  const [read, ledger] = [readKpiPeriod(period), scoringLedger(desk.tables)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  const say = (code: 'dash.title' | 'dash.scores' | 'dash.kpis' | 'dash.funnel' | 'dash.customers', params = {}): string => render({ code, params }, desk.language);
  const summary = summaryView(ledger.value, [cardsIn(ledger.value, read.value)], desk.language);
  const scores = summary.slice(1).filter((row) => typeof row[2] === 'number');
  const [head = []] = summary;
  const rows: ResultTable = [[say('dash.title', { period })], [], [say('dash.scores')], [String(head[1]), String(head[2]), '', String(head[3])]];
  const charts: ChartSpec[] = [{ kind: 'bar', title: say('dash.scores'), row: rows.length, column: 1, rows: scores.length + 1, columns: 2 }];
  rows.push(...scores.map((row) => [row[1] ?? '', row[2] ?? '', bar(Number(row[2]) / 100), row[3] ?? '']));
  rows.push([], [say('dash.kpis')], [head[1] ?? '', ...head.slice(7)], ...scores.map((row) => [row[1] ?? '', ...row.slice(7)]));
  for (const [title, made, columns] of [
    [say('dash.funnel'), funnel(desk, read.value.last), 3],
    [say('dash.customers'), customers(desk, read.value.last), 6],
  ] as const) {
    if (!made || made.length < 2) continue;
    rows.push([], [title]);
    charts.push({ kind: 'column', title, row: rows.length + 1, column: 1, rows: made.length, columns: Math.min(2, columns) });
    rows.push(...made);
  }
  return { ok: true, value: [{ kind: 'write sheet', sheet: say('dash.title', { period }), rows, look: { titleRows: 3, charts } }] };
}

function table({ tables }: Desk, kind: TableKind): Argument | undefined {
  const found = tables.byKind.get(kind);
  return found && [[...found.headers], ...found.cells.map((row) => [...row])];
}

function funnel(desk: Desk, lastDay: number): ResultTable | undefined {
  const pipeline = table(desk, 'pipeline');
  if (pipeline === undefined) return undefined;
  const made = call('FUNNELSTATS', [pipeline, null, dayText(lastDay)], desk.language);
  return made.ok && typeof made.value === 'object' ? made.value.map((row) => [...row]) : undefined;
}

function customers(desk: Desk, lastDay: number): ResultTable | undefined {
  const orders = table(desk, 'orders');
  if (orders === undefined) return undefined;
  const made = call('CUSTOMERSTATS', [orders, dayText(lastDay), table(desk, 'fx') ?? null], desk.language);
  return made.ok && typeof made.value === 'object' ? made.value.slice(0, 31).map((row) => [...row]) : undefined;
}

/** A person's card in print layout, with the lines to sign. */
export function cardSheet(desk: Desk, { period, person }: { readonly period: string; readonly person: string }): Answer<readonly Change[]> {
  const [read, ledger] = [readKpiPeriod(period), scoringLedger(desk.tables)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  const card = cardOf(ledger.value, person, read.value);
  if (!card.ok) return refuse(card.issues, desk.language);
  const { title, holder, rows, footer } = printedCard(ledger.value, card.value, desk.language);
  const sheet = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return { ok: true, value: [{ kind: 'write sheet', sheet, rows: [[title], [holder], ...rows, [''], ...footer.flatMap((line) => [[line], ['']])], look: { titleRows: 2, page: 'landscape' } }] };
}
