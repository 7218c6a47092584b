import { answers } from '../../sidebar/desk/answers';
import type { GateName } from '../../sidebar/desk/gate';
import type { Desk } from '../../sidebar/desk/desk';
import { deskAfter, deskWithSheets, valueOf } from '../support/books';

/** 2 % of orders in CNY: Amy 200 in January, 200 in February, 2,000 in March; Ben 100, 100, 100. */
const header = ['Order', 'Order date', 'Owner', 'Customer', 'Currency', 'Amount'];
const order = (name: string, date: string, owner: string, amount: number): (string | number)[] => [name, date, owner, `${owner} customer`, 'CNY', amount];
const lines = [order('A1', '2026-01-05', 'Amy', 10000), order('B1', '2026-01-06', 'Ben', 5000), order('A2', '2026-02-05', 'Amy', 10000), order('B2', '2026-02-06', 'Ben', 5000), order('A3', '2026-03-05', 'Amy', 100000), order('B3', '2026-03-06', 'Ben', 5000)];
const rules = [['Plan', 'Rule', 'From', 'Value'], ['Sales', 'tier', 0, '2%'], ['Sales', 'tier', 150000, '3%'], ['Sales', 'tier span', '', 'year']];
const people = [['Person', 'Team', 'Plan'], ['Amy', 'EU', 'Sales'], ['Ben', 'EU', 'Sales']];

const sample = (more: { readonly people?: readonly (readonly string[])[] } = {}): Desk => deskWithSheets({ Orders: [header, ...lines], Rules: rules, People: more.people ?? people });
const closed = (desk: Desk, period: string): Desk => deskAfter(desk, valueOf(answers.closePeriod(desk, { period, by: 'Fin', at: '2026-04-01' })));
const states = (desk: Desk, period: string): Partial<Record<GateName, string>> => Object.fromEntries(valueOf(answers.gate(desk, { period })).map(({ name, state }) => [name, state]));
const steps = (desk: Desk): string => answers.monthEnd(desk, undefined).steps.map(({ name, state }) => `${name} ${state}`).join(', ');

describe('where a month stands', () => {
  it('goes from the data to the confirmation, one thing to do at a time', () => {
    const before = deskWithSheets({ Orders: [header, ...lines], People: people });
    expect(steps(before)).toBe('read now, checked later, settled later, closed later, confirmed later');
    const two = closed(closed(sample(), '2026-01'), '2026-02');
    expect(steps(two)).toBe('read done, checked done, settled done, closed now, confirmed later');
    const { period, figures, withoutPlan } = answers.monthEnd(two, undefined);
    // People are paid 2,100 in March, 300 in February.
    expect([period, figures?.payable, figures?.before, figures?.people, figures?.funds, withoutPlan]).toEqual(['2026-03', 2100, 300, 2, 0, []]);
    const three = closed(two, '2026-03');
    expect([answers.monthEnd(three, undefined).period, steps(three)]).toEqual(['2026-03', 'read done, checked done, settled done, closed done, confirmed now']);
    const confirmed = ['Amy', 'Ben'].reduce((desk, person) => deskAfter(desk, valueOf(answers.confirmStatement(desk, { period: '2026-03', person, by: person, at: '2026-04-02', disputed: false, remark: '' }))), three);
    expect([steps(confirmed), answers.monthEnd(confirmed, undefined).next]).toEqual(['read done, checked done, settled done, closed done, confirmed done', '2026-04']);
  });

  it('names who has fallen out of every plan by a misspelt name', () => {
    const lost = sample({ people: [people[0]!, people[1]!, ['Ben', 'EU', 'Salez']] });
    expect(answers.monthEnd(lost, undefined).withoutPlan).toEqual(['Ben']);
    expect(states(lost, '2026-01').plans).toBe('look');
  });
});

describe('the months to choose from', () => {
  it('are the closed ones, the next, and later ones that have orders: never a month without any', () => {
    const desk = closed(sample(), '2026-01');
    expect(answers.overview(desk).months.map(({ period, state }) => `${period} ${state}`)).toEqual(['2026-03 later', '2026-02 next', '2026-01 closed']);
  });
});

describe('before a month is closed', () => {
  const two = closed(closed(sample(), '2026-01'), '2026-02');

  it('it must be the next one', () => {
    expect([states(two, '2026-03').order, states(two, '2026-05').order]).toEqual(['good', 'stop']);
  });

  it('pay of more than three times the last months is to be looked at, by name and in all', () => {
    const pay = valueOf(answers.gate(two, { period: '2026-03' })).find(({ name }) => name === 'pay');
    // Amy 2,000 after 200 and 200; all together 2,100 after 300 and 300.
    expect([pay?.state, pay?.names, pay?.amount, pay?.count]).toEqual(['look', ['Amy'], 2100, 1]);
    const january = valueOf(answers.gate(sample(), { period: '2026-01' })).find(({ name }) => name === 'pay');
    expect(january?.state).toBe('good');
  });

  it('what it changes in closed months is told with its amount', () => {
    const cells = [header, ...lines.map((line) => (line[0] === 'A1' ? order('A1', '2026-01-05', 'Amy', 12000) : line))];
    const changed = deskWithSheets({ ...Object.fromEntries(two.book.sheets.map(({ origin, cells: own }) => [origin?.sheet ?? '', own])), Orders: cells }, 'en', two.book.names);
    const corrections = valueOf(answers.gate(changed, { period: '2026-03' })).find(({ name }) => name === 'corrections');
    // 2 % of 2,000 more in January.
    expect([corrections?.state, corrections?.names, corrections?.amount]).toEqual(['look', ['2026-01'], 40]);
  });

  it('a rate ten times off is to be looked at', () => {
    const fx = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7.1], ['2026-02-01', 'USD', 71], ['2026-01-01', 'EUR', 8]];
    const desk = deskWithSheets({ Orders: [header, ...lines], Rules: rules, People: people, FX: fx });
    const found = valueOf(answers.gate(desk, { period: '2026-02' })).find(({ name }) => name === 'fx');
    expect([found?.state, found?.names]).toEqual(['look', ['USD']]);
    expect(states(desk, '2026-01').fx).toBe('good');
  });
});

describe('a person’s card', () => {
  it('goes from what was earned to what is paid, with tiers, orders, and the year', () => {
    const two = closed(closed(sample(), '2026-01'), '2026-02');
    const amy = valueOf(answers.preview(two, { period: '2026-03' })).rows.find(({ name }) => name === 'Amy');
    const card = valueOf(answers.payCard(two, { period: '2026-03', person: amy!.person! }));
    expect(card.waterfall).toEqual([{ name: 'earned', amount: 2000 }, { name: 'payable', amount: 2000 }]);
    // 120,000 of the year, 30,000 below the tier of 3 %.
    expect(card.tiers).toEqual([{ plan: 'Sales', part: '', total: 120000, tier: 1, tiers: 2, rate: '2%', next: { from: 150000, missing: 30000, rate: '3%' } }]);
    expect(card.orders).toEqual([{ order: 'A3', customer: 'Amy customer', date: '2026-03-05', measure: 100000, earned: 2000 }]);
    expect([card.yearToDate, card.isClosed, card.held]).toEqual([2400, false, []]);
    const later = closed(two, '2026-03');
    const after = valueOf(answers.payCard(later, { period: '2026-03', person: amy!.person! }));
    // What was closed says the same: its lines were kept.
    expect({ ...after, isClosed: false, why: '' }).toEqual({ ...card, why: '' });
  });
});
