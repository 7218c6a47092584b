import fc from 'fast-check';
import type { Cell, Range } from '../../core/table/cell';
import type { OracleLedger, OracleOrder, OraclePlan } from '../oracle/oracle';

export const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);

export const PEOPLE = [
  { name: 'Amy', team: 'EU', role: 'Sales', score: 95, targetBonus: '5000' },
  { name: 'Ben', team: 'EU', role: 'Manager', score: 55, targetBonus: '1234.56' },
  { name: 'Cai', team: 'US', role: 'Sales', score: 80 },
];

const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((units) => (units / 100).toFixed(2));
const rateText = fc.integer({ min: 0, max: 2000 }).map((units) => (units / 10000).toFixed(4));

/** A day in the first five months of 2026. */
export const day = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 28 })).map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`);

const owners = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('Amy', 'Ben', 'Cai').map((name) => [{ name }]) },
  { weight: 1, arbitrary: fc.constantFrom(['Amy', 'Ben'], ['Amy', 'Ben', 'Cai']).map((names) => names.map((name) => ({ name }))) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99 }).map((percent) => [{ name: 'Amy', percent }, { name: 'Cai', percent: 100 - percent }]) },
);

interface DraftLine {
  orderDay: string;
  shipDay: string | undefined;
  owners: { name: string; percent?: number }[];
  product: string;
  amount: string;
  rate: string;
  quantity: number;
  purchase: string;
}

const line = fc.record({
  orderDay: day,
  shipDay: fc.option(day, { nil: undefined, freq: 4 }),
  owners,
  product: fc.constantFrom('Lamp', 'Hose'),
  amount: cents(100, 9_000_000),
  rate: fc.constantFrom('1', '7.1234', '7.05'),
  quantity: fc.integer({ min: 1, max: 500 }),
  purchase: cents(0, 20_000_000),
}) as fc.Arbitrary<DraftLine>;

/** A ledger with orders of one to three lines, partial receipts, credit notes and reversals. */
export const ledger: fc.Arbitrary<OracleLedger> = fc
  .record({
    orders: fc.array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(day, fc.integer({ min: 1, max: 80 })), { maxLength: 3 })), { minLength: 1, maxLength: 7 }),
    reversals: fc.array(fc.record({ target: fc.nat(30), day, percent: fc.constantFrom(100, 100, 50, 25), wholeOrder: fc.boolean(), linked: fc.boolean() }), { maxLength: 2 }),
  })
  .map(({ orders, reversals }): OracleLedger => {
    const lines: OracleOrder[] = [];
    const receipts: OracleLedger['receipts'] = [];
    orders.forEach(([drafts, paid], index) => {
      const [first] = drafts;
      const total = drafts.reduce((sum, draft) => sum + Math.round(Number(draft.amount) * 100), 0);
      drafts.forEach((draft, at) => {
        const { shipDay, ...rest } = draft;
        lines.push({ ...rest, order: `PO-${index + 1}`, line: at + 1, orderDay: first?.orderDay ?? draft.orderDay, rate: first?.rate ?? '1', customer: 'ACME', ...(shipDay !== undefined && { shipDay }) });
      });
      for (const [when, percent] of paid) receipts.push({ order: `PO-${index + 1}`, day: when, amount: (Math.floor((total * percent) / 100) / 100).toFixed(2), fee: '0.50' });
    });
    const normal = [...lines];
    reversals.forEach(({ target, day: when, percent, wholeOrder, linked }, index) => {
      const source = normal[target % normal.length];
      if (!source) return;
      const targets = wholeOrder ? normal.filter(({ order }) => order === source.order) : [source];
      const units = targets.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
      lines.push({
        ...source,
        order: `RV-${index + 1}`,
        line: 1,
        orderDay: when,
        shipDay: when,
        amount: (-Math.ceil((units * percent) / 100) / 100).toFixed(2),
        quantity: -source.quantity,
        purchase: '0',
        ...(linked && { reverses: wholeOrder ? source.order : `${source.order}/${source.line}` }),
      });
    });
    return { people: PEOPLE, orders: lines, receipts };
  });

const tiers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }).map((step) => step * 5000), rateText), { minLength: 1, maxLength: 4, selector: ([from]) => from })
  .map((rows) => rows.map(([from, rate]) => ({ from: String(from), rate })));

/** Plans over the whole of what the oracle knows. */
export const plan: fc.Arbitrary<OraclePlan> = fc
  .record(
    {
      measure: fc.constantFrom('revenue', 'revenue', 'profit', 'quantity', 'orders'),
      countsOn: fc.constantFrom('order', 'shipment', 'receipt', 'receipt', 'paid in full'),
      receiptSteps: fc.option(fc.constant([{ from: '0.3', counts: '0.5' }, { from: '0.8', counts: '0.75' }, { from: '1', counts: '1' }]), { nil: undefined, freq: 2 }),
      tiers: fc.option(tiers, { nil: undefined, freq: 4 }),
      mode: fc.constantFrom('marginal', 'whole', 'interpolated'),
      edge: fc.constantFrom('from', 'above'),
      span: fc.constantFrom('month', 'quarter', 'year', 'ever'),
      by: fc.constantFrom('person', 'person', 'team', 'plan', 'line', 'product'),
      rate: rateText,
      tierBonus: fc.option(fc.record({ from: fc.integer({ min: 1, max: 30 }).map((step) => String(step * 5000)), amount: cents(100, 100000), own: fc.constantFrom(false, false, true) }).map(({ own, ...bonus }) => (own ? { from: bonus.from, amount: '0.25', own } : bonus)), { nil: undefined }),
      personBonus: fc.option(fc.constantFrom('1', '0.125'), { nil: undefined, freq: 8 }),
      productFactor: fc.option(fc.record({ product: fc.constant('Lamp'), factor: fc.constantFrom('1.2', '0.5') }), { nil: undefined }),
      roleFactor: fc.option(fc.record({ role: fc.constant('Manager'), factor: fc.constantFrom('1.3', '0.8') }), { nil: undefined }),
      scoreFactor: fc.option(fc.record({ from: fc.constant(90), factor: fc.constantFrom('1.1', '1.25') }), { nil: undefined }),
      bonus: fc.option(fc.record({ product: fc.constant('Hose'), amount: cents(100, 50000) }), { nil: undefined }),
      lineMinimum: fc.option(fc.constantFrom('0', '8.88'), { nil: undefined, freq: 8 }),
      lineMaximum: fc.option(cents(1000, 500000), { nil: undefined, freq: 8 }),
      minimum: fc.option(cents(1000, 300000), { nil: undefined, freq: 8 }),
      maximum: fc.option(cents(300000, 900000), { nil: undefined, freq: 8 }),
      gate: fc.option(fc.record({ from: fc.constant(60), share: fc.constantFrom('0', '0.5') }), { nil: undefined }),
      share: fc.constantFrom('1', '0.7'),
      reserve: fc.option(fc.constantFrom('0.1', '0.055'), { nil: undefined }),
      refund: fc.constantFrom('original', 'original', 'current'),
      pool: fc.option(fc.constantFrom('equal', 'credit'), { nil: undefined, freq: 5 }),
    },
    { requiredKeys: ['measure', 'countsOn', 'mode', 'edge', 'span', 'by', 'share', 'refund'] },
  )
  .map((made) => simplify(made as OraclePlan));

/** What cannot stand together, and what an undefined option means: the key is absent. */
function simplify(made: OraclePlan): OraclePlan {
  const kept = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as unknown as OraclePlan;
  if (kept.countsOn !== 'receipt') delete kept.receiptSteps;
  if (kept.tiers) delete kept.rate;
  else {
    kept.rate ??= '0.05';
    delete kept.tierBonus;
  }
  if (kept.pool) {
    kept.by = 'team';
    delete kept.roleFactor;
    delete kept.minimum;
    delete kept.personBonus;
  }
  return kept;
}

/** The plan as rows of the Rules table. */
export function ruleRows(made: OraclePlan, name = 'Plan', further: Cell[][] = []): Range {
  const rows: Cell[][] = [];
  const add = (rule: string, item: Cell, from: Cell, value: Cell): void => {
    rows.push([name, rule, item, from, value]);
  };
  add('measure', '', '', made.measure);
  add('counts on', '', '', made.countsOn);
  for (const { from, counts } of made.receiptSteps ?? []) add('receipt step', '', from, counts);
  if (made.rate !== undefined) add('rate', '', '', made.rate);
  for (const { from, rate } of made.tiers ?? []) add('tier', '', Number(from), rate);
  if (made.tiers) {
    add('tier mode', '', '', made.mode);
    add('tier edge', '', '', made.edge);
    add('tier span', '', '', made.span);
    if (!made.pool) add('tier by', '', '', made.by);
  }
  if (made.tierBonus) add('tier bonus', '', made.tierBonus.from, made.tierBonus.own ? `${made.tierBonus.amount} x Target bonus` : made.tierBonus.amount);
  if (made.personBonus) add('bonus', 'person', '', `${made.personBonus} x Target bonus`);
  if (made.productFactor) add('factor', `Product=${made.productFactor.product}`, '', made.productFactor.factor);
  if (made.roleFactor) add('factor', `Role=${made.roleFactor.role}`, '', made.roleFactor.factor);
  if (made.scoreFactor) add('factor', 'Score', made.scoreFactor.from, made.scoreFactor.factor);
  if (made.bonus) add('bonus', `Product=${made.bonus.product}`, '', made.bonus.amount);
  if (made.lineMinimum) add('minimum', 'line', '', made.lineMinimum);
  if (made.lineMaximum) add('maximum', 'line', '', made.lineMaximum);
  if (made.minimum) add('minimum', 'person', '', made.minimum);
  if (made.maximum) add('maximum', 'person', '', made.maximum);
  if (made.gate) add('gate', 'Score', made.gate.from, made.gate.share);
  if (made.share !== '1') add('share', '', '', made.share);
  if (made.reserve) add('reserve', 'Fund', '', made.reserve);
  add('refund', '', '', made.refund);
  if (made.pool) {
    add('pool', '', '', 'team');
    add('share by', made.pool, '', '100%');
  }
  return [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows, ...further];
}

/** The ledger as the tables SETTLE takes: People, Orders, Receipts, Scores. */
export function ledgerTables({ people, orders, receipts }: OracleLedger): { people: Range; orders: Range; receipts: Range; scores: Range } {
  return {
    people: [['Person', 'Team', 'Role', 'Target bonus'], ...people.map(({ name, team, role, targetBonus = '' }) => [name, team, role, targetBonus])],
    orders: [
      ['Order', 'Line', 'Order date', 'Ship date', 'Customer', 'Product', 'Owner', 'Currency', 'Rate', 'Quantity', 'Amount', 'Purchase', 'VAT rate', 'Rebate rate', 'Reverses'],
      ...orders.map((one): Cell[] => [
        one.order, one.line, one.orderDay, one.shipDay ?? '', one.customer, one.product, ownerText(one.owners), 'USD', Number(one.rate), one.quantity, Number(one.amount), Number(one.purchase), '13%', '9%', one.reverses ?? '',
      ]),
    ],
    receipts: [['Order', 'Date', 'Amount', 'Fee'], ...receipts.map(({ order, day: when, amount, fee }): Cell[] => [order, when, Number(amount), Number(fee)])],
    scores: [['Period', 'Person', 'Score'], ...[1, 2, 3, 4, 5, 6].flatMap((month) => people.map(({ name, score }): Cell[] => [`2026-0${month}`, name, score]))],
  };
}

function ownerText(list: OracleOrder['owners']): string {
  return list.map(({ name, percent }) => (percent === undefined ? name : `${name} ${percent}%`)).join('; ');
}

export const month = fc.integer({ min: 1, max: 5 }).map((number) => `2026-0${number}`);
