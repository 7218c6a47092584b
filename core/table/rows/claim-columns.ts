import type { Cell, Head, RangeSource } from '../cell';
import { isBlankOrZero, matchKey } from '../cell';
import { isDayFault, readDay } from '../day';
import { headerWords } from '../header-text';
import type { Issue, Place } from '../issue';
import { issue } from '../issue';
import { isNoValue } from '../no-value';
import type { NumberStyle } from '../number-cell';
import { isNumberFault, numberStyle, readNumber } from '../number-cell';
import type { Strength } from '../header-match';
import { headerMatch } from '../header-match';
import type { TableKind } from '../schema';
import { fieldsOf, header, schemas } from '../schema';

interface Claim {
  readonly field: string;
  readonly column: number;
  readonly text: string;
  readonly rank: number;
}

/** The surest first; a header read through its noise comes after one that says the same plainly. */
const RANKS: Readonly<Record<Strength, number>> = { 'own name': 8, 'name in use': 8, alias: 4, perhaps: 2 };
const [MAPPED, UNLIKELY] = [10, 0];

export interface Claimed {
  readonly columns: ReadonlyMap<string, number>;
  readonly faults: readonly Issue[];
  readonly notes: readonly Issue[];
}

export interface ToClaim {
  readonly kind: TableKind;
  readonly head: Head;
  readonly source: RangeSource;
  readonly mapping: ReadonlyMap<string, string>;
}

/**
 * The column of each field and of each further header. The surest header takes a field; two that are as sure are a
 * mistake that is asked about. An alias counts only where the cells under it look like the field.
 */
export function claimColumns({ kind, head, source, mapping }: ToClaim): Claimed {
  const claims = claimsOf({ kind, head, source, mapping });
  const columns = new Map<string, number>();
  const [faults, notes, taken]: [Issue[], Issue[], Map<string, Claim>] = [[], [], new Map()];
  for (const claim of claims) {
    const first = taken.get(claim.field);
    if (!first) {
      taken.set(claim.field, claim);
      columns.set(claim.field, claim.column);
      continue;
    }
    const at = placeOfColumn(kind, head, source, claim);
    const isSame = first.rank === claim.rank && claim.rank !== MAPPED;
    if (claim.rank === UNLIKELY) continue;
    if (isSame && claim.rank > RANKS.perhaps) faults.push(issue('table.columnTwice', at, { header: claim.text, first: first.text }));
    else if (first.rank < RANKS['own name'] && first.rank !== claim.rank) notes.push(issue('table.columnSpare', at, { header: claim.text, first: first.text, field: header(kind, claim.field, 'en') }, 'note'));
  }
  head.texts.forEach((text, column) => {
    for (const key of text === '' ? [] : [matchKey(text), headerWords(text).key]) if (key !== '' && !columns.has(key)) columns.set(key, column);
  });
  return { columns, faults, notes: [...notes, ...currencyNote({ kind, head, source, mapping }, columns)] };
}

function claimsOf({ kind, head, source, mapping }: ToClaim): Claim[] {
  const types = new Map(fieldsOf(kind).map(({ key, type }) => [key, type]));
  const needed = new Set(schemas[kind].knownBy.flat());
  const claims = head.texts.flatMap((text, column): Claim[] => {
    if (text === '') return [];
    const mapped = mapping.get(matchKey(text)) ?? mapping.get(headerWords(text).key);
    if (mapped !== undefined) return [{ field: mapped, column, text, rank: MAPPED }];
    const match = headerMatch(kind, text);
    if (!match) return [];
    const rank = RANKS[match.strength] - (match.isNoisy ? 1 : 0);
    const isLike = rank >= RANKS['own name'] - 1 || looksLike(types.get(match.field) ?? 'any', source.cells, head.row + 1, column);
    // A column that the table cannot do without is taken all the same: each of its cells then says what is wrong.
    if (!isLike && !needed.has(match.field)) return [];
    return [{ field: match.field, column, text, rank: isLike ? rank : UNLIKELY }];
  });
  // Two plain headers that mean the same stand in the order of their columns: the first of them is named first.
  return claims.sort((a, b) => b.rank - a.rank || a.column - b.column);
}

function placeOfColumn(kind: TableKind, head: Head, { origin }: RangeSource, { column, text }: Pick<Claim, 'column' | 'text'>): Place {
  return { table: kind, row: head.row + 1, column, header: text, ...(origin && { origin }) };
}

const MOST_LOOKED_AT = 40;

/** Whether most of the cells under a header are what its field holds. */
function looksLike(type: string, cells: RangeSource['cells'], from: number, column: number): boolean {
  let [seen, fitting] = [0, 0];
  const style = numberStyle(cells.slice(from, from + MOST_LOOKED_AT).map((row) => row[column]));
  for (let row = from; row < cells.length && seen < MOST_LOOKED_AT; row += 1) {
    const cell = cells[row]?.[column];
    if (isBlankOrZero(cell) || isNoValue(cell)) continue;
    seen += 1;
    if (fits(type, cell, style)) fitting += 1;
  }
  return seen === 0 || fitting * 2 >= seen;
}

function fits(type: string, cell: Cell, style: NumberStyle): boolean {
  if (type === 'number') {
    const reading = readNumber(cell, style);
    return reading !== 'blank' && (!isNumberFault(reading) || reading === 'error');
  }
  if (type === 'date') {
    const reading = readDay(cell);
    return reading !== 'blank' && (!isDayFault(reading) || reading === 'order unknown' || reading === 'no year' || reading === 'error') && !(typeof cell === 'number' && cell < 20000);
  }
  if (type === 'text') return typeof cell !== 'boolean';
  return true;
}

/** A header such as `Amount (USD)` where no row says its currency. */
function currencyNote({ kind, head, source }: ToClaim, columns: ReadonlyMap<string, number>): Issue[] {
  if ((kind !== 'orders' && kind !== 'receipts') || columns.has('currency')) return [];
  const column = columns.get('amount');
  const text = column === undefined ? '' : (head.texts[column] ?? '');
  const { currency } = headerWords(text);
  if (column === undefined || currency === undefined || currency === 'CNY') return [];
  return [issue('cell.headerCurrency', placeOfColumn(kind, head, source, { column, text }), { currency }, 'note')];
}
