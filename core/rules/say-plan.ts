import type { Message } from '../locale/message';
import type { PlanVersion } from './plan';
import type { RuleWord } from './rule-word';
import type { WordKey } from './words';
import { wordKeys, words } from './words';

/** One rule in a plain sentence. */
export interface RuleSentence {
  readonly row: number;
  readonly part: string;
  readonly word: WordKey;
  readonly sentence: Message;
}

/** The plan in plain words, one sentence per rule, in the order of its rows. */
export function sayPlan(version: PlanVersion): RuleSentence[] {
  const said = wordKeys.flatMap((word) =>
    version.all[word].map((entry) => ({
      row: entry.row,
      part: entry.part,
      word,
      sentence: (words[word] as RuleWord<object>).sentence(entry),
    })),
  );
  return said.sort((a, b) => a.row - b.row);
}
