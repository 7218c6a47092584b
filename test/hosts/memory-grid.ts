import type { Bounds, Grid } from '../../workbench/office/grid';

type Cells = unknown[][];

export interface MemorySheet {
  name: string;
  cells: Cells;
  hidden?: boolean;
  formats?: string[][];
  /** Merged areas: only their first cell takes a value. */
  merged?: readonly Bounds[];
  protected?: boolean;
  looks?: string[];
  charts?: string[];
  /** The colours behind cells, as `row,column #RRGGBB`. */
  fills?: string[];
}

export interface MemoryBook {
  readonly sheets: MemorySheet[];
  readonly names: Map<string, string>;
  active: string;
  counts1904: boolean;
  selection: { readonly sheet: string; readonly bounds: Bounds };
}

export function memoryBook(sheets: readonly MemorySheet[], names: readonly string[] = []): MemoryBook {
  return { sheets: sheets.map((sheet) => ({ ...sheet })), names: new Map(names.map((name) => [name, ''])), active: '', counts1904: false, selection: { sheet: sheets[0]?.name ?? '', bounds: { row: 0, column: 0, rows: 1, columns: 1 } } };
}

/** A spreadsheet in memory, under the same Office.js as the workbench's. */
export function memoryGrid(book: MemoryBook): Grid {
  const sheet = (name: string): MemorySheet => {
    const found = book.sheets.find((one) => one.name === name);
    if (!found) throw new Error(`The sheet ${name} is gone.`);
    return found;
  };
  const watchers = new Set<(sheet: string) => void>();
  const read = (name: string, { row, column, rows, columns }: Bounds, show: (cell: unknown) => unknown): Cells => Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => show(sheet(name).cells[row + y]?.[column + x] ?? '')));
  return {
    sheets: () => book.sheets.map(({ name, hidden }) => ({ name, hidden: hidden === true })),
    names: () => [...book.names].map(([name, reference]) => ({ name, reference })),
    define: (name, reference) => void book.names.set(name, reference),
    undefine: (name) => void book.names.delete(name),
    counts1904: () => book.counts1904,
    used: (name) => usedOf(sheet(name).cells),
    values: (name, bounds) => read(name, bounds, (cell) => (isFormula(cell) ? (cell.result ?? 0) : cell)),
    formats: (name, { row, column, rows, columns }) => Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => sheet(name).formats?.[row + y]?.[column + x] ?? 'General')),
    formulas: (name, bounds) => read(name, bounds, (cell) => (isFormula(cell) ? cell.formula : cell)),
    spill: (name, row, column) => {
      const cell = sheet(name).cells[row]?.[column];
      return isFormula(cell) && cell.fills ? { row, column, ...cell.fills } : undefined;
    },
    write: (name, { row, column }, cells) => {
      const { merged, cells: own } = sheet(name);
      cells.forEach((values, y) => {
        const line = (own[row + y] ??= []);
        values.forEach((value, x) => (line[column + x] = isHidden(merged, row + y, column + x) ? '' : stored(value)));
      });
      watchers.forEach((changed) => changed(name));
    },
    clear: (name) => void (sheet(name).cells = []),
    add: (name) => {
      if (book.sheets.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw new Error('A sheet of that name exists.');
      book.sheets.push({ name, cells: [] });
    },
    remove: (name) => void book.sheets.splice(book.sheets.indexOf(sheet(name)), 1),
    activate: (name) => void (book.active = sheet(name).name),
    merged: (name) => sheet(name).merged ?? [],
    merge: (name, bounds) => void (sheet(name).merged = [...(sheet(name).merged ?? []), bounds]),
    unmerge: (name) => {
      if (sheet(name).merged) sheet(name).merged = [];
    },
    isProtected: (name) => sheet(name).protected === true,
    protect: (name, on) => void (sheet(name).protected = on),
    look: (name, bounds, look) => {
      (sheet(name).looks ??= []).push(JSON.stringify([bounds.row, look]));
      if (look.fill !== undefined) (sheet(name).fills ??= []).push(`${bounds.row + 1},${bounds.column + 1} ${look.fill}`);
    },
    chart: (name, bounds, kind, title) => void (sheet(name).charts ??= []).push(`${kind} ${bounds.rows}×${bounds.columns} ${title}`),
    widen: () => undefined,
    freezeRows: () => undefined,
    group: () => () => undefined,
    select: (name, bounds) => void (book.selection = { sheet: name, bounds }),
    selection: () => book.selection,
    watch: (changed) => {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
}

function isFormula(cell: unknown): cell is { readonly formula: string; readonly result?: unknown; readonly fills?: { readonly rows: number; readonly columns: number } } {
  return typeof cell === 'object' && cell !== null;
}

/** Hosts cut the apostrophe off text that begins with one, and take text that begins with = for a formula. */
function stored(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith("'")) return value.slice(1);
  return value.startsWith('=') ? { formula: value } : value;
}

/** Whether a cell lies in a merged area without being its first. */
export function isHidden(merged: readonly Bounds[] | undefined, y: number, x: number): boolean {
  return merged?.some(({ row, column, rows, columns }) => y >= row && y < row + rows && x >= column && x < column + columns && (y > row || x > column)) ?? false;
}

/** The smallest box around cells with something in them. */
function usedOf(cells: Cells): Bounds | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  cells.forEach((row, y) =>
    row.forEach((cell, x) => {
      if (cell === '' || cell === null || cell === undefined) return;
      [top, left, bottom, right] = [Math.min(top, y), Math.min(left, x), Math.max(bottom, y), Math.max(right, x)];
    }),
  );
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
