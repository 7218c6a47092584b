import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, exactInteger, isZero, larger, negate, sign, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { PlanVersion } from '../../rules/plan';
import { roundingOf } from '../../rules/plan';
import { periodText } from '../../table/period';
import { portion } from '../../trade/receipts';
import { amountOf } from '../compile-part';
import type { Engine, PayPeriod } from '../engine';
import type { SettledRow } from '../settled-row';
import type { Expression, Say } from './formula';
import { clauses, conclude, figure, held, minus, over, plus, times } from './formula';
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
  const steps: Step[] = [...correctionSteps(place), ...releaseSteps(place)];
  const carriedIn = balances?.carriedIn ?? ZERO;
  if (!isZero(carriedIn)) steps.push({ step: 'balance', what: { code: 'step.carriedIn' }, formula: '', amount: carriedIn, source: '' });
  const { earned, reserved, held: kept, released, adjustment, draw, payable } = amounts;
  const parts = row.parts;
  const terms = [
    ...each(parts.map((part) => part.earned), earned, parts.length),
    ...each(parts.flatMap(({ reserves }) => reserves.map(({ amount }) => negate(amount))), negate(reserved)),
    ...each(parts.flatMap(({ holds, held: all }) => (holds.length > IN_SIGHT ? [negate(all)] : holds.map(({ amount }) => negate(amount)))), negate(kept), parts.length * IN_SIGHT),
    ...each((balances?.released ?? []).map(({ amount }) => amount), released),
    ...each(row.adjustments.map(({ amount }) => amount), adjustment),
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
  const steps = row.adjustments.map(({ period, due, paid, amount, because }): Step => ({
    step: 'correction',
    what: { code: `step.adjusted.${because}`, params: { period: periodText(period) } },
    formula: conclude(minus(figure(due, decimals), figure(paid, decimals)), amount, { decimals, say }),
    amount,
    source: '',
  }));
  const named = equals(sum(row.adjustments.map(({ amount }) => amount)), row.amounts.adjustment);
  return steps.length <= IN_SIGHT || !named ? steps : [...steps, { step: 'correction', what: { code: 'step.adjusted' }, formula: '', amount: row.amounts.adjustment, source: '', adds: steps }];
}

function releaseSteps({ row, say }: BalancePlace): Step[] {
  const steps = (row.balances?.released ?? []).map(({ order, amount, from }): Step => ({
    step: 'balance',
    what: order === '' ? { code: 'step.released', params: { period: periodText(from.period) } } : { code: 'step.releasedOrder', params: { period: periodText(from.period), order } },
    formula: '',
    amount,
    source: say({ code: 'source.statements', params: { row: from.row } }),
  }));
  return steps.length <= IN_SIGHT ? steps : [...steps, { step: 'balance', what: { code: 'step.releasedSum' }, formula: '', amount: row.amounts.released, source: '', adds: steps }];
}

/** A draw lends what is short of its amount, and takes back what exceeds it, at most what is owed. */
function drawStep({ engine, version, period, row, say }: BalancePlace, base: Exact): Step {
  const { draw } = row.amounts;
  const { decimals } = row;
  const [rule] = version.all.draw;
  const what = sign(draw) > 0 ? ({ code: 'step.draw' } as const) : ({ code: 'step.drawRepaid' } as const);
  const source = ruleRows(version.all.draw.map(({ row: at }) => at), say);
  const owed = row.balances?.drawBalance ?? ZERO;
  if (!rule) return { step: 'balance', what, formula: repaid(figure(negate(base), decimals), negate(base), draw, owed, decimals, say), amount: draw, source };
  const { expression, amount } = employedDraw(engine, period, row.person, amountOf(engine.ledger, rule.amount, row.person, period.last), version);
  const first = expression ? conclude(expression, amount, { decimals, say }) : '';
  const short = subtract(amount, base);
  const formula = sign(draw) > 0 ? conclude(minus(figure(amount, decimals), figure(base, decimals)), draw, { decimals, say }) : repaid(minus(figure(amount, decimals), figure(base, decimals)), short, draw, owed, decimals, say);
  return { step: 'balance', what, formula: clauses(say, first, formula), amount: draw, source };
}

function repaid(excess: Expression, amount: Exact, draw: Exact, owed: Exact, decimals: number, say: Say): string {
  if (equals(amount, draw)) return conclude(excess, draw, { decimals, say });
  return equals(draw, negate(owed)) ? held(say, excess, amount, draw, decimals) : '';
}

/** A draw for the days on which the person was employed. */
function employedDraw(engine: Engine, period: PayPeriod, person: number, whole: Exact, version: PlanVersion): { expression: Expression | undefined; amount: Exact } {
  const found = engine.ledger.people.persons[person];
  const first = Math.max(period.first, found?.joined ?? period.first);
  const last = Math.min(period.last, found?.left ?? period.last);
  const [days, all] = [Math.max(0, last - first + 1), period.last - period.first + 1];
  const rounding = roundingOf(version);
  if (days === all) return { expression: undefined, amount: round(whole, rounding) };
  const expression = over(times(figure(whole), { ...figure(exactInteger(days)), kind: 'product' }), figure(exactInteger(all)));
  const share = portion(whole, { top: exactInteger(days), bottom: exactInteger(all) });
  return { expression, amount: round(share, rounding) };
}
