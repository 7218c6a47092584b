import { payEveryOf } from '../rules/plan';
import type { Multiple } from '../rules/read-value';
import { periodOfNumber } from '../table/period';
import type { CompiledPart } from './compile-part';
import type { LineContext } from './facts';
import { pickFactor } from './factors';
import type { PartRun } from './part-run';

/** The rate for lines of this kind, or the flat rate; undefined where tiers decide, or nothing does. */
export function rateOfLine({ rates, flatRate }: CompiledPart, context: LineContext): Multiple | undefined {
  const special = rates.length === 0 ? undefined : pickFactor(rates, context);
  return special?.rate ?? flatRate;
}

/** Whether a part pays by rates for some lines only, so that a line may fit none of them. */
export function mayLackRate({ part, ladder, flatRate }: CompiledPart): boolean {
  return part.rules.rate.length > 0 && !ladder && !flatRate;
}

/** Whether no row of the rates fits an event that only a rate could pay. */
export function lacksRate({ compiled, events }: PartRun, event: number): boolean {
  if (!mayLackRate(compiled) || events.kind[event] !== 'line') return false;
  const [row, day, stage] = [events.row[event] ?? 0, events.day[event] ?? 0, events.stage[event] ?? ''];
  if (stage !== '' && compiled.part.rules.stageRate.some((rule) => rule.stage === stage)) return false;
  const period = periodOfNumber(events.period[event] ?? 0, payEveryOf(compiled.version));
  return rateOfLine(compiled, { row, person: events.person[event] ?? -1, day, orderDay: compiled.orderDays.days[row] ?? day, period }) === undefined;
}
