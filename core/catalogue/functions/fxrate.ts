import { currencyCode } from '../../trade/currency-code';
import { baseOf, payrollRate, readFx } from '../../trade/fx';
import { exactToNumber } from '../../amount/text';
import { dayText } from '../../table/day';
import { fail, issue, succeed } from '../../table/issue';
import type { FunctionEntry } from '../function-entry';
import { dateArgument, textArgument } from '../read-arguments';
import { tablesOf } from '../read-tables';

const RATES = [
  ['Date', 'Currency', 'Rate'],
  ['2026-01-01', 'USD', 7.1],
  ['2026-02-01', 'USD', 7.08],
];

/** The exchange rate in force: the latest row on or before the date. */
export const fxrate: FunctionEntry = {
  name: 'FXRATE',
  purpose: { en: 'The exchange rate in force on a date.', zh: '某日适用的汇率。' },
  parameters: [
    { name: 'fx', kind: 'range', help: { en: 'The FX table: Date, Currency, Rate, perhaps To (what the rate is in).', zh: '汇率表：日期、币种、汇率，可加“本位币”（折算成哪种货币）。' } },
    { name: 'currency', kind: 'text', help: { en: 'The currency’s code.', zh: '币种代码。' } },
    { name: 'date', kind: 'date', help: { en: 'The date.', zh: '日期。' } },
  ],
  result: { en: 'Payroll currency per unit.', zh: '每单位外币折本币。' },
  examples: [
    { args: [RATES, 'USD', '2026-01-31'], result: 7.1 },
    { args: [RATES, 'US$', '2026-02-01'], result: 7.08 },
  ],
  evaluate: ([fx, currency, date]) => {
    const tables = tablesOf([fx]);
    if (tables.issues.length > 0) return fail(...tables.issues);
    const table = tables.byKind.get('fx');
    if (!table) return fail(issue('need.table', undefined, { table: { code: 'table.fx' }, known: [...tables.byKind.keys()].map((kind) => ({ code: `table.${kind}` as const })) }));
    const [code, day] = [textArgument(currency, 'currency'), dateArgument(date, 'date')];
    if (!code.ok) return code;
    if (code.value === '') return fail(issue('argument.missing', undefined, { name: 'currency' }));
    if (!day.ok) return day;
    const rates = readFx(table);
    const [first] = table.faults;
    if (first) return fail(first);
    const rate = payrollRate(rates, currencyCode(code.value), baseOf(rates), day.value);
    return rate ? succeed(exactToNumber(rate)) : fail(issue('fx.noneInForce', undefined, { currency: currencyCode(code.value), day: dayText(day.value) }));
  },
};
