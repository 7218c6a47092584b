import type { RangeSource } from '../cell';
import { matchKey } from '../cell';
import type { Piece } from '../cell';
import { readPeriodHeader } from '../period-header';

/** Whether sheets are parts of one table by their names: months, days, quarters or people, or names that differ in a number only. */
export function isSeries(names: readonly string[], people: ReadonlySet<string>): boolean {
  if (names.some((name) => /[(（]\d+[)）]\s*$|copy|副本|备份|backup|\bold\b|旧/i.test(name))) return false;
  const isPerson = names.every((name) => people.has(matchKey(name)));
  return isPerson || names.every((name) => readPeriodHeader(name) !== undefined || /^\d{1,2}(?:[日号.\-]\d{0,2})?$/.test(name.trim())) || new Set(names.map(withoutNumbers)).size === 1;
}

const MONTHS = /jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|十?[一二三四五六七八九十](?=月)/gi;

function withoutNumbers(name: string): string {
  return name.toLowerCase().replace(MONTHS, '#').replace(/\d+/g, '#');
}

/** Whether the headers of some tables are the same, column by column. */
export function haveSameHeaders(sources: readonly RangeSource[]): boolean {
  const keys = sources.map(({ head }) => (head?.texts ?? []).map(matchKey).join('\n').trimEnd());
  return new Set(keys).size === 1;
}

const SHEET = 'Sheet';

/** Tables of the same headers as one, with the sheet's name as a further column: the owner's, where a sheet is a person's. */
export function stacked(sources: readonly RangeSource[], header = SHEET): RangeSource {
  const [first] = sources;
  if (!first?.head || !first.origin) return first ?? { cells: [] };
  const width = first.head.texts.length;
  const head = { row: first.head.row, texts: [...first.head.texts, header] };
  const cells: (readonly RangeSource['cells'][number][number][])[] = [];
  const pieces: Piece[] = [];
  const merges: NonNullable<RangeSource['merges']>[number][] = [];
  for (const [index, source] of sources.entries()) {
    const [sheet, from] = [source.origin?.sheet ?? '', index === 0 ? 0 : (source.head?.row ?? 0) + 1];
    if (source.origin) pieces.push({ first: cells.length, origin: { ...source.origin, row: source.origin.row + from } });
    merges.push(...(source.merges ?? []).filter(({ row }) => row >= from).map((merge) => ({ ...merge, row: merge.row - from + cells.length })));
    for (const line of source.cells.slice(from)) cells.push([...line.slice(0, width), ...Array.from({ length: Math.max(0, width - line.length) }, () => null), line.length === 0 ? null : sheet]);
  }
  return { ...first, cells, head, pieces, merges };
}
