import { call } from '../../core/catalogue/call';
import type { Range } from '../../core/table/cell';
import { readFormula, readSteps, toNumber } from './formula-reader';

export type Table = readonly (readonly (string | number)[])[];

const SUM = /(?:sum of steps|base of steps) ([\d,… –]+)|第 ([\d,… –]+) 步(?:合计|的基础提成|）)/;

/**
 * Reads every line of a printed explanation: each formula must compute, and come to the amount beside it; a sum of steps
 * must be the sum of those steps. Gives what is wrong, in words; nothing where all is true.
 */
export function faultsOf(table: Table): string[] {
  const [, ...rows] = table;
  return rows.flatMap((row) => {
    const [step, what, formula, amount] = row;
    const found = [...formulaFaults(String(formula), amount), ...sumFaults(String(what), amount, rows)];
    return found.map((fault) => `step ${step}, ${what}: ${fault}`);
  });
}

function formulaFaults(formula: string, amount: string | number | undefined): string[] {
  if (formula === '') return [];
  try {
    const value = toNumber(readFormula(formula));
    return value === amount ? [] : [`“${formula}” comes to ${value}, not to ${amount}`];
  } catch (error) {
    return [String((error as Error).message)];
  }
}

/** The amounts are doubles of exact figures: their sum is compared at the precision of doubles. */
function sumFaults(what: string, amount: string | number | undefined, rows: Table): string[] {
  const match = SUM.exec(what);
  if (!match || /base of steps|的基础提成/.test(what)) return [];
  const total = readSteps(match[1] ?? match[2] ?? '').reduce((sum, step) => sum + Number(rows[step - 1]?.[3]), 0);
  const own = Number(amount);
  return Math.abs(total - own) <= 1e-9 * Math.max(1, Math.abs(own)) ? [] : [`the steps come to ${total}, not to ${amount}`];
}

/** The steps that give an amount without saying how, apart from those that only repeat what stands in a table. */
export function silentSteps(table: Table): string[] {
  const [, ...rows] = table;
  return rows.flatMap(([, what, formula, amount]) => (formula === '' && amount !== '' && !ALLOWED.test(String(what)) ? [String(what)] : []));
}

const ALLOWED = /^(Sum of steps|.*: sum of steps|Released|By hand|Held money of|Held of|Carried in|Pool of .*fixed|The period is closed|No order line|No share of the pool|第|.*第 .* 步合计|.*合计（第|返还|手工调整|订单.*暂扣款随之结清|.*订单.*暂扣$|上期结转|.*固定金额|本期已关账|本期无计提|提成池未分配)/;

/** What somebody reads of EXPLAIN after the rules: What, Formula and Amount; every line of it must be true and have its formula. */
export function explained(period: string, person: string, ...tables: readonly Range[]): (string | number)[][] {
  const result = call('EXPLAIN', [period, person, ...tables]);
  if (!result.ok) throw new Error(result.error.message);
  const table = result.value as Table;
  expect([faultsOf(table), silentSteps(table)]).toEqual([[], []]);
  return table.slice(2).map(([, what = '', formula = '', amount = '']) => [what, formula, amount]);
}
