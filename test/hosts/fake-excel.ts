import { columnLetters } from '../../core/table/cell';

/** An in-memory Excel for what the add-in uses of Office.js: nothing can be read before it was loaded and synced. */
type Cells = unknown[][];

export interface FakeSheet {
  name: string;
  visibility: string;
  cells: Cells;
  /** Merged areas: only their first cell takes a value. */
  merged?: readonly Bounds[];
  protected?: boolean;
}

export interface FakeBook {
  readonly names: readonly string[];
  readonly sheets: FakeSheet[];
  active: string;
  /** The largest request, in cells, and how many there were. */
  largest: number;
  requests: number;
  /** Whether serials are counted from 1904. */
  counts1904?: boolean;
  /** The request that fails, counted from 1. */
  failAt?: number;
  undoGroups: number;
}

export function newBook(sheets: readonly Omit<FakeSheet, 'visibility'>[], names: readonly string[] = []): FakeBook {
  return { names, sheets: sheets.map((sheet) => ({ visibility: 'Visible', ...sheet })), active: '', largest: 0, requests: 0, undoGroups: 0 };
}

/** Puts `Excel` and `Office` where the add-in looks for them. */
export function installExcel(book: FakeBook, supports: readonly string[] = []): void {
  const run = async (first: unknown, second?: unknown): Promise<unknown> => {
    const batch = (second ?? first) as (context: unknown) => Promise<unknown>;
    if (typeof first === 'object' && (first as { mergeUndoGroup?: boolean }).mergeUndoGroup === true) book.undoGroups += 1;
    return batch(new Context(book));
  };
  Object.assign(globalThis, { Excel: { run }, Office: { context: { requirements: { isSetSupported: (set: string, version: string) => supports.includes(`${set} ${version}`) } } } });
}

class Context {
  readonly queue: (() => void)[] = [];
  cells = 0;
  readonly workbook: { worksheets: Worksheets; names: Names; tables: Names; functions: { date: () => DateResult } };
  constructor(readonly book: FakeBook) {
    this.workbook = { worksheets: new Worksheets(this), names: new Names(this, book.names), tables: new Names(this, []), functions: { date: () => new DateResult(this) } };
  }
  async sync(): Promise<void> {
    const actions = this.queue.splice(0);
    this.book.requests += 1;
    this.book.largest = Math.max(this.book.largest, this.cells);
    this.cells = 0;
    await Promise.resolve();
    if (this.book.failAt === this.book.requests) throw new Error('The request failed.');
    for (const action of actions) action();
  }
}

/** An object whose properties are there only once they were asked for and a sync has passed. */
class Loadable {
  protected readonly loaded = new Map<string, unknown>();
  constructor(readonly context: Context) {}
  protected loadFrom(names: string, read: (name: string) => unknown): void {
    for (const name of names.split(',')) {
      this.context.queue.push(() => {
        this.loaded.set(name, read(name));
      });
    }
  }
  protected known<Value>(name: string): Value {
    if (!this.loaded.has(name)) throw new Error(`The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()".`);
    return this.loaded.get(name) as Value;
  }
}

/** DATE(2000,1,1) as the workbook counts it. */
class DateResult extends Loadable {
  load(names: string): void {
    this.loadFrom(names, () => 36526 - (this.context.book.counts1904 === true ? 1462 : 0));
  }
  get value(): number {
    return this.known('value');
  }
}

/** The workbook's defined names, or its tables. */
class Names extends Loadable {
  constructor(context: Context, readonly all: readonly string[]) {
    super(context);
  }
  load(names: string): void {
    if (names !== 'items/name') throw new Error('load what?');
    this.context.queue.push(() => this.loaded.set('items', this.all.map((name) => ({ name }))));
  }
  get items(): { name: string }[] {
    return this.known('items');
  }
}

class Worksheets extends Loadable {
  load(names: string): void {
    if (!names.includes('items')) throw new Error('load what?');
    this.context.queue.push(() => this.loaded.set('items', this.context.book.sheets.map((sheet) => Worksheet.loadedFrom(this.context, sheet, ['name', 'visibility']))));
  }
  get items(): Worksheet[] {
    return this.known('items');
  }
  getItemOrNullObject(name: string): Worksheet {
    return new Worksheet(this.context, () => this.context.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()));
  }
  add(name: string): Worksheet {
    const sheet: FakeSheet = { name, visibility: 'Visible', cells: [] };
    this.context.queue.push(() => {
      if (this.context.book.sheets.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw new Error('A sheet of that name exists.');
      this.context.book.sheets.push(sheet);
    });
    return new Worksheet(this.context, () => sheet);
  }
}

class Worksheet extends Loadable {
  constructor(context: Context, readonly find: () => FakeSheet | undefined) {
    super(context);
  }
  static loadedFrom(context: Context, sheet: FakeSheet, names: readonly string[]): Worksheet {
    const made = new Worksheet(context, () => (context.book.sheets.includes(sheet) ? sheet : undefined));
    for (const name of names) made.loaded.set(name, sheet[name as 'name' | 'visibility']);
    return made;
  }
  load(names: string): void {
    this.context.queue.push(() => this.loaded.set('isNullObject', this.find() === undefined));
    this.loadFrom(names, (name) => this.find()?.[name as 'name']);
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
    return new Range(this.context, this.find, () => used(this.find()?.cells ?? []));
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.context, this.find, () => ({ row, column, rows, columns }));
  }
  getRange(address?: string): Range {
    return new Range(this.context, this.find, () => (address === undefined ? { row: 0, column: 0, rows: this.find()?.cells.length ?? 0, columns: 16384 } : boundsOf(address)));
  }
  activate(): void {
    this.context.queue.push(() => {
      this.context.book.active = this.find()?.name ?? '';
    });
  }
  delete(): void {
    this.context.queue.push(() => {
      const sheet = this.find();
      if (sheet) this.context.book.sheets.splice(this.context.book.sheets.indexOf(sheet), 1);
    });
  }
}

export interface Bounds {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Office cuts values that begin with an apostrophe to plain text, and takes those that begin with = for formulas. */
function stored(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith("'")) return value.slice(1);
  return value.startsWith('=') ? { formula: value } : value;
}

class Range extends Loadable {
  constructor(context: Context, readonly find: () => FakeSheet | undefined, readonly bounds: () => Bounds | undefined) {
    super(context);
  }
  load(names: string): void {
    this.context.queue.push(() => this.loaded.set('isNullObject', this.find() === undefined || this.bounds() === undefined));
    this.loadFrom(names, (name) => this.read(name));
    const bounds = this.find() && this.bounds();
    if (bounds && /values|formulas/.test(names)) this.context.cells += bounds.rows * bounds.columns;
  }
  private read(name: string): unknown {
    const [sheet, bounds] = [this.find(), this.bounds()];
    if (!sheet || !bounds) return undefined;
    const { row, column, rows, columns } = bounds;
    const cells = (blank: unknown): Cells => Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => sheet.cells[row + y]?.[column + x] ?? blank));
    const known: Record<string, unknown> = { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns, address: `'${sheet.name}'!${addressOf({ row, column, rows, columns })}` };
    if (name === 'values') return cells('').map((line) => line.map((cell) => (typeof cell === 'object' && cell !== null ? 0 : cell)));
    if (name === 'formulas') return cells('').map((line) => line.map((cell) => (typeof cell === 'object' && cell !== null ? (cell as { formula: string }).formula : cell)));
    return known[name];
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
  private write(values: Cells): void {
    this.context.cells += values.length * (values[0]?.length ?? 0);
    this.context.queue.push(() => {
      const [sheet, bounds] = [this.find(), this.bounds()];
      if (!sheet || !bounds) throw new Error('The sheet is gone.');
      if (sheet.protected === true) throw new Error('The sheet is protected.');
      if (bounds.rows !== values.length || values.some((row) => row.length !== bounds.columns)) throw new Error('The dimensions do not match.');
      values.forEach((row, y) => {
        const line = (sheet.cells[bounds.row + y] ??= []);
        row.forEach((value, x) => (line[bounds.column + x] = isHidden(sheet.merged, bounds.row + y, bounds.column + x) ? '' : stored(value)));
      });
    });
  }
  getMergedAreasOrNullObject(): Merged {
    return new Merged(this.context, this.find);
  }
  merge(): void {
    this.context.queue.push(() => {
      const [sheet, bounds] = [this.find(), this.bounds()];
      if (sheet && bounds) sheet.merged = [...(sheet.merged ?? []), bounds];
    });
  }
  unmerge(): void {
    this.context.queue.push(() => {
      const sheet = this.find();
      if (sheet?.protected === true) throw new Error('The sheet is protected.');
      if (sheet?.merged) sheet.merged = [];
    });
  }
  clear(): void {
    this.context.queue.push(() => {
      const sheet = this.find();
      if (sheet?.protected === true) throw new Error('The sheet is protected.');
      if (sheet) sheet.cells = [];
    });
  }
}

/** The merged areas of a sheet. */
class Merged extends Loadable {
  constructor(context: Context, readonly find: () => FakeSheet | undefined) {
    super(context);
  }
  load(names: string): void {
    this.loadFrom(`${names},isNullObject`, (name) => {
      const [sheet, areas] = [this.find(), this.find()?.merged ?? []];
      return name === 'isNullObject' ? areas.length === 0 : areas.map((area) => `'${sheet?.name}'!${addressOf(area)}`).join(',');
    });
  }
  get isNullObject(): boolean {
    return this.known('isNullObject');
  }
  get address(): string {
    return this.known('address');
  }
}

/** Whether a cell lies in a merged area without being its first. */
export function isHidden(merged: readonly Bounds[] | undefined, y: number, x: number): boolean {
  return merged?.some(({ row, column, rows, columns }) => y >= row && y < row + rows && x >= column && x < column + columns && (y > row || x > column)) ?? false;
}

function addressOf({ row, column, rows, columns }: Bounds): string {
  return `${columnLetters(column + 1)}${row + 1}:${columnLetters(column + columns)}${row + rows}`;
}

function boundsOf(address: string): Bounds {
  const [first, last] = address.split(':').map((corner) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(corner) ?? [];
    return { row: Number(row), column: [...(letters ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
  });
  if (!first || !last) throw new Error(`Not an address: ${address}`);
  return { row: first.row - 1, column: first.column - 1, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

/** The smallest box around cells with something in them. */
function used(cells: Cells): Bounds | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  cells.forEach((row, y) =>
    row.forEach((cell, x) => {
      if (cell === '' || cell === null || cell === undefined) return;
      [top, left, bottom, right] = [Math.min(top, y), Math.min(left, x), Math.max(bottom, y), Math.max(right, x)];
    }),
  );
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
