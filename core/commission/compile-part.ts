import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, isZero, multiply } from '../amount/exact';
import type { Part, PlanVersion, TierSubject } from '../rules/plan';
import { calendarOf, countsOnOf, currencyOf, fxDateOf, isDraft, leaverOf, measureOf, metricOf, payEveryOf, stackingOf, tierByOf, tierEdgeOf, tierModeOf, tierSpanOf, unassignedOf } from '../rules/plan';
import { matchesValues } from '../rules/condition';
import { nearPhrase } from '../rules/read-value';
import type { Multiple } from '../rules/read-value';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { addMonths, dayText } from '../table/day';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { nearestOf } from '../table/nearest';
import { hasPeopleColumn, isEmployed, personNumber, personText } from '../table/people';
import type { Calendar, SpanKind } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange } from '../table/period';
import type { DayColumn } from '../table/table';
import { dayAt, dayColumn, hasColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../table/table';
import type { Credits } from './credit';
import { creditReader, missingStages } from './credit';
import type { CompiledConditions, FactSource, LineContext } from './facts';
import { compileConditions, derivedNames, factOf, isScoreColumn } from './facts';
import type { FactorColumn } from './factors';
import { compileFactors } from './factors';
import { currencyCode, payrollRate } from './fx';
import { compareRatio } from '../amount/ratio';
import type { Ladder } from './ladder';
import { makeLadder } from './ladder';
import type { Ledger } from './ledger';
import type { MeasureReader } from './measure';
import { measureReader, missingColumns, orderField } from './measure';
import { hasScoreColumn } from './scores';

/** A part of a plan made ready to run over the columns of the orders. */
export interface CompiledPart {
  readonly ledger: Ledger;
  readonly version: PlanVersion;
  readonly part: Part;
  readonly calendar: Calendar;
  readonly payroll: string;
  readonly measure: MeasureReader;
  readonly metric: MeasureReader | undefined;
  readonly credits: (row: number) => Credits;
  readonly isPayee: (person: number, orderDay: Day) => boolean;
  readonly earns: (person: number, orderDay: Day, countDay: Day) => boolean;
  readonly selects: (row: number) => boolean | Pick<Issue, 'code' | 'params'>;
  readonly countDays: DayColumn | undefined;
  readonly orderDays: DayColumn;
  readonly exchange: (row: number, day: Day, receiptRate?: Exact) => Exact | undefined;
  readonly ladder: Ladder | undefined;
  /** The People column that every rate of the ladder multiplies, if any. */
  readonly ladderColumn: string | undefined;
  readonly attainment: AttainmentBy | undefined;
  readonly subject: TierSubject;
  readonly span: SpanKind;
  readonly rates: readonly CompiledRate[];
  readonly flatRate: Multiple | undefined;
  readonly creditFactors: readonly FactorColumn[];
  readonly lineFactors: readonly FactorColumn[];
  readonly personFactors: readonly FactorColumn[];
  readonly periodFactors: readonly FactorColumn[];
  readonly adds: boolean;
  readonly bonuses: readonly CompiledBonus[];
  readonly unassignedTo: 'company' | 'owner' | 'reserve';
  readonly issues: readonly Issue[];
}

/** Where attainment comes from: the target of the metric itself, or a column of the scores. */
export type AttainmentBy = { readonly kind: 'target'; readonly kpi: string } | { readonly kind: 'score'; readonly kpi: string };

export interface CompiledRate {
  readonly when: CompiledConditions;
  readonly rate: Multiple;
  readonly row: number;
}

export interface CompiledBonus {
  readonly per: 'line' | 'order';
  readonly when: CompiledConditions;
  readonly amount: Exact;
  readonly row: number;
}

/** Compiles a part. What it names and the workbook lacks comes back as issues; then it must not be run. */
export function compilePart(ledger: Ledger, version: PlanVersion, part: Part, planNames: readonly string[]): CompiledPart {
  const issues: Issue[] = [];
  const calendar = calendarOf(version);
  const payroll = currencyOf(version);
  const exchange = exchangeReader(ledger, version, part, payroll);
  const source: FactSource = { ledger, part, exchange: (row, day) => exchange(row, day) };
  const unknown = (row: number, column: string): void => {
    issues.push(unknownColumn(ledger, row, column));
  };
  const factorRows = part.rules.factor.filter(({ gradeFactor }) => !gradeFactor);
  const factors = compileFactors(source, factorRows, unknown);
  const compiled: CompiledPart = {
    ledger,
    version,
    part,
    calendar,
    payroll,
    measure: measureReader(ledger.orders, measureOf(part), part),
    metric: metricReader(ledger, part),
    credits: creditReader(ledger, part),
    isPayee: payeeTest(ledger, version, part, planNames, unknown),
    earns: leaverTest(ledger, part),
    selects: lineTest(source, part, unknown),
    countDays: countDayColumn(ledger, part),
    orderDays: dayColumn(ledger.orders.table, 'orderDate'),
    exchange,
    ladder: ladderOf(part),
    ladderColumn: part.rules.tier[0]?.rate.column,
    attainment: attainmentOf(ledger, part),
    subject: tierByOf(part),
    span: tierSpanOf(part),
    rates: compileRates(source, part, unknown),
    flatRate: part.rules.rate.find(({ conditions }) => conditions.length === 0)?.rate,
    creditFactors: compileFactors(source, part.rules.creditFactor, unknown),
    lineFactors: factors.filter(({ level }) => level === 'line'),
    personFactors: factors.filter(({ level }) => level === 'person'),
    periodFactors: factors.filter(({ level }) => level === 'period'),
    adds: stackingOf(part) === 'add',
    bonuses: compileBonuses(source, part, unknown),
    unassignedTo: unassignedOf(part),
    issues,
  };
  checkColumns(ledger, part, issues);
  checkMultiples(ledger, part, unknown);
  checkNeeded(ledger, compiled, issues);
  return compiled;
}

function rulePlace(ledger: Ledger, row: number): Issue['at'] {
  const table = ledger.tables.get('rules');
  const index = table ? table.rowNumbers.indexOf(row) : -1;
  return table && index >= 0 ? placeOf(table, index, 'item') : { table: 'rules', row };
}

function unknownColumn(ledger: Ledger, row: number, column: string): Issue {
  if (isScoreColumn(column)) return issue('need.scores', rulePlace(ledger, row), { column });
  const known = [...ledger.orders.table.headers, ...ledger.people.table.headers, ...(ledger.tables.get('scores')?.headers ?? []), ...derivedNames];
  return issue('rule.unknownColumn', rulePlace(ledger, row), { found: column, nearest: nearPhrase(nearestOf(column, known)) });
}

function exchangeReader(ledger: Ledger, version: PlanVersion, part: Part, payroll: string): CompiledPart['exchange'] {
  const { table } = ledger.orders;
  const [rates, currencies] = [numberColumn(table, 'rate'), textColumn(table, 'currency')];
  const codes = currencies.values.map(currencyCode);
  const on = fxDateOf(part);
  const column = { order: 'orderDate', shipment: 'shipDate', invoice: 'invoiceDate', receipt: undefined, 'period end': undefined }[on];
  const days = column === undefined ? undefined : dayColumn(table, column);
  const pays = payEveryOf(version);
  const calendar = calendarOf(version);
  const number = periodNumbering(pays, calendar);
  return (row, day, receiptRate) => {
    if (receiptRate && on === 'receipt') return receiptRate;
    const written = numberAt(rates, row);
    if (!isZero(written)) return written;
    const currency = codes[currencies.codes[row] ?? 0] ?? '';
    if (currency === '' || currency === payroll) return ONE;
    const own = days ? dayAt(days, row) : day;
    const wanted = on === 'period end' ? periodRange(periodOfNumber(number(day), pays), calendar).last : own;
    return wanted === undefined ? undefined : payrollRate(ledger.fx, currency, payroll, wanted);
  };
}

function metricReader(ledger: Ledger, part: Part): MeasureReader | undefined {
  const metric = metricOf(part);
  if (!metric) return undefined;
  return measureReader(ledger.orders, metric, { ...part, rules: { ...part.rules, deduct: [] } });
}

function countDayColumn(ledger: Ledger, part: Part): DayColumn | undefined {
  const field = { order: 'orderDate', shipment: 'shipDate', invoice: 'invoiceDate', receipt: undefined }[countsOnOf(part)];
  return field === undefined ? undefined : dayColumn(ledger.orders.table, field);
}

/** Who takes part, by the People row of the day: `payees` rows, else the Plan column, else everyone. */
function payeeTest(ledger: Ledger, version: PlanVersion, part: Part, planNames: readonly string[], unknown: (row: number, column: string) => void): CompiledPart['isPayee'] {
  const { people } = ledger;
  const groups = new Map<string, (typeof part.rules.payees)[number][]>();
  for (const entry of part.rules.payees) {
    if (!hasPeopleColumn(people, entry.condition.column)) unknown(entry.row, entry.condition.column);
    const excludes = entry.condition.test.kind === 'values' && entry.condition.test.excludes;
    const key = `${matchKey(entry.condition.column)}${excludes ? ` not ${entry.row}` : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const passes = (person: number, day: Day): boolean => {
    for (const group of groups.values()) {
      const some = group.some(({ condition }) => condition.test.kind === 'values' && matchesValues(condition.test, personText(people, person, condition.column, day)));
      if (!some) return false;
    }
    return true;
  };
  const includes = part.rules.payees.some(({ condition }) => condition.test.kind === 'values' && !condition.test.excludes);
  if (includes) return remembering(people.persons, passes);
  const assigned = textColumn(people.table, 'plan').values.slice(1);
  const wanted = matchKey(version.plan);
  if (assigned.length === 0) return planNames.length <= 1 || isDraft(version) ? remembering(people.persons, passes) : () => false;
  const namedSomewhere = assigned.some((text) => planList(text).includes(wanted));
  if (isDraft(version) && !namedSomewhere) return remembering(people.persons, (person, day) => personText(people, person, 'plan', day) !== '' && passes(person, day));
  return remembering(people.persons, (person, day) => {
    return planList(personText(people, person, 'plan', day)).includes(wanted) && passes(person, day);
  });
}

/** A Plan cell may name several plans. */
function planList(text: string): string[] {
  return text.split(/[;；,，、\n]/).map(matchKey);
}

/** Asks once per row of the People table instead of once per line. */
function remembering(persons: Ledger['people']['persons'], test: (person: number, day: Day) => boolean): CompiledPart['isPayee'] {
  const single = persons.map((person, index) => (person.rows.length === 1 ? test(index, person.joined ?? 0) : undefined));
  return (person, day) => single[person] ?? test(person, day);
}

/** Whether a person earns on a line: employed when it was won, and by the leaver rule when it counts. */
function leaverTest(ledger: Ledger, part: Part): CompiledPart['earns'] {
  const by = leaverOf(part);
  return (person, orderDay, countDay) => {
    const found = ledger.people.persons[person];
    if (!found || !isEmployed(found, orderDay)) return false;
    if (found.left === undefined || by.kind === 'order date') return true;
    return countDay <= (by.kind === 'months' ? addMonths(found.left, by.months) : found.left);
  };
}

/** Which lines count: every `lines` row must hold (rows on one column that include are alternatives). */
function lineTest(source: FactSource, part: Part, unknown: (row: number, column: string) => void): CompiledPart['selects'] {
  const { orders } = source.ledger;
  const named = part.rules.lines.some(({ condition }) => orderField(condition.column) === 'status');
  const groups = new Map<string, ((row: number) => boolean | undefined)[]>();
  for (const { condition, row } of part.rules.lines) {
    const fact = factOf(source, condition.column);
    if (!fact || fact.level !== 'line') {
      unknown(row, condition.column);
      continue;
    }
    const { test } = condition;
    const excludes = test.kind === 'values' && test.excludes;
    const key = `${matchKey(condition.column)}${excludes || test.kind === 'from' ? ` ${row}` : ''}`;
    const context: LineContext = { row: 0, person: -1, day: 0, orderDay: 0, period: { kind: 'month', year: 0, index: 1 } };
    const days = dayColumn(orders.table, 'orderDate');
    const holds =
      test.kind === 'from'
        ? thresholdTest(source, condition.column, test.least)
        : (line: number): boolean => {
            context.row = line;
            context.day = context.orderDay = dayAt(days, line) ?? 0;
            return matchesValues(test, fact.text(context));
          };
    groups.set(key, [...(groups.get(key) ?? []), holds]);
  }
  const tests = [...groups.values()];
  return (row) => {
    if (!named && orders.cancelled[row] === 1) return false;
    for (const alternatives of tests) {
      const answers = alternatives.map((holds) => holds(row));
      if (answers.includes(undefined)) return { code: 'fx.missing', params: fxParams(source.ledger, row) };
      if (!answers.includes(true)) return false;
    }
    return true;
  };
}

export function fxParams(ledger: Ledger, row: number, day?: Day): Issue['params'] {
  const currency = currencyCode(textAt(textColumn(ledger.orders.table, 'currency'), row));
  return { currency, day: day === undefined ? '' : dayText(day) };
}

/** A threshold is per order and in payroll currency: the sum of the column over the order's lines. */
function thresholdTest(source: FactSource, column: string, least: Exact): (row: number) => boolean | undefined {
  const { orders } = source.ledger;
  const fact = factOf(source, column);
  const days = dayColumn(orders.table, 'orderDate');
  const summed = hasColumn(orders.table, orderField(column));
  const known = new Map<number, boolean | undefined>();
  return (row) => {
    const order = orders.orderOf[row] ?? 0;
    if (known.has(order)) return known.get(order);
    let total = ZERO;
    for (const line of summed ? (orders.rowsOf[order] ?? []) : [row]) {
      if (orders.cancelled[line] === 1) continue;
      const day = dayAt(days, line) ?? 0;
      const value = fact?.number({ row: line, person: -1, day, orderDay: day, period: { kind: 'month', year: 0, index: 1 } });
      if (!value) return undefined;
      if (!summed) return compareRatio(value, least) >= 0;
      total = add(total, value.top);
    }
    const answer = compare(total, least) >= 0;
    known.set(order, answer);
    return answer;
  };
}

function ladderOf(part: Part): Ladder | undefined {
  const { tier, tierBonus } = part.rules;
  if (tier.length + tierBonus.length === 0) return undefined;
  return makeLadder(
    tier.map(({ from, rate }) => ({ from, rate: rate.factor })),
    { mode: tierModeOf(part), edge: tierEdgeOf(part), bonuses: tierBonus.map(({ from, amount }) => ({ from, amount: amount.factor })) },
  );
}

const SOURCE_MEASURES: Readonly<Record<string, string>> = { revenue: 'revenue', profit: 'profit', quantity: 'quantity', orders: 'orders', received: 'received' };

/** Attainment of the metric itself is measured on its target; any other KPI's attainment is in the scores. */
function attainmentOf(ledger: Ledger, part: Part): AttainmentBy | undefined {
  const [on] = part.rules.tierOn;
  if (on?.on !== 'attainment') return undefined;
  return attainmentBy(ledger, part, on.kpi);
}

export function attainmentBy(ledger: Ledger, part: Part, named: string): AttainmentBy {
  const kpi = named !== '' ? named : (ledger.targets?.kpis[0] ?? '');
  const source = ledger.kpiSources.get(matchKey(kpi));
  const metric = metricOf(part) ?? measureOf(part);
  if (source === undefined) return { kind: 'target', kpi };
  const measured = SOURCE_MEASURES[matchKey(source).replace(/^(?:orders|订单)[:：]/, '')] ?? CHINESE_SOURCES[matchKey(source).replace(/^(?:orders|订单)[:：]/, '')];
  return measured !== undefined && measured === metric.kind ? { kind: 'target', kpi } : { kind: 'score', kpi };
}

const CHINESE_SOURCES: Readonly<Record<string, string>> = { 销售额: 'revenue', 毛利: 'profit', 数量: 'quantity', 订单数: 'orders', 回款: 'received' };

function compileRates(source: FactSource, part: Part, unknown: (row: number, column: string) => void): CompiledRate[] {
  return part.rules.rate.flatMap(({ conditions, rate, row }) => {
    if (conditions.length === 0) return [];
    const when = compileConditions(source, conditions);
    if ('unknown' in when) {
      unknown(row, when.unknown);
      return [];
    }
    return [{ when, rate, row }];
  });
}

function compileBonuses(source: FactSource, part: Part, unknown: (row: number, column: string) => void): CompiledBonus[] {
  return part.rules.bonus.flatMap(({ per, conditions, amount, row }) => {
    const when = compileConditions(source, conditions);
    if ('unknown' in when) {
      unknown(row, when.unknown);
      return [];
    }
    return [{ per, when, amount, row }];
  });
}

function checkColumns(ledger: Ledger, part: Part, issues: Issue[]): void {
  const measures = [measureOf(part), ...(metricOf(part) ? [metricOf(part)] : [])];
  const missing = new Set([...measures.flatMap((measure) => (measure ? missingColumns(ledger.orders, part, measure) : [])), ...missingStages(ledger, part)]);
  const row = part.rules.measure[0]?.row ?? part.rules.stage[0]?.row;
  for (const column of missing) {
    const nearest = nearPhrase(nearestOf(column, ledger.orders.table.headers));
    issues.push(issue('orders.noColumn', row === undefined ? undefined : rulePlace(ledger, row), { column: columnTitle(column), nearest }));
  }
}

function columnTitle(column: string): string {
  return column.charAt(0).toUpperCase() + column.slice(1);
}

function checkMultiples(ledger: Ledger, part: Part, unknown: (row: number, column: string) => void): void {
  const { rate, tier, tierBonus, minimum, maximum, draw } = part.rules;
  const multiples = [
    ...rate.map((entry) => ({ row: entry.row, multiple: entry.rate })),
    ...tier.map((entry) => ({ row: entry.row, multiple: entry.rate })),
    ...[...tierBonus, ...minimum, ...maximum, ...draw].map((entry) => ({ row: entry.row, multiple: entry.amount })),
  ];
  for (const { row, multiple } of multiples) {
    if (multiple.column !== undefined && !hasPeopleColumn(ledger.people, multiple.column)) unknown(row, multiple.column);
  }
}

/** Tables that the rules need and that were not handed over. A table with only its header says there are none. */
function checkNeeded(ledger: Ledger, compiled: CompiledPart, issues: Issue[]): void {
  const { part } = compiled;
  const need = (code: 'need.contributions' | 'need.targets' | 'need.scores' | 'need.statements' | 'need.receipts' | 'need.fx', row: number | undefined, currency = ''): void => {
    issues.push(issue(code, row === undefined ? undefined : rulePlace(ledger, row), { column: '', currency }));
  };
  if (!compiled.countDays && !ledger.receipts && !hasColumn(ledger.orders.table, 'received')) need('need.receipts', part.rules.countsOn[0]?.row);
  const foreign = ledger.fx || !compiled.measure.isMoney ? undefined : foreignCurrency(ledger, compiled.payroll);
  if (foreign !== undefined) need('need.fx', undefined, foreign);
  const credit = part.rules.credit[0];
  if (credit?.by.kind === 'contributions' && !ledger.contributions) need('need.contributions', credit.row);
  const attainmentGate = part.rules.gate.find(({ on }) => on.kind === 'attainment' || on.kind === 'team attainment');
  const byTarget = compiled.attainment?.kind === 'target' ? part.rules.tierOn[0] : attainmentGate;
  if (byTarget && !ledger.targets) need('need.targets', byTarget.row);
  const scored = compiled.attainment?.kind === 'score' ? part.rules.tierOn[0] : undefined;
  const gated = part.rules.gate.find(({ on }) => on.kind === 'score' || on.kind === 'kpi');
  const graded = part.rules.factor.find(({ gradeFactor }) => gradeFactor);
  const factor = part.rules.factor.find(({ row }) => compiled.periodFactors.some(({ factors }) => factors.some((one) => one.row === row)));
  const byScore = scored ?? gated ?? graded ?? factor;
  if (byScore && !ledger.scores) need('need.scores', byScore.row);
  if (!ledger.statements) {
    const kept = part.rules.hold[0] ?? part.rules.draw.find(({ kind }) => kind === 'recoverable');
    if (kept) need('need.statements', kept.row);
  }
  for (const { key, row } of part.rules.shareBy) {
    if (key.kind !== 'column' || hasPeopleColumn(ledger.people, key.column) || hasScoreColumn(ledger.scores, key.column)) continue;
    if (!ledger.scores || isScoreColumn(key.column)) issues.push(issue('need.scores', rulePlace(ledger, row), { column: key.column }));
    else issues.push(unknownColumn(ledger, row, key.column));
  }
  const columns = new Set([...part.rules.tier.map(({ rate }) => rate.column)]);
  if (columns.size > 1) issues.push(issue('plan.tierColumns', rulePlace(ledger, part.rules.tier[1]?.row ?? 0), { plan: compiled.version.plan }));
  for (const factor of compiled.personFactors) {
    if (part.rules.pool.length > 0) issues.push(issue('plan.factorOnPool', rulePlace(ledger, factor.factors[0]?.row ?? 0), { plan: compiled.version.plan }));
  }
}

/** A currency of the orders that only the FX table could exchange. */
function foreignCurrency({ orders }: Ledger, payroll: string): string | undefined {
  const [currencies, rates] = [textColumn(orders.table, 'currency'), numberColumn(orders.table, 'rate')];
  const codes = currencies.values.map(currencyCode);
  for (let row = 0; row < orders.table.length; row += 1) {
    const code = codes[currencies.codes[row] ?? 0] ?? '';
    if (code !== '' && code !== payroll && orders.cancelled[row] !== 1 && isZero(numberAt(rates, row))) return code;
  }
  return undefined;
}

/** A number or a multiple of a People column, for a person on a day. */
export function amountOf(ledger: Ledger, multiple: Multiple, person: number, day: Day): Exact {
  if (multiple.column === undefined) return multiple.factor;
  return multiply(multiple.factor, personNumber(ledger.people, person, multiple.column, day) ?? ZERO);
}
