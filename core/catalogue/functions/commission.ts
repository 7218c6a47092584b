import { periodFor } from '../../commission/choose-period';
import { commissionOf } from '../../commission/single-amount';
import type { Facts } from '../../commission/single-facts';
import type { Exact } from '../../amount/exact';
import { ZERO } from '../../amount/exact';
import type { Plan, PlanVersion } from '../../rules/plan';
import { isDraft, versionFor } from '../../rules/plan';
import { checkPlan } from '../../rules/check-plan';
import type { Plans } from '../../rules/read-plans';
import { findPlan, readPlans } from '../../rules/read-plans';
import { cellText, isBlank, matchKey, rangeWidth } from '../../table/cell';
import type { Cell } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import type { Argument, FunctionEntry } from '../function-entry';
import { rememberRanges } from '../remember-ranges';
import { isOmitted, isRange, numberOf, overRanges, periodArgument, textArgument, toRange } from '../read-arguments';
import { tablesOf } from '../read-tables';

const RULES = [
  ['Plan', 'Rule', 'Item', 'From', 'Value'],
  ['Sales', 'tier', '', 0, '5%'],
  ['Sales', 'tier', '', 100000, '6%'],
  ['Sales', 'tier', '', 125000, '7%'],
  ['Sales', 'factor', 'Role=Manager', '', 1.2],
  ['Sales', 'factor', 'Score', 90, 1.1],
] as const;

/** What `amount` more of the measure pays a person by a plan (steps 6 to 9). */
export const commission: FunctionEntry = {
  name: 'COMMISSION',
  purpose: { en: 'What an amount of the measure pays a person by a plan of the rules.', zh: '某金额按规则表中的方案应得多少提成。' },
  parameters: [
    { name: 'amount', kind: 'number', shaped: true, help: { en: 'The amount of the measure; a range gives a range.', zh: '计提金额；给区域则返回区域。' } },
    { name: 'rules', kind: 'range', help: { en: 'The Rules table with its header.', zh: '含表头的规则表。' } },
    { name: 'plan', kind: 'text', optional: true, help: { en: 'The plan’s name; may be left out if there is one.', zh: '方案名；只有一个时可省略。' } },
    { name: 'period', kind: 'period', optional: true, help: { en: 'The pay period; may be left out if there is one version.', zh: '结算期间；只有一个版本时可省略。' } },
    { name: 'before', kind: 'number', optional: true, shaped: true, help: { en: 'The running total already paid on in the span.', zh: '周期内此前已计提的累计数。' } },
    { name: 'target', kind: 'number', optional: true, shaped: true, help: { en: 'The target, for tiers and gates on attainment.', zh: '目标值，用于按达成率分档或设门槛。' } },
    { name: 'fields', kind: 'range', optional: true, help: { en: 'A header row of fields for factors and gates: Role, Customer, Score …', zh: '系数与门槛所需字段的表头：职位、客户、得分……' } },
    { name: 'values', kind: 'range', optional: true, help: { en: 'The row (or rows) under those headers.', zh: '表头下的一行或多行取值。' } },
  ],
  result: { en: 'Money, unrounded unless the plan has a `round` row.', zh: '金额；方案有“取整”行时才取整。' },
  examples: [
    { args: [150000, RULES.map((row) => [...row]).slice(0, 4)], result: 8250 },
    { args: [[[60000], [90000]], RULES.map((row) => [...row]).slice(0, 4), null, null, [[0], [60000]]], result: [[3000], [5250]] },
    { args: [150000, RULES.map((row) => [...row]), 'Sales', '2026-03', null, null, [['Role', 'Score']], [['Manager', 95]]], result: 10890 },
  ],
  evaluate: ([amount, rules, plan, period, before, target, fields, values]) => {
    if (isOmitted(amount)) return fail(issue('argument.missing', undefined, { name: 'amount' }));
    const version = versionOf(rules, plan, period);
    if (!version.ok) return version;
    const facts = readFacts(fields, values);
    if (!facts.ok) return facts;
    const inputs = [amount, isOmitted(before) ? 0 : before, isOmitted(target) ? null : target];
    return overRanges(inputs, ['amount', 'before', 'target'], ([own, start, goal], row) => {
      const [size, from] = [numberOf(own, 'amount'), numberOf(isBlank(start) ? 0 : start, 'before')];
      const aim: Result<Exact | undefined> = isBlank(goal) ? succeed(undefined) : numberOf(goal, 'target');
      if (!size.ok) return size;
      if (!from.ok) return from;
      if (!aim.ok) return aim;
      return commissionOf(version.value, { amount: size.value, before: from.value ?? ZERO, target: aim.value, facts: facts.value(row) });
    });
  },
};

/** The version in force, read once for a column of formulas over the same rules. */
function versionOf(rules: Argument, plan: Argument, period: Argument): Result<PlanVersion> {
  if (!isRange(rules) || !rules.every(Array.isArray)) return chooseVersion(rules, plan, period);
  return versions(rules, JSON.stringify([plan, period]), () => chooseVersion(rules, plan, period));
}

const versions = rememberRanges<Result<PlanVersion>>(8);

/** The version of the plan named, for the period given, or the only one there is. */
function chooseVersion(rules: Argument, plan: Argument, period: Argument): Result<PlanVersion> {
  const tables = tablesOf([rules]);
  if (tables.issues.length > 0) return fail(...tables.issues);
  const table = tables.byKind.get('rules');
  if (!table) return fail(issue('need.table', undefined, { table: { code: 'table.rules' }, known: [...tables.byKind.keys()].map((kind) => ({ code: `table.${kind}` as const })) }));
  const name = textArgument(plan, 'plan');
  if (!name.ok) return name;
  const plans = readPlans(table);
  const chosen = choosePlan(plans, name.value);
  if (!chosen.ok) return chosen;
  const version = chooseOf(chosen.value, period);
  if (!version.ok) return version;
  const rows = new Set(version.value.rows.map(({ row }) => row));
  const wrong = [...plans.issues.filter((found) => found.at?.row === undefined || rows.has(found.at.row)), ...checkPlan(version.value, table).filter(({ severity }) => severity === 'error')];
  return wrong.length > 0 ? fail(...wrong) : version;
}

function choosePlan({ plans, issues }: Plans, name: string): Result<Plan> {
  if (name !== '') {
    const found = findPlan(plans, name);
    return found ? succeed(found) : fail(issue('plan.unknown', undefined, { found: name, known: plans.map((plan) => plan.name) }));
  }
  const live = plans.filter(({ versions }) => versions.some((version) => !isDraft(version)));
  const [only] = live.length > 0 ? live : plans;
  if (!only) return fail(...(issues.length > 0 ? issues : [issue('plan.unknown', undefined, { found: '', known: { code: 'word.none' } })]));
  return live.length > 1 ? fail(issue('commission.choosePlan', undefined, { known: plans.map((plan) => plan.name) })) : succeed(only);
}

function chooseOf(plan: Plan, argument: Argument): Result<PlanVersion> {
  const [latest] = plan.versions;
  if (!latest) return fail(issue('period.noVersion', undefined, { plan: plan.name }));
  if (isOmitted(argument)) return plan.versions.length === 1 ? succeed(latest) : fail(issue('commission.choosePeriod', undefined, { plan: plan.name }));
  const reading = periodArgument(argument, 'period');
  if (!reading.ok) return reading;
  const period = periodFor(plan, reading.value);
  if (!period.ok) return period;
  const version = versionFor(plan, period.value);
  return version ? succeed(version) : fail(issue('period.noVersion', undefined, { plan: plan.name }));
}

/** Facts by header, one row for all amounts or a row for each. */
function readFacts(fields: Argument, values: Argument): Result<(row: number) => Facts> {
  if (isOmitted(fields)) return succeed(() => new Map());
  const headers = toRange(fields)[0] ?? [];
  const rows = isOmitted(values) ? [] : toRange(values);
  const width = rangeWidth(rows);
  if (width > headers.length) return fail(issue('argument.shape', undefined, { name: 'values', found: String(width), expected: String(headers.length) }));
  return succeed((row) => {
    const own: readonly Cell[] = (rows.length > 1 ? rows[row] : rows[0]) ?? [];
    return new Map(headers.map((header, column) => [matchKey(cellText(header)), own[column]]));
  });
}
