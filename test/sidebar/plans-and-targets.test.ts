import { answers } from '../../sidebar/desk/answers';
import type { Desk } from '../../sidebar/desk/desk';
import type { RuleLine } from '../../sidebar/desk/plans';
import { deskAfter, deskWithSheets, valueOf } from '../support/books';

const header = ['Order', 'Order date', 'Owner', 'Currency', 'Amount'];
const orders = [header, ['A1', '2026-01-05', 'Amy', 'CNY', 10000], ['A2', '2026-02-05', 'Amy', 'CNY', 20000], ['A3', '2026-03-05', 'Amy', 'CNY', 30000]];
const rules = [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ['Sales', 1, '', 'rate', '', '', '2%']];
const people = [['Person', 'Team', 'Joined', 'Left'], ['Amy', 'EU', '', ''], ['Ben', 'EU', '', ''], ['Cara', 'US', '', '2026-01-31']];
const line = (value: string): RuleLine => ({ part: '', rule: 'rate', item: '', from: '', value, note: '' });
const closed = (desk: Desk, period: string): Desk => deskAfter(desk, valueOf(answers.closePeriod(desk, { period, by: 'Fin', at: '2026-04-01' })));
const two = closed(closed(deskWithSheets({ Orders: orders, Rules: rules, People: people }), '2026-01'), '2026-02');
const draft = (effective: string, value = '3%'): { plan: string; version: string; effective: string; rules: RuleLine[] } => ({ plan: 'Sales', version: '2', effective, rules: [line(value)] });

describe('a further version of a plan', () => {
  it('needs the day from which it is in force; the first open period is proposed', () => {
    const refused = answers.savePlan(two, draft(''));
    expect(refused.ok ? '' : refused.problems[0]?.text).toMatch(/needs the day/);
    expect([answers.firstOpenDay(two), answers.savePlan(two, draft('2026-03-01')).ok]).toEqual(['2026-03-01', true]);
  });

  it('that reaches back says into which closed periods, and what correcting them costs', () => {
    expect(answers.versionCost(two, { draft: draft('2026-03-01') })).toEqual({ periods: [], cost: 0, next: '2026-03' });
    // 1 % more of 20,000 in February, and of 10,000 in January too.
    expect(answers.versionCost(two, { draft: draft('2026-02-01') })).toEqual({ periods: ['2026-02'], cost: 200, next: '2026-03' });
    expect(answers.versionCost(two, { draft: draft('2026-01-01') })).toEqual({ periods: ['2026-01', '2026-02'], cost: 300, next: '2026-03' });
  });

  it('is tried over the year so far, month by month', () => {
    expect(answers.yearEffect(two, { plan: 'Sales', period: '2026-03', rules: [line('3%')] })).toEqual({ from: '2026-01', difference: 600 });
  });

  it('says what is wrong by the rule in the form, in the language of the pane, never by a cell of another version', () => {
    for (const language of ['en', 'zh'] as const) {
      const desk = deskWithSheets({ Orders: orders, Rules: rules, People: people }, language);
      const problems = answers.readDraft(desk, { ...draft('2026-03-01'), rules: [{ ...line('5%'), item: 'A' }, line('abc')] })!.problems;
      expect(problems.map(({ line: at, cell, area }) => [at, cell, area])).toEqual(problems.map(() => [2, '', undefined]));
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.some(({ text }) => text.includes('abc'))).toBe(true);
    }
  });
});

describe('an indicator to be added', () => {
  it.each([['140', ''], ['abc', ''], ['-5', ''], ['10', '12 million']])('with the weight %s and the target %s is refused', (weight, target) => {
    expect(answers.addKpi(two, { row: { kpi: 'Revenue', weight, target } }).ok).toBe(false);
  });
  it.each([['10', ''], ['60%', '12,000,000'], ['plus', '5%']])('with the weight %s and the target %s is taken', (weight, target) => {
    expect(answers.addKpi(two, { row: { kpi: 'Revenue', weight, target } }).ok).toBe(true);
  });
});

describe('targets of a year', () => {
  const kpis = [['KPI', 'Weight', 'Scoring', 'For'], ['Revenue', 100, 'ratio', 'Team=EU']];
  const base = (): Desk => deskAfter(two, [{ kind: 'write sheet', sheet: 'KPIs', rows: kpis }]);
  const grid = (amount: number): number[][] => [Array.from({ length: 12 }, () => amount)];
  const targetOf = (desk: Desk, period: string): unknown => {
    const [card] = valueOf(answers.cardSheet(desk, { period, person: 'Amy' }));
    const rows = card?.kind === 'write sheet' ? card.rows : [];
    const head = rows.find((row) => row.includes('Target')) ?? [];
    return Number(rows.find((row) => row.includes('Revenue'))?.[head.indexOf('Target')]);
  };

  it('leave out whom the indicator is not for, and who has left', () => {
    expect(answers.teams(base(), { kpi: 'Revenue', year: 2026 })).toEqual([{ team: 'EU', people: ['Amy', 'Ben'], apart: [] }, { team: 'US', people: ['Cara'], apart: ['Cara'] }]);
  });

  it('are replaced from the first open month on, closed months keep theirs, and nothing says the same twice', () => {
    const first = deskAfter(base(), answers.saveTargets(base(), { kpi: 'Revenue', year: 2026, holders: ['Amy'], grid: grid(100) }));
    const second = deskAfter(first, answers.saveTargets(first, { kpi: 'Revenue', year: 2026, holders: ['Amy'], grid: grid(150) }));
    const third = deskAfter(second, answers.saveTargets(second, { kpi: 'Revenue', year: 2026, holders: ['Amy'], grid: grid(170) }));
    for (const desk of [second, third]) expect(answers.check(desk).filter(({ table, severity }) => table === 'Targets' && severity === 'error')).toEqual([]);
    expect([first, second, third].map((desk) => desk.tables.byKind.get('targets')?.length)).toEqual([12, 22, 22]);
    expect([first, second, third].map((desk) => [targetOf(desk, '2026-02'), targetOf(desk, '2026-03'), targetOf(desk, '2026-12')])).toEqual([[100, 100, 100], [100, 150, 150], [100, 170, 170]]);
  });
});
