import type { Cell, Range } from '../../core/table/cell';
import type { YearFacts, YearLine, YearPart, YearPlan, YearVersion } from '../oracle/year-facts';

/** A year's plans and facts as the tables that SETTLE takes. */
const STAGES = ['Develop', 'Follow'];

export function yearTables(plans: readonly YearPlan[], facts: YearFacts, blank: Cell = ''): Range[] {
  return [rulesOf(plans), peopleOf(facts), ordersOf(facts), receiptsOf(facts), scoresOf(facts)].map((rows) => rows.map((row) => row.map((cell) => (cell === '' ? blank : cell))));
}

function rulesOf(plans: readonly YearPlan[]): Cell[][] {
  const rows = plans.flatMap(({ name, versions }) => versions.flatMap((version) => ruleRows(version).map((row): Cell[] => [name, version.version, version.effective ?? '', ...row])));
  return [['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows];
}

function ruleRows(version: YearVersion): Cell[][] {
  const rows: Cell[][] = [];
  const add = (rule: string, item: Cell, from: Cell, value: Cell): void => {
    rows.push(['', rule, item, from, value]);
  };
  if (version.payEvery !== 'month') add('pay every', '', '', version.payEvery);
  if (version.firstDay === 26) add('calendar', '', '', 'from day 26');
  for (const { kind, span, amount } of version.planLimits) add(kind, span === undefined ? 'plan' : `plan ${span}`, '', amount);
  if (version.draw) add('draw', version.draw.kind, '', version.draw.amount);
  if (version.override) add('override', 1, version.override.from, version.override.rate);
  return [...rows, ...version.parts.flatMap(partRows)];
}

function partRows(part: YearPart): Cell[][] {
  const rows: Cell[][] = [];
  const add = (rule: string, item: Cell, from: Cell, value: Cell): void => {
    rows.push([part.name, rule, item, from, value]);
  };
  if (part.was !== undefined) add('was', 'part', '', part.was);
  if (part.product !== undefined) add('lines', 'Product', '', part.product);
  add('measure', '', '', part.measure);
  add('counts on', '', '', part.countsOn);
  for (const { name, share } of part.stages ?? []) add('stage', name, '', share);
  if (part.rate !== undefined) add('rate', '', '', part.rate);
  for (const { from, rate } of part.tiers ?? []) add('tier', '', from, rate);
  if (part.tiers) add('tier mode', '', '', part.mode);
  if (part.tiers) add('tier span', '', '', part.span);
  if (part.tiers && !part.pool && part.by !== 'person') add('tier by', '', '', part.by);
  if (part.productFactor) add('factor', `Product=${part.productFactor.product}`, '', part.productFactor.factor);
  if (part.roleFactor) add('factor', `Role=${part.roleFactor.role}`, '', part.roleFactor.factor);
  if (part.scoreFactor) add('factor', 'Score', part.scoreFactor.from, part.scoreFactor.factor);
  if (part.gate) add('gate', 'Score', part.gate.from, part.gate.below);
  if (part.bonus) add('bonus', `Product=${part.bonus.product}`, '', part.bonus.amount);
  for (const { kind, span, amount } of part.limits) add(kind, span === undefined ? 'person' : `person ${span}`, '', amount);
  if (part.share !== '1') add('share', '', '', part.share);
  if (part.reserve !== undefined) add('reserve', 'Fund', '', part.reserve);
  if (part.refund === 'current') add('refund', '', '', 'current');
  if (part.pool) rows.push([part.name, 'pool', '', '', 'team'], [part.name, 'share by', part.pool, '', '100%']);
  for (const { until, share } of part.holds) add('hold', until.kind === 'months' ? `${until.months} months` : until.kind, '', share);
  return rows;
}

function peopleOf({ people }: YearFacts): Cell[][] {
  const rows = people.flatMap((person) => person.stays.map((stay): Cell[] => [person.name, person.id, stay.team, stay.role, stay.manager ?? '', person.joined ?? '', person.left ?? '', stay.from ?? '', stay.plan]));
  return [['Person', 'ID', 'Team', 'Role', 'Manager', 'Joined', 'Left', 'From', 'Plan'], ...rows];
}

function ordersOf({ lines }: YearFacts): Cell[][] {
  return [['Order', 'Line', 'Order date', 'Ship date', 'Product', 'Owner', 'Quantity', 'Amount', 'Purchase', 'Status', 'Reverses', ...STAGES], ...lines.map(orderRow)];
}

function orderRow(line: YearLine): Cell[] {
  const owners = line.owners.map(({ id, percent }) => (percent === undefined ? id : `${id} ${percent}%`)).join('; ');
  return [line.order, line.line, line.orderDay, line.shipDay ?? '', line.product, owners, line.quantity, line.amount, line.purchase, line.cancelled === true ? 'cancelled' : '', line.reverses ?? '', ...STAGES.map((stage) => line.stages[stage] ?? '')];
}

function receiptsOf({ receipts }: YearFacts): Cell[][] {
  return [['Order', 'Date', 'Amount', 'Fee'], ...receipts.map(({ order, day, amount }): Cell[] => [order, day, Number(amount), ''])];
}

function scoresOf({ people }: YearFacts): Cell[][] {
  const months = people.flatMap(({ id, scores }) => scores.map((score, at): Cell[] => [at === 12 ? '2027-01' : `2026-${String(at + 1).padStart(2, '0')}`, id, score]));
  const quarters = people.flatMap(({ id, scores }) => [0, 1, 2, 3, 4].flatMap((quarter): Cell[][] => (scores.length === 0 ? [] : [[quarter === 4 ? '2027-Q1' : `2026-Q${quarter + 1}`, id, scores[quarter * 3] ?? 0]])));
  return [['Period', 'Person', 'Score'], ...months, ...quarters];
}
