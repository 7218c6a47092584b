import type { Exact } from '../amount/exact';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';

/** One stage that a deal entered. */
export interface StageEntry {
  readonly stage: string;
  readonly entered: Day;
  readonly amount: Exact;
  readonly probability: Exact;
  readonly row: number;
}

/** A deal: its stages in the order they were entered, and how it ended. */
export interface Deal {
  readonly name: string;
  readonly customer: string;
  readonly owner: string;
  readonly country: string;
  readonly currency: string;
  readonly entries: readonly StageEntry[];
  readonly result: DealResult | undefined;
  /** The day of the row with the result. */
  readonly decided: Day | undefined;
}

export type DealResult = 'won' | 'lost';

const WON = new Set(['won', 'win', '赢单', '成交', '赢', '中标', '成功']);
const LOST = new Set(['lost', 'loss', '输单', '丢单', '流失', '失败', '未中标', '取消', 'cancelled', 'canceled']);

/** Reads the pipeline: a deal has a row for each stage it entered. */
export function readPipeline(table: Table): Deal[] {
  const text = (field: string) => textColumn(table, field);
  const [names, customers, owners, countries] = [text('deal'), text('customer'), text('owner'), text('country')];
  const [stages, currencies, results] = [text('stage'), text('currency'), text('result')];
  const [entered, amounts, probabilities] = [dayColumn(table, 'entered'), numberColumn(table, 'amount'), numberColumn(table, 'probability')];
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const blanks = [['deal', textAt(names, row) === ''], ['stage', textAt(stages, row) === ''], ['entered', dayAt(entered, row) === undefined]] as const;
    const blank = blanks.find(([, isMissing]) => isMissing);
    if (blank) {
      faultRow(table, row, blank[0], { code: 'cell.missing', params: {} });
      continue;
    }
    const result = matchKey(textAt(results, row));
    if (result !== '' && !WON.has(result) && !LOST.has(result)) {
      faultRow(table, row, 'result', { code: 'pipeline.result', params: { found: textAt(results, row) } });
      continue;
    }
    const key = matchKey(textAt(names, row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((rows): Deal => {
    const sorted = [...rows].sort((a, b) => (dayAt(entered, a) ?? 0) - (dayAt(entered, b) ?? 0) || a - b);
    const last = sorted[sorted.length - 1] ?? 0;
    const closing = [...sorted].reverse().find((row) => textAt(results, row) !== '');
    const first = (column: ReturnType<typeof textColumn>): string => sorted.map((row) => textAt(column, row)).find((value) => value !== '') ?? '';
    return {
      name: textAt(names, last),
      customer: first(customers),
      owner: textAt(owners, last) === '' ? first(owners) : textAt(owners, last),
      country: first(countries),
      currency: first(currencies).toUpperCase(),
      entries: sorted.map((row) => ({ stage: textAt(stages, row), entered: dayAt(entered, row) ?? 0, amount: numberAt(amounts, row), probability: numberAt(probabilities, row), row })),
      result: closing === undefined ? undefined : resultOf(textAt(results, closing)),
      decided: closing === undefined ? undefined : dayAt(entered, closing),
    };
  });
}

function resultOf(text: string): DealResult {
  return WON.has(matchKey(text)) ? 'won' : 'lost';
}

/** The deals as they stood at the end of a day: later stages and results were not known yet. */
export function dealsOn(deals: readonly Deal[], day: Day): Deal[] {
  return deals.flatMap((deal): Deal[] => {
    const entries = deal.entries.filter(({ entered }) => entered <= day);
    if (entries.length === 0) return [];
    const isDecided = deal.decided !== undefined && deal.decided <= day;
    return [isDecided ? { ...deal, entries } : { ...deal, entries, result: undefined, decided: undefined }];
  });
}
