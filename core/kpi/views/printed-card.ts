import { allocate, canAllocate } from '../../amount/allocate';
import type { Ratio } from '../../amount/ratio';
import { ratioToDisplay, roundRatio } from '../../amount/ratio';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { personText } from '../../table/people';
import type { ResultTable } from '../../table/result-table';
import { headerRow } from '../../table/result-table';
import type { KpiLedger } from '../kpi-ledger';
import type { Scorecard, WeighedLine } from '../card/scorecard';
import { SCORE_DECIMALS } from '../card/scorecard';
import { sayScoring } from '../scoring/read-scoring';
import { lineNote, resultNote } from './card-view';

const COLUMNS = ['col.kpi', 'col.area', 'col.unit', 'col.weight', 'col.target', 'col.actual', 'col.attainment', 'col.score', 'col.weighted', 'col.status', 'col.scoring', 'col.why'] as const;

/** A card to print and sign: figures as people read them, how each is scored and why it is what it is, and lines to sign. */
export interface PrintedCard {
  readonly title: string;
  /** The holder's team, role and manager. */
  readonly holder: string;
  readonly rows: ResultTable;
  /** What is signed: the targets when they are agreed, the result when it is seen. */
  readonly footer: readonly string[];
}

export function printedCard(ledger: KpiLedger, card: Scorecard, language: Language): PrintedCard {
  const say = (message: Message): string => render(message, language);
  const weighted = weightedTexts(card);
  const rows = card.lines.map((line, index) => printedLine(line, weighted[index] ?? '', language));
  const score = card.score ? exactToDisplay(card.score, SCORE_DECIMALS) : '';
  const status = say({ code: card.complete ? 'status.complete' : 'status.incomplete' });
  const last = (name: Message, value: string, more = '', why = ''): string[] => [say(name), '', '', '', '', '', '', value, name.code === 'card.total' ? value : '', more, '', why];
  return {
    title: say({ code: 'card.title', params: { who: card.holder.label, period: card.period.text } }),
    holder: holderLine(ledger, card),
    rows: [
      headerRow(COLUMNS, language),
      ...rows,
      last({ code: 'card.total' }, score, status, resultNote(card, language)),
      last({ code: 'card.grade' }, card.grade),
      last({ code: 'card.factor' }, card.factor ? exactToDisplay(card.factor) : ''),
    ],
    footer: [say({ code: 'card.agreed' }), say({ code: 'card.reviewed' }), say({ code: 'card.feedback' })],
  };
}

function holderLine({ people }: KpiLedger, { holder, period }: Scorecard): string {
  if (holder.scope.kind !== 'person') return '';
  const { person } = holder.scope;
  return ['team', 'role', 'manager'].map((column) => personText(people, person, column, period.last)).filter((text) => text !== '').join(' · ');
}

function printedLine(line: WeighedLine, weighted: string, language: Language): string[] {
  const { indicator, agreed, score } = line;
  const isPercent = /[%％]/.test(indicator.unit);
  const figure = (value: Ratio | undefined): string => {
    if (!value) return '';
    return isPercent ? exactToPercent(roundRatio(value, 4)) : ratioToDisplay(value);
  };
  return [
    indicator.name,
    indicator.area,
    indicator.unit,
    weightText(line, language),
    figure(agreed.target),
    line.actual ? figure(line.actual) : line.label,
    line.attainment ? exactToPercent(roundRatio(line.attainment, 3)) : '',
    score ? exactToDisplay(roundRatio(score, SCORE_DECIMALS), SCORE_DECIMALS) : '',
    weighted,
    render({ code: `status.${line.status}` }, language),
    render(sayScoring(indicator.scoring, indicator.better), language).trim(),
    lineNote(line, language),
  ];
}

function weightText({ indicator, shownWeight }: WeighedLine, language: Language): string {
  if (indicator.isOnTop) return render({ code: 'weight.plus' }, language);
  return shownWeight ? ratioToDisplay(shownWeight) : '';
}

/** The weighted scores at 2 decimals, so that they add up to the printed total (largest remainder). */
function weightedTexts({ lines, score }: Scorecard): string[] {
  const parts = lines.map(({ weighted }) => (weighted ? roundRatio(weighted, 12) : { units: 0, scale: 0 }));
  const isWhole = score !== undefined && canAllocate(parts) && !lines.some(({ veto }) => veto?.kind === 'zero card');
  const shown = isWhole ? allocate(score, parts, SCORE_DECIMALS) : lines.map(({ weighted }) => (weighted ? roundRatio(weighted, SCORE_DECIMALS) : { units: 0, scale: 0 }));
  return lines.map(({ weighted }, index) => {
    const part = shown[index];
    return weighted && part ? exactToDisplay(part, SCORE_DECIMALS) : '';
  });
}
