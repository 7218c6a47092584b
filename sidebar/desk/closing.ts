import { closingRows } from '../../core/commission/closed/close';
import { payeeKey } from '../../core/commission/closed/payee';
import type { StatementRow } from '../../core/commission/closed/statements';
import { readStatements } from '../../core/commission/closed/statements';
import type { Settlement } from '../../core/commission/settle';
import type { Language } from '../../core/locale/message';
import { planKeys, planNamed } from '../../core/rules/former-names';
import type { Plan } from '../../core/rules/plan';
import { isDraft } from '../../core/rules/plan';
import { readPlans } from '../../core/rules/read-plans';
import type { Cell } from '../../core/table/cell';
import { matchKey } from '../../core/table/cell';
import type { Issue } from '../../core/table/issue';
import { issue } from '../../core/table/issue';
import { readPeople } from '../../core/table/people';
import type { Period } from '../../core/table/period';
import { CALENDAR_MONTHS, periodOfDay, periodText, readPeriod, samePeriod } from '../../core/table/period';
import type { Tables } from '../../core/table/recognise';
import { words } from '../../core/table/result-table';
import { fieldsOf } from '../../core/table/schema';
import type { Table } from '../../core/table/table';
import { shifted } from '../../core/table/column-cells';
import { cellAt, textAt, textColumn } from '../../core/table/table';
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
  // A sheet that is new is written in the language of its headers.
  const language = desk.tables.byKind.has('statements') ? desk.tables.language : desk.language;
  const made = closingRows(settlement, signature, language);
  const asRows = (kind: 'statements' | 'statementLines', cells: readonly (readonly Cell[])[]): Row[] => cells.map((row) => Object.fromEntries(fieldsOf(kind).map(({ key }, index) => [key, row[index]])));
  return [...guarded(desk, 'statements', addRows(desk, 'statements', asRows('statements', made.statements))), ...guarded(desk, 'statementLines', addRows(desk, 'statementLines', asRows('statementLines', made.lines)))];
}

/** Why a settlement is not closed: it is closed already, it is a draft, or somebody's pay is missing. */
export function whyNotClosed({ plans, period: settled }: Settlement, language: Language): Issue | undefined {
  const period = periodText(settled);
  if (plans.every(({ closed }) => closed !== undefined)) return issue('close.alreadyClosed', undefined, { period });
  const draft = plans.find(({ version }) => isDraft(version));
  if (draft) return issue('close.draft', undefined, { plan: draft.plan.name });
  const open = plans.flatMap(({ rows }) => rows.filter((row) => row.open).map((row) => words(row.name, language)));
  return open.length > 0 ? issue('close.open', undefined, { period, names: [...new Set(open)] }) : undefined;
}

/** The period that a statement row closes, where its cell can be read; hosts may have made a date of a month. */
function periodAt(table: Table, row: number): Period | undefined {
  const reading = readPeriod(shifted(table, cellAt(table, row, 'period')));
  if (typeof reading !== 'object' || reading.kind === 'year number') return undefined;
  return reading.kind === 'period' ? reading.period : periodOfDay(reading.day, 'month', CALENDAR_MONTHS);
}

/** The periods that stand closed, each once. */
export function closedPeriods({ tables }: Desk): readonly Period[] {
  const table = tables.byKind.get('statements');
  if (!table) return [];
  const voided = textColumn(table, 'voided');
  const found = new Map<string, Period>();
  for (let row = 0; row < table.length; row += 1) {
    const period = textAt(voided, row) === '' ? periodAt(table, row) : undefined;
    if (period) found.set(periodText(period), period);
  }
  return [...found.values()];
}

/** The rows of a closing that stand, counted from 0; of one plan, under whatever name it went by then. */
function standingRows({ tables }: Desk, table: Table, period: Period, plan?: string): number[] {
  const [voided, names] = [textColumn(table, 'voided'), textColumn(table, 'plan')];
  const found = plan === undefined ? undefined : planNamed(plansOf(tables), plan);
  const keys = found ? planKeys(found) : new Set([matchKey(plan ?? '')]);
  return Array.from(table.rowNumbers.keys()).filter((row) => {
    const own = periodAt(table, row);
    return textAt(voided, row) === '' && own !== undefined && samePeriod(own, period) && (plan === undefined || keys.has(matchKey(textAt(names, row))));
  });
}

function plansOf({ byKind }: Tables): readonly Plan[] {
  const rules = byKind.get('rules');
  return rules ? readPlans(rules).plans : [];
}

/** The rows of a closed period that are about people, read as a settlement reads them. */
function personRows({ tables }: Desk, period: Period): { readonly table: Table; readonly rows: readonly StatementRow[] } | undefined {
  const [table, people] = [tables.byKind.get('statements'), tables.byKind.get('people')];
  if (!table || !people) return undefined;
  const { rows } = readStatements(table, { people: readPeople(people), plans: plansOf(tables), calendar: CALENDAR_MONTHS, pays: 'month', lines: undefined });
  return { table, rows: rows.filter(({ kind, payee, ...row }) => kind !== 'rules' && payee.kind === 'person' && samePeriod(row.period, period)) };
}

/** What voids a closing: its rows are marked with who voided them and when, and pay nothing any more. The last closed period where none is named. */
export function voidClosing(desk: Desk, { by, at, period, plan }: Signature & { readonly period?: Period; readonly plan?: string }): { readonly period: string; readonly changes: readonly Change[] } | undefined {
  const table = desk.tables.byKind.get('statements');
  const wanted = period ?? lastClosed(desk.tables);
  if (!table || !wanted) return undefined;
  const rows = standingRows(desk, table, wanted, plan);
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

function rowsOfPerson(desk: Desk, period: Period, person: string): number[] | 'confirm.notClosed' | 'person.unknown' | 'person.ambiguous' {
  const found = personRows(desk, period);
  if (!found || found.rows.length === 0) return 'confirm.notClosed';
  const wanted = matchKey(person);
  const own = found.rows.filter(({ payee: { id, name } }) => [id, name, `${name} (${id})`].some((text) => matchKey(text) === wanted));
  const several = new Set(own.map(({ payee }) => payeeKey(payee))).size > 1;
  if (several) return 'person.ambiguous';
  const numbers = new Set(own.map(({ row }) => row));
  const rows = Array.from(found.table.rowNumbers).flatMap((number, index) => (numbers.has(number) ? [index] : []));
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
export function confirmations(desk: Desk, { period }: { readonly period: string }): readonly ConfirmationState[] {
  const reading = readPeriod(period);
  const found = typeof reading === 'object' && reading.kind === 'period' ? personRows(desk, reading.period) : undefined;
  if (!found) return [];
  const { table, rows } = found;
  const fields = (['confirmation', 'confirmedBy', 'confirmedOn', 'remark'] as const).map((field) => textColumn(table, field));
  const indexes = new Map(Array.from(table.rowNumbers).map((number, index) => [number, index]));
  const states = new Map<string, ConfirmationState>();
  for (const { payee, row } of rows) {
    const [confirmation = '', by = '', on = '', remark = ''] = fields.map((column) => textAt(column, indexes.get(row) ?? 0));
    const known = states.get(payeeKey(payee));
    if (!known || known.state === 'open') states.set(payeeKey(payee), { name: payee.name, state: stateOf(confirmation), by, on, remark });
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
