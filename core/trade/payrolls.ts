import { isBlankOrZero, matchKey } from '../table/cell';
import type { Table } from '../table/table';
import { cellAt, textAt, textColumn } from '../table/table';
import { USUAL_PAYROLL, currencyCode } from './currency-code';

/** The payroll currencies of the plans, in the order of the rules, drafts last: what a `currency` row of a version names, else the usual one. */
export function payrollsOfRules(rules: Table | undefined): readonly string[] {
  if (!rules) return [USUAL_PAYROLL];
  const [plans, versions, words] = [textColumn(rules, 'plan'), textColumn(rules, 'version'), textColumn(rules, 'rule')];
  const found = new Map<string, { currency: string; isDraft: boolean }>();
  for (let row = 0; row < rules.length; row += 1) {
    const key = `${matchKey(textAt(plans, row))}\n${textAt(versions, row)}\n${String(cellAt(rules, row, 'effective') ?? '')}`;
    const known = found.get(key) ?? { currency: USUAL_PAYROLL, isDraft: false };
    found.set(key, known);
    const word = matchKey(textAt(words, row));
    if (word === 'currency' || word === '币种') known.currency = currencyOfRow(rules, row) || known.currency;
    if (word === 'draft' || word === '草稿') known.isDraft = true;
  }
  const all = [...found.values()];
  return [...new Set([...all.filter(({ isDraft }) => !isDraft), ...all].map(({ currency }) => currency))];
}

function currencyOfRow(rules: Table, row: number): string {
  const cell = cellAt(rules, row, 'value');
  return currencyCode(String((isBlankOrZero(cell) ? cellAt(rules, row, 'item') : cell) ?? ''));
}
