import type { RangeSource } from './cell';
import { claimColumns } from './rows/claim-columns';
import { headOf } from './rows/head';
import type { Issue } from './issue';
import { issue } from './issue';
import type { KeptRows } from './rows/kept-rows';
import { keptRows } from './rows/kept-rows';
import { filledMerges } from './rows/merges';
import type { TableKind } from './schema';
import type { Table, TextColumn } from './table';

/** Makes a table of a range whose kind is known. `mapping` gives the header texts that stand for a field. */
export function makeTable(kind: TableKind, source: RangeSource, mapping: ReadonlyMap<string, string>): Table {
  const head = source.head ?? headOf(kind, source, mapping);
  const claimed = claimColumns({ kind, head, source, mapping });
  const cells = filledMerges({ kind, source, head, columns: claimed.columns });
  const rows = keptRows({ kind, source, head, columns: claimed.columns, cells: cells.rows, merged: cells.amounts });
  const names = orderNames(kind, claimed.columns, rows, source);
  return {
    kind,
    source,
    origin: source.origin,
    serialShift: source.serialShift ?? 0,
    headers: head.texts,
    columns: claimed.columns,
    cells: rows.cells,
    rowNumbers: rows.numbers,
    ...(rows.origins && { rowOrigins: rows.origins }),
    length: rows.cells.length,
    faults: [...claimed.faults],
    notes: [...claimed.notes, ...cells.notes, ...rows.notes, ...(names?.notes ?? [])],
    faulty: new Uint8Array(rows.cells.length),
    typed: new Map(names ? [['text order', names.column]] : []),
  };
}

/** Where orders have no numbers, each row is an order of its own and has its row's number for a name. */
function orderNames(kind: TableKind, columns: ReadonlyMap<string, number>, { numbers, origins }: KeptRows, source: RangeSource): { readonly column: TextColumn; readonly notes: readonly Issue[] } | undefined {
  const [first] = numbers;
  if (kind !== 'orders' || columns.has('order') || first === undefined) return undefined;
  const values = Array.from(numbers, (number, row) => {
    const origin = origins?.[row] ?? source.origin;
    const [sheet, own] = [origins ? `${origin?.sheet ?? ''} ` : '', (origin?.row ?? 1) + number - 1];
    return `${sheet}#${own}`;
  });
  const origin = origins?.[0] ?? source.origin;
  const told = issue('rows.noOrder', { table: kind, row: first, column: 0, ...(origin && { origin }) }, { name: values[0] ?? '' }, 'warning');
  return { column: { codes: Int32Array.from(values, (_, row) => row + 1), values: ['', ...values] }, notes: [told] };
}
