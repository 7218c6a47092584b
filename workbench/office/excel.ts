import type { Bounds, CellLook, Grid } from './grid';
import { addressOf, boundsOf, referenceOf } from './grid';

type Cells = unknown[][];

/** Called before a request is carried out, with the cells it moves: a test makes requests fail here. */
export type OnRequest = (cells: number) => void;

/** The requirement sets that are offered; others are answered with no. */
const SETS: Readonly<Record<string, number>> = { ExcelApi: 20, SharedRuntime: 1, CustomFunctionsRuntime: 1 };

/** What of Excel's JavaScript interface the add-in uses, over a grid. Nothing can be read before it was loaded and synced. */
export function excelOver(grid: Grid, onRequest: OnRequest = () => undefined): { readonly run: (first: unknown, second?: unknown) => Promise<unknown> } {
  return {
    run: async (first, second) => {
      const batch = (second ?? first) as (context: Context) => Promise<unknown>;
      const isGrouped = typeof first === 'object' && (first as { readonly mergeUndoGroup?: boolean }).mergeUndoGroup === true;
      const end = isGrouped ? grid.group() : () => undefined;
      try {
        const context = new Context(grid, onRequest);
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
  ChartType: { barClustered: 'BarClustered', columnClustered: 'ColumnClustered' },
  ChartSeriesBy: { columns: 'Columns' },
  PageOrientation: { landscape: 'Landscape' },
} as const;

/** Whether a requirement set is offered, such as ExcelApi 1.13. */
export function isSetSupported(set: string, version = '1.1'): boolean {
  const [, minor = '1'] = version.split('.');
  return Number(minor) <= (SETS[set] ?? 0);
}

/** Whether what happens in the grid is the add-in's own doing. */
let acting = false;

class Context {
  readonly queue: (() => void)[] = [];
  cells = 0;
  readonly workbook: Workbook;
  constructor(readonly grid: Grid, readonly onRequest: OnRequest) {
    this.workbook = new Workbook(this);
  }
  async sync(): Promise<void> {
    if (this.queue.length === 0) return;
    const actions = this.queue.splice(0);
    const cells = this.cells;
    this.cells = 0;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.onRequest(cells);
    acting = true;
    try {
      for (const action of actions) action();
    } finally {
      acting = false;
    }
  }
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

/** An object whose properties are there only once they were asked for and a sync has passed. */
class Loadable {
  private readonly loaded = new Map<string, unknown>();
  constructor(readonly context: Context) {}
  protected act(action: () => void): void {
    this.context.queue.push(action);
  }
  protected loadFrom(names: string, read: (name: string) => unknown): void {
    for (const name of names.split(',')) this.act(() => this.keep(name, read(name)));
  }
  keep(name: string, value: unknown): void {
    this.loaded.set(name, value);
  }
  protected known<Value>(name: string): Value {
    if (!this.loaded.has(name)) throw new Error(`The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()".`);
    return this.loaded.get(name) as Value;
  }
}

const DAYS_TO_1970 = 25569;
const DAYS_TO_1904 = 1462;

class DateResult extends Loadable {
  constructor(context: Context, readonly day: number) {
    super(context);
  }
  load(names: string): void {
    this.loadFrom(names, () => this.day + DAYS_TO_1970 - (this.context.grid.counts1904() ? DAYS_TO_1904 : 0));
  }
  get value(): number {
    return this.known('value');
  }
}

/** The workbook's defined names. */
class Names extends Loadable {
  load(names: string): void {
    if (names !== 'items/name,items/formula') throw new Error(`Not known here: ${names}`);
    this.act(() =>
      this.keep(
        'items',
        this.context.grid.names().map(({ name, reference }) => ({ name, formula: `=${reference}` })),
      ),
    );
  }
  get items(): { name: string; formula: string }[] {
    return this.known('items');
  }
  add(name: string, range: Range): void {
    this.act(() => {
      const { sheet, bounds } = range.place();
      this.context.grid.define(name, referenceOf(sheet, bounds));
    });
  }
  getItem(name: string): NamedItem {
    return new NamedItem(this.context, name);
  }
  getItemOrNullObject(name: string): NamedItem {
    return new NamedItem(this.context, name);
  }
}

class NamedItem extends Loadable {
  constructor(context: Context, readonly name: string) {
    super(context);
  }
  private find(): { readonly reference: string } | undefined {
    return this.context.grid.names().find(({ name }) => name.toLowerCase() === this.name.toLowerCase());
  }
  load(names: string): void {
    this.act(() => this.keep('isNullObject', this.find() === undefined));
    this.loadFrom(names, () => `=${this.find()?.reference ?? ''}`);
  }
  get isNullObject(): boolean {
    return this.known('isNullObject');
  }
  get formula(): string {
    return this.known('formula');
  }
  set formula(formula: string) {
    this.act(() => this.context.grid.define(this.name, formula.replace(/^=/, '')));
  }
  delete(): void {
    this.act(() => this.context.grid.undefine(this.name));
  }
}

/** A spreadsheet without tables of its own. */
class Tables extends Loadable {
  load(names: string): void {
    this.loadFrom(names.replace('items/name', 'items'), () => []);
  }
  get items(): { name: string }[] {
    return this.known('items');
  }
}

class Worksheets extends Loadable {
  load(names: string): void {
    if (!names.startsWith('items/')) throw new Error(`Not known here: ${names}`);
    this.act(() =>
      this.keep(
        'items',
        this.context.grid.sheets().map(({ name, hidden }) => {
          const sheet = new Worksheet(this.context, name);
          sheet.keep('name', name);
          sheet.keep('visibility', hidden ? 'Hidden' : 'Visible');
          return sheet;
        }),
      ),
    );
  }
  get items(): Worksheet[] {
    return this.known('items');
  }
  getItem(name: string): Worksheet {
    return new Worksheet(this.context, name);
  }
  getItemOrNullObject(name: string): Worksheet {
    return new Worksheet(this.context, name);
  }
  add(name: string): Worksheet {
    this.act(() => this.context.grid.add(name));
    return new Worksheet(this.context, name);
  }
  readonly onChanged = this.event();
  readonly onDeleted = this.event();
  private event(): { add: (handler: (event: { readonly worksheetId: string; readonly triggerSource: string }) => Promise<void>) => void } {
    return { add: (handler) => this.act(() => void this.context.grid.watch((sheet) => void handler({ worksheetId: sheet, triggerSource: acting ? 'ThisLocalAddin' : 'Unknown' }))) };
  }
}

class Worksheet extends Loadable {
  constructor(context: Context, readonly wanted: string) {
    super(context);
  }
  /** The sheet's name as it stands now; sheets are found in any case. */
  find(): string | undefined {
    return this.context.grid.sheets().find(({ name }) => name.toLowerCase() === this.wanted.toLowerCase())?.name;
  }
  private sheet(): string {
    const name = this.find();
    if (name === undefined) throw new Error(`The sheet ${this.wanted} is gone.`);
    return name;
  }
  load(names: string): void {
    this.act(() => this.keep('isNullObject', this.find() === undefined));
    this.loadFrom(names, (name) => (name === 'visibility' ? 'Visible' : this.find()));
  }
  get name(): string {
    return this.known('name');
  }
  get visibility(): string {
    return this.known('visibility');
  }
  get isNullObject(): boolean {
    return this.known('isNullObject');
  }
  getUsedRangeOrNullObject(): Range {
    return new Range(this.context, () => {
      const sheet = this.find();
      const bounds = sheet === undefined ? undefined : this.context.grid.used(sheet);
      return sheet !== undefined && bounds ? { sheet, bounds } : undefined;
    });
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.context, () => ({ sheet: this.sheet(), bounds: { row, column, rows, columns } }));
  }
  /** An address, or the whole sheet. */
  getRange(address?: string): Range {
    return new Range(this.context, () => ({ sheet: this.sheet(), bounds: address === undefined ? WHOLE : boundsOf(address) }));
  }
  activate(): void {
    this.act(() => this.context.grid.activate(this.sheet()));
  }
  delete(): void {
    this.act(() => this.context.grid.remove(this.sheet()));
  }
  get protection(): Protection {
    return new Protection(this.context, this.sheet.bind(this));
  }
  get charts(): { add: (kind: string, range: Range) => Chart } {
    return { add: (kind, range) => new Chart(this.context, this.sheet.bind(this), kind, range) };
  }
  /** How it is printed: not this spreadsheet's concern, the file keeps its own. */
  readonly pageLayout: object = {};
  get freezePanes(): { freezeRows: (rows: number) => void } {
    return { freezeRows: (rows) => this.act(() => this.context.grid.freezeRows(this.sheet(), rows)) };
  }
}

const WHOLE: Bounds = { row: 0, column: 0, rows: 1048576, columns: 16384 };

interface Placed {
  readonly sheet: string;
  readonly bounds: Bounds;
}

class Range extends Loadable {
  constructor(context: Context, readonly find: () => Placed | undefined) {
    super(context);
  }
  place(): Placed {
    const placed = this.find();
    if (!placed) throw new Error('There is no such range.');
    return placed;
  }
  load(names: string): void {
    this.act(() => {
      // Where the range lies is looked up once for all that is asked of it.
      const placed = this.find();
      this.keep('isNullObject', placed === undefined);
      for (const name of names.split(',')) this.keep(name, placed && this.read(name, placed));
    });
    // A request's size is known only when it is carried out; what is asked for counts.
    const placed = /values|formulas/.test(names) ? this.findNow() : undefined;
    if (placed) this.context.cells += placed.bounds.rows * placed.bounds.columns;
  }
  private findNow(): Placed | undefined {
    try {
      return this.find();
    } catch {
      return undefined;
    }
  }
  private read(name: string, { sheet, bounds }: Placed): unknown {
    switch (name) {
      case 'rowIndex':
        return bounds.row;
      case 'columnIndex':
        return bounds.column;
      case 'rowCount':
        return bounds.rows;
      case 'columnCount':
        return bounds.columns;
      case 'address':
        return `'${sheet.replaceAll("'", "''")}'!${addressOf(bounds)}`;
      case 'values':
        return this.context.grid.values(sheet, bounds);
      case 'formulas':
        return this.context.grid.formulas(sheet, bounds);
      default:
        throw new Error(`Not known here: ${name}`);
    }
  }
  get isNullObject(): boolean {
    return this.known('isNullObject');
  }
  get rowIndex(): number {
    return this.known('rowIndex');
  }
  get columnIndex(): number {
    return this.known('columnIndex');
  }
  get rowCount(): number {
    return this.known('rowCount');
  }
  get columnCount(): number {
    return this.known('columnCount');
  }
  get address(): string {
    return this.known('address');
  }
  get values(): Cells {
    return this.known('values');
  }
  set values(values: Cells) {
    this.write(values);
  }
  get formulas(): Cells {
    return this.known('formulas');
  }
  set formulas(values: Cells) {
    this.write(values);
  }
  set numberFormat(formats: string[][]) {
    // One format for the whole range, as the add-in sets it.
    const numberFormat = formats[0]?.[0];
    if (numberFormat !== undefined) this.setLook({ numberFormat });
  }
  private write(values: Cells): void {
    this.context.cells += values.length * (values[0]?.length ?? 0);
    this.act(() => {
      const { sheet, bounds } = this.unprotected();
      if (bounds.rows !== values.length || values.some((row) => row.length !== bounds.columns)) throw new Error('The dimensions do not match.');
      this.context.grid.write(sheet, bounds, values);
    });
  }
  private unprotected(): Placed {
    const placed = this.place();
    if (this.context.grid.isProtected(placed.sheet)) throw new Error(`The sheet ${placed.sheet} is protected.`);
    return placed;
  }
  private setLook(look: CellLook): void {
    this.act(() => {
      const { sheet, bounds } = this.unprotected();
      this.context.grid.look(sheet, bounds, look);
    });
  }
  get format(): Format {
    return new Format((look) => this.setLook(look), (pixels) => this.act(() => this.context.grid.widen(this.place().sheet, this.place().bounds.column, pixels)));
  }
  getSpillingToRangeOrNullObject(): Range {
    return new Range(this.context, () => {
      const { sheet, bounds } = this.place();
      const filled = this.context.grid.spill(sheet, bounds.row, bounds.column);
      return filled && { sheet, bounds: filled };
    });
  }
  getMergedAreasOrNullObject(): Merged {
    return new Merged(this.context, this.find);
  }
  merge(): void {
    this.act(() => {
      const { sheet, bounds } = this.place();
      this.context.grid.merge(sheet, bounds);
    });
  }
  unmerge(): void {
    this.act(() => this.context.grid.unmerge(this.unprotected().sheet));
  }
  clear(): void {
    this.act(() => this.context.grid.clear(this.unprotected().sheet));
  }
  select(): void {
    this.act(() => {
      const { sheet, bounds } = this.place();
      this.context.grid.select(sheet, bounds);
    });
  }
}

class Protection extends Loadable {
  constructor(context: Context, readonly sheet: () => string) {
    super(context);
  }
  load(names: string): void {
    this.loadFrom(names, () => this.context.grid.isProtected(this.sheet()));
  }
  get protected(): boolean {
    return this.known('protected');
  }
  protect(): void {
    this.act(() => this.context.grid.protect(this.sheet(), true));
  }
  unprotect(): void {
    this.act(() => this.context.grid.protect(this.sheet(), false));
  }
}

/** A chart, drawn with its title once that is known. */
class Chart {
  constructor(readonly context: Context, readonly sheet: () => string, readonly kind: string, readonly range: Range) {}
  get title(): { text: string } {
    const draw = (title: string): void => void this.context.queue.push(() => this.context.grid.chart(this.sheet(), this.range.place().bounds, this.kind, title));
    return { set text(title: string) { draw(title); } } as { text: string };
  }
  setPosition(): void {}
}

/** A range's look; everything in it is only ever set. */
class Format {
  constructor(readonly look: (look: CellLook) => void, readonly widen: (pixels: number) => void) {}
  get font(): { bold: boolean } {
    return setter('bold', this.look);
  }
  get fill(): { color: string } {
    const look = this.look;
    return { set color(fill: string) { look({ fill }); } } as { color: string };
  }
  set wrapText(wrap: boolean) {
    this.look({ wrap });
  }
  /** Points; a pixel is three quarters of one. */
  set columnWidth(points: number) {
    this.widen(Math.round(points / 0.75));
  }
}

function setter(name: 'bold', look: (look: CellLook) => void): { bold: boolean } {
  return { set bold(value: boolean) { look({ [name]: value }); } } as { bold: boolean };
}

/** The merged areas of a sheet. */
class Merged extends Loadable {
  constructor(context: Context, readonly find: () => Placed | undefined) {
    super(context);
  }
  load(names: string): void {
    this.loadFrom(`${names},isNullObject`, (name) => {
      const sheet = this.find()?.sheet;
      const areas = sheet === undefined ? [] : this.context.grid.merged(sheet);
      return name === 'isNullObject' ? areas.length === 0 : areas.map((area) => `'${sheet}'!${addressOf(area)}`).join(',');
    });
  }
  get isNullObject(): boolean {
    return this.known('isNullObject');
  }
  get address(): string {
    return this.known('address');
  }
}
