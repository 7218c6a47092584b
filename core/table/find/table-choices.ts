import type { TableKind } from '../schema';
import { tableKinds } from '../schema';
import type { Table } from '../table';
import type { Candidate } from './candidates';
import type { SheetRules } from './sheet-rules';

/** One of the ranges that a table may be, and what speaks for it. */
export interface ChoiceRange {
  readonly sheet: string;
  readonly by: Candidate['by'];
  /** How many of the table's columns its headers name. */
  readonly columns: number;
  readonly headers: readonly string[];
  readonly rows: number;
  readonly isUsed: boolean;
}

/** A table that several ranges may be. */
export interface TableChoice {
  readonly kind: TableKind;
  readonly ranges: readonly ChoiceRange[];
  /** Whether all of them are read as one table. */
  readonly isJoined: boolean;
}

/** The tables that more than one sheet may be, as long as no rule and no name says which. */
export function choicesAmong(candidates: readonly Candidate[], byKind: ReadonlyMap<TableKind, Table>, rules: SheetRules): TableChoice[] {
  return tableKinds.flatMap((kind): TableChoice[] => {
    const own = candidates.filter((one) => one.kind === kind && one.by !== 'other half');
    const sheets = new Set(own.map(({ source }) => source.origin?.sheet));
    if (sheets.size < 2 || rules.has(kind) || own.some(({ by }) => by === 'range name')) return [];
    const source = byKind.get(kind)?.source;
    const used = new Set([source?.origin, ...(source?.pieces ?? []).map(({ origin }) => origin)].map((origin) => origin?.sheet));
    const ranges = own.map(({ source: { origin, head, cells }, by, score }): ChoiceRange => ({
      sheet: origin?.sheet ?? '',
      by,
      columns: Math.floor(score),
      headers: (head?.texts ?? []).filter((text) => text !== ''),
      rows: Math.max(0, cells.length - (head?.row ?? 0) - 1),
      isUsed: source !== undefined && used.has(origin?.sheet),
    }));
    return [{ kind, ranges, isJoined: ranges.filter(({ isUsed }) => isUsed).length > 1 }];
  });
}
