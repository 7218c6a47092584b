import type { Ratio } from '../../amount/ratio';
import { roundRatio } from '../../amount/ratio';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import type { ResultTable } from '../../table/result-table';
import { exactCell, headerRow, ratioCell } from '../../table/result-table';
import { distributionAdvice } from '../card/forced-distribution';
import type { KpiLedger } from '../kpi-ledger';
import type { Piece } from '../figures/roll-up';
import { rollUp } from '../figures/roll-up';
import type { Scorecard } from '../card/scorecard';
import { isComplete } from '../card/scorecard';

/** The columns before those of the KPIs. */
export const SUMMARY_COLUMNS = ['col.period', 'col.person', 'col.score', 'col.grade', 'col.factor', 'col.coverage', 'col.status'] as const;

/** A row a person and period, a column a KPI: what SETTLE takes as Scores. Advice on a forced distribution comes last. */
export function summaryView(ledger: KpiLedger, periods: readonly (readonly Scorecard[])[], language: Language): ResultTable {
  const cards = periods.flat();
  const shown = new Set(cards.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.key)));
  const names = new Map(ledger.indicators.all.filter(({ key }) => shown.has(key)).map(({ key, name }) => [key, name]));
  const advice = periods.flatMap((own) => distributionAdvice(own, ledger.grades));
  const withAdvice = advice.some((message) => message !== undefined);
  const header = [...headerRow(SUMMARY_COLUMNS, language), ...names.values(), ...(withAdvice ? headerRow(['col.distribution'], language) : [])];
  const rows = cards.map((card, index) => {
    const scores = scoresByKpi(card);
    const advised = advice[index];
    const last = advised ? render(advised, language) : '';
    return [
      card.period.text,
      card.holder.label,
      exactCell(card.score),
      card.grade,
      exactCell(card.factor),
      exactCell(roundRatio(card.coverage, 4)),
      statusText(ledger, card, language),
      ...[...names.keys()].map((key) => ratioCell(scores.get(key))),
      ...(withAdvice ? [last] : []),
    ];
  });
  return [header, ...rows];
}

/** The score of each KPI; where a promotion brought another row of the same KPI, both by their months. */
function scoresByKpi({ lines }: Scorecard): ReadonlyMap<string, Ratio> {
  const pieces = new Map<string, Piece[]>();
  for (const { indicator, score, months } of lines) if (score) pieces.set(indicator.key, [...(pieces.get(indicator.key) ?? []), { value: score, months }]);
  return new Map([...pieces].map(([key, own]) => [key, rollUp(own, 'average')]));
}

function statusText(ledger: KpiLedger, card: Scorecard, language: Language): string {
  const open = card.lines.filter((line) => !isComplete(line) || (!line.share && !line.indicator.isOnTop)).map(({ indicator }) => indicator.name);
  const bare: Message = open.length > 0 ? { code: 'status.incompleteFor', params: { kpis: open } } : { code: 'status.incomplete' };
  const status = render(card.complete ? { code: 'status.complete' } : bare, language);
  if (ledger.unused.length === 0) return status;
  const unused = render({ code: 'status.unused', params: { count: ledger.unused.length } }, language);
  return `${status}${language === 'zh' ? '；' : '; '}${unused}`;
}
