import { ratioOf, roundRatio } from '../../amount/ratio';
import { attainment as attainmentOf } from '../../kpi/attainment';
import { isMissingActual } from '../../kpi/actuals';
import { isScoringFault } from '../../kpi/scoring/scoring';
import { readBetter } from '../../kpi/words';
import { fail, issue, succeed } from '../../table/issue';
import type { FunctionEntry } from '../function-entry';
import { choiceArgument, isOmitted, numberOf, overRanges, textArgument } from '../read-arguments';
import { faultOf } from './kpi-score';

const METHODS = { ratio: ['比率', '比率法'], mirror: ['镜像', '对称'], inverse: ['倒数', '反比'], signed: ['带符号', '正负'] } as const;

/** Attainment as a fraction. */
export const attainment: FunctionEntry = {
  name: 'ATTAINMENT',
  purpose: { en: 'Attainment as a fraction: actual ÷ target, mirrored where lower is better.', zh: '达成率（小数）：实际 ÷ 目标；越低越好时取镜像。' },
  parameters: [
    { name: 'actual', kind: 'number', shaped: true, help: { en: 'The actual; a range gives a range. A blank or “-” is missing.', zh: '实际值，给区域则返回区域；空白或“-”为缺失。' } },
    { name: 'target', kind: 'number', shaped: true, help: { en: 'The target; 0 is an error, a negative one needs the method signed.', zh: '目标值；为 0 报错，为负须用“带符号”。' } },
    { name: 'better', kind: 'text', optional: true, help: { en: 'higher (default) or lower.', zh: '越高越好（默认）或越低越好。' } },
    { name: 'method', kind: 'text', optional: true, help: { en: 'ratio A÷T (default; mirror 2 − A÷T where lower is better), mirror, inverse T÷A, signed 1 + (A − T)÷|T|.', zh: '比率 A÷T（默认；越低越好时为镜像 2 − A÷T）、镜像、倒数 T÷A、带符号 1 +（A − T）÷|T|。' } },
  ],
  result: { en: 'A fraction: 0.9 is 90%.', zh: '小数：0.9 即 90%。' },
  examples: [
    { args: [450000, 500000], result: 0.9 },
    { args: [[[78000], [120000]], 100000], result: [[0.78], [1.2]] },
    { args: [5, 4, 'lower'], result: 0.75 },
    { args: [8, 4, 'lower', 'inverse'], result: 0.5 },
    { args: [-50, -100, null, 'signed'], result: 1.5 },
  ],
  evaluate: ([actual, target, better, method]) => {
    for (const [name, value] of [['actual', actual], ['target', target]] as const) if (isOmitted(value)) return fail(issue('argument.missing', undefined, { name }));
    const [direction, chosen] = [textArgument(better, 'better'), choiceArgument(method, 'method', METHODS)];
    if (!direction.ok) return direction;
    if (!chosen.ok) return chosen;
    const side = readBetter(direction.value);
    if (typeof side !== 'string') return faultOf(side);
    return overRanges([actual, target], ['actual', 'target'], ([own, goal]) => {
      if (isMissingActual(own)) return succeed('');
      const [a, t] = [numberOf(own, 'actual'), numberOf(goal, 'target')];
      if (!a.ok) return a;
      if (!t.ok) return t;
      const reached = attainmentOf(ratioOf(a.value), ratioOf(t.value), side, chosen.value);
      return isScoringFault(reached) ? faultOf(reached) : succeed(roundRatio(reached, 25));
    });
  },
};
