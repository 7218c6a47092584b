import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, compare } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, compareRatio, compareRatios, divideRatios, multiplyRatios, ratioOf } from '../../amount/ratio';
import type { Part } from '../../rules/plan';
import { countsOnOf } from '../../rules/plan';
import type { Receipt } from '../../trade/receipts';

/** From a share of the order received on, how much of its lines counts in all. */
interface Step {
  readonly from: Exact;
  readonly counts: Exact;
}

export type ReceiptSteps = readonly Step[];

/** The steps in which receipts count, the lowest first; none where every receipt brings its part. */
export function stepsOfReceipts(part: Part): ReceiptSteps {
  if (countsOnOf(part) === 'paid in full') return [{ from: ONE, counts: ONE }];
  return [...part.rules.receiptStep].sort((a, b) => compare(a.from, b.from));
}

/** How much counts with so much received: what the step reached says, and of what goes back its part of that. */
export function newStaircase(steps: ReceiptSteps): (settled: Ratio) => Ratio {
  if (steps.length === 0) return (settled) => settled;
  let [peak, reached] = [NOTHING, NOTHING];
  return (settled) => {
    if (compareRatios(settled, peak) < 0) return multiplyRatios(reached, divideRatios(settled, peak));
    peak = settled;
    const step = steps.filter(({ from }) => compareRatio(settled, from) >= 0).pop();
    reached = step ? ratioOf(step.counts) : NOTHING;
    return reached;
  };
}

/** Keeps the fees of receipts that have not counted by themselves for the one that makes a step. */
export function newFees(steps: ReceiptSteps): (receipt: Receipt | undefined, counts: boolean) => Receipt | undefined {
  if (steps.length === 0) return (receipt) => receipt;
  let fees = ZERO;
  return (receipt, counts) => {
    fees = add(fees, receipt?.fee ?? ZERO);
    if (!receipt || !counts) return receipt;
    const made = { ...receipt, fee: fees };
    fees = ZERO;
    return made;
  };
}
