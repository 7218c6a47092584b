import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, multiply, subtract } from '../amount/exact';
import type { Message } from '../locale/message';
import type { PlanVersion } from '../rules/plan';
import { stackingOf } from '../rules/plan';
import { periodText } from '../table/period';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import type { LineContext } from './facts';
import type { FactorColumn } from './factors';
import { compileFactors, factorsInForce } from './factors';
import type { GateResult } from './gates';
import { closedGate } from './gates';
import { plainFactors } from './override-issues';
import { scoreOf, scoreRow } from './scores';

/** What the part named Override makes of a manager's overrides in a period. */
export interface OverrideTerms {
  /** The factors in force, each with its row; those of People columns, scores and the grade. */
  readonly factors: readonly { readonly factor: Exact; readonly row: number }[];
  readonly gate: GateResult | undefined;
  /** Everything together: what an override is multiplied by. */
  readonly multiplier: Exact;
  readonly problem: Message | undefined;
}

/** The gate and the factors of a manager's overrides; undefined where the plan has no part named Override. */
export function overrideTerms(engine: Engine, version: PlanVersion, person: number, period: PayPeriod): OverrideTerms | undefined {
  const part = version.overridePart;
  const [first] = version.parts;
  if (!part || !first || part.rules.gate.length + part.rules.factor.length === 0) return undefined;
  const run = runOf(engine, version, first);
  const { ledger } = engine;
  const columns = compileFactors({ ledger, part, exchange: run.compiled.exchange }, plainFactors(version), () => undefined);
  const context: LineContext = { row: -1, person, day: period.last, orderDay: period.last, period: period.period };
  const graded = part.rules.factor.filter(({ gradeFactor }) => gradeFactor);
  const grade = graded.length > 0 ? scoreOf(ledger.scores, person, period.period, 'factor') : undefined;
  const factors = [...factorsInForce(columns, context), ...(grade && graded[0] ? [{ factor: grade, row: graded[0].row }] : [])];
  const gate = closedGate(engine, version, part, run, person, period);
  const closed = gate && 'gate' in gate ? gate : undefined;
  const stacked = stackingOf(part) === 'add' ? factors.reduce((sum, { factor }) => add(sum, subtract(factor, ONE)), ONE) : factors.reduce((product, { factor }) => multiply(product, factor), ONE);
  const problem = missingScore(ledger.scores, columns, graded.length > 0 && !grade, context) ?? (gate && !('gate' in gate) ? gate : undefined);
  return { factors, gate: closed, multiplier: multiply(stacked, closed ? closed.gate.below : ONE), problem };
}

function missingScore(scores: Parameters<typeof scoreRow>[0], columns: readonly FactorColumn[], lacksGrade: boolean, { person, period }: LineContext): Message | undefined {
  const looks = columns.some(({ level }) => level === 'period');
  if (!lacksGrade && (!looks || scoreRow(scores, person, period) !== undefined)) return undefined;
  return { code: 'why.noScore', params: { kpi: lacksGrade ? { code: 'word.factor' } : { code: 'gate.score' }, period: periodText(period) } };
}

/** An override under its terms. */
export function underTerms(amount: Exact, terms: OverrideTerms | undefined): Exact {
  if (!terms) return amount;
  return terms.problem ? ZERO : multiply(amount, terms.multiplier);
}
