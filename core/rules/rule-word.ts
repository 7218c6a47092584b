import type { IssueCode, Message, Params, Text } from '../locale/message';
import type { Cell } from '../table/cell';

/** The cells of one row of the rules that a word reads. */
export interface RuleCells {
  readonly item: string;
  /** The Item cell as it came: a 0 in it is a 0. */
  readonly rawItem: Cell;
  readonly from: Cell;
  readonly value: Cell;
}

/** Why a row cannot be used, and which of its cells is to blame. */
export interface RuleFault {
  readonly fault: IssueCode;
  readonly column: 'item' | 'from' | 'value';
  readonly params: Params;
}

/** One word of the rule vocabulary: what it is called, what its row means, and how to say it in a sentence. */
export interface RuleWord<Entry extends object> {
  readonly name: Text;
  /** Further spellings that are understood. */
  readonly also?: readonly string[];
  /** What the word is for, in one line. */
  readonly help: Text;
  /** `plan` words hold for the whole plan, `part` words for the part their row names. */
  readonly scope: 'plan' | 'part';
  /** Only one row of it can hold in a part: a second one is a contradiction. */
  readonly single?: boolean;
  readonly parse: (cells: RuleCells) => Entry | RuleFault;
  readonly sentence: (entry: Entry) => Message;
  /** The words allowed in Value (or Item), for printing back in either language. */
  readonly choices?: { readonly column: 'item' | 'value'; readonly options: Options };
}

/** Words a cell may hold: the key that code uses, and its names. */
export type Options = Readonly<Record<string, Text & { readonly also?: readonly string[] }>>;

export function ruleFault(column: RuleFault['column'], fault: IssueCode, params: Params = {}): RuleFault {
  return { fault, column, params };
}

export function isRuleFault<Value extends object>(value: Value | RuleFault): value is RuleFault {
  return 'fault' in value;
}

/** Keeps the entry's type while the word is declared. */
export function ruleWord<Entry extends object>(word: RuleWord<Entry>): RuleWord<Entry> {
  return word;
}
