import type { YearFacts, YearLine, YearPart, YearPerson, YearPlan, YearReceipt, YearVersion } from '../oracle/year-facts';

/** Years that once came out wrong, or nearly: as small as they get, with the figures worked by hand. */
export interface YearCase {
  readonly what: string;
  readonly plans: readonly YearPlan[];
  readonly facts: YearFacts;
  /** What changes in the ledger, from a period on. */
  readonly later?: { readonly from: string; readonly facts: YearFacts };
  /** The periods to close, in order. */
  readonly periods: readonly string[];
  /** By period and by plan and person: [earned, adjustment, payable, carried]. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, readonly [number, number, number, number]>>>>;
}

const PART: YearPart = { name: '', measure: 'revenue', countsOn: 'order', mode: 'marginal', span: 'month', by: 'person', limits: [], share: '1', refund: 'original', holds: [] };

export const part = (rules: Partial<YearPart>): YearPart => ({ ...PART, ...rules });

export const version = (number: number, effective: string, parts: readonly [YearPart, ...YearPart[]], rules: Partial<YearVersion> = {}): YearVersion => ({
  version: number,
  parts,
  payEvery: 'month',
  firstDay: 1,
  planLimits: [],
  ...(effective !== '' && { effective }),
  ...rules,
});

export const plan = (...versions: [YearVersion, ...YearVersion[]]): YearPlan => ({ name: 'P', versions });

const person = (id: string, name: string, more: Partial<YearPerson> = {}): YearPerson => ({ id, name, stays: [{ team: 'EU', role: 'Sales', plan: 'P' }], scores: [], ...more });

export const AMY = person('E1', 'Amy');
export const BEN = person('E2', 'Ben');
export const CAI = person('E3', 'Cai');

/** A line of one owner, or of those named with their percentages. */
export const line = (order: string, orderDay: string, owner: string, amount: number, more: Partial<YearLine> = {}): YearLine => ({
  order, line: 1, orderDay, owners: [{ id: owner }], stages: {}, product: 'Lamp', amount, quantity: amount / 100, purchase: amount / 2, ...more,
});

export const back = (of: string, orderDay: string, owner: string, amount: number): YearLine => line(`R${of}`, orderDay, owner, -amount, { reverses: of });

export const facts = (people: readonly YearPerson[], lines: readonly YearLine[], receipts: readonly YearReceipt[] = []): YearFacts => ({ people, lines, receipts });

export const cases: readonly YearCase[] = [
  {
    // 1,000 of January at 1 % are 10. In February the order turns out to be 600: 6 are due, 4 come back from 5 of February.
    what: 'an order changed after closing is corrected once, and the rest of the year knows nothing of it',
    plans: [plan(version(1, '', [part({ rate: '0.01' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E1', 500)]),
    later: { from: '2026-02', facts: facts([AMY], [line('A', '2026-01-10', 'E1', 600), line('B', '2026-02-10', 'E1', 500)]) },
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [5, -4, 1, 0] }, '2026-03': {} },
  },
  {
    // January 40,000 at 1 % = 400. February makes 60,000: 2 % on 20,000 and 1 % more on 40,000 = 800. April takes A back:
    // 400 + 400; 20,000 are left in the year, at 1 %: B has 1 % too much, 200. What is carried is 1,000.
    what: 'a whole ladder over the year: a refund takes back what was paid with its true-up, and the others fall with the rate',
    plans: [plan(version(1, '', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 50000, rate: '0.02' }], mode: 'whole', span: 'year' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 40000), line('B', '2026-02-10', 'E1', 20000), back('A', '2026-04-10', 'E1', 40000)]),
    periods: ['2026-01', '2026-02', '2026-03', '2026-04'],
    expected: { '2026-01': { 'P E1': [400, 0, 400, 0] }, '2026-02': { 'P E1': [800, 0, 800, 0] }, '2026-03': {}, '2026-04': { 'P E1': [-1000, 0, 0, -1000] } },
  },
  {
    // Before 26 January is January; 1 % = 10. From the 26th on is February: 20.
    what: 'a month from day 26 holds its own days',
    plans: [plan(version(1, '', [part({ rate: '0.01' })], { firstDay: 26 }))],
    facts: facts([AMY], [line('A', '2026-01-25', 'E1', 1000), line('B', '2026-01-26', 'E1', 2000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [20, 0, 20, 0] } },
  },
  {
    // A's 100 come back in March under the gate's half: what was paid in January, 50, is taken back, whatever March's score.
    what: 'a refund takes back what was paid under the gate of its own month',
    plans: [plan(version(1, '', [part({ rate: '0.1', gate: { from: 60, below: '0.5' } })]))],
    facts: facts([{ ...AMY, scores: [55, 95, 95] }], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-03-10', 'E1', 1000), line('B', '2026-03-11', 'E1', 2000)]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [50, 0, 50, 0] }, '2026-02': {}, '2026-03': { 'P E1': [150, 0, 150, 0] } },
  },
  {
    // 30 of 100 a month are lent in January (70 earned); February earns 120: 20 above the draw come back, 10 are still owed.
    what: 'a recoverable draw is taken back from what exceeds it',
    plans: [plan(version(1, '', [part({ rate: '0.01' })], { draw: { kind: 'recoverable', amount: 100 } }))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 7000), line('B', '2026-02-10', 'E1', 12000), line('C', '2026-03-10', 'E1', 20000)]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [70, 0, 100, 0] }, '2026-02': { 'P E1': [120, 0, 100, 0] }, '2026-03': { 'P E1': [200, 0, 190, 0] } },
  },
  {
    // Ben leaves on 31 January; B, ordered in January, counts in February for nobody.
    what: 'what counts after somebody left is not theirs',
    plans: [plan(version(1, '', [part({ rate: '0.01', countsOn: 'shipment' })]))],
    facts: facts([AMY, { ...BEN, left: '2026-01-31' }], [line('A', '2026-01-10', 'E2', 1000, { shipDay: '2026-01-20' }), line('B', '2026-01-10', 'E2', 1000, { shipDay: '2026-02-20' })]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E2': [10, 0, 10, 0] }, '2026-02': {} },
  },
];
