import type { Num, YearFacts, YearLine, YearPart, YearPerson, YearPlan } from './year-facts';
import { D, ZERO, stayOn } from './year-facts';
import { earners, factorOf, measureOf, subjectOf } from './year-credit';
import type { Counting, Step } from './year-counting';
import { reversedBy, standingAfter } from './year-counting';
import type { PayPeriod } from './year-time';
import { addDays, spanNumber } from './year-time';
import { rateOfTotal, slicePay } from './year-tiers';

const ONE = new D(1);

/** A payment for a piece as if nothing of it had been reversed; `weight` is what was left of it when it was paid. */
export interface Payment {
  readonly period: PayPeriod;
  amount: Num;
  /** The part of it that no rate makes: a bonus. */
  readonly fixed: Num;
  readonly weight: Num;
  readonly part: YearPart;
}

/** A piece of a line's credit that was paid to a person, and all that it has been paid since. */
export interface Piece {
  readonly line: YearLine;
  readonly stage: string;
  readonly person: string;
  readonly day: string;
  readonly period: PayPeriod;
  readonly counting: Counting;
  readonly team: string;
  readonly credit: Num;
  /** What was paid, in which period: its own pay first, then true-ups. Before the factors of the period. */
  readonly paid: Payment[];
  /** What reversals have left of it. */
  left: Num;
}

/** A takeback: so much of what is left of a piece, in a period. */
export interface Takeback {
  readonly piece: Piece;
  readonly period: PayPeriod;
  readonly share: Num;
  readonly leftBefore: Num;
}

/** A person's credit in a running total, with the piece of pay that it stands for, if it was paid. */
interface Entry {
  readonly line: YearLine;
  readonly person: string;
  readonly stage: string;
  readonly day: string;
  readonly team: string;
  readonly total: Total;
  readonly credit: Num;
  readonly factor: Num;
  readonly piece: Piece | undefined;
  left: Num;
}

interface Total {
  amount: Num;
  opening: Num;
  readonly entries: Entry[];
}

export interface Credit {
  readonly line: YearLine;
  readonly person: string;
  readonly team: string;
  readonly stage: string;
  readonly day: string;
  readonly countedOn: string;
  readonly amount: Num;
}

export interface LinePays {
  readonly pieces: Piece[];
  readonly takebacks: Takeback[];
  /** What was credited, on which day, and what reversals took out of what had counted on an earlier day. */
  readonly credits: Credit[];
}

export interface PartWalk {
  readonly plan: YearPlan;
  readonly facts: YearFacts;
  readonly counting: Counting;
  readonly periods: readonly PayPeriod[];
  /** Pieces paid by earlier versions in parts that this one continues; reversals take them back here. */
  readonly inherited: readonly Piece[];
  /** Pieces of parts that nothing continues: this is the first part of the version. */
  readonly orphans: readonly Piece[];
}

/** Walks one part of one version in time order: running totals, what each line pays, true-ups, what is taken back. */
export function walkPart(walk: PartWalk): LinePays {
  const made: LinePays = { pieces: [], takebacks: [], credits: [] };
  const totals = new Map<string, Total>();
  const entries: Entry[] = [];
  const { steps, segment } = walk.counting;
  takeHistory(walk, steps.filter(({ own }) => !own), totals, entries, made);
  for (const period of walk.periods.filter((one) => one.segment.version === segment.version)) {
    for (const total of totals.values()) total.opening = total.amount;
    const pending: { entry: Entry; bonus: Num }[] = [];
    for (const step of steps.filter(({ own, day }) => own && period.first <= day && day <= period.last)) {
      if (step.after.gt(step.before)) pending.push(...count({ walk, step, period, totals, entries, made }));
      else takeBack({ walk, step, period, totals, entries, made });
    }
    takeOrphans(walk, period, made);
    settleWhole(walk, period, totals, pending);
  }
  return made;
}

function totalFor(walk: PartWalk, totals: Map<string, Total>, person: YearPerson, line: YearLine, day: string): Total {
  const { part, segment } = walk.counting;
  const key = `${subjectOf(part, person, line)} ${spanNumber(day, part.span, segment.version.firstDay)}`;
  const known = totals.get(key) ?? { amount: ZERO, opening: ZERO, entries: [] };
  totals.set(key, known);
  return known;
}

interface Visit {
  readonly walk: PartWalk;
  readonly step: Step;
  readonly period: PayPeriod;
  readonly totals: Map<string, Total>;
  readonly entries: Entry[];
  readonly made: LinePays;
}

function takeHistory(walk: PartWalk, steps: readonly Step[], totals: Map<string, Total>, entries: Entry[], made: LinePays): void {
  const { part } = walk.counting;
  for (const step of steps) {
    if (step.after.lt(step.before)) {
      leaveTotals(walk, step, entries, made);
      continue;
    }
    for (const { person, stage, share } of earners({ ...walk, part }, step.line, step.day)) {
      const total = totalFor(walk, totals, person, step.line, step.day);
      const credit = measureOf(part, step.line).times(step.after.minus(step.before)).times(share);
      const piece = walk.inherited.find((one) => one.line === step.line && one.day === step.day && one.person === person.id && one.stage === stage);
      const team = stayOn(person, step.line.orderDay).team;
      const entry = { line: step.line, person: person.id, stage, day: step.day, team, total, credit, factor: factorOf(part, step.line, person), piece, left: ONE };
      total.amount = total.amount.plus(credit);
      total.entries.push(entry);
      entries.push(entry);
      made.credits.push({ line: step.line, person: person.id, team, stage, day: step.day, countedOn: step.day, amount: credit });
    }
  }
  for (const total of totals.values()) total.opening = total.amount;
}

function count({ walk, step, period, totals, entries, made }: Visit): { entry: Entry; bonus: Num }[] {
  const { part } = walk.counting;
  const { line, day } = step;
  return earners({ ...walk, part }, line, day).map(({ person, stage, share }) => {
    const total = totalFor(walk, totals, person, line, day);
    const credit = measureOf(part, line).times(step.after.minus(step.before)).times(share);
    const from = total.amount;
    total.amount = from.plus(credit);
    const { team } = stayOn(person, line.orderDay);
    const factor = factorOf(part, line, person);
    const bonus = bonusOf(walk, step, person).times(share);
    const base = part.tiers ? (part.mode === 'marginal' ? slicePay(part, from, total.amount) : ZERO) : credit.times(part.rate ?? 0);
    const piece: Piece = { line, stage, person: person.id, day, period, counting: walk.counting, team, credit, paid: [{ period, amount: base.times(factor).plus(bonus), fixed: bonus, weight: ONE, part }], left: ONE };
    const entry: Entry = { line, person: person.id, stage, day, team, total, credit, factor, piece, left: ONE };
    made.pieces.push(piece);
    made.credits.push({ line, person: person.id, team, stage, day, countedOn: day, amount: credit });
    total.entries.push(entry);
    entries.push(entry);
    return { entry, bonus };
  });
}

/** A bonus is paid when the line first counts, for what reversals have left of it, under the person's own factor. */
function bonusOf({ facts, counting }: PartWalk, { line, day, before }: Step, person: YearPerson): Num {
  const { part } = counting;
  if (part.bonus?.product !== line.product || !before.isZero() || measureOf(part, line).lte(0)) return ZERO;
  const role = part.roleFactor?.role === stayOn(person, line.orderDay).role ? part.roleFactor.factor : 1;
  return new D(part.bonus.amount).times(role).times(ONE.minus(reversedBy(facts, counting, line, day)));
}

/** A reversal takes its share of what is left of every piece, and its credit out of the running total of the same span. */
function takeBack({ walk, step, period, entries, made }: Visit): void {
  const share = step.before.minus(step.after).div(step.before);
  leaveTotals(walk, step, entries, made);
  for (const piece of [...walk.inherited, ...made.pieces]) if (piece.line === step.line) takePiece(piece, period, share, made);
}

function takePiece(piece: Piece, period: PayPeriod, share: Num, made: LinePays): void {
  if (piece.left.isZero()) return;
  made.takebacks.push({ piece, period, share, leftBefore: piece.left });
  piece.left = piece.left.times(ONE.minus(share));
}

/** What parts without a successor paid falls as they would see the line themselves; a part that refunds at the current rate takes none of it back. */
function takeOrphans(walk: PartWalk, period: PayPeriod, made: LinePays): void {
  for (const piece of walk.orphans) {
    const standing = standingAfter(walk.facts, piece.counting, piece.line);
    const [before, after] = [standing(addDays(period.first, -1)), standing(period.last)];
    if (!after.lt(before)) continue;
    const share = before.minus(after).div(before);
    if (walk.counting.part.refund === 'original') takePiece(piece, period, share, made);
    else piece.left = piece.left.times(ONE.minus(share));
  }
}

function leaveTotals(walk: PartWalk, step: Step, entries: readonly Entry[], made: LinePays): void {
  const { part, segment } = walk.counting;
  const span = (day: string): number => spanNumber(day, part.span, segment.version.firstDay);
  const share = step.before.minus(step.after).div(step.before);
  for (const entry of entries.filter(({ line }) => line === step.line)) {
    const { line, person, team, stage } = entry;
    const credit = entry.credit.times(entry.left).times(share);
    made.credits.push({ line, person, team, stage, day: step.day, countedOn: entry.day, amount: credit.negated() });
    if (span(entry.day) === span(step.day)) entry.total.amount = entry.total.amount.minus(credit);
    entry.left = entry.left.times(ONE.minus(share));
  }
}

/** Whole ladders: the period's lines at the rate reached; where the rate changed, earlier lines are brought to it from what they were paid. */
function settleWhole(walk: PartWalk, period: PayPeriod, totals: ReadonlyMap<string, Total>, pending: readonly { entry: Entry; bonus: Num }[]): void {
  const { part } = walk.counting;
  if (!part.tiers || part.mode === 'marginal') return;
  for (const { entry, bonus } of pending) entry.piece!.paid[0]!.amount = rateOfTotal(part, entry.total.amount).times(entry.credit).times(entry.factor).plus(bonus);
  for (const total of totals.values()) {
    const [before, end] = [rateOfTotal(part, total.opening), rateOfTotal(part, total.amount)];
    if (before.eq(end)) continue;
    for (const { piece, credit, factor } of total.entries) {
      if (!piece || piece.left.isZero() || (piece.period === period && piece.counting === walk.counting)) continue;
      const due = end.times(credit).times(factor);
      const had = piece.paid.reduce((all, { amount, fixed }) => all.plus(amount).minus(fixed), ZERO);
      piece.paid.push({ period, amount: due.minus(had), fixed: ZERO, weight: piece.left, part });
    }
  }
}
