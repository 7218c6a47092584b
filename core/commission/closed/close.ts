import type { Exact } from '../../amount/exact';
import { ZERO, isZero, negate, subtract } from '../../amount/exact';
import { round } from '../../amount/round';
import { exactToNumber } from '../../amount/text';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { planKeys } from '../../rules/former-names';
import type { Cell } from '../../table/cell';
import { matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import { periodText } from '../../table/period';
import { words } from '../../table/result-table';
import { fieldsOf } from '../../table/schema';
import { OVERRIDE_PART } from '../plan-pay';
import { manualReason } from '../reasons';
import type { SettledPlan, Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import type { ClosingRecord } from './closings';
import { previousSeal } from './closings';
import type { EntryKind } from './entry-kind';
import { entryKinds, payeeKinds } from './entry-kind';
import type { LotDue } from './lots';
import { lineRecords } from './line-record';
import { keptRules, rulesFingerprint, rulesLabel, usedRules } from './rules-used';
import type { CellOf } from './seal';
import { sealLines, sealRows, sealText } from './seal';
import type { StatementAmount } from './statement-amounts';
import { statementAmounts } from './statement-amounts';

/** Who closes a period, and when: the caller's clock, for core has none. */
export interface Closing {
  readonly by: string;
  readonly at: string;
}

/** The rows that a closing appends, in the order of the tables' fields, without headers. */
export interface ClosingRows {
  readonly statements: Cell[][];
  readonly lines: Cell[][];
}

type Cells = ReadonlyMap<string, Cell>;
type Amounts = Partial<Record<StatementAmount, Exact>>;

interface Entry {
  readonly kind: EntryKind;
  readonly forPeriod: string;
  readonly part: string;
  readonly order: string;
  readonly amounts: Amounts;
  readonly due?: LotDue;
  readonly note?: string;
}

/**
 * What closing a settlement appends to Statements and to Statement lines. Every amount of a payee is the sum over their
 * rows; all rows of one plan's closing carry one seal, which also seals its lines, the rules it used and the closing
 * before it. Plans that are closed already add nothing.
 */
export function closingRows(settlement: Settlement, closing: Closing, language: Language): ClosingRows {
  const made = settlement.plans.flatMap((plan) => (plan.closed ? [] : [planRows(settlement, plan, closing, language)]));
  return { statements: made.flatMap(({ statements }) => statements), lines: made.flatMap(({ lines }) => lines) };
}

function planRows(settlement: Settlement, plan: SettledPlan, closing: Closing, language: Language): ClosingRows {
  const closings = settlement.ledger.statements?.closings ?? [];
  const fingerprint = rulesFingerprint(plan.version);
  const entries = plan.rows.filter(({ open }) => !open).flatMap((row) => entriesOf(row, periodText(plan.period.period), language).map((entry) => payCells(plan, row, entry, closing, language)));
  // A period that pays nobody is closed too: its rules stand for it.
  const rules = entries.length > 0 && isKept(settlement, fingerprint) ? [] : ruleCells(plan, closing, language);
  const rows = [...entries, ...rules];
  const lines = plan.rows.filter(({ open }) => !open).flatMap((row) => lineCells(settlement, plan, row, language));
  const previous = previousOf(closings, plan);
  const seal = sealRows(rows.map(cellOf), { previous, rules: fingerprint, lines: sealLines(lines.map(cellOf)) });
  return {
    statements: rows.map((cells) => fieldsOf('statements').map(({ key }) => (key === 'checksum' ? sealText(seal) : cells.get(key)))),
    lines: lines.map((cells) => fieldsOf('statementLines').map(({ key }) => (key === 'checksum' ? seal.own : cells.get(key)))),
  };
}

function cellOf(cells: Cells): CellOf {
  return (field) => cells.get(field);
}

function previousOf(closings: readonly ClosingRecord[], { plan }: SettledPlan): string {
  const keys = planKeys(plan);
  return previousSeal(closings, (name) => name === '' || keys.has(matchKey(name)));
}

function isKept({ ledger: { statements } }: Settlement, fingerprint: string): boolean {
  return statements !== undefined && keptRules(statements).has(fingerprint);
}

function payCells(plan: SettledPlan, row: SettledRow, entry: Entry, closing: Closing, language: Language): Cells {
  return new Map<string, Cell>([
    ['period', periodText(plan.period.period)],
    ['forPeriod', entry.forPeriod],
    ['kind', entryKinds[entry.kind][language]],
    ['id', row.payee.id],
    ['person', words(row.name, language)],
    ['payee', payeeKinds[row.payee.kind][language]],
    ['plan', row.plan],
    ['part', partText(entry.part, language)],
    ['order', entry.order],
    ...statementAmounts.map((name): [string, Cell] => [name, exactToNumber(entry.amounts[name] ?? ZERO)]),
    ['currency', row.currency],
    ['rulesAsOf', rulesLabel(plan.version)],
    ['due', dueText(entry.due, language)],
    ['note', entry.note ?? ''],
    ['closedAt', closing.at],
    ['closedBy', closing.by],
  ]);
}

function partText(part: string, language: Language): string {
  return part === OVERRIDE_PART ? render({ code: 'rule.override' }, language) : part;
}

function dueText(due: LotDue | undefined, language: Language): string {
  if (due === undefined) return '';
  return due === 'receipt' ? render({ code: 'on.receipt' }, language) : dayText(due);
}

/** The rules that were used, a row each; kept once, with the first closing that used them. */
function ruleCells(plan: SettledPlan, closing: Closing, language: Language): Cells[] {
  const period = periodText(plan.period.period);
  return usedRules(plan.version).map(({ part, text }) => new Map<string, Cell>([
    ['period', period],
    ['forPeriod', period],
    ['kind', entryKinds.rules[language]],
    ['plan', plan.plan.name],
    ['part', part],
    ['rulesAsOf', rulesLabel(plan.version)],
    ['note', text],
    ['closedAt', closing.at],
    ['closedBy', closing.by],
  ]));
}

function entriesOf(row: SettledRow, period: string, language: Language): Entry[] {
  const corrections = row.adjustments.map(({ amount, period: of, orders }): Entry => ({
    kind: 'adjustment',
    part: '',
    order: '',
    amounts: { adjustment: amount, payable: row.kind === 'company' ? ZERO : amount },
    forPeriod: periodText(of),
    note: orders.map(({ order, line }) => (line === '' ? order : `${order}/${line}`)).filter((name) => name !== '').join(', '),
  }));
  if (row.kind !== 'person') {
    const { measure, earned, reserved, payable, adjustment } = row.amounts;
    const own = row.kind === 'company' ? payable : subtract(payable, adjustment);
    return [{ kind: 'pay', part: '', order: '', forPeriod: period, amounts: { measure: round(measure, { decimals: row.decimals, mode: 'half up' }), earned, reserved, payable: own } }, ...corrections];
  }
  return [...payEntries(row, period), ...corrections, ...balanceEntries(row, period, language)];
}

function payEntries(row: SettledRow, period: string): Entry[] {
  if (row.parts.length === 0) return [{ kind: 'pay', part: '', order: '', amounts: {}, forPeriod: period }];
  return row.parts.flatMap((part): Entry[] => [
    { kind: 'pay', part: part.part, order: '', forPeriod: period, amounts: { measure: round(part.measure, { decimals: row.decimals, mode: 'half up' }), earned: part.earned, reserved: part.reserved, payable: subtract(part.earned, part.reserved) } },
    ...part.holds.map(({ order, amount, due }): Entry => ({ kind: 'hold', part: part.part, order, forPeriod: period, amounts: { held: amount, payable: negate(amount) }, due })),
  ]);
}

function balanceEntries(row: SettledRow, period: string, language: Language): Entry[] {
  const { balances, manual, amounts } = row;
  return [
    ...manual.map((entry): Entry => ({ kind: 'manual', part: '', order: '', forPeriod: period, amounts: { adjustment: entry.amount, payable: entry.amount }, note: noteOf(manualReason(entry), language) })),
    ...(balances?.lots ?? []).map(({ part, order, due, forPeriod, amount }): Entry => ({ kind: 'hold', part, order, forPeriod: periodText(forPeriod), amounts: { held: amount, payable: negate(amount) }, due })),
    ...(balances?.released ?? []).map(({ part, order, due, amount, from }): Entry => ({ kind: 'release', part, order, forPeriod: periodText(from.period), amounts: { released: amount, payable: amount }, due })),
    ...(isZero(amounts.carried) ? [] : [{ kind: 'carry' as const, part: '', order: '', forPeriod: period, amounts: { carried: amounts.carried, payable: negate(amounts.carried) } }]),
    ...(isZero(amounts.draw) ? [] : [{ kind: 'draw' as const, part: '', order: '', forPeriod: period, amounts: { draw: amounts.draw, payable: amounts.draw } }]),
  ];
}

/** The reason and the approver of what was added by hand, as its row keeps them. */
function noteOf(reason: ReturnType<typeof manualReason>, language: Language): string {
  const inner = reason.params?.['reason'];
  return typeof inner === 'object' && 'code' in inner ? render(inner, language) : '';
}

function lineCells(settlement: Settlement, plan: SettledPlan, row: SettledRow, language: Language): Cells[] {
  const { pay } = plan;
  if (!pay) return [];
  const period = periodText(plan.period.period);
  const cells = (forPeriod: string, values: readonly (readonly [string, Cell])[]): Cells => new Map<string, Cell>([
    ['period', period],
    ['forPeriod', forPeriod],
    ['id', row.payee.id],
    ['person', words(row.name, language)],
    ['payee', payeeKinds[row.payee.kind][language]],
    ['plan', row.plan],
    ['currency', row.currency],
    ...values,
  ]);
  const own = lineRecords(settlement.engine, pay, row.parts, row.person).map((line) => cells(period, [
    ['part', partText(line.part, language)],
    ['order', line.order],
    ['line', line.line],
    ['date', line.date],
    ['measure', exactToNumber(line.measure)],
    ['rate', line.rate],
    ['tier', line.tier],
    ['pay', exactToNumber(line.pay)],
    ['held', exactToNumber(line.held)],
    ['note', line.note ? render(line.note, language) : ''],
  ]));
  const corrected = row.adjustments.flatMap(({ period: of, orders }) => orders.map(({ part, order, line, amount }) => cells(periodText(of), [['part', partText(part, language)], ['order', order], ['line', line], ['pay', exactToNumber(amount)], ['note', render({ code: 'line.corrected' }, language)]])));
  return [...own, ...corrected];
}
