import { ZERO } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { currencyOf, roundingOf } from '../../rules/plan';
import { dayText } from '../../table/day';
import { periodText } from '../../table/period';
import { textAt, textColumn } from '../../table/table';
import { matchKey } from '../../table/cell';
import { isOf, linesOfClosing } from '../closed/kept-lines';
import type { LineShare } from '../line-shares';
import { lineShares } from '../line-shares';
import { overrideShares } from '../override-shares';
import type { PaidPart } from '../plan-pay';
import { OVERRIDE_PART } from '../plan-pay';
import type { SettledPlan, Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import type { ResultTable } from '../../table/result-table';
import { amountCell, headerRow, words } from '../../table/result-table';

/** A row per person, part and order line, with what the line gave; they add up to Earned. */
export function linesView(settlement: Settlement, language: Language, only?: number): ResultTable {
  const header = headerRow(
    ['col.period', 'col.person', 'col.plan', 'col.part', 'col.order', 'col.line', 'col.date', 'col.customer', 'col.stage', 'col.measure', 'col.earned', 'col.currency', 'col.why'],
    language,
  );
  const body = settlement.plans.flatMap((plan) => plan.rows.flatMap((row) => (only === undefined || row.person === only ? rowLines(settlement, plan, row, language) : [])));
  return [header, ...body];
}

function rowLines(settlement: Settlement, plan: SettledPlan, row: SettledRow, language: Language): ResultTable {
  const { pay, period } = plan;
  if (plan.closed) return keptRows(settlement, plan, row);
  if (!pay || row.open) return [];
  const { orders } = settlement.ledger;
  const [lines, customers] = [orders.lines, textColumn(orders.table, 'customer')];
  const decimals = { decimals: row.decimals, mode: 'half up' as const };
  return row.parts.flatMap((paid): ResultTable => {
    const lead = [periodText(period.period), words(row.name, language), row.plan];
    if (paid.part === OVERRIDE_PART) return overrideRows(settlement, plan, paid, [...lead, render({ code: 'rule.override' }, language)], language);
    const part = pay.parts.find((candidate) => candidate.part.name === paid.part);
    if (!part) return [];
    return lineShares(settlement.engine, pay, part.pay, paid, row.person).map((share) => [
      ...lead,
      paid.part,
      share.row === undefined ? '' : (orders.orderNames[orders.orderOf[share.row] ?? 0] ?? ''),
      share.row === undefined ? '' : textAt(lines, share.row),
      share.day === undefined ? '' : dayText(share.day),
      share.row === undefined ? '' : textAt(customers, share.row),
      share.stage,
      amountCell(round(share.measure ?? ZERO, decimals)),
      amountCell(share.earned),
      row.currency,
      noteOf(share, language),
    ]);
  });
}

/** A manager's overrides, a row for each line of somebody below. */
function overrideRows({ ledger }: Settlement, { version }: SettledPlan, paid: PaidPart, lead: readonly (string | number)[], language: Language): ResultTable {
  const { orders, people } = ledger;
  const customers = textColumn(orders.table, 'customer');
  const decimals = { decimals: roundingOf(version).decimals, mode: 'half up' as const };
  return overrideShares(people, version, paid).map(({ line, measure, earned, note }) => [
    ...lead,
    line ? (orders.orderNames[orders.orderOf[line.row] ?? 0] ?? '') : '',
    line ? textAt(orders.lines, line.row) : '',
    line ? dayText(line.day) : '',
    line ? textAt(customers, line.row) : '',
    line?.run.events.stage[line.event] ?? '',
    amountCell(round(measure, decimals)),
    amountCell(earned),
    currencyOf(version),
    render(note, language),
  ]);
}

/** The lines of a closed period as its closing kept them. */
function keptRows({ ledger }: Settlement, plan: SettledPlan, row: SettledRow): ResultTable {
  const { orders } = ledger;
  const customers = textColumn(orders.table, 'customer');
  const kept = linesOfClosing(ledger.keptLines, matchKey(plan.plan.name), plan.period.period);
  const own = kept.filter((line) => isOf(line, row.payee));
  return own.map((line) => {
    const first = orders.rowsOf[orders.byKey.get(matchKey(line.order)) ?? -1]?.[0];
    const customer = first === undefined ? '' : textAt(customers, first);
    const note = [periodText(line.forPeriod) === periodText(line.period) ? '' : periodText(line.forPeriod), line.note].filter((text) => text !== '').join(' ');
    return [periodText(line.period), line.name, row.plan, line.part, line.order, line.line, line.date, customer, '', amountCell(line.measure), amountCell(line.pay), row.currency, note];
  });
}

function noteOf({ note, kind }: LineShare, language: Language): string {
  if (note) return render(note, language);
  return kind === 'tier bonus' || kind === 'own tier bonus' ? render({ code: 'rule.tierBonus' }, language) : '';
}
