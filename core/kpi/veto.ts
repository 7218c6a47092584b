import type { Exact } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { compareRatio, compareRatios, ratioOf } from '../amount/ratio';
import { exactToDisplay } from '../amount/text';
import type { Message } from '../locale/message';
import { plainText, quoteCell } from '../table/cell';
import { isNumberFault, readNumber } from '../table/number-cell';
import { sameLabel } from './scoring/lookup';
import type { ScoringFault } from './scoring/scoring';
import { scoringFault } from './scoring/scoring';

/** 一票否决: a condition on the actual (or on attainment), and what it does when it holds. */
export interface Veto {
  readonly on: 'actual' | 'attainment';
  readonly when: VetoTest;
  readonly action: VetoAction;
}

type VetoTest = LimitTest | LabelTest;
interface LimitTest {
  readonly kind: 'below' | 'above' | 'from' | 'upTo';
  readonly limit: Exact;
}
interface LabelTest {
  readonly kind: 'is' | 'not';
  readonly label: string;
}

export type VetoAction =
  | { readonly kind: 'zero kpi' | 'zero card' }
  | { readonly kind: 'grade'; readonly grade: string }
  | { readonly kind: 'factor'; readonly factor: Exact };

const TESTS: readonly (readonly [VetoTest['kind'], RegExp])[] = [
  ['from', /^(?:at least|>=|≥|不低于|不少于|达到)\s*/],
  ['upTo', /^(?:at most|<=|≤|不高于|不超过)\s*/],
  ['below', /^(?:below|under|less than|<|低于|少于|小于)\s*/],
  ['above', /^(?:above|over|more than|>|高于|超过|大于|多于)\s*/],
  ['not', /^(?:is not|not|不为|不是|≠)\s*/],
  ['is', /^(?:is|=|为|是)\s*/],
];

const ACTION = /[\s:：,，;；→-]*(?:(zero kpi|本项归零|本项零分|该项归零)|(zero card|总分归零|全卡归零|总分零分)|(?:grade|等级|评为)\s*[:：]?\s*(\S+)|(?:factor|系数)\s*[:：]?\s*(-?[\d.]+%?))\s*$/;

/** Reads `below 90%: zero card`, `is yes → grade D`, `低于 90%：总分归零`. Without an action the KPI's own score is zero. */
export function readVeto(text: string): Veto | ScoringFault | undefined {
  const plain = plainText(text);
  if (plain === '') return undefined;
  const fault = scoringFault('scoring', 'kpi.veto', { found: quoteCell(text) });
  const ending = ACTION.exec(plain.toLowerCase());
  const action = ending ? actionOf(ending, plain) : ({ kind: 'zero kpi' } as const);
  if (!action) return fault;
  const condition = ending ? plain.slice(0, ending.index) : plain;
  const ofAttainment = /^(?:attainment|达成率|完成率)\s*/i.exec(condition);
  const test = condition.slice(ofAttainment?.[0].length ?? 0).trim();
  const when = testOf(test);
  return when ? { on: ofAttainment ? 'attainment' : 'actual', when, action } : fault;
}

function actionOf(match: RegExpExecArray, plain: string): VetoAction | undefined {
  if (match[1] !== undefined) return { kind: 'zero kpi' };
  if (match[2] !== undefined) return { kind: 'zero card' };
  // The grade keeps the letters it was written with.
  if (match[3] !== undefined) return { kind: 'grade', grade: plain.trimEnd().slice(-match[3].length) };
  const factor = readNumber(match[4]);
  return factor === 'blank' || isNumberFault(factor) ? undefined : { kind: 'factor', factor };
}

function testOf(text: string): VetoTest | undefined {
  for (const [kind, pattern] of TESTS) {
    const match = pattern.exec(text.toLowerCase());
    if (!match) continue;
    const rest = text.slice(match[0].length).trim();
    if (rest === '') return undefined;
    if (kind === 'is' || kind === 'not') return { kind, label: rest };
    const limit = readNumber(rest);
    return limit === 'blank' || isNumberFault(limit) ? undefined : { kind, limit };
  }
  return undefined;
}

/** Whether a veto holds. What cannot be told (no attainment, a text where a number is compared) does not. */
export function vetoHolds(veto: Veto, actual: Ratio | undefined, label: string, attainment: Ratio | undefined): boolean {
  const { when } = veto;
  const value = veto.on === 'attainment' ? attainment : actual;
  if ('label' in when) return isLabel(when.label, value, label) === (when.kind === 'is');
  if (!value) return false;
  const order = compareRatio(value, when.limit);
  switch (when.kind) {
    case 'below':
      return order < 0;
    case 'above':
      return order > 0;
    case 'from':
      return order >= 0;
    case 'upTo':
      return order <= 0;
  }
}

function isLabel(wanted: string, value: Ratio | undefined, label: string): boolean {
  const number = readNumber(wanted);
  const isNumber = number !== 'blank' && !isNumberFault(number);
  return value && isNumber ? compareRatios(value, ratioOf(number)) === 0 : sameLabel(wanted, label);
}

export function sayVetoAction(action: VetoAction): Message {
  switch (action.kind) {
    case 'zero kpi':
      return { code: 'veto.zeroKpi' };
    case 'zero card':
      return { code: 'veto.zeroCard' };
    case 'grade':
      return { code: 'veto.grade', params: { grade: action.grade } };
    case 'factor':
      return { code: 'veto.factor', params: { factor: exactToDisplay(action.factor) } };
  }
}
