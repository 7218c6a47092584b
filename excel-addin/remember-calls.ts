import type { CallResult } from '../core/catalogue/evaluate';
import type { Argument } from '../core/catalogue/function-entry';

interface Remembered {
  args: readonly Argument[];
  readonly result: CallResult;
}

/** How many results of one function are kept: Excel asks again on load and whenever rows move. */
const KEPT = 4;

/** Remembers the last results of a function: by the identity of its arguments, else by their content. */
export function rememberCalls(): (args: readonly Argument[], compute: () => CallResult) => CallResult {
  const known: Remembered[] = [];
  return (args, compute) => {
    const found = known.find((one) => sameArguments(one.args, args));
    if (found) {
      found.args = args;
      return found.result;
    }
    const result = compute();
    known.unshift({ args, result });
    known.splice(KEPT);
    return result;
  };
}

function sameArguments(a: readonly Argument[], b: readonly Argument[]): boolean {
  return a.length === b.length && a.every((one, index) => sameArgument(one, b[index]));
}

function sameArgument(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => sameArgument(one, b[index]));
}
