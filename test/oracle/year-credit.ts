import type { Num, YearFacts, YearLine, YearPart, YearPerson, YearPlan } from './year-facts';
import { D, isEmployed, stayOn, takesPart } from './year-facts';

/** What a line is measured by, and whose it is. */
export function measureOf(part: YearPart, line: YearLine): Num {
  if (part.measure === 'quantity') return new D(line.quantity);
  return part.measure === 'profit' ? new D(line.amount).minus(line.purchase) : new D(line.amount);
}

/** Who is credited with a line, with what share: the owners, or the people of the stages. */
export function creditsOf(part: YearPart, line: YearLine): { id: string; stage: string; share: Num }[] {
  if (part.stages) return part.stages.flatMap(({ name, share }) => (line.stages[name] === undefined ? [] : [{ id: line.stages[name], stage: name, share: new D(share) }]));
  return line.owners.map(({ id, percent }) => ({ id, stage: '', share: new D(percent ?? 100).div(100) }));
}

/** Line factors times the person's own. */
export function factorOf(part: YearPart, line: YearLine, person: YearPerson): Num {
  const product = part.productFactor?.product === line.product ? part.productFactor.factor : 1;
  const role = part.roleFactor?.role === stayOn(person, line.orderDay).role ? part.roleFactor.factor : 1;
  return new D(product).times(role);
}

export function subjectOf(part: YearPart, person: YearPerson, line: YearLine): string {
  if (part.pool || part.by === 'team') return `team ${stayOn(person, line.orderDay).team}`;
  return part.by === 'plan' ? 'plan' : person.id;
}

/** What tells who earns: the plan, the facts and the part. */
export interface LineReader {
  readonly plan: YearPlan;
  readonly facts: YearFacts;
  readonly part: YearPart;
}

/** Those who earn on a line: in the plan and employed on its order date, and not gone on the day it counts. */
export function earners({ plan, facts, part }: LineReader, line: YearLine, day: string): { person: YearPerson; stage: string; share: Num }[] {
  return creditsOf(part, line).flatMap(({ id, stage, share }) => {
    const person = facts.people.find((one) => one.id === id);
    const earns = person && takesPart(person, plan.name, line.orderDay) && isEmployed(person, line.orderDay) && day <= (person.left ?? '9999');
    return earns ? [{ person, stage, share }] : [];
  });
}
