import type { Context } from './context';
import { Loadable } from './context';
import type { Bounds, CellLook } from './grid';
import { addressOf } from './grid';

type Cells = unknown[][];

/** A whole sheet, as large as Excel's. */
export const WHOLE: Bounds = { row: 0, column: 0, rows: 1048576, columns: 16384 };

interface Placed {
  readonly sheet: string;
  readonly bounds: Bounds;
}

/** A range of cells. */
export class Range extends Loadable {
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
      case 'numberFormat':
        return this.context.grid.formats(sheet, bounds);
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
  get numberFormat(): string[][] {
    return this.known('numberFormat');
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
