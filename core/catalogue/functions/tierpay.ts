import type { Exact } from '../../amount/exact';
import { ZERO, add, compare, subtract } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Ladder } from '../../commission/ladder';
import { makeLadder, payOfTotal } from '../../commission/ladder';
import { isBlank } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { isNumberFault, readNumber } from '../../table/number-cell';
import type { Argument, FunctionEntry } from '../function-entry';
import { choiceArgument, isOmitted, numberOf, overRanges, toRange } from '../read-arguments';

const MODES = { marginal: ['超额累进'], whole: ['全额累进'], interpolated: ['插值'] } as const;
const EDGES = { from: ['含', '起'], above: ['超过', '不含'] } as const;

/** What an amount pays on a two-column tier table: T(before + amount) − T(before). */
export const tierpay: FunctionEntry = {
  name: 'TIERPAY',
  purpose: { en: 'What an amount pays on a tier table in cells.', zh: '按单元格中的阶梯表计算提成。' },
  parameters: [
    { name: 'amount', kind: 'number', shaped: true, help: { en: 'The amount to be paid on; a range gives a range.', zh: '计提金额；给区域则返回区域。' } },
    { name: 'tiers', kind: 'range', help: { en: 'Two columns: lower bound and rate. A header row is allowed.', zh: '两列：下限和提成率，可含表头。' } },
    { name: 'mode', kind: 'text', optional: true, help: { en: 'marginal (default), whole or interpolated.', zh: '超额累进（默认）、全额累进或插值。' } },
    { name: 'before', kind: 'number', optional: true, shaped: true, help: { en: 'The running total already paid on.', zh: '此前已计提的累计数。' } },
    { name: 'edge', kind: 'text', optional: true, help: { en: 'from (default): a total on a bound belongs to the upper tier; above: to the lower.', zh: '含（默认）：正好等于下限按高一档；超过：按低一档。' } },
  ],
  result: { en: 'Money, unrounded.', zh: '金额，不取整。' },
  examples: [
    { args: [150000, [[0, 0.05], [100000, 0.06], [125000, 0.07]]], result: 8250 },
    { args: [16000, [[0, 0.01], [16000, 0.0375]], 'whole'], result: 600 },
    { args: [1500000, [[0, 0.001], [4166667, 0.002], [8333333, 0.003]], 'marginal', 3507000], result: 2340.333 },
    { args: [[[15999], [16000]], [[0, '1%'], [16000, '3.75%']], '全额累进'], result: [[159.99], [600]] },
    { args: [1500000, [[0, '1.75%'], [1500000, '2.5%']], 'whole', null, 'above'], result: 26250 },
  ],
  evaluate: ([amount, tiers, mode, before, edge]) => {
    if (isOmitted(amount)) return fail(issue('argument.missing', undefined, { name: 'amount' }));
    const [chosen, side] = [choiceArgument(mode, 'mode', MODES), choiceArgument(edge, 'edge', EDGES)];
    if (!chosen.ok) return chosen;
    if (!side.ok) return side;
    const ladder = readTiers(tiers, chosen.value, side.value);
    if (!ladder.ok) return ladder;
    return overRanges([amount, isOmitted(before) ? 0 : before], ['amount', 'before'], ([own, start]) => {
      const [size, from] = [numberOf(own, 'amount'), numberOf(isBlank(start) ? 0 : start, 'before')];
      if (!size.ok) return size;
      if (!from.ok) return from;
      return succeed(stepPay(ladder.value, from.value, size.value));
    });
  },
};

/** T(before + amount) − T(before). */
export function stepPay(ladder: Ladder, before: Exact, amount: Exact): Exact {
  return subtract(payOfTotal(ladder, add(before, amount)), payOfTotal(ladder, before));
}

/** Tiers from two columns; rows that are wholly blank and a header of texts are passed over. */
export function readTiers(argument: Argument, mode: Ladder['mode'], edge: Ladder['edge']): Result<Ladder> {
  const rows = toRange(argument).filter((row) => !row.every(isBlank));
  const tiers: { from: Exact; rate: Exact }[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length < 2) return fail(issue('tiers.columns', undefined));
    const [from, rate] = [readNumber(row[0]), readNumber(row[1])];
    if (index === 0 && from === 'not a number' && (rate === 'not a number' || rate === 'blank')) continue;
    if (isNumberFault(from)) return fail(issue('argument.notNumber', undefined, { name: `tiers (${index + 1}, 1)`, found: String(row[0]) }));
    if (isNumberFault(rate)) return fail(issue('argument.notNumber', undefined, { name: `tiers (${index + 1}, 2)`, found: String(row[1]) }));
    tiers.push({ from: from === 'blank' ? ZERO : from, rate: rate === 'blank' ? ZERO : rate });
  }
  if (tiers.length === 0) return fail(issue('tiers.empty', undefined));
  const ladder = makeLadder(tiers, { mode, edge });
  const twice = ladder.bounds.find((bound, index) => index > 0 && compare(bound, ladder.bounds[index - 1] ?? ZERO) === 0);
  return twice ? fail(issue('tiers.twice', undefined, { from: exactToDisplay(twice) })) : succeed(ladder);
}
