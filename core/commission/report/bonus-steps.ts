import { ONE, equals, exactInteger, sign } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import type { Message } from '../../locale/message';
import { poolOf } from '../../rules/plan';
import type { Multiple } from '../../rules/read-value';
import type { Day } from '../../table/day';
import { amountOf } from '../compile-part';
import { factorsInForce } from '../factors';
import type { PartRun } from '../part-run';
import type { BonusStretch, PersonBonus } from '../person-bonus';
import { isWholePeriod } from '../person-bonus';
import type { Expression, Say } from './formula';
import { addedFactors, conclude, factorFigures, figure, named, negated, over, percentage, plus, quoted, times, valueOf } from './formula';
import type { LinePlace } from './line-place';
import { contextAt, lineName, rowAt } from './line-place';
import type { Step } from './step';
import { ruleRows } from './step';

/** A fixed sum of the period: the amount or the share of a People column, the person's own factors, the days of a part month. */
export function personBonusStep({ compiled }: PartRun, one: PersonBonus, person: number, say: Say): Step {
  const { bonus, stretches, periodDays, pay } = one;
  const whole = isWholePeriod(one);
  const worked = ({ from, days, factors }: BonusStretch): Expression => {
    const amount = multipleFigure(compiled, bonus.amount, person, from);
    const own = compiled.adds ? [addedFactors(factors)] : factorFigures(factors);
    return times(amount, ...own, ...(whole ? [] : [named(say({ code: 'formula.days' }), exactInteger(days))]));
  };
  const sum = plus(...stretches.map(worked));
  const rows = [bonus.row, ...compiled.part.rules.factor.filter(({ row }) => compiled.personFactors.some(({ factors }) => factors.some((factor) => factor.row === row))).map(({ row }) => row)];
  return { step: 'pay', what: { code: 'step.personBonus' }, formula: conclude(whole ? sum : over(sum, figure(exactInteger(periodDays))), pay, { say }), amount: pay, source: ruleRows(rows, say) };
}

/** A bonus of the tiers that is a multiple of a People column: each person's own, and the person's factors. */
export function ownBonusStep(place: LinePlace): Step {
  const { run, event, period, say } = place;
  const { compiled, events } = run;
  const [pay, base, person] = [exactAt(events.pay, event), exactAt(events.base, event), events.person[event] ?? -1];
  const rule = compiled.part.rules.tierBonus[events.ordinal[event] ?? -1];
  const amount = rule ? multipleFigure(compiled, rule.amount, person, contextAt(place).orderDay) : figure(base);
  const whole = sign(base) < 0 ? negated(amount) : amount;
  const part = equals(valueOf(whole), base) ? whole : figure(base);
  const personal = factorsInForce(compiled.personFactors, contextAt({ run, event, period, say })).map(({ factor }) => factor);
  const formula = conclude(times(part, ...(compiled.adds ? [addedFactors(personal)] : factorFigures(personal))), pay, { say });
  const order = lineName(compiled.ledger.orders, rowAt(place));
  const what: Message = { code: sign(base) < 0 ? 'step.tierBonusLost' : 'step.tierBonus', params: { order } };
  return { step: poolOf(compiled.part) ? 'pot' : 'pay', what, formula, amount: pay, source: ruleRows(rule ? [rule.row] : [], say) };
}

/** A sum of money, or the share of a People column with the figure of the person. */
export function multipleFigure({ ledger }: PartRun['compiled'], { factor, column }: Multiple, person: number, day: Day): Expression {
  if (column === undefined) return figure(factor);
  const value = amountOf(ledger, { factor: ONE, column }, person, day);
  const own: Expression = { ...named(quoted(column), value), kind: 'product' };
  return times(own, percentage(factor));
}
