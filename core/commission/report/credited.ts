import { ONE, equals, exactInteger } from '../../amount/exact';
import { WHOLE_LINE } from '../events';
import type { Slot } from '../credit';
import { isCreditFault, NOBODY } from '../credit';
import { factorsInForce } from '../factors';
import type { Expression } from './formula';
import { clauses, conclude, factorFigures, over, percentage, figure, times } from './formula';
import type { LinePlace } from './line-place';
import { contextAt, creditAt, rowAt } from './line-place';
import { measuredOf } from './measured';

/** How a line's credit came about: its measure, the part of it that counts, the person's share, the credit factors. */
export function creditFormula(place: LinePlace): string {
  return credited(place)?.formula ?? '';
}

/** The same where there is anything to work out; nothing where the credit is a figure of the order. */
export function creditWorking(place: LinePlace): string {
  const found = credited(place);
  return found && found.kind !== 'number' ? found.formula : '';
}

function credited(place: LinePlace): { readonly kind: Expression['kind']; readonly formula: string } | undefined {
  const { run, event, say } = place;
  const counted = run.events.counted[event] ?? WHOLE_LINE;
  const measured = measuredOf(place, counted);
  if (!measured) return undefined;
  const credit = creditAt(place);
  const factors = factorsInForce(run.compiled.creditFactors, contextAt(place)).map(({ factor }) => factor);
  for (const share of sharesOf(place)) {
    const expression = times(share(measured.expression), ...factorFigures(factors));
    const formula = conclude(expression, credit, { say });
    if (formula !== '') return { kind: expression.kind, formula: clauses(say, ...measured.first, formula) };
  }
  return undefined;
}

/** The ways in which the line's parts may be this person's: as written, or as what nobody else claims. */
function sharesOf(place: LinePlace): ((whole: Expression) => Expression)[] {
  const { run, event } = place;
  const slots = run.compiled.credits(rowAt(place));
  if (isCreditFault(slots)) return [];
  const person = run.events.person[event] ?? NOBODY;
  const stage = run.events.stage[event] ?? '';
  const own = slots.filter((slot) => slot.stage === stage && slot.person === person);
  const unclaimed = slots.filter((slot) => slot.stage === stage && slot.person === NOBODY);
  return [...own, ...unclaimed].map((slot) => (whole) => sharedBy(whole, slot, slots));
}

function sharedBy(whole: Expression, slot: Slot, slots: readonly Slot[]): Expression {
  const ofStage = equals(slot.of, ONE) ? whole : times(whole, percentage(slot.of));
  if (slot.share) return equals(slot.share, ONE) ? ofStage : times(ofStage, percentage(slot.share));
  const equalOnes = slots.filter(({ group, share }) => group === slot.group && !share).length;
  return equalOnes === 1 ? ofStage : over(ofStage, figure(exactInteger(equalOnes)));
}

