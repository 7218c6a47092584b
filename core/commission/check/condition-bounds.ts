import { ONE, compare, exactInteger } from '../../amount/exact';
import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Ratio } from '../../amount/ratio';
import { compareRatio, compareRatios, ratioSign, ratioToDisplay, timesExact } from '../../amount/ratio';
import { isLower } from '../../rules/bound';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { NO_DAY } from '../../table/table';
import type { LineContext } from '../facts';
import { factOf } from '../facts';
import { rulePlace } from '../rule-place';
import type { CheckContext, RanPart } from './context';

/** Columns that are shares of revenue: 20 means 2000 % there. */
const SHARES = new Set(['margin', '毛利率', '利润率']);

/** Least numbers of a column (`Margin` from 20) that are far beyond every order line: ten times the highest, and more. */
export function checkConditionBounds(context: CheckContext): Issue[] {
  return context.ran.flatMap((one) => {
    const { rate, factor, creditFactor, bonus } = one.part.rules;
    return [...rate, ...factor, ...creditFactor, ...bonus].flatMap(({ conditions, row }) =>
      conditions.flatMap(({ column, test }) => (test.kind === 'bound' && isLower(test) && test.unit !== 'day' && test.currency === '' ? unreached(context, one, { row, column, least: test.bound }) : [])),
    );
  });
}

interface Bound {
  readonly row: number;
  readonly column: string;
  readonly least: Exact;
}

function unreached({ ledger }: CheckContext, one: RanPart, { row, column, least }: Bound): Issue[] {
  const { compiled, part, plan, run } = one;
  const fact = factOf({ ledger, part, exchange: compiled.exchange }, column);
  if (!fact || fact.level !== 'line' || fact.isDate === true) return [];
  const context: LineContext = { row: 0, person: -1, day: 0, orderDay: 0, period: { kind: 'month', year: 0, index: 1 } };
  let highest: Ratio | undefined;
  for (let event = 0; event < run.events.row.length; event += 1) {
    context.row = run.events.row[event] ?? 0;
    context.day = run.events.day[event] ?? NO_DAY;
    context.orderDay = compiled.orderDays.days[context.row] ?? NO_DAY;
    const value = fact.number(context);
    if (value && (!highest || compareRatios(value, highest) > 0)) highest = value;
  }
  if (!highest || ratioSign(highest) <= 0 || compareRatio(timesExact(highest, exactInteger(10)), least) > 0) return [];
  const isShare = SHARES.has(matchKey(column)) && compare(least, ONE) > 0;
  const params = { plan: plan.name, column, bound: exactToDisplay(least), highest: ratioToDisplay(highest), meant: `${exactToDisplay(least)}%` };
  return [issue(isShare ? 'check.marginBound' : 'check.boundUnreached', rulePlace(ledger, row), params, isShare ? 'warning' : 'note')];
}
