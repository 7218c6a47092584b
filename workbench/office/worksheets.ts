import type { Context } from './context';
import { Loadable, isActing } from './context';
import { boundsOf } from './grid';
import { Range, WHOLE } from './range';

/** The sheets of the workbook, and what happens to them. */
export class Worksheets extends Loadable {
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
    return { add: (handler) => this.act(() => void this.context.grid.watch((sheet) => void handler({ worksheetId: sheet, triggerSource: isActing() ? 'ThisLocalAddin' : 'Unknown' }))) };
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

/** Whether a sheet may be edited by hand. */
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
