import { evaluateEntry } from '../core/catalogue/evaluate';
import type { Argument, FunctionEntry, Value } from '../core/catalogue/function-entry';
import type { Cell, Range } from '../core/table/cell';
import { rememberCalls } from './remember-calls';

/** What the custom-functions runtime offers; in production Microsoft's own script defines it. */
export interface CustomFunctionsHost {
  readonly associate: (id: string, handler: (...args: unknown[]) => unknown) => void;
  readonly Error: new (code: string, message?: string) => object;
}

/** Functions that are there at once, and those that come with a chunk of their own when first asked for. */
export interface FunctionSet {
  readonly here: readonly FunctionEntry[];
  readonly later: readonly string[];
  readonly load: () => Promise<readonly FunctionEntry[]>;
}

/** Gives Excel a handler for every function. */
export function associateFunctions(host: CustomFunctionsHost, { here, later, load }: FunctionSet): void {
  for (const entry of here) host.associate(entry.name, handlerOf(entry, host));
  let handlers: Promise<ReadonlyMap<string, Handler>> | undefined;
  for (const name of later) {
    host.associate(name, async (...given) => {
      handlers ??= load().then((entries) => new Map(entries.map((entry) => [entry.name, handlerOf(entry, host)])));
      const handler = (await handlers).get(name);
      if (!handler) throw new host.Error('#VALUE!', name);
      return handler(...given);
    });
  }
}

type Handler = (...given: unknown[]) => Value;

function handlerOf(entry: FunctionEntry, host: CustomFunctionsHost): Handler {
  const remembered = rememberCalls();
  return (...given) => {
    const args = argumentsOf(entry, given);
    const result = remembered(args, () => evaluateEntry(entry, args));
    // Excel shows texts of its own only with these two errors.
    if (!result.ok) throw new host.Error(result.error.error, result.error.message);
    return typeof result.value === 'object' ? result.value : [[result.value]];
  };
}

/** The arguments in order; the tables of a repeating parameter come as one list. The invocation behind them is left out. */
export function argumentsOf({ parameters }: FunctionEntry, given: readonly unknown[]): Argument[] {
  return parameters.flatMap(({ repeated }, index): Argument[] => {
    const argument = given[index];
    if (repeated !== true) return [plainArgument(argument)];
    return isList(argument) ? argument.map(plainArgument) : [plainArgument(argument)];
  });
}

/** A list of ranges, as a repeating parameter has it. */
function isList(argument: unknown): argument is readonly unknown[] {
  return Array.isArray(argument) && (argument.length === 0 || (Array.isArray(argument[0]) && (argument[0].length === 0 || Array.isArray(argument[0][0]))));
}

function plainArgument(argument: unknown): Argument {
  if (!Array.isArray(argument)) return plainCell(argument);
  const range = argument as readonly (readonly unknown[])[];
  // A range without error cells or data types is handed on as it is: it can be known again by identity.
  const isPlain = range.every((row) => row.every((cell) => typeof cell !== 'object' || cell === null));
  return isPlain ? (range as Range) : range.map((row) => row.map(plainCell));
}

/** Error cells come as objects that carry their code, data types as objects that carry a plain value. */
function plainCell(cell: unknown): Cell {
  if (typeof cell !== 'object' || cell === null) return cell as Cell;
  const { code, basicValue } = cell as { readonly code?: unknown; readonly basicValue?: unknown };
  const plain = code ?? basicValue;
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' ? plain : '#VALUE!';
}
