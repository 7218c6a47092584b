import type { RangeSource } from './cell';
import { claimColumns } from './rows/claim-columns';
import { headOf } from './rows/head';
import { keptRows } from './rows/kept-rows';
import { filledMerges } from './rows/merges';
import type { TableKind } from './schema';
import type { Table } from './table';

/** Makes a table of a range whose kind is known. `mapping` gives the header texts that stand for a field. */
export function makeTable(kind: TableKind, source: RangeSource, mapping: ReadonlyMap<string, string>): Table {
  const head = source.head ?? headOf(kind, source, mapping);
  const claimed = claimColumns({ kind, head, source, mapping });
  const cells = filledMerges({ kind, source, head, columns: claimed.columns });
  const rows = keptRows({ kind, source, head, columns: claimed.columns, cells: cells.rows, merged: cells.amounts });
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
    notes: [...claimed.notes, ...cells.notes, ...rows.notes],
    faulty: new Uint8Array(rows.cells.length),
    typed: new Map(),
  };
}
