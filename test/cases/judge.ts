import { call } from '../../core/catalogue/call';
import type { Argument } from '../../core/catalogue/function-entry';

/** One expectation of a cell: which row, which column, and what it says. */
interface ExpectedCell {
  readonly row: Readonly<Record<string, string | number>>;
  readonly col: string;
  readonly value?: string | number;
  readonly contains?: string;
  readonly not_contains?: string;
  readonly not_empty?: boolean;
}

/** A case of others: a call with its arguments, and what is right. */
export interface Case {
  readonly id: string;
  readonly situation: string;
  readonly call: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
  readonly tolerance?: number;
}

type Table = readonly (readonly (string | number)[])[];
type Expectation = Readonly<Record<string, unknown>>;

/** Whether a case holds; undefined where a person has to read what was said. */
export function judge(one: Case): { readonly holds: boolean | undefined; readonly said: string } {
  const result = call(one.call, one.args as Argument[]);
  const said = JSON.stringify(result.ok ? result.value : result.error);
  const { expected, tolerance = 0 } = one;
  if (Array.isArray(expected)) return { holds: result.ok && holdsTable(expected, result.value as Table, tolerance), said };
  if (typeof expected !== 'object' || expected === null) return { holds: result.ok && near(result.value, expected, tolerance), said };
  return { holds: holdsText(expected as Expectation, result.ok, result.ok ? result.value : undefined, said), said };
}

function holdsText(expected: Expectation, ok: boolean, value: unknown, said: string): boolean | undefined {
  if (expected['manual'] !== undefined || expected['why'] !== undefined) return undefined;
  if (typeof expected['error_contains'] === 'string') return !ok && said.includes(expected['error_contains']);
  if (typeof expected['rows_at_least'] === 'number') return ok && (value as Table).length - 1 >= expected['rows_at_least'];
  if (typeof expected['contains'] === 'string') return said.includes(expected['contains']);
  return typeof expected['not_contains'] === 'string' ? !said.includes(expected['not_contains']) : false;
}

function holdsTable(expected: readonly unknown[], table: Table, tolerance: number): boolean {
  const [first] = expected;
  if (Array.isArray(first)) return expected.every((row, y) => (row as unknown[]).every((want, x) => near(table[y]?.[x], want, tolerance)));
  const [header = [], ...rows] = table;
  return (expected as ExpectedCell[]).every((want) => {
    const found = rows.find((cells) => Object.entries(want.row).every(([name, text]) => String(cells[header.indexOf(name)] ?? '') === String(text)));
    const cell = found?.[header.indexOf(want.col)];
    if (want.not_empty) return cell !== undefined && cell !== '';
    if (want.contains !== undefined) return String(cell ?? '').includes(want.contains);
    if (want.not_contains !== undefined) return found !== undefined && !String(cell ?? '').includes(want.not_contains);
    return cell === undefined ? want.value === 0 : near(cell, want.value, tolerance);
  });
}

function near(got: unknown, want: unknown, tolerance: number): boolean {
  if (typeof want !== 'number') return String(got ?? '') === String(want);
  return got !== '' && got !== undefined && Math.abs(Number(got) - want) <= tolerance + 1e-12 * Math.max(1, Math.abs(want));
}
