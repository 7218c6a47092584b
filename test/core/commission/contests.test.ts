import '../../../core/rules/say-plan';
import { words } from '../../../core/rules/words';
import { render } from '../../../core/locale/message';
import type { Cell, Range } from '../../../core/table/cell';
import { errorOf, rowsOf } from '../../support/tables';

const plan = (...rows: Cell[][]): Range => [['Plan', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row): Cell[] => (row.length === 5 ? ['P', ...row] : ['P', '', ...row]))];
const STAFF: Range = [['Person', 'Team', 'ID'], ['Amy', 'EU', 'E1'], ['Ben', 'EU', 'E2'], ['Cy', 'US', 'E3'], ['Dee', 'US', 'E4']];
const orders = (...rows: (readonly [string, string, number, ...Cell[]])[]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Quantity', 'Reverses'], ...rows.map(([day, who, amount, quantity = '', reverses = ''], index): Cell[] => [`A${index}`, day, who, amount, quantity, reverses])];
const month = (amy: number, ben: number, cy: number, dee: number): Range => orders(['2026-03-02', 'Amy', amy], ['2026-03-03', 'Ben', ben], ['2026-03-04', 'Cy', cy], ['2026-03-05', 'Dee', dee]);
const earned = (period: string, ...tables: Range[]): Cell[] => {
  const rows = rowsOf('SETTLE', period, 'summary', ...tables);
  return ['Amy', 'Ben', 'Cy', 'Dee'].map((who) => rows.find(({ Person }) => Person === who)?.['Earned'] ?? '');
};
const PODIUM = plan(['bonus', 'rank 1', '', 3000], ['bonus', 'rank 2', '', 2000], ['bonus', 'rank 3', '', 1000]);

describe('a contest pays the first places of a period', () => {
  it.each<[string, Range, [number, number, number, number], Cell[]]>([
    ['three places', PODIUM, [400, 300, 200, 100], [3000, 2000, 1000, 0]],
    ['whatever the order of the rows', plan(['bonus', 'rank 3', '', 1000], ['bonus', 'rank 1', '', 3000], ['bonus', 'rank 2', '', 2000]), [100, 200, 300, 400], [0, 1000, 2000, 3000]],
    ['two who tie for the first place share the first two prizes', PODIUM, [400, 400, 200, 100], [2500, 2500, 1000, 0]],
    ['two who tie for the last place share what is left of it', PODIUM, [400, 300, 200, 200], [3000, 2000, 500, 500]],
    ['three who tie for the second place share two prizes: 3,000 ÷ 3', PODIUM, [400, 300, 300, 300], [3000, 1000, 1000, 1000]],
    ['to the cent: 1,000 ÷ 3', plan(['bonus', 'rank 1', '', 1000]), [300, 300, 300, 100], [333.34, 333.33, 333.33, 0]],
    ['one prize for each of several places', plan(['bonus', 'rank 1..3', '', 500]), [400, 300, 200, 100], [500, 500, 500, 0]],
    ['several prizes in one row', plan(['bonus', 'rank 1..3', '', '3000; 2000; 1000']), [400, 300, 200, 100], [3000, 2000, 1000, 0]],
    ['with a minimum to qualify', plan(['bonus', 'rank 1..3', 300, '3000; 2000; 1000']), [400, 300, 299, 100], [3000, 2000, 0, 0]],
    ['of which nobody qualifies', plan(['bonus', 'rank 1..3', 1000, 500]), [400, 300, 200, 100], [0, 0, 0, 0]],
    ['who sold nothing is not ranked', PODIUM, [400, 0, 0, 0], [3000, 0, 0, 0]],
    ['beside a rate', plan(['rate', '', '', '10%'], ['bonus', 'rank 1', '', 1000]), [400, 300, 200, 100], [1040, 30, 20, 10]],
    ['in a part of its own', plan(['Sales', 'rate', '', '', '10%'], ['Contest', 'bonus', 'rank 1', '', 1000]), [400, 300, 200, 100], [1040, 30, 20, 10]],
    ['under a maximum', plan(['bonus', 'rank 1', '', 1000], ['maximum', 'person', '', 800]), [400, 300, 200, 100], [800, 0, 0, 0]],
  ])('%s', (_name, rules, sold, due) => {
    expect(earned('2026-03', rules, STAFF, month(...sold))).toEqual(due);
  });

  it.each(['rank 1..2', 'rank 1-2', 'rank 1 to 2', 'top 2', 'person rank 1..2', 'rank 1..2 by credit', '第1至2名', '第一至二名', '前2名', '名次 1..2', '个人第1～2名', '业绩前2名'])('written as %s', (item) => {
    expect(earned('2026-03', plan(['bonus', item, '', 500]), STAFF, month(400, 300, 200, 100))).toEqual([500, 500, 0, 0]);
    expect(earned('2026-03', plan(['奖金', item, '', 500]), STAFF, month(400, 300, 200, 100))).toEqual([500, 500, 0, 0]);
  });

  it('is also a rule of its own name', () => {
    expect(earned('2026-03', plan(['bonus rank', '1..2', '', 500]), STAFF, month(400, 300, 200, 100))).toEqual([500, 500, 0, 0]);
    expect(earned('2026-03', plan(['名次奖', '1', '', 500]), STAFF, month(400, 300, 200, 100))).toEqual([500, 0, 0, 0]);
  });

  it.each<[string, Cell[]]>([['rank 1 quantity', [0, 0, 0, 500]], ['rank 1 by orders', [0, 0, 500, 0]], ['数量第1名', [0, 0, 0, 500]], ['rank 1 revenue', [500, 0, 0, 0]], ['rank 1 of Stars', [0, 500, 0, 0]]])('by a metric of its own: %s', (item, due) => {
    const sold: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Quantity', 'Stars'], ['A', '2026-03-02', 'Amy', 400, 1, ''], ['B', '2026-03-02', 'Ben', 300, 1, 5], ['C', '2026-03-02', 'Cy', 100, 1, 1], ['D', '2026-03-02', 'Cy', 100, 1, ''], ['E', '2026-03-02', 'Dee', 100, 9, '']];
    expect(earned('2026-03', plan(['bonus', item, '', 500]), STAFF, sold)).toEqual(due);
  });

  it('by scores, of which none may be missing', () => {
    const scores = (...rows: Cell[][]): Range => [['Period', 'Person', 'Score', 'Visits'], ...rows.map((row): Cell[] => ['2026-03', ...row])];
    const all = scores(['Amy', 70, 5], ['Ben', 90, 4], ['Cy', 80, 3], ['Dee', 60, 9]);
    expect(earned('2026-03', plan(['bonus', 'rank 1 by Score', 60, 500]), STAFF, month(1, 1, 1, 1), all)).toEqual([0, 500, 0, 0]);
    expect(earned('2026-03', plan(['bonus', 'Visits rank 1', '', 500]), STAFF, month(1, 1, 1, 1), all)).toEqual([0, 0, 0, 500]);
    expect(earned('2026-03', plan(['bonus', '得分第1名', '', 500]), STAFF, month(1, 1, 1, 1), scores(['Amy', 70, 5], ['Ben', 90, 4], ['Cy', 80, 3]))).toEqual([0, 500, 0, '']);
  });

  it('of teams: by credit, or equally by days', () => {
    // EU 700, US 300: 1,000 by 400 and 300; equally 500 each. The second team gets 400: 200 and 100 of 300.
    const sold = month(400, 300, 200, 100);
    expect(earned('2026-03', plan(['bonus', 'rank 1 team', '', 1000]), STAFF, sold)).toEqual([571.43, 428.57, 0, 0]);
    expect(earned('2026-03', plan(['bonus', 'rank 1 team equal', '', 1000]), STAFF, sold)).toEqual([500, 500, 0, 0]);
    expect(earned('2026-03', plan(['bonus', '团队销售额第2名', '', 400]), STAFF, sold)).toEqual([0, 0, 266.67, 133.33]);
    expect(earned('2026-03', plan(['bonus', 'team rank 1', 701, 1000]), STAFF, sold)).toEqual([0, 0, 0, 0]);
    // Tied teams share 1,000 + 600: 800 each.
    expect(earned('2026-03', plan(['bonus', 'team rank 1..2', '', '1000; 600']), STAFF, month(300, 100, 200, 200))).toEqual([600, 200, 400, 400]);
    const joined: Range = [['Person', 'Team', 'Joined'], ['Amy', 'EU', ''], ['Ben', 'EU', '2026-03-16'], ['Cy', 'US', ''], ['Dee', 'US', '']];
    // 31 and 16 days: 4,700 × 31 ÷ 47.
    expect(earned('2026-03', plan(['bonus', 'rank 1 team equally', '', 4700]), joined, orders(['2026-03-20', 'Amy', 400], ['2026-03-20', 'Ben', 300]))).toEqual([3100, 1600, 0, 0]);
  });

  it('goes by what is left after the returns of the period', () => {
    const returned = orders(['2026-03-02', 'Amy', 400], ['2026-03-03', 'Ben', 300], ['2026-03-20', 'Amy', -200, '', 'A0']);
    expect(earned('2026-03', plan(['bonus', 'rank 1', '', 500]), STAFF, returned)).toEqual([0, 500, 0, 0]);
  });

  it('is held once a quarter in a plan that pays quarters', () => {
    const sold = orders(['2026-01-02', 'Amy', 400], ['2026-02-03', 'Ben', 300], ['2026-03-20', 'Ben', 300]);
    expect(earned('2026-Q1', plan(['pay every', '', '', 'quarter'], ['bonus', 'rank 1', '', 500]), STAFF, sold)).toEqual([0, 500, 0, 0]);
  });

  it('takes a minimum in another currency at the rate of the period’s end', () => {
    const fx: Range = [['Date', 'Currency', 'Rate'], ['2026-03-01', 'USD', 7], ['2026-03-31', 'USD', 8]];
    expect(earned('2026-03', plan(['bonus', 'rank 1', '100 USD', 500]), STAFF, month(799, 0, 0, 0), fx)).toEqual([0, 0, 0, 0]);
    expect(earned('2026-03', plan(['bonus', 'rank 1', '100 USD', 500]), STAFF, month(800, 0, 0, 0), fx)).toEqual([500, 0, 0, 0]);
  });

  it('stands under the factors of the period and the gate', () => {
    const scores: Range = [['Period', 'Person', 'Score'], ['2026-03', 'Amy', 95], ['2026-03', 'Ben', 80], ['2026-03', 'Cy', 50], ['2026-03', 'Dee', 50]];
    const rules = plan(['bonus', 'rank 1..3', '', '3000; 2000; 1000'], ['factor', 'Score', 90, 1.2], ['gate', 'Score', 60, 0]);
    expect(earned('2026-03', rules, STAFF, month(400, 300, 200, 100), scores)).toEqual([3600, 2000, 0, 0]);
  });

  it.each<[string, Range, RegExp]>([
    ['a place that is none', plan(['bonus rank', 'first', '', 500]), /rank 1\.\.3/],
    ['prizes that do not fit the places', plan(['bonus', 'rank 1..3', '', '3000; 2000']), /3000; 2000/],
    ['a metric that is nowhere', plan(['bonus', 'rank 1 by Strs', '', 500]), /There is no column “Strs”/],
    ['a part with a pool', plan(['pool', '', '', 'team'], ['share by', 'equal', '', '100%'], ['rate', '', '', '1%'], ['bonus', 'rank 1', '', 500]), /part of its own/],
    ['a prize below 0', plan(['bonus', 'rank 1', '', -5]), /-5/],
  ])('refuses %s', (_name, rules, message) => {
    expect(errorOf('SETTLE', '2026-03', 'summary', rules, STAFF, month(1, 1, 1, 1))).toMatch(message);
  });

  it.each<[string, Range, string, string, string]>([
    ['a place', PODIUM, 'Amy', 'Place 1 of 4 by what is credited: 400', '3,000'],
    ['a tie', plan(['bonus', 'rank 2..3', '', '2000; 1000']), 'Ben', 'Place 2 of 4 by what is credited, shared by 2: 300', '(2,000 + 1,000) ÷ 2 = 1,500.00'],
    ['a team', plan(['bonus', 'team rank 1 revenue', '', 1000]), 'Amy', 'Place 1 of 2 by revenue of the team EU (700): the share of its prize', '1,000 × 400 ÷ (400 + 300) → 571.43'],
  ])('explains %s', (_name, rules, who, what, formula) => {
    const sold = month(400, 300, who === 'Ben' ? 300 : 200, 100);
    expect(rowsOf('EXPLAIN', '2026-03', who, rules, STAFF, sold).map((row) => [row['What'], row['Formula']])).toContainEqual([what, formula]);
  });

  it('says so in Why, in the lines and in the plan’s sentence', () => {
    const row = rowsOf('SETTLE', '2026-03', 'summary', PODIUM, STAFF, month(400, 300, 200, 100))[0];
    expect(row?.['Why']).toBe('order lines: 1; place 1 of 4 by what is credited: 3,000.00');
    const lines = rowsOf('SETTLE', '2026-03', 'lines', PODIUM, STAFF, month(400, 300, 200, 100)).filter(({ Person }) => Person === 'Amy');
    expect(lines.map((line) => [line['Order'], line['Earned']])).toEqual([['A0', 0], ['', 3000]]);
    const entry = words.rankBonus.parse({ item: 'rank 1..2 team profit', rawItem: 'rank 1..2 team profit', from: '1000 USD', value: '3000; 2000' });
    expect('prizes' in entry && [render(words.rankBonus.sentence(entry), 'en'), render(words.rankBonus.sentence(entry), 'zh')]).toEqual(['In each period the team in place 1, 2 by gross profit wins 3,000, 2,000, from 1,000 USD on.', '每期按毛利排名第 1、2 名的团队，奖 3,000、2,000（须达到 1,000 USD）。']);
  });
});
