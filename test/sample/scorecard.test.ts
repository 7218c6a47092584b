import Decimal from 'decimal.js';
import type { Cell, Range } from '../../core/table/cell';
import { sampleWorkbook } from '../../sample/workbook';
import { figure, rowsOf, valueOf } from '../support/tables';

/**
 * The scores of the sample workbook for March 2026, recomputed from its cells by a calculation of its own: actuals from
 * orders, receipts, tasks and pipeline, typed ones, targets, the four kinds of scoring, areas, total and grade.
 */
const D = Decimal.clone({ precision: 60 });
const sheets = sampleWorkbook({ language: 'en' });
const records = (kind: string): Record<string, Cell>[] => {
  const [header = [], ...rows] = sheets.find((sheet) => sheet.kind === kind)?.cells ?? [];
  return rows.map((row) => Object.fromEntries(header.map((text, column) => [String(text), row[column] ?? ''])));
};
const number = (value: Cell | undefined): Decimal => {
  const text = String(value ?? '') || '0';
  return text.endsWith('%') ? new D(text.slice(0, -1)).div(100) : new D(text);
};
const [orders, receipts, rates, people, targets, actuals, tasks, pipeline] = ['orders', 'receipts', 'fx', 'people', 'targets', 'actuals', 'tasks', 'pipeline'].map(records) as Record<string, Cell>[][];
const MARCH = '2026-03';
const inMarch = (day: Cell | undefined): boolean => String(day).startsWith(MARCH);
const rateOn = (currency: Cell | undefined, day: string): Decimal => {
  if (currency === 'CNY') return new D(1);
  const known = rates!.filter((row) => row['Currency'] === currency && String(row['Date']) <= day);
  return number(known[known.length - 1]?.['Rate']);
};
const shareOf = (row: Record<string, Cell>, name: string): Decimal => {
  const parts = String(row['Owner']).split(';').map((part) => /^\s*(.*?)(?:\s+(\d+)%)?$/.exec(part));
  const mine = parts.find((part) => part?.[1] === name);
  return mine ? new D(mine[2] ?? 100).div(100) : new D(0);
};
const sold = orders!.filter((row) => row['Status'] !== 'cancelled');
const sum = (values: Decimal[]): Decimal => values.reduce((a, b) => a.plus(b), new D(0));
const at8 = (value: Decimal): Decimal => value.toDecimalPlaces(8, Decimal.ROUND_HALF_UP);

const profit = (row: Record<string, Cell>): Decimal => {
  const [amount, term] = [number(row['Amount']), String(row['Price term'])];
  const middleman = String(row['Middleman']).endsWith('%') ? amount.times(number(row['Middleman'])) : number(row['Middleman']);
  const foreign = amount.minus(['CIF', 'CFR'].includes(term) ? number(row['Freight']) : 0).minus(term === 'CIF' ? number(row['Insurance']) : 0).minus(middleman).minus(number(row['Bank fee']));
  const purchase = number(row['Purchase']);
  const rebate = at8(purchase.times(number(row['Rebate rate'])).div(number(row['VAT rate']).plus(1)));
  return foreign.times(rateOn(row['Currency'], String(row['Order date']))).plus(rebate).minus(purchase).minus(number(row['Domestic cost']));
};
const received = (name: string): Decimal => {
  const parts: Decimal[] = [];
  for (const receipt of receipts!.filter((row) => inMarch(row['Date']))) {
    const rows = sold.filter((row) => row['Order'] === receipt['Order']);
    const total = sum(rows.map((row) => number(row['Amount'])));
    const rate = rateOn(rows[0]?.['Currency'], String(receipt['Date']));
    let left = number(receipt['Amount']);
    rows.forEach((row, index) => {
      const part = index === rows.length - 1 ? left : at8(number(receipt['Amount']).times(number(row['Amount'])).div(total));
      left = left.minus(part);
      parts.push(part.times(rate).times(shareOf(row, name)));
    });
  }
  return sum(parts);
};
const sales = sold.filter((row) => row['Reverses'] === '');
const typed = (name: string, kpi: string): Cell | undefined => actuals!.find((row) => row['Person'] === name && row['KPI'] === kpi && row['Period'] === MARCH)?.['Actual'];
const target = (name: string, kpi: string): Decimal => {
  const rows = targets!.filter((row) => row['Person'] === name && row['KPI'] === kpi && row['Period'] === MARCH);
  return number(rows.sort((a, b) => (String(a['Effective']) < String(b['Effective']) ? 1 : -1))[0]?.['Target']);
};
const line = (x: Decimal, knots: [number, number][]): Decimal => {
  if (x.lte(knots[0]![0])) return new D(knots[0]![1]);
  const next = knots.findIndex(([at]) => x.lte(at));
  if (next < 0) return new D(knots[knots.length - 1]![1]);
  const [[x0, y0], [x1, y1]] = [knots[next - 1]!, knots[next]!];
  return x.minus(x0).div(new D(x1).minus(x0)).times(y1 - y0).plus(y0);
};
const capped = (share: Decimal, cap: number): Decimal => D.max(0, D.min(cap, share.times(100)));
const rating = (label: Cell | undefined): Decimal => new D({ excellent: 100, good: 85, fair: 70, poor: 50 }[String(label)] ?? NaN);
const onTime = (rows: Record<string, Cell>[]): Decimal => {
  const due = rows.filter((row) => inMarch(row['Promised date']));
  return new D(due.filter((row) => row['Ship date'] !== '' && String(row['Ship date']) <= String(row['Promised date'])).length).div(due.length);
};
const complaints = actuals!.find((row) => row['Person'] === 'Order support' && row['Period'] === MARCH)!;

type Part = readonly [area: 'Result' | 'Customers' | 'Service' | 'Conduct', weight: number, score: Decimal | undefined];

function parts(name: string): Record<string, Part> {
  const own = sales.filter((row) => shareOf(row, name).gt(0));
  const shared: Record<string, Part> = {
    'Complaint rate': ['Service', 30, capped(new D(2).minus(number(complaints['Numerator']).div(number(complaints['Denominator'])).div('0.03')), 120)],
    'Training hours': ['Conduct', 20, capped(number(typed(name, 'Training hours')).div(2), 100)],
    Attitude: ['Conduct', 40, rating(typed(name, 'Attitude'))],
    Collaboration: ['Conduct', 40, rating(typed(name, 'Collaboration'))],
  };
  const punctual = (rows: Record<string, Cell>[]): Part => ['Service', 40, line(onTime(rows).div('0.9'), [[0.7, 0], [1, 100], [1.1, 110]])];
  if ([...people!].reverse().find((row) => row['Person'] === name)?.['Team'] === 'Order support') {
    const due = tasks!.filter((row) => row['Owner'] === name && inMarch(row['Due']));
    const done = sum(due.map((row) => number(row['Weight']).times(row['Done'] === '' ? number(row['Progress']) : 1))).div(sum(due.map((row) => number(row['Weight']))));
    return { ...shared, 'On-time shipment': punctual(sales), 'Tasks done': ['Result', 50, capped(done.div('0.9'), 110)], 'Document errors': ['Result', 50, D.max(0, new D(100).minus(number(typed(name, 'Document errors')).times(10)))] };
  }
  const revenue = sum(sold.filter((row) => inMarch(row['Order date'])).map((row) => number(row['Amount']).times(rateOn(row['Currency'], String(row['Order date']))).times(shareOf(row, name))));
  const gross = sum(sold.filter((row) => inMarch(row['Order date'])).map((row) => profit(row).times(shareOf(row, name))));
  // From 2026 on the Americas are also measured in thousands of dollars, each line at the rates of its day.
  const dollars = sum(sold.filter((row) => inMarch(row['Order date'])).map((row) => {
    const day = String(row['Order date']);
    const amount = number(row['Amount']);
    return (row['Currency'] === 'USD' ? amount : amount.times(rateOn(row['Currency'], day)).div(rateOn('USD', day))).times(shareOf(row, name));
  })).div(1000);
  const isAmericas = [...people!].reverse().find((row) => row['Person'] === name)?.['Team'] === 'Americas';
  const active = new Set(own.filter((row) => inMarch(row['Order date'])).map((row) => row['Customer'])).size;
  const firstStages = new Map<Cell | undefined, Record<string, Cell>>();
  for (const row of pipeline!) if (!firstStages.has(row['Deal'])) firstStages.set(row['Deal'], row);
  const deals = [...firstStages.values()].filter((row) => row['Owner'] === name && inMarch(row['Entered'])).length;
  const hours = typed(name, 'Reply time');
  return {
    ...shared,
    Revenue: ['Result', 40, capped(revenue.div(target(name, 'Revenue')), 120)],
    ...(isAmericas && { 'Revenue in USD': ['Result', 20, capped(dollars.div(target(name, 'Revenue in USD')), 120)] as Part }),
    'Gross profit': ['Result', 35, line(gross.div(target(name, 'Gross profit')), [[0.5, 0], [1, 100], [1.5, 120]])],
    'Money received': ['Result', 25, capped(received(name).div(target(name, 'Money received')), 120)],
    'Active customers': ['Customers', 60, capped(new D(active).div(4), 120)],
    'New deals': ['Customers', name === 'David Xu' ? 90 : 60, new D(deals >= 1 ? 100 : 40)],
    'Reply time': ['Service', 30, hours === '-' ? undefined : D.max(0, new D(100).minus(D.max(0, number(hours).minus(8)).times(5)))],
    'On-time shipment': own.some((row) => inMarch(row['Promised date'])) ? punctual(own) : ['Service', 40, undefined],
  };
}

const AREAS = { Result: 60, Customers: 15, Service: 15, Conduct: 10 };

function total(lines: Part[]): Decimal {
  const known = lines.filter(([, , score]) => score !== undefined);
  const areas = [...new Set(known.map(([area]) => area))];
  const whole = areas.reduce((all, area) => all + AREAS[area], 0);
  return sum(areas.map((area) => {
    const own = known.filter(([of]) => of === area);
    const weights = own.reduce((all, [, weight]) => all + weight, 0);
    return sum(own.map(([, weight, score]) => score!.times(weight))).div(weights).times(AREAS[area]).div(whole);
  })).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

const present = people!.filter((row, index, all) => (row['Left'] === '' || String(row['Left']) >= '2026-03-01') && all.findIndex((other) => other['Person'] === row['Person']) === index).map((row) => String(row['Person']));
const scores = rowsOf('KPISUMMARY', MARCH, ...sheets.filter(({ kind }) => kind !== 'scores').map(({ cells }) => cells));

describe('the scores of the sample', () => {
  it('are of everyone who was there', () => expect(scores.map((row) => row['Person'])).toEqual(present));

  it.each(present)('of %s are what a second calculation gives', (name) => {
    const row = scores.find((one) => one['Person'] === name) ?? {};
    const own = parts(name);
    for (const [kpi, [, , score]] of Object.entries(own)) expect([kpi, row[kpi] === '' ? '' : new D(Number(row[kpi])).toFixed(8)]).toEqual([kpi, score === undefined ? '' : score.toFixed(8)]);
    const sumOf = total(Object.values(own));
    const grade = [[90, 'A', 1.2], [75, 'B', 1], [60, 'C', 0.8], [0, 'D', 0.5]].find(([from]) => sumOf.gte(Number(from)))!;
    expect([row['Score'], row['Grade'], row['Factor']]).toEqual([sumOf.toNumber(), grade[1], grade[2]]);
  });

  it('stand in the Scores table, month by month', () => {
    const [header, ...rows] = sheets.find(({ kind }) => kind === 'scores')?.cells ?? [];
    expect(new Set(rows.map(([period]) => period)).size).toBe(14);
    expect(valueOf('KPISUMMARY', MARCH, ...sheets.map(({ cells }) => cells))).toEqual([header, ...rows.filter(([period]) => period === MARCH)]);
  });
});

describe('pay by scores in the sample', () => {
  const tables = (plan: string): Range[] => sheets.filter(({ kind }) => kind !== 'statements').map(({ kind, cells }) => (kind === 'rules' ? [cells[0] ?? [], ...cells.slice(1).filter((row) => row[0] === plan && row[4] !== 'draft')] : cells));

  it('goes by attainment tiers and the grade’s factor', () => {
    const rows = rowsOf('SETTLE', MARCH, '', ...tables('Attainment tiers'));
    const revenue = sum(sold.filter((row) => inMarch(row['Order date'])).map((row) => number(row['Amount']).times(rateOn(row['Currency'], String(row['Order date']))).times(shareOf(row, 'Amy Chen'))));
    const reached = revenue.div(target('Amy Chen', 'Revenue'));
    const rate = [['1.2', '0.015'], ['1', '0.012'], ['0.8', '0.009'], ['0', '0.006']].find(([from]) => reached.gte(from!))![1]!;
    const factor = scores.find((row) => row['Person'] === 'Amy Chen')?.['Factor'];
    expect(figure(rows, 'Amy Chen', 'Earned')).toBe(revenue.times(rate).times(Number(factor)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber());
  });

  it('goes by a target in dollars, at the month’s last rate', () => {
    const rows = rowsOf('SETTLE', MARCH, '', ...tables('Dollar target'));
    // Of those without a return in March: what a return takes back is another month's.
    const names = ['Frank Sun', 'Grace Li', 'Henry Guo', 'Ivy Tang'].filter((name) => !sold.some((row) => inMarch(row['Order date']) && row['Reverses'] !== '' && shareOf(row, name).gt(0)));
    expect(names).not.toEqual([]);
    for (const name of names) {
      const revenue = sum(sold.filter((row) => inMarch(row['Order date'])).map((row) => number(row['Amount']).times(rateOn(row['Currency'], String(row['Order date']))).times(shareOf(row, name))));
      const reached = revenue.div(target(name, 'Revenue in USD').times(1000).times(rateOn('USD', '2026-03-31')));
      const rate = [['1', '0.012'], ['0.8', '0.01'], ['0', '0.008']].find(([from]) => reached.gte(from!))![1]!;
      expect(figure(rows, name, 'Earned')).toBe(revenue.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber());
    }
  });

  it('gives the prizes of the contest to the best sellers, and to the team with the most profit', () => {
    const rows = rowsOf('SETTLE', MARCH, '', ...tables('Sales contest'));
    const teams: Record<string, string[]> = { Europe: ['Helen Zhou', 'Amy Chen', 'Ben Liu', 'David Xu'], Americas: ['Frank Sun', 'Grace Li', 'Henry Guo', 'Ivy Tang'] };
    const everyone = Object.values(teams).flat();
    const march = sold.filter((row) => inMarch(row['Order date']));
    const of = (name: string, amount: (row: Record<string, Cell>) => Decimal): Decimal => sum(march.map((row) => amount(row).times(shareOf(row, name))));
    const revenue = new Map(everyone.map((name) => [name, of(name, (row) => number(row['Amount']).times(rateOn(row['Currency'], String(row['Order date']))))]));
    const best = everyone.filter((name) => revenue.get(name)!.gte(500000)).sort((a, b) => revenue.get(b)!.cmp(revenue.get(a)!));
    const gross = (team: string): Decimal => sum(teams[team]!.map((name) => of(name, profit)));
    const [winner] = Object.keys(teams).sort((a, b) => gross(b).cmp(gross(a)));
    for (const name of everyone) expect([name, figure(rows, name, 'Earned')]).toEqual([name, ([3000, 2000, 1000][best.indexOf(name)] ?? 0) + (teams[winner!]!.includes(name) ? 1000 : 0)]);
  });

  it('shares a pot by score, attitude and collaboration to the last cent', () => {
    const rows = rowsOf('SETTLE', MARCH, '', ...tables('9 Comprehensive evaluation')).filter((row) => row['Person'] !== 'Total');
    const pools = rowsOf('SETTLE', MARCH, 'pools', ...tables('9 Comprehensive evaluation'));
    expect(rows.length).toBeGreaterThan(7);
    // What is taken back from somebody who has left is owed, not paid.
    expect(sum(rows.map((row) => number(row['Earned']))).toFixed(2)).toBe(sum(pools.filter((row) => row['Person'] === 'Pot').map((row) => number(row['Amount']))).toFixed(2));
  });
});

describe('blanks', () => {
  const summary = (blank: Cell): unknown =>
    valueOf(
      'KPISUMMARY',
      [['2025-12'], ['2026-Q1'], ['2026 to 2026-03']],
      ...sheets.filter(({ kind }) => kind !== 'scores' && kind !== 'statements').map(({ kind, cells }) => {
        const actual = kind === 'actuals' ? 3 : -1;
        return cells.map((row, index) => row.map((cell, column) => (index > 0 && cell === '' && (column !== actual || row[5] !== '') ? blank : cell)));
      }),
    );
  it('are the same as "", null and 0, as hosts deliver them; only a missing actual is no 0', () => {
    expect(summary(null)).toEqual(summary(''));
    expect(summary(0)).toEqual(summary(''));
  });
});
