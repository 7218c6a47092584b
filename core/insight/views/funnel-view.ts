import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import type { Issue } from '../../table/issue';
import type { ResultTable } from '../../table/result-table';
import { exactCell, headerRow, ratioCell, unusedRow } from '../../table/result-table';
import type { FunnelStage } from '../funnel';

/** A row per group and stage; amounts of several currencies stand in columns of their own, never added. */
export function funnelView(stages: readonly FunnelStage[], group: string, unused: readonly Issue[], language: Language): ResultTable {
  const currencies = [...new Set(stages.flatMap(({ amounts }) => [...amounts.keys()]))];
  const shown = currencies.length === 0 ? [''] : currencies;
  const say = (code: 'col.amount' | 'col.weightedAmount', currency: string): string => (currencies.length > 1 ? `${render({ code }, language)} ${currency}`.trim() : render({ code }, language));
  const header = [
    group,
    ...headerRow(['col.stage', 'col.deals', 'col.openDeals'], language),
    ...shown.flatMap((currency) => [say('col.amount', currency), say('col.weightedAmount', currency)]),
    ...headerRow(['col.conversion', 'col.overall', 'col.medianDays', 'col.stuck', 'col.stuckDeals'], language),
  ];
  const rows = stages.map((one) => [
    one.group,
    one.stage,
    one.deals,
    one.open,
    ...shown.flatMap((currency) => [exactCell(one.amounts.get(currency)), exactCell(one.weighted.get(currency))]),
    ratioCell(one.toNext),
    ratioCell(one.fromFirst),
    ratioCell(one.medianDays),
    one.stuck.length,
    one.stuck.join('; '),
  ]);
  return [header, ...rows, ...unusedRow(unused, header.length, language)];
}
