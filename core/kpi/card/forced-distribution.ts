import { allocate, canAllocate } from '../../amount/allocate';
import { compare, exactInteger } from '../../amount/exact';
import type { Message } from '../../locale/message';
import type { Grades } from '../grades';
import type { Scorecard } from './scorecard';

const FEW = 25;

/**
 * Advice on a forced distribution, by card: which grade each would have if the shares of Grades were applied. People a
 * grade by largest remainder, the best scores first; equal scores stay together in the better grade. Never applied.
 */
export function distributionAdvice(cards: readonly Scorecard[], grades: Grades | undefined): (Message | undefined)[] {
  const shares = (grades ?? []).map(({ share }) => share);
  const scored = cards.filter(({ score }) => score !== undefined);
  if (!grades || !canAllocate(shares) || scored.length === 0) return cards.map(() => undefined);
  const places = allocate(exactInteger(scored.length), shares, 0).map((count) => Number(count.units));
  const ranked = [...scored].sort((a, b) => (a.score && b.score ? compare(b.score, a.score) : 0));
  const advised = new Map<Scorecard, string>();
  let [index, last] = [0, 0];
  grades.forEach((grade, place) => {
    // A tie that overfills a grade takes its places from the next one: nobody below is pushed further down.
    last += places[place] ?? 0;
    for (; index < ranked.length && (index < last || tiesWithBefore(ranked, index)); index += 1) {
      const card = ranked[index];
      if (card) advised.set(card, grade.name);
    }
  });
  return cards.map((card) => adviceText(card, advised.get(card), scored.length));
}

function tiesWithBefore(ranked: readonly Scorecard[], index: number): boolean {
  const [before, here] = [ranked[index - 1]?.score, ranked[index]?.score];
  return before !== undefined && here !== undefined && compare(before, here) === 0;
}

function adviceText(card: Scorecard, grade: string | undefined, people: number): Message | undefined {
  if (grade === undefined) return undefined;
  const text: Message = grade === card.grade ? { code: 'distribution.stays', params: { grade } } : { code: 'distribution.moves', params: { from: card.grade, to: grade } };
  return people < FEW ? { code: 'distribution.few', params: { text } } : text;
}
