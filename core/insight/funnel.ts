import type { Exact } from '../amount/exact';
import { ZERO, add, exactInteger, isZero, multiply } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { compareRatios } from '../amount/ratio';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { medianOf } from './customers';
import type { Deal, StageEntry } from './pipeline';
import { dealsOn } from './pipeline';

/** One stage of a funnel, for one group of deals. */
export interface FunnelStage {
  readonly group: string;
  readonly stage: string;
  /** Deals that entered the stage. */
  readonly deals: number;
  /** Deals that are there now, without a result. */
  readonly open: number;
  /** By currency: the deals' amounts as of the stage. */
  readonly amounts: ReadonlyMap<string, Exact>;
  /** The forecast, by currency: amount × probability of the deals that are open here. */
  readonly weighted: ReadonlyMap<string, Exact>;
  readonly toNext: Ratio | undefined;
  readonly fromFirst: Ratio | undefined;
  /** Of the stays that have ended. */
  readonly medianDays: Ratio | undefined;
  /** Open deals that have been there more than twice the median, by name. */
  readonly stuck: readonly string[];
}

/** The stages in the order deals pass them: by their average place within the deals, then as they come in the table. */
export function stageOrder(deals: readonly Deal[]): string[] {
  const places = new Map<string, { stage: string; sum: number; count: number }>();
  for (const deal of deals) {
    stagesOf(deal).forEach(({ stage }, index) => {
      const known = places.get(matchKey(stage)) ?? { stage, sum: 0, count: 0 };
      known.sum += index;
      known.count += 1;
      places.set(matchKey(stage), known);
    });
  }
  const average = ({ sum, count }: { sum: number; count: number }): Ratio => ({ top: exactInteger(sum), bottom: exactInteger(count) });
  return [...places.values()].sort((a, b) => compareRatios(average(a), average(b))).map(({ stage }) => stage);
}

/** A deal's stages, each at its first entry. */
function stagesOf(deal: Deal): StageEntry[] {
  const seen = new Set<string>();
  return deal.entries.filter(({ stage }) => {
    const key = matchKey(stage);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Counts, amounts, conversion and days of each stage, for each group of deals; one of several owners counts for each.
 * With `today` everything is as it stood on that day, and what is stuck is found.
 */
export function funnelOf(deals: readonly Deal[], groupsOf: (deal: Deal) => readonly string[], today: Day | undefined): FunnelStage[] {
  const known = today === undefined ? deals : dealsOn(deals, today);
  const stages = stageOrder(known);
  const groups = new Map<string, Deal[]>();
  for (const deal of known) {
    for (const key of groupsOf(deal)) groups.set(key, [...(groups.get(key) ?? []), deal]);
  }
  const usual = new Map(stages.map((stage) => [stage, medianOf(known.flatMap((deal) => staysIn(deal, stage)))]));
  return [...groups].flatMap(([group, own]) => stages.map((stage, index) => stageFigures(group, own, stages, index, today, usual.get(stage)?.twice)));
}

function stageFigures(group: string, deals: readonly Deal[], stages: readonly string[], index: number, today: Day | undefined, usualTwice: number | undefined): FunnelStage {
  const stage = stages[index] ?? '';
  const entered = deals.filter((deal) => entryOf(deal, stage) !== undefined);
  const later = new Set(stages.slice(index + 1).map(matchKey));
  const moved = entered.filter((deal) => deal.entries.some((entry) => later.has(matchKey(entry.stage))));
  const first = stages[0] ?? '';
  const began = deals.filter((deal) => entryOf(deal, first) !== undefined).length;
  const open = entered.filter((deal) => deal.result === undefined && matchKey(latestEntry(deal)?.stage ?? '') === matchKey(stage));
  const median = medianOf(entered.flatMap((deal) => staysIn(deal, stage)));
  const isLast = index === stages.length - 1;
  return {
    group,
    stage,
    deals: entered.length,
    open: open.length,
    amounts: sumByCurrency(entered, (deal) => entryOf(deal, stage), ({ amount }) => amount),
    weighted: sumByCurrency(open, latestEntry, ({ amount, probability }) => multiply(amount, probability)),
    toNext: isLast || entered.length === 0 ? undefined : shareOf(moved.length, entered.length),
    fromFirst: began === 0 ? undefined : shareOf(entered.length, began),
    medianDays: median && { top: exactInteger(median.twice), bottom: exactInteger(2) },
    stuck: today === undefined || usualTwice === undefined ? [] : open.filter((deal) => isStuck(deal, today, usualTwice)).map(({ name }) => name),
  };
}

function shareOf(part: number, whole: number): Ratio {
  return { top: exactInteger(part), bottom: exactInteger(whole) };
}

function entryOf(deal: Deal, stage: string): StageEntry | undefined {
  return deal.entries.find((entry) => matchKey(entry.stage) === matchKey(stage));
}

function latestEntry({ entries }: Deal): StageEntry | undefined {
  return entries[entries.length - 1];
}

/** The days of a stay in a stage that has ended: to the next entry. */
function staysIn(deal: Deal, stage: string): number[] {
  return deal.entries.flatMap((entry, index) => {
    const next = deal.entries[index + 1];
    return next && matchKey(entry.stage) === matchKey(stage) ? [next.entered - entry.entered] : [];
  });
}

/** In its stage for more than twice the usual days of it, and more than a week. */
function isStuck(deal: Deal, today: Day, usualTwice: number): boolean {
  const since = today - (latestEntry(deal)?.entered ?? today);
  return since > usualTwice && since > 7;
}

function sumByCurrency(deals: readonly Deal[], at: (deal: Deal) => StageEntry | undefined, of: (entry: StageEntry) => Exact): ReadonlyMap<string, Exact> {
  const sums = new Map<string, Exact>();
  for (const deal of deals) {
    const entry = at(deal);
    if (!entry || isZero(entry.amount)) continue;
    sums.set(deal.currency, add(sums.get(deal.currency) ?? ZERO, of(entry)));
  }
  return sums;
}
