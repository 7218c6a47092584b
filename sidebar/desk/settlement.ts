import { settlementView } from '../../core/catalogue/functions/settle';
import type { SettleView } from '../../core/catalogue/functions/settle';
import { explainView } from '../../core/commission/explain';
import { settle } from '../../core/commission/settle';
import type { Settlement } from '../../core/commission/settle';
import { standingsOf } from '../../core/commission/standings';
import { settledRows } from '../../core/commission/views/summary';
import { render } from '../../core/locale/message';
import { reasons, words } from '../../core/table/result-table';
import type { ResultTable } from '../../core/table/result-table';
import { exactToNumber } from '../../core/amount/text';
import type { Result } from '../../core/table/issue';
import { readPeriod } from '../../core/table/period';
import type { Change } from '../../host-port/change';
import { newWorkbook } from '../../xlsx/new-workbook';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { closingChanges, whyNotClosed } from './closing';

/** One line of the preview. */
export interface PreviewRow {
  readonly kind: 'person' | 'company' | 'fund';
  readonly name: string;
  /** The number by which a person is explained. */
  readonly person: number | undefined;
  readonly team: string;
  readonly plan: string;
  readonly measure: number;
  readonly earned: number;
  readonly adjustment: number;
  /** Blank while inputs are missing. */
  readonly payable: number | undefined;
  readonly currency: string;
  readonly why: string;
}

export interface Preview {
  readonly period: string;
  readonly rows: readonly PreviewRow[];
  readonly total: number | undefined;
  readonly currency: string;
  /** What the total row says besides: funds, lines without a date, drafts. */
  readonly notes: string;
  readonly closed: boolean;
  readonly plans: readonly string[];
  readonly unused: number;
}

/** How far a settlement is, from 0 to 1. */
export type Progress = (share: number) => void;

/** The last settlement of each desk: explaining, writing and closing look at the one that was previewed. */
const settledAt = new WeakMap<Desk, { readonly period: string; readonly settled: Result<Settlement> }>();

function settleDesk(desk: Desk, period: string, progress?: Progress): Result<Settlement> {
  const known = settledAt.get(desk);
  if (known?.period === period) return known.settled;
  const settled = settle(desk.tables, { period: readPeriod(period), ...(progress ? { progress: (done, of) => progress(of === 0 ? 1 : done / of) } : {}) });
  settledAt.set(desk, { period, settled });
  return settled;
}

/** Everybody's pay of a period, before anything is written. */
export function preview(desk: Desk, { period }: { readonly period: string }, progress?: Progress): Answer<Preview> {
  const settled = settleDesk(desk, period, progress);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const { language } = desk;
  const rows = settledRows(settled.value).map(({ row }): PreviewRow => ({
    kind: row.kind,
    name: words(row.name, language),
    person: row.kind === 'person' ? row.person : undefined,
    team: row.team,
    plan: row.plan,
    measure: exactToNumber(row.amounts.measure),
    earned: exactToNumber(row.amounts.earned),
    adjustment: exactToNumber(row.amounts.adjustment),
    payable: row.open ? undefined : exactToNumber(row.amounts.payable),
    currency: row.currency,
    why: reasons(row.why, language),
  }));
  const summary = settlementView(settled.value, 'summary', language);
  const totals = summary[summary.length - 1] ?? [];
  const payable = summary[0]?.indexOf(render({ code: 'col.payable' }, language)) ?? -1;
  const total = totals[payable];
  return {
    ok: true,
    value: {
      period,
      rows,
      total: typeof total === 'number' ? total : undefined,
      currency: String(totals[payable + 1] ?? ''),
      notes: String(totals[totals.length - 1] ?? ''),
      closed: settled.value.plans.every(({ closed }) => closed !== undefined),
      plans: settled.value.plans.map(({ plan }) => plan.name),
      unused: settled.value.unused.length,
    },
  };
}

/** How far each person's total has come on the tiers of a part by the end of a period; nobody where it cannot be settled. */
export function standings(desk: Desk, { period, plan, part }: { readonly period: string; readonly plan: string; readonly part: string }): readonly { readonly name: string; readonly total: number }[] {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return [];
  const { persons } = settled.value.ledger.people;
  return standingsOf(settled.value, plan, part).map(({ person, total }) => ({ name: persons[person]?.label ?? '', total: exactToNumber(total) }));
}

/** Step by step how a person's figures came about. */
export function explainPay(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<ResultTable> {
  const settled = settleDesk(desk, period);
  return settled.ok ? { ok: true, value: explainView(settled.value, person, desk.language) } : refuse(settled.issues, desk.language);
}

const VIEWS: readonly SettleView[] = ['summary', 'parts', 'lines', 'pools', 'unused'];

/** The statement as sheets: the summary, and every view that has rows. */
export function statementSheets(desk: Desk, { period }: { readonly period: string }): Answer<readonly Change[]> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const changes = VIEWS.flatMap((view): Change[] => {
    const rows = settlementView(settled.value, view, desk.language);
    if (view !== 'summary' && rows.length < 2) return [];
    return [{ kind: 'write sheet', sheet: render({ code: `sheet.${view}`, params: { period } }, desk.language), rows, look: { formats: moneyFormats(rows) } }];
  });
  // The summary is written last, so that it is what is shown.
  return { ok: true, value: changes.reverse() };
}

/** A payroll sheet: a row a person with ID, plans netted and listed, and what is paid. */
export function payrollSheet(desk: Desk, { period }: { readonly period: string }): Answer<readonly Change[]> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const rows = settlementView(settled.value, 'payroll', desk.language);
  return { ok: true, value: [{ kind: 'write sheet', sheet: render({ code: 'sheet.payroll', params: { period } }, desk.language), rows, look: { formats: moneyFormats(rows) } }] };
}

/** A sheet for one person: their row and how it came about, and nobody else's. */
export function personSheet(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<readonly Change[]> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const found = settledRows(settled.value).find(({ row }) => row.person === person);
  const name = found ? words(found.row.name, desk.language) : '';
  const rows = explainView(settled.value, person, desk.language);
  return { ok: true, value: [{ kind: 'write sheet', sheet: `${name} ${period}`.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), rows: [[`${name} ${period}`], ...rows], look: { titleRows: 1, formats: { 3: '#,##0.00' } } }] };
}

/** A workbook of its own for one person, to be sent to them: the sheet that only they are to see, and nothing else. */
export function personFile(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<{ readonly name: string; readonly bytes: Uint8Array }> {
  const made = personSheet(desk, { period, person });
  if (!made.ok) return made;
  const sheets = made.value.flatMap((change) => (change.kind === 'write sheet' ? [{ name: change.sheet, rows: change.rows, titleRows: 1, boxedRows: change.rows.length - 1 }] : []));
  return { ok: true, value: { name: `${sheets[0]?.name ?? ''}.xlsx`, bytes: newWorkbook(sheets) } };
}

/** Columns with cents are shown with two decimals. */
function moneyFormats(rows: ResultTable): Readonly<Record<number, string>> {
  const columns = (rows[0] ?? []).map((_, column) => column).filter((column) => rows.some((row, index) => index > 0 && typeof row[column] === 'number' && !Number.isInteger(row[column])));
  return Object.fromEntries(columns.map((column) => [column, '#,##0.00']));
}

/** What closing a period writes: its rows below the statements and their lines, under one seal a plan; or why it is not closed. */
export function closePeriod(desk: Desk, { period, by, at }: { readonly period: string; readonly by: string; readonly at: string }): Answer<readonly Change[]> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const refused = whyNotClosed(settled.value, desk.language);
  return refused ? refuse([refused], desk.language) : { ok: true, value: closingChanges(desk, settled.value, { by, at }) };
}
