import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero, larger, negate, sign, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Message } from '../../locale/message';
import type { PlanVersion } from '../../rules/plan';
import { roundingOf } from '../../rules/plan';
import { periodText } from '../../table/period';
import { amountOf } from '../compile-part';
import { daysIn, prorate } from '../days-in-plan';
import type { Engine, PayPeriod } from '../engine';
import type { SettledRow } from '../settled-row';
import type { Expression, Say } from './formula';
import { clauses, conclude, figure, held, minus, plus } from './formula';
import { proratedFigure } from './limit-steps';
import { IN_SIGHT } from './paid-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** Where a person's balances are looked at. */
export interface BalancePlace {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly row: SettledRow;
  readonly say: Say;
}

/** Corrections, what falls due, what is carried and lent, and what is paid in the end (steps 11 to 13). */
export function balanceSteps(place: BalancePlace): Step[] {
  const { row, say } = place;
  const { amounts, balances, decimals } = row;
  const steps: Step[] = [...correctionSteps(place), ...manualSteps(place), ...lotSteps(place), ...releaseSteps(place)];
  const carriedIn = balances?.carriedIn ?? ZERO;
  if (!isZero(carriedIn)) steps.push({ step: 'balance', what: { code: 'step.carriedIn' }, formula: '', amount: carriedIn, source: '' });
  const { earned, reserved, held: kept, released, adjustment, draw, payable } = amounts;
  const parts = row.parts;
  const terms = [
    ...each(parts.map((part) => part.earned), earned, parts.length),
    ...each(parts.flatMap(({ reserves }) => reserves.map(({ amount }) => negate(amount))), negate(reserved)),
    ...each([...parts.flatMap(({ holds, held: all }) => (holds.length > IN_SIGHT ? [negate(all)] : holds.map(({ amount }) => negate(amount)))), ...(balances?.lots ?? []).map(({ amount }) => negate(amount))], negate(kept), (parts.length + 1) * IN_SIGHT),
    ...each((balances?.released ?? []).map(({ amount }) => amount), released),
    ...each([...row.adjustments, ...row.manual].map(({ amount }) => amount), adjustment),
    carriedIn,
  ].filter((amount, index) => index === 0 || !isZero(amount));
  const available = sum(terms);
  const due = plus(...terms.map((amount) => figure(amount, decimals)));
  const base = larger(available, ZERO);
  const owing = sign(available) < 0;
  if (owing) steps.push({ step: 'balance', what: { code: 'step.carried' }, formula: say({ code: 'formula.carried', params: { formula: conclude(due, available, { decimals, say }) } }), amount: available, source: '' });
  if (!isZero(draw)) steps.push(drawStep(place, base));
  const start = owing ? figure(ZERO, decimals) : due;
  const paid = isZero(draw) ? start : plus(...(owing ? [] : [start]), figure(draw, decimals));
  const formula = equals(add(base, draw), payable) ? conclude(paid, payable, { decimals, say }) : '';
  return [...steps, { step: 'result', what: { code: 'step.payable' }, formula, amount: payable, source: '' }];
}

/** The amounts that make a column, one by one where they are few and make it. */
function each(amounts: readonly Exact[], whole: Exact, most = IN_SIGHT): readonly Exact[] {
  return amounts.length <= most && equals(sum(amounts), whole) ? amounts : [whole];
}

function correctionSteps({ row, say }: BalancePlace): Step[] {
  const { decimals } = row;
  const corrections = row.adjustments.map(({ period, due, paid, amount, because, orders }): { readonly lines: readonly Step[]; readonly step: Step } => ({
    lines: orders.map((change): Step => ({
      step: 'correction',
      what: change.order === '' ? { code: 'step.correctedRest', params: { period: periodText(period) } } : { code: 'step.correctedLine', params: { order: change.line === '' ? change.order : `${change.order}/${change.line}`, period: periodText(period) } },
      formula: conclude(minus(figure(change.now, decimals), figure(change.was, decimals)), change.amount, { decimals, say }),
      amount: undefined,
      source: '',
    })),
    step: {
      step: 'correction',
      what: { code: `step.adjusted.${because}`, params: { period: periodText(period) } },
      formula: conclude(minus(figure(due, decimals), figure(paid, decimals)), amount, { decimals, say }),
      amount,
      source: '',
    },
  }));
  const steps = corrections.flatMap(({ lines, step }) => [...lines, step]);
  const sums = corrections.map(({ step }) => step);
  const whole = sum(row.adjustments.map(({ amount }) => amount));
  return sums.length <= IN_SIGHT ? steps : [...steps, { step: 'correction', what: { code: 'step.adjusted' }, formula: '', amount: whole, source: '', adds: sums }];
}

/** What was added or taken by hand, with its reason and who approved it. */
function manualSteps({ row, say }: BalancePlace): Step[] {
  return row.manual.map(({ amount, reason, approvedBy, row: at }): Step => ({
    step: 'correction',
    what: { code: 'step.manual', params: { reason: { code: 'why.approved', params: { reason, by: approvedBy } } } },
    formula: '',
    amount,
    source: say({ code: 'source.adjustments', params: { row: at } }),
  }));
}

/** Held money that corrections of closed periods add, and what is settled because its order was taken back. */
function lotSteps({ row }: BalancePlace): Step[] {
  return (row.balances?.lots ?? []).map(({ order, forPeriod, amount }): Step => ({
    step: 'balance',
    what: { code: sign(amount) < 0 ? 'step.lotSettled' : 'step.lotHeld', params: { order, period: periodText(forPeriod) } },
    formula: '',
    amount: negate(amount),
    source: '',
  }));
}

function releaseWords(back: boolean, order: string, period: string): Message {
  if (back) return { code: 'step.releasedBack', params: { period, order } };
  return order === '' ? { code: 'step.released', params: { period } } : { code: 'step.releasedOrder', params: { period, order } };
}

function releaseSteps({ row, say }: BalancePlace): Step[] {
  const steps = (row.balances?.released ?? []).map(({ order, amount, from }): Step => ({
    step: 'balance',
    what: releaseWords(sign(amount) < 0, order, periodText(from.period)),
    formula: '',
    amount,
    source: from.row === undefined ? '' : say({ code: 'source.statements', params: { row: from.row } }),
  }));
  return steps.length <= IN_SIGHT ? steps : [...steps, { step: 'balance', what: { code: 'step.releasedSum' }, formula: '', amount: row.amounts.released, source: '', adds: steps }];
}

/** A draw lends what is short of its amount, and takes back what exceeds it, at most what is owed. */
function drawStep(place: BalancePlace, base: Exact): Step {
  const { engine, version, period, row, say } = place;
  const { draw } = row.amounts;
  const { decimals } = row;
  const [rule] = version.all.draw;
  const what = sign(draw) > 0 ? ({ code: 'step.draw' } as const) : ({ code: 'step.drawRepaid' } as const);
  const source = ruleRows(version.all.draw.map(({ row: at }) => at), say);
  const owed = row.balances?.drawBalance ?? ZERO;
  if (!rule) return { step: 'balance', what, formula: repaid(figure(negate(base), decimals), negate(base), draw, owed, decimals, say), amount: draw, source };
  const { expression, amount } = employedDraw(place, amountOf(engine.ledger, rule.amount, row.person, period.last));
  const first = expression ? conclude(expression, amount, { decimals, say }) : '';
  const short = subtract(amount, base);
  const formula = sign(draw) > 0 ? conclude(minus(figure(amount, decimals), figure(base, decimals)), draw, { decimals, say }) : repaid(minus(figure(amount, decimals), figure(base, decimals)), short, draw, owed, decimals, say);
  return { step: 'balance', what, formula: clauses(say, first, formula), amount: draw, source };
}

function repaid(excess: Expression, amount: Exact, draw: Exact, owed: Exact, decimals: number, say: Say): string {
  if (equals(amount, draw)) return conclude(excess, draw, { decimals, say });
  return equals(draw, negate(owed)) ? held(say, excess, amount, draw, decimals) : '';
}

/** A draw for the days on which the person was employed and in the plan. */
function employedDraw({ engine, period, row, version }: BalancePlace, whole: Exact): { expression: Expression | undefined; amount: Exact } {
  const of = period.last - period.first + 1;
  const prorated = prorate(whole, daysIn({ engine, version, parts: version.parts, person: row.payee.person }, period), of);
  return { expression: prorated.days === of ? undefined : proratedFigure(prorated), amount: round(prorated.amount, roundingOf(version)) };
}
