import { ONE, compare, exactInteger, sign } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Part } from '../plan';
import { gateName, isShare } from '../words/gate';
import type { Finding } from './finding';

/** Ten times a target is never meant: 90 was typed for 90 %. */
const FAR_ATTAINMENT = exactInteger(10);

/** Gates that never close, that pay in full below their bound, or that are shut for everyone: 90 for 90 %, a coverage above 100 %. */
export function oddGates({ rules }: Part): Finding[] {
  return rules.gate.flatMap(({ on, least, below, row }): Finding[] => {
    const isBeyond = on.kind === 'coverage' ? compare(least, ONE) > 0 : isShare(on) && compare(least, FAR_ATTAINMENT) >= 0;
    const typed = { found: exactToDisplay(least), read: exactToPercent(least), meant: `${exactToDisplay(least)}%` };
    if (isBeyond) return [{ code: on.kind === 'coverage' ? 'plan.coverageGate' : 'plan.attainmentGate', row, params: typed, severity: 'error', field: 'from' }];
    if (sign(least) <= 0) return [{ code: 'plan.gateOpen', row, params: { on: gateName(on) }, field: 'from' }];
    if (compare(below, ONE) === 0) return [{ code: 'plan.gatePaysAll', row, params: { on: gateName(on) } }];
    return [];
  });
}
