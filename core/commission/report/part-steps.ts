import type { Exact } from '../../amount/exact';
import { ONE, add, equals, isZero, multiply, subtract, sum } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';
import { conditionsText } from '../../rules/condition';
import { gateName } from '../../rules/words/gate';
import { kpiOf } from '../attainment';
import { scoreOf, scoreTextOf } from '../scores';
import { periodFactorRows } from '../period-factors';
import type { PartPay, PersonPart } from '../part-pay';
import type { LineShare } from '../line-shares';
import type { Say } from './formula';
import { conclude, factorFigures, figure, percentage, plus, shown, times } from './formula';
import { limitSteps } from './limit-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** One person's part of a plan while it is explained. */
export interface PartPlace {
  readonly pay: PartPay;
  readonly person: number;
  readonly part: string;
  readonly found: PersonPart;
  readonly say: Say;
}

/** A few amounts are added up in sight; of many the steps are named. */
const SUMMED_IN_SIGHT = 8;

export function sumStep(what: Message, steps: readonly Step[], amount: Exact, say: Say): Step {
  const amounts = steps.flatMap((step) => (step.amount ? [step.amount] : []));
  const formula = amounts.length <= SUMMED_IN_SIGHT ? conclude(plus(...amounts.map((one) => figure(one))), amount, { say }) : '';
  return { step: 'part', what, formula, amount, source: '', adds: steps };
}

/** From the lines' pay to what the part gives: the sum, the period's factors, the gate, takebacks, limits, the part's share (step 9). */
export function partSteps(place: PartPlace, paying: readonly Step[], taking: readonly Step[], shares: readonly LineShare[]): Step[] {
  const { found, part, say, pay } = place;
  const { rules } = pay.run.compiled.part;
  const steps: Step[] = [];
  if (paying.length === 0 && taking.length === 0) steps.push({ step: 'part', what: { code: 'step.noLines' }, formula: '', amount: found.gross, source: '' });
  else if (paying.length > 1) steps.push(sumStep(part === '' ? { code: 'step.gross' } : { code: 'step.grossPart', params: { part } }, paying, found.gross, say));
  steps.push(...factorSteps(place, paying, shares));
  const factored = pay.run.compiled.adds ? add(found.gross, found.added) : multiply(found.gross, found.factor);
  const gated = found.gate ? multiply(factored, found.gate.gate.below) : factored;
  if (found.gate) {
    steps.push({ step: 'part', what: gateWhat(place), formula: conclude(times(figure(factored), percentage(found.gate.gate.below)), gated, { say }), amount: gated, source: ruleRows([found.gate.gate.row], say) });
  }
  if (taking.length > 0) {
    steps.push(...taking);
    const back = sum(taking.flatMap(({ amount }) => (amount ? [amount] : [])));
    if (taking.length > 1) steps.push(sumStep({ code: 'step.takenSum' }, taking, back, say));
    const after = plus(figure(gated), figure(back));
    if (paying.length > 0) steps.push({ step: 'part', what: { code: 'step.taken' }, formula: conclude(after, found.beforeLimits, { say }), amount: found.beforeLimits, source: '' });
  }
  steps.push(...limitSteps(found.steps, '', say));
  if (!equals(found.share, ONE)) {
    steps.push({ step: 'part', what: { code: 'step.share' }, formula: conclude(times(figure(found.limited), percentage(found.share)), found.earned, { say }), amount: found.earned, source: ruleRows(rules.share.map(({ row }) => row), say) });
  }
  return steps;
}

/** The period's factors one by one, with the figures that they were found by. */
function factorSteps(place: PartPlace, paying: readonly Step[], shares: readonly LineShare[]): Step[] {
  const { pay, person, found, say } = place;
  const { compiled } = pay.run;
  const { scores } = compiled.ledger;
  const scored = scoreName(place);
  // A factor of 1 is told too where it comes of a score: which row it was, or that none was reached.
  if (scored.length === 0 && (compiled.adds ? isZero(found.added) : equals(found.factor, ONE))) return [];
  const rows = periodFactorRows(pay.run, person, pay.period);
  const graded = compiled.part.rules.factor.filter(({ gradeFactor }) => gradeFactor);
  const grade = graded.length > 0 ? scoreOf(scores, person, pay.period.period, 'factor') : undefined;
  const factors = [...rows.map(({ factor }) => factor), ...(grade ? [grade] : [])];
  const named = rows.flatMap(({ row }) => compiled.part.rules.factor.filter((rule) => rule.row === row).map(({ conditions }) => conditionsText(conditions)));
  const gradeName: Message[] = grade ? [{ code: 'step.gradeFactor', params: { grade: scoreTextOf(scores, person, pay.period.period, 'grade') ?? '' } }] : [];
  const none: Message[] = factors.length === 0 && scored.length > 0 ? [{ code: 'step.noFactor' }] : [];
  const what: Message = { code: 'step.factor', params: { names: [...named, ...gradeName, ...scored, ...none] } };
  const source = ruleRows([...rows.map(({ row }) => row), ...graded.map(({ row }) => row)], say);
  if (factors.every((factor) => equals(factor, ONE))) {
    return [{ step: 'part', what, formula: conclude(times(figure(found.gross), figure(ONE)), found.gross, { say }), amount: found.gross, source }];
  }
  if (!compiled.adds) {
    const amount = multiply(found.gross, found.factor);
    return [{ step: 'part', what, formula: conclude(times(figure(found.gross), ...factorFigures(factors)), amount, { say }), amount, source }];
  }
  const excesses = factors.map((factor) => subtract(factor, ONE)).filter((excess) => !isZero(excess));
  const bases = basesOf(place, shares);
  const base = sum(bases);
  const amount = add(found.gross, found.added);
  const raised = times(figure(base), plus(...excesses.map((excess) => figure(excess))));
  const baseStep: Step = { step: 'part', what: { code: 'step.base' }, formula: conclude(plus(...bases.map((one) => figure(one))), base, { say }), amount: base, source: '', adds: paying };
  return [...(bases.length > 1 ? [baseStep] : []), { step: 'part', what, formula: conclude(plus(figure(found.gross), raised), amount, { say }), amount, source }];
}

/** The score and the grade that the period's factors were chosen by. */
function scoreName({ pay, person }: PartPlace): Message[] {
  const { compiled } = pay.run;
  const { scores } = compiled.ledger;
  const isGraded = compiled.part.rules.factor.some(({ gradeFactor }) => gradeFactor);
  if (compiled.periodFactors.length === 0 && !isGraded) return [];
  const score = scoreOf(scores, person, pay.period.period, 'score');
  if (!score) return [];
  const grade = scoreTextOf(scores, person, pay.period.period, 'grade') ?? '';
  return [{ code: 'step.score', params: { score: exactToDisplay(score), grade: grade === '' || isGraded ? '' : { code: 'step.scoreGrade', params: { grade } } } }];
}

/** What additive factors multiply: each line's pay before its own factors. */
function basesOf({ pay }: PartPlace, shares: readonly LineShare[]): Exact[] {
  return shares.flatMap(({ event, trueUp, bonus, prize }) => {
    if (trueUp) return [trueUp.base];
    if (bonus) return [bonus.base];
    if (prize) return [prize.amount];
    return event === undefined ? [] : [exactAt(pay.run.events.base, event)];
  });
}

/** What the gate asked, what it found, and what it asked for. */
function gateWhat({ found, pay }: PartPlace): Message {
  const { gate } = found;
  if (!gate) return { code: 'step.gross' };
  const { on, least } = gate.gate;
  const name: Message | string = gateName(on);
  if (!gate.target) {
    const isScore = on.kind === 'score' || on.kind === 'kpi';
    const text = (value: Exact): string => (isScore ? exactToDisplay(value) : exactToPercent(value));
    return { code: 'step.gate', params: { on: name, value: text(gate.value), least: text(least) } };
  }
  return { code: 'step.gateTarget', params: { on: gateMetric(pay) ?? name, value: shown(gate.value), least: exactToPercent(least), target: shown(gate.target) } };
}

/** What the target is a target of. */
function gateMetric({ run }: PartPay): Message | string | undefined {
  const { part, ledger } = run.compiled;
  const kpi = kpiOf(ledger, part.rules.tierOn[0]?.kpi ?? '');
  return kpi === '' ? undefined : kpi;
}
