import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, multiply, subtract } from '../amount/exact';
import type { Message } from '../locale/message';
import { periodText } from '../table/period';
import type { PayPeriod } from './engine';
import type { LineContext } from './facts';
import { excessOf, factorsInForce, productOf } from './factors';
import { tiedPair } from './equal-fit';
import type { PartRun } from './part-run';
import { scoreOf, scoreRow } from './scores';

/** The factors of the period that hold for a person: Score, KPIs, the grade's factor. */
export function periodFactors(run: PartRun, person: number, period: PayPeriod): { factor: Exact; excess: Exact; problem: Message | undefined } {
  const { compiled } = run;
  const graded = compiled.part.rules.factor.some(({ gradeFactor }) => gradeFactor);
  if (person < 0 || (compiled.periodFactors.length === 0 && !graded)) return { factor: ONE, excess: ZERO, problem: undefined };
  const { scores } = compiled.ledger;
  const context: LineContext = { row: -1, person, day: period.last, orderDay: period.last, period: period.period };
  const grade = graded ? scoreOf(scores, person, period.period, 'factor') : undefined;
  const known = scoreRow(scores, person, period.period) !== undefined;
  const problem: Message | undefined = known && (!graded || grade) ? undefined : { code: 'why.noScore', params: { kpi: graded ? { code: 'word.factor' } : { code: 'gate.score' }, period: periodText(period.period) } };
  const tied = compiled.periodRivals.map((rivals) => tiedPair(rivals, context)).find((pair) => pair !== undefined);
  const factor = productOf(compiled.periodFactors, context);
  const excess = excessOf(compiled.periodFactors, context);
  return {
    factor: grade ? multiply(factor, grade) : factor,
    excess: grade ? add(excess, subtract(grade, ONE)) : excess,
    problem: problem ?? (tied && { code: 'rules.equalFit', params: { one: tied[0].row, other: tied[1].row } }),
  };
}

/** The rows of the period's factors in force, for the explanation. */
export function periodFactorRows(run: PartRun, person: number, period: PayPeriod): { factor: Exact; row: number }[] {
  const context: LineContext = { row: -1, person, day: period.last, orderDay: period.last, period: period.period };
  return person < 0 ? [] : factorsInForce(run.compiled.periodFactors, context);
}
