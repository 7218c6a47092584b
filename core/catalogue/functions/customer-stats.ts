import { exactToNumber } from '../../amount/text';
import { analyseCustomers } from '../../insight/customers';
import { customerView } from '../../insight/views/customer-view';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { recogniseTables } from '../../table/recognise';
import type { TableKind } from '../../table/schema';
import type { Table } from '../../table/table';
import { readFx } from '../../trade/fx';
import { readOrders } from '../../trade/orders';
import type { Argument, FunctionEntry } from '../function-entry';
import { dateArgument, isOmitted, optionalNumber, toRange } from '../read-arguments';

/** The one table of a kind that an argument must be. */
export function tableArgument(argument: Argument, kind: TableKind): Result<Table> {
  if (isOmitted(argument)) return fail(issue('argument.missing', undefined, { name: kind }));
  const found = recogniseTables([{ cells: toRange(argument) }]);
  const table = found.byKind.get(kind);
  if (table) return succeed(table);
  const known = [...found.byKind.keys()].map((one) => ({ code: `table.${one}` as const }));
  return fail(...(found.issues.length > 0 ? found.issues : [issue('need.table', undefined, { table: { code: `table.${kind}` }, known: known.length > 0 ? known : { code: 'word.none' } })]));
}

/** The customer analysis. */
export const customerstats: FunctionEntry = {
  name: 'CUSTOMERSTATS',
  purpose: { en: 'The customers: revenue, profit, share, ABC grade, habits, status, trend, and whom to call next.', zh: '客户分析：销售额、毛利、占比、ABC 等级、下单规律、状态、同比，以及该先联系谁。' },
  parameters: [
    { name: 'orders', kind: 'range', help: { en: 'The Orders table.', zh: '订单表。' } },
    { name: 'today', kind: 'date', help: { en: 'The day as of which to look; later orders do not count.', zh: '统计截止日，之后的订单不计。' } },
    { name: 'fx', kind: 'range', optional: true, help: { en: 'The FX table, where orders are in other currencies.', zh: '汇率表（有外币订单时）。' } },
    { name: 'months', kind: 'number', optional: true, help: { en: 'How many months revenue and profit cover (default 12).', zh: '销售额和毛利统计的月数（默认 12）。' } },
  ],
  result: { en: 'A row per customer, the most profitable first: figures in payroll currency, grade by profit (80% A, 95% B), usual days between orders, status (new, active, slowing, lost, returned), the same months of the year before, when the next order is due and the order in which to call.', zh: '每个客户一行，毛利高者在前：本币金额、按毛利分级（累计 80% 为 A、95% 为 B）、常规下单间隔、状态（新客户、活跃、放缓、流失、回流）、上年同期、预计下次下单日和联系顺序。' },
  examples: [
    {
      args: [
        [
          ['Order', 'Order date', 'Customer', 'Country', 'Amount', 'Profit'],
          ['P-1', '2025-03-10', 'ACME', 'Germany', 50000, 9000],
          ['P-2', '2025-09-01', 'ACME', 'Germany', 40000, 8000],
          ['P-3', '2026-03-01', 'ACME', 'Germany', 60000, 10000],
          ['P-4', '2026-02-15', 'Nordic', 'Norway', 20000, 2000],
        ],
        '2026-03-31',
      ],
      result: [
        ['Customer', 'Country', 'Revenue', 'Profit', 'Share', 'Cumulative share', 'Grade', 'Orders', 'First order', 'Last order', 'Usual interval (days)', 'Days since', 'Status', 'Year before', 'Trend', 'Next order due', 'Call next'],
        ['ACME', 'Germany', 100000, 18000, 0.9, 0.9, 'A', 3, '2025-03-10', '2026-03-01', 178, 30, 'active', 50000, 1, '2026-08-26', ''],
        ['Nordic', 'Norway', 20000, 2000, 0.1, 1, 'B', 1, '2026-02-15', '2026-02-15', '', 44, 'new', 0, '', '2026-08-12', ''],
      ],
    },
  ],
  evaluate: ([orders, today, fx, months], language) => {
    const [table, day, span] = [tableArgument(orders, 'orders'), dateArgument(today, 'today'), optionalNumber(months, 'months', undefined)];
    if (!table.ok) return table;
    if (!day.ok) return day;
    if (!span.ok) return span;
    const rates = isOmitted(fx) ? succeed(undefined) : tableArgument(fx, 'fx');
    if (!rates.ok) return rates;
    const count = span.value === undefined ? 12 : exactToNumber(span.value);
    if (!Number.isInteger(count) || count < 1 || count > 240) return fail(issue('argument.range', undefined, { name: 'months', least: 1, most: 240, found: count }));
    return succeed(customerView(analyseCustomers(readOrders(table.value), rates.value && readFx(rates.value), day.value, count), language));
  },
};
