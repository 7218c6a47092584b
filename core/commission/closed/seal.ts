import { exactToText } from '../../amount/text';
import type { Cell } from '../../table/cell';
import { cellText, matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import { isDayFault, readDay, serialOfDay } from '../../table/day';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { once } from '../../table/once';
import { periodText, readPeriod } from '../../table/period';
import { fieldsOf } from '../../table/schema';
import { fingerprint } from './fingerprint';

/** The fields that closings of earlier editions sealed: there was no ID, no payee and no note. */
const EARLIER_FIELDS = [
  'period', 'forPeriod', 'kind', 'person', 'plan', 'part', 'order', 'measure', 'earned', 'reserved', 'held', 'released',
  'draw', 'adjustment', 'payable', 'carried', 'currency', 'rulesAsOf', 'closedBy',
] as const;

/** What comes after closing: who voided it and when, and what its person says to it. */
const UNSEALED = new Set(['checksum', 'closedAt', 'voided', 'confirmation', 'confirmedBy', 'confirmedOn', 'remark']);
const SEALED_FIELDS = fieldsOf('statements').map(({ key }) => key).filter((key) => !UNSEALED.has(key));
const LINE_FIELDS = fieldsOf('statementLines').map(({ key }) => key).filter((key) => key !== 'checksum');
/** Earlier editions did not say what kind of payee a line is about. */
const EARLIER_LINE_FIELDS = LINE_FIELDS.filter((key) => key !== 'payee');

/** What stands before the first closing of a chain, and for lines that were not kept. */
export const NOTHING_BEFORE = '0';

/**
 * The seal of one closing, as its Checksum cells hold it. A seal of this edition is `2-own-previous-rules-lines`: the
 * fingerprint of its rows together with the other three, the seal of the closing before it, the rules it used, and the
 * lines it kept. Earlier editions wrote the fingerprint of the rows alone.
 */
export type Seal =
  | { readonly edition: 1; readonly own: string }
  | { readonly edition: 2; readonly own: string; readonly previous: string; readonly rules: string; readonly lines: string };

export function readSeal(text: string): Seal | undefined {
  const key = matchKey(text);
  if (/^[0-9a-f]{16}$/.test(key)) return { edition: 1, own: key };
  const found = /^2-([0-9a-f]{16})-(0|[0-9a-f]{16})-(0|[0-9a-f]{16})-(0|[0-9a-f]{16})$/.exec(key);
  const [, own, previous, rules, lines] = found ?? [];
  return own && previous && rules && lines ? { edition: 2, own, previous, rules, lines } : undefined;
}

export function sealText(seal: Seal): string {
  return seal.edition === 1 ? seal.own : `2-${seal.own}-${seal.previous}-${seal.rules}-${seal.lines}`;
}

/** A reader of one row's cells by field. */
export type CellOf = (field: string) => Cell;

/** Seals the rows of a closing, in any order, with what they rest on. */
export function sealRows(rows: readonly CellOf[], { previous, rules, lines }: { readonly previous: string; readonly rules: string; readonly lines: string }): Seal {
  const own = fingerprint([sealedRows(rows, SEALED_FIELDS), previous, rules, lines].join('\u001d'));
  return { edition: 2, own, previous, rules, lines };
}

/** The seal of earlier editions, over the fields they knew; they had another number for a date. */
export function earlierSeal(rows: readonly CellOf[]): Seal {
  return { edition: 1, own: fingerprint(sealedRows(rows, EARLIER_FIELDS, (day) => day)) };
}

/** The fingerprint of the lines that a closing keeps, in any order; nothing where it keeps none. */
export function sealLines(rows: readonly CellOf[]): string {
  return rows.length === 0 ? NOTHING_BEFORE : fingerprint(sealedRows(rows, LINE_FIELDS));
}

/** Whether lines are those that a seal was made over, by this edition or by one that knew no payees. */
export function areSealedLines(rows: readonly CellOf[], seal: string): boolean {
  if (sealLines(rows) === seal) return true;
  return rows.length > 0 && rows.every((cell) => cellText(cell('payee')) === '') && fingerprint(sealedRows(rows, EARLIER_LINE_FIELDS)) === seal;
}

function sealedRows(rows: readonly CellOf[], fields: readonly string[], dateForm: (day: Day) => number = serialOfDay): string {
  const formOf = once((cell: Cell) => canonical(cell, dateForm));
  return rows.map((cell) => fields.map((field) => formOf(cell(field))).join('\u001f')).sort().join('\u001e');
}

/** A cell in one form, however a host writes it: a date is the number that a spreadsheet makes of it, blanks and 0 are alike. */
export function canonical(cell: Cell, dateForm: (day: Day) => number = serialOfDay): string {
  const period = typeof cell === 'string' ? readPeriod(cell) : undefined;
  if (typeof period === 'object' && period.kind === 'period') return periodText(period.period);
  const day = typeof cell === 'string' ? readDay(cell) : 'blank';
  if (typeof day === 'number' && !isDayFault(day)) return String(dateForm(day));
  const number = readNumber(cell);
  if (number === 'blank' || isNumberFault(number)) return matchKey(cellText(cell));
  const text = exactToText(number);
  return text === '0' ? '' : text;
}
