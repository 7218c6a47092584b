import type { Context } from './context';
import { Loadable } from './context';
import { referenceOf } from './grid';
import type { Range } from './range';

const DAYS_TO_1970 = 25569;
const DAYS_TO_1904 = 1462;

/** DATE(…) as the workbook counts days. */
export class DateResult extends Loadable {
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
export class Names extends Loadable {
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
export class Tables extends Loadable {
  load(names: string): void {
    this.loadFrom(names.replace('items/name', 'items'), () => []);
  }
  get items(): { name: string }[] {
    return this.known('items');
  }
}
