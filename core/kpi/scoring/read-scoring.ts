import type { Exact } from '../../amount/exact';
import { exactInteger } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { largerRatio, ratioOf, smallerRatio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import { cellText, quoteCell } from '../../table/cell';
import { nearestOf } from '../../table/nearest';
import type { LookupScoring } from './lookup';
import { LOOKUP_WORDS, readLookup, sayLookup, scoreLookup } from './lookup';
import type { PerUnitScoring } from './per-unit';
import { PER_UNIT_WORDS, readPerUnit, sayPerUnit, scorePerUnit } from './per-unit';
import type { PointsScoring } from './points';
import { LINEAR_WORDS, STEP_WORDS, readPoints, sayPoints, scorePoints, usesShare } from './points';
import type { RatioScoring } from './ratio';
import { RATIO_WORDS, readRatio, sayRatio, scoreRatio } from './ratio';
import type { Better, ScoreLimits, ScoringFault, Subject } from './scoring';
import { isScoringFault, scoringFault } from './scoring';
import type { TokenReader } from './tokens';
import { tokenReader, tokensOf } from './tokens';

/** One of the four kinds, with the limits written around it. */
export interface Scoring extends ScoreLimits {
  readonly way: RatioScoring | PointsScoring | PerUnitScoring | LookupScoring;
}

export const FULL_MARK: Exact = exactInteger(100);

const known = new Map<string, Scoring | ScoringFault>();

/**
 * Reads a scoring text; blank is `ratio`. The same text is read once. What is added or deducted per unit starts from
 * full marks unless it says `full`; points on top start from 0.
 */
export function readScoring(text: string, start: Exact = FULL_MARK): Scoring | ScoringFault {
  const key = cellText(text);
  const found = start === FULL_MARK ? known.get(key) : undefined;
  if (found) return found;
  const made = parseScoring(key, start);
  if (start !== FULL_MARK) return made;
  if (known.size < 10000) known.set(key, made);
  return made;
}

function parseScoring(text: string, start: Exact): Scoring | ScoringFault {
  const tokens = tokensOf(text);
  const [first = 'ratio'] = tokens;
  if (includes(LOOKUP_WORDS, first)) return lookupOf(text.replace(/^\s*\S+?[\s:：]+/, ''), text);
  const reader = tokenReader(tokens.slice(1));
  if (includes(RATIO_WORDS, first)) return finish(text, reader, (full) => readRatio(reader, full));
  if (includes(LINEAR_WORDS, first)) return finish(text, reader, () => readPoints('linear', reader));
  if (includes(STEP_WORDS, first)) return finish(text, reader, () => readPoints('step', reader));
  if (includes(PER_UNIT_WORDS, first)) return finish(text, reader, () => readPerUnit(reader, start));
  return lookupOf(text, text);
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

function lookupOf(pairs: string, text: string): Scoring | ScoringFault {
  const way = readLookup(pairs);
  const isNumbers = way && !isScoringFault(way) && pairs === text && way.entries.some(({ label }) => /(?:^|\s)[\d.%+-]+$/.test(label));
  if (!way || isNumbers) return unknownScoring(text);
  return isScoringFault(way) ? way : { way, cap: undefined, floor: undefined };
}

function unknownScoring(text: string): ScoringFault {
  const near = nearestOf(tokensOf(text)[0] ?? '', [...RATIO_WORDS, ...LINEAR_WORDS, ...STEP_WORDS, ...LOOKUP_WORDS]);
  return scoringFault('scoring', 'scoring.unknown', { found: quoteCell(text), nearest: near === undefined ? '' : { code: 'word.didYouMean', params: { word: near } } });
}

/** Reads the kind's own words and the limits around it; what is left over is a fault. */
function finish(text: string, reader: TokenReader, read: (full: Exact) => Scoring['way'] | ScoringFault): Scoring | ScoringFault {
  let way = read(FULL_MARK);
  if (isScoringFault(way)) return way;
  let [cap, floor]: [Exact | undefined, Exact | undefined] = [undefined, undefined];
  for (let left = -1; left !== reader.rest.length; ) {
    left = reader.rest.length;
    if (reader.word('cap', '封顶')) cap = reader.quantity()?.value ?? cap;
    else if (reader.word('floor', '保底')) floor = reader.quantity()?.value ?? floor;
    else if (way.kind === 'ratio' && reader.word('full', '满分')) way = { ...way, full: reader.quantity()?.value ?? way.full };
  }
  if (reader.rest.length > 0) return scoringFault('scoring', 'scoring.leftOver', { found: quoteCell(text), rest: reader.rest.join(' ') });
  return { way, cap, floor };
}

/** The score of a subject, undivided and unrounded, within its limits. */
export function scoreOf(scoring: Scoring, subject: Subject): Ratio | ScoringFault {
  const score = ownScore(scoring.way, subject);
  if (isScoringFault(score)) return score;
  return limited(score, scoring);
}

/** Keeps a score within its limits; the cap comes last. */
export function limited(score: Ratio, { cap, floor }: ScoreLimits): Ratio {
  const raised = floor ? largerRatio(score, ratioOf(floor)) : score;
  return cap ? smallerRatio(raised, ratioOf(cap)) : raised;
}

function ownScore(way: Scoring['way'], subject: Subject): Ratio | ScoringFault {
  switch (way.kind) {
    case 'ratio':
      return scoreRatio(way, subject);
    case 'linear':
    case 'step':
      return scorePoints(way, subject);
    case 'per unit':
      return scorePerUnit(way, subject);
    case 'lookup':
      return scoreLookup(way, subject);
  }
}

/** Whether a scoring cannot do without a target. */
export function needsTarget({ way }: Scoring): boolean {
  switch (way.kind) {
    case 'ratio':
      return true;
    case 'linear':
    case 'step':
      return usesShare(way) || way.knots.some(({ at }) => at.kind === 'named' && at.name === 'target');
    case 'per unit':
      return way.unit.percent;
    case 'lookup':
      return false;
  }
}

/** The best mark a scoring is built around, against which a score without a target is judged. */
export function fullMarkOf({ way }: Scoring): Exact {
  return way.kind === 'ratio' || (way.kind === 'per unit' && !way.bonus) ? way.full : FULL_MARK;
}

/** The scoring in one plain sentence. */
export function sayScoring({ way }: Scoring, better: Better): Message {
  switch (way.kind) {
    case 'ratio':
      return sayRatio(way, better);
    case 'linear':
    case 'step':
      return sayPoints(way);
    case 'per unit':
      return sayPerUnit(way, better);
    case 'lookup':
      return sayLookup(way);
  }
}
