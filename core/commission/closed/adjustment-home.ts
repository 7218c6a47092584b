import type { Plan, PlanVersion } from '../../rules/plan';
import { isDraft, payEveryOf, versionFor } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import { samePeriod } from '../../table/period';
import type { Engine } from '../engine';
import { livePlans, payPeriodOf } from '../engine';
import { payeeTest } from '../payees';
import type { ManualAdjustment } from './adjustments';
import { periodsClosed } from './statements';

/**
 * The plan that pays an adjustment, whichever plans are settled together: the one it names; else the first of its
 * person's that has not closed the period; for somebody of no plan the first that has not. Undefined where all have.
 */
export function homeOf(engine: Engine, entry: ManualAdjustment): Plan | undefined {
  const { plans, ledger } = engine;
  const isOpen = ({ name }: Plan): boolean => !periodsClosed(ledger.statements, name).some((closed) => samePeriod(closed, entry.period));
  if (entry.planKey !== '') return plans.find((plan) => matchKey(plan.name) === entry.planKey && isOpen(plan));
  const paying = plans.flatMap((plan) => {
    const version = versionFor(plan, entry.period);
    return version && !isDraft(version) && payEveryOf(version) === entry.period.kind ? [{ plan, version }] : [];
  });
  const own = paying.filter(({ version }) => takesPart(engine, version, entry));
  return (own.length > 0 ? own : paying).map(({ plan }) => plan).find(isOpen);
}

function takesPart(engine: Engine, version: PlanVersion, { person, period }: ManualAdjustment): boolean {
  const { first, last } = payPeriodOf(version, period);
  return version.parts.some((part) => {
    const test = payeeTest(engine.ledger, version, part, livePlans(engine), () => undefined);
    return test(person, last) || test(person, first);
  });
}
