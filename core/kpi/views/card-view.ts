import { exactToPercent } from '../../amount/text';
import { roundRatio, sumRatios } from '../../amount/ratio';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { issueLine } from '../../table/issue';
import type { ResultTable } from '../../table/result-table';
import { exactCell, headerRow, ratioCell, reasons } from '../../table/result-table';
import type { Scorecard, WeighedLine } from '../card/scorecard';

const COLUMNS = ['col.kpi', 'col.area', 'col.weight', 'col.target', 'col.actual', 'col.attainment', 'col.score', 'col.weighted', 'col.status', 'col.note'] as const;

/** One card: a row a KPI, then the total, the grade and the factor. */
export function cardView(card: Scorecard, language: Language): ResultTable {
  return [headerRow(COLUMNS, language), ...card.lines.map((line) => lineRow(line, language)), ...resultRows(card, language)];
}

/** Every card: a row per person and KPI. */
export function allCardsView(cards: readonly Scorecard[], language: Language): ResultTable {
  const rows = cards.flatMap((card) => card.lines.map((line) => [card.holder.label, ...lineRow(line, language)]));
  return [headerRow(['col.person', ...COLUMNS], language), ...rows];
}

export function lineRow(line: WeighedLine, language: Language): (string | number)[] {
  const { indicator, agreed } = line;
  return [
    indicator.name,
    indicator.area,
    line.indicator.isOnTop ? render({ code: 'weight.plus' }, language) : ratioCell(line.shownWeight),
    ratioCell(agreed.target),
    actualCell(line),
    ratioCell(line.attainment),
    ratioCell(line.score),
    ratioCell(line.weighted),
    render({ code: `status.${line.status}` }, language),
    lineNote(line, language),
  ];
}

/** What is wrong with a line, and where its figures come from. */
export function lineNote({ faults, notes }: WeighedLine, language: Language): string {
  return joined([...faults.map((fault) => issueLine(fault, language)), reasons(notes, language)], language);
}

function joined(texts: readonly string[], language: Language): string {
  return texts.filter((text) => text !== '').join(language === 'zh' ? '；' : '; ');
}

/** What the whole card rests on, and what is wrong with it besides its lines. */
export function resultNote(card: Scorecard, language: Language): string {
  const share = exactToPercent(roundRatio(card.coverage, 4));
  const notes: Message[] = [...(share === '100%' ? [] : [{ code: 'card.coverage', params: { share } } as const]), ...card.notes];
  const general = card.issues.filter((found) => !card.lines.some(({ faults }) => faults.includes(found))).map((found) => issueLine(found, language));
  return joined([...general, reasons(notes, language)], language);
}

/** The number, or the rating as it was written. */
function actualCell({ actual, label, state }: WeighedLine): number | string {
  if (actual) return ratioCell(actual);
  return state === 'missing' ? '' : label;
}

function resultRows(card: Scorecard, language: Language): ResultTable {
  const say = (message: Message): string => render(message, language);
  const status = say({ code: card.complete ? 'status.complete' : 'status.incomplete' });
  const weights = sumRatios(card.lines.flatMap(({ shownWeight, share }) => (shownWeight && share ? shownWeight : [])));
  const score = exactCell(card.score);
  return [
    [say({ code: 'card.total' }), '', ratioCell(weights), '', '', '', score, score, status, resultNote(card, language)],
    [say({ code: 'card.grade' }), '', '', '', '', '', card.grade, '', '', ''],
    [say({ code: 'card.factor' }), '', '', '', '', '', exactCell(card.factor), '', '', ''],
  ];
}
