import type { Language } from '../locale/message';
import type { Cell, RangeSource } from './cell';
import { cellText, matchKey } from './cell';
import type { Issue } from './issue';
import { issue } from './issue';
import { readPeriod } from './period';
import type { TableKind } from './schema';
import { fieldOfHeader, fieldsOf, schemas, tableKinds, tableName } from './schema';
import type { Table } from './table';
import { headerRowOf, makeTable } from './table';
import { nearestOf } from './nearest';

/** The tables that were handed over, each at most once. */
export interface Tables {
  readonly byKind: ReadonlyMap<TableKind, Table>;
  readonly issues: readonly Issue[];
  /** The language of the headers of the first table. */
  readonly language: Language;
}

/** Knows every table by its headers, in any order and either language; `column` rows of the rules come first. */
export function recogniseTables(sources: readonly RangeSource[]): Tables {
  const issues: Issue[] = [];
  const mappings = mappingsOf(sources, issues);
  const byKind = new Map<TableKind, Table>();
  sources.forEach((source, index) => {
    const headers = headersOf(source);
    if (headers.every((text) => text === '')) {
      issues.push(issue('table.empty', { table: undefined, tableNumber: index + 1 }, { number: index + 1 }));
      return;
    }
    const kind = kindOf(headers, mappings, source);
    if (kind === undefined) {
      issues.push(issue('table.unknown', { table: undefined, tableNumber: index + 1 }, unknownParams(headers, index, byKind)));
      return;
    }
    if (byKind.has(kind)) {
      issues.push(issue('table.twice', { table: kind, tableNumber: index + 1 }, { number: index + 1, table: nameOf(kind) }));
      return;
    }
    byKind.set(kind, makeTable(kind, source, mappings.get(kind) ?? new Map()));
  });
  return { byKind, issues, language: languageOf(headersOf(sources[0] ?? { cells: [] })) };
}

/** The kind of each of some ranges by its headers, with the `column` rules among them; undefined for what is no table. */
export function kindsAmong(sources: readonly RangeSource[]): (TableKind | undefined)[] {
  const mappings = mappingsOf(sources, []);
  return sources.map((source) => kindOf(headersOf(source), mappings, source));
}

export function languageOf(headers: readonly string[]): Language {
  const chinese = headers.filter((text) => /[\u4e00-\u9fff]/.test(text)).length;
  return chinese * 2 > headers.filter((text) => text !== '').length ? 'zh' : 'en';
}

export function headersOf(source: RangeSource): string[] {
  const row: readonly Cell[] = source.cells[headerRowOf(source)] ?? [];
  return row.map(cellText);
}

type Mappings = ReadonlyMap<TableKind, ReadonlyMap<string, string>>;

const RESULT_WHY = new Set(['why', '说明']);
const RESULT_FIGURES = new Set(['earned', '应得', 'pool', '提成池']);
const CARD_FIGURES = new Set(['weighted', '加权得分']);

/** A table that Meritsheet itself has written as a result is never taken for input. */
function isResult(headers: readonly string[]): boolean {
  const keys = headers.map(matchKey);
  const isStatement = keys.some((key) => key === 'kind' || key === '类型');
  const isPay = keys.some((key) => RESULT_WHY.has(key)) && keys.some((key) => RESULT_FIGURES.has(key));
  return !isStatement && (isPay || keys.some((key) => CARD_FIGURES.has(key)));
}

function kindOf(headers: readonly string[], mappings: Mappings, source: RangeSource): TableKind | undefined {
  if (isResult(headers)) return undefined;
  if (isWide(headers) && isNamed(source, 'actuals')) return 'actuals';
  let best: { kind: TableKind; known: number; share: number } | undefined;
  for (const kind of tableKinds) {
    const fields = new Set<string>();
    for (const text of headers) {
      const field = text === '' ? undefined : (mappings.get(kind)?.get(matchKey(text)) ?? fieldOfHeader(kind, text));
      if (field !== undefined) fields.add(field);
    }
    if (kind === 'targets' && fields.has('actual')) continue;
    if (!schemas[kind].knownBy.some((needs) => needs.every((field) => fields.has(field)))) continue;
    if (kind === 'targets' && !fields.has('target') && !headers.some(isPeriodHeader)) continue;
    const share = fields.size / fieldsOf(kind).length;
    if (!best || fields.size > best.known || (fields.size === best.known && share > best.share)) best = { kind, known: fields.size, share };
  }
  return best?.kind;
}

/** Wide Targets and wide Actuals look the same: Person, KPI, Year, and a column a period. */
function isWide(headers: readonly string[]): boolean {
  const fields = new Set(headers.map((text) => fieldOfHeader('targets', text)));
  return ['person', 'kpi', 'year'].every((field) => fields.has(field)) && !fields.has('target') && headers.some(isPeriodHeader);
}

/** Whether the sheet or the range has a table's name. */
function isNamed({ origin, rangeName }: RangeSource, kind: TableKind): boolean {
  const names = [schemas[kind].en, schemas[kind].zh, schemas[kind].range].map(matchKey);
  return [origin?.sheet, rangeName].some((name) => name !== undefined && names.includes(matchKey(name)));
}

/** A header of a wide table: `2026-01`, `Q1`, `1月`, `Jan`. */
export function isPeriodHeader(text: string): boolean {
  if (/^(?:Q[1-4]|H[12]|\d{1,2}月|[一二三四]季度|[上下]半年|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i.test(text)) return true;
  const reading = readPeriod(text);
  return typeof reading === 'object';
}

function unknownParams(headers: readonly string[], index: number, known: ReadonlyMap<TableKind, Table>): Issue['params'] {
  const named = headers.filter((text) => text !== '').slice(0, 8);
  return {
    number: index + 1,
    headers: named.join(' | '),
    known: known.size === 0 ? { code: 'word.none' } : [...known.keys()].map(nameOf),
    nearest: nearestKind(headers),
  };
}

function nearestKind(headers: readonly string[]): { code: 'table.nearest'; params: { table: { code: `table.${TableKind}` }; missing: string } } | '' {
  let best: { kind: TableKind; missing: readonly string[]; found: number } | undefined;
  for (const kind of tableKinds) {
    const fields = new Set(headers.map((text) => fieldOfHeader(kind, text)));
    for (const needs of schemas[kind].knownBy) {
      const missing = needs.filter((field) => !fields.has(field));
      const found = needs.length - missing.length;
      if (found > 0 && (!best || found > best.found)) best = { kind, missing, found };
    }
  }
  if (!best) return '';
  const kind = best.kind;
  const missing = best.missing.map((field) => headerBoth(kind, field, headers)).join(', ');
  return { code: 'table.nearest', params: { table: { code: `table.${kind}` }, missing } };
}

function headerBoth(kind: TableKind, field: string, headers: readonly string[]): string {
  const found = fieldsOf(kind).find((candidate) => candidate.key === field);
  const near = found && nearestOf(found.en, headers);
  return `${found?.en ?? field} ${found?.zh ?? ''}${near ? ` (${near}?)` : ''}`.trim();
}

export function nameOf(kind: TableKind): { code: `table.${TableKind}` } {
  return { code: `table.${kind}` };
}

/** `column` rows of a rules table: Item names a field (`Amount`, or `Receipts.Amount`), Value the header text. */
function mappingsOf(sources: readonly RangeSource[], issues: Issue[]): Mappings {
  const mappings = new Map<TableKind, Map<string, string>>();
  for (const source of sources) {
    if (kindOf(headersOf(source), new Map(), source) !== 'rules') continue;
    const rules = makeTable('rules', source, new Map());
    const [rule, item, value] = [rules.columns.get('rule'), rules.columns.get('item'), rules.columns.get('value')];
    if (rule === undefined || item === undefined || value === undefined) continue;
    rules.cells.forEach((row, index) => {
      const word = matchKey(cellText(row[rule]));
      if (word !== 'column' && word !== '列映射') return;
      const fields = fieldsNamed(cellText(row[item]));
      const text = cellText(row[value]);
      if (fields.length === 0 || text === '') {
        const at = { table: 'rules' as const, row: rules.rowNumbers[index] ?? 0, header: rules.headers[item] ?? 'Item' };
        issues.push(issue('rule.columnUnknown', at, { found: cellText(row[item]) }));
        return;
      }
      for (const { kind, field } of fields) {
        const mapping = mappings.get(kind) ?? new Map<string, string>();
        mapping.set(matchKey(text), field);
        mappings.set(kind, mapping);
      }
    });
  }
  return mappings;
}

function fieldsNamed(text: string): { kind: TableKind; field: string }[] {
  const [first = '', second] = text.split(/[.·]/, 2);
  const kinds = second === undefined ? tableKinds : tableKinds.filter((kind) => isTableName(kind, first));
  return kinds.flatMap((kind) => {
    const field = fieldOfHeader(kind, second ?? first);
    return field === undefined ? [] : [{ kind, field }];
  });
}

function isTableName(kind: TableKind, text: string): boolean {
  return [tableName(kind, 'en'), tableName(kind, 'zh'), kind].some((name) => matchKey(name) === matchKey(text));
}
