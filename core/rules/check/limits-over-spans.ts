import { compare, exactInteger, multiply } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { PeriodKind } from '../../table/period';
import type { Part, PlanVersion } from '../plan';
import { payEveryOf } from '../plan';
import type { Limit } from '../words/limit';
import type { Finding } from './finding';

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
/** Levels from the inside out: what a person gets in a part is within what they get in the plan. */
const LEVELS: readonly Limit['level'][] = ['line', 'order', 'person', 'plan'];

/**
 * A minimum that, added up over the longer span, is above the maximum of that span, or of a wider level. Limits of one
 * level and one span are told by `plan.minimumOverMaximum`.
 */
export function limitsOverSpans({ rules }: Part, version: PlanVersion): Finding[] {
  const pays = payEveryOf(version);
  const monthsOf = ({ span }: Limit): number => MONTHS[span ?? pays];
  return rules.minimum.flatMap((least) =>
    rules.maximum.flatMap((most): Finding[] => {
      const [inner, outer] = [LEVELS.indexOf(least.level), LEVELS.indexOf(most.level)];
      const isSame = least.level === most.level && least.span === most.span;
      const comparable = least.level === most.level || (inner >= 0 && inner < outer);
      if (isSame || !comparable || least.amount.column !== most.amount.column) return [];
      const spans = Math.max(monthsOf(least), monthsOf(most));
      const isSpanless = least.level === 'line' || least.level === 'order';
      const minimum = isSpanless ? least.amount.factor : multiply(least.amount.factor, exactInteger(spans / monthsOf(least)));
      const maximum = isSpanless ? most.amount.factor : multiply(most.amount.factor, exactInteger(spans / monthsOf(most)));
      if (compare(minimum, maximum) <= 0) return [];
      return [{ code: 'plan.limitsCross', row: least.row, params: { minimum: exactToDisplay(minimum), maximum: exactToDisplay(maximum), other: most.row } }];
    }),
  );
}
