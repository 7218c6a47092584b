import type { Exact } from '../amount/exact';
import { ONE, ZERO, exactInteger, larger, multiply, sum } from '../amount/exact';
import type { ShareKey } from '../rules/words/share-by';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { hasPeopleColumn, personNumber, personText } from '../table/people';
import { portion } from '../trade/receipts';
import type { CompiledPart } from './compile-part';
import type { PayPeriod } from './engine';
import type { LineContext } from './facts';
import type { FactorColumn } from './factors';
import { compileFactors, pickFactor } from './factors';
import { hasScoreColumn, scoreOf } from './scores';

/** A stretch of a period in which one People row holds for a payee. */
export interface Stay {
  readonly from: Day;
  readonly days: number;
}

/** The stretches of a period in which one People row holds for a payee, and how many days each lasts. */
export function stays(compiled: CompiledPart, person: number, period: PayPeriod): Stay[] {
  const found = compiled.ledger.people.persons[person];
  if (!found) return [];
  const first = Math.max(period.first, found.joined ?? period.first);
  const last = Math.min(period.last, found.left ?? period.last);
  const starts = [first, ...found.starts.flatMap((start) => (start !== undefined && start > first && start <= last ? [start] : []))].sort((a, b) => a - b);
  return starts.flatMap((from, index) => {
    const end = (starts[index + 1] ?? last + 1) - 1;
    return end >= from && compiled.isPayee(person, from) ? [{ from, days: end - from + 1 }] : [];
  });
}

export interface Weigher {
  readonly weight: (person: number, here: readonly Stay[], credit: Exact) => Exact;
  readonly missing: () => string[];
}

/** Columns of days or hours weigh what they say: times the days on the team, who came later would be cut twice. */
const DAYS = /\b(?:days?|hours?|attend(?:ed|ance))\b|天数|出勤|工时|考勤|小时/i;

/** Whether a key weighs by the days on the team: all but credit, and columns that count days themselves. */
export function isByDays(key: ShareKey): boolean {
  return key.kind !== 'credit' && !(key.kind === 'column' && DAYS.test(key.column));
}

/** What a member weighs by a key. Credit counts as it is (negative as 0); the others by the days on the team. */
export function weigher(compiled: CompiledPart, key: ShareKey, period: PayPeriod): Weigher {
  if (key.kind === 'credit') return { weight: (_person, _here, credit) => larger(credit, ZERO), missing: () => [] };
  const byDays = (of: (person: number, day: Day) => Exact): Weigher['weight'] => (person, here) =>
    sum(here.map(({ from, days }) => multiply(exactInteger(days), of(person, from))));
  // Days that a column counts are those of the whole period: of a mover each team has its part.
  const asCounted = (of: (person: number, day: Day) => Exact): Weigher['weight'] => (person, here) => {
    const all = exactInteger(stays(compiled, person, period).reduce((total, { days }) => total + days, 0));
    return sum(here.map(({ from, days }) => portion(of(person, from), { top: exactInteger(days), bottom: all })));
  };
  const inDays = isByDays(key) ? byDays : asCounted;
  if (key.kind !== 'column') return { weight: byDays(() => ONE), missing: () => [] };
  const { ledger, part } = compiled;
  const isScore = !hasPeopleColumn(ledger.people, key.column) && (hasScoreColumn(ledger.scores, key.column) || ['score', '得分'].includes(matchKey(key.column)));
  if (isScore) {
    const missing = new Set<string>();
    const of = (person: number): Exact => {
      const score = scoreOf(ledger.scores, person, period.period, key.column);
      if (!score) missing.add(ledger.people.persons[person]?.label ?? '');
      return larger(score ?? ZERO, ZERO);
    };
    return { weight: inDays(of), missing: () => [...missing] };
  }
  const rows = weightRows(compiled, key.column);
  const numeric = rows.every((column) => column.factors.length === 0) && part.rules.weight.every(({ conditions }) => conditions.every(({ column }) => matchKey(column) !== matchKey(key.column)));
  const of = (person: number, day: Day): Exact => {
    const context: LineContext = { row: -1, person, day, orderDay: day, period: period.period };
    const found = rows.map((column) => pickFactor(column.factors, context)).find((row) => row !== undefined);
    if (found) return found.factor;
    const own = numeric ? personNumber(ledger.people, person, key.column, day) : undefined;
    return numeric && personText(ledger.people, person, key.column, day) === '' && hasNumbers(compiled, key.column) ? ZERO : larger(own ?? ONE, ZERO);
  };
  return { weight: (numeric ? inDays : byDays)(of), missing: () => [] };
}

/** True when the column is numeric: somebody has a number in it. There, a blank weighs nothing. */
function hasNumbers(compiled: CompiledPart, column: string): boolean {
  const { people } = compiled.ledger;
  return people.persons.some((person, index) => personNumber(people, index, column, person.joined ?? 0) !== undefined);
}

function weightRows(compiled: CompiledPart, column: string): FactorColumn[] {
  const rows = compiled.part.rules.weight.filter(({ conditions }) => conditions.some((condition) => matchKey(condition.column) === matchKey(column)));
  const source = { ledger: compiled.ledger, part: compiled.part, exchange: () => undefined };
  return compileFactors(source, rows, () => undefined);
}
