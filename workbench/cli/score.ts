import type { KpiLedger } from '../../core/kpi/kpi-ledger';
import type { KpiPeriod } from '../../core/kpi/kpi-period';
import { calendarOfTables } from '../../core/kpi/kpi-calendar';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { libraryTable } from '../../core/kpi/library';
import { cardOf, cardsIn, scoringLedger } from '../../core/kpi/score-tables';
import type { Scorecard } from '../../core/kpi/card/scorecard';
import { targetGaps } from '../../core/kpi/target-gap';
import { allCardsView } from '../../core/kpi/views/card-view';
import { gapView } from '../../core/kpi/views/gap-view';
import type { PrintedCard } from '../../core/kpi/views/printed-card';
import { printedCard } from '../../core/kpi/views/printed-card';
import { changesView, trainingView } from '../../core/kpi/views/review-views';
import { summaryView } from '../../core/kpi/views/summary-view';
import type { Language } from '../../core/locale/message';
import { tablesAmong } from '../../host-port/commands';
import type { ResultTable } from '../../core/table/result-table';
import { schemas } from '../../core/table/schema';
import type { NewSheet } from '../../xlsx/add-sheets';
import { readWorkbook } from '../xlsx/read-workbook';
import { WorkbookError } from '../../xlsx/workbook-error';
import { languageOption, oneWord, readArguments, required } from './arguments';
import type { Outcome } from './outcome';
import { failure, readingLines, writeOut } from './outcome';
import { printTable } from './print-table';

const SCORE_VIEWS = ['summary', 'cards', 'gaps', 'training', 'changes'] as const;
type ScoreView = (typeof SCORE_VIEWS)[number];

/** `score BOOK --period P`: everybody's scores, one view of them, or one person's (or team's) card to print and sign. */
export async function score(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'person', 'view', 'out']);
  const book = oneWord(read, 'BOOK');
  const view = (read.options.get('view') ?? 'summary') as ScoreView;
  if (!SCORE_VIEWS.includes(view)) throw new WorkbookError(`--view ${view} is not known. Known: ${SCORE_VIEWS.join(', ')}. / 未知视图。`);
  const wanted = required(read, 'period', '2026-03');
  const workbook = await readWorkbook(book);
  const tables = tablesAmong(workbook);
  const { language } = tables;
  const calendar = calendarOfTables(tables, wanted);
  const [period, ledger] = [readKpiPeriod(wanted, calendar), scoringLedger(tables, calendar)];
  if (!period.ok) return failure(period.issues, tables, workbook);
  if (!ledger.ok) return failure(ledger.issues, tables, workbook);
  const person = read.options.get('person');
  if (person === undefined) {
    const cards = cardsIn(ledger.value, period.value);
    const shown = scoreView(ledger.value, cards, period.value, view, language);
    const written = await writeOut(read, workbook, scoreSheets(ledger.value, cards, period.value, tables.byKind.has('scores'), language));
    return { text: [printTable(shown), ...readingLines(tables), written].filter((line) => line !== '').join('\n'), code: 0 };
  }
  const card = cardOf(ledger.value, person, period.value);
  if (!card.ok) return failure(card.issues, tables, workbook);
  const printed = printedCard(ledger.value, card.value, language);
  const written = await writeOut(read, workbook, [cardSheet(printed, card.value.holder.label)]);
  return { text: [printed.title, printed.holder, printTable(printed.rows), '', ...printed.footer, written].filter((line, index) => line !== '' || index === 3).join('\n'), code: 0 };
}

function scoreView(ledger: KpiLedger, cards: readonly Scorecard[], period: KpiPeriod, view: ScoreView, language: Language): ResultTable {
  switch (view) {
    case 'summary':
      return summaryView(ledger, [cards], language);
    case 'cards':
      return allCardsView(cards, language);
    case 'gaps':
      return gapView(targetGaps(ledger, period), period, language);
    case 'training':
      return trainingView(cards, language);
    case 'changes':
      return changesView(ledger, period, language);
  }
}

/** Everybody's scores (as the Scores table, where the workbook has none), a card to sign for each, and what has rows of the rest. */
function scoreSheets(ledger: KpiLedger, cards: readonly Scorecard[], period: KpiPeriod, hasScores: boolean, language: Language): NewSheet[] {
  const titles: Record<ScoreView, string> = language === 'zh' ? { summary: '得分', cards: '考核明细', gaps: '目标差额', training: '培训需求', changes: '目标变更' } : { summary: 'Scores', cards: 'Scorecards', gaps: 'Target gaps', training: 'Training needs', changes: 'Target changes' };
  const sheets = SCORE_VIEWS.map((view): NewSheet => {
    const rows = scoreView(ledger, cards, period, view, language);
    const title = `${titles[view]} ${period.text}`;
    return view === 'summary' && !hasScores ? { name: schemas.scores[language], rows } : { name: title, rows: [[title], ...rows], titleRows: 1 };
  });
  return [...sheets.filter(({ rows, titleRows = 0 }) => rows.length > titleRows + 1), ...cards.map((card) => cardSheet(printedCard(ledger, card, language), card.holder.label))];
}

/** A card as a sheet of its own, with its title above and the lines to sign below. */
function cardSheet({ title, holder, rows, footer }: PrintedCard, name: string): NewSheet {
  return { name, rows: [[title], [holder], ...rows, [''], ...footer.flatMap((line) => [[line], ['']])], titleRows: 2, boxedRows: rows.length };
}

/** `kpis`: the library of indicators, as a table to paste into a sheet. */
export function kpis(args: readonly string[]): Outcome {
  const rows = libraryTable(languageOption(readArguments(args, ['lang'])));
  return { text: rows.map((row) => row.join('\t')).join('\n'), code: 0 };
}
