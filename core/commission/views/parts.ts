import { ZERO, isZero, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { periodText } from '../../table/period';
import { entryKinds } from '../closed/entry-kind';
import { payeeKey } from '../closed/payee';
import { OVERRIDE_PART } from '../plan-pay';
import type { PaidPart } from '../plan-pay';
import type { SettledPlan, Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import { settledRows } from './summary';
import type { ResultTable } from '../../table/result-table';
import { amountCell, headerRow, reasons, words } from '../../table/result-table';

/** A row per person and part; corrections and balances, which belong to no part, in a row of their own. */
export function partsView(settlement: Settlement, language: Language): ResultTable {
  const header = headerRow(
    ['col.period', 'col.person', 'col.team', 'col.role', 'col.plan', 'col.part', 'col.measure', 'col.earned', 'col.reserved', 'col.held', 'col.released', 'col.draw', 'col.adjustment', 'col.payable', 'col.currency', 'col.why'],
    language,
  );
  const closed = settlement.plans.flatMap((plan) => closedParts(plan, language));
  const body = settledRows(settlement).filter(({ row }) => row.parts.length > 0 || row.balances !== undefined || !isClosed(settlement, row)).flatMap(({ row, period }) => [
    ...row.parts.map((part) => partRow(row, part, period, language)),
    ...balanceRow(row, period, language),
  ]);
  return [header, ...body, ...closed];
}

function isClosed({ plans }: Settlement, row: SettledRow): boolean {
  return plans.some(({ closed, rows }) => closed !== undefined && rows.includes(row));
}

/** The statement rows of a closed plan, one below the other: what each part paid, and corrections and balances. */
function closedParts({ closed, period, rows }: SettledPlan, language: Language): ResultTable {
  return (closed ?? []).map((one) => {
    const own = rows.find(({ payee }) => payeeKey(payee) === payeeKey(one.payee));
    const figures = [one.amounts.measure, one.amounts.earned, one.amounts.reserved, one.amounts.held, one.amounts.released, one.amounts.draw, one.amounts.adjustment, one.amounts.payable].map(amountCell);
    const name = one.kind === 'pay' ? one.part : entryKinds[one.kind][language];
    const why = [periodText(one.forPeriod) === periodText(one.period) ? '' : periodText(one.forPeriod), one.order, one.note].filter((text) => text !== '').join(' ');
    return [periodText(period.period), own ? words(own.name, language) : '', own?.team ?? '', own?.role ?? '', own?.plan ?? '', name, ...figures, one.currency, why];
  });
}

function partRow(row: SettledRow, part: PaidPart, period: string, language: Language): (string | number)[] {
  const name = part.part === OVERRIDE_PART ? render({ code: 'rule.override' }, language) : part.part;
  const payable = row.kind === 'company' ? ZERO : part.payable;
  const amounts = [part.earned, part.reserved, part.held].map((amount) => (row.open ? '' : amountCell(amount)));
  const measure = amountCell(round(part.measure, { decimals: row.decimals, mode: 'half up' }));
  const last = row.open ? '' : amountCell(payable);
  return [period, words(row.name, language), row.team, row.role, row.plan, name, measure, ...amounts, '', '', '', last, row.currency, ''];
}

function balanceRow(row: SettledRow, period: string, language: Language): ResultTable {
  const { released, draw, adjustment, payable } = row.amounts;
  const ofParts = row.kind === 'person' ? sum(row.parts.map((part) => part.payable)) : ZERO;
  const rest = subtract(payable, ofParts);
  const anything = [released, draw, adjustment, rest].some((amount) => !isZero(amount));
  if (row.open || (!anything && row.parts.length > 0)) return [];
  const lead = row.parts.length > 0 ? render({ code: 'word.balances' }, language) : '';
  const own = row.parts.length > 0 ? ['', '', '', ''] : [row.amounts.measure, row.amounts.earned, row.amounts.reserved, row.amounts.held].map((amount) => amountCell(round(amount, { decimals: row.decimals, mode: 'half up' })));
  return [[period, words(row.name, language), row.team, row.role, row.plan, lead, ...own, amountCell(released), amountCell(draw), amountCell(adjustment), amountCell(rest), row.currency, reasons(row.why, language)]];
}

