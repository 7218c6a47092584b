import type { Cell } from '../table/cell';
import { cellText, matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { cellAt, dayAt, dayColumn, textAt, textColumn } from '../table/table';
import type { WordKey } from './words';
import { wordKeys, words } from './words';
import { isRank } from './words/rank-bonus';

/** One row of the Rules table, as it stands. */
export interface RuleRow {
  readonly index: number;
  /** The row of the sheet's range; the header is row 1. */
  readonly row: number;
  readonly plan: string;
  readonly version: string;
  readonly effective: Day | undefined;
  readonly part: string;
  readonly rule: string;
  readonly item: Cell;
  readonly from: Cell;
  readonly value: Cell;
  readonly note: string;
}

export function readRuleRows(table: Table): RuleRow[] {
  const [plan, version, part] = [textColumn(table, 'plan'), textColumn(table, 'version'), textColumn(table, 'part')];
  const [rule, note] = [textColumn(table, 'rule'), textColumn(table, 'note')];
  const effective = dayColumn(table, 'effective');
  return Array.from({ length: table.length }, (_, index) => ({
    index,
    row: table.rowNumbers[index] ?? 0,
    plan: textAt(plan, index),
    version: textAt(version, index),
    effective: dayAt(effective, index),
    part: textAt(part, index),
    rule: textAt(rule, index),
    item: cellAt(table, index, 'item'),
    from: cellAt(table, index, 'from'),
    value: cellAt(table, index, 'value'),
    note: textAt(note, index),
  }));
}

const keysBySpelling = new Map<string, WordKey>(
  wordKeys.flatMap((key) => {
    const { name } = words[key];
    return [name.en, name.zh].map((spelling) => [matchKey(spelling), key] as const);
  }),
);

/** The rule word a text stands for, in either language; a `bonus` whose Item speaks of places is one of a contest. */
export function wordOf(text: string, item = ''): WordKey | undefined {
  const word = keysBySpelling.get(matchKey(text));
  return word === 'bonus' && isRank(item) ? 'rankBonus' : word;
}

export function itemText(row: RuleRow): string {
  return cellText(row.item);
}
