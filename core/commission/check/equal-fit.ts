import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { CheckContext, RanPart } from './context';
import { amountOfRows, linesText } from './context';

/** Two rates, or two factors of one column, that fit a line equally well: the line is not paid until the rules say which counts. */
export function checkEqualFit(context: CheckContext): Issue[] {
  return context.ran.flatMap((one) => ties(one).map(({ rows, params }) => tieIssue(context, one, rows, params)));
}

interface Tie {
  readonly rows: number[];
  readonly params: Issue['params'];
}

/** The lines that are not paid, by the two rows that fit them. */
function ties({ run }: RanPart): Tie[] {
  const found = new Map<string, Tie>();
  for (const [row, { code, params }] of run.rejected) {
    if (code !== 'rules.equalFit') continue;
    const key = `${String(params['one'])} ${String(params['other'])}`;
    const known = found.get(key);
    if (known) known.rows.push(row);
    else found.set(key, { rows: [row], params });
  }
  return [...found.values()];
}

function tieIssue(context: CheckContext, { plan }: RanPart, rows: readonly number[], params: Issue['params']): Issue {
  const place = placeOf(context.ledger.orders.table, rows[0] ?? 0, 'order');
  return issue('check.equalFit', place, { ...params, plan: plan.name, lines: linesText(rows.length), amount: amountOfRows(context, rows) });
}
