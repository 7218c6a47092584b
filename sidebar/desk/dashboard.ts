import { round } from '../../core/amount/round';
import { exactFromNumber, exactToNumber } from '../../core/amount/text';
import { cardOf, cardsIn, scoringLedger } from '../../core/kpi/score-tables';
import type { KpiLedger } from '../../core/kpi/kpi-ledger';
import type { KpiPeriod } from '../../core/kpi/kpi-period';
import { calendarOfTables } from '../../core/kpi/kpi-calendar';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { printedCard } from '../../core/kpi/views/printed-card';
import { summaryView } from '../../core/kpi/views/summary-view';
import { call } from '../../core/catalogue/call';
import { render } from '../../core/locale/message';
import { dayText } from '../../core/table/day';
import type { ResultTable } from '../../core/table/result-table';
import type { Argument } from '../../core/catalogue/function-entry';
import type { TableKind } from '../../core/table/schema';
import type { CellFill, Change, ChartSpec } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { leadingIndicator, teamCards, teamScores, trend } from './dashboard-teams';
import { refuse } from './desk';

const BAR_CELLS = 10;

/** A bar of blocks with its percentage: a figure against a full mark, readable on paper and in every host. */
function bar(share: number): string {
  const filled = Math.max(0, Math.min(BAR_CELLS, Math.round(share * BAR_CELLS)));
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${Math.round(share * 100)}%`;
}

const HEADER_FILL = '#E8EEF7';

/** Scores by colour, as spreadsheets paint good, neutral and bad. */
const HEAT = [
  { from: 100, color: '#C6EFCE' },
  { from: 80, color: '#FFEB9C' },
  { from: -Infinity, color: '#FFC7CE' },
] as const;

/** One block of the dashboard: a table under its title, with a chart over its first columns or its scores in colour. */
interface Block {
  readonly title: string;
  readonly note?: string;
  readonly rows: ResultTable;
  readonly chart?: { readonly kind: ChartSpec['kind']; readonly columns: number };
  /** The first column of scores to be coloured, counted from 0. */
  readonly heatFrom?: number;
}

/** A dashboard: scores as bars, the trend against target, teams and people by KPI in colour, the funnel, and customers by grade, with charts of the host's own. */
export function dashboard(desk: Desk, { period }: { readonly period: string }): Answer<readonly Change[]> {
  const calendar = calendarOfTables(desk.tables, period);
  const [read, ledger] = [readKpiPeriod(period, calendar), scoringLedger(desk.tables, calendar)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  const title = render({ code: 'dash.title', params: { period } }, desk.language);
  return { ok: true, value: [writtenBlocks(title, [...scoreBlocks(desk, ledger.value, read.value), ...tradeBlocks(desk, read.value.last)])] };
}

function scoreBlocks({ language }: Desk, ledger: KpiLedger, period: KpiPeriod): Block[] {
  const say = (code: 'dash.scores' | 'dash.kpis' | 'dash.teams' | 'dash.trend' | 'dash.heat', params = {}): string => render({ code, params }, language);
  const cards = cardsIn(ledger, period);
  const [head = [], ...rest] = summaryView(ledger, [cards], language);
  const scores = rest.filter((row) => typeof row[2] === 'number');
  const teams = teamCards(ledger, period);
  const leading = leadingIndicator(cards);
  const blocks: Block[] = [{ title: say('dash.scores'), rows: [[head[1] ?? '', head[2] ?? '', '', head[3] ?? ''], ...scores.map((row) => [row[1] ?? '', row[2] ?? '', bar(Number(row[2]) / 100), row[3] ?? ''])], chart: { kind: 'bar', columns: 2 } }];
  if (leading) {
    const [header = [], ...months] = trend(ledger, leading, period, language);
    blocks.push({ title: say('dash.trend', { kpi: leading.name }), rows: [header, ...months.map((row) => [...row.slice(0, 3), typeof row[3] === 'number' ? bar(row[3]) : ''])], chart: { kind: 'line', columns: 3 } });
  }
  blocks.push({ title: say('dash.teams'), note: say('dash.heat'), rows: teamScores(teams, language), heatFrom: 1 });
  blocks.push({ title: say('dash.kpis'), note: say('dash.heat'), rows: [[head[1] ?? '', ...head.slice(7)], ...scores.map((row) => [row[1] ?? '', ...row.slice(7).map(twoDecimals)])], heatFrom: 1 });
  return blocks;
}

function tradeBlocks(desk: Desk, lastDay: number): Block[] {
  const titles = (['dash.funnel', 'dash.customers'] as const).map((code) => render({ code }, desk.language));
  return [funnel(desk, lastDay), customers(desk, lastDay)].flatMap((rows, index): Block[] => (rows && rows.length > 1 ? [{ title: titles[index] ?? '', rows, chart: { kind: 'column', columns: 2 } }] : []));
}

/** The blocks one below the other on one sheet. */
function writtenBlocks(title: string, blocks: readonly Block[]): Change {
  const rows: ResultTable = [[title]];
  const charts: ChartSpec[] = [];
  const fills: CellFill[] = [];
  for (const block of blocks) {
    rows.push([], [block.note === undefined ? block.title : `${block.title} · ${block.note}`]);
    const first = rows.length + 1;
    if (block.chart) charts.push({ kind: block.chart.kind, title: block.title, row: first, column: 1, rows: block.rows.length, columns: block.chart.columns });
    fills.push(...(block.rows[0] ?? []).map((_, column) => ({ row: first, column: column + 1, color: HEADER_FILL })));
    if (block.heatFrom !== undefined) fills.push(...heatOf(block.rows, first, block.heatFrom));
    rows.push(...block.rows);
  }
  return { kind: 'write sheet', sheet: title, rows, look: { titleRows: 3, charts, fills } };
}

function twoDecimals(cell: string | number): string | number {
  const read = typeof cell === 'number' ? exactFromNumber(cell) : undefined;
  return read ? exactToNumber(round(read, { decimals: 2, mode: 'half up' })) : cell;
}

function heatOf(rows: ResultTable, firstRow: number, fromColumn: number): CellFill[] {
  return rows.flatMap((row, y) =>
    row.flatMap((cell, x): CellFill[] => {
      const band = y > 0 && x >= fromColumn && typeof cell === 'number' ? HEAT.find(({ from }) => cell >= from) : undefined;
      return band ? [{ row: firstRow + y, column: x + 1, color: band.color }] : [];
    }),
  );
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
  const calendar = calendarOfTables(desk.tables, period);
  const [read, ledger] = [readKpiPeriod(period, calendar), scoringLedger(desk.tables, calendar)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  const card = cardOf(ledger.value, person, read.value);
  if (!card.ok) return refuse(card.issues, desk.language);
  const { title, holder, rows, footer } = printedCard(ledger.value, card.value, desk.language);
  const sheet = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return { ok: true, value: [{ kind: 'write sheet', sheet, rows: [[title], [holder], ...rows, [''], ...footer.flatMap((line) => [[line], ['']])], look: { titleRows: 2, page: 'landscape' } }] };
}
