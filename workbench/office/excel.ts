import type { OnRequest } from './context';
import { Context } from './context';
import type { Grid } from './grid';
import { DateResult, Names, Tables } from './names';
import { Range } from './range';
import { Worksheets } from './worksheets';


/** The requirement sets that are offered; others are answered with no. */
const SETS: Readonly<Record<string, number>> = { ExcelApi: 20, SharedRuntime: 1, CustomFunctionsRuntime: 1 };

/** What of Excel's JavaScript interface the add-in uses, over a grid. Nothing can be read before it was loaded and synced. */
export function excelOver(grid: Grid, onRequest: OnRequest = () => undefined): { readonly run: (first: unknown, second?: unknown) => Promise<unknown> } {
  return {
    run: async (first, second) => {
      const batch = (second ?? first) as (context: Batch) => Promise<unknown>;
      const isGrouped = typeof first === 'object' && (first as { readonly mergeUndoGroup?: boolean }).mergeUndoGroup === true;
      const end = isGrouped ? grid.group() : () => undefined;
      try {
        const context = new Batch(grid, onRequest);
        const result = await batch(context);
        await context.sync();
        return result;
      } finally {
        end();
      }
    },
  };
}

/** Words that the add-in uses by name. */
export const excelWords = {
  ChartType: { barClustered: 'BarClustered', columnClustered: 'ColumnClustered', lineMarkers: 'LineMarkers' },
  ChartSeriesBy: { columns: 'Columns' },
  PageOrientation: { landscape: 'Landscape', portrait: 'Portrait' },
} as const;

/** Whether a requirement set is offered, such as ExcelApi 1.13. */
export function isSetSupported(set: string, version = '1.1'): boolean {
  const [, minor = '1'] = version.split('.');
  return Number(minor) <= (SETS[set] ?? 0);
}

class Batch extends Context {
  readonly workbook = new Workbook(this);
}

class Workbook {
  readonly worksheets: Worksheets;
  readonly names: Names;
  readonly tables: Tables;
  readonly functions: { readonly date: (year: number, month: number, day: number) => DateResult };
  constructor(readonly context: Context) {
    this.worksheets = new Worksheets(context);
    this.names = new Names(context);
    this.tables = new Tables(context);
    this.functions = { date: (year, month, day) => new DateResult(context, Date.UTC(year, month - 1, day) / 86400000) };
  }
  getSelectedRange(): Range {
    return new Range(this.context, () => this.context.grid.selection());
  }
}
