import { settlementView } from '../../core/catalogue/functions/settle';
import type { SettleView } from '../../core/catalogue/functions/settle';
import { explainView } from '../../core/commission/explain';
import { standingsOf } from '../../core/commission/standings';
import { payeeKey } from '../../core/commission/closed/payee';
import type { Settlement } from '../../core/commission/settle';
import { settledRows } from '../../core/commission/views/summary';
import { render } from '../../core/locale/message';
import { reasons, words } from '../../core/table/result-table';
import type { ResultTable } from '../../core/table/result-table';
import { sum } from '../../core/amount/exact';
import { exactToNumber } from '../../core/amount/text';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { closedPay, periodBefore } from './closed-pay';
import { closingChanges, whyNotClosed } from './closing';
import { payCard } from './pay-card';
import type { Progress } from './settled';
import { settleDesk } from './settled';
import type { StatementPage } from './statement-page';
import { statementFile, statementPage, writtenPage } from './statement-page';

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
  readonly held: number;
  readonly released: number;
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
  /** What people are paid and what is held back of it, without funds and the company; undefined while somebody's pay is missing. */
  readonly people: { readonly count: number; readonly payable: number; readonly held: number; readonly released: number } | undefined;
  /** What each person was paid in the period before, by their number. */
  readonly before: Readonly<Record<number, number>>;
  /** What the total row says besides: funds, lines without a date, drafts. */
  readonly notes: string;
  readonly closed: boolean;
  readonly plans: readonly string[];
  readonly unused: number;
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
    held: exactToNumber(row.amounts.held),
    released: exactToNumber(row.amounts.released),
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
      people: peopleTotals(settled.value),
      before: paidBefore(settled.value),
      notes: String(totals[totals.length - 1] ?? ''),
      closed: settled.value.plans.every(({ closed }) => closed !== undefined),
      plans: settled.value.plans.map(({ plan }) => plan.name),
      unused: settled.value.unused.length,
    },
  };
}

function peopleTotals(settlement: Settlement): Preview['people'] {
  const rows = settledRows(settlement).map(({ row }) => row).filter(({ kind }) => kind === 'person');
  if (rows.some(({ open }) => open) || new Set(rows.map(({ currency }) => currency)).size > 1) return undefined;
  const total = (name: 'payable' | 'held' | 'released'): number => exactToNumber(sum(rows.map(({ amounts }) => amounts[name])));
  return { count: new Set(rows.map(({ person }) => person)).size, payable: total('payable'), held: total('held'), released: total('released') };
}

function paidBefore(settlement: Settlement): Readonly<Record<number, number>> {
  const paid = closedPay(settlement).get(periodBefore(settlement, 1))?.byPerson;
  const rows = settledRows(settlement).flatMap(({ row }) => (row.kind === 'person' ? [row] : []));
  return Object.fromEntries(rows.flatMap((row) => {
    const before = paid?.get(payeeKey(row.payee));
    return before ? [[row.person, exactToNumber(before)]] : [];
  }));
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

/** A person's statement as a sheet of the workbook: theirs, and nobody else's figures. */
export function personSheet(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<readonly Change[]> {
  const page = pageOf(desk, period, person);
  return page.ok ? { ok: true, value: [writtenPage(page.value)] } : page;
}

/** A workbook of its own for one person, to be sent to them: their statement, and nothing else. */
export function personFile(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<{ readonly name: string; readonly bytes: Uint8Array }> {
  const page = pageOf(desk, period, person);
  return page.ok ? { ok: true, value: statementFile(page.value) } : page;
}

function pageOf(desk: Desk, period: string, person: number): Answer<StatementPage> {
  const card = payCard(desk, { period, person });
  return card.ok ? { ok: true, value: statementPage(card.value, desk.language) } : card;
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
