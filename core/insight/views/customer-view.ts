import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { dayText } from '../../table/day';
import type { ResultTable } from '../../table/result-table';
import { exactCell, headerRow, ratioCell, unusedRow } from '../../table/result-table';
import type { CustomerAnalysis } from '../customers';

const COLUMNS = ['col.customer', 'col.country', 'col.revenue', 'col.profit', 'col.share', 'col.cumulative', 'col.grade', 'col.orders', 'col.firstOrder', 'col.lastOrder', 'col.interval', 'col.since', 'col.status', 'col.yearBefore', 'col.trend', 'col.callBy', 'col.callRank'] as const;

/** A row per customer, the most profitable first; rows of the orders that could not be used are told of at the end. */
export function customerView({ customers, unused }: CustomerAnalysis, language: Language): ResultTable {
  const rows = customers.map((one) => [
    one.name,
    one.country,
    exactCell(one.revenue),
    exactCell(one.profit),
    ratioCell(one.share),
    ratioCell(one.cumulative),
    one.grade,
    one.orders,
    dayText(one.first),
    dayText(one.last),
    ratioCell(one.interval),
    one.daysSince,
    render({ code: `customer.${one.status}` }, language),
    exactCell(one.yearBefore),
    ratioCell(one.trend),
    dayText(one.nextDue),
    one.callRank ?? '',
  ]);
  return [headerRow(COLUMNS, language), ...rows, ...unusedRow(unused, COLUMNS.length, language)];
}
