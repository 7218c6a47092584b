import { matchKey } from '../table/cell';
import { fieldsOf } from '../table/schema';
import type { Table } from '../table/table';
import { cellAt, columnNumber, textAt, textColumn } from '../table/table';
import { readNumber, isNumberFault } from '../table/number-cell';
import { exactToText } from '../amount/text';
import type { Cell } from '../table/cell';
import { cellText } from '../table/cell';
import { isDayFault, readDay } from '../table/day';
import { readPeriod, periodText } from '../table/period';

const PRIME = 1099511628211n;
const OFFSET = 14695981039346656037n;
const MASK = (1n << 64n) - 1n;

/** FNV-1a over 64 bits, as 16 hexadecimal digits: shows that closed rows were changed by mistake or on the sly. */
export function fingerprint(text: string): string {
  let hash = OFFSET;
  for (const byte of utf8(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

const UNSEALED = ['checksum', 'closedAt', 'voided'];
const SEALED = fieldsOf('statements').map(({ key }) => key).filter((key) => !UNSEALED.includes(key));

/** The text that a statement row's checksum seals: every cell but the checksum itself, the time of closing and who voided it later. */
export function sealedText(cell: (field: string) => Cell): string {
  return SEALED.map((field) => canonical(cell(field))).join('\u001f');
}

/** A cell in one form, however a host writes it: numbers and dates alike, blanks and 0 alike. */
function canonical(cell: Cell): string {
  const period = typeof cell === 'string' ? readPeriod(cell) : undefined;
  if (typeof period === 'object' && period.kind === 'period') return periodText(period.period);
  const day = typeof cell === 'string' ? readDay(cell) : 'blank';
  if (typeof day === 'number' && !isDayFault(day)) return String(day);
  const number = readNumber(cell);
  if (number === 'blank' || isNumberFault(number)) return matchKey(cellText(cell));
  const text = exactToText(number);
  return text === '0' ? '' : text;
}

/** The checksum of one closing: over its rows in any order. */
export function checksumOf(rows: readonly string[]): string {
  return fingerprint([...rows].sort().join('\u001e'));
}

/** Closings of a statements table whose rows no longer fit their checksum. */
export function brokenPeriods(table: Table): { period: string; row: number }[] {
  if (columnNumber(table, 'checksum') === undefined) return [];
  const sums = textColumn(table, 'checksum');
  const [plans, voided] = [textColumn(table, 'plan'), textColumn(table, 'voided')];
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    if (textAt(sums, row) === '') continue;
    // A period may have been closed and voided before; each of its closings is sealed by itself.
    const closing = textAt(voided, row) === '' ? '' : `${textAt(voided, row)} ${textAt(sums, row)}`;
    const key = `${textAt(plans, row)}\n${cellText(cellAt(table, row, 'period'))}\n${closing}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const made = checksumOf(rows.map((row) => sealedText((field) => cellAt(table, row, field))));
    const broken = rows.find((row) => textAt(sums, row) !== made);
    return broken === undefined ? [] : [{ period: cellText(cellAt(table, broken, 'period')), row: broken }];
  });
}
