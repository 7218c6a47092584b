import type { Num, YearFacts, YearLine, YearPart, YearPlan } from './year-facts';
import { D, ZERO, compareText, sum } from './year-facts';
import type { Segment } from './year-time';
import { addDays, segmentsOf } from './year-time';

/**
 * Counting in time. A line's counted fraction moves in steps; a step up is pay, a step down takes back. What versions
 * before counted stays counted, on the days on which it counted; what was waiting and whose date lies before the
 * takeover counts on its first day; what nobody selected before is history for running totals only.
 */
export interface Step {
  readonly line: YearLine;
  readonly day: string;
  readonly before: Num;
  readonly after: Num;
  /** Counted by the version itself; else history. */
  readonly own: boolean;
  /** The row that moves it, for the order within a day. */
  readonly by: YearLine;
}

export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A part of a version with all that moves in it, and the parts of the version before that it continues. */
export interface Counting {
  readonly segment: Segment;
  readonly part: YearPart;
  readonly before: readonly Counting[];
  /** Those of them that it continues by name: what they paid is trued up and taken back here. */
  readonly continues: readonly Counting[];
  /** When refunds took back at the original rate: only then does a reversal take part of a line away. */
  readonly original: readonly Days[];
  readonly steps: readonly Step[];
  readonly counted: ReadonlyMap<YearLine, Num>;
}

const ONE = new D(1);

export function rowsReversed(facts: YearFacts, reversal: YearLine): YearLine[] {
  const [order, line] = (reversal.reverses ?? '').split('/');
  return facts.lines.filter((one) => one.order === order && one.reverses === undefined && (line === undefined || String(one.line) === line));
}

/** The day on which a reversal takes back: by the part's own date, else its order date. */
export function reversalDay(part: YearPart, reversal: YearLine): string {
  return part.countsOn === 'shipment' ? (reversal.shipDay ?? reversal.orderDay) : reversal.orderDay;
}

/** How much of a line is reversed by the end of a day, at the original rate. */
export function reversedBy(facts: YearFacts, { part, original }: Pick<Counting, 'part' | 'original'>, line: YearLine, day: string): Num {
  const takesBack = (row: YearLine): boolean => original.some(({ first, last }) => first <= reversalDay(part, row) && reversalDay(part, row) <= last);
  const sizes = facts.lines
    .filter((row) => row.reverses !== undefined && row.cancelled !== true && reversalDay(part, row) <= day && takesBack(row) && rowsReversed(facts, row).includes(line))
    .map((row) => new D(-row.amount).div(sum(rowsReversed(facts, row).map(({ amount }) => new D(amount)))));
  return D.min(ONE, sum(sizes));
}

/** How much of an order is paid by the end of a day: of what credit notes leave of it. */
export function paidShare(facts: YearFacts, order: string, day: string, net = true): Num {
  const amount = sum(facts.lines.filter((line) => line.order === order && line.cancelled !== true).map((line) => new D(line.amount)));
  const notes = facts.lines.filter((row) => row.reverses?.split('/')[0] === order && row.cancelled !== true && row.orderDay <= day);
  const open = net ? amount.plus(sum(notes.map((row) => new D(row.amount)))) : amount;
  if (open.lte(0)) return ONE;
  const received = sum(facts.receipts.filter((receipt) => receipt.order === order && receipt.day <= day).map((receipt) => new D(receipt.amount)));
  return D.max(ZERO, D.min(ONE, received.div(open)));
}

export function selects(part: YearPart, line: YearLine): boolean {
  return isForPart(part, line) && (line.reverses === undefined || part.refund !== 'original');
}

function isForPart(part: YearPart, line: YearLine): boolean {
  return line.cancelled !== true && (part.product === undefined || part.product === line.product);
}

/** The counted fraction by the end of a day, as a part's own `counts on` says. */
function fraction(facts: YearFacts, reading: Pick<Counting, 'part' | 'original'>, line: YearLine, day: string): Num {
  const { part } = reading;
  const left = ONE.minus(reversedBy(facts, reading, line, day));
  if (part.countsOn === 'receipt') return paidShare(facts, line.order, day, part.refund === 'original').times(left);
  const counted = part.countsOn === 'order' ? line.orderDay : line.shipDay;
  return counted !== undefined && counted <= day ? left : ZERO;
}

/** The days on which a line's fraction may move, with the row that moves it. */
function movesOf(facts: YearFacts, part: YearPart, line: YearLine): { day: string; by: YearLine }[] {
  const counted = part.countsOn === 'order' ? [line.orderDay] : part.countsOn === 'shipment' ? [line.shipDay ?? ''] : facts.receipts.filter(({ order }) => order === line.order).map(({ day }) => day);
  const notes = part.refund === 'current' ? [] : facts.lines.filter((row) => row.reverses?.split('/')[0] === line.order && row.cancelled !== true);
  const moves = [...[...new Set(counted)].filter((day) => day !== '').map((day) => ({ day, by: line })), ...notes.map((row) => ({ day: reversalDay(part, row), by: row }))];
  return moves.sort((a, b) => compareText(a.day, b.day) || compareText(a.by.order, b.by.order));
}

/** The parts of the version before that a part continues: by its name, by its former name, or one by one. */
function continued(part: YearPart, parts: readonly YearPart[], earlier: readonly Counting[]): Counting[] {
  if (parts.length === 1 && earlier.length === 1) return [...earlier];
  const same = earlier.filter((one) => one.part.name === part.name);
  return same.length > 0 ? same : earlier.filter((one) => one.part.name === part.was);
}

/** How much of what a part had counted of a line when its term was over stands by the end of a later day, as it would see it itself, with refunds at the original rate. */
export function standingAfter(facts: YearFacts, { part, original, segment }: Counting, line: YearLine): (day: string) => Num {
  const end = segment.last;
  const reading = { part: { ...part, refund: 'original' as const }, original: [...original, { first: addDays(end, 1), last: '9999-12-31' }] };
  const moves = movesOf(facts, reading.part, line).filter(({ day }) => day > end);
  return (day) => moves.filter((move) => move.day <= day).reduce((least, move) => D.min(least, fraction(facts, reading, line, move.day)), fraction(facts, reading, line, end));
}

/** Every part of every version with its steps up to a day, in the order of the timeline. */
export function countingsOf(plan: YearPlan, facts: YearFacts, until: string): Counting[] {
  const all: Counting[] = [];
  let earlier: Counting[] = [];
  for (const segment of segmentsOf(plan)) {
    if (segment.first > until) break;
    const { parts } = segment.version;
    const last = segment.last < until ? segment.last : until;
    const previous = earlier;
    earlier = parts.map((part) => countPart(facts, segment, part, { previous, continues: continued(part, parts, previous) }, last));
    all.push(...earlier);
  }
  return all;
}

interface Lineage {
  readonly previous: readonly Counting[];
  readonly continues: readonly Counting[];
}

function countPart(facts: YearFacts, segment: Segment, part: YearPart, { previous, continues }: Lineage, last: string): Counting {
  // A part of its own counts nothing that any part of the version before has counted.
  const before = continues.length > 0 ? continues : previous;
  const original = [...(before[0]?.original ?? []), ...(part.refund === 'original' ? [{ first: segment.first, last: segment.last }] : [])];
  const steps: Step[] = [];
  const counted = new Map<YearLine, Num>();
  // A reversal takes effect once: as what it was under the version in force on its day.
  const tookBack = (row: YearLine): boolean => row.reverses !== undefined && (before[0]?.original ?? []).some(({ first, last: end }) => first <= reversalDay(part, row) && reversalDay(part, row) <= end);
  for (const line of facts.lines.filter((row) => !tookBack(row))) {
    const from = before.reduce((most, one) => D.max(most, one.counted.get(line) ?? ZERO), ZERO);
    const heir = before.find((one) => (one.counted.get(line) ?? ZERO).eq(from) && one.steps.some((step) => step.line === line)) ?? before[0];
    const history = (heir?.steps ?? []).filter((step) => step.line === line).map((step) => ({ ...step, own: false }));
    if (!selects(part, line)) {
      if (!from.isZero()) counted.set(line, from);
      // What counted as a line of its own is history, whatever becomes of reversals now.
      if (isForPart(part, line) && line.reverses !== undefined) steps.push(...history);
      continue;
    }
    const waited = before.some((one) => selects(one.part, line));
    const own = stepsOfLine({ facts, segment, part, original, line, from, waited }, last);
    steps.push(...history, ...own);
    counted.set(line, own.length > 0 ? own[own.length - 1]!.after : from);
  }
  return { segment, part, before, continues, original, steps: sortSteps(steps), counted };
}

interface LineInPart {
  readonly facts: YearFacts;
  readonly segment: Segment;
  readonly part: YearPart;
  readonly original: readonly Days[];
  readonly line: YearLine;
  /** What versions before have counted. */
  readonly from: Num;
  /** Whether the version before selected the line. */
  readonly waited: boolean;
}

function stepsOfLine({ facts, segment, part, original, line, from, waited }: LineInPart, last: string): Step[] {
  const steps: Step[] = [];
  let now = from;
  const move = (day: string, after: Num, by: YearLine, own: boolean): void => {
    if (!after.eq(now)) steps.push({ line, day, before: now, after, own, by });
    now = after;
  };
  const moves = movesOf(facts, part, line).filter(({ day }) => day <= last);
  const eve = addDays(segment.first < '1900' ? '1900-01-01' : segment.first, -1);
  const reading = { part, original };
  const caught = fraction(facts, reading, line, eve);
  if (caught.gt(now) && waited) move(segment.first, caught, line, true);
  else if (caught.gt(now)) for (const { day, by } of moves.filter((one) => one.day <= eve)) move(day, D.max(from, fraction(facts, reading, line, day)), by, false);
  let was = caught;
  for (const { day, by } of moves.filter((one) => one.day > eve)) {
    const [here, left] = [fraction(facts, reading, line, day), ONE.minus(reversedBy(facts, reading, line, day))];
    const leftBefore = ONE.minus(reversedBy(facts, reading, line, addDays(day, -1)));
    const shrunk = leftBefore.isZero() ? now : now.times(left).div(leftBefore);
    move(day, now.gt(was) ? D.max(here, shrunk) : here, by, true);
    was = here;
  }
  return steps;
}

export function sortSteps(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => compareText(a.day, b.day) || compareText(a.by.order, b.by.order) || a.by.line - b.by.line || compareText(a.line.order, b.line.order) || a.line.line - b.line.line);
}
