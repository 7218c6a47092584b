import type { FunctionEntry } from './function-entry';
import { allocate } from './functions/allocate';
import { attainment } from './functions/attainment';
import { commission } from './functions/commission';
import { customerstats } from './functions/customer-stats';
import { exchangecost, exportprofit } from './functions/export-profit';
import { fxrate } from './functions/fxrate';
import { funnelstats } from './functions/funnel-stats';
import { kpigrade } from './functions/kpi-grade';
import { kpipace } from './functions/kpi-pace';
import { kpiscore } from './functions/kpi-score';
import { kpisummary, scorecard, targetgap } from './functions/scorecard';
import { checktables, compareplans, explain, settle } from './functions/settle';
import { targetgrid } from './functions/target-grid';
import { taskstats } from './functions/task-stats';
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
  kpiscore,
  scorecard,
  kpisummary,
  attainment,
  kpigrade,
  kpipace,
  targetgrid,
  targetgap,
  customerstats,
  funnelstats,
  taskstats,
];

export function findFunction(name: string): FunctionEntry | undefined {
  return catalogue.find((entry) => entry.name === name.trim().toUpperCase());
}
