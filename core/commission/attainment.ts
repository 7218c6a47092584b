import { readSource } from '../kpi/source';
import type { Part } from '../rules/plan';
import { measureOf, metricOf } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Ledger } from './ledger';

/** Where attainment comes from: the target of the metric itself, or a column of the scores. */
export type AttainmentBy = { readonly kind: 'target' | 'score'; readonly kpi: string };

/** Attainment of the metric itself is measured on its target; any other KPI's attainment is in the scores. */
export function attainmentOf(ledger: Ledger, part: Part): AttainmentBy | undefined {
  const [on] = part.rules.tierOn;
  if (on?.on !== 'attainment') return undefined;
  return attainmentBy(ledger, part, on.kpi);
}

/** Whether a KPI's attainment is measured on its target, because its Source is the metric, or found in the scores. */
export function attainmentBy(ledger: Ledger, part: Part, named: string): AttainmentBy {
  const kpi = kpiOf(ledger, named);
  const source = ledger.kpiSources.get(matchKey(kpi));
  const metric = metricOf(part) ?? measureOf(part);
  if (source === undefined) return { kind: 'target', kpi };
  const read = readSource(source);
  const measured = typeof read === 'string' ? read.replace('orders: ', '') : undefined;
  return measured !== undefined && measured === metric.kind ? { kind: 'target', kpi } : { kind: 'score', kpi };
}

/** The KPI named; without a name the first that Targets, or else KPIs, have a target of. */
export function kpiOf({ targets, carrier }: Ledger, named: string): string {
  return named !== '' ? named : (targets?.kpis[0] ?? carrier.plannings.find(({ target }) => target !== undefined)?.name ?? '');
}
