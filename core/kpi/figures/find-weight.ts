import type { Exact } from '../../amount/exact';
import { sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { Asked } from './asked';
import { EVERYONE } from '../check-names';
import type { KpiPeriod } from '../kpi-period';
import type { TargetRow } from '../targets';
import { targetKey } from '../targets';

/** A holder's own weight, from the row whose months fit the period best; else the KPI's. */
export function findWeight({ ledger, indicator, holder, period }: Asked): { readonly weight: Exact | undefined; readonly fault: Issue | undefined } {
  for (const name of [...holder.names, EVERYONE]) {
    const rows = ledger.targets?.weights.get(targetKey(name, indicator.name));
    const own = rows && bestWeight(rows, period);
    if (!own?.weight) continue;
    const fault = sign(own.weight) < 0 && ledger.targets ? issue('kpi.weight', placeOf(ledger.targets.table, own.row, 'weight'), { kpi: indicator.name, found: exactToDisplay(own.weight) }) : undefined;
    return { weight: own.weight, fault };
  }
  return { weight: indicator.weight, fault: undefined };
}

/** The very period, then the shortest that holds it, then the latest inside it; of those, the latest Effective date. */
function bestWeight(rows: readonly TargetRow[], period: KpiPeriod): TargetRow | undefined {
  const inForce = rows.filter(({ weight, effective }) => weight !== undefined && (effective === undefined || effective <= period.last));
  const holding = inForce.filter(({ first, last }) => first <= period.firstMonth && last >= period.lastMonth).sort((a, b) => a.last - a.first - (b.last - b.first) || later(a, b));
  if (holding[0]) return holding[0];
  const inside = inForce.filter(({ first, last }) => first >= period.firstMonth && last <= period.lastMonth).sort((a, b) => b.last - a.last || later(a, b));
  return inside[0];
}

function later(a: TargetRow, b: TargetRow): number {
  return (b.effective ?? -Infinity) - (a.effective ?? -Infinity) || a.row - b.row;
}
