import type { Cell } from './cell';
import { quoteCell } from './cell';
import type { Issue, Place } from './issue';
import { issue } from './issue';

type Gathered = 'cell.noValue' | 'cell.dateOrder' | 'cell.percentAmount';

/** Cells of a column that are told of together: what each holds, how often, and where it stands first. */
export interface Gathering {
  readonly add: (code: Gathered, row: number, cell: Cell, also?: (row: number) => void) => void;
  readonly tell: (place: (row: number) => Place, into: { readonly faults: Issue[]; readonly notes: Issue[] }) => void;
}

const SEVERITY = { 'cell.noValue': 'note', 'cell.dateOrder': 'error', 'cell.percentAmount': 'warning' } as const;

export function newGathering(): Gathering {
  const found = new Map<string, { code: Gathered; first: number; cell: Cell; count: number }>();
  return {
    add: (code, row, cell, also) => {
      const key = code === 'cell.noValue' ? `${code} ${String(cell)}` : code;
      const known = found.get(key);
      if (known) known.count += 1;
      else found.set(key, { code, first: row, cell, count: 1 });
      also?.(row);
    },
    tell: (place, { faults, notes }) => {
      for (const { code, first, cell, count } of found.values()) {
        const made = issue(code, place(first), { count, found: typeof cell === 'boolean' ? String(cell).toUpperCase() : quoteCell(cell) }, SEVERITY[code]);
        if (code === 'cell.dateOrder') faults.push(made);
        else notes.push(made);
      }
    },
  };
}
