import type { ResultTable } from '../core/table/result-table';
import type { Change, WorkOptions } from './change';
import type { ReadBook } from './commands';

/** A rectangle of cells on a sheet; row and column count from 1. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A formula of ours in a cell, and what it gives there: a value, or the cells that it fills. */
export interface OwnFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly values: ResultTable;
}

/** The port to a host: the only thing that Excel, Sheets and the workbench must each implement for the sidebar. */
export interface Workbook {
  readonly read: (options: WorkOptions) => Promise<ReadBook>;
  /** All changes or none; one step of undo where the host can. */
  readonly apply: (changes: readonly Change[], options: WorkOptions) => Promise<void>;
  /** Every formula of ours in the visible sheets. */
  readonly formulas: (options: WorkOptions) => Promise<readonly OwnFormula[]>;
  readonly selection: () => Promise<Area>;
  /** Shows and selects cells. */
  readonly goTo: (area: Area) => Promise<void>;
  /** Tells that cells or sheets were changed by anybody; hosts that cannot tell never do. */
  readonly watch: (changed: () => void) => Promise<void>;
}
