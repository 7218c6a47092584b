import { exactCell, headerRow, ratioCell } from '../../table/result-table';
import type { ResultTable } from '../../table/result-table';
import type { Language } from '../../locale/message';
import { dayText } from '../../table/day';
import { textAt, textColumn } from '../../table/table';
import type { KpiLedger } from '../kpi-ledger';
import { monthText } from '../kpi-period';
import type { KpiPeriod } from '../kpi-period';
import type { Scorecard } from '../card/scorecard';
import { ALL_MONTHS } from '../spans';
import { lineNote } from './card-view';

/** Training needs: every indicator that is red, the worst of each person first. */
export function trainingView(cards: readonly Scorecard[], language: Language): ResultTable {
  const header = headerRow(['col.person', 'col.team', 'col.kpi', 'col.target', 'col.actual', 'col.attainment', 'col.score', 'col.note'], language);
  const rows = cards.flatMap((card) => {
    const below = card.lines.filter(({ status }) => status === 'red');
    const shown = below.map((line) => [card.holder.label, card.holder.team, line.indicator.name, ratioCell(line.agreed.target), line.actual ? ratioCell(line.actual) : line.label, ratioCell(line.attainment), ratioCell(line.score), lineNote(line, language)]);
    return shown.sort((a, b) => Number(a[6]) - Number(b[6]));
  });
  return [header, ...rows];
}

/** Targets that were changed: what they were, what they are, from when, and why. With a period, only those inside it. */
export function changesView({ targets }: KpiLedger, period: KpiPeriod | undefined, language: Language): ResultTable {
  const header = headerRow(['col.person', 'col.kpi', 'col.period', 'col.before', 'col.now', 'col.effective', 'col.note'], language);
  if (!targets) return [header];
  const { table } = targets;
  const [persons, kpis] = [textColumn(table, 'person'), textColumn(table, 'kpi')];
  const rows = [...targets.byKey.values()].flatMap(({ bySpan }) =>
    [...bySpan.values()].flatMap((versions) =>
      versions.flatMap((row, index) => {
        const before = versions[index + 1];
        const isOutside = period !== undefined && (row.last < period.firstMonth || row.first > period.lastMonth);
        if (!before || row.effective === undefined || isOutside) return [];
        const months = row.first === row.last ? monthText(row.first) : `${monthText(row.first)} … ${monthText(row.last)}`;
        const span = row.first === ALL_MONTHS.first ? '*' : months;
        return [[textAt(persons, row.row), textAt(kpis, row.row), span, exactCell(before.target), exactCell(row.target), dayText(row.effective), row.note]];
      }),
    ),
  );
  return [header, ...rows];
}
