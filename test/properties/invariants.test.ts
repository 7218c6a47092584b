import fc from 'fast-check';
import { ZERO, add, equals, sum } from '../../core/amount/exact';
import type { Exact } from '../../core/amount/exact';
import { exactToText } from '../../core/amount/text';
import { call } from '../../core/catalogue/call';
import { closingRows } from '../../core/commission/closed/close';
import { settle } from '../../core/commission/settle';
import type { Settlement } from '../../core/commission/settle';
import type { Cell, Range } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { fieldsOf } from '../../core/table/schema';
import type { OracleLedger, OraclePlan } from '../oracle/oracle';
import { RUNS, day, ledger, ledgerTables, month, plan, ruleRows } from './generators';

type Tables = readonly Range[];

function tablesOf(rules: OraclePlan, book: OracleLedger, further: Cell[][] = []): Tables {
  const { people, orders, receipts, scores } = ledgerTables(book);
  return [ruleRows(rules, 'Plan', further), people, orders, receipts, scores];
}

function settled(tables: Tables, period: string): Settlement {
  const result = settle(recogniseTables(tables.map((cells) => ({ cells }))), { period: readPeriod(period) });
  if (!result.ok) throw new Error(JSON.stringify(result.issues[0]));
  return result.value;
}

function summary(tables: Tables, period: string): (string | number)[][] {
  const result = call('SETTLE', [period, 'summary', ...tables]);
  if (!result.ok) throw new Error(result.error.message);
  return result.value as (string | number)[][];
}

/** Amounts by person, without texts. */
function figures(tables: Tables, period: string): string[] {
  return summary(tables, period).slice(1).filter((row) => row[1] !== 'Total' && row[1] !== '合计').map((row) => [String(row[1]).replace('公司', 'Company').replace(/^(\d+) 行未计入$/, '$1 rows not used'), ...row.slice(5, 13)].join('|')).sort();
}

const HEADERS_ZH: Record<string, string> = {
  Plan: '方案', Rule: '规则', Item: '项目', From: '起点', Value: '数值', Person: '姓名', Team: '团队', Role: '职位', Order: '订单号', Line: '行号', 'Order date': '下单日期', 'Ship date': '出货日期',
  Customer: '客户', Product: '产品', Owner: '业务员', Currency: '币种', Rate: '汇率', Quantity: '数量', Amount: '金额', Purchase: '含税采购成本', 'VAT rate': '增值税率', 'Rebate rate': '退税率',
  Reverses: '冲销订单', Date: '日期', Fee: '手续费', Period: '期间', Score: '得分',
};

function exactGross(settlement: Settlement): Map<number, Exact> {
  const gross = new Map<number, Exact>();
  for (const { pay } of settlement.plans) {
    for (const { pay: part } of pay?.parts ?? []) for (const [person, { gross: own, taken }] of part.persons) gross.set(person, add(gross.get(person) ?? ZERO, add(own, taken)));
  }
  return gross;
}

const assert = (property: fc.IProperty<never> | fc.IPropertyWithHooks<never>): void => fc.assert(property, { numRuns: RUNS });
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<Args>): void => assert(property as unknown as fc.IPropertyWithHooks<never>);

describe('a pot', () => {
  it('is its members, its reserve and the company, to the cent', () => {
    check(
      fc.property(plan, ledger, month, fc.constantFrom('equal', 'credit') as fc.Arbitrary<'equal' | 'credit'>, (made, book, period, pool) => {
        const rules: OraclePlan = { ...made, pool, by: 'team' };
        delete rules.roleFactor;
        delete rules.personBonus;
        for (const { pay } of settled(tablesOf(rules, book), period).plans) {
          for (const pot of pay?.parts.flatMap((part) => part.pay.pools) ?? []) {
            const out = sum([...pot.members.map(({ amount }) => amount), ...pot.reserves.map(({ amount }) => amount), pot.company]);
            expect(exactToText(out)).toBe(exactToText(pot.pot));
          }
        }
      }),
    );
  });
});

describe('an order and its full reversal', () => {
  it('pay nothing in total under every measure and every counts on', () => {
    check(
      fc.property(plan, ledger, day, (made, book, when) => {
        const rules: OraclePlan = { ...made, refund: 'original' };
        delete rules.minimum;
        delete rules.maximum;
        delete rules.lineMaximum;
        delete rules.lineMinimum;
        delete rules.gate;
        delete rules.pool;
        delete rules.tierBonus;
        delete rules.personBonus;
        if (made.pool) rules.by = 'person';
        const [first] = book.orders;
        if (!first) return;
        const own = book.orders.filter(({ order }) => order === first.order);
        const total = own.reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0);
        const later = when < '2026-05-20' ? '2026-06-15' : when;
        const reversal = { ...first, order: 'ZZ-1', orderDay: later, shipDay: later, amount: (-total / 100).toFixed(2), quantity: -own.reduce((pieces, { quantity }) => pieces + quantity, 0), purchase: '0', reverses: first.order };
        const only: OracleLedger = { ...book, orders: [...own, reversal], receipts: book.receipts.filter(({ order }) => order === first.order) };
        const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
        const all = new Map<number, Exact>();
        for (const period of months) for (const [person, gross] of exactGross(settled(tablesOf({ ...rules, ...(rules.scoreFactor && { scoreFactor: { from: 0, factor: rules.scoreFactor.factor } }) }, only), period))) {
          all.set(person, add(all.get(person) ?? ZERO, gross));
        }
        if (rules.scoreFactor) return;
        for (const total of all.values()) expect(exactToText(total)).toBe('0');
      }),
    );
  });
});

describe('what does not matter', () => {
  it('is the order of rows, other columns, blank rows, the headers’ language, and running twice', () => {
    check(
      fc.property(plan, ledger, month, fc.infiniteStream(fc.nat(1000)), (made, book, period, stream) => {
        const tables = tablesOf(made, book);
        const expected = figures(tables, period);
        expect(figures(tables, period)).toEqual(expected);
        const shuffled = tables.map(([header = [], ...rows]) => {
          const keyed = rows.map((row) => ({ row, key: stream.next().value as number }));
          const sorted = keyed.sort((a, b) => a.key - b.key);
          const wide = sorted.map(({ row }) => [...row, 'noise', '#REF!']);
          return [[...header, 'Remark of mine', 'Broken'], ...wide.slice(0, 1), Array.from({ length: header.length + 2 }, () => ''), ...wide.slice(1)] as Range;
        });
        expect(figures(shuffled, period)).toEqual(expected);
        const chinese = tables.map(([header = [], ...rows]) => [header.map((text) => HEADERS_ZH[String(text)] ?? text), ...rows]);
        expect(figures(chinese, period)).toEqual(expected);
      }),
    );
  });

  it('is whether a host writes a blank as 0, null or ""', () => {
    check(
      fc.property(plan, ledger, month, (made, book, period) => {
        const tables = tablesOf(made, book);
        const expected = figures(tables, period);
        for (const blank of [0, null, undefined]) {
          const rewritten = tables.map((rows) => rows.map((row) => row.map((cell) => (cell === '' ? blank : cell))));
          expect(figures(rewritten, period)).toEqual(expected);
        }
      }),
    );
  });
});

describe('within one version', () => {
  it('period by period is all at once', () => {
    check(
      fc.property(plan, ledger, (made, book) => {
        const rules: OraclePlan = { ...made };
        for (const key of ['minimum', 'maximum', 'gate', 'scoreFactor', 'pool', 'personBonus'] as const) delete rules[key];
        if (made.pool) rules.by = 'person';
        // Where a line's limit bends its pay, what a part of it takes back is apportioned, not multiplied.
        if ((made.lineMaximum ?? made.lineMinimum) !== undefined && made.mode !== 'marginal') rules.refund = 'current';
        const monthly = new Map<number, Exact>();
        for (let number = 1; number <= 6; number += 1) {
          for (const [person, gross] of exactGross(settled(tablesOf(rules, book), `2026-0${number}`))) monthly.set(person, add(monthly.get(person) ?? ZERO, gross));
        }
        const yearly = exactGross(settled(tablesOf(rules, book, [['Plan', 'pay every', '', '', 'year']]), '2026'));
        for (const person of new Set([...monthly.keys(), ...yearly.keys()])) {
          expect([person, exactToText(monthly.get(person) ?? ZERO)]).toEqual([person, exactToText(yearly.get(person) ?? ZERO)]);
        }
      }),
    );
  });
});

describe('a plan cut into versions that say the same', () => {
  it('pays the same as one version, whatever the month in which the next takes over', () => {
    check(
      fc.property(plan, ledger, month, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 }), (rules, book, period, first, second) => {
        const tables = tablesOf(rules, book);
        const [header = [], ...rows] = tables[0] ?? [];
        const version = (number: number, effective: string): Cell[][] => rows.map(([name, ...rest]) => [name, number, effective, ...rest]);
        const cut: Range = [[header[0], 'Version', 'Effective', ...header.slice(1)], ...version(1, ''), ...version(2, `2026-0${first}-01`), ...(second > first ? version(3, `2026-0${second}-01`) : [])];
        expect(figures([cut, ...tables.slice(1)], period)).toEqual(figures(tables, period));
      }),
    );
  });
});

describe('a line through versions that count on different dates', () => {
  const on = fc.constantFrom('order', 'shipment', 'receipt');

  it('is paid once in all, reversals taken off, when the last version counts on order', () => {
    fc.assert(
      fc.property(ledger, on, on, fc.integer({ min: 2, max: 4 }), (book, first, second, takeover) => {
        const version = (number: number, effective: string, counts: string): Cell[][] => [['Plan', number, effective, 'rate', '', '', '5%'], ['Plan', number, effective, 'counts on', '', '', counts]];
        const header: Cell[] = ['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'];
        const { people, orders, receipts } = ledgerTables(book);
        const paid = (rules: Range): Map<number, number> => {
          const all = new Map<number, Exact>();
          for (let number = 1; number <= 6; number += 1) for (const [person, gross] of exactGross(settled([rules, people, orders, receipts], `2026-0${number}`))) all.set(person, add(all.get(person) ?? ZERO, gross));
          return new Map([...all].map(([person, amount]) => [person, Number(exactToText(amount))]));
        };
        const through = paid([header, ...version(1, '', first), ...version(2, `2026-0${takeover}-01`, second), ...version(3, '2026-06-01', 'order')]);
        const plain = paid([header, ...version(1, '', 'order')]);
        // Each piece of a line is shared among its owners at 8 decimals: two ways to cut it meet well below a cent.
        for (const [person, amount] of plain) expect(through.get(person) ?? 0).toBeCloseTo(amount, 5);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe('under marginal tiers with rates that do not fall', () => {
  const rising = fc.tuple(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 4 }), fc.constantFrom('month', 'quarter', 'year')).map(
    ([steps, span]): OraclePlan => ({
      measure: 'revenue', countsOn: 'order', mode: 'marginal', edge: 'from', span: span as OraclePlan['span'], by: 'person', share: '1', refund: 'original',
      tiers: steps.map((_, index) => ({ from: String(index * 20000), rate: (steps.slice(0, index + 1).reduce((all, step) => all + step, 0) / 10000).toFixed(4) })),
    }),
  );

  it('one more sale never lowers anybody’s pay', () => {
    check(
      fc.property(rising, ledger, month, day, fc.integer({ min: 1, max: 5_000_000 }), (rules, book, period, when, units) => {
        const plain: OracleLedger = { ...book, orders: book.orders.filter(({ amount }) => Number(amount) > 0) };
        const more: OracleLedger = { ...plain, orders: [...plain.orders, { order: 'MORE', line: 1, orderDay: when, owners: [{ name: 'Amy' }], customer: 'X', product: 'Lamp', amount: (units / 100).toFixed(2), rate: '1', quantity: 1, purchase: '0' }] };
        const pay = (of: OracleLedger): number[] => ['Amy', 'Ben', 'Cai'].map((name) => Number(summary(tablesOf(rules, of), period).find((row) => row[1] === name)?.[12]));
        const [before, after] = [pay(plain), pay(more)];
        before.forEach((amount, index) => expect(after[index]).toBeGreaterThanOrEqual(amount));
      }),
    );
  });

  it('splitting a line in two changes nothing', () => {
    check(
      fc.property(rising, ledger, month, fc.nat(100), fc.integer({ min: 1, max: 99 }), (rules, book, period, which, percent) => {
        const target = book.orders[which % book.orders.length];
        if (!target || target.reverses !== undefined || target.owners.length > 1 || book.orders.some(({ reverses }) => reverses?.startsWith(target.order))) return;
        const units = Math.round(Number(target.amount) * 100);
        const part = Math.trunc((units * percent) / 100);
        const split = book.orders.flatMap((one) => (one === target ? [{ ...one, amount: (part / 100).toFixed(2) }, { ...one, line: one.line + 0.5, amount: ((units - part) / 100).toFixed(2) }] : [one]));
        const [whole, parts] = [exactGross(settled(tablesOf(rules, book), period)), exactGross(settled(tablesOf(rules, { ...book, orders: split }), period))];
        for (const [person, gross] of whole) expect(equals(parts.get(person) ?? ZERO, gross)).toBe(true);
      }),
    );
  });
});

describe('a closed period', () => {
  const header: Cell[] = fieldsOf('statements').map(({ en }) => en);
  const close = (tables: Tables, statements: readonly (readonly Cell[])[], period: string): Cell[][] =>
    closingRows(settled([...tables, [header, ...statements]], period), { by: 'Finance', at: '2026-07-01' }, 'en').statements;

  it('stays as it was paid, and every later correction is paid once', () => {
    check(
      fc.property(plan, ledger, fc.nat(100), fc.integer({ min: 1, max: 500 }), (made, book, which, percent) => {
        const rules: OraclePlan = { ...made };
        delete rules.reserve;
        const tables = tablesOf(rules, book);
        const statements = ['2026-01', '2026-02'].reduce<Cell[][]>((rows, period) => [...rows, ...close(tables, rows, period)], []);
        const target = book.orders[which % book.orders.length];
        const changed: OracleLedger = { ...book, orders: book.orders.map((one) => (one === target && Number(one.amount) > 0 ? { ...one, amount: ((Math.round(Number(one.amount) * 100) * percent) / 10000).toFixed(2) } : one)) };
        const later = tablesOf(rules, changed);
        const closed = (of: Tables): string[] => figures([...of, [header, ...statements]], '2026-01');
        expect(closed(later)).toEqual(closed(tables));
        const march = close(later, statements, '2026-03');
        const april = summary([...later, [header, ...statements, ...march]], '2026-04');
        const names = ['Amy', 'Ben', 'Cai'];
        const adjusted = (rows: (string | number)[][]): number[] => names.map((name) => Number(rows.find((row) => row[1] === name)?.[11] ?? 0));
        expect(adjusted(april)).toEqual([0, 0, 0]);
        const fresh = names.map((name) => ['2026-01', '2026-02'].map((period) => Number(summary(later, period).find((row) => row[1] === name)?.[6] ?? 0)));
        const paid = names.map((name) => ['2026-01', '2026-02'].map((period) => Number(summary(tables, period).find((row) => row[1] === name)?.[6] ?? 0)));
        const inMarch = adjusted(summary([...later, [header, ...statements]], '2026-03'));
        names.forEach((_, index) => {
          const due = (fresh[index] ?? []).reduce((all, amount) => all + Math.round(amount * 100), 0);
          const had = (paid[index] ?? []).reduce((all, amount) => all + Math.round(amount * 100), 0);
          expect(Math.round((inMarch[index] ?? 0) * 100)).toBe(due - had);
        });
      }),
    );
  });
});
