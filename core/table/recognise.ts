import type { Language } from '../locale/message';
import type { RangeSource } from './cell';
import { kindOf } from './find/kind';
import type { Known } from './find/kind';
import { NO_MAPPING, mappingsOf } from './find/mappings';
import type { Mappings } from './find/mappings';
import type { TableChoice } from './find/table-choices';
import { likelyHead, nearestKind } from './find/passed-over';
import { regionsOf } from './find/regions';
import type { Issue } from './issue';
import { issue } from './issue';
import { textsOf } from './rows/head';
import type { TableKind } from './schema';
import type { Table } from './table';
import { languageOf } from './header-language';
import { makeTable } from './make-table';
import { headerRowOf } from './table';

/** The tables that were handed over, each at most once. */
export interface Tables {
  readonly byKind: ReadonlyMap<TableKind, Table>;
  readonly issues: readonly Issue[];
  /** What was passed over, joined or chosen, and is no mistake. */
  readonly notes: readonly Issue[];
  /** Tables that more than one range may be: all of these, for somebody to choose from. */
  readonly choices?: readonly TableChoice[];
  /** The language of the headers of the first table. */
  readonly language: Language;
}

/** Knows every range by its headers, in any order and either language; `column` rows of the rules come first. */
export function recogniseTables(sources: readonly RangeSource[]): Tables {
  const issues: Issue[] = [];
  const mappings = mappingsOf(sources.flatMap((source) => regionsIn(source, new Map()).filter(({ known }) => known.kind === 'rules').map(({ source: rules }) => rules)), issues);
  const byKind = new Map<TableKind, Table>();
  sources.forEach((source, index) => {
    if (headerRowOf(source) < 0) {
      issues.push(issue('table.empty', { table: undefined, tableNumber: index + 1 }, { number: index + 1 }));
      return;
    }
    const regions = regionsIn(source, mappings);
    if (regions.length === 0) issues.push(issue('table.unknown', { table: undefined, tableNumber: index + 1 }, unknownParams(source, index, byKind, mappings)));
    for (const { known, source: region } of regions) {
      if (byKind.has(known.kind)) issues.push(issue('table.twice', { table: known.kind, tableNumber: index + 1 }, { number: index + 1, table: nameOf(known.kind) }));
      else byKind.set(known.kind, makeTable(known.kind, region, mappings.get(known.kind) ?? NO_MAPPING));
    }
  });
  return { byKind, issues, notes: [], language: languageOf(headersOf(sources[0] ?? { cells: [] })) };
}

/** Everything that was read otherwise than a person may expect: of the tables, and of the rows and columns in them. */
export function readingNotes(tables: Tables): Issue[] {
  return [...tables.notes, ...[...tables.byKind.values()].flatMap(({ notes }) => notes)];
}

function regionsIn(source: RangeSource, mappings: Mappings): { readonly known: Known; readonly source: RangeSource }[] {
  const names = { ...(source.origin && { sheet: source.origin.sheet }), ...(source.rangeName !== undefined && { range: source.rangeName }) };
  return [...regionsOf(source, (headers) => kindOf(headers, mappings, names)).regions];
}

/** The headers of a range: those found, else of the row that is most like a header. */
export function headersOf(source: RangeSource): string[] {
  return source.head ? [...source.head.texts] : textsOf(source.cells[likelyHead(source)] ?? []);
}

function unknownParams(source: RangeSource, index: number, known: ReadonlyMap<TableKind, Table>, mappings: Mappings): Issue['params'] {
  const headers = headersOf(source);
  return {
    number: index + 1,
    headers: headers.filter((text) => text !== '').slice(0, 8).join(' | '),
    known: known.size === 0 ? { code: 'word.none' } : [...known.keys()].map(nameOf),
    nearest: nearestKind(headers, mappings),
  };
}

export function nameOf(kind: TableKind): { code: `table.${TableKind}` } {
  return { code: `table.${kind}` };
}
