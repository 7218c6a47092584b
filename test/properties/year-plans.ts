import fc from 'fast-check';
import type { YearHold, YearLimit, YearPart, YearPlan, YearVersion } from '../oracle/year-facts';
import type { Scope } from './year-scope';

/** Random plans: the ten ways of sharing commission, combined, in one version or several. */
const rate = fc.constantFrom('0.01', '0.02', '0.005', '0.03', '0.05', '0.1');
const maybe = <Value>(on: boolean, value: fc.Arbitrary<Value>, freq = 3): fc.Arbitrary<Value | undefined> => (on ? fc.option(value, { nil: undefined, freq }) : fc.constant(undefined));

/** Bounds whose distances divide without remainder, for interpolated rates. */
const LADDERS = [[0, 10000], [0, 10000, 20000], [0, 20000, 40000], [0, 50000], [10000, 20000, 40000]];
const tiers = fc.tuple(fc.constantFrom(...LADDERS), fc.array(rate, { minLength: 3, maxLength: 3 })).map(([bounds, rates]) => bounds.map((from, at) => ({ from, rate: rates[at] ?? '0.01' })));

const hold: fc.Arbitrary<YearHold> = fc.record({
  until: fc.oneof(fc.constantFrom(1, 2, 3).map((months) => ({ kind: 'months' as const, months })), fc.constant({ kind: 'year end' as const }), fc.constant({ kind: 'receipt' as const })),
  share: fc.constantFrom('0.1', '0.5'),
});

function limitsOf(scope: Scope): fc.Arbitrary<YearLimit[]> {
  if (!scope.limits) return fc.constant([]);
  const maximum = fc.record({ kind: fc.constant('maximum' as const), span: scope.spanLimits ? fc.constantFrom(undefined, 'quarter' as const, 'year' as const) : fc.constant(undefined), amount: fc.constantFrom(300, 1000, 2500) });
  const minimum = fc.record({ kind: fc.constant('minimum' as const), amount: fc.constantFrom(100, 250) });
  const one: fc.Arbitrary<YearLimit[]> = fc.oneof(
    { weight: 4, arbitrary: fc.constant<YearLimit[]>([]) },
    { weight: 2, arbitrary: maximum.map((row): YearLimit[] => [clean(row)]) },
    ...(scope.moves && !scope.minimumOfLeavers ? [] : [{ weight: 1, arbitrary: minimum.map((row): YearLimit[] => [row]) }]),
  );
  if (!scope.manyLimits) return one;
  const both = fc.tuple(fc.constantFrom(300, 500), fc.constantFrom(1000, 2500)).map(([month, year]): YearLimit[] => [{ kind: 'maximum', amount: month }, { kind: 'maximum', span: 'year', amount: year }]);
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: both });
}

/** An absent key is not an undefined one. */
function clean<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}

export function partOf(scope: Scope): fc.Arbitrary<YearPart> {
  return fc
    .record({
      measure: fc.constantFrom('revenue', 'revenue', 'profit', 'quantity', ...(scope.receipts ? (['received'] as const) : [])),
      countsOn: fc.constantFrom('order', ...(scope.shipment ? (['shipment'] as const) : []), ...(scope.receipts ? (['receipt'] as const) : [])),
      rate,
      tiers: maybe(true, tiers),
      mode: scope.ladders ? fc.constantFrom('marginal', 'whole', 'interpolated') : fc.constant('marginal'),
      span: fc.constantFrom('month', 'quarter', 'year'),
      by: fc.constantFrom('person', 'person', 'team', 'plan'),
      stages: maybe(scope.stages, fc.constantFrom('0.6', '0.5', '0.3').map((share) => [{ name: 'Develop', share }, { name: 'Follow', share: String(Math.round((1 - Number(share)) * 10) / 10) }])),
      productFactor: maybe(scope.factors, fc.record({ product: fc.constant('Lamp'), factor: fc.constantFrom('1.2', '0.5') })),
      roleFactor: maybe(scope.factors, fc.record({ role: fc.constant('Manager'), factor: fc.constantFrom('1.5', '0.8') })),
      scoreFactor: maybe(scope.factors, fc.record({ from: fc.constant(90), factor: fc.constantFrom('1.1', '1.25') })),
      gate: maybe(scope.gates, fc.record({ from: fc.constant(60), below: fc.constantFrom('0', '0.5') })),
      bonus: maybe(scope.factors, fc.record({ product: fc.constant('Hose'), amount: fc.constantFrom(50, 120) })),
      limits: limitsOf(scope),
      reserve: maybe(scope.reserves, fc.constantFrom('0.1', '0.05')),
      refund: fc.constantFrom('original', 'original', 'current'),
      pool: maybe(scope.pools, fc.constantFrom('equal', 'credit')),
      holds: scope.holds ? fc.array(hold, { maxLength: 1 }) : fc.constant([]),
    })
    .map((made) => fitting({ ...made, name: '', share: '1' } as YearPart));
}

/** What cannot stand together is left out. */
function fitting(made: YearPart): YearPart {
  const part = { ...clean(made) } as { -readonly [Key in keyof YearPart]: YearPart[Key] };
  if (part.measure === 'received') part.countsOn = 'receipt';
  if (part.countsOn === 'receipt') part.refund = 'original';
  if (part.tiers) delete part.rate;
  else part.span = 'month';
  if (part.measure === 'quantity') {
    if (part.rate !== undefined) part.rate = '2';
    if (part.tiers) part.tiers = part.tiers.map(({ from, rate: per }) => ({ from: from / 100, rate: String(Number(per) * 100) }));
  }
  // A bonus lies outside the rates that a change of tier brings to earlier lines.
  if (part.tiers && part.mode !== 'marginal') delete part.bonus;
  if (part.measure === 'profit') delete part.bonus;
  // Who of those who share a line stands higher on a common ladder is told nowhere.
  if (part.stages && part.by !== 'person' && part.mode === 'marginal') part.by = 'person';
  if (part.pool) {
    part.by = 'team';
    part.limits = [];
    part.holds = [];
    delete part.roleFactor;
    delete part.scoreFactor;
    delete part.gate;
  }
  return part;
}

export function plansOfYear(scope: Scope): fc.Arbitrary<YearPlan[]> {
  const second = scope.secondPlan ? planOf({ ...scope, versions: 'one', twoParts: false, pools: false }, 'Q').map((plan) => [plan]) : fc.constant([]);
  return fc.tuple(planOf(scope, 'P'), second).map(([plan, more]) => [plan, ...more.map((one) => ({ ...one, versions: one.versions.map((version) => ({ ...version, payEvery: plan.versions[0].payEvery })) as unknown as YearPlan['versions'] }))]);
}

function planOf(scope: Scope, name: string): fc.Arbitrary<YearPlan> {
  const anything = scope.versions === 'anything';
  const later = fc.record({
    month: fc.integer({ min: 2, max: 7 }),
    parts: fc.tuple(partOf(scope), partOf(scope)),
    change: fc.constantFrom('rates', ...(anything ? (['counts on', 'calendar', ...(scope.formerNames ? (['rename'] as const) : []), 'add', 'drop', 'new'] as const) : [])),
    midMonth: anything ? fc.boolean() : fc.constant(false),
  });
  return fc
    .record({
      parts: fc.tuple(partOf(scope), partOf(scope)),
      two: scope.twoParts ? fc.boolean() : fc.constant(false),
      payEvery: scope.quarters ? fc.constantFrom('month', 'month', 'quarter') : fc.constant('month'),
      firstDay: fc.constantFrom(1, 1, 26),
      planMaximum: maybe(scope.limits, fc.constantFrom(800, 2000), 4),
      draw: maybe(scope.draws, fc.record({ kind: fc.constantFrom('recoverable', 'guaranteed'), amount: fc.constantFrom(100, 300) })),
      override: maybe(scope.overrides, fc.record({ from: fc.constantFrom(0, 5000, 20000), rate: fc.constantFrom('0.01', '0.005') })),
      later: scope.versions === 'one' ? fc.constant([]) : fc.array(later, { maxLength: 2 }),
    })
    .map(({ parts, two, payEvery, firstDay, planMaximum, draw, override, later: changes }) => {
      const [one, other] = parts;
      const first = clean({
        version: 1,
        parts: two ? [{ ...one, name: 'A', share: '0.7' }, { ...other, name: 'B', share: '0.3' }] : [{ ...one, name: anything ? 'A' : '' }],
        payEvery,
        firstDay,
        planLimits: planMaximum === undefined ? [] : [{ kind: 'maximum', amount: planMaximum }],
        draw,
        override: two ? undefined : override,
      }) as unknown as YearVersion;
      const versions = [first];
      for (const change of changes) versions.push(nextVersion(versions[versions.length - 1]!, change, versions.length + 1));
      return { name, versions: versions as unknown as YearPlan['versions'] };
    });
}

function withoutWas(part: YearPart): YearPart {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'was')) as unknown as YearPart;
}

interface Change {
  readonly month: number;
  readonly parts: readonly [YearPart, YearPart];
  readonly change: 'rates' | 'counts on' | 'calendar' | 'rename' | 'add' | 'drop' | 'new';
  readonly midMonth: boolean;
}

function nextVersion(before: YearVersion, { month, parts, change, midMonth }: Change, version: number): YearVersion {
  const start = before.payEvery === 'quarter' ? Math.floor((month - 1) / 3) * 3 + 1 : month;
  const effective = `2026-${String(before.firstDay === 26 ? Math.max(1, start - 1) : start).padStart(2, '0')}-${midMonth ? '15' : before.firstDay === 26 ? '26' : '01'}`;
  const [fresh, more] = parts;
  const rates = ({ rate: per, tiers: ladder }: YearPart): Partial<YearPart> => ({ ...(per !== undefined && { rate: per }), ...(ladder && { tiers: ladder }) });
  const sameShape = before.parts.map(withoutWas).map((part, at): YearPart => {
    const from = parts[at]!;
    const alike = (from.tiers === undefined) === (part.tiers === undefined) && (from.measure === 'quantity') === (part.measure === 'quantity');
    return alike ? { ...part, ...rates(from) } : part;
  });
  const [first] = sameShape;
  const changed: Partial<YearVersion> = {
    rates: {},
    'counts on': { parts: sameShape.map((part) => ({ ...part, countsOn: part.measure === 'received' ? 'receipt' : fresh.countsOn, refund: 'original' })) },
    calendar: { firstDay: before.firstDay === 1 ? 26 : 1 },
    rename: { parts: sameShape.map((part, at) => (at === 0 ? { ...part, name: `${part.name}${version}`, ...(sameShape.length > 1 && { was: part.name }) } : part)) },
    add: { parts: sameShape.length === 1 ? [first!, { ...more, name: 'New', share: '0.3' }] : sameShape },
    drop: { parts: [first!] },
    new: { parts: [{ ...fresh, name: `Fresh${version}` }] },
  }[change] as unknown as Partial<YearVersion>;
  const made = { ...before, version, effective, parts: sameShape as unknown as YearVersion['parts'], ...changed };
  // The oracle counts overrides on one part only.
  return made.parts.length > 1 ? (clean({ ...made, override: undefined }) as YearVersion) : made;
}
