import type { Exact } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import { matchKey } from '../../table/cell';
import { readExact, readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

/** What a gate looks at: the score, how much of the card it rests on, the attainment, the team's attainment, or a KPI's score. */
export type GateOn = { readonly kind: 'score' | 'coverage' | 'attainment' | 'team attainment' } | { readonly kind: 'kpi'; readonly kpi: string };

export interface Gate {
  readonly on: GateOn;
  readonly least: Exact;
  /** What is paid below it. */
  readonly below: Exact;
}

const ON: ReadonlyMap<string, GateOn> = new Map(Object.entries<GateOn>({
  score: { kind: 'score' },
  得分: { kind: 'score' },
  总分: { kind: 'score' },
  coverage: { kind: 'coverage' },
  数据完整率: { kind: 'coverage' },
  完整率: { kind: 'coverage' },
  attainment: { kind: 'attainment' },
  达成率: { kind: 'attainment' },
  teamattainment: { kind: 'team attainment' },
  团队达成率: { kind: 'team attainment' },
}));

export function gateName(on: GateOn) {
  return on.kind === 'kpi' ? on.kpi : ({ code: `gate.${on.kind === 'team attainment' ? 'team' : on.kind}` } as const);
}

/** Whether a gate's bound is a share, told in %. */
export function isShare({ kind }: GateOn): boolean {
  return kind === 'coverage' || kind === 'attainment' || kind === 'team attainment';
}

export const gate = ruleWord<Gate>({
  name: { en: 'gate', zh: '门槛' },
  help: { en: 'Below From, only the share in Value is paid. Item: Score, attainment, a KPI, team attainment, or coverage (the share of the card that rests on actuals).', zh: '低于起点时只发数值所填的比例。项目填得分、达成率、某指标、团队达成率或数据完整率（考核表有实际值的权重占比）。' },
  scope: 'part',
  parse: ({ item, from, value }) => {
    if (item === '') return ruleFault('item', 'rule.missing', { expected: 'Score · attainment · team attainment · coverage' });
    const least = readExact(from, 'from');
    if (isRuleFault(least)) return least;
    const below = readShare(value, 'value');
    if (isRuleFault(below)) return below;
    return { on: ON.get(matchKey(item)) ?? { kind: 'kpi', kpi: item }, least: least.value, below: below.value };
  },
  sentence: ({ on, least, below }) => ({
    code: 'say.gate',
    params: { on: gateName(on), least: isShare(on) ? exactToPercent(least) : exactToDisplay(least), below: exactToPercent(below) },
  }),
});
