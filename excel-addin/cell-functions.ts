import type { FunctionEntry } from '../core/catalogue/function-entry';
import { allocate } from '../core/catalogue/functions/allocate';
import { exchangecost, exportprofit } from '../core/catalogue/functions/export-profit';
import { targetgrid } from '../core/catalogue/functions/target-grid';
import { tierpay } from '../core/catalogue/functions/tierpay';

/** Functions of plain figures: they are in the chunk that Excel loads before anything else. */
export const cellFunctions: readonly FunctionEntry[] = [tierpay, allocate, exportprofit, exchangecost, targetgrid];

/** Functions of rules, indicators and tables: the engine comes as a chunk of its own when one of them is first asked for. */
export const TABLE_FUNCTIONS = ['COMMISSION', 'FXRATE', 'KPISCORE', 'ATTAINMENT', 'KPIGRADE', 'KPIPACE', 'SETTLE', 'EXPLAIN', 'COMPAREPLANS', 'CHECKTABLES', 'SCORECARD', 'KPISUMMARY', 'TARGETGAP', 'CUSTOMERSTATS', 'FUNNELSTATS', 'TASKSTATS'] as const;
