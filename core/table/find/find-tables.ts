import type { RangeSource } from '../cell';
import { cellText, matchKey } from '../cell';
import { languageOf } from '../header-language';
import { findingIssues } from '../../locale/finding-issues';
import { addProblems } from '../../locale/message';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { makeTable } from '../make-table';
import type { Tables } from '../recognise';
import { textsOf } from '../rows/head';
import type { TableKind } from '../schema';
import { tableKinds } from '../schema';
import type { Table } from '../table';
import type { Book } from './book';
import type { Candidate, Search } from './candidates';
import { candidatesOf, visibleSheets } from './candidates';
import { best, chosen } from './choose';
import type { Mappings } from './mappings';
import { NO_MAPPING, mappingsOf } from './mappings';
import { withOwnersAbove } from './owner-above';
import { likelyHead } from './passed-over';
import { rateNotes } from './rates';
import { choicesAmong } from './table-choices';
import { sheetRulesOf } from './sheet-rules';
import { tellSheets } from './tell-sheets';
import { wonDeals } from './won-deals';

addProblems(findingIssues);

/**
 * The tables of a workbook, found in the same order in every host: by range names and the host's own tables, then by
 * the sheet's name, then by headers. Everything that is passed over is told. `given` stands in the place of a table.
 */
export function findTables(book: Book, given: ReadonlyMap<TableKind, RangeSource> = new Map()): Tables {
  const [issues, notes]: [Issue[], Issue[]] = [[], []];
  const rules = candidatesOf({ book, mappings: new Map(), sheetRules: new Map(), issues: [], notes: [] }).filter(({ kind }) => kind === 'rules');
  const rulesSource = given.get('rules') ?? best(rules)?.source;
  const mappings = mappingsOf(rulesSource ? [rulesSource] : [], issues);
  const search: Search = { book, mappings, sheetRules: sheetRulesOf(rulesSource), issues, notes };
  const found = candidatesOf(search).filter(({ kind }) => !given.has(kind));
  const people = peopleAmong(found, mappings);
  const candidates = found.map((one) => (one.kind === 'orders' ? withOwner(one, search, people) : one));
  const byKind = new Map<TableKind, Table>();
  for (const kind of tableKinds) {
    const source = given.get(kind) ?? tableSource(kind, candidates.filter((one) => one.kind === kind), search, { people, rules: byKind.get('rules') });
    if (source) byKind.set(kind, makeTable(kind, source, mappings.get(kind) ?? NO_MAPPING));
  }
  tellSheets(search, byKind, given, people);
  issues.push(...withoutOwner(byKind));
  notes.push(...rateNotes(byKind));
  return { byKind, issues, notes, choices: choicesAmong(candidates, byKind, search.sheetRules), language: languageOf(firstHeaders(byKind, book)) };
}

/** The range that is a table of a kind. Deals are orders only where a plan asks for orders and there are none. */
function tableSource(kind: TableKind, candidates: readonly Candidate[], search: Search, { people, rules }: { readonly people: ReadonlySet<string>; readonly rules: Table | undefined }): RangeSource | undefined {
  const found = chosen(kind, candidates, search, people);
  if (kind !== 'orders' || found?.by !== 'other half') return found?.source;
  if (!rules) return undefined;
  const { source, notes } = wonDeals(found.source, rules);
  search.notes.push(...notes);
  return source;
}

function withOwner(candidate: Candidate, { book, mappings }: Search, people: ReadonlySet<string>): Candidate {
  const sheet = book.sheets.find(({ origin }) => origin?.sheet === candidate.source.origin?.sheet);
  const found = withOwnersAbove(candidate.source, sheet, { people, mapping: mappings.get('orders') ?? NO_MAPPING });
  return found ? { ...candidate, source: found.source, notes: [found.note] } : candidate;
}

function peopleAmong(candidates: readonly Candidate[], mappings: Mappings): ReadonlySet<string> {
  const source = best(candidates.filter(({ kind }) => kind === 'people'))?.source;
  if (!source) return new Set();
  const table = makeTable('people', source, mappings.get('people') ?? NO_MAPPING);
  const column = table.columns.get('person');
  return new Set(column === undefined ? [] : table.cells.map((row) => matchKey(cellText(row[column]))).filter((name) => name !== ''));
}

/** Rules that say whose an order is without an Owner column. */
const CREDITS = new Set(['credit', '归属', 'stage', '环节', 'unassigned', '无主业绩', 'stagerate', '环节提成']);

function withoutOwner(byKind: ReadonlyMap<TableKind, Table>): Issue[] {
  const [orders, rules] = [byKind.get('orders'), byKind.get('rules')];
  if (!orders || !rules || orders.columns.has('owner') || byKind.has('contributions')) return [];
  const word = rules.columns.get('rule');
  if (word === undefined || rules.cells.some((row) => CREDITS.has(matchKey(cellText(row[word]))))) return [];
  return [issue('orders.noOwner', { table: 'orders', row: (orders.source.head?.row ?? 0) + 1, column: 0, ...(orders.origin && { origin: orders.origin }) })];
}

function firstHeaders(byKind: ReadonlyMap<TableKind, Table>, book: Book): readonly string[] {
  const [first] = byKind.values();
  if (first) return first.headers;
  const [sheet] = visibleSheets(book);
  return sheet ? textsOf(sheet.cells[likelyHead(sheet)] ?? []) : [];
}
