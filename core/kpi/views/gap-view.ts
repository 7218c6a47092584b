import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import type { ResultTable } from '../../table/result-table';
import { headerRow, ratioCell } from '../../table/result-table';
import type { KpiPeriod } from '../kpi-period';
import type { TargetGap } from '../target-gap';

/** A row per KPI and team: what the team was given, what its people were, and the difference. */
export function gapView(gaps: readonly TargetGap[], period: KpiPeriod, language: Language): ResultTable {
  const header = headerRow(['col.period', 'col.kpi', 'col.team', 'col.teamTarget', 'col.personal', 'col.gap', 'col.overAssigned', 'col.status', 'col.note'], language);
  return [
    header,
    ...gaps.map((gap) => [
      period.text,
      gap.kpi,
      gap.who,
      ratioCell(gap.target),
      ratioCell(gap.assigned),
      ratioCell(gap.gap),
      ratioCell(gap.planned),
      render({ code: `gap.${gap.status}` }, language),
      gap.without.length > 0 ? render({ code: 'gap.missing', params: { who: gap.without } }, language) : '',
    ]),
  ];
}
