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
import { systemColumns } from '../schemas/systems';

/** What describes an order: of two columns that may be it the better name is taken, and told. Whose it is, when and how much is asked. */
const DESCRIBING: ReadonlySet<string> = new Set(['order', 'line', 'customer', 'country', 'project', 'product', 'deal', 'team', 'role', 'stage', 'status', 'note']);

interface Claim {
  readonly field: string;
  readonly column: number;
  readonly text: string;
  readonly rank: number;
  /** Of two that rank the same, the smaller says it better. */
  readonly place: number;
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
    if (claim.rank === UNLIKELY) continue;
    const isSame = first.rank === claim.rank && claim.rank !== MAPPED;
    const isChosen = first.place !== claim.place && (DESCRIBING.has(claim.field) || claim.rank <= RANKS.perhaps);
    if (isSame && !isChosen && claim.rank > RANKS.perhaps) faults.push(issue('table.columnTwice', at, { header: claim.text, first: first.text }));
    else if (isSame ? isChosen : first.rank < RANKS['own name']) notes.push(issue('table.columnSpare', at, { header: claim.text, first: first.text, field: header(kind, claim.field, 'en') }, isSame && !DESCRIBING.has(claim.field) ? 'warning' : 'note'));
  }
  head.texts.forEach((text, column) => {
    for (const key of text === '' ? [] : [matchKey(text), headerWords(text).key]) if (key !== '' && !columns.has(key)) columns.set(key, column);
  });
  return { columns, faults, notes: [...notes, ...dateTaken({ kind, head, source, mapping }, columns), ...currencyNote({ kind, head, source, mapping }, columns)] };
}

function claimsOf({ kind, head, source, mapping }: ToClaim): Claim[] {
  const types = new Map(fieldsOf(kind).map(({ key, type }) => [key, type]));
  const needed = new Set(kind === 'orders' ? schemas.orders.knownBy[0] : schemas[kind].knownBy.flat());
  const system = systemColumns(kind, head.texts);
  const claims = head.texts.flatMap((text, column): Claim[] => {
    if (text === '') return [];
    const mapped = mapping.get(matchKey(text)) ?? mapping.get(headerWords(text).key);
    if (mapped !== undefined) return [{ field: mapped, column, text, rank: MAPPED, place: 0 }];
    const own = system?.get(headerWords(text).key);
    if (own !== undefined) return [{ field: own, column, text, rank: RANKS['own name'], place: 0 }];
    const match = system ? undefined : headerMatch(kind, text);
    if (!match) return [];
    const rank = RANKS[match.strength] - (match.isNoisy ? 1 : 0);
    const isLike = rank >= RANKS['own name'] - 1 || looksLike(types.get(match.field) ?? 'any', source.cells, head.row + 1, column);
    // A column that the table cannot do without is taken all the same: each of its cells then says what is wrong.
    if (!isLike && !needed.has(match.field)) return [];
    return [{ field: match.field, column, text, rank: isLike ? rank : UNLIKELY, place: rank < RANKS['own name'] - 1 ? match.place : 0 }];
  });
  // Two plain headers that mean the same stand in the order of their columns: the first of them is named first.
  return claims.sort((a, b) => b.rank - a.rank || a.place - b.place || a.column - b.column);
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

/** Where orders have no date of their own, that of the invoice or the shipment stands for it. */
function dateTaken({ kind, head, source }: ToClaim, columns: Map<string, number>): Issue[] {
  if (kind !== 'orders' || columns.has('orderDate')) return [];
  const column = columns.get('invoiceDate') ?? columns.get('shipDate');
  if (column === undefined) return [];
  columns.set('orderDate', column);
  const text = head.texts[column] ?? '';
  return [issue('table.dateTaken', placeOfColumn(kind, head, source, { column, text }), { header: text }, 'warning')];
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
