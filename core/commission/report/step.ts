import type { Exact } from '../../amount/exact';
import type { Message } from '../../locale/message';
import { addTexts } from '../../locale/message';
import { stepTexts } from '../../locale/step-texts';
import type { Say } from './formula';

addTexts(stepTexts);

/** One step of an explanation: what it is, the formula with its figures, what it comes to and where that stands. */
export interface Step {
  readonly step: 'rules' | 'line' | 'pay' | 'pot' | 'reversal' | 'part' | 'override' | 'correction' | 'balance' | 'result';
  readonly what: Message;
  readonly formula: string;
  readonly amount: Exact | undefined;
  readonly source: string;
  /** The steps that this one adds up: their numbers fill `{steps}` once the table numbers them. */
  readonly adds?: readonly Step[];
}

export function ruleRows(rows: readonly number[], say: Say): string {
  const each = [...new Set(rows)].sort((a, b) => a - b);
  return each.length === 0 ? '' : say({ code: 'source.rules', params: { rows: each.join(', ') } });
}

/** Numbers of steps in few words: `3, 5 … 61` where they go on by the same stride. */
export function stepList(numbers: readonly number[]): string {
  const parts: string[] = [];
  let at = 0;
  while (at < numbers.length) {
    const first = numbers[at] ?? 0;
    const stride = (numbers[at + 1] ?? 0) - first;
    let end = at + 1;
    while (end + 1 < numbers.length && (numbers[end + 1] ?? 0) - (numbers[end] ?? 0) === stride) end += 1;
    if (end - at >= 3 && end < numbers.length) {
      parts.push(stride === 1 ? `${first}–${numbers[end] ?? 0}` : `${first}, ${first + stride} … ${numbers[end] ?? 0}`);
      at = end + 1;
    } else {
      parts.push(String(first));
      at += 1;
    }
  }
  return parts.join(', ');
}
