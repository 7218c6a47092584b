import { kpiPeriodOf } from '../kpi/kpi-period';
import { calendarKey, calendarOfTables } from '../kpi/kpi-calendar';
import { cardsIn, scoringLedger } from '../kpi/score-tables';
import { SUMMARY_COLUMNS, summaryView } from '../kpi/views/summary-view';
import { isCardRow } from '../kpi/words';
import { render } from '../locale/message';
import { cellText, matchKey } from '../table/cell';
import type { Calendar, Period } from '../table/period';
import { periodText, samePeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { makeTable } from '../table/make-table';
import { textColumn } from '../table/table';

const SCORE_WORDS = ['score', '得分', '总分', 'grade', '等级', '绩效系数', 'coverage', '数据完整率', '完整率'];

/**
 * The Scores table as KPISUMMARY gives it, for settlements that need scores and were given the KPIs instead of them;
 * without periods its header alone, for checks. Undefined where the rules name no score, or nobody can be scored.
 */
export function computedScores(tables: Tables, periods: readonly Period[], calendar: Calendar): Table | undefined {
  const [kpis, rules] = [tables.byKind.get('kpis'), tables.byKind.get('rules')];
  if (!kpis || !rules || tables.byKind.has('scores') || !namesScore(rules, kpis)) return undefined;
  if (periods.length === 0) return makeTable('scores', { cells: [[...SUMMARY_COLUMNS.map((code) => render({ code }, tables.language)), ...kpiNames(kpis)]] }, new Map());
  const asked = scoringLedger(tables, calendar);
  if (!asked.ok) return undefined;
  const ledgers = new Map([[calendarKey(calendar), asked.value]]);
  const distinct = periods.filter((period, index) => periods.findIndex((other) => samePeriod(other, period)) === index);
  const cards = distinct.map((period, index) => {
    // Closed periods may have had another calendar.
    const own = index === 0 ? calendar : calendarOfTables(tables, periodText(period));
    const read = ledgers.has(calendarKey(own)) ? undefined : scoringLedger(tables, own);
    if (read?.ok) ledgers.set(calendarKey(own), read.value);
    return cardsIn(ledgers.get(calendarKey(own)) ?? asked.value, kpiPeriodOf(period, own));
  });
  const isBegun = cards.flat().some(({ period: { first } }) => asked.value.knownTo === undefined || first <= asked.value.knownTo);
  if (isBegun && cards.flat().every(({ score }) => score === undefined)) return undefined;
  return makeTable('scores', { cells: summaryView(asked.value, cards, tables.language) }, new Map());
}

function kpiNames(kpis: Table): string[] {
  return textColumn(kpis, 'kpi').values.filter((name) => name !== '' && !isCardRow(name));
}

/** Whether any rule names the score, the grade, or an indicator. */
function namesScore(rules: Table, kpis: Table): boolean {
  const words = [...SCORE_WORDS, ...kpiNames(kpis).map(matchKey)];
  const columns = ['item', 'value'].flatMap((field) => rules.columns.get(field) ?? []);
  return rules.cells.some((row) => columns.some((column) => {
    const text = matchKey(cellText(row[column]));
    return text !== '' && words.some((word) => text.includes(word));
  }));
}
