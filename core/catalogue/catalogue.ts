import type { FunctionEntry } from './function-entry';
import { allocate } from './functions/allocate';
import { commission } from './functions/commission';
import { exchangecost, exportprofit } from './functions/export-profit';
import { fxrate } from './functions/fxrate';
import { checktables, compareplans, explain, settle } from './functions/settle';
import { tierpay } from './functions/tierpay';

/** Every worksheet function. Metadata, stubs, help and the formula builder are made from this table. */
export const catalogue: readonly FunctionEntry[] = [
  commission,
  settle,
  explain,
  tierpay,
  allocate,
  exportprofit,
  exchangecost,
  fxrate,
  compareplans,
  checktables,
];

export function findFunction(name: string): FunctionEntry | undefined {
  return catalogue.find((entry) => entry.name === name.trim().toUpperCase());
}
