import { kpiPeriodOf } from '../kpi/kpi-period';
import { cardsIn, scoringLedger } from '../kpi/score-tables';
import { summaryView } from '../kpi/views/summary-view';
import { cellText, matchKey } from '../table/cell';
import type { Calendar, Period } from '../table/period';
import { samePeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { makeTable, textColumn } from '../table/table';

const SCORE_WORDS = ['score', '得分', '总分', 'grade', '等级', '绩效系数'];

/**
 * The Scores table as KPISUMMARY gives it, for settlements that need scores and were given the KPIs instead of them.
 * Undefined where the rules name no score, or nobody can be scored.
 */
export function computedScores(tables: Tables, periods: readonly Period[], calendar: Calendar): Table | undefined {
  const [kpis, rules] = [tables.byKind.get('kpis'), tables.byKind.get('rules')];
  if (!kpis || !rules || tables.byKind.has('scores') || !namesScore(rules, kpis)) return undefined;
  const ledger = scoringLedger(tables, calendar);
  if (!ledger.ok) return undefined;
  const distinct = periods.filter((period, index) => periods.findIndex((other) => samePeriod(other, period)) === index);
  const cards = distinct.map((period) => cardsIn(ledger.value, kpiPeriodOf(period, calendar)));
  if (cards.flat().every(({ score }) => score === undefined)) return undefined;
  return makeTable('scores', { cells: summaryView(ledger.value, cards, tables.language) }, new Map());
}

/** Whether any rule names the score, the grade, or an indicator. */
function namesScore(rules: Table, kpis: Table): boolean {
  const words = [...SCORE_WORDS, ...textColumn(kpis, 'kpi').values.map(matchKey).filter((key) => key !== '')];
  const columns = ['item', 'value'].flatMap((field) => rules.columns.get(field) ?? []);
  return rules.cells.some((row) => columns.some((column) => {
    const text = matchKey(cellText(row[column]));
    return text !== '' && words.some((word) => text.includes(word));
  }));
}
