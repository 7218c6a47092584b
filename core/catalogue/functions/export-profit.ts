import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, multiply, subtract } from '../../amount/exact';
import { quotient } from '../../amount/round';
import { rebateOf } from '../../trade/profit';
import { netOf } from '../../trade/orders';
import type { Cell } from '../../table/cell';
import { isBlank } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import type { Argument, FunctionEntry, Parameter, Value } from '../function-entry';
import { isOmitted, numberOf, overRanges } from '../read-arguments';

const number = (name: string, en: string, zh: string, optional = true): Parameter => ({ name, kind: 'number', shaped: true, ...(optional && { optional }), help: { en, zh } });

const amount = number('amount', 'The order’s amount in its currency.', '订单金额（订单币种）。', false);
const purchase = number('purchase', 'Purchase cost including VAT, in payroll currency.', '含税采购成本（本币）。', false);
const deductions = [
  number('vat', 'VAT rate of the purchase (13%).', '增值税率（13%）。'),
  number('rebate', 'Export tax rebate rate.', '出口退税率。'),
  number('freight', 'Freight in the order’s currency, where the price includes it.', '价格所含运费（订单币种）。'),
  number('insurance', 'Insurance in the order’s currency, where the price includes it.', '价格所含保险费（订单币种）。'),
  number('middleman', 'Middleman’s commission in the order’s currency; text such as "5%" is a share of the amount.', '中间商佣金（订单币种），写“5%”为金额的比例。'),
];
const domestic = number('domestic', 'Domestic costs in payroll currency.', '国内费用（本币）。');
const SHARES = new Set(['freight', 'insurance', 'middleman', 'bankfee']);

type Named = (name: string) => Exact;

/** Reads each number of a row by its parameter's name; a percentage of the amount where that is allowed. */
function evaluateRow(parameters: readonly Parameter[], args: readonly Argument[], compute: (of: Named) => Result<Exact>): Result<Value> {
  for (const [index, parameter] of parameters.entries()) {
    if (!parameter.optional && isOmitted(args[index])) return fail(issue('argument.missing', undefined, { name: parameter.name }));
  }
  const full = parameters.map((_, index) => (isOmitted(args[index]) ? 0 : args[index]));
  return overRanges(full, parameters.map(({ name }) => name), (cells) => {
    const values = new Map<string, Exact>();
    for (const [index, { name }] of parameters.entries()) {
      const cell: Cell = cells[index];
      const read = isBlank(cell) ? succeed(ZERO) : numberOf(cell, name);
      if (!read.ok) return read;
      const share = SHARES.has(name) && typeof cell === 'string' && /[%％]\s*$/.test(cell);
      values.set(name, share ? multiply(read.value, values.get('amount') ?? ZERO) : read.value);
    }
    return compute((name) => values.get(name) ?? ZERO);
  });
}

const profitParameters = [
  amount,
  number('rate', 'Exchange rate: payroll currency per unit.', '汇率：每单位外币折本币。', false),
  purchase,
  ...deductions,
  number('bankfee', 'Bank fee in the order’s currency; text such as "0.5%" is a share of the amount.', '银行费用（订单币种），写“0.5%”为金额的比例。'),
  domestic,
  number('other', 'Other costs in payroll currency.', '其他费用（本币）。'),
];

/** Gross profit: (amount − freight − insurance − middleman − bank fee) × rate − purchase + rebate − domestic − other. */
export const exportprofit: FunctionEntry = {
  name: 'EXPORTPROFIT',
  purpose: { en: 'Gross profit of an export order in payroll currency.', zh: '出口订单毛利（本币）。' },
  parameters: profitParameters,
  result: { en: 'Money; ranges give a range.', zh: '金额；给区域则返回区域。' },
  examples: [
    { args: [115020, 6.5, 702000, '13%', '9%', null, null, null, null, 35100], result: 66441.50442478 },
    { args: [50000, 7, 351000, 0.17, 0.09, 5000, null, 2250, null, 17550], result: -42300 },
    { args: [[[1000], [2000]], 7, [[5000], [9000]]], result: [[2000], [5000]] },
  ],
  evaluate: (args) =>
    evaluateRow(profitParameters, args, (of) => {
      const foreign = netOf(of('amount'), of('freight'), of('insurance'), of('middleman'), of('bankfee'));
      const rebate = rebateOf(of('purchase'), of('vat'), of('rebate'));
      const home = netOf(add(subtract(ZERO, of('purchase')), rebate), of('domestic'), of('other'));
      return succeed(add(multiply(foreign, of('rate')), home));
    }),
};

const costParameters = [amount, purchase, ...deductions, domestic];

/** 换汇成本 = (purchase + domestic − rebate) ÷ net foreign income. */
export const exchangecost: FunctionEntry = {
  name: 'EXCHANGECOST',
  purpose: { en: 'Home-currency cost per unit of net foreign income.', zh: '换汇成本：每单位外汇净收入的本币成本。' },
  parameters: costParameters,
  result: { en: 'Cost per unit, at 8 decimals. Above the bank rate the order loses money.', zh: '单位成本（8 位小数）；高于银行汇率即亏损。' },
  examples: [
    { args: [50000, 351000, 0.17, 0.09, 5000, null, 2250, 17550], result: 7.98947368 },
    { args: [325, 2060, 0.17, 0.09, 30, 2.25, null, 206], result: 7.19910661 },
  ],
  evaluate: (args) =>
    evaluateRow(costParameters, args, (of) => {
      const foreign = netOf(of('amount'), of('freight'), of('insurance'), of('middleman'));
      if (isZero(foreign)) return fail(issue('profit.noIncome', undefined));
      const cost = subtract(add(of('purchase'), of('domestic')), rebateOf(of('purchase'), of('vat'), of('rebate')));
      return succeed(quotient(cost, foreign, { decimals: 8, mode: 'half up' }));
    }),
};
