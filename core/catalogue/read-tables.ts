import type { RangeSource } from '../table/cell';
import { isBlank } from '../table/cell';
import type { Tables } from '../table/recognise';
import { recogniseTables } from '../table/recognise';
import type { Argument } from './function-entry';
import { isRange, toRange } from './read-arguments';

/** The tables among the arguments of a function. */
export function tablesOf(args: readonly Argument[]): Tables {
  const sources: RangeSource[] = args.filter((argument) => isRange(argument) || !isBlank(argument)).map((argument) => ({ cells: toRange(argument) }));
  return recogniseTables(sources);
}
