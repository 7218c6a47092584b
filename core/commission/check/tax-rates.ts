import { ONE, compare } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { numberAt, numberColumn, placeOf } from '../../table/table';
import type { CheckContext } from './context';
import { amountOfRows } from './context';

/** Rates of VAT and rebate written as 13 for 13 %: the profit of these lines is far from the truth. */
export function checkTaxRates(context: CheckContext): Issue[] {
  const { table } = context.ledger.orders;
  return ['vatRate', 'rebateRate'].flatMap((field) => {
    const numbers = numberColumn(table, field);
    const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) => compare(numberAt(numbers, row), ONE) >= 0);
    const [first] = rows;
    if (first === undefined) return [];
    const found = numberAt(numbers, first);
    return [issue('check.taxRate', placeOf(table, first, field), { found: exactToDisplay(found), read: exactToPercent(found), meant: `${exactToDisplay(found)}%`, count: rows.length, amount: amountOfRows(context, rows) }, 'error')];
  });
}
