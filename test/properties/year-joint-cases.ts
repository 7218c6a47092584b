import { AMY, BEN, CAI, back, facts, line, part, plan, version } from './year-cases';
import type { YearCase } from './year-cases';

/** Years whose trouble lies at a joint: between versions, parts, plans, or an order and its money. Figures worked by hand. */
const RATE = part({ rate: '0.02' });

export const jointCases: readonly YearCase[] = [
  {
    // 450,000 at 2 % = 9,000. From July 1 % and from 500,000 on 3 % of all: 550,000 × 3 % − 9,000 = 7,500.
    what: 'a new whole ladder brings earlier lines from what they were paid to its rate',
    plans: [plan(
      version(1, '', [part({ tiers: [{ from: 0, rate: '0.02' }], mode: 'whole', span: 'year' })]),
      version(2, '2026-07-01', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 500000, rate: '0.03' }], mode: 'whole', span: 'year' })]),
    )],
    facts: facts([AMY], [line('A', '2026-02-10', 'E1', 450000), line('B', '2026-07-10', 'E1', 100000)]),
    periods: ['2026-02', '2026-07'],
    expected: { '2026-02': { 'P E1': [9000, 0, 9000, 0] }, '2026-07': { 'P E1': [7500, 0, 7500, 0] } },
  },
  {
    // Paid with the order in February; from April on with the receipt: nothing is left to pay.
    what: 'what counted with the order does not count again with its receipt',
    plans: [plan(version(1, '', [RATE]), version(2, '2026-04-01', [part({ rate: '0.02', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-02-10', 'E1', 100000)], [{ order: 'A', day: '2026-04-20', amount: '100000' }]),
    periods: ['2026-02', '2026-03', '2026-04'],
    expected: { '2026-02': { 'P E1': [2000, 0, 2000, 0] }, '2026-03': {}, '2026-04': {} },
  },
  {
    // Ordered in March, shipped in April; from April on the order counts: it counts on 1 April.
    what: 'what waited for its shipment counts on the first day of a version that counts orders',
    plans: [plan(version(1, '', [part({ rate: '0.02', countsOn: 'shipment' })]), version(2, '2026-04-01', [RATE]))],
    facts: facts([AMY], [line('A', '2026-03-10', 'E1', 100000, { shipDay: '2026-04-25' })]),
    periods: ['2026-03', '2026-04'],
    expected: { '2026-03': {}, '2026-04': { 'P E1': [2000, 0, 2000, 0] } },
  },
  {
    // 120,000 × 1 % were paid in the old part; the new one takes back 1,200, not 3,600.
    what: 'a refund after a part was named anew takes back what the old one paid',
    plans: [plan(version(1, '', [part({ name: 'A', rate: '0.01' })]), version(2, '2026-02-01', [part({ name: 'B', rate: '0.03' })]))],
    facts: facts([AMY], [line('A', '2026-01-05', 'E1', 120000), back('A', '2026-02-05', 'E1', 120000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [1200, 0, 1200, 0] }, '2026-02': { 'P E1': [-1200, 0, 0, -1200] } },
  },
  {
    // The old version ends with 31 March; the new April is 1 to 25 April, and 26 April is in May.
    what: 'a change of the calendar loses no day and doubles none',
    plans: [plan(version(1, '', [RATE]), version(2, '2026-04-01', [RATE], { firstDay: 26 }))],
    facts: facts([AMY], [line('A', '2026-03-27', 'E1', 1000), line('B', '2026-04-10', 'E1', 10000), line('C', '2026-04-26', 'E1', 5000)]),
    periods: ['2026-03', '2026-04', '2026-05'],
    expected: { '2026-03': { 'P E1': [20, 0, 20, 0] }, '2026-04': { 'P E1': [200, 0, 200, 0] }, '2026-05': { 'P E1': [100, 0, 100, 0] } },
  },
  {
    // May from day 26 ends on 25 May; the month of June takes over on 26 May, and May's name is used: June begins on 26 May.
    what: 'a calendar that changes back joins the odd days to the next period',
    plans: [plan(version(1, '', [RATE], { firstDay: 26 }), version(2, '2026-05-26', [RATE]))],
    facts: facts([AMY], [line('A', '2026-05-25', 'E1', 1000), line('B', '2026-05-28', 'E1', 2000), line('C', '2026-06-28', 'E1', 4000)]),
    periods: ['2026-05', '2026-06', '2026-07'],
    expected: { '2026-05': { 'P E1': [20, 0, 20, 0] }, '2026-06': { 'P E1': [120, 0, 120, 0] }, '2026-07': {} },
  },
  {
    // 800,000 × 5 % = 40,000 a month, 30,000 of it paid; after three months 10,000 of the year's 100,000 are left.
    what: 'two caps: what the month lets through is what the year counts',
    plans: [plan(version(1, '', [part({ rate: '0.05', limits: [{ kind: 'maximum', amount: 30000 }, { kind: 'maximum', span: 'year', amount: 100000 }] })]))],
    facts: facts([AMY], ['01', '02', '03', '04', '05'].map((month) => line(month, `2026-${month}-10`, 'E1', 800000))),
    periods: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    expected: { '2026-01': { 'P E1': [30000, 0, 30000, 0] }, '2026-02': { 'P E1': [30000, 0, 30000, 0] }, '2026-03': { 'P E1': [30000, 0, 30000, 0] }, '2026-04': { 'P E1': [10000, 0, 10000, 0] }, '2026-05': {} },
  },
  {
    // January paid 200 under 1 %. February under 2 % would be 400: 300 a year leave 100. (Not 300 − 400 of a January made anew.)
    what: 'a cap over the year counts what earlier versions paid',
    plans: [plan(
      version(1, '', [part({ rate: '0.01', limits: [{ kind: 'maximum', span: 'year', amount: 300 }] })]),
      version(2, '2026-02-01', [part({ rate: '0.02', limits: [{ kind: 'maximum', span: 'year', amount: 300 }] })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 20000), line('B', '2026-02-10', 'E1', 20000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [200, 0, 200, 0] }, '2026-02': { 'P E1': [100, 0, 100, 0] } },
  },
  {
    // 1,000 less a credit note of 200 is 800: when 800 are paid, all of what is left has counted, 800 × 4 %.
    what: 'a credit note before the money: the whole of the rest is paid',
    plans: [plan(version(1, '', [part({ rate: '0.04', measure: 'received', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-02-05', 'E1', 1000), back('A', '2026-03-06', 'E1', 200)], [{ order: 'A', day: '2026-04-10', amount: '800' }]),
    periods: ['2026-03', '2026-04'],
    expected: { '2026-03': {}, '2026-04': { 'P E1': [32, 0, 32, 0] } },
  },
  {
    // 800 of 1,000 are paid and count 32; the 200 that are credited then were never paid for.
    what: 'a credit note after the money takes back nothing that was not paid',
    plans: [plan(version(1, '', [part({ rate: '0.04', measure: 'received', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-02-05', 'E1', 1000), back('A', '2026-04-20', 'E1', 200)], [{ order: 'A', day: '2026-03-10', amount: '800' }]),
    periods: ['2026-03', '2026-04'],
    expected: { '2026-03': { 'P E1': [32, 0, 32, 0] }, '2026-04': {} },
  },
  {
    // Amy's 10,000 at 5 %, her manager's at 1 %; 4,000 come back a month later: −200 and −40.
    what: 'a refund takes back the override of the month in which the line counted',
    plans: [plan(version(1, '', [part({ rate: '0.05' })], { override: { from: 0, rate: '0.01' } }))],
    facts: facts([{ ...AMY, stays: [{ ...AMY.stays[0], manager: 'E2' }] }, BEN], [line('A', '2026-03-10', 'E1', 10000), back('A', '2026-04-10', 'E1', 4000)]),
    periods: ['2026-03', '2026-04'],
    expected: { '2026-03': { 'P E1': [500, 0, 500, 0], 'P E2': [100, 0, 100, 0] }, '2026-04': { 'P E1': [-200, 0, 0, -200], 'P E2': [-40, 0, 0, -40] } },
  },
  {
    // March: Amy's 1,000 at 10 % is the pot, all hers. April: her return takes her 100 back; the pot of April is Ben's 30.
    what: 'a return is charged to those who shared the pot of its line',
    plans: [plan(version(1, '', [part({ rate: '0.1', pool: 'credit', by: 'team' })]))],
    facts: facts([AMY, BEN], [line('A', '2026-03-10', 'E1', 1000), back('A', '2026-04-10', 'E1', 1000), line('B', '2026-04-11', 'E2', 300)]),
    periods: ['2026-03', '2026-04'],
    expected: { '2026-03': { 'P E1': [100, 0, 100, 0] }, '2026-04': { 'P E1': [-100, 0, 0, -100], 'P E2': [30, 0, 30, 0] } },
  },
  {
    // −100 of January wait in plan P; February earns 500 under Q: 400 are paid.
    what: 'what is carried follows a person to another plan',
    plans: [
      plan(version(1, '', [part({ rate: '0.1' })])),
      { name: 'Q', versions: [version(1, '', [part({ rate: '0.1' })])] },
    ],
    facts: facts([{ ...AMY, stays: [AMY.stays[0], { ...AMY.stays[0], from: '2026-02-01', plan: 'Q' }] }, BEN], [line('A', '2026-01-10', 'E1', -1000), line('B', '2026-02-10', 'E1', 5000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [-100, 0, 0, -100] }, '2026-02': { 'Q E1': [500, 0, 400, 100] } },
  },
  {
    // Amy is called Ann from February on; 10 of January were paid to E1, and to nobody else.
    what: 'somebody who is renamed is not paid again',
    plans: [plan(version(1, '', [part({ rate: '0.01' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E1', 500)]),
    later: { from: '2026-02', facts: facts([{ ...AMY, name: 'Ann' }], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E1', 500)]) },
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [5, 0, 5, 0] } },
  },
  {
    // A second Amy joins in February: the statements of January name E1, and stay hers.
    what: 'a namesake who joins takes nothing over',
    plans: [plan(version(1, '', [part({ rate: '0.01' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000)]),
    later: { from: '2026-02', facts: facts([AMY, { ...AMY, id: 'E9', joined: '2026-02-01' }], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E9', 500)]) },
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E9': [5, 0, 5, 0] } },
  },
  {
    // January: 2,000 earned, 1,000 held until the money comes. March cancels: −2,000, and the 1,000 never paid are settled.
    what: 'an order that is cancelled takes back what was paid of it, not what was held',
    plans: [plan(version(1, '', [part({ rate: '0.02', holds: [{ until: { kind: 'receipt' }, share: '0.5' }] })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 100000), line('B', '2026-03-10', 'E1', 150000)], [{ order: 'B', day: '2026-03-11', amount: '150000' }]),
    later: { from: '2026-03', facts: facts([AMY], [line('A', '2026-01-10', 'E1', 100000, { cancelled: true }), line('B', '2026-03-10', 'E1', 150000)], [{ order: 'B', day: '2026-03-11', amount: '150000' }]) },
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [2000, 0, 1000, 0] }, '2026-02': {}, '2026-03': { 'P E1': [3000, -2000, 2000, 0] } },
  },
  {
    // Ben's 200 come back after he left: the minimum of 100 is for those who take part.
    what: 'a leaver whose order comes back is not lifted to a minimum',
    plans: [plan(version(1, '', [part({ rate: '0.01', limits: [{ kind: 'minimum', amount: 100 }] })]))],
    facts: facts([AMY, { ...BEN, left: '2026-01-31' }], [line('A', '2026-01-10', 'E2', 20000), back('A', '2026-02-10', 'E2', 20000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [100, 0, 100, 0], 'P E2': [200, 0, 200, 0] }, '2026-02': { 'P E1': [100, 0, 100, 0], 'P E2': [-200, 0, 0, -200] } },
  },
  {
    // 1,000 at 10 %, half of it in January under 10 %, half in February under 15 %: the order's full refund takes back both.
    what: 'receipts under two rates are taken back at both',
    plans: [plan(version(1, '', [part({ rate: '0.1', countsOn: 'receipt' })]), version(2, '2026-02-01', [part({ rate: '0.15', countsOn: 'receipt' })]))],
    facts: facts([AMY, CAI], [line('A', '2026-01-05', 'E1', 1000), back('A', '2026-03-10', 'E1', 1000)], [{ order: 'A', day: '2026-01-20', amount: '500' }, { order: 'A', day: '2026-02-20', amount: '500' }]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [50, 0, 50, 0] }, '2026-02': { 'P E1': [75, 0, 75, 0] }, '2026-03': { 'P E1': [-125, 0, 0, -125] } },
  },
  {
    // January pays 10. From February refunds are at the original rate: the whole order comes back, and so do the 10.
    what: 'a refund under a version that takes back at the original rate takes back what the version before paid, whatever its own rule was',
    plans: [plan(version(1, '', [part({ rate: '0.01', refund: 'current' })]), version(2, '2026-02-01', [part({ rate: '0.01' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-02-28', 'E1', 1000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [-10, 0, 0, -10] } },
  },
  {
    // 7 and 3 in January. The new part counts a refund at today's rate: −10. It is not also taken back from the old parts.
    what: 'a refund that counts at the current rate is not taken back from parts that are gone besides',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01', share: '0.7' }), part({ name: 'B', rate: '0.01', share: '0.3' })]),
      version(2, '2026-02-01', [part({ name: 'C', rate: '0.01', refund: 'current' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-02-28', 'E1', 1000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [-10, 0, 0, -10] } },
  },
  {
    // January 10,000 at 1 % = 100, all of it back in February: −100, and 0 is left in the year. March sells 1,000 at 1 % and
    // has it back: 10 − 10.
    what: 'a whole ladder of a new version: what is sold and returned in one month pays nothing',
    plans: [plan(
      version(1, '', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 10000, rate: '0.01' }], mode: 'whole', span: 'year' })]),
      version(2, '2026-02-01', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 10000, rate: '0.1' }], mode: 'whole', span: 'year' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 2000), line('A', '2026-01-10', 'E1', 8000, { line: 2 }), back('A', '2026-02-28', 'E1', 10000), line('B', '2026-03-10', 'E1', 1000), back('B', '2026-03-28', 'E1', 1000)]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [100, 0, 100, 0] }, '2026-02': { 'P E1': [-100, 0, 0, -100] }, '2026-03': {} },
  },
  {
    // The old part waits for shipments. A new part beside it counts orders: A was waiting, and counts there on 1 February.
    what: 'what waited under the version before counts in a part that is new',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01', countsOn: 'shipment' })]),
      version(2, '2026-02-01', [part({ name: 'A', rate: '0.01', countsOn: 'shipment' }), part({ name: 'N', rate: '0.01', share: '0.3' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': {}, '2026-02': { 'P E1': [3, 0, 3, 0] } },
  },
  {
    // Ben alone is in Q and leaves in July. An order of June, found in September, pays 100; its return of August takes 100 back.
    what: 'a month that closed without anybody is corrected like the others',
    plans: [plan(version(1, '', [part({ rate: '0.01' })])), { name: 'Q', versions: [version(1, '', [part({ rate: '0.01' })])] }],
    facts: facts([AMY, { ...BEN, left: '2026-07-01', stays: [{ ...BEN.stays[0], plan: 'Q' }] }], []),
    later: {
      from: '2026-09',
      facts: facts([AMY, { ...BEN, left: '2026-07-01', stays: [{ ...BEN.stays[0], plan: 'Q' }] }], [line('A', '2026-06-27', 'E2', 10000), back('A', '2026-08-28', 'E2', 10000)]),
    },
    periods: ['2026-06', '2026-07', '2026-08', '2026-09'],
    expected: { '2026-06': {}, '2026-07': {}, '2026-08': {}, '2026-09': {} },
  },
  {
    // 7 and 3 in January; the one part that follows takes 10 back, not the 20 of before the shares.
    what: 'a refund takes back what was paid after the share of the part that paid it',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01', share: '0.7' }), part({ name: 'B', rate: '0.01', share: '0.3' })]),
      version(2, '2026-02-01', [part({ name: 'C', rate: '0.01' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-02-28', 'E1', 1000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [-10, 0, 0, -10] } },
  },
  {
    // 14 in January. Half of it comes back: 7, whatever the share is now; the new order gives 500 × 2% × 50%.
    what: 'a part whose share has changed takes back what its former share paid',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.02', share: '0.7' })]),
      version(2, '2026-02-01', [part({ name: 'A', rate: '0.02', share: '0.5' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E1', 500), back('A', '2026-02-28', 'E1', 500)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [14, 0, 14, 0] }, '2026-02': { 'P E1': [-2, 0, 0, -2] } },
  },
  {
    // January: 10 − 10 at the current rate, and the total of the year is 0 again: 10,000 × 1 % + 10,000 × 5 %.
    what: 'what a reversal took out of the total of the year stays out, whatever the next version does with refunds',
    plans: [plan(
      version(1, '', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 10000, rate: '0.05' }], span: 'year', refund: 'current' })]),
      version(2, '2026-02-01', [part({ tiers: [{ from: 0, rate: '0.01' }, { from: 10000, rate: '0.05' }], span: 'year' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-01-28', 'E1', 1000), line('B', '2026-02-10', 'E1', 20000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': {}, '2026-02': { 'P E1': [600, 0, 600, 0] } },
  },
  {
    // 7 for the order and 0.60 for the 200 received. The credit note leaves 800 of the order, of which 200 stay received: only A gives back.
    what: 'a dropped part that paid receipts gives nothing back for a credit note of what was never received',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01', share: '0.7' }), part({ name: 'B', rate: '0.01', countsOn: 'receipt', share: '0.3' })]),
      version(2, '2026-02-01', [part({ name: 'A', rate: '0.01', share: '0.7' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-02-28', 'E1', 200)], [{ order: 'A', day: '2026-01-10', amount: '200' }]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [7.6, 0, 7.6, 0] }, '2026-02': { 'P E1': [-1.4, 0, 0, -1.4] } },
  },
  {
    // Two versions let refunds count at the current rate; the third takes back what the first paid.
    what: 'a refund takes back what was paid two versions ago, whatever the one between did with refunds',
    plans: [plan(
      version(1, '', [part({ rate: '0.01', refund: 'current' })]),
      version(2, '2026-02-01', [part({ rate: '0.02', refund: 'current' })]),
      version(3, '2026-03-01', [part({ rate: '0.03' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-03-28', 'E1', 1000)]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': {}, '2026-03': { 'P E1': [-10, 0, 0, -10] } },
  },
  {
    // 10 for B stays; 10 % of it is held until B is paid. A came and went in the month: nothing is held of it.
    what: 'nothing is held of an order that came back in its own month',
    plans: [plan(version(1, '', [part({ rate: '0.01', holds: [{ until: { kind: 'receipt' }, share: '0.1' }] })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 500), back('A', '2026-01-28', 'E1', 500), line('B', '2026-01-10', 'E1', 1000)], [{ order: 'B', day: '2026-03-05', amount: '1000' }]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [10, 0, 9, 0] }, '2026-02': {}, '2026-03': { 'P E1': [0, 0, 1, 0] } },
  },
  {
    // Paid with the order, and the money is all there when receipts begin to count: a fifth of it goes back, and a fifth of the 10.
    what: 'money that goes back takes back what the order was paid under a version that did not look at money',
    plans: [plan(version(1, '', [part({ rate: '0.01' })]), version(2, '2026-02-01', [part({ rate: '0.01', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000)], [{ order: 'A', day: '2026-01-10', amount: '1000' }, { order: 'A', day: '2026-05-10', amount: '-200' }]),
    periods: ['2026-01', '2026-02', '2026-05'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': {}, '2026-05': { 'P E1': [-2, 0, 0, -2] } },
  },
  {
    // The first and the last version pay the stages of an order, the one between its owner: 6 and 4 go back all the same.
    what: 'a refund finds what stages were paid before a version that paid owners',
    plans: [plan(
      version(1, '', [part({ rate: '0.01', stages: [{ name: 'Develop', share: '0.6' }, { name: 'Follow', share: '0.4' }] })]),
      version(2, '2026-02-01', [part({ rate: '0.01' })]),
      version(3, '2026-03-01', [part({ rate: '0.01', stages: [{ name: 'Develop', share: '0.6' }, { name: 'Follow', share: '0.4' }] })]),
    )],
    facts: facts([AMY, BEN], [line('A', '2026-01-10', 'E1', 1000, { stages: { Develop: 'E1', Follow: 'E2' } }), { ...back('A', '2026-03-28', 'E1', 1000), stages: { Develop: 'E1', Follow: 'E2' } }]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [6, 0, 6, 0], 'P E2': [4, 0, 4, 0] }, '2026-02': {}, '2026-03': { 'P E1': [-6, 0, 0, -6], 'P E2': [-4, 0, 0, -4] } },
  },
  {
    // The quarter's total of the new part begins at 0: A came back in January. 10,000 × 1 % + 10,000 × 3 % = 400, beside 1 % of 20,000.
    what: 'a new part whose refunds count at the current rate does not count again what was taken back before it',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01' })]),
      version(2, '2026-02-01', [part({ name: 'A', rate: '0.01' }), part({ name: 'B', tiers: [{ from: 0, rate: '0.01' }, { from: 10000, rate: '0.03' }], span: 'quarter', refund: 'current' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-01-28', 'E1', 1000), line('B', '2026-02-10', 'E1', 20000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': {}, '2026-02': { 'P E1': [600, 0, 600, 0] } },
  },
  {
    // A paid 10 for the January order and keeps it. B is new: the order counts in its total, and only its own line is paid: 10,000 × 2 %.
    what: 'a new whole ladder does not true up what other parts paid',
    plans: [plan(
      version(1, '', [part({ name: 'A', rate: '0.01' })]),
      version(2, '2026-02-01', [part({ name: 'A', rate: '0.01' }), part({ name: 'B', tiers: [{ from: 0, rate: '0.01' }, { from: 11000, rate: '0.02' }], mode: 'whole', span: 'quarter' })]),
    )],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), line('B', '2026-02-10', 'E1', 10000)]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [300, 0, 300, 0] } },
  },
  {
    // B counted as paid, so that nothing of its 10 was held, and 8 of them went back. Its receipt was typed by mistake: 1 should have
    // been held and was used up by what went back, so that nothing changes; the rest of B, 2, is paid already.
    what: 'a hold that turns out late and was used up by a return moves no money',
    plans: [plan(version(1, '', [part({ rate: '0.01', holds: [{ until: { kind: 'receipt' }, share: '0.1' }] })]))],
    facts: facts([AMY], [line('B', '2026-01-10', 'E1', 1000), back('B', '2026-02-28', 'E1', 800)], [{ order: 'B', day: '2026-01-10', amount: '1000' }]),
    later: { from: '2026-03', facts: facts([AMY], [line('B', '2026-01-10', 'E1', 1000), back('B', '2026-02-28', 'E1', 800)]) },
    periods: ['2026-01', '2026-02', '2026-03', '2026-04'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': { 'P E1': [-8, 0, 0, -8] }, '2026-03': {}, '2026-04': {} },
  },
  {
    // 10, of which 10 % of the unpaid 600 ÷ 1,000 is held: 0.60. A fifth goes back: of the 2, 0.60 was never paid.
    // What is received is half of what is owed now, but nothing is left to give back.
    what: 'what a return used up of a hold is not given back as the rest is paid',
    plans: [plan(version(1, '', [part({ rate: '0.01', holds: [{ until: { kind: 'receipt' }, share: '0.1' }] })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-02-28', 'E1', 200)], [{ order: 'A', day: '2026-01-10', amount: '400' }, { order: 'A', day: '2026-03-10', amount: '400' }]),
    periods: ['2026-01', '2026-02', '2026-03'],
    expected: { '2026-01': { 'P E1': [10, 0, 9.4, 0] }, '2026-02': { 'P E1': [-2, 0, 0, -1.4] }, '2026-03': {} },
  },
  {
    // Sold, paid and returned in January: 10 − 10 under refunds at the current rate. The money that goes back in May takes nothing more.
    what: 'money that goes back for a note that has counted as a line takes back nothing more',
    plans: [plan(version(1, '', [part({ rate: '0.01', refund: 'current' })]), version(2, '2026-02-01', [part({ rate: '0.01', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), back('A', '2026-01-28', 'E1', 1000)], [{ order: 'A', day: '2026-01-10', amount: '1000' }, { order: 'A', day: '2026-05-10', amount: '-600' }]),
    periods: ['2026-01', '2026-02', '2026-05'],
    expected: { '2026-01': {}, '2026-02': {}, '2026-05': {} },
  },
  {
    // April is 26 March to 25 April. The calendar months begin on 26 April, and April's name is used: May is 26 April to 31 May,
    // and what is in force from 1 May waits for June. 1 % in May, 5 % from June.
    what: 'a version that falls into a joined period waits for the next',
    plans: [plan(version(1, '', [part({ rate: '0.01' })], { firstDay: 26 }), version(2, '2026-04-26', [part({ rate: '0.01' })]), version(3, '2026-05-01', [part({ rate: '0.05' })]))],
    facts: facts([AMY], [line('A', '2026-04-10', 'E1', 1000), line('B', '2026-04-28', 'E1', 1000), line('C', '2026-05-20', 'E1', 1000), line('D', '2026-06-05', 'E1', 1000)]),
    periods: ['2026-04', '2026-05', '2026-06'],
    expected: { '2026-04': { 'P E1': [10, 0, 10, 0] }, '2026-05': { 'P E1': [20, 0, 20, 0] }, '2026-06': { 'P E1': [50, 0, 50, 0] } },
  },
  {
    // One line of the order came back in its month. 10 % of the 40 for the other is held until the order is paid, which it is in November.
    what: 'money held of an order waits for the whole order, though a line of it came back',
    plans: [plan(version(1, '', [part({ rate: '0.01', holds: [{ until: { kind: 'receipt' }, share: '0.1' }] })]))],
    facts: facts([AMY], [line('A', '2026-09-10', 'E1', 1000), { ...line('A', '2026-09-10', 'E1', 4000), line: 2 }, { ...back('A', '2026-09-28', 'E1', 1000), reverses: 'A/1' }]),
    later: { from: '2026-11', facts: facts([AMY], [line('A', '2026-09-10', 'E1', 1000), { ...line('A', '2026-09-10', 'E1', 4000), line: 2 }, { ...back('A', '2026-09-28', 'E1', 1000), reverses: 'A/1' }], [{ order: 'A', day: '2026-11-05', amount: '4000' }]) },
    periods: ['2026-09', '2026-10', '2026-11'],
    expected: { '2026-09': { 'P E1': [40, 0, 36, 0] }, '2026-10': {}, '2026-11': { 'P E1': [0, 0, 4, 0] } },
  },
  {
    // Half of the order is received in January: 10. The note takes line 1 back, 5; what was received pays line 2 in full, 5 more.
    what: 'a credit note on one line brings what was received for the other',
    plans: [plan(version(1, '', [part({ rate: '0.01', countsOn: 'receipt' })]))],
    facts: facts([AMY], [line('A', '2026-01-10', 'E1', 1000), { ...line('A', '2026-01-10', 'E1', 1000), line: 2 }, { ...back('A', '2026-02-10', 'E1', 1000), reverses: 'A/1' }], [{ order: 'A', day: '2026-01-10', amount: '1000' }]),
    periods: ['2026-01', '2026-02'],
    expected: { '2026-01': { 'P E1': [10, 0, 10, 0] }, '2026-02': {} },
  },
];
