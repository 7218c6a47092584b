import type { Message } from '../../locale/message';
import type { Cell, RangeSource } from '../cell';
import { cellText, isBlankOrZero, matchKey } from '../cell';
import { isDayFault, readDay } from '../day';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { nearestOf } from '../nearest';
import { isNumberFault, readNumber } from '../number-cell';
import { MOST_ROWS_ABOVE, fieldsAmong, filledRows, textsOf } from '../rows/head';
import type { TableKind } from '../schema';
import { fieldsOf, schemas, tableKinds } from '../schema';
import { isPay } from './kind';
import type { Mappings } from './mappings';
import { NO_MAPPING } from './mappings';

/** The row that is most like a header: the first of those with the most texts. */
export function likelyHead({ cells }: RangeSource): number {
  const rows = filledRows(cells, 0, MOST_ROWS_ABOVE);
  let [best, most] = [rows[0] ?? 0, 0];
  for (const row of rows.slice(0, 20)) {
    const line = cells[row] ?? [];
    const texts = new Set(line.filter((cell) => typeof cell === 'string' && cell.trim() !== '')).size;
    const figures = line.filter((cell) => typeof cell === 'number').length;
    if (texts > most && figures <= texts) [best, most] = [row, texts];
  }
  return best;
}

const MOST_HEADERS = 8;

/** A sheet that no table was found on: its header row, the table it is nearest to, and what its columns look like. */
export function passedOver(source: RangeSource, mappings: Mappings, people: ReadonlySet<string>): Issue {
  const row = likelyHead(source);
  const headers = textsOf(source.cells[row] ?? []);
  const named = headers.filter((text) => text !== '').slice(0, MOST_HEADERS).join(' | ');
  const place = { table: undefined, row: row + 1, column: 0, ...(source.origin && { origin: source.origin }) };
  const proposal = isPay(headers) ? { code: 'word.payTable' as const } : proposalOf(source, row, headers, people);
  return issue('sheet.passedOver', place, { sheet: source.origin?.sheet ?? '', row: (source.origin?.row ?? 1) + row, headers: named, nearest: nearestKind(headers, mappings), proposal }, 'note');
}

/** The table whose columns some headers come nearest to, `column` rules among them, and what they lack. */
export function nearestKind(headers: readonly string[], mappings: Mappings = new Map()): Message | '' {
  let best: { readonly kind: TableKind; readonly missing: readonly string[]; readonly found: number } | undefined;
  for (const kind of tableKinds) {
    const { all } = fieldsAmong(kind, headers, mappings.get(kind) ?? NO_MAPPING);
    for (const needs of schemas[kind].knownBy) {
      const missing = needs.filter((field) => !all.has(field));
      const found = needs.length - missing.length;
      if (found > 0 && (!best || found > best.found)) best = { kind, missing, found };
    }
  }
  if (!best) return '';
  const { kind } = best;
  const missing = best.missing.map((field) => headerBoth(kind, field, headers)).join(', ');
  return missing === '' ? '' : { code: 'table.nearest', params: { table: { code: `table.${kind}` }, missing } };
}

function headerBoth(kind: TableKind, field: string, headers: readonly string[]): string {
  const found = fieldsOf(kind).find((candidate) => candidate.key === field);
  const near = found && nearestOf(found.en, headers);
  return `${found?.en ?? field} ${found?.zh ?? ''}${near ? ` (${near}?)` : ''}`.trim();
}

const LOOKED_AT = 40;

/** What the columns of an unknown sheet look like by their cells: days, money and people make orders. */
function proposalOf({ cells }: RangeSource, head: number, headers: readonly string[], people: ReadonlySet<string>): Message | '' {
  const columns = headers.map((text, column) => ({ text, share: shares(cells.slice(head + 1, head + 1 + LOOKED_AT).map((line) => line[column]), people) })).filter(({ text }) => text !== '');
  const best = (of: (share: Shares) => number): { readonly text: string; readonly certain: number } | undefined =>
    columns.map(({ text, share }) => ({ text, certain: of(share) })).filter(({ certain }) => certain >= 0.6).sort((a, b) => b.certain - a.certain)[0];
  const [day, owner] = [best(({ days }) => days), best(({ persons }) => persons)];
  const money = best(({ figures, distinct }) => (distinct > 1 || cells.length < head + 4 ? figures : 0));
  const others = columns.filter(({ text }) => ![day?.text, owner?.text].includes(text));
  const amount = others.filter(({ share }) => share.figures >= 0.6).sort((a, b) => b.share.size - a.share.size)[0];
  if (!day || !owner || !(amount ?? money)) return '';
  const order = others.find(({ text, share }) => text !== amount?.text && share.filled > 0.5);
  const pairs = ([['Order 订单号', order?.text], ['Order date 下单日期', day.text], ['Owner 业务员', owner.text], ['Amount 金额', amount?.text]] as const).flatMap(([field, text]) => (text === undefined ? [] : [`${field} = ${text}`]));
  return { code: 'word.proposal', params: { columns: `${pairs.join(', ')} (${Math.round(Math.min(day.certain, owner.certain) * 100)}%)` } };
}

interface Shares {
  readonly filled: number;
  readonly days: number;
  readonly persons: number;
  readonly figures: number;
  readonly distinct: number;
  /** The largest figure. */
  readonly size: number;
}

function shares(column: readonly Cell[], people: ReadonlySet<string>): Shares {
  const filled = column.filter((cell) => !isBlankOrZero(cell));
  const part = (fits: (cell: Cell) => boolean): number => (filled.length === 0 ? 0 : filled.filter(fits).length / filled.length);
  const isDay = (cell: Cell): boolean => {
    const day = readDay(cell);
    return day !== 'blank' && !isDayFault(day) && !(typeof cell === 'number' && (cell < 30000 || cell > 80000));
  };
  const isFigure = (cell: Cell): boolean => {
    const number = readNumber(cell);
    return number !== 'blank' && !isNumberFault(number);
  };
  return {
    filled: column.length === 0 ? 0 : filled.length / column.length,
    days: part(isDay),
    persons: part((cell) => people.has(matchKey(cellText(cell)))),
    figures: part((cell) => isFigure(cell) && !isDay(cell)),
    distinct: new Set(filled).size,
    size: filled.reduce<number>((most, cell) => Math.max(most, typeof cell === 'number' ? cell : 0), 0),
  };
}
