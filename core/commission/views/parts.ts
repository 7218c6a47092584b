import { ZERO, isZero, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { OVERRIDE_PART } from '../plan-pay';
import type { PaidPart } from '../plan-pay';
import type { Settlement } from '../settle';
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
  const body = settledRows(settlement).flatMap(({ row, period }) => [
    ...row.parts.map((part) => partRow(row, part, period, language)),
    ...balanceRow(row, period, language),
  ]);
  return [header, ...body];
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

