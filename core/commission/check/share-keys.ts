import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { hasPeopleColumn } from '../../table/people';
import { textColumn } from '../../table/table';
import { rulePlace } from '../rule-place';
import type { CheckContext } from './context';

/** Pools shared by a column of words, such as Role, of which no word has a weight: everyone gets the same. */
export function checkShareKeys({ ledger, parts }: CheckContext): Issue[] {
  return parts.flatMap(({ plan, part: { rules }, isLive }) =>
    rules.shareBy.flatMap(({ key, row }): Issue[] => {
      if (key.kind !== 'column' || !hasPeopleColumn(ledger.people, key.column)) return [];
      const isWeighed = rules.weight.some(({ conditions }) => conditions.some(({ column }) => matchKey(column) === matchKey(key.column)));
      const hasNumbers = textColumn(ledger.people.table, key.column).values.some((text) => {
        const number = text === '' ? 'blank' : readNumber(text);
        return number !== 'blank' && !isNumberFault(number);
      });
      return isWeighed || hasNumbers ? [] : [issue('check.keyWithoutWeights', rulePlace(ledger, row), { plan: plan.name, column: key.column }, isLive ? 'warning' : 'note')];
    }),
  );
}
