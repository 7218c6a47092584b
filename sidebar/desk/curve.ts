import { call } from '../../core/catalogue/call';
import { cellText } from '../../core/table/cell';
import { isNumberFault, readNumber } from '../../core/table/number-cell';
import { wordOf } from '../../core/rules/rule-row';
import { exactToNumber } from '../../core/amount/text';
import type { Answer, Desk } from './desk';
import { refuseText } from './desk';
import type { RuleLine } from './plans';
import { isCurveRule } from './curve-rules';

/** What a total pays, point by point, and the rate of the next unit at each. */
export interface Curve {
  readonly totals: readonly number[];
  readonly pay: readonly number[];
  readonly marginal: readonly number[];
}

const POINTS = 60;

/** The payout curve of one part's rates and tiers, by the same function that finance uses. Undefined without any rate. */
export function payoutCurve(_desk: Desk, { rules, part, upTo }: { readonly rules: readonly RuleLine[]; readonly part: string; readonly upTo: number | undefined }): Answer<Curve> | undefined {
  const own = rules.filter((line) => isCurveRule(line) && (line.part === part || line.part === ''));
  if (!own.some(({ rule }) => ['tier', 'rate'].includes(wordOf(rule) ?? ''))) return undefined;
  const table = [['Plan', 'Rule', 'Item', 'From', 'Value'], ...own.map(({ rule, item, from, value }) => ['P', rule, item, from, value])];
  const bounds = own.flatMap(({ from }) => numberIn(from));
  const top = Math.max(upTo ?? 0, ...bounds.map((bound) => bound * 1.4), bounds.length > 0 ? 0 : 100000);
  const step = top / POINTS;
  const totals = Array.from({ length: POINTS + 1 }, (_, index) => Math.round(index * step * 100) / 100);
  const paid = call('COMMISSION', [totals.map((total) => [total]), table]);
  if (!paid.ok) return refuseText(paid.error.message);
  const pay = (paid.value as readonly (readonly number[])[]).map(([amount]) => Number(amount));
  const marginal = pay.map((amount, index) => (index === 0 ? 0 : (amount - (pay[index - 1] ?? 0)) / ((totals[index] ?? 0) - (totals[index - 1] ?? 0) || 1)));
  return { ok: true, value: { totals, pay, marginal: [marginal[1] ?? 0, ...marginal.slice(1)] } };
}

function numberIn(text: string): number[] {
  const read = readNumber(cellText(text));
  return read === 'blank' || isNumberFault(read) ? [] : [exactToNumber(read)];
}
