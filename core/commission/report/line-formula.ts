import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, equals, isZero, subtract } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import type { EventExtras } from '../events';
import { factorsInForce } from '../factors';
import { clampLine } from '../line-limits';
import type { Expression } from './formula';
import { addedFactors, clauses, conclude, factorFigures, figure, held, minus, named, plus, times, valueOf } from './formula';
import type { LinePlace } from './line-place';
import { contextAt } from './line-place';
import type { RatedCredit } from './rate-formula';
import { ratedCredit } from './rate-formula';

/** A line's pay: what has to be worked out first, and the formula that gives it. */
interface Worked {
  readonly first: readonly string[];
  readonly expression: Expression;
}

/** How a line's pay came about: its rates, the line's factors, bonuses and limits, then the person's own factors. */
export function payFormula(place: LinePlace): string {
  const { run, event, say } = place;
  const pay = exactAt(run.events.pay, event);
  const rated = ratedCredit(place);
  const worked = workedPay(place, rated);
  const formula = worked && conclude(worked.expression, pay, { say });
  if (!worked || formula === undefined || formula === '') return '';
  const said = worked.first.length > 0 && worked.expression.kind === 'number' && equals(valueOf(worked.expression), pay);
  return clauses(say, ...rated.first, ...worked.first, said ? '' : formula);
}

/** What the factors, bonuses and limits make of a line's base. */
export function workedPay(place: LinePlace, { expression: base }: RatedCredit, extras = place.run.events.extras.get(place.event)): Worked | undefined {
  const { run, say } = place;
  const { compiled } = run;
  const [line, person] = [compiled.lineFactors, compiled.personFactors].map((columns) => factorsInForce(columns, contextAt(place)).map(({ factor }) => factor));
  const bonus = extras && !isZero(extras.bonus) ? named(say({ code: 'formula.bonus' }), extras.bonus) : undefined;
  if (compiled.adds && !bonus && !extras?.limits) return { first: [], expression: times(base, addedFactors([...(line ?? []), ...(person ?? [])])) };
  const factored = compiled.adds ? times(base, addedFactors(line ?? [])) : times(base, ...factorFigures(line ?? []));
  const inside = bonus ? withBonus(factored, bonus) : factored;
  const limited = extras?.limits ? limitedLine(place, extras, inside) : { first: [], expression: inside };
  if (!limited) return undefined;
  if (!compiled.adds) return { first: limited.first, expression: times(limited.expression, ...factorFigures(person ?? [])) };
  const excess = minusOne(person ?? []);
  const raised = bonus ? withBonus(base, bonus) : base;
  if (!excess || isZero(raised.value.top)) return limited;
  return { first: limited.first, expression: plus(limited.expression, times(raised, excess)) };
}

/** What the line's own limits leave of its base: a new rate of earlier lines is not held by those of the order. */
export function workedAlone(place: LinePlace, rated: RatedCredit): Worked | undefined {
  const extras = place.run.events.extras.get(place.event);
  const limits = extras?.limits && { ...extras.limits, order: { ...extras.limits.order, least: undefined, most: undefined } };
  return workedPay(place, rated, extras && { ...extras, limits });
}

/** A line that has no rate of its own is paid its bonus alone. */
function withBonus(pay: Expression, bonus: Expression): Expression {
  return isZero(pay.value.top) ? bonus : plus(pay, bonus);
}

function minusOne(factors: readonly Exact[]): Expression | undefined {
  const excesses = factors.map((factor) => subtract(factor, ONE)).filter((excess) => !isZero(excess));
  return excesses.length === 0 ? undefined : plus(...excesses.map((excess) => figure(excess)));
}

/** The limits of the line, then those of its order: what the order's lines had come to, and what this one adds. */
function limitedLine({ say }: LinePlace, { limits, stand }: EventExtras, inside: Expression): Worked | undefined {
  if (!limits) return { first: [], expression: inside };
  const given = valueOf(inside);
  const alone = clampLine(given, limits.line);
  const first: string[] = [];
  let expression = inside;
  if (!equals(alone, given)) {
    first.push(held(say, inside, given, alone));
    expression = figure(alone);
  }
  const { least, most, isReturn } = limits.order;
  if (!least && !most) return { first, expression };
  const before = stand ?? { pay: ZERO, limited: ZERO, least: ZERO, most: ZERO };
  const total = add(before.pay, alone);
  const kept = clampLine(total, { least: least && add(before.least, least), most: most && add(before.most, most), isReturn });
  if (equals(subtract(kept, before.limited), alone)) return { first, expression };
  const together = isZero(before.pay) ? expression : plus(figure(before.pay), expression);
  first.push(equals(kept, total) ? conclude(together, total, { say }) : held(say, together, total, kept));
  return { first, expression: isZero(before.limited) ? figure(kept) : minus(figure(kept), figure(before.limited)) };
}


