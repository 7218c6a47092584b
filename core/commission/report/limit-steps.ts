import { add, equals, exactInteger, isZero, subtract } from '../../amount/exact';
import type { MessageCode } from '../../locale/message';
import type { Prorated } from '../days-in-plan';
import { clampPay } from '../line-limits';
import type { LimitStep } from '../span-limits';
import type { Expression, Say } from './formula';
import { clauses, conclude, figure, held, minus, over, plus, shown, times } from './formula';
import type { Step } from './step';
import { ruleRows } from './step';

export type LimitedLevel = '' | 'Plan' | 'Pool';

/** Each limit that changed the pay: `2,904 → at most 2,500`, over a span with what its earlier periods had come to. */
export function limitSteps(steps: readonly LimitStep[], level: LimitedLevel, say: Say): Step[] {
  return steps.filter(({ given, left }) => !equals(given, left)).map((step): Step => {
    const code: MessageCode = `step.${step.kind}${level}`;
    return { step: 'part', what: { code, params: { limit: shown(step.limit) } }, formula: limitFormula(step, say), amount: step.left, source: ruleRows([step.row], say) };
  });
}

/** An amount for so many days of all: `2,800 × 14 ÷ 28`. */
export function proratedFigure({ whole, days, of }: Prorated): Expression {
  return over(times(figure(whole), { ...figure(exactInteger(days)), kind: 'product' }), figure(exactInteger(of)));
}

function limitFormula(step: LimitStep, say: Say): string {
  const { prorated, limit } = step;
  return clauses(say, prorated ? conclude(proratedFigure(prorated), limit, { say }) : '', changeFormula(step, say));
}

function changeFormula({ kind, limit, before, given, left }: LimitStep, say: Say): string {
  if (isZero(before)) return held(say, figure(given), given, left);
  const total = add(before, given);
  const [least, most] = kind === 'minimum' ? [limit, undefined] : [undefined, limit];
  // What earlier periods were left with: under a maximum no more than it.
  const start = kind === 'minimum' ? before : clampPay(before, undefined, most);
  const end = kind === 'minimum' ? add(before, left) : clampPay(total, least, most);
  const sum = plus(figure(before), figure(given));
  const first = equals(end, total) ? conclude(sum, total, { say }) : held(say, sum, total, end);
  const earlier = equals(start, before) ? '' : held(say, figure(before), before, start);
  return equals(subtract(end, start), left) ? clauses(say, first, earlier, conclude(minus(figure(end), figure(start)), left, { say })) : '';
}
