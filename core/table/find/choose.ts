import type { Message } from '../../locale/message';
import type { RangeSource } from '../cell';
import { matchKey } from '../cell';
import { headerMatch } from '../header-match';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { nameOf } from '../recognise';
import { fieldsAmong } from '../rows/head';
import type { TableKind } from '../schema';
import { schemas } from '../schema';
import type { Candidate, Search } from './candidates';
import { NO_MAPPING } from './mappings';
import { haveSameHeaders, isSeries, stacked } from './series';

/** The likeliest of some candidates. */
export function best(candidates: readonly Candidate[]): Candidate | undefined {
  const order = { 'range name': 2, 'sheet name': 1, headers: 0, 'other half': -1 } as const;
  return [...candidates].sort((a, b) => order[b.by] - order[a.by] || b.score - a.score)[0];
}

/** The range that was chosen, and what it is by. */
export interface Chosen {
  readonly source: RangeSource;
  readonly by: Candidate['by'];
}

/** The range that is a table of a kind; two that may be it are an issue, unless they are parts of one. */
export function chosen(kind: TableKind, given: readonly Candidate[], search: Search, people: ReadonlySet<string>): Chosen | undefined {
  const rule = search.sheetRules.get(kind);
  if (rule) return ruled(kind, given, search, people);
  const candidates = kind === 'orders' ? datedFirst(given, search) : given;
  for (const by of ['range name', 'sheet name', 'headers', 'other half'] as const) {
    const among = candidates.filter((one) => one.by === by);
    if (among.length === 0) continue;
    const source = among.length === 1 ? among[0]?.source : oneOfSeveral(kind, among, search, people);
    if (!source) return undefined;
    search.notes.push(...among.filter((one) => isPartOf(source, one)).flatMap(({ notes = [] }) => notes));
    tellOthers(kind, candidates.filter((one) => one.by !== by && one.by !== 'other half'), source, by, search);
    return { source, by };
  }
  return undefined;
}

/** The ranges on the sheets that a rule names; nothing is told of the others. */
function ruled(kind: TableKind, given: readonly Candidate[], search: Search, people: ReadonlySet<string>): Chosen | undefined {
  const rule = search.sheetRules.get(kind);
  const own = given.filter(({ source, by }) => by !== 'other half' && rule?.(source.origin?.sheet ?? '') === true);
  const [first] = own;
  if (!first) {
    search.issues.push(issue('table.noSheets', { table: kind }, { table: nameOf(kind) }));
    return undefined;
  }
  const source = own.length === 1 ? first.source : oneOfSeveral(kind, own, search, people);
  if (!source) return undefined;
  search.notes.push(...own.filter((one) => isPartOf(source, one)).flatMap(({ notes = [] }) => notes));
  return { source, by: first.by };
}

function isPartOf(source: RangeSource, one: Candidate): boolean {
  return one.source.origin === source.origin || source.pieces?.some(({ origin }) => origin.sheet === one.source.origin?.sheet) === true;
}

/** Orders that have a date of their own before shipments and invoices, which have one too. */
function datedFirst(candidates: readonly Candidate[], { mappings, notes }: Search): readonly Candidate[] {
  const mapping = mappings.get('orders') ?? NO_MAPPING;
  const dated = candidates.filter(({ by, source }) => by === 'range name' || by === 'sheet name' || fieldsAmong('orders', source.head?.texts ?? [], mapping).all.has('orderDate'));
  const [first] = dated;
  if (!first) return candidates;
  for (const other of candidates) if (!dated.includes(other)) notes.push(secondNote('orders', other, first.source, { code: 'why.moreColumns' }));
  return dated;
}

/** How many more columns make a table certain against another. */
const CLEARLY_MORE = 2;

function oneOfSeveral(kind: TableKind, among: readonly Candidate[], { issues, notes, sheetRules }: Search, people: ReadonlySet<string>): RangeSource | undefined {
  const sources = among.map(({ source }) => source);
  const sheets = [...new Set(sources.map(({ origin }) => origin?.sheet ?? ''))];
  const params = { table: nameOf(kind), range: schemas[kind].range };
  if (haveSameHeaders(sources) && (sheets.length === 1 || sheetRules.has(kind) || isSeries(sheets, people))) {
    notes.push(issue('table.joined', undefined, { ...params, sheets }, sheetRules.has(kind) ? 'note' : 'warning'));
    const ofPeople = kind === 'orders' && sheets.length > 1 && sheets.every((sheet) => people.has(matchKey(sheet)));
    const hasOwner = (sources[0]?.head?.texts ?? []).some((text) => headerMatch('orders', text)?.field === 'owner');
    return ofPeople && !hasOwner ? stacked(sources, schemas.orders.fields.find(({ key }) => key === 'owner')?.en) : stacked(sources);
  }
  const [top, next] = [...among].sort((a, b) => b.score - a.score);
  if (top && next && top.score >= next.score + CLEARLY_MORE) {
    for (const other of among.filter((one) => one !== top)) notes.push(secondNote(kind, other, top.source, { code: 'why.moreColumns' }));
    return top.source;
  }
  const candidates = among.map(({ source, score }) => `${source.origin?.sheet ?? ''} (${(source.head?.texts ?? []).filter((text) => text !== '').slice(0, 5).join(' | ')}; ${Math.floor(score)})`);
  issues.push(issue('table.two', { table: kind }, { ...params, candidates }));
  return undefined;
}

function tellOthers(kind: TableKind, others: readonly Candidate[], used: RangeSource, by: Candidate['by'], { notes }: Search): void {
  const why: Message = by === 'range name' ? { code: 'why.rangeName', params: { name: used.rangeName ?? schemas[kind].range } } : { code: 'why.sheetName' };
  for (const other of others) notes.push(secondNote(kind, other, used, why));
}

function secondNote(kind: TableKind, { source }: Candidate, used: RangeSource, why: Message): Issue {
  const place = { table: undefined, row: 1, column: 0, ...(source.origin && { origin: source.origin }) };
  return issue('table.second', place, { sheet: source.origin?.sheet ?? '', table: nameOf(kind), used: used.origin?.sheet ?? '', why, range: schemas[kind].range }, 'warning');
}
