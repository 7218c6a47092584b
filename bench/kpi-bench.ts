import { call } from '../core/catalogue/call';
import type { Argument } from '../core/catalogue/function-entry';
import type { Cell, Range } from '../core/table/cell';
import { dayOf, dayText } from '../core/table/day';
import { seededRandom } from '../sample/random';
import { measure } from './measure';

const PEOPLE = 200;
const ORDERS = 100000;
const CUSTOMERS = 3000;
const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const KPIS: readonly (readonly [name: string, source: string, scoring: string])[] = [
  ['Revenue', 'orders: revenue', 'ratio'], ['Profit', 'orders: profit', 'linear 60%:0 100%:100 120%:120'], ['Quantity', 'orders: quantity', 'ratio'],
  ['Orders', 'orders: orders', 'per 1 5'], ['New customers', 'orders: new customers', 'ratio'], ['Active customers', 'orders: active customers', 'ratio'],
  ['Churn', 'orders: churn rate', 'ratio mirror'], ['Repeat rate', 'orders: repeat rate', 'ratio'], ['Average order', 'orders: average order', 'ratio'],
  ['On time', 'orders: on-time shipment', 'step 0%:0 90%:60 100%:100'], ['Complaints', '', 'per 1 10'], ['Attitude', '', 'good:100 fair:80 poor:50'],
];

/** A year of 200 sellers: 100,000 orders of 3,000 customers in three currencies, with targets and two typed indicators. */
function tables(): { orders: Range; fx: Range; others: Range[] } {
  const random = seededRandom(7);
  const names = Array.from({ length: PEOPLE }, (_, index) => `Seller ${index}`);
  const [first, years] = [dayOf(2025, 1, 1), 730];
  const orders: Cell[][] = [['Order', 'Order date', 'Ship date', 'Promised date', 'Customer', 'Owner', 'Currency', 'Quantity', 'Amount', 'Purchase', 'VAT rate', 'Rebate rate']];
  for (let index = 0; index < ORDERS; index += 1) {
    const day = first + random.whole(0, years - 1);
    const amount = random.whole(10000, 9000000) / 100;
    orders.push([`PO-${index}`, dayText(day), dayText(day + random.whole(20, 45)), dayText(day + 40), `Customer ${random.whole(1, CUSTOMERS)}`, names[random.whole(0, PEOPLE - 1)], random.pick(['CNY', 'USD', 'EUR']), random.whole(1, 500), amount, Math.trunc(amount * 5), '13%', '9%']);
  }
  const months = names.flatMap((name) => MONTHS.map((month) => [name, month] as const));
  const targets: Cell[][] = months.flatMap(([name, month]) => KPIS.filter(([, source]) => source !== '').map(([kpi]): Cell[] => [name, kpi, month, random.whole(1, 900) * 1000]));
  const actuals: Cell[][] = months.flatMap(([name, month]): Cell[][] => [[month, name, 'Complaints', random.whole(0, 6)], [month, name, 'Attitude', random.pick(['good', 'fair', 'poor'])]]);
  const fx: Range = [['Date', 'Currency', 'Rate'], ...['2025-01-01', '2025-07-01', '2026-01-01', '2026-07-01'].flatMap((day) => [[day, 'USD', 7.1234], [day, 'EUR', 7.8123]])];
  return {
    orders,
    fx,
    others: [
      [['KPI', 'Weight', 'Source', 'Scoring', 'Target'], ...KPIS.map(([kpi, source, scoring]) => [kpi, 10, source, scoring, 3])],
      [['Person', 'Team'], ...names.map((name, index) => [name, `Team ${index % 12}`])],
      [['Person', 'KPI', 'Period', 'Target'], ...targets],
      [['Period', 'Person', 'KPI', 'Actual'], ...actuals],
      [['From', 'Grade', 'Factor'], [90, 'A', 1.2], [75, 'B', 1], [0, 'C', 0.8]],
    ],
  };
}

/** Prints how long scorecards and the customer analysis take. */
export function benchKpis(): void {
  const { orders, fx, others } = tables();
  const run = (name: string, args: readonly Argument[]): void => {
    const result = call(name, args);
    if (!result.ok) throw new Error(result.error.message);
  };
  const report = (what: string, { seconds, peakMegabytes }: ReturnType<typeof measure>): void => console.log(`${what.padEnd(84)} ${seconds.toFixed(2).padStart(6)} s ${peakMegabytes.toFixed(0).padStart(5)} MB`);
  const scorecards = (): void => run('KPISUMMARY', [MONTHS.map((month) => [month]), orders, fx, ...others]);
  report('200 people × 12 KPIs × 12 months, actuals from 100,000 orders', measure(scorecards));
  report('the same again, warm', measure(scorecards));
  report('customer analysis of 100,000 orders', measure(() => run('CUSTOMERSTATS', [orders, '2026-12-31', fx])));
}
