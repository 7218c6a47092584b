import type { Message } from '../../locale/message';
import type { RangeSource } from '../cell';
import { cellText, isBlankOrZero, matchKey } from '../cell';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { languageOf } from '../header-language';
import { nameOf } from '../recognise';
import type { Tables } from '../recognise';
import { headOf, textsOf } from '../rows/head';
import type { TableKind } from '../schema';
import { headerMatch } from '../header-match';
import { schemas, tableKinds } from '../schema';
import type { Table } from '../table';
import { readPeriodHeader } from '../period-header';
import { makeTable } from '../make-table';
import type { Book, BookName } from './book';
import { areaOfName } from './book';
import { hasName, kindOf } from './kind';
import { mappingsOf } from './mappings';
import type { Mappings } from './mappings';
import { NO_MAPPING } from './mappings';
import { isResult, isResultSheet } from './own-results';
import { likelyHead, nearestKind, passedOver } from './passed-over';
import { rateNotes } from './rates';
import { cut, regionsOf } from './regions';
import type { Classify } from './regions';
import { haveSameHeaders, isSeries, stacked } from './series';

/** A range that may be a table, and why it may. */
interface Candidate {
  readonly kind: TableKind;
  readonly source: RangeSource;
  readonly score: number;
  /** `other half`: targets and actuals side by side are both. */
  readonly by: 'range name' | 'sheet name' | 'headers' | 'other half';
}

interface Search {
  readonly book: Book;
  readonly mappings: Mappings;
  readonly issues: Issue[];
  readonly notes: Issue[];
}

/**
 * The tables of a workbook, found in the same order in every host: by range names and the host's own tables, then by
 * the sheet's name, then by headers. Everything that is passed over is told. `given` stands in the place of a table.
 */
export function findTables(book: Book, given: ReadonlyMap<TableKind, RangeSource> = new Map()): Tables {
  const [issues, notes]: [Issue[], Issue[]] = [[], []];
  const rules = candidatesOf({ book, mappings: new Map(), issues: [], notes: [] }).filter(({ kind }) => kind === 'rules');
  const mappings = mappingsOf([given.get('rules') ?? best(rules)?.source].flatMap((source) => source ?? []), issues);
  const search: Search = { book, mappings, issues, notes };
  const candidates = candidatesOf(search).filter(({ kind }) => !given.has(kind));
  const people = peopleAmong(candidates, mappings);
  const byKind = new Map<TableKind, Table>();
  for (const kind of tableKinds) {
    const source = given.get(kind) ?? chosen(kind, candidates.filter((one) => one.kind === kind), search, people);
    if (source) byKind.set(kind, makeTable(kind, source, mappings.get(kind) ?? NO_MAPPING));
  }
  tellSheets(search, byKind, given, people);
  issues.push(...withoutOwner(byKind));
  notes.push(...rateNotes(byKind));
  return { byKind, issues, notes, language: languageOf(firstHeaders(byKind, book)) };
}

function candidatesOf(search: Search): Candidate[] {
  const named = namedCandidates(search);
  const isTaken = ({ origin }: RangeSource): boolean => named.some(({ source }) => source.origin?.sheet === origin?.sheet && source.origin?.row === origin?.row && source.origin?.column === origin?.column);
  const others = visibleSheets(search.book).flatMap((sheet) =>
    regionsOf(sheet, classifierOf(search, sheet)).regions.flatMap(({ known, source }): Candidate[] => (isTaken(source) ? [] : [{ kind: known.kind, source, score: known.score, by: known.isNamed ? 'sheet name' : 'headers' }])),
  );
  return [...named, ...others, ...[...named, ...others].flatMap(otherHalf)];
}

/** Targets and actuals that stand side by side in one table: it is the one and the other. */
function otherHalf({ kind, source, score }: Candidate): Candidate[] {
  if (kind !== 'targets' && kind !== 'actuals') return [];
  const texts = source.head?.texts ?? [];
  const other = kind === 'targets' ? 'actuals' : 'targets';
  const roles = new Set(texts.flatMap((text) => readPeriodHeader(text)?.role ?? []));
  const fields = new Set(texts.flatMap((text) => [headerMatch('targets', text)?.field, headerMatch('actuals', text)?.field]));
  const isBoth = roles.size === 2 || (fields.has('target') && fields.has('actual') && fields.has('period'));
  return isBoth ? [{ kind: other, source, score, by: 'other half' }] : [];
}

function visibleSheets({ sheets }: Book): readonly RangeSource[] {
  return sheets.filter(({ isHidden, cells }) => isHidden !== true && cells.length > 0);
}

function classifierOf({ mappings }: Search, { origin }: RangeSource): Classify {
  const sheet = origin?.sheet;
  return (headers, title) => {
    if (sheet !== undefined && isResultSheet(sheet, title)) return undefined;
    return kindOf(headers, mappings, sheet === undefined ? {} : { sheet });
  };
}

/** Ranges that the workbook itself names: MeritOrders, or a table of Excel's own that is called Orders. */
function namedCandidates({ book, mappings, issues, notes }: Search): Candidate[] {
  return tableKinds.flatMap((kind): Candidate[] => {
    const name = book.names.find((one) => one.name.toLowerCase() === schemas[kind].range.toLowerCase()) ?? book.names.find((one) => one.area && one.refersTo === undefined && isTableOf(kind, one));
    if (!name) return [];
    const area = areaOfName(name, book.names);
    const sheet = area && book.sheets.find(({ origin }) => origin?.sheet === area.sheet);
    if (!area || !sheet?.origin) {
      notes.push(issue('table.nameLost', undefined, { name: name.name, refersTo: (name.refersTo ?? '').replace(/^=/, '') }, 'warning'));
      return [];
    }
    const { row, column } = sheet.origin;
    const [top, left] = [Math.max(0, area.row - row), Math.max(0, area.column - column)];
    const whole = cut(sheet, top, sheet.cells.length, { first: left, last: area.column - column + area.columns - 1 });
    const found = regionsOf(whole, (headers) => {
      const known = kindOf(headers, mappings, { range: schemas[kind].range });
      return known?.kind === kind ? known : undefined;
    }).regions[0];
    if (found) return [{ kind, source: { ...found.source, rangeName: name.name }, score: found.known.score, by: 'range name' }];
    const head = headOf(kind, whole, mappings.get(kind) ?? NO_MAPPING);
    const why: Message | string = nearestKind(head.texts, mappings) || head.texts.filter((text) => text !== '').slice(0, 8).join(' | ');
    issues.push(issue('table.namedUnknown', undefined, { name: name.name, table: nameOf(kind), why }));
    return [];
  });
}

function isTableOf(kind: TableKind, { name }: BookName): boolean {
  return [schemas[kind].en, schemas[kind].zh].some((own) => matchKey(own) === matchKey(name));
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  const order = { 'range name': 2, 'sheet name': 1, headers: 0, 'other half': -1 } as const;
  return [...candidates].sort((a, b) => order[b.by] - order[a.by] || b.score - a.score)[0];
}

/** The range that is a table of a kind; two that may be it are an issue, unless they are parts of one. */
function chosen(kind: TableKind, candidates: readonly Candidate[], search: Search, people: ReadonlySet<string>): RangeSource | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  for (const by of ['range name', 'sheet name', 'headers', 'other half'] as const) {
    const among = candidates.filter((one) => one.by === by);
    if (among.length === 0) continue;
    const source = among.length === 1 ? among[0]?.source : oneOfSeveral(kind, among, search, people);
    if (source) tellOthers(kind, candidates.filter((one) => one.by !== by && one.by !== 'other half'), source, by, search);
    return source;
  }
  return undefined;
}

/** How many more columns make a table certain against another. */
const CLEARLY_MORE = 2;

function oneOfSeveral(kind: TableKind, among: readonly Candidate[], { issues, notes }: Search, people: ReadonlySet<string>): RangeSource | undefined {
  const sources = among.map(({ source }) => source);
  const sheets = [...new Set(sources.map(({ origin }) => origin?.sheet ?? ''))];
  const params = { table: nameOf(kind), range: schemas[kind].range };
  if (haveSameHeaders(sources) && (sheets.length === 1 || isSeries(sheets, people))) {
    notes.push(issue('table.joined', undefined, { ...params, sheets }, 'warning'));
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

function peopleAmong(candidates: readonly Candidate[], mappings: Mappings): ReadonlySet<string> {
  const source = best(candidates.filter(({ kind }) => kind === 'people'))?.source;
  if (!source) return new Set();
  const table = makeTable('people', source, mappings.get('people') ?? NO_MAPPING);
  const column = table.columns.get('person');
  return new Set(column === undefined ? [] : table.cells.map((row) => matchKey(cellText(row[column]))).filter((name) => name !== ''));
}

/** Tells of every sheet that nothing was read from: results of ours, hidden ones, and those that are none of the tables. */
function tellSheets({ book, mappings, notes }: Search, byKind: ReadonlyMap<TableKind, Table>, given: ReadonlyMap<TableKind, RangeSource>, people: ReadonlySet<string>): void {
  const used = new Set([...byKind.values(), ...[...given.values()].map((source) => ({ source }))].flatMap(({ source }) => [source.origin, ...(source.pieces ?? []).map(({ origin }) => origin)].flatMap((origin) => origin?.sheet ?? [])));
  const second = new Set(notes.filter(({ code }) => code === 'table.second').map(({ params }) => params['sheet']));
  for (const sheet of visibleSheets(book)) {
    const name = sheet.origin?.sheet ?? '';
    if (used.has(name)) {
      const hidden = sheet.hiddenRows ?? 0;
      if (sheet.writtenPercents && sheet.origin) notes.push(percentNote(sheet.origin.sheet, sheet.writtenPercents));
      if (hidden > 0) notes.push(issue('rows.hidden', { table: undefined, row: 1, column: 0, ...(sheet.origin && { origin: sheet.origin }) }, { count: hidden }, 'note'));
      continue;
    }
    if (second.has(name)) continue;
    const title = cellText(sheet.cells[0]?.find((cell) => !isBlankOrZero(cell)));
    const isOwn = isResultSheet(name, title) || isResultSheet(name, '') || isResult(textsOf(sheet.cells[likelyHead(sheet)] ?? []));
    const place = { table: undefined, row: 1, column: 0, ...(sheet.origin && { origin: sheet.origin }) };
    notes.push(isOwn ? issue('sheet.ownResult', place, { sheet: name }, 'note') : passedOver(sheet, mappings, people));
  }
  const hidden = book.sheets.filter(({ isHidden, origin }) => isHidden === true && !used.has(origin?.sheet ?? '')).map(({ origin }) => origin?.sheet ?? '');
  if (hidden.length === 0) return;
  const missing = hidden.flatMap((sheet) => tableKinds.filter((kind) => hasName(kind, { sheet })))[0] ?? 'orders';
  notes.push(issue('sheet.hidden', undefined, { sheets: hidden, range: schemas[missing].range }, byKind.has(missing) ? 'note' : 'warning'));
}

function percentNote(sheet: string, { count, row, column, found }: NonNullable<RangeSource['writtenPercents']>): Issue {
  return issue('cell.percentSign', { table: undefined, row: 1, column: 0, origin: { sheet, row, column } }, { count, found }, 'note');
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
