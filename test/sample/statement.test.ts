import Decimal from 'decimal.js';
import type { Cell, Range } from '../../core/table/cell';
import { sampleWorkbook } from '../../sample/workbook';
import { figure, settle } from '../support/tables';

/**
 * The statement of the sample workbook for March 2026, recomputed from its cells by a calculation of its own: profit
 * with receipts, exchange rates, yearly tiers, customer grades, refunds, the manager's override, fund and hold; the
 * Americas' shipments with pot, score and draw; order support's sums per order and its pot.
 */
const D = Decimal.clone({ precision: 80 });
const sheets = sampleWorkbook({ language: 'en' });
const cells = (kind: string): Range => sheets.find((sheet) => sheet.kind === kind)?.cells ?? [];
const records = (kind: string): Record<string, Cell>[] => {
  const [header = [], ...rows] = cells(kind);
  return rows.map((row) => Object.fromEntries(header.map((text, column) => [String(text), row[column] ?? ''])));
};
const number = (value: Cell | undefined): Decimal => {
  const text = String(value ?? '') || '0';
  return text.endsWith('%') ? new D(text.slice(0, -1)).div(100) : new D(text);
};
const sum = (values: Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new D(0));
const cents = (value: Decimal): number => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() + 0;
const at8 = (value: Decimal): Decimal => value.toDecimalPlaces(8, Decimal.ROUND_HALF_UP);

const orders = records('orders');
const receipts = records('receipts');
const rates = records('fx');
const people = records('people');
const statement = settle('2026-03', 'summary', ...sheets.map((sheet) => sheet.cells));
const rateOn = (currency: Cell, day: string): Decimal => {
  if (currency === 'CNY') return new D(1);
  const known = rates.filter((row) => row['Currency'] === currency && String(row['Date']) <= day).sort((a, b) => (String(a['Date']) < String(b['Date']) ? -1 : 1));
  return number(known[known.length - 1]?.['Rate']);
};
const owners = (text: Cell): { name: string; share: Decimal }[] =>
  String(text).split(';').map((part) => {
    const [, name = '', percent] = /^\s*(.*?)(?:\s+(\d+)%)?$/.exec(part) ?? [];
    return { name, share: new D(percent ?? 100).div(100) };
  });
const live = orders.filter((row) => row['Status'] !== 'cancelled');
const isLine = (row: Record<string, Cell>): boolean => row['Reverses'] === '';
const personOf = (name: string): Record<string, Cell> => people.find((row) => row['Person'] === name) ?? {};
const statements = records('statements');

/** A line's profit before exchange. */
function profit(row: Record<string, Cell>): { foreign: Decimal; home: Decimal } {
  const amount = number(row['Amount']);
  const term = String(row['Price term']);
  const middleman = String(row['Middleman']).endsWith('%') ? amount.times(number(row['Middleman'])) : number(row['Middleman']);
  const freight = ['CIF', 'CFR'].includes(term) ? number(row['Freight']) : new D(0);
  const insurance = term === 'CIF' ? number(row['Insurance']) : new D(0);
  const purchase = number(row['Purchase']);
  const rebate = at8(purchase.times(number(row['Rebate rate'])).div(number(row['VAT rate']).plus(1)));
  return { foreign: amount.minus(freight).minus(insurance).minus(middleman).minus(number(row['Bank fee'])), home: rebate.minus(purchase).minus(number(row['Domestic cost'])) };
}

/** Grade A customers before a month: by profit of the twelve months before, until 80 % is reached. */
function gradeA(month: string): Set<string> {
  const [year = 0, number_ = 0] = month.split('-').map(Number);
  const start = `${year - 1}-${String(number_).padStart(2, '0')}-01`;
  const totals = new Map<string, Decimal>();
  for (const row of live) {
    const day = String(row['Order date']);
    if (day < start || day >= `${month}-01`) continue;
    const { foreign, home } = profit(row);
    const key = String(row['Customer']);
    totals.set(key, (totals.get(key) ?? new D(0)).plus(foreign.times(rateOn(row['Currency'] ?? '', day))).plus(home));
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.cmp(a));
  const whole = sum(ranked.map(([, value]) => D.max(value, 0)));
  const grade = new Set<string>();
  let before = new D(0);
  for (const [customer, value] of ranked) {
    if (before.lt(whole.times('0.8')) && value.gt(0)) grade.add(customer);
    before = before.plus(D.max(value, 0));
  }
  return grade;
}

describe('the profit plan of the sample', () => {
  const ladders: Record<string, [number, string][]> = { '2025': [[0, '0.05'], [100000, '0.08'], [300000, '0.1']], '2026': [[0, '0.05'], [100000, '0.08'], [300000, '0.1'], [600000, '0.12']] };
  const integral = (year: string, x: Decimal): Decimal => (x.isNegative() ? x.times('0.05') : (ladders[year] ?? []).reduce((total, [from, rate], index, all) => {
    const top = all[index + 1]?.[0];
    const end = top !== undefined && x.gt(top) ? new D(top) : x;
    return end.gt(from) ? total.plus(end.minus(from).times(rate)) : total;
  }, new D(0)));
  interface Event { row: Record<string, Cell>; day: string; name: string; credit: Decimal; pay: Decimal }
  const happenings: { day: string; row: Record<string, Cell>; credit?: (row: Record<string, Cell>) => Decimal }[] = [];
  const totals = new Map<string, Decimal>();
  for (const row of live) totals.set(String(row['Order']), (totals.get(String(row['Order'])) ?? new D(0)).plus(number(row['Amount'])));
  for (const row of live) {
    if (!isLine(row)) {
      happenings.push({ day: String(row['Order date']), row });
      continue;
    }
    const total = totals.get(String(row['Order'])) ?? new D(1);
    let before = new D(0);
    const own = receipts.filter((receipt) => receipt['Order'] === row['Order']).sort((a, b) => (String(a['Date']) < String(b['Date']) ? -1 : 1));
    for (const receipt of own) {
      const after = D.min(total, before.plus(number(receipt['Amount'])).plus(number(receipt['Fee'])));
      const [from, to, day] = [before, after, String(receipt['Date'])];
      const part = (amount: Decimal, paid: Decimal): Decimal => (paid.eq(total) ? amount : at8(amount.times(paid).div(total)));
      happenings.push({ day, row, credit: (line) => {
        const { foreign, home } = profit(line);
        return part(foreign, to).minus(part(foreign, from)).times(rateOn(line['Currency'] ?? '', day)).plus(part(home, to)).minus(part(home, from));
      } });
      before = after;
    }
  }
  happenings.sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : String(a.row['Order']) !== String(b.row['Order']) ? (String(a.row['Order']) < String(b.row['Order']) ? -1 : 1) : Number(a.row['Line']) - Number(b.row['Line'])));
  const running = new Map<string, Decimal>();
  const events: Event[] = [];
  const earned = new Map<string, Decimal>();
  const credited = new Map<string, Decimal>();
  /** What reversals of March take back, by person and order. */
  const takenBack: { name: string; order: string; amount: Decimal }[] = [];
  const grades = new Map<string, Set<string>>();
  const inMarch = (day: string): boolean => day.startsWith('2026-03');
  const add = (map: Map<string, Decimal>, name: string, value: Decimal): void => void map.set(name, (map.get(name) ?? new D(0)).plus(value));
  for (const { day, row, credit } of happenings.filter((one) => one.day <= '2026-03-31')) {
    const year = day.slice(0, 4);
    if (!credit) {
      const [order, line] = String(row['Reverses']).split('/');
      const target = live.find((one) => one['Order'] === order && String(one['Line']) === line);
      if (!target) continue;
      const part = number(row['Amount']).negated().div(number(target['Amount']));
      for (const event of events.filter((one) => one.row === target)) {
        const back = event.credit.times(part);
        if (event.day.startsWith(year)) add(running, `${event.name} ${year}`, back.negated());
        if (inMarch(day)) {
          add(earned, event.name, event.pay.times(part).negated());
          add(credited, event.name, back.negated());
          takenBack.push({ name: event.name, order: String(order), amount: event.pay.times(part) });
        }
      }
      continue;
    }
    for (const { name, share } of owners(row['Owner'] ?? '')) {
      if (personOf(name)['Plan'] !== 'Profit tiers' || (personOf(name)['Left'] !== '' && day > String(personOf(name)['Left']))) continue;
      const mine = credit(row).times(share);
      const key = `${name} ${year}`;
      const before = running.get(key) ?? new D(0);
      running.set(key, before.plus(mine));
      const month = String(row['Order date']).slice(0, 7);
      if (!grades.has(month)) grades.set(month, gradeA(month));
      const factor = year === '2026' && grades.get(month)?.has(String(row['Customer'])) ? '1.1' : '1';
      const pay = integral(year, before.plus(mine)).minus(integral(year, before)).times(factor);
      events.push({ row, day, name, credit: mine, pay });
      if (!inMarch(day)) continue;
      add(earned, name, pay);
      add(credited, name, mine);
    }
  }

  it.each(['Amy Chen', 'Ben Liu', 'Carol Wu', 'David Xu'])('%s earns what the orders give', (name) => {
    expect(figure(statement, name, 'Measure')).toBeCloseTo(cents(credited.get(name) ?? new D(0)), 1);
    expect(figure(statement, name, 'Earned')).toBe(cents(earned.get(name) ?? new D(0)));
  });

  it('Helen Zhou earns her own part and 0.5 % on the four below', () => {
    const below = sum(['Amy Chen', 'Ben Liu', 'Carol Wu', 'David Xu'].map((name) => credited.get(name) ?? new D(0)));
    const own = cents(earned.get('Helen Zhou') ?? new D(0));
    expect(figure(statement, 'Helen Zhou', 'Earned')).toBe(cents(new D(own).plus(cents(below.times('0.005')))));
  });

  it('a twentieth goes to the fund, a tenth of the rest is held, the rest is payable; what is held of an order that is taken back is settled with it', () => {
    for (const name of ['Amy Chen', 'Ben Liu', 'David Xu']) {
      const exact = earned.get(name) ?? new D(0);
      const reserved = exact.times('0.05');
      const payable = exact.minus(reserved).times('0.9');
      const mine = takenBack.filter((one) => one.name === name);
      const settled = sum([...new Set(mine.map(({ order }) => order))].map((order) => {
        const amount = sum(mine.filter((one) => one.order === order).map((one) => one.amount));
        const held = sum(statements.filter((row) => row['Person'] === name && row['Order'] === order && row['Due'] === '2026-12-31').map((row) => number(row['Held'])));
        return D.min(held, amount.times('0.95').toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
      }));
      expect(figure(statement, name, 'Payable')).toBe(cents(payable.plus(settled)));
    }
  });
});

describe('the Americas of the sample', () => {
  const shippedIn = (month: string): Record<string, Cell>[] => live.filter((row) => String(row['Ship date']).startsWith(month) && isLine(row));
  const shipped = shippedIn('2026-03');
  const team = ['Frank Sun', 'Grace Li', 'Henry Guo', 'Ivy Tang'];
  const refunds = live.filter((row) => !isLine(row) && String(row['Ship date']).startsWith('2026-03'));
  const creditOf = (name: string, rows: Record<string, Cell>[]): Decimal => sum(rows.flatMap((row) => owners(row['Owner'] ?? '').filter((owner) => owner.name === name).map(({ share }) => number(row['Amount']).times(rateOn(row['Currency'] ?? '', String(row['Ship date']))).times(share))));
  const targetOf = (row: Record<string, Cell>): Record<string, Cell> | undefined => {
    const [order, line] = String(row['Reverses']).split('/');
    return live.find((one) => one['Order'] === order && String(one['Line']) === line);
  };
  /** What a refund takes back: the original line's amount at the rate of its own shipment. */
  const takenBack = (row: Record<string, Cell>, name: string): Decimal => {
    const target = targetOf(row);
    return target ? creditOf(name, [target]).times(number(row['Amount']).negated().div(number(target['Amount']))) : new D(0);
  };
  const weights = new Map(team.map((name) => [name, name === 'Frank Sun' ? 1.5 : 1]));
  const pot = (month: string): Decimal => new D(cents(sum(team.map((name) => creditOf(name, shippedIn(month)))).times('0.012')));
  /** A member's part of a month's pot: 40 % by role, 60 % by the credit of the month's own shipments. */
  const partOfPot = (month: string, name: string): Decimal => {
    const all = sum(team.map((one) => creditOf(one, shippedIn(month))));
    return new D('0.4').times(weights.get(name) ?? 1).div(4.5).plus(new D('0.6').times(creditOf(name, shippedIn(month))).div(all));
  };
  /** What the refunds of March take from a member: of each pot of old, by what the member got of it. */
  const charged = (name: string): Decimal => sum([...new Set(refunds.map((row) => String(targetOf(row)?.['Ship date']).slice(0, 7)))].map((month) => {
    const ours = refunds.filter((row) => String(targetOf(row)?.['Ship date']).startsWith(month));
    return new D(cents(sum(ours.flatMap((row) => team.map((one) => takenBack(row, one)))).times('0.012'))).times(partOfPot(month, name));
  }));

  it('everybody earns seven tenths of 1.2 % of their own and their share of the pot', () => {
    const scores = records('scores').filter((row) => row['Period'] === '2026-03');
    const firstOrders = new Map<string, Cell>();
    for (const row of [...live].filter(isLine).sort((a, b) => (String(a['Order date']) + String(a['Order']) < String(b['Order date']) + String(b['Order']) ? -1 : 1))) if (!firstOrders.has(String(row['Customer']))) firstOrders.set(String(row['Customer']), row['Order'] ?? '');
    for (const name of team) {
      const score = Number(scores.find((row) => row['Person'] === name)?.['Score']);
      const factor = score >= 90 ? '1.1' : '1';
      const gate = score < 60 ? '0.5' : '1';
      // Refunds take back what the original month paid: its own score factor and gate.
      const back = sum(refunds.flatMap((row) => {
        const [order, line] = String(row['Reverses']).split('/');
        const target = live.find((one) => one['Order'] === order && String(one['Line']) === line);
        const month = String(target?.['Ship date']).slice(0, 7);
        const then = Number(records('scores').find((one) => one['Person'] === name && one['Period'] === month)?.['Score']);
        if (!target) return [];
        const part = number(row['Amount']).negated().div(number(target['Amount']));
        return owners(target['Owner'] ?? '').filter((owner) => owner.name === name).map(({ share }) => number(target['Amount']).times(rateOn(target['Currency'] ?? '', String(target['Ship date']))).times(share).times(part).times('0.012').times(then >= 90 ? '1.1' : '1').times(then < 60 ? '0.5' : '1'));
      }));
      const bonuses = shipped.filter((row) => row['Line'] === 1 && firstOrders.get(String(row['Customer'])) === row['Order'] && owners(row['Owner'] ?? '').some((owner) => owner.name === name)).length * 500;
      const own = creditOf(name, shipped).times('0.012').plus(bonuses).times(factor).times(gate).minus(back).times('0.7');
      const share = pot('2026-03').times(partOfPot('2026-03', name));
      // Cents go to the largest remainders: a member gets the floor or the ceiling of the exact share, and bears so.
      const roundings = [Decimal.ROUND_DOWN, Decimal.ROUND_UP];
      const possible = roundings.flatMap((mode) => roundings.map((other) => cents(new D(cents(own)).plus(cents(share.toDecimalPlaces(2, mode).minus(charged(name).toDecimalPlaces(2, other)).times('0.3'))))));
      expect(possible).toContain(figure(statement, name, 'Earned'));
    }
  });
});

describe('what no rule says', () => {
  const rows = records('adjustments');
  it('is paid on top of what was earned, in the period it is for, with its reason and who approved it', () => {
    expect(rows.map((row) => [row['Period'], row['Person'], row['Amount']])).toEqual([['2025-12', 'Jack Ma', -200], ['2026-03', 'Henry Guo', 765.5]]);
    const henry = statement.find((row) => row['Person'] === 'Henry Guo');
    expect([henry?.['Adjustment'], henry?.['Payable']]).toEqual([765.5, cents(number(henry?.['Earned']).plus(number(henry?.['Draw'])).plus('765.5'))]);
    expect(henry?.['Why']).toMatch(/stall duty at the Dallas fair \(approved by Frank Sun\)/);
  });

  it('is closed with its month, and not paid again', () => {
    const closed = statements.filter((row) => row['Person'] === 'Jack Ma' && row['Kind'] === 'manual');
    expect(closed.map((row) => [row['Period'], row['Adjustment'], row['Payable']])).toEqual([['2025-12', -200, -200]]);
    expect(figure(statement, 'Jack Ma', 'Adjustment')).toBe(0);
  });
});

describe('the statement as a whole', () => {
  it('adds up: every column is the sum of its rows', () => {
    const [total] = statement.filter((row) => row['Person'] === 'Total');
    for (const column of ['Measure', 'Earned', 'Reserved', 'Held', 'Released', 'Draw', 'Adjustment', 'Payable']) {
      const rows = statement.filter((row) => row['Person'] !== 'Total' && !String(row['Person']).includes('not used'));
      expect(cents(sum(rows.map((row) => number(row[column]))))).toBe(total?.[column]);
    }
  });

  it('lines add up to what each part earned, and parts to what the person earned', () => {
    const tables = sheets.map((sheet) => sheet.cells);
    const lines = settle('2026-03', 'lines', ...tables);
    const parts = settle('2026-03', 'parts', ...tables);
    for (const row of statement.filter((one) => one['Role'] !== '')) {
      for (const view of [lines, parts]) expect(cents(sum(view.filter((one) => one['Person'] === row['Person']).map((one) => number(one['Earned']))))).toBe(row['Earned']);
    }
  });

  it('closed months carry checksums that fit, and settle as they stand', () => {
    expect(statements.length).toBeGreaterThan(200);
    const january = settle('2026-01', 'summary', ...sheets.map((sheet) => sheet.cells));
    const paid = cents(sum(statements.filter((row) => row['Period'] === '2026-01' && row['Person'] === 'Amy Chen').map((row) => number(row['Payable']))));
    expect(figure(january, 'Amy Chen', 'Payable')).toBe(paid);
  });
});
