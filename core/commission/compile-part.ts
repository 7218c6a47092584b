import type { Exact } from '../amount/exact';
import { ONE, ZERO, equals, multiply } from '../amount/exact';
import type { Part, PlanVersion, TierSubject } from '../rules/plan';
import { calendarOf, countsOnOf, currencyOf, measureOf, metricOf, stackingOf, tierByOf, tierEdgeOf, tierModeOf, tierSpanOf, tierUnitOf, unassignedOf } from '../rules/plan';
import type { Multiple } from '../rules/read-value';
import type { Day } from '../table/day';
import type { Issue } from '../table/issue';
import { personNumber } from '../table/people';
import type { Calendar, SpanKind } from '../table/period';
import type { DayColumn } from '../table/table';
import { dayColumn } from '../table/table';
import type { Credits } from './credit';
import { creditReader } from './credit';
import type { CompiledConditions, Fact, FactSource } from './facts';
import { compileConditions, factOf } from './facts';
import type { Rivals } from './equal-fit';
import { rivalsAmong, rivalsOfColumns } from './equal-fit';
import { exchangeOf } from './exchange';
import type { FactorColumn } from './factors';
import { compileFactors } from './factors';
import type { Ladder } from './ladder';
import { makeLadder, scaleLadder } from './ladder';
import type { Ledger } from './ledger';
import type { MeasureReader } from './measure';
import { measureReader } from './measure';
import { orderFactOf } from './order-total';
import type { AttainmentBy } from './attainment';
import { attainmentOf } from './attainment';
import { checkColumns, checkMultiples, checkNeeded } from './check-needed';
import { overrideIssues } from './override-issues';
import type { EarnsTest, PayeeTest } from './payees';
import { leaverTest, payeeTest } from './payees';
import { unknownColumn } from './rule-place';
import type { LineTest } from './select-lines';
import { lineTest } from './select-lines';

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
  readonly isPayee: PayeeTest;
  readonly earns: EarnsTest;
  readonly selects: LineTest;
  readonly countDays: DayColumn | undefined;
  readonly orderDays: DayColumn;
  readonly exchange: (row: number, day: Day, receiptRate?: Exact) => Exact | undefined;
  readonly ladder: Ladder | undefined;
  /** The currency of the ladder's bounds where it is not payroll currency; else blank. */
  readonly boundCurrency: string;
  /** The People column that every rate of the ladder multiplies, if any. */
  readonly ladderColumn: string | undefined;
  readonly attainment: AttainmentBy | undefined;
  readonly subject: TierSubject;
  /** The column whose values have the totals, for `tier by` a column. */
  readonly subjectFact: Fact | undefined;
  readonly span: SpanKind;
  readonly rates: readonly CompiledRate[];
  readonly flatRate: Multiple | undefined;
  readonly creditFactors: readonly FactorColumn[];
  readonly lineFactors: readonly FactorColumn[];
  readonly personFactors: readonly FactorColumn[];
  readonly periodFactors: readonly FactorColumn[];
  readonly adds: boolean;
  readonly bonuses: readonly CompiledBonus[];
  /** Rates and factors of a line of which two may fit equally well, and those of the period. */
  readonly rivals: readonly Rivals[];
  readonly periodRivals: readonly Rivals[];
  readonly unassignedTo: 'company' | 'owner' | 'reserve';
  readonly issues: readonly Issue[];
}

export interface CompiledRate {
  readonly when: CompiledConditions;
  readonly rate: Multiple;
  readonly row: number;
}

export interface CompiledBonus {
  readonly per: 'line' | 'order' | 'person';
  readonly when: CompiledConditions;
  readonly amount: Multiple;
  readonly row: number;
}

/** Compiles a part. What it names and the workbook lacks comes back as issues; then it must not be run. */
export function compilePart(ledger: Ledger, version: PlanVersion, part: Part, planNames: readonly string[]): CompiledPart {
  const issues: Issue[] = [];
  const calendar = calendarOf(version);
  const payroll = currencyOf(version);
  const exchanges = exchangeOf(ledger, version, part);
  const exchange = exchanges.ofRow;
  const source: FactSource = { ledger, part, exchange: (row, day) => exchange(row, day), rates: exchanges };
  const unknown = (row: number, column: string): void => {
    issues.push(unknownColumn(ledger, row, column));
  };
  const factorRows = part.rules.factor.filter(({ gradeFactor }) => !gradeFactor);
  const factors = compileFactors(source, factorRows, unknown);
  const byLevel = (level: FactorColumn['level']): FactorColumn[] => factors.filter((one) => one.level === level);
  const rates = compileRates(source, part, unknown);
  const creditFactors = compileFactors(source, part.rules.creditFactor, unknown);
  const kinds = [rates.map(({ row, when, rate }) => ({ row, when, value: rate.factor, column: rate.column })), ...rivalsOfColumns([...creditFactors, ...byLevel('line'), ...byLevel('person')])];
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
    boundCurrency: boundCurrencyOf(part, payroll),
    ladderColumn: part.rules.tier[0]?.rate.column,
    attainment: attainmentOf(ledger, part),
    subject: tierByOf(part),
    subjectFact: subjectFact(source, part, unknown),
    span: tierSpanOf(part),
    rates,
    flatRate: part.rules.rate.find(({ conditions }) => conditions.length === 0)?.rate,
    creditFactors,
    lineFactors: byLevel('line'),
    personFactors: byLevel('person'),
    periodFactors: byLevel('period'),
    adds: stackingOf(part) === 'add',
    bonuses: compileBonuses(source, part, unknown),
    rivals: rivalsAmong(part, kinds),
    periodRivals: rivalsAmong(part, rivalsOfColumns(byLevel('period'))),
    unassignedTo: unassignedOf(part),
    issues,
  };
  if (part === version.parts[0]) issues.push(...overrideIssues(source, version));
  checkColumns(ledger, part, issues);
  checkMultiples(ledger, part, unknown);
  checkNeeded(ledger, compiled, issues);
  return compiled;
}

function metricReader(ledger: Ledger, part: Part): MeasureReader | undefined {
  const metric = metricOf(part);
  if (!metric) return undefined;
  return measureReader(ledger.orders, metric, { ...part, rules: { ...part.rules, deduct: [] } });
}

function countDayColumn(ledger: Ledger, part: Part): DayColumn | undefined {
  const field = { order: 'orderDate', shipment: 'shipDate', invoice: 'invoiceDate', receipt: undefined, 'paid in full': undefined }[countsOnOf(part)];
  return field === undefined ? undefined : dayColumn(ledger.orders.table, field);
}

function ladderOf(part: Part): Ladder | undefined {
  const { tier, tierBonus } = part.rules;
  if (tier.length + tierBonus.length === 0) return undefined;
  const { size } = tierUnitOf(part);
  const ladder = makeLadder(
    tier.map(({ from, rate }) => ({ from, rate: rate.factor })),
    { mode: tierModeOf(part), edge: tierEdgeOf(part), bonuses: tierBonus.map(({ from, amount }) => ({ from, amount: amount.factor, column: amount.column })) },
  );
  return equals(size, ONE) ? ladder : scaleLadder(ladder, size);
}

function boundCurrencyOf(part: Part, payroll: string): string {
  const { currency } = tierUnitOf(part);
  return currency === payroll ? '' : currency;
}

function subjectFact(source: FactSource, part: Part, unknown: (row: number, column: string) => void): Fact | undefined {
  const [rule] = part.rules.tierBy;
  if (rule?.by !== 'column') return undefined;
  const fact = factOf(source, rule.column);
  if (!fact || fact.level === 'period') unknown(rule.row, rule.column);
  return fact;
}

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
    const when = compileConditions(source, conditions, per === 'order' ? orderFactOf : undefined);
    if ('unknown' in when) {
      unknown(row, when.unknown);
      return [];
    }
    return [{ per, when, amount, row }];
  });
}

/** A number or a multiple of a People column, for a person on a day. */
export function amountOf(ledger: Ledger, multiple: Multiple, person: number, day: Day): Exact {
  if (multiple.column === undefined) return multiple.factor;
  return multiply(multiple.factor, personNumber(ledger.people, person, multiple.column, day) ?? ZERO);
}
