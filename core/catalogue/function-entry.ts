import type { Text } from '../locale/message';
import type { Language } from '../locale/message';
import type { Range } from '../table/cell';
import type { Result } from '../table/issue';

export type ParameterKind = 'number' | 'text' | 'period' | 'date' | 'range';

/** One parameter of a worksheet function. */
export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly help: Text;
  readonly optional?: boolean;
  /** A scalar that also takes a range; the result then has the range's shape. */
  readonly shaped?: boolean;
  /** The last parameter, repeated: tables in any order. */
  readonly repeated?: boolean;
}

/** An example with its result: each one is a test. */
export interface Example {
  readonly args: readonly Argument[];
  readonly result: Value;
  readonly note?: Text;
}

/** What a host hands over: a scalar, or a range as rows of cells; null where an argument was left out. */
export type Argument = string | number | boolean | null | undefined | Range;

/** What a function gives: a number, a text, or a table. */
export type Value = string | number | readonly (readonly (string | number)[])[];

/** A worksheet function: what metadata, stubs, help and the formula builder are made from. */
export interface FunctionEntry {
  readonly name: string;
  readonly purpose: Text;
  readonly parameters: readonly Parameter[];
  readonly result: Text;
  readonly examples: readonly Example[];
  readonly evaluate: (args: readonly Argument[], language: Language) => Result<Value>;
}
