import type { Message } from '../locale/message';
import { addTexts } from '../locale/message';
import { sentences } from '../locale/sentences';
import type { Table } from '../table/table';
import { hasColumn } from '../table/table';
import { kindOfColumn } from '../trade/column-kind';
import { orderField } from '../trade/profit';
import type { PlanVersion } from './plan';
import type { RuleWord } from './rule-word';
import type { WordKey } from './words';
import { wordKeys, words } from './words';
import type { Measure } from './words/measure';

// Cells never say a plan: its sentences come with what says them.
addTexts(sentences);

/** One rule in a plain sentence. */
export interface RuleSentence {
  readonly row: number;
  readonly part: string;
  readonly word: WordKey;
  readonly sentence: Message;
}

/** The plan in plain words, one sentence per rule, in the order of its rows; of a column as the orders have it. */
export function sayPlan(version: PlanVersion, orders?: Table): RuleSentence[] {
  const said = wordKeys.flatMap((word) =>
    version.all[word].map((entry) => ({
      row: entry.row,
      part: entry.part,
      word,
      sentence: (words[word] as RuleWord<object>).sentence(word === 'measure' || word === 'tierMetric' ? asInOrders(entry as MeasureEntry, orders) : entry),
    })),
  );
  return said.sort((a, b) => a.row - b.row);
}

interface MeasureEntry {
  readonly measure: Measure;
}

/** Whether a column that is paid on is money or a count, where only its cells tell. */
function asInOrders(entry: MeasureEntry, orders: Table | undefined): MeasureEntry {
  const { measure } = entry;
  if (measure.kind !== 'column' || measure.as || !orders) return entry;
  const field = orderField(measure.column);
  return hasColumn(orders, field) ? { ...entry, measure: { ...measure, as: kindOfColumn(orders, field) } } : entry;
}
