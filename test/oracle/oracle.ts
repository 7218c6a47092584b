import Decimal from 'decimal.js';

/**
 * A straightforward settlement in decimal.js, written from the design alone and independent of the engine: plain
 * objects, no columns, no sharing of code. It is the yardstick of the property tests and is never shipped.
 */
const D = Decimal.clone({ precision: 120, toExpNeg: -200, toExpPos: 200 });
type Num = Decimal;

export interface OracleOrder {
  order: string;
  line: number;
  orderDay: string;
  shipDay?: string;
  owners: { name: string; percent?: number }[];
  customer: string;
  product: string;
  amount: string;
  rate: string;
  quantity: number;
  purchase: string;
  reverses?: string;
}

export interface OracleReceipt {
  order: string;
  day: string;
  amount: string;
  fee: string;
}

export interface OraclePerson {
  name: string;
  team: string;
  role: string;
  score: number;
  /** The column that multiples of a bonus are taken of; 0 where it is not given. */
  targetBonus?: string;
}

export interface OraclePlan {
  measure: 'revenue' | 'profit' | 'quantity' | 'orders';
  countsOn: 'order' | 'shipment' | 'receipt' | 'paid in full';
  /** From this share of the order received on, so much counts in all. */
  receiptSteps?: readonly { from: string; counts: string }[];
  tiers?: { from: string; rate: string }[];
  mode: 'marginal' | 'whole' | 'interpolated';
  edge: 'from' | 'above';
  span: 'month' | 'quarter' | 'year' | 'ever';
  by: 'person' | 'team' | 'plan' | 'line' | 'product';
  rate?: string;
  /** `own`: the amount is a multiple of each person's target bonus. */
  tierBonus?: { from: string; amount: string; own?: boolean };
  /** A multiple of the target bonus for each person and month. */
  personBonus?: string;
  productFactor?: { product: string; factor: string };
  roleFactor?: { role: string; factor: string };
  scoreFactor?: { from: number; factor: string };
  bonus?: { product: string; amount: string };
  lineMaximum?: string;
  lineMinimum?: string;
  minimum?: string;
  maximum?: string;
  gate?: { from: number; share: string };
  share: string;
  reserve?: string;
  refund: 'current' | 'original';
  pool?: 'equal' | 'credit';
}

export interface OracleLedger {
  people: OraclePerson[];
  orders: OracleOrder[];
  receipts: OracleReceipt[];
}

interface Happening {
  order: OracleOrder;
  index: number;
  day: string;
  /** The row that made it so: the line, or its reversal. */
  cause: number;
  measure: Num;
  before: Frac;
  after: Frac;
  /** What reversals leave of the line. */
  left: Frac;
  first: boolean;
  takesBack: boolean;
}

interface Paid {
  person: string;
  order: OracleOrder | undefined;
  day: string;
  month: string;
  credit: Num;
  /** Base pay, before factors of the line. */
  base: Num;
  pay: Num;
  spanKey: string;
  subject: string;
  factor: Num;
  moved: Num;
  /** How much of it reversals have left. */
  left: Frac;
}

/** A fraction, undivided. */
interface Frac {
  n: bigint;
  d: bigint;
}

const NONE: Frac = { n: 0n, d: 1n };
const ALL: Frac = { n: 1n, d: 1n };

function frac(n: bigint, d: bigint): Frac {
  let [x, y] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (y > 0n) [x, y] = [y, x % y];
  const by = (x === 0n ? 1n : x) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
}

const times = (a: Frac, b: Frac): Frac => frac(a.n * b.n, a.d * b.d);
const plus = (a: Frac, b: Frac): Frac => frac(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a: Frac, b: Frac): Frac => plus(a, { n: -b.n, d: b.d });
const ratio = (a: Frac, b: Frac): Frac => frac(a.n * b.d, a.d * b.n);
const more = (a: Frac, b: Frac): boolean => a.n * b.d > b.n * a.d;
const cents = (text: string | number): Frac => frac(BigInt(new D(text).times(100).toFixed(0)), 100n);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

function spanOf(day: string, span: OraclePlan['span']): string {
  const [year = '', month = '01'] = day.split('-');
  if (span === 'ever') return 'ever';
  if (span === 'year') return year;
  return span === 'quarter' ? `${year}Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
}

/** Half up, symmetric about zero, at so many places. */
function halfUp(x: Num, places: number): Num {
  return x.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

function places(x: Num): number {
  return x.decimalPlaces();
}

/** Largest remainder at 8 places or the amount's own. */
export function shareOut(total: Num, weights: Num[], least = 8): Num[] {
  const at = Math.max(least, places(total));
  const unit = new D(10).pow(-at);
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new D(0));
  const sign = total.isNegative() ? -1 : 1;
  const size = total.abs();
  // An exact floor, without the division's remainder: floor(size × weight ÷ (whole × unit)).
  const floors = weights.map((weight) => size.times(weight).divToInt(whole.times(unit)).times(unit));
  let left = size.minus(floors.reduce((sum, value) => sum.plus(value), new D(0))).div(unit).toNumber();
  const order = weights.map((_, index) => index).sort((a, b) => {
    const rest = (index: number): Num => size.times(weights[index] ?? 0).minus((floors[index] ?? new D(0)).times(whole));
    return rest(b).cmp(rest(a)) || a - b;
  });
  for (const index of order) {
    if (left <= 0) break;
    floors[index] = (floors[index] ?? new D(0)).plus(unit);
    left -= 1;
  }
  return floors.map((value) => value.times(sign));
}

/** That part of an amount, half up at 8 places or its own. */
function portion(amount: Num, { n, d }: Frac): Num {
  if (n === d) return amount;
  const at = Math.max(8, places(amount));
  const units = BigInt(amount.times(new D(10).pow(at)).toFixed(0)) * n;
  const size = units < 0n ? -units : units;
  const rounded = (size * 2n + d) / (d * 2n);
  return new D((units < 0n ? -rounded : rounded).toString()).div(new D(10).pow(at));
}

function fullMeasure(plan: OraclePlan, order: OracleOrder, firstOfOrder: boolean): { foreign: Num; home: Num } {
  switch (plan.measure) {
    case 'revenue':
      return { foreign: new D(order.amount), home: new D(0) };
    case 'profit': {
      const purchase = new D(order.purchase);
      const rebate = halfUp(purchase.times('0.09').div('1.13'), 8);
      return { foreign: new D(order.amount), home: rebate.minus(purchase) };
    }
    case 'quantity':
      return { foreign: new D(0), home: new D(order.quantity) };
    case 'orders':
      return { foreign: new D(0), home: new D(firstOfOrder && !new D(order.amount).isNegative() ? 1 : 0) };
  }
}

interface Reversed {
  day: string;
  row: number;
  part: Frac;
}

const named = (ledger: OracleLedger, text: string): number[] => {
  const [name = '', line] = text.split('/');
  return ledger.orders.flatMap((other, index) => (other.order === name && (line === undefined || String(other.line) === line) && other.reverses === undefined ? [index] : []));
};

/** How much of each line is reversed, step by step: each reversal takes its part of what is left of the lines it names. */
function reversedParts(plan: OraclePlan, ledger: OracleLedger, by: 'amount' | 'quantity'): Map<number, Reversed[]> {
  const parts = new Map<number, Reversed[]>();
  if (plan.refund === 'current') return parts;
  const dated = ledger.orders.flatMap((order, row) => (order.reverses === undefined ? [] : [{ order, row, day: plan.countsOn === 'shipment' ? (order.shipDay ?? order.orderDay) : order.orderDay }]));
  dated.sort((a, b) => compareText(a.day, b.day) || compareText(a.order.order, b.order.order) || a.order.line - b.order.line || a.row - b.row);
  for (const { order, row, day } of dated) {
    const targets = named(ledger, order.reverses ?? '');
    const gone = (target: number): Frac => parts.get(target)?.at(-1)?.part ?? NONE;
    const field = by === 'quantity' && order.quantity !== 0 ? 'quantity' : 'amount';
    const left = targets.reduce((sum, target) => plus(sum, times(minus(ALL, gone(target)), cents(ledger.orders[target]?.[field] ?? 0))), NONE);
    if (left.n <= 0n) continue;
    const wanted = ratio(minus(NONE, cents(order[field])), left);
    const size = more(wanted, ALL) ? ALL : wanted;
    for (const target of targets) parts.set(target, [...(parts.get(target) ?? []), { day, row, part: plus(gone(target), times(minus(ALL, gone(target)), size)) }]);
  }
  return parts;
}

/** Everything that counts, in time order: steps up of what has counted of a line, and steps down that take back. */
function happenings(plan: OraclePlan, ledger: OracleLedger, until: string): Happening[] {
  const money = reversedParts(plan, ledger, 'amount');
  const reversed = plan.measure === 'quantity' ? reversedParts(plan, ledger, 'quantity') : money;
  const rank = new Map(ledger.orders.map((order, index) => ({ order, index })).sort((a, b) => compareText(a.order.order, b.order.order) || a.order.line - b.order.line || a.index - b.index).map(({ index }, at) => [index, at]));
  const place = (row: number): number => rank.get(row) ?? 0;
  const found: Happening[] = [];
  ledger.orders.forEach((order, index) => {
    if (plan.refund === 'original' && order.reverses !== undefined) return;
    const moves: { day: string; cause: number; received?: Frac }[] = [];
    const mates = ledger.orders.flatMap((other, at) => (other.order === order.order && (plan.refund === 'current' || other.reverses === undefined) ? [at] : []));
    const byReceipt = plan.countsOn === 'receipt' || plan.countsOn === 'paid in full';
    const steps = plan.countsOn === 'paid in full' ? [{ from: '1', counts: '1' }] : (plan.receiptSteps ?? []);
    if (byReceipt) {
      for (const { day, amount, fee } of ledger.receipts.filter((receipt) => receipt.order === order.order)) moves.push({ day, cause: index, received: plus(cents(amount), cents(fee)) });
    } else {
      const day = plan.countsOn === 'order' ? order.orderDay : order.shipDay;
      if (day !== undefined) moves.push({ day, cause: index, received: ALL });
    }
    if (moves.length === 0) return;
    for (const parts of [money, reversed]) for (const mate of byReceipt ? mates : [index]) for (const { day, row } of parts.get(mate) ?? []) moves.push({ day, cause: row });
    moves.sort((a, b) => compareText(a.day, b.day) || place(a.cause) - place(b.cause));
    let received = NONE;
    let level = NONE;
    let [peak, top] = [NONE, NONE];
    let times_ = 0;
    for (const move of moves) {
      if (move.day > until) break;
      const gone = (parts: Map<number, Reversed[]>, row: number): Frac => (parts.get(row) ?? []).filter((step) => step.day < move.day || (step.day === move.day && place(step.row) <= place(move.cause))).at(-1)?.part ?? NONE;
      if (move.received) received = plus(received, move.received);
      const left = minus(ALL, gone(reversed, index));
      const worth = byReceipt ? mates.reduce((sum, mate) => plus(sum, times(cents(ledger.orders[mate]?.amount ?? 0), minus(ALL, gone(money, mate)))), NONE) : ALL;
      const credited = mates.some((mate) => money.has(mate));
      const settled = worth.n === 0n ? (credited ? ALL : NONE) : ratio(received, worth);
      const come = settled.n <= 0n ? NONE : more(settled, ALL) ? ALL : settled;
      if (!more(peak, come)) {
        peak = come;
        const reached = steps.filter(({ from }) => !more(cents(from), come)).sort((a, b) => Number(a.from) - Number(b.from)).at(-1);
        top = reached ? cents(reached.counts) : NONE;
      }
      const counted = steps.length === 0 ? come : more(peak, come) ? times(top, ratio(come, peak)) : top;
      const now = times(counted, left);
      if (now.n * level.d === level.n * now.d) continue;
      const takesBack = more(level, now);
      found.push({ order, index, day: move.day, cause: move.cause, measure: new D(0), before: level, after: now, left, first: times_ === 0, takesBack });
      if (!takesBack) times_ += 1;
      level = now;
    }
  });
  found.sort((a, b) => compareText(a.day, b.day) || place(a.cause) - place(b.cause) || place(a.index) - place(b.index));
  const seen = new Map<string, number>();
  for (const happening of found) {
    if (happening.takesBack) continue;
    const { order, index, before, after } = happening;
    const first = seen.get(order.order) ?? index;
    seen.set(order.order, first);
    const { foreign, home } = fullMeasure(plan, order, first === index);
    const step = (amount: Num): Num => portion(amount, after).minus(portion(amount, before));
    happening.measure = step(foreign).times(order.rate).plus(step(home));
  }
  return found;
}

function sortedTiers(plan: OraclePlan): { from: Num; rate: Num }[] {
  return (plan.tiers ?? []).map(({ from, rate }) => ({ from: new D(from), rate: new D(rate) })).sort((a, b) => a.from.cmp(b.from));
}

function wholeRate(plan: OraclePlan, total: Num): Num {
  const tiers = sortedTiers(plan);
  const at = total.isNegative() ? new D(0) : total;
  if (plan.mode === 'interpolated') {
    const low = [...tiers].reverse().find(({ from }) => at.gte(from));
    const high = tiers.find(({ from }) => from.gt(at));
    if (!low) return tiers[0]?.rate ?? new D(0);
    if (!high) return low.rate;
    return low.rate.plus(halfUp(high.rate.minus(low.rate).times(at.minus(low.from)).div(high.from.minus(low.from)), 12));
  }
  const above = plan.edge === 'above' && !total.isNegative();
  return [...tiers].reverse().find(({ from }) => (above ? at.gt(from) : at.gte(from)))?.rate ?? new D(0);
}

/** The marginal integral from 0 to a total; below zero the rate at 0 holds. */
function integral(plan: OraclePlan, total: Num): Num {
  const tiers = sortedTiers(plan);
  if (total.isNegative()) return total.times([...tiers].reverse().find(({ from }) => from.lte(0))?.rate ?? 0);
  return tiers.reduce((sum, { from, rate }, index) => {
    const end = tiers[index + 1]?.from;
    const top = end && end.lt(total) ? end : total;
    return top.gt(from) ? sum.plus(top.minus(from).times(rate)) : sum;
  }, new D(0));
}

function bonusReached(plan: OraclePlan, total: Num): Num {
  const bonus = plan.tierBonus;
  return bonus && !bonus.own && isBonusReached(plan, total) ? new D(bonus.amount) : new D(0);
}

function isBonusReached({ tierBonus, edge }: OraclePlan, total: Num): boolean {
  if (!tierBonus) return false;
  return edge === 'above' ? total.gt(tierBonus.from) : total.gte(tierBonus.from);
}

function ownBonus(plan: OraclePlan, ledger: OracleLedger, name: string): Num {
  const target = ledger.people.find((person) => person.name === name)?.targetBonus ?? 0;
  return new D(plan.tierBonus?.amount ?? 0).times(target);
}

interface State {
  total: Num;
  lines: Paid[];
  /** Who has got their own bonus. */
  given?: string[];
}

interface MonthPay {
  gross: Num;
  taken: Num;
  credit: Num;
  /** The credit of the month's own lines. */
  sold: Num;
  lines: number;
  /** What was taken back, by the month of the lines. */
  takenOf: Map<string, Num>;
}

const nobody = (): MonthPay => ({ gross: new D(0), taken: new D(0), credit: new D(0), sold: new D(0), lines: 0, takenOf: new Map() });

/** What everybody earns, per month, before limits of the person: the whole of steps 2 to 7 for one plan. */
export function oraclePay(plan: OraclePlan, ledger: OracleLedger, month: string): Map<string, MonthPay> {
  const until = `${month}-31`;
  const states = new Map<string, State>();
  const lines: Paid[] = [];
  const takebacks: { month: string; lineMonth: string; person: string; paid: () => Num; credit: Num }[] = [];
  const trueUps: { month: string; person: string; amount: Num }[] = [];
  const list = happenings(plan, ledger, until);
  const months = [...new Set(list.map(({ day }) => monthOf(day)))].sort();
  const rates = new Map<string, Num>();
  for (const now of months) {
    const opening = new Map<string, { total: Num; lines: Paid[]; factors: Map<Paid, Num> }>();
    const touched = new Set<string>();
    const stateOf = (key: string): State => {
      const state = states.get(key) ?? { total: new D(0), lines: [] };
      states.set(key, state);
      if (!touched.has(key)) {
        touched.add(key);
        opening.set(key, { total: state.total, lines: [...state.lines], factors: new Map() });
      }
      return state;
    };
    /** What reversals have taken of an amount of a line. */
    const taken = (paid: Paid, amount: Num): Num => portion(amount, minus(ALL, paid.left));
    for (const happening of list.filter(({ day }) => monthOf(day) === now)) {
      if (happening.takesBack) reverse(happening);
      else count(happening);
    }
    if (plan.tiers && plan.mode !== 'marginal') settleWhole();

    function reverse({ order, day, before, after }: Happening): void {
      const kept = ratio(after, before);
      for (const paid of lines.filter((candidate) => candidate.order === order)) {
        const [was, is] = [paid.left, times(paid.left, kept)];
        paid.left = is;
        const step = (amount: Num): Num => portion(amount, minus(ALL, is)).minus(portion(amount, minus(ALL, was)));
        takebacks.push({ month: monthOf(day), lineMonth: paid.month, person: paid.person, credit: step(paid.credit), paid: () => paidFor(paid, monthOf(day), step) });
        const key = `${paid.subject}|${spanOf(day, plan.span)}`;
        if (key !== `${paid.subject}|${paid.spanKey}`) continue;
        const state = stateOf(key);
        const before_ = state.total;
        state.total = state.total.minus(step(paid.moved));
        giveBonus(paid.person, day, key, state, before_);
      }
    }

    function count(happening: Happening): void {
      const { order, index, day, first } = happening;
      const { measure, left } = happening;
      const owners = order.owners;
      const divide = (amount: Num): Num[] => (owners.every(({ percent }) => percent === undefined) ? (owners.length === 1 || amount.isZero() ? owners.map(() => amount) : shareOut(amount, owners.map(() => new D(1)))) : owners.map(({ percent }) => amount.times(new D(percent ?? 0).div(100))));
      const credits = divide(measure);
      let lineFrom = new D(0);
      let lineTo = new D(0);
      if (plan.by === 'line') {
        const state = stateOf(`line ${index}|${spanOf(day, plan.span)}`);
        lineFrom = state.total;
        state.total = state.total.plus(measure);
        lineTo = state.total;
      }
      owners.forEach((owner, at) => {
        const person = ledger.people.find(({ name }) => name === owner.name);
        if (!person) return;
        const credit = credits[at] ?? new D(0);
        const subject = plan.pool ? `team ${person.team}` : { person: person.name, team: `team ${person.team}`, plan: 'plan', line: `line ${index}`, product: `product ${order.product}` }[plan.by];
        const spanKey = spanOf(day, plan.span);
        const key = `${subject}|${spanKey}`;
        const state = stateOf(key);
        const from = plan.by === 'line' ? lineFrom : state.total;
        if (plan.by !== 'line') state.total = state.total.plus(credit);
        const to = plan.by === 'line' ? lineTo : state.total;
        const line = plan.productFactor && plan.productFactor.product === order.product ? new D(plan.productFactor.factor) : new D(1);
        const own = plan.roleFactor && plan.roleFactor.role === person.role ? new D(plan.roleFactor.factor) : new D(1);
        const paid: Paid = { person: person.name, order, day, month: now, credit, base: new D(0), pay: new D(0), spanKey, subject, factor: line.times(own), moved: plan.by === 'line' ? (at === 0 ? lineTo.minus(lineFrom) : new D(0)) : credit, left: ALL };
        const extra = plan.bonus && plan.bonus.product === order.product && first && measure.gt(0) ? portion(divide(new D(plan.bonus.amount))[at] ?? new D(0), left) : new D(0);
        const ofLine = (limit: string | undefined): Num | undefined => (limit === undefined ? undefined : divide(portion(new D(limit), happening.after).minus(portion(new D(limit), happening.before)))[at]);
        const [cap, floor] = [ofLine(plan.lineMaximum), ofLine(plan.lineMinimum)];
        const isReturn = new D(order.amount).isNegative();
        const payOf = (base: Num): Num => {
          const pay = base.times(line).plus(extra);
          const held = cap ? D.min(D.max(pay, cap.negated()), cap) : pay;
          if (!floor) return held.times(own);
          return (isReturn ? D.min(held, 0) : D.max(held, floor)).times(own);
        };
        const finish = (base: Num): void => {
          paid.base = base;
          paid.pay = payOf(base);
        };
        if ((cap || floor) && plan.tiers && plan.mode !== 'marginal') (paid as Paid & { payAt: (rate: Num) => Num }).payAt = (rate) => payOf(rate.times(credit));
        if (!plan.tiers) finish(credit.times(plan.rate ?? 0));
        else if (plan.mode === 'marginal') finish(mixed(credit, from, to));
        else (paid as Paid & { finish: (base: Num) => void }).finish = finish;
        lines.push(paid);
        state.lines.push(paid);
        if (plan.by !== 'line') giveBonus(person.name, day, key, state, from);
        else {
          const crossed = Number(isBonusReached(plan, lineTo)) - Number(isBonusReached(plan, lineFrom));
          const amount = plan.tierBonus?.own ? ownBonus(plan, ledger, person.name).times(crossed) : bonusReached(plan, lineTo).minus(bonusReached(plan, lineFrom));
          const share = amount.isZero() ? new D(0) : (divide(amount)[at] ?? new D(0));
          if (!share.isZero()) lines.push({ person: person.name, order: undefined, day, month: now, credit: new D(0), base: share, pay: share.times(own), spanKey, subject, factor: own, moved: new D(0), left: ALL });
        }
      });
    }

    /** A line's credit at the mix of rates that its subject's step sets. */
    function mixed(credit: Num, from: Num, to: Num): Num {
      const step = to.minus(from);
      if (step.isZero()) return credit.times(wholeRate({ ...plan, mode: 'whole' }, from));
      if (step.eq(credit)) return integral(plan, to).minus(integral(plan, from));
      const [low, high] = step.isNegative() ? [to, from] : [from, to];
      const bounds = [...new Set([...sortedTiers(plan).map(({ from: bound }) => bound.toString()), '0'])].map((text) => new D(text)).filter((bound) => bound.gt(low) && bound.lt(high)).sort((a, b) => a.cmp(b));
      const cuts = [low, ...bounds, high];
      const slices: { rate: Num; size: Num }[] = [];
      for (let at = 0; at + 1 < cuts.length; at += 1) {
        const [a, b] = [cuts[at] ?? low, cuts[at + 1] ?? high];
        slices.push({ rate: integral(plan, b).minus(integral(plan, a)).div(b.minus(a)), size: b.minus(a) });
      }
      if (step.isNegative()) slices.reverse();
      const sizes = slices.length === 1 ? [credit] : shareOut(credit, slices.map(({ size }) => size));
      return slices.reduce((sum, { rate }, at) => sum.plus(rate.times(sizes[at] ?? 0)), new D(0));
    }

    function giveBonus(person: string, day: string, key: string, state: State, was: Num): void {
      const give = (who: string, share: Num): void => {
        lines.push({ person: who, order: undefined, day, month: monthOf(day), credit: new D(0), base: share, pay: share.times(roleFactorOf(who)), spanKey: key.split('|')[1] ?? '', subject: key.split('|')[0] ?? '', factor: roleFactorOf(who), moved: new D(0), left: ALL });
      };
      if (plan.tierBonus?.own) {
        const [before, after] = [isBonusReached(plan, was), isBonusReached(plan, state.total)];
        if (before === after) return;
        const credit = creditsOf(state);
        const people = plan.by === 'person' && !plan.pool ? [person] : [...credit.keys()].filter((name) => credit.get(name)?.gt(0));
        for (const who of after ? people : (state.given ?? [])) give(who, ownBonus(plan, ledger, who).times(after ? 1 : -1));
        state.given = after ? people : [];
        return;
      }
      const amount = bonusReached(plan, state.total).minus(bonusReached(plan, was));
      if (amount.isZero()) return;
      const shares = plan.by === 'person' && !plan.pool ? [[person, amount] as const] : sharedBonus(state, amount);
      for (const [who, share] of shares) give(who, share);
    }

    function creditsOf(state: State): Map<string, Num> {
      const credit = new Map<string, Num>();
      for (const paid of state.lines) credit.set(paid.person, (credit.get(paid.person) ?? new D(0)).plus(paid.credit));
      return credit;
    }

    function sharedBonus(state: State, amount: Num): (readonly [string, Num])[] {
      const credit = creditsOf(state);
      const names = [...credit.keys()];
      const weights = names.map((name) => D.max(0, credit.get(name) ?? 0));
      if (weights.every((weight) => weight.isZero())) return [];
      const shares = shareOut(amount, weights);
      return names.map((name, at) => [name, shares[at] ?? new D(0)] as const);
    }

    /** Whole ladders: this month's lines at the rate reached, and the change of rate on what came before. */
    function settleWhole(): void {
      for (const key of touched) {
        const state = states.get(key);
        const before = opening.get(key);
        if (!state || !before) continue;
        const end = wholeRate(plan, state.total);
        const kept = before.lines.filter((paid) => paid.order);
        const old = kept.length > 0 ? wholeRate(plan, before.total) : new D(0);
        for (const paid of state.lines) {
          if (paid.month === now && paid.order) (paid as Paid & { finish?: (base: Num) => void }).finish?.(end.times(paid.credit));
        }
        rates.set(`${key}|${now}|end`, end);
        rates.set(`${key}|${now}|before`, old);
        for (const paid of kept) {
          const payAt = (paid as Paid & { payAt?: (rate: Num) => Num }).payAt;
          if (payAt) {
            const rise = payAt(end).minus(payAt(old));
            (paid as Paid & { rises?: { month: string; amount: Num }[] }).rises = [...((paid as Paid & { rises?: { month: string; amount: Num }[] }).rises ?? []), { month: now, amount: rise }];
            trueUps.push({ month: now, person: paid.person, amount: rise.minus(taken(paid, rise)) });
            continue;
          }
          const weight = paid.credit.times(paid.factor);
          const rest = weight.minus(taken(paid, weight));
          trueUps.push({ month: now, person: paid.person, amount: end.minus(old).times(rest) });
        }
      }
    }
  }

  function roleFactorOf(name: string): Num {
    const person = ledger.people.find((candidate) => candidate.name === name);
    return plan.roleFactor && person?.role === plan.roleFactor.role ? new D(plan.roleFactor.factor) : new D(1);
  }

  /** All that was paid for a line before or in a month, at the factors of the person. */
  function paidFor(paid: Paid, upTo: string, step: (amount: Num) => Num): Num {
    const after = (amount: Num): Num => (plan.pool ? amount : underScore(plan, ledger, paid.person, amount));
    const bent = (paid as Paid & { payAt?: unknown }).payAt !== undefined;
    const weight = bent ? new D(0) : paid.credit.times(paid.factor);
    const own = plan.tiers && plan.mode !== 'marginal' ? (rates.get(`${paid.subject}|${paid.spanKey}|${paid.month}|end`) ?? new D(0)) : new D(0);
    let total = after(own.times(step(weight)).plus(step(paid.pay.minus(own.times(weight)))));
    for (const now of months) {
      if (now <= paid.month || now >= upTo) continue;
      const end = rates.get(`${paid.subject}|${paid.spanKey}|${now}|end`);
      const old = rates.get(`${paid.subject}|${paid.spanKey}|${now}|before`);
      if (end && old) total = total.plus(after(end.minus(old).times(step(weight))));
    }
    for (const { month: now, amount } of (paid as Paid & { rises?: { month: string; amount: Num }[] }).rises ?? []) if (now < upTo) total = total.plus(after(step(amount)));
    return total;
  }

  const result = new Map<string, MonthPay>();
  const of = (person: string): MonthPay => {
    const known = result.get(person) ?? nobody();
    result.set(person, known);
    return known;
  };
  for (const paid of lines.filter((candidate) => candidate.month === month)) {
    const mine = of(paid.person);
    mine.gross = mine.gross.plus(paid.pay);
    mine.credit = mine.credit.plus(paid.credit);
    mine.sold = mine.sold.plus(paid.credit);
    mine.lines += 1;
  }
  for (const trueUp of trueUps.filter((candidate) => candidate.month === month)) of(trueUp.person).gross = of(trueUp.person).gross.plus(trueUp.amount);
  for (const back of takebacks.filter((candidate) => candidate.month === month)) {
    const mine = of(back.person);
    const amount = back.paid();
    mine.taken = mine.taken.minus(amount);
    mine.takenOf.set(back.lineMonth, (mine.takenOf.get(back.lineMonth) ?? new D(0)).plus(amount));
    mine.credit = mine.credit.minus(back.credit);
  }
  return result;
}

/** The factor of the score and the gate (step 9). */
function underScore(plan: OraclePlan, ledger: OracleLedger, name: string, amount: Num): Num {
  const score = ledger.people.find((person) => person.name === name)?.score ?? 0;
  const factored = plan.scoreFactor && score >= plan.scoreFactor.from ? amount.times(plan.scoreFactor.factor) : amount;
  return plan.gate && score < plan.gate.from ? factored.times(plan.gate.share) : factored;
}

/** Earned and reserved of everybody for a month, rounded half up to cents. */
export function oracleEarned(plan: OraclePlan, ledger: OracleLedger, month: string): Map<string, { earned: Num; payable: Num }> {
  const pays = oraclePay(plan, ledger, month);
  const earned = new Map<string, { earned: Num; payable: Num }>();
  for (const { name } of ledger.people) if (!pays.has(name)) pays.set(name, nobody());
  if (plan.pool) {
    for (const [name, { gross, taken }] of oraclePool(plan, ledger, month, pays)) pays.set(name, { ...nobody(), gross, taken });
  }
  for (const [name, { gross: ofLines, taken }] of pays) {
    const person = ledger.people.find((one) => one.name === name);
    const role = plan.roleFactor && plan.roleFactor.role === person?.role ? plan.roleFactor.factor : 1;
    const gross = ofLines.plus(new D(plan.personBonus ?? 0).times(person?.targetBonus ?? 0).times(role));
    const score = ledger.people.find((person) => person.name === name)?.score ?? 0;
    const gated = plan.gate !== undefined && score < plan.gate.from;
    let pay = underScore(plan, ledger, name, gross).plus(taken);
    if (plan.maximum) pay = pay.isNegative() ? D.max(pay, new D(plan.maximum).negated()) : D.min(pay, plan.maximum);
    if (plan.minimum && !gated) pay = D.max(pay, plan.minimum);
    const exact = pay.times(plan.share);
    const net = plan.reserve && !plan.pool ? exact.minus(exact.times(plan.reserve)) : exact;
    earned.set(name, { earned: halfUp(exact, 2), payable: halfUp(net, 2) });
  }
  return earned;
}

interface Pot {
  shares: Num[];
  reserve: Num | undefined;
  company: Num;
}

/** The pot of a team: lines and true-ups, rounded, less the reserve, shared equally or by the credit of its lines. */
function potOf(plan: OraclePlan, members: OraclePerson[], pays: Map<string, MonthPay>): Pot {
  const pot = halfUp(members.reduce((sum, { name }) => sum.plus(pays.get(name)?.gross ?? 0), new D(0)), 2);
  const reserve = plan.reserve ? halfUp(pot.times(plan.reserve), 2) : undefined;
  const rest = pot.minus(reserve ?? 0);
  const weights = members.map(({ name }) => (plan.pool === 'equal' ? new D(1) : D.max(0, pays.get(name)?.sold ?? 0)));
  if (weights.every((weight) => weight.isZero())) return { shares: members.map(() => new D(0)), reserve, company: rest };
  return { shares: shareOut(rest, weights, 2), reserve, company: new D(0) };
}

/** Shares of the month's pots, and what is taken back of earlier ones from those who got them. */
function oraclePool(plan: OraclePlan, ledger: OracleLedger, month: string, pays: Map<string, MonthPay>): Map<string, { gross: Num; taken: Num }> {
  const result = new Map<string, { gross: Num; taken: Num }>();
  for (const team of [...new Set(ledger.people.map((person) => person.team))]) {
    const members = ledger.people.filter((person) => person.team === team).sort((a, b) => compareText(a.name, b.name));
    potOf(plan, members, pays).shares.forEach((gross, at) => result.set(members[at]?.name ?? '', { gross, taken: new D(0) }));
    const back = new Map<string, Num>();
    for (const { name } of members) for (const [of, amount] of pays.get(name)?.takenOf ?? []) back.set(of, (back.get(of) ?? new D(0)).plus(amount));
    for (const [of, amount] of back) {
      const { shares, reserve, company } = potOf(plan, members, of === month ? pays : oraclePay(plan, ledger, of));
      const got = [...shares, ...(reserve ? [reserve] : []), company].map((share) => share.abs());
      if (got.every((share) => share.isZero())) continue;
      shareOut(halfUp(amount, 2).negated(), got, 2).forEach((share, at) => {
        const mine = result.get(members[at]?.name ?? '');
        if (mine) mine.taken = mine.taken.plus(share);
      });
    }
  }
  return result;
}
