import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { cellText } from '../../table/cell';
import type { Table } from '../../table/table';
import { shifted } from '../../table/column-cells';
import { cellAt, columnNumber, placeOf, textAt, textColumn } from '../../table/table';
import { readEntryKind } from './entry-kind';
import { fingerprint } from './fingerprint';
import type { CellOf, Seal } from './seal';
import { NOTHING_BEFORE, areSealedLines, earlierSeal, readSeal, sealRows, sealText } from './seal';

/** One closing as it stands on the sheet: the rows under one seal. */
export interface ClosingRecord {
  readonly plan: string;
  readonly period: string;
  readonly seal: Seal;
  /** The rows of the table, counted from 0. */
  readonly rows: readonly number[];
  /** Who voided it and when; blank while it stands. */
  readonly voided: string;
}

/** The closings of a Statements table. Rows without a seal belong to none. */
export function closingsOf(table: Table): ClosingRecord[] {
  const [sums, plans, voided] = [textColumn(table, 'checksum'), textColumn(table, 'plan'), textColumn(table, 'voided')];
  const groups = new Map<string, { rows: number[]; seal: Seal }>();
  for (let row = 0; row < table.length; row += 1) {
    const seal = readSeal(textAt(sums, row));
    if (!seal) continue;
    // Editions that knew no chain gave a period that was voided and closed again the same seal: told apart by who voided it.
    const key = seal.edition === 2 ? sealText(seal) : [seal.own, matchKey(textAt(plans, row)), cellText(cellAt(table, row, 'period')), textAt(voided, row)].join('\n');
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { rows: [row], seal });
  }
  return [...groups.values()].map(({ rows, seal }) => {
    const first = rows[0] ?? 0;
    const standing = rows.find((row) => textAt(voided, row) === '');
    return { plan: textAt(plans, first), period: cellText(cellAt(table, first, 'period')), seal, rows, voided: standing === undefined ? textAt(voided, first) : '' };
  });
}

/** The seal that the next closing of a plan follows: the end of its chain, or all that was closed before there were chains. */
export function previousSeal(closings: readonly ClosingRecord[], isPlan: (name: string) => boolean): string {
  const own = closings.filter(({ plan }) => isPlan(plan));
  const chained = own.flatMap(({ seal }) => (seal.edition === 2 ? [seal] : []));
  if (chained.length === 0) return beforeChain(own);
  const followed = new Set(chained.map(({ previous }) => previous));
  return chained.find((seal) => !followed.has(seal.own))?.own ?? NOTHING_BEFORE;
}

/** One fingerprint over every closing that was made before closings were chained. */
function beforeChain(closings: readonly ClosingRecord[]): string {
  const earlier = closings.flatMap(({ seal }) => (seal.edition === 1 ? [seal.own] : []));
  return earlier.length === 0 ? NOTHING_BEFORE : fingerprint([...earlier].sort().join('\u001e'));
}

/** What is wrong with the seals: rows that were changed, added or taken away since they were closed, and broken links. */
export function sealIssues(table: Table, closings: readonly ClosingRecord[], planKeyOf: (name: string) => string): Issue[] {
  if (columnNumber(table, 'checksum') === undefined) return lostColumn(table);
  return [...closings.flatMap((closing) => ownIssues(table, closing)), ...chainIssues(table, closings, planKeyOf), ...twiceIssues(table, closings, planKeyOf), ...unreadableSeals(table)];
}

/** Rows that keep rules are written with a seal only: where they are and the column is not, it was taken away. */
function lostColumn(table: Table): Issue[] {
  const kinds = textColumn(table, 'kind');
  const row = Array.from(table.rowNumbers.keys()).find((index) => readEntryKind(textAt(kinds, index)) === 'rules');
  return row === undefined ? [] : [issue('statement.columnGone', placeOf(table, row, 'kind'))];
}

/** The cells of a row as they are sealed. A host may have made a date of a day; books count days from 1900 or from 1904. */
function cellsOfRow(table: Table, row: number): CellOf {
  return (field) => (field === 'due' || field === 'date' ? shifted(table, cellAt(table, row, field)) : cellAt(table, row, field));
}

function ownIssues(table: Table, closing: ClosingRecord): Issue[] {
  const { rows, seal } = closing;
  const cells = rows.map((row) => cellsOfRow(table, row));
  const made = seal.edition === 1 ? earlierSeal(cells) : sealRows(cells, seal);
  const found: Issue[] = [];
  if (made.own !== seal.own) found.push(sealIssue(table, closing, 'statement.broken'));
  const voided = textColumn(table, 'voided');
  const some = rows.filter((row) => textAt(voided, row) !== '').length;
  if (some > 0 && some < rows.length) found.push(sealIssue(table, closing, 'statement.partVoided'));
  return found;
}

/** Every closing follows one that is there, and no two follow the same. */
function chainIssues(table: Table, closings: readonly ClosingRecord[], planKeyOf: (name: string) => string): Issue[] {
  const found: Issue[] = [];
  const followers = new Map<string, ClosingRecord>();
  for (const closing of closings) {
    const { seal } = closing;
    if (seal.edition === 1) continue;
    const plan = planKeyOf(closing.plan);
    const own = closings.filter((other) => planKeyOf(other.plan) === plan);
    const there = own.some((other) => other.seal.edition === 2 && other.seal.own === seal.previous) || seal.previous === beforeChain(own);
    if (!there) found.push(sealIssue(table, closing, 'statement.missingBefore'));
    const key = `${plan} ${seal.previous}`;
    const twin = followers.get(key);
    if (twin) found.push(sealIssue(table, closing, 'statement.fork', { other: twin.period }));
    else followers.set(key, closing);
  }
  return found;
}

function twiceIssues(table: Table, closings: readonly ClosingRecord[], planKeyOf: (name: string) => string): Issue[] {
  const seen = new Map<string, ClosingRecord>();
  return closings.flatMap((closing) => {
    if (closing.voided !== '') return [];
    const key = `${planKeyOf(closing.plan)} ${matchKey(closing.period)}`;
    const first = seen.get(key);
    seen.set(key, first ?? closing);
    return first ? [sealIssue(table, closing, 'statement.closedTwice', { first: table.rowNumbers[first.rows[0] ?? 0] ?? 0 })] : [];
  });
}

function unreadableSeals(table: Table): Issue[] {
  const sums = textColumn(table, 'checksum');
  return sums.values.flatMap((text, code) => {
    if (code === 0 || readSeal(text)) return [];
    const row = sums.codes.indexOf(code);
    return row < 0 ? [] : [issue('statement.badSeal', placeOf(table, row, 'checksum'), { found: text })];
  });
}

/** An issue of a closing: which rows it has, when it was closed and by whom. A voided one moves no money. */
function sealIssue(table: Table, { plan, period, rows, voided }: ClosingRecord, code: 'statement.broken' | 'statement.partVoided' | 'statement.missingBefore' | 'statement.fork' | 'statement.closedTwice', more: Issue['params'] = {}): Issue {
  const first = rows[0] ?? 0;
  const numbers = rows.map((row) => table.rowNumbers[row] ?? 0);
  const span = numbers.length === 1 ? String(numbers[0] ?? '') : `${Math.min(...numbers)}–${Math.max(...numbers)}`;
  const [at, by] = [cellText(cellAt(table, first, 'closedAt')), cellText(cellAt(table, first, 'closedBy'))];
  return issue(code, placeOf(table, first, 'checksum'), { period, plan, rows: span, at, by, ...more }, voided === '' || code === 'statement.partVoided' ? 'error' : 'warning');
}

/** What is wrong with the lines that closings kept: changed or taken away, or of a closing that is not there. */
export function lineIssues(lines: Table, statements: Table | undefined, closings: readonly ClosingRecord[]): Issue[] {
  const sums = textColumn(lines, 'checksum');
  const bySeal = new Map<string, number[]>();
  for (let row = 0; row < lines.length; row += 1) {
    const key = matchKey(textAt(sums, row));
    const rows = bySeal.get(key);
    if (rows) rows.push(row);
    else bySeal.set(key, [row]);
  }
  const found: Issue[] = [];
  const known = new Set<string>();
  for (const closing of closings) {
    const { seal } = closing;
    if (seal.edition === 1) continue;
    known.add(seal.own);
    const rows = bySeal.get(seal.own) ?? [];
    if (areSealedLines(rows.map((row) => cellsOfRow(lines, row)), seal.lines)) continue;
    const at = rows[0] === undefined ? undefined : placeOf(lines, rows[0], 'checksum');
    found.push(issue('lines.broken', at ?? (statements && placeOf(statements, closing.rows[0] ?? 0, 'checksum')), { period: closing.period, plan: closing.plan }, closing.voided === '' ? 'error' : 'warning'));
  }
  for (const [key, rows] of bySeal) {
    if (!known.has(key)) found.push(issue(key === '' ? 'lines.unsealed' : 'lines.noClosing', placeOf(lines, rows[0] ?? 0, 'checksum'), { count: rows.length }));
  }
  return found;
}
