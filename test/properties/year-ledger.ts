import fc from 'fast-check';
import type { Stay, YearFacts, YearLine, YearPerson, YearReceipt } from '../oracle/year-facts';
import type { Scope } from './year-scope';

/**
 * A year's people, orders, receipts and credit notes. Amounts are such that every share of them ends in decimals:
 * receipts and notes are tenths, fifths, quarters and halves of what is left, so that nothing rests on how a remainder
 * is rounded.
 */
const two = (number: number): string => String(number).padStart(2, '0');

/** Days on which things happen, most of them early in the year, so that they meet; credit notes have days of their own, so that nothing is sold and returned at once. */
const month = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 12 }) });
const day = fc.tuple(month, fc.constantFrom(10, 1, 5, 15, 20, 26, 27)).map(([of, date]) => `2026-${two(of)}-${two(date)}`);
const NOTE_DAYS = [28, 24];

const SPLITS = [[1], [1, 1], [1, 4], [1, 1, 2]] as const;
/** What a credit note leaves: nothing, half, a fifth, four fifths. */
const REST = [0, 0.5, 0.2, 0.8] as const;
/** How many tenths of the order are paid after a receipt: numbers without other primes than 2 and 5. */
const LEVELS = [10, 5, 2, 4, 8] as const;

export interface DraftOrder {
  readonly day: string;
  readonly shipDay: string | undefined;
  readonly unit: number;
  readonly split: readonly number[];
  readonly owners: YearLine['owners'];
  readonly products: readonly string[];
  readonly margin: number;
  readonly stages: Readonly<Record<string, string>>;
  readonly receipts: readonly { readonly day: string; readonly level: number }[];
  readonly notes: readonly { readonly month: number; readonly rest: number; readonly ofLine: boolean }[];
}

const seller = fc.constantFrom('E1', 'E2', 'E3', 'E4');
const owners: fc.Arbitrary<YearLine['owners']> = fc.oneof(
  { weight: 5, arbitrary: seller.map((id) => [{ id }]) },
  { weight: 1, arbitrary: fc.constantFrom(50, 80, 25).map((percent) => [{ id: 'E1', percent }, { id: 'E2', percent: 100 - percent }]) },
);

function receiptsOf(scope: Scope): fc.Arbitrary<DraftOrder['receipts']> {
  return fc.uniqueArray(fc.record({ day, level: fc.constantFrom(...LEVELS) }), { maxLength: 3, selector: ({ day: when }) => when }).map((list) => {
    const days = list.map(({ day: when }) => when).sort();
    const levels = list.map(({ level }) => level);
    const rising = scope.moneyBack ? levels : levels.sort((a, b) => a - b);
    return days.map((when, at) => ({ day: when, level: rising[at] ?? 10 }));
  });
}

export function orderOf(scope: Scope): fc.Arbitrary<DraftOrder> {
  return fc.record({
    day,
    shipDay: scope.shipment ? fc.option(day, { nil: undefined, freq: 4 }) : fc.constant(undefined),
    unit: fc.constantFrom(1000, 2000, 5000, 10000, 12500, 20000, 40000),
    split: fc.constantFrom(...SPLITS),
    owners,
    products: fc.array(fc.constantFrom('Lamp', 'Hose'), { minLength: 3, maxLength: 3 }),
    margin: fc.constantFrom(2, 4, 5),
    stages: scope.stages ? fc.record({ Develop: seller, Follow: seller }) : fc.constant({}),
    receipts: scope.receipts ? receiptsOf(scope) : fc.constant([]),
    notes: scope.notes ? fc.array(fc.record({ month: fc.integer({ min: 1, max: 9 }), rest: fc.constantFrom(...REST), ofLine: fc.boolean() }), { maxLength: 2 }) : fc.constant([]),
  });
}

/** Exact in tenths of a cent: sums of money without binary remainders. */
const exact = (amount: number): number => Math.round(amount * 1000) / 1000;

/** The rows of one order: its lines, its receipts, and the credit notes that follow its first day. */
export function rowsOfOrder(draft: DraftOrder, name: string): Pick<YearFacts, 'lines' | 'receipts'> {
  const lines = draft.split.map((share, at): YearLine => {
    const amount = exact(draft.unit * share);
    const base = { order: name, line: at + 1, orderDay: draft.day, owners: draft.owners, stages: draft.stages, product: draft.products[at] ?? 'Lamp', amount, quantity: exact(amount / 100), purchase: exact(amount - amount / draft.margin) };
    return draft.shipDay === undefined ? base : { ...base, shipDay: draft.shipDay < draft.day ? draft.day : draft.shipDay };
  });
  const total = exact(lines.reduce((sum, { amount }) => sum + amount, 0));
  const receipts = receiptRows(draft, name, total);
  return { lines: [...lines, ...notesOf(draft, name, lines, total)], receipts };
}

/** Each receipt brings the order to its level; money goes back where the level falls. */
export function receiptRows(draft: DraftOrder, name: string, total: number): YearReceipt[] {
  let paid = 0;
  return draft.receipts.filter(({ day: when }) => when >= draft.day).flatMap(({ day: when, level }) => {
    const amount = exact((total * (level - paid)) / 10);
    paid = level;
    return amount === 0 ? [] : [{ order: name, day: when, amount: String(amount) }];
  });
}

function notesOf(draft: DraftOrder, name: string, lines: readonly YearLine[], total: number): YearLine[] {
  const rows: YearLine[] = [];
  const months = [...new Set(draft.notes.map(({ month }) => month))].sort((a, b) => a - b);
  let left = total;
  months.forEach((month, at) => {
    const note = draft.notes.find((one) => one.month === month)!;
    const orderDay = `2026-${two(month)}-${NOTE_DAYS[at] ?? 28}`;
    // One whole line of two equal ones, or of a fifth; else a share of the whole order.
    const ofLine = note.ofLine && rows.length === 0 && months.length === 1 && lines.length === 2;
    const amount = ofLine ? lines[0]!.amount : exact(left * (1 - note.rest));
    if (orderDay <= draft.day || amount <= 0) return;
    left = exact(left - amount);
    rows.push({ order: `R${name}${at}`, line: 1, orderDay, shipDay: orderDay, owners: draft.owners, stages: draft.stages, product: lines[0]!.product, amount: -amount, quantity: exact(-amount / 100), purchase: exact(-(amount - amount / draft.margin)), reverses: ofLine ? `${name}/1` : name });
  });
  return rows;
}

const SCORES = [95, 55, 80];

export function ledgerOfYear(scope: Scope): fc.Arbitrary<YearFacts> {
  return fc
    .record({ orders: fc.array(orderOf(scope), { minLength: 1, maxLength: 7 }), people: peopleOf(scope) })
    .map(({ orders, people }) => {
      const rows = orders.map((draft, at) => rowsOfOrder(draft, `O${at + 1}`));
      return { people, lines: rows.flatMap(({ lines }) => lines), receipts: rows.flatMap(({ receipts }) => receipts) };
    });
}

const monthStart = fc.integer({ min: 2, max: 12 }).map((month) => `2026-${two(month)}-01`);
const inMonth = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.constantFrom(1, 15)).map(([month, date]) => `2026-${two(month)}-${two(date)}`);

function peopleOf(scope: Scope): fc.Arbitrary<YearPerson[]> {
  const move = fc.option(fc.record({ who: fc.nat(3), from: inMonth, team: fc.constantFrom('EU', 'US'), role: fc.constantFrom('Sales', 'Manager') }), { nil: undefined });
  return fc
    .record({
      plans: fc.array(fc.constantFrom('P', 'P', ...(scope.secondPlan ? ['Q'] : [])), { minLength: 4, maxLength: 4 }),
      joined: scope.moves ? fc.option(inMonth, { nil: undefined }) : fc.constant(undefined),
      left: scope.moves ? fc.option(inMonth, { nil: undefined }) : fc.constant(undefined),
      move: scope.moves ? move : fc.constant(undefined),
      planMove: scope.planMoves && scope.secondPlan ? fc.option(fc.record({ who: fc.nat(3), from: monthStart, plan: fc.constantFrom('P', 'Q') }), { nil: undefined }) : fc.constant(undefined),
      scores: scope.factors || scope.gates ? fc.array(fc.array(fc.constantFrom(...SCORES), { minLength: 13, maxLength: 13 }), { minLength: 4, maxLength: 4 }) : fc.constant([]),
    })
    .map(({ plans, joined, left, move: moved, planMove, scores }) =>
      [['Amy', 'EU', 'Sales'], ['Ben', 'EU', 'Sales'], ['Max', 'EU', 'Manager'], ['Cai', 'US', 'Sales']].map(([name = '', team = '', role = ''], at): YearPerson => {
        // Whoever leaves does not leave a plan empty: a closing without anybody leaves no row to correct.
        const of = at === 3 && left !== undefined ? 1 : at;
        const first: Stay = { team, role, plan: plans[of] ?? 'P', ...(at < 2 && { manager: 'E3' }) };
        const later = at === moved?.who ? [{ ...first, from: moved.from, team: moved.team, role: moved.role }] : [];
        const now = later[0] ?? first;
        const transferred = at === planMove?.who && (later.length === 0 || planMove.from > now.from!) ? [{ ...now, from: planMove.from, plan: planMove.plan }] : [];
        return { id: `E${at + 1}`, name, stays: [first, ...later, ...transferred], scores: scores[at] ?? [], ...(at === 3 && joined !== undefined && { joined }), ...(at === 1 && left !== undefined && { left }) };
      }),
    );
}
