import type { Exact } from '../../amount/exact';
import { ZERO, add, compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { tierUnitOf } from '../../rules/plan';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { PartRun } from '../part-run';
import { rulePlace } from '../rule-place';
import type { CheckContext, RanPart } from './context';
import { eventsInTerm, moneyText } from './context';

/** With fewer lines than this the largest total says little about what can be reached. */
const ENOUGH_LINES = 12;

/** Tiers far above the largest total ever reached, and tiers that everyone passes at once. */
export function checkTierReach(context: CheckContext): Issue[] {
  return context.ran.filter(({ compiled }) => !compiled.attainment && compiled.boundCurrency === '').flatMap((one) => tierReach(context, one));
}

function tierReach({ ledger }: CheckContext, one: RanPart): Issue[] {
  const { part, plan, run } = one;
  const { size } = tierUnitOf(part);
  const tiers = [...part.rules.tier, ...part.rules.tierBonus].map(({ from, row }) => ({ from: multiply(from, size), row })).filter(({ from }) => sign(from) > 0).sort((a, b) => compare(a.from, b.from));
  const totals = peaksOf(run).filter(({ total }) => sign(total) > 0);
  const [lowest, highest] = [tiers[0], tiers[tiers.length - 1]];
  const largest = totals.reduce<Peak | undefined>((most, one) => (!most || compare(one.total, most.total) > 0 ? one : most), undefined);
  if (!lowest || !highest || !largest) return [];
  const far = tiers.find(({ from }) => compare(from, multiply(largest.total, exactInteger(2))) > 0);
  const isFar = far && eventsInTerm(one).length >= ENOUGH_LINES && compare(far.from, multiply(largest.total, exactInteger(10))) >= 0;
  const params = { plan: plan.name, largest: moneyText(largest.total), who: whoOf(one, largest) };
  if (far) return [issue('check.tierUnreached', { ...rulePlace(ledger, far.row), table: 'rules' }, { ...params, bound: exactToDisplay(far.from) }, isFar ? 'warning' : 'note')];
  const least = totals.reduce<Exact | undefined>((low, { total }) => (!low || compare(total, low) < 0 ? total : low), undefined) ?? ZERO;
  // Bounds like 0.8 and 1 are told by the rules alone.
  if (compare(highest.from, exactInteger(3)) <= 0 || compare(least, multiply(highest.from, exactInteger(100))) < 0) return [];
  return [issue('check.tiersPassed', { ...rulePlace(ledger, highest.row), table: 'rules' }, { ...params, bound: exactToDisplay(highest.from), least: moneyText(least) }, 'warning')];
}

/** A running total where it stood highest: what is returned later does not undo that a tier was reached. */
interface Peak {
  readonly subject: number;
  readonly total: Exact;
}

function peaksOf({ events, totals }: PartRun): Peak[] {
  const highest = new Map<number, Exact>();
  for (let event = 0; event < events.row.length; event += 1) {
    const [state = -1, total] = [events.state[event], add(exactAt(events.from, event), exactAt(events.moved, event))];
    if (compare(total, highest.get(state) ?? ZERO) > 0) highest.set(state, total);
  }
  return totals.map(({ index, subject }) => ({ subject, total: highest.get(index) ?? ZERO }));
}

/** Whose total it is, where it is a person's. */
function whoOf({ compiled }: RanPart, { subject }: Peak): string | Message {
  const person = compiled.subject === 'person' ? compiled.ledger.people.persons[subject] : undefined;
  return person ? person.label : { code: `by.${compiled.subject === 'pool' ? 'team' : compiled.subject}` };
}
