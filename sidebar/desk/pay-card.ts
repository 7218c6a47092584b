import type { Exact } from '../../core/amount/exact';
import { ZERO, add, isZero, subtract, sum } from '../../core/amount/exact';
import { exactToNumber, exactToText } from '../../core/amount/text';
import { leftIn, lotsOf } from '../../core/commission/closed/lots';
import { payeeKey } from '../../core/commission/closed/payee';
import { rowsOfPayee, rowsOfPlan } from '../../core/commission/closed/statements';
import { runOf } from '../../core/commission/engine';
import { tierAt } from '../../core/commission/ladder';
import type { SettledPlan, Settlement } from '../../core/commission/settle';
import type { SettledRow } from '../../core/commission/settled-row';
import { standingsOf } from '../../core/commission/standings';
import { linesView } from '../../core/commission/views/lines';
import { matchKey } from '../../core/table/cell';
import { dayText } from '../../core/table/day';
import { numberOfPeriod, periodText } from '../../core/table/period';
import { reasons, words } from '../../core/table/result-table';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { settleDesk } from './settled';

export const WATERFALL = ['earned', 'reserved', 'held', 'released', 'draw', 'adjustment', 'payable'] as const;
export type WaterfallName = (typeof WATERFALL)[number];

/** How far a person has come on the tiers of a plan's part, and what is missing to the next. */
export interface TierPosition {
  readonly plan: string;
  readonly part: string;
  readonly total: number;
  /** Counted from 1; 0 below the first. */
  readonly tier: number;
  readonly tiers: number;
  /** As a percentage, such as 12%. */
  readonly rate: string;
  readonly next: { readonly from: number; readonly missing: number; readonly rate: string } | undefined;
}

/** What an order gave: its lines and parts together. */
export interface PaidOrder {
  readonly order: string;
  readonly customer: string;
  readonly date: string;
  readonly measure: number;
  readonly earned: number;
}

/** A person's pay of a period on one page. */
export interface PayCard {
  readonly period: string;
  readonly isClosed: boolean;
  readonly name: string;
  readonly id: string;
  readonly team: string;
  readonly plans: readonly string[];
  readonly currency: string;
  readonly measure: number;
  /** What is added and taken on the way from what was earned to what is paid; undefined while inputs are missing. */
  readonly waterfall: readonly { readonly name: WaterfallName; readonly amount: number }[] | undefined;
  readonly why: string;
  readonly tiers: readonly TierPosition[];
  readonly orders: readonly PaidOrder[];
  /** Held money by when it is due: a day, or blank for “as its order is paid”; what this period holds is not in it yet. */
  readonly held: readonly { readonly due: string; readonly amount: number }[];
  /** Paid since January, this period with it. */
  readonly yearToDate: number;
}

/** A person's pay of a period: how it came about at a glance, their orders, tiers, held money, and the year so far. */
export function payCard(desk: Desk, { period, person }: { readonly period: string; readonly person: number }): Answer<PayCard> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const card = cardOfPerson(settled.value, person, desk.language);
  return card ? { ok: true, value: card } : refuse([], desk.language);
}

export function cardOfPerson(settlement: Settlement, person: number, language: Desk['language']): PayCard | undefined {
  const own = settlement.plans.flatMap((plan) => plan.rows.filter((row) => row.kind === 'person' && row.person === person).map((row) => ({ plan, row })));
  const [first] = own;
  if (!first) return undefined;
  const rows = own.map(({ row }) => row);
  const isOpen = rows.some(({ open }) => open);
  return {
    period: periodText(settlement.period),
    isClosed: own.every(({ plan }) => plan.closed !== undefined),
    name: words(first.row.name, language),
    id: first.row.payee.id,
    team: first.row.team,
    plans: own.map(({ plan }) => plan.plan.name),
    currency: first.row.currency,
    measure: exactToNumber(sum(rows.map(({ amounts }) => amounts.measure))),
    waterfall: isOpen ? undefined : waterfallOf(rows),
    why: reasons(rows.flatMap(({ why }) => why), language),
    tiers: own.flatMap(({ plan }) => tiersOf(settlement, plan, person)),
    orders: ordersOf(settlement, person, language),
    held: heldBy(settlement, own),
    yearToDate: exactToNumber(yearToDate(settlement, rows)),
  };
}

/** What is kept back stands with a minus, so that the amounts add up to what is paid; the rest (carried, rounded) is in the steps. */
function waterfallOf(rows: readonly SettledRow[]): { name: WaterfallName; amount: number }[] {
  const total = (name: WaterfallName): Exact => sum(rows.map(({ amounts }) => amounts[name]));
  return WATERFALL.map((name) => {
    const amount = total(name);
    return { name, amount: exactToNumber(name === 'reserved' || name === 'held' ? subtract(ZERO, amount) : amount) };
  }).filter(({ name, amount }) => amount !== 0 || name === 'earned' || name === 'payable');
}

function tiersOf(settlement: Settlement, { plan, version }: SettledPlan, person: number): TierPosition[] {
  return version.parts.flatMap((part): TierPosition[] => {
    const standing = standingsOf(settlement, plan.name, part.name).find((one) => one.person === person);
    const { ladder, attainment } = runOf(settlement.engine, version, part).compiled;
    if (!standing || !ladder || attainment || ladder.bounds.length < 2) return [];
    const tier = tierAt(ladder, standing.total);
    const [bound, rate] = [ladder.bounds[tier + 1], ladder.rates[tier + 1]];
    return [
      {
        plan: plan.name,
        part: part.name,
        total: exactToNumber(standing.total),
        tier: tier + 1,
        tiers: ladder.bounds.length,
        rate: percent(ladder.rates[tier] ?? ZERO),
        next: bound && rate ? { from: exactToNumber(bound), missing: exactToNumber(subtract(bound, standing.total)), rate: percent(rate) } : undefined,
      },
    ];
  });
}

function percent(rate: Exact): string {
  return `${exactToText({ ...rate, scale: rate.scale - 2 })}%`;
}

/** Orders with what they gave, the largest first; lines without an order (overrides, bonuses) have a blank one. */
function ordersOf(settlement: Settlement, person: number, language: Desk['language']): PaidOrder[] {
  const found = new Map<string, PaidOrder>();
  for (const [, , , , order, , date, customer, , measure, earned] of linesView(settlement, language, person).slice(1)) {
    const key = matchKey(String(order));
    const known = found.get(key);
    const line = { order: String(order), customer: String(customer), date: String(date), measure: Number(measure), earned: Number(earned) };
    found.set(key, known ? { ...known, measure: Math.max(known.measure, line.measure), earned: cents(known.earned + line.earned) } : line);
  }
  return [...found.values()].filter(({ earned, order }) => earned !== 0 || order !== '').sort((a, b) => b.earned - a.earned);
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** What earlier periods hold of a person's money, by the day it is due. */
function heldBy({ ledger }: Settlement, own: readonly { readonly plan: SettledPlan; readonly row: SettledRow }[]): { due: string; amount: number }[] {
  const sums = new Map<string, Exact>();
  for (const { plan: { plan }, row } of own) {
    const rows = rowsOfPlan(ledger.statements, plan.name).filter(({ payee }) => payeeKey(payee) === payeeKey(row.payee));
    for (const lot of lotsOf(plan, rows)) {
      const due = typeof lot.due === 'number' ? dayText(lot.due) : '';
      sums.set(due, add(sums.get(due) ?? ZERO, leftIn(lot)));
    }
  }
  return [...sums].filter(([, amount]) => !isZero(amount)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([due, amount]) => ({ due, amount: exactToNumber(amount) }));
}

/** What the closed periods of the year paid, and what this one pays. */
function yearToDate({ ledger, period }: Settlement, rows: readonly SettledRow[]): Exact {
  const payees = new Map(rows.map((row) => [payeeKey(row.payee), row.payee]));
  const before = [...payees.values()].flatMap((payee) => rowsOfPayee(ledger.statements, payee)).filter((row) => row.period.kind === period.kind && row.period.year === period.year && numberOfPeriod(row.period) < numberOfPeriod(period));
  return sum([...before.map(({ amounts }) => amounts.payable), ...rows.filter(({ open }) => !open).map(({ amounts }) => amounts.payable)]);
}
