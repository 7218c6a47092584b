import { isZero } from '../amount/exact';
import type { Language, Message, MessageCode } from '../locale/message';
import { render } from '../locale/message';
import { poolOf, versionLabel } from '../rules/plan';
import { dayText } from '../table/day';
import type { ResultTable } from '../table/result-table';
import { amountCell, headerRow } from '../table/result-table';
import { closedSteps } from './closed/explain-closed';
import type { LineShare } from './line-shares';
import { lineShares } from './line-shares';
import type { PartPay } from './part-pay';
import type { PartRun } from './part-run';
import type { PaidPart, PlanPay } from './plan-pay';
import { OVERRIDE_PART } from './plan-pay';
import { absentSteps } from './report/absent-steps';
import { balanceSteps } from './report/balance-steps';
import { overdueStep, takebackStep, tierBonusStep, trueUpStep, wasPaid } from './report/event-steps';
import { prizeStep } from './report/contest-steps';
import type { Say } from './report/formula';
import type { LinePlace } from './report/line-place';
import { lineSteps } from './report/line-steps';
import { overrideSteps } from './report/override-steps';
import { paidSteps, planLimitSteps } from './report/paid-steps';
import { partSteps } from './report/part-steps';
import { ownBonusStep, personBonusStep } from './report/bonus-steps';
import { chargeSteps, poolSteps } from './report/pool-steps';
import type { Step } from './report/step';
import { ruleRows, stepList } from './report/step';
import type { SettledPlan, Settlement } from './settle';
import type { SettledRow } from './settled-row';

export type { Step } from './report/step';

/** Why a person has no part in what is paid, as steps. */
const NOTHING_COUNTS: ReadonlyMap<string, MessageCode> = new Map(Object.entries<MessageCode>({ 'why.noLines': 'step.noLines', 'why.notJoined': 'step.notJoined', 'why.left': 'step.left' }));

function nothingCounts(why: Message): Step[] {
  const code = NOTHING_COUNTS.get(why.code);
  return code ? [{ step: 'line', what: { ...why, code }, formula: '', amount: undefined, source: '' }] : [];
}

/** Explains every figure of a person's row, from the rules down to the order line and the cent. Every formula is true. */
export function explainPerson(settlement: Settlement, plan: SettledPlan, row: SettledRow, language: Language): Step[] {
  const say: Say = (message) => render(message, language);
  const { pay, version, period } = plan;
  const label = versionLabel(version);
  const rules: Message = version.effective === undefined ? { code: 'step.rulesAlways', params: { plan: label } } : { code: 'step.rules', params: { plan: label, effective: dayText(version.effective) } };
  const steps: Step[] = [{ step: 'rules', what: rules, formula: '', amount: undefined, source: ruleRows(version.rows.map((rule) => rule.row), say) }];
  if (plan.closed || !pay) return [...steps, ...closedSteps(settlement, plan, row, say)];
  if (row.open) return [...steps, ...row.why.map((why): Step => ({ step: 'result', what: why, formula: '', amount: undefined, source: '' }))];
  if (row.parts.length === 0) steps.push(...row.why.flatMap(nothingCounts));
  const limited = pay.persons.get(row.person)?.planLimit !== undefined;
  const settled = row.parts.map((paid) => {
    const found = pay.parts.find(({ part }) => part.name === paid.part);
    return { earning: earningSteps(settlement, pay, found?.pay, paid, row, say), paying: paidSteps(plan, paid, found, say) };
  });
  if (limited) {
    for (const { earning } of settled) steps.push(...earning);
    steps.push(...planLimitSteps(row.parts, pay.persons.get(row.person), say));
    for (const { paying } of settled) steps.push(...paying);
  } else for (const { earning, paying } of settled) steps.push(...earning, ...paying);
  return [...steps, ...balanceSteps({ engine: settlement.engine, version, period, row, say })];
}

/** What a part earns a person, before the plan's limits and rounding. */
function earningSteps({ engine }: Settlement, plan: PlanPay, pay: PartPay | undefined, paid: PaidPart, row: SettledRow, say: Say): Step[] {
  if (paid.part === OVERRIDE_PART) return overrideSteps(paid.overrides, plan.period, say);
  if (!pay || !paid.pay) return [];
  const { run, period } = pay;
  const shares = lineShares(engine, plan, pay, paid, row.person);
  const at = (event: number): LinePlace => ({ run, event, period, say });
  const lines = [...shares.flatMap((share) => shareSteps({ run, person: row.person, say }, at, share)), ...poolSteps(pay, row.person, say)];
  const ofLines = shares.flatMap(({ back, overdue, raw }) => {
    // What a pot paid is charged to its members.
    if (back && poolOf(back.run.compiled.part)) return [];
    if (back) return isZero(raw) && !wasPaid(back) ? [] : [takebackStep(engine, run, { run: back.run, event: back.event, period, say }, back)];
    return overdue ? [overdueStep(run, { run: overdue.run, event: overdue.event, period, say }, overdue)] : [];
  });
  const taking = [...chargeSteps(pay, row.person, say), ...ofLines];
  const paying = lines.filter(({ step }) => step === 'pay');
  return [...lines, ...partSteps({ pay, person: row.person, part: paid.part, found: paid.pay, say }, paying, taking, shares)];
}

/** Whose share of which run is explained, in whose words. */
interface ShareOf {
  readonly run: PartRun;
  readonly person: number;
  readonly say: Say;
}

/** The steps of a line, a bonus or a true-up. */
function shareSteps({ run, person, say }: ShareOf, at: (event: number) => LinePlace, share: LineShare): Step[] {
  if (share.bonus) return [personBonusStep(run, share.bonus, person, say)];
  if (share.prize) return [prizeStep(run, share.prize, say)];
  if (share.trueUp) return [trueUpStep(at(share.trueUp.event ?? -1), share.trueUp)];
  if (share.event === undefined) return [];
  if (share.kind === 'own tier bonus') return [ownBonusStep(at(share.event))];
  return share.kind === 'tier bonus' ? [tierBonusStep(at(share.event))] : lineSteps(at(share.event), share);
}

/** The explanation as a table: Step, What, Formula, Amount, Source. */
export function explainView(settlement: Settlement, person: number, language: Language): ResultTable {
  const header = headerRow(['col.step', 'col.what', 'col.formula', 'col.amount', 'col.source'], language);
  const rows = settlement.plans.flatMap((plan) => plan.rows.filter((row) => row.person === person && row.kind === 'person').map((row) => ({ plan, row })));
  const steps = rows.length === 0 ? absentSteps(settlement, person, language) : rows.flatMap(({ plan, row }) => explainPerson(settlement, plan, row, language));
  const numbers = new Map(steps.map((step, index) => [step, index + 1]));
  return [header, ...steps.map((step, index) => [index + 1, whatText(step, numbers, language), step.formula, step.amount ? amountCell(step.amount) : '', step.source])];
}

/** The words of a step; a sum names the steps that it adds up. */
function whatText({ what, adds }: Step, numbers: ReadonlyMap<Step, number>, language: Language): string {
  if (!adds) return render(what, language);
  const steps = stepList(adds.flatMap((step) => numbers.get(step) ?? []));
  return render({ ...what, params: { ...what.params, steps } }, language);
}
