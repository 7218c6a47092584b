import type { Exact } from '../../amount/exact';
import { ONE, compare, sign, subtract, sum } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { readParticipants } from '../../table/participants-cell';
import { creditOf } from '../../rules/plan';
import { hasColumn, placeOf, textColumn } from '../../table/table';
import { orderField } from '../../trade/profit';
import type { CheckContext } from './context';
import { amountOfRows, linesText } from './context';

/** Shares that make up less than this are probably rates: `1.5%` and `3%` where 50 % and 50 % belong. */
const LIKE_RATES: Exact = { units: 25, scale: 2 };

/** Shares in Owner, in the stages' columns and in Contributions that leave a part of the credit to nobody. */
export function checkCreditShares(context: CheckContext): Issue[] {
  return [...columnsOf(context).flatMap((field) => sharesIn(context, field)), ...contributionShares(context)];
}

/** The columns from which some plan takes its people. */
function columnsOf({ ledger, parts }: CheckContext): string[] {
  const used = parts.flatMap(({ part }) => {
    const by = creditOf(part);
    if (by.kind === 'column') return [by.column];
    return by.kind === 'stages' ? [...part.rules.stage, ...part.rules.stageRate].map(({ stage }) => stage) : ['owner'];
  });
  return [...new Set(used.map(orderField))].filter((field) => hasColumn(ledger.orders.table, field));
}

function sharesIn(context: CheckContext, field: string): Issue[] {
  const { ledger: { orders, people }, ran } = context;
  const column = textColumn(orders.table, field);
  const { codes } = column;
  const isSaid = ran.some(({ part }) => part.rules.unassigned.length > 0);
  return column.values.flatMap((text, code): Issue[] => {
    if (!/[%％]/.test(text)) return [];
    const shares = readParticipants(text, (name) => people.byKey.has(matchKey(name))).map(({ share }) => share);
    const total = sum(shares.flatMap((share) => share ?? []));
    if (shares.includes(undefined) || compare(total, ONE) >= 0) return [];
    const rows = Array.from(codes.keys()).filter((row) => codes[row] === code && orders.cancelled[row] !== 1);
    const [first] = rows;
    if (first === undefined) return [];
    const isRates = compare(total, LIKE_RATES) < 0;
    const params = { found: text, total: exactToPercent(total), rest: exactToPercent(subtract(ONE, total)), amount: amountOfRows(context, rows), lines: linesText(rows.length) };
    return [issue(isRates ? 'check.sharesLikeRates' : 'check.sharesUnder', placeOf(orders.table, first, field), params, isSaid && !isRates ? 'note' : 'warning')];
  });
}

function contributionShares({ ledger: { contributions }, tables }: CheckContext): Issue[] {
  const table = tables.byKind.get('contributions');
  if (!contributions || !table) return [];
  const subjects = textColumn(table, 'subject');
  return [...contributions.bySubject].flatMap(([key, list]): Issue[] => {
    const total = sum(list.map(({ share }) => share));
    const row = Array.from(subjects.codes).findIndex((code) => matchKey(subjects.values[code] ?? '') === key);
    if (contributions.faulty.has(key) || compare(total, ONE) >= 0 || sign(total) < 0 || row < 0) return [];
    return [issue('check.contributionsUnder', placeOf(table, row, 'share'), { subject: subjects.values[subjects.codes[row] ?? 0] ?? '', total: exactToPercent(total), rest: exactToPercent(subtract(ONE, total)) }, 'warning')];
  });
}
