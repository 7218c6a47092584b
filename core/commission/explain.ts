import type { Exact } from '../amount/exact';
import { ONE, ZERO, absolute, add, equals, isZero, multiply, negate, sign, subtract, sum, trim } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { Language, Message } from '../locale/message';
import { render } from '../locale/message';
import { poolOf, roundingOf, versionLabel } from '../rules/plan';
import { rateText } from '../rules/read-value';
import { dayText } from '../table/day';
import { periodText } from '../table/period';
import { textAt } from '../table/table';
import { excessOf, factorsInForce, productOf } from './factors';
import type { LineContext } from './facts';
import { closedSteps } from './closed/explain-closed';
import { mixedSlices, rateAt } from './ladder';
import type { LineShare } from './line-shares';
import { lineShares } from './line-shares';
import { OVERRIDE_PART } from './plan-pay';
import type { PaidPart } from './plan-pay';
import { periodFactorRows } from './period-factors';
import { takenBack } from './taken-back';
import type { PartPay } from './part-pay';
import type { PartRun } from './part-run';
import type { SettledPlan, Settlement } from './settle';
import type { SettledRow } from './settled-row';
import type { Fraction } from '../trade/receipts';
import { paidFraction, portion } from '../trade/receipts';
import { isCreditFault } from './credit';
import { quotient } from '../amount/round';
import type { ResultTable } from '../table/result-table';
import { amountCell, headerRow } from '../table/result-table';

/** One step of an explanation. The `pay` steps of a part add up to its sum before factors, the `reversal` steps to what was taken back. */
export interface Step {
  readonly step: 'rules' | 'line' | 'pay' | 'reversal' | 'pool' | 'part' | 'override' | 'correction' | 'balance' | 'result';
  readonly what: Message;
  readonly formula: string;
  readonly amount: Exact | undefined;
  readonly source: string;
}

/** Explains every figure of a person's row, from the rules down to the order line and the cent. */
export function explainPerson(settlement: Settlement, plan: SettledPlan, row: SettledRow, language: Language): Step[] {
  const say = (message: Message): string => render(message, language);
  const { pay, version } = plan;
  const effective = version.effective === undefined ? say({ code: 'word.fromBeginning' }) : dayText(version.effective);
  const steps: Step[] = [{ step: 'rules', what: { code: 'step.rules', params: { plan: versionLabel(version), effective } }, formula: '', amount: undefined, source: ruleRows(version.rows.map((rule) => rule.row), say) }];
  if (plan.closed || !pay) return [...steps, ...closedSteps(settlement, plan, row, say)];
  if (row.open) return [...steps, ...row.why.map((why): Step => ({ step: 'result', what: why, formula: '', amount: undefined, source: '' }))];
  for (const paid of row.parts) steps.push(...explainPart(settlement, plan, row, paid, say));
  return [...steps, ...balanceSteps(row, say)];
}

/** The explanation as a table: Step, What, Formula, Amount, Source. */
export function explainView(settlement: Settlement, person: number, language: Language): ResultTable {
  const header = headerRow(['col.step', 'col.what', 'col.formula', 'col.amount', 'col.source'], language);
  const rows = settlement.plans.flatMap((plan) => plan.rows.filter((row) => row.person === person && row.kind === 'person').flatMap((row) => explainPerson(settlement, plan, row, language)));
  return [header, ...rows.map((step, index) => [index + 1, render(step.what, language), step.formula, step.amount ? amountCell(step.amount) : '', step.source])];
}

type Say = (message: Message) => string;

function ruleRows(rows: readonly number[], say: Say): string {
  return say({ code: 'source.rules', params: { rows: rows.join(', ') } });
}

function explainPart(settlement: Settlement, plan: SettledPlan, row: SettledRow, paid: PaidPart, say: Say): Step[] {
  const { pay } = plan;
  if (!pay) return [];
  if (paid.part === OVERRIDE_PART) return overrideSteps(paid, say);
  const found = pay.parts.find(({ part }) => part.name === paid.part);
  if (!found || !paid.pay) return [];
  const shares = lineShares(settlement.engine, pay, found.pay, paid, row.person);
  const lines = shares.flatMap((share) => shareSteps(settlement, found.pay, share, row, say));
  return [...lines, ...poolSteps(found.pay, row, say), ...partSteps(plan, found.pay, paid, row, say)];
}

/** What a line is, what was credited of it, and what it pays. */
function shareSteps(settlement: Settlement, pay: PartPay, share: LineShare, row: SettledRow, say: Say): Step[] {
  const { orders } = settlement.ledger;
  const order = share.row === undefined ? '' : lineName(settlement, share.row);
  const source = share.row === undefined ? '' : say({ code: 'source.orders', params: { row: orders.table.rowNumbers[share.row] ?? 0 } });
  switch (share.kind) {
    case 'line':
      return lineSteps(pay, share, row.person, order, source, say);
    case 'tier bonus':
      return [{ step: 'pay', what: { code: 'step.tierBonus', params: { order } }, formula: '', amount: share.raw, source }];
    case 'true-up': {
      const up = pay.run.trueUps.find((one) => one.person === row.person && one.period === pay.period.number && equals(one.amount, share.raw));
      const rise = up && subtract(up.end, up.before);
      const earlier = up && rise && !isZero(rise) ? quotient(up.amount, rise, { decimals: 8, mode: 'half up' }) : ZERO;
      const formula = up ? `(${rateText(up.end)} − ${rateText(up.before)}) × ${exactToDisplay(trim(earlier))}` : '';
      return [{ step: 'pay', what: { code: 'step.trueUp' }, formula, amount: share.raw, source }];
    }
    case 'reversal':
      return [{ step: 'reversal', what: { code: 'step.reversal', params: { order } }, formula: reversalFormula(settlement, pay, share, row.person), amount: share.raw, source }];
    case 'pool':
    case 'rest':
      return [];
  }
}

function lineName({ ledger }: Settlement, row: number): string {
  const { orders } = ledger;
  const line = textAt(orders.lines, row);
  const order = orders.orderNames[orders.orderOf[row] ?? 0] ?? '';
  return line === '' ? order : `${order}/${line}`;
}

function lineSteps(pay: PartPay, share: LineShare, person: number, order: string, source: string, say: Say): Step[] {
  const event = findEvent(pay.run, pay.period.number, share, person);
  if (event === undefined || share.row === undefined || share.day === undefined) return [];
  const measured: Step = {
    step: 'line',
    what: { code: 'step.credit', params: { order, day: dayText(share.day), stage: share.stage } },
    formula: measureFormula(pay.run, { row: share.row, day: share.day, person, stage: share.stage }, share.measure, say),
    amount: share.measure,
    source,
  };
  if (poolOf(pay.run.compiled.part)) return [measured];
  return [measured, { step: 'pay', what: { code: 'step.pay', params: { order } }, formula: payFormula(pay.run, event, say), amount: share.raw, source: payRules(pay.run, event, say) }];
}

function findEvent(run: PartRun, period: number, share: LineShare, person: number): number | undefined {
  const slice = run.slices.get(period);
  const { events } = run;
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    const same = events.person[event] === person && events.row[event] === share.row && events.day[event] === share.day;
    if (same && events.kind[event] === 'line' && events.stage[event] === share.stage && equals(exactAt(events.credit, event), share.measure)) return event;
  }
  return undefined;
}

/** The measure's terms with their signs, exchanged, and the part of it that was credited. */
function measureFormula(run: PartRun, line: CreditedLine, credit: Exact, say: Say): string {
  const { compiled } = run;
  const { row, day } = line;
  const terms = compiled.measure.terms(row).filter(({ amount }, index) => index === 0 || !isZero(amount));
  const term = (amount: Exact, name: string, first: boolean): string => `${signText(amount, first)}${exactToDisplay(absolute(amount))} ${termName(name, say)}`;
  const foreign = terms.filter(({ currency }) => currency === 'order');
  const home = terms.filter(({ currency }) => currency !== 'order');
  const rate = compiled.measure.isMoney ? compiled.exchange(row, day) : undefined;
  const inOrder = foreign.map(({ amount, name }, index) => term(amount, name, index === 0)).join('');
  const exchangedText = rate && !equals(rate, ONE) && inOrder !== '' ? `(${inOrder}) × ${exactToDisplay(rate)}` : inOrder;
  const text = home.reduce((all, { amount, name }) => all + term(amount, name, all === ''), exchangedText);
  return `${text}${creditFormula(run, line, say)} → ${exactToDisplay(credit)}`;
}

/** The sign in front of a term: none before a first that is positive. */
function signText(amount: Exact, first: boolean): string {
  if (sign(amount) < 0) return first ? '−' : ' − ';
  return first ? '' : ' + ';
}

interface CreditedLine {
  readonly row: number;
  readonly day: number;
  readonly person: number;
  readonly stage: string;
}

/** Which part of the measure was credited: what had been paid, the person's share, the credit factors. */
function creditFormula({ compiled }: PartRun, { row, day, person, stage }: CreditedLine, say: Say): string {
  const { ledger } = compiled;
  const parts: string[] = [];
  if (!compiled.countDays) {
    const [before, after] = [day - 1, day].map((on) => paidFraction(ledger.orders, ledger.receipts, row, on));
    if (before && after) parts.push(` · ${say({ code: 'formula.received', params: { before: percentOf(before), after: percentOf(after) } })}`);
  }
  const slots = compiled.credits(row);
  const own = isCreditFault(slots) ? [] : slots.filter((slot) => slot.person === person && slot.stage === stage);
  for (const { of, share, group } of own) {
    if (!equals(of, ONE)) parts.push(` × ${exactToPercent(of)}`);
    if (share && !equals(share, ONE)) parts.push(` × ${exactToPercent(share)}`);
    if (!share && !isCreditFault(slots)) parts.push(` ÷ ${slots.filter((slot) => slot.group === group).length}`);
  }
  const factor = productOf(compiled.creditFactors, { row, person, day, orderDay: compiled.orderDays.days[row] ?? day, period: { kind: 'month', year: 0, index: 1 } });
  if (!equals(factor, ONE)) parts.push(` × ${exactToDisplay(factor)}`);
  return parts.join('');
}

/** A fraction as a percentage, at two decimals, for reading. */
function percentOf({ top, bottom }: Fraction): string {
  return exactToPercent(quotient(top, bottom, { decimals: 4, mode: 'half up' }));
}

const TERMS = new Set(['amount', 'freight', 'insurance', 'middleman', 'bankFee', 'purchase', 'rebate', 'domesticCost', 'otherCost', 'quantity', 'orders']);

function termName(name: string, say: Say): string {
  return TERMS.has(name) ? say({ code: `term.${name as 'amount'}` }) : name;
}

/** How a line's pay came about: its slices or its rate, and the factors on it. */
function payFormula(run: PartRun, event: number, say: Say): string {
  const { compiled, events } = run;
  const context = contextOf(run, event);
  const credit = exactAt(events.credit, event);
  const pay = exactAt(events.pay, event);
  const total = run.totals[events.state[event] ?? -1];
  const [line, own] = [productOf(compiled.lineFactors, context), productOf(compiled.personFactors, context)];
  const factors = compiled.adds
    ? [add(add(ONE, excessOf(compiled.lineFactors, context)), excessOf(compiled.personFactors, context))]
    : [line, own];
  const shown = factors.filter((factor) => !equals(factor, ONE)).map((factor) => ` × ${exactToDisplay(factor)}`).join('');
  const product = factors.reduce(multiply, ONE);
  const ladder = total?.ladder;
  const candidates: { text: string; amount: Exact }[] = [];
  if (ladder && ladder.mode === 'marginal') {
    const from = exactAt(events.from, event);
    const slices = mixedSlices(ladder, credit, from, add(from, exactAt(events.moved, event)));
    candidates.push({ text: slices.map(({ tier, size }) => `${exactToDisplay(size)} × ${rateText(ladder.rates[tier] ?? ZERO)}`).join(' + '), amount: sum(slices.map(({ tier, size }) => multiply(size, ladder.rates[tier] ?? ZERO))) });
  } else if (ladder) {
    const rate = run.totals[events.state[event] ?? -1]?.steps.find((step) => step.period === events.period[event])?.end ?? rateAt(ladder, total?.total ?? ZERO);
    candidates.push({ text: `${exactToDisplay(credit)} × ${rateText(rate)}`, amount: multiply(credit, rate) });
  }
  for (const rate of flatRates(run)) candidates.push({ text: `${exactToDisplay(credit)} × ${rateText(rate)}`, amount: multiply(credit, rate) });
  const fits = candidates.find(({ amount }) => equals(multiply(amount, product), pay));
  if (fits) return `${shown === '' || !fits.text.includes(' + ') ? fits.text : `(${fits.text})`}${shown} = ${exactToDisplay(pay)}`;
  const best = candidates[0];
  return `${best ? `${best.text}${shown} ` : ''}${say({ code: 'formula.withExtras' })} = ${exactToDisplay(pay)}`;
}

function flatRates({ compiled }: PartRun): Exact[] {
  const { rate, stageRate } = compiled.part.rules;
  return [...rate.map((entry) => entry.rate.factor), ...stageRate.map((entry) => entry.rate)];
}

function contextOf(run: PartRun, event: number): LineContext {
  const { events, compiled } = run;
  const row = events.row[event] ?? 0;
  const day = events.day[event] ?? 0;
  return { row, person: events.person[event] ?? -1, day, orderDay: compiled.orderDays.days[row] ?? day, period: { kind: 'month', year: 0, index: 1 } };
}

function payRules(run: PartRun, event: number, say: Say): string {
  const { rules } = run.compiled.part;
  const factors = [...factorsInForce(run.compiled.lineFactors, contextOf(run, event)), ...factorsInForce(run.compiled.personFactors, contextOf(run, event))];
  const rows = [...rules.rate, ...rules.tier, ...rules.stageRate].map(({ row }) => row);
  return ruleRows([...rows, ...factors.map(({ row }) => row)].sort((a, b) => a - b), say);
}

function reversalFormula(settlement: Settlement, pay: PartPay, share: LineShare, person: number): string {
  const { run } = pay;
  const { version, part } = run.compiled;
  const found = run.takebacks.filter((back) => back.row === share.row && back.period === pay.period.number && run.events.person[back.event] === person);
  return found
    .map((back) => {
      const credit = exactAt(run.events.credit, back.event);
      const part_ = subtract(portion(credit, back.after), portion(credit, back.before));
      return `${lineName(settlement, run.events.row[back.event] ?? 0)}: ${exactToDisplay(part_)} → −${exactToDisplay(takenBack(settlement.engine, version, part, run, back))}`;
    })
    .join('; ');
}

function poolSteps(pay: PartPay, row: SettledRow, say: Say): Step[] {
  return pay.pools.flatMap((pool) => {
    const member = pool.members.find(({ person }) => person === row.person);
    if (!member) return [];
    const { part } = pay.run.compiled;
    const keys = part.rules.shareBy.map(({ key, share }) => `${key.kind === 'column' ? key.column : say({ code: `shareBy.${key.kind}` })} ${exactToPercent(share)}`).join(' + ');
    const everyone = part.rules.shareBy.map((_, index) => exactToDisplay(sum(pool.members.map(({ weights }) => weights[index] ?? ZERO))));
    const weights = member.weights.map((weight, index) => `${exactToDisplay(weight)} ÷ ${everyone[index] ?? exactToDisplay(sum(pool.members.map(({ weights: own }) => own[0] ?? ZERO)))}`).join(' · ');
    const reserved = sum(pool.reserves.map(({ amount }) => amount));
    const steps: Step[] = [
      { step: 'pool', what: { code: 'step.pot', params: { pool: pool.group } }, formula: '', amount: pool.pot, source: ruleRows(part.rules.pool.map((rule) => rule.row), say) },
      ...(isZero(reserved) ? [] : [{ step: 'pool' as const, what: { code: 'step.potReserve' } as const, formula: `${exactToDisplay(pool.pot)} − ${exactToDisplay(reserved)} = ${exactToDisplay(subtract(pool.pot, reserved))}`, amount: reserved, source: ruleRows(part.rules.reserve.map((rule) => rule.row), say) }]),
      { step: 'pay', what: { code: 'step.potShare', params: { keys } }, formula: weights, amount: member.amount, source: ruleRows([...part.rules.shareBy, ...part.rules.weight].map((rule) => rule.row), say) },
    ];
    return steps;
  });
}

/** Step 9: the period's factors, the gate, the limits, the part's share, the reserve and the hold. */
function partSteps(plan: SettledPlan, pay: PartPay, paid: PaidPart, row: SettledRow, say: Say): Step[] {
  const found = paid.pay;
  if (!found) return [];
  const { part } = pay.run.compiled;
  const steps: Step[] = [];
  const push = (what: Message, formula: string, amount: Exact, rows: readonly number[]): void => {
    steps.push({ step: 'part', what, formula, amount, source: rows.length === 0 ? '' : ruleRows(rows, say) });
  };
  push({ code: 'step.gross', params: { part: paid.part } }, '', found.gross, []);
  if (!equals(found.factor, ONE)) {
    const rows = [...periodFactorRows(pay.run, row.person, pay.period).map((factor) => factor.row), ...part.rules.factor.filter(({ gradeFactor }) => gradeFactor).map((factor) => factor.row)];
    push({ code: 'step.factor' }, `${exactToDisplay(found.gross)} × ${exactToDisplay(found.factor)}`, multiply(found.gross, found.factor), rows);
  }
  if (found.gate) push({ code: 'step.gate' }, `${exactToDisplay(found.gate.value)} < ${exactToDisplay(found.gate.gate.least)} → × ${exactToPercent(found.gate.gate.below)}`, found.beforeLimits, [found.gate.gate.row]);
  if (!isZero(found.taken)) push({ code: 'step.taken' }, '', found.taken, part.rules.refund.map((rule) => rule.row));
  if (!isZero(found.overdue)) push({ code: 'step.overdue' }, '', found.overdue, part.rules.clawback.map((rule) => rule.row));
  if (!equals(found.limited, found.beforeLimits)) push({ code: 'step.limit' }, `${exactToDisplay(found.beforeLimits)} → ${exactToDisplay(found.limited)}`, found.limited, [...part.rules.minimum, ...part.rules.maximum].map((rule) => rule.row));
  if (!equals(found.share, ONE)) push({ code: 'step.share' }, `${exactToDisplay(found.limited)} × ${exactToPercent(found.share)}`, found.earned, part.rules.share.map((rule) => rule.row));
  if (!equals(paid.exact, found.earned)) push({ code: 'step.planLimit' }, `${exactToDisplay(found.earned)} → ${exactToDisplay(paid.exact)}`, paid.exact, [...plan.version.all.minimum, ...plan.version.all.maximum].filter(({ level }) => level === 'plan').map((rule) => rule.row));
  const { decimals, mode } = roundingOf(plan.version);
  push({ code: 'step.round', params: { decimals, mode: { code: `round.${mode}` } } }, `${exactToDisplay(paid.exact)} → ${exactToDisplay(paid.earned, decimals)}`, paid.earned, plan.version.all.round.map((rule) => rule.row));
  if (!isZero(paid.reserved)) push({ code: 'step.reserve' }, `−${exactToDisplay(paid.reserved, decimals)}`, negate(paid.reserved), part.rules.reserve.map((rule) => rule.row));
  if (!isZero(paid.held)) push({ code: 'step.hold' }, `−${exactToDisplay(paid.held, decimals)}`, negate(paid.held), part.rules.hold.map((rule) => rule.row));
  return steps;
}

function overrideSteps(paid: PaidPart, say: Say): Step[] {
  const rows = paid.overrides.map(({ rule, before, after, amount }): Step => ({
    step: 'override',
    what: { code: 'step.override', params: { level: rule.level } },
    formula: `(${exactToDisplay(after)} − ${exactToDisplay(before)}${isZero(rule.above) ? '' : ` ↑ ${exactToDisplay(rule.above)}`}) × ${rateText(rule.rate)}`,
    amount,
    source: ruleRows([rule.row], say),
  }));
  return [...rows, { step: 'part', what: { code: 'step.overrideTotal' }, formula: `${exactToDisplay(paid.exact)} → ${exactToDisplay(paid.earned, 2)}`, amount: paid.earned, source: '' }];
}

/** Steps 11 and 12, and the sum that is paid. */
function balanceSteps(row: SettledRow, say: Say): Step[] {
  const steps: Step[] = [];
  const { balances } = row;
  for (const { period, due, paid, amount, because } of row.adjustments) {
    steps.push({ step: 'correction', what: { code: `step.adjusted.${because}`, params: { period: periodText(period) } }, formula: `${exactToDisplay(due, 2)} − ${exactToDisplay(paid, 2)}`, amount, source: '' });
  }
  for (const { order, amount, from } of balances?.released ?? []) {
    steps.push({ step: 'balance', what: { code: 'step.released', params: { period: periodText(from.period), order } }, formula: '', amount, source: from.row === undefined ? '' : say({ code: 'source.statements', params: { row: from.row } }) });
  }
  if (balances && !isZero(balances.carriedIn)) steps.push({ step: 'balance', what: { code: 'step.carriedIn' }, formula: '', amount: balances.carriedIn, source: '' });
  if (balances && !isZero(balances.draw)) steps.push({ step: 'balance', what: { code: 'step.draw' }, formula: '', amount: balances.draw, source: '' });
  const { earned, reserved, held, released, adjustment, draw, payable } = row.amounts;
  const terms = [earned, negate(reserved), negate(held), released, adjustment, balances?.carriedIn ?? ZERO, draw].filter((amount, index) => index === 0 || !isZero(amount));
  const carried = sign(row.amounts.carried) < 0 ? subtract(ZERO, add(balances?.carriedIn ?? ZERO, row.amounts.carried)) : ZERO;
  const all = isZero(carried) ? terms : [...terms, carried];
  const formula = all.map((amount, index) => `${signText(amount, index === 0)}${exactToDisplay(absolute(amount), 2)}`).join('');
  if (!isZero(row.amounts.carried) && sign(row.amounts.carried) < 0) steps.push({ step: 'balance', what: { code: 'step.carried' }, formula: '', amount: row.amounts.carried, source: '' });
  return [...steps, { step: 'result', what: { code: 'step.payable' }, formula: `${formula} = ${exactToDisplay(payable, 2)}`, amount: payable, source: '' }];
}
