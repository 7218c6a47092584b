import { closingRows } from '../../core/commission/closed/close';
import { findPayee } from '../../core/commission/closed/payee';
import type { Settlement } from '../../core/commission/settle';
import type { Cell } from '../../core/table/cell';
import { matchKey } from '../../core/table/cell';
import { issue } from '../../core/table/issue';
import { readPeople } from '../../core/table/people';
import type { Period } from '../../core/table/period';
import { CALENDAR_MONTHS, periodRange, periodText, readPeriod, samePeriod } from '../../core/table/period';
import { fieldsOf } from '../../core/table/schema';
import type { Table } from '../../core/table/table';
import { textAt, textColumn } from '../../core/table/table';
import type { Change } from '../../host-port/change';
import { lastClosed } from '../../host-port/commands';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import type { Row } from './records';
import { addRows, fillColumns } from './records';

/** Who does something, and on which day. */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

/** What closing a settled period writes: its rows below the statements and their lines, under one seal a plan. */
export function closingChanges(desk: Desk, settlement: Settlement, signature: Signature): readonly Change[] {
  const made = closingRows(settlement, signature, desk.tables.language);
  const asRows = (kind: 'statements' | 'statementLines', cells: readonly (readonly Cell[])[]): Row[] => cells.map((row) => Object.fromEntries(fieldsOf(kind).map(({ key }, index) => [key, row[index]])));
  return [...guarded(desk, 'statements', addRows(desk, 'statements', asRows('statements', made.statements))), ...guarded(desk, 'statementLines', addRows(desk, 'statementLines', asRows('statementLines', made.lines)))];
}

/** The period that a statement row closes, where its cell can be read. */
function periodAt(table: Table, row: number): Period | undefined {
  const reading = readPeriod(textAt(textColumn(table, 'period'), row));
  return typeof reading === 'object' && reading.kind === 'period' ? reading.period : undefined;
}

/** The rows of a closing that stand, counted from 0. */
function standingRows(table: Table, period: Period, plan?: string): number[] {
  const [voided, plans] = [textColumn(table, 'voided'), textColumn(table, 'plan')];
  return Array.from(table.rowNumbers.keys()).filter((row) => {
    const own = periodAt(table, row);
    return textAt(voided, row) === '' && own !== undefined && samePeriod(own, period) && (plan === undefined || matchKey(textAt(plans, row)) === matchKey(plan));
  });
}

/** What voids a closing: its rows are marked with who voided them and when, and pay nothing any more. The last closed period where none is named. */
export function voidClosing(desk: Desk, { by, at, period, plan }: Signature & { readonly period?: Period; readonly plan?: string }): { readonly period: string; readonly changes: readonly Change[] } | undefined {
  const table = desk.tables.byKind.get('statements');
  const wanted = period ?? lastClosed(desk.tables);
  if (!table || !wanted) return undefined;
  const rows = standingRows(table, wanted, plan);
  return rows.length === 0 ? undefined : { period: periodText(wanted), changes: guarded(desk, 'statements', fillColumns(desk, 'statements', rows, { voided: `${at} ${by}` })) };
}

/** What voids the last closing. Earlier ones stay; they are corrected in the open. */
export function voidLastClosing(desk: Desk, signature: Signature): { readonly period: string; readonly changes: readonly Change[] } | undefined {
  return voidClosing(desk, signature);
}

/** What a person says of their statement of a closed period. */
export interface Confirmation extends Signature {
  readonly period: Period;
  readonly person: string;
  readonly disputed: boolean;
  readonly remark: string;
}

const STATES = { confirmed: { en: 'confirmed', zh: '已确认' }, disputed: { en: 'disputed', zh: '有异议' } } as const;

/** What notes in the statements that a person confirms or disputes their rows of a closed period. It changes no figure. */
export function confirmChanges(desk: Desk, { period, person, disputed, remark, by, at }: Confirmation): Answer<readonly Change[]> {
  const found = rowsOfPerson(desk, period, person);
  if (typeof found === 'string') return refuse([issue(found, undefined, { found: person, period: periodText(period), nearest: '' })], desk.language);
  const word = STATES[disputed ? 'disputed' : 'confirmed'][desk.tables.language];
  return { ok: true, value: guarded(desk, 'statements', fillColumns(desk, 'statements', found, { confirmation: word, confirmedBy: by, confirmedOn: at, remark })) };
}

/** The same for a page, which knows the period by its name. */
export function confirmStatement(desk: Desk, { period, ...rest }: Omit<Confirmation, 'period'> & { readonly period: string }): Answer<readonly Change[]> {
  const reading = readPeriod(period);
  if (typeof reading !== 'object' || reading.kind !== 'period') return refuse([issue('confirm.notClosed', undefined, { period })], desk.language);
  return confirmChanges(desk, { ...rest, period: reading.period });
}

function rowsOfPerson({ tables }: Desk, period: Period, person: string): number[] | 'confirm.notClosed' | 'person.unknown' | 'person.ambiguous' {
  const [table, people] = [tables.byKind.get('statements'), tables.byKind.get('people')];
  const standing = table ? standingRows(table, period) : [];
  if (!table || !people || standing.length === 0) return 'confirm.notClosed';
  const known = readPeople(people);
  const wanted = known.byKey.get(matchKey(person)) ?? [];
  if (wanted.length > 1) return 'person.ambiguous';
  const [ids, names] = [textColumn(table, 'id'), textColumn(table, 'person')];
  const range = periodRange(period, CALENDAR_MONTHS);
  const rows = standing.filter((row) => {
    const found = findPayee(known, { id: textAt(ids, row), name: textAt(names, row) }, range.first, range.last);
    return typeof found === 'number' ? found === wanted[0] : matchKey(textAt(names, row)) === matchKey(person) || (textAt(ids, row) !== '' && matchKey(textAt(ids, row)) === matchKey(person));
  });
  return rows.length === 0 ? 'person.unknown' : rows;
}

/** How each person of a closed period stands to their statement. */
export interface ConfirmationState {
  readonly name: string;
  readonly state: 'open' | 'confirmed' | 'disputed';
  readonly by: string;
  readonly on: string;
  readonly remark: string;
}

/** Who has confirmed the statement of a closed period, who disputes it, and who has said nothing yet. */
export function confirmations({ tables }: Desk, { period }: { readonly period: string }): readonly ConfirmationState[] {
  const table = tables.byKind.get('statements');
  const reading = readPeriod(period);
  if (!table || typeof reading !== 'object' || reading.kind !== 'period') return [];
  const fields = (['id', 'person', 'payee', 'confirmation', 'confirmedBy', 'confirmedOn', 'remark'] as const).map((field) => textColumn(table, field));
  const states = new Map<string, ConfirmationState>();
  for (const row of standingRows(table, reading.period)) {
    const [id = '', name = '', payee = '', confirmation = '', by = '', on = '', remark = ''] = fields.map((column) => textAt(column, row));
    if (name === '' || !['person', '人员'].includes(matchKey(payee))) continue;
    const key = id === '' ? name : id;
    const known = states.get(key);
    if (!known || known.state === 'open') states.set(key, { name, state: stateOf(confirmation), by, on, remark });
  }
  return [...states.values()];
}

function stateOf(text: string): ConfirmationState['state'] {
  const key = matchKey(text);
  if (key === '') return 'open';
  return [STATES.disputed.en, STATES.disputed.zh].map(matchKey).includes(key) ? 'disputed' : 'confirmed';
}

/** Changes to what closings write, whose sheet is protected against edits by hand before and after. */
function guarded({ tables }: Pick<Desk, 'tables'>, kind: 'statements' | 'statementLines', changes: readonly Change[]): readonly Change[] {
  const sheet = tables.byKind.get(kind)?.origin?.sheet;
  const written = changes.find((change) => change.kind !== 'define name')?.sheet;
  const release: Change[] = sheet === undefined ? [] : [{ kind: 'protect sheet', sheet, on: false }];
  return written === undefined ? changes : [...release, ...changes, { kind: 'protect sheet', sheet: written, on: true }];
}
