import type { Exact } from '../amount/exact';
import { ZERO, isZero, sign } from '../amount/exact';
import { matchKey, quoteCell } from '../table/cell';
import type { Day } from '../table/day';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import type { Table } from '../table/table';
import { cellAt, dayAt, dayColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../table/table';
import type { AppliesTo } from './applies-to';
import { readAppliesTo } from './applies-to';
import type { Scoring } from './scoring/read-scoring';
import { FULL_MARK, readScoring } from './scoring/read-scoring';
import type { Better, ScoringFault } from './scoring/scoring';
import { isScoringFault } from './scoring/scoring';
import type { Source } from './source';
import { readSource } from './source';
import type { Veto } from './veto';
import { readVeto } from './veto';
import { readWeight } from './weight-cell';
import type { Level, Missing, Rollup } from './words';
import { LEVEL, MISSING, ROLLUP, isCardRow, readBetter, readWord } from './words';

/** One row of the KPIs table, read. */
export interface Indicator {
  readonly row: number;
  readonly name: string;
  readonly key: string;
  readonly area: string;
  readonly unit: string;
  readonly better: Better;
  /** Undefined where the cell is blank (or 0, which some hosts deliver for it). */
  readonly weight: Exact | undefined;
  /** Weight `plus`: its points come on top of the weighted total. */
  readonly isOnTop: boolean;
  /** What holds for a month unless Targets say otherwise. */
  readonly baseline: Exact | undefined;
  readonly target: Exact | undefined;
  readonly scoring: Scoring;
  readonly cap: Exact | undefined;
  readonly floor: Exact | undefined;
  readonly missing: Missing;
  readonly rollup: Rollup | undefined;
  readonly source: Source | undefined;
  readonly veto: Veto | undefined;
  readonly appliesTo: AppliesTo;
  readonly level: Level;
  readonly effective: Day | undefined;
  /** What is wrong with the row: the indicator is shown, but cannot be scored. */
  readonly faults: readonly Issue[];
}

/** A weight of a whole area: a row with only Area and Weight. */
export interface AreaWeight {
  readonly row: number;
  readonly key: string;
  readonly weight: Exact;
  readonly appliesTo: AppliesTo;
  readonly effective: Day | undefined;
}

/** How the card of several months comes about: a row whose KPI is `Card`. */
export interface CardRule {
  readonly row: number;
  /** Whether the score is the mean of the months' scores, instead of that of the period at once. */
  readonly isMean: boolean;
  readonly appliesTo: AppliesTo;
  readonly effective: Day | undefined;
}

export interface Indicators {
  readonly table: Table;
  readonly all: readonly Indicator[];
  readonly areas: readonly AreaWeight[];
  readonly cards: readonly CardRule[];
}

const UNREADABLE: Scoring = { way: { kind: 'lookup', entries: [] }, cap: undefined, floor: undefined };

/** Reads the KPIs table: every row with a name is an indicator, but `Card` is the card itself; a row with only Area and Weight weighs the area. */
export function readIndicators(table: Table): Indicators {
  const [names, areas] = [textColumn(table, 'kpi'), textColumn(table, 'area')];
  for (const field of ['baseline', 'target', 'cap', 'floor']) numberColumn(table, field);
  dayColumn(table, 'effective');
  const all: Indicator[] = [];
  const weights: AreaWeight[] = [];
  const cards: CardRule[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const [name, area] = [textAt(names, row), textAt(areas, row)];
    if (name === '' && area !== '') {
      const made = readAreaWeight(table, row, area);
      if ('code' in made) table.faults.push(made);
      else weights.push(made);
    } else if (isCardRow(name)) cards.push(readCardRule(table, row));
    else all.push(readIndicator(table, row, name));
  }
  for (const { faults } of all) table.faults.push(...faults.filter((fault) => !table.faults.includes(fault)));
  return { table, all, areas: weights, cards };
}

function readAreaWeight(table: Table, row: number, area: string): AreaWeight | Issue {
  const { weight } = readWeight(table, row);
  if (!weight || sign(weight) < 0) return issue('kpi.weight', placeOf(table, row, 'weight'), { kpi: area, found: quoteCell(cellAt(table, row, 'weight')) });
  return { row, key: matchKey(area), weight, appliesTo: readAppliesTo(textAt(textColumn(table, 'for'), row)), effective: dayAt(dayColumn(table, 'effective'), row) };
}

function readCardRule(table: Table, row: number): CardRule {
  const rollup = readWord(textAt(textColumn(table, 'rollup'), row), ROLLUP);
  const isMean = rollup === 'average';
  if (rollup !== undefined && rollup !== 'sum' && !isMean) table.faults.push(issue('kpi.cardRollup', placeOf(table, row, 'rollup'), { found: quoteCell(cellAt(table, row, 'rollup')) }));
  return { row, isMean, appliesTo: readAppliesTo(textAt(textColumn(table, 'for'), row)), effective: dayAt(dayColumn(table, 'effective'), row) };
}

function readIndicator(table: Table, row: number, name: string): Indicator {
  const text = (field: string): string => textAt(textColumn(table, field), row);
  const faults: Issue[] = [];
  const read = <Value extends string | object>(field: string, made: Value | ScoringFault | undefined): Value | undefined => {
    if (typeof made !== 'object' || !isScoringFault(made)) return made;
    faults.push(issue(made.fault, placeOf(table, row, field), made.params));
    return undefined;
  };
  const numbers = optionalNumbers(table, row);
  const { weight, isOnTop, fault } = readWeight(table, row);
  faults.push(...table.faults.filter(({ at }) => at?.row === table.rowNumbers[row]));
  if (fault) faults.push(fault);
  if (name === '') faults.push(issue('cell.missing', placeOf(table, row, 'kpi')));
  if (weight && sign(weight) < 0) faults.push(issue('kpi.weight', placeOf(table, row, 'weight'), { kpi: name, found: quoteCell(cellAt(table, row, 'weight')) }));
  return {
    row,
    name,
    key: matchKey(name),
    area: text('area'),
    unit: text('unit'),
    better: read('better', readBetter(text('better'))) ?? 'higher',
    ...numbers,
    weight,
    isOnTop,
    scoring: read('scoring', readScoring(text('scoring'), isOnTop ? ZERO : FULL_MARK)) ?? UNREADABLE,
    missing: read('missing', readWord(text('missing'), MISSING)) ?? 'exclude',
    rollup: read('rollup', readWord(text('rollup'), ROLLUP)),
    source: read('source', readSource(text('source'))),
    veto: read('veto', readVeto(text('veto'))),
    appliesTo: readAppliesTo(text('for')),
    level: read('level', readWord(text('level'), LEVEL)) ?? 'person',
    effective: dayAt(dayColumn(table, 'effective'), row),
    faults,
  };
}

function optionalNumbers(table: Table, row: number): Pick<Indicator, 'baseline' | 'target' | 'cap' | 'floor'> {
  const number = (field: string): Exact | undefined => {
    const value = numberAt(numberColumn(table, field), row);
    return isZero(value) ? undefined : value;
  };
  return { baseline: number('baseline'), target: number('target'), cap: number('cap'), floor: number('floor') };
}
