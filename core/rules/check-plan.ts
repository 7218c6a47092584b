import type { Exact } from '../amount/exact';
import { ONE, compare, exactInteger, multiply, sign, subtract, sum } from '../amount/exact';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { IssueCode, Params } from '../locale/message';
import { addProblems } from '../locale/message';
import { ruleSlips } from '../locale/rule-slips';
import type { Issue, Severity } from '../table/issue';
import { distinct } from '../table/distinct';
import { issue } from '../table/issue';
import type { Table } from '../table/table';
import { placeOf } from '../table/table';
import type { Part, PlanVersion } from './plan';
import { countsOnOf, creditOf, tierByOf, tierModeOf, tierUnitOf } from './plan';
import { attainmentBounds, boundsLikeShares } from './check/bounds';
import { blankValues, factorSizes, percentForMoney } from './check/coefficients';
import type { Finding, PartCheck } from './check/finding';
import { oddGates } from './check/gates';
import { idleWeights } from './check/idle-weights';
import { limitsOverSpans } from './check/limits-over-spans';
import { percentOfCount, rateSizes, tierJumps } from './check/rate-size';
import { sameRows } from './check/same-rows';
import { foreignMoney, idleTierUnits } from './check/units';
import type { RuleWord } from './rule-word';
import { wordKeys, words } from './words';

addProblems(ruleSlips);

/** Looks for rules that contradict each other, gaps, overlaps and payouts that fall by surprise. */
export function checkPlan(version: PlanVersion, table: Table): Issue[] {
  const found: Issue[] = [];
  const report = (code: IssueCode, row: number | undefined, params: Params = {}, severity: Severity = 'error'): void => {
    const index = row === undefined ? -1 : table.rowNumbers.indexOf(row);
    const place = index < 0 ? { table: 'rules' as const } : placeOf(table, index, 'value');
    found.push(issue(code, place, { plan: version.plan, ...params }, severity));
  };
  for (const part of version.parts) for (const check of partChecks) check(part, report);
  checkTwice(version, report);
  checkShares(version, report);
  checkRefunds(version, report);
  const odd = version.parts.flatMap((part) => oddities.flatMap((check) => check(part, version)));
  return distinct([...found, ...odd.map((finding) => issueOf(finding, version, table))]);
}

/** Slips of the hand in single rows: each is a warning unless it says otherwise. */
const oddities: readonly PartCheck[] = [
  attainmentBounds,
  oddGates,
  boundsLikeShares,
  rateSizes,
  tierJumps,
  percentOfCount,
  percentForMoney,
  factorSizes,
  blankValues,
  sameRows,
  limitsOverSpans,
  idleWeights,
  idleTierUnits,
  foreignMoney,
];

function issueOf({ code, row, params = {}, severity = 'warning', field = 'value' }: Finding, version: PlanVersion, table: Table): Issue {
  const index = row === undefined ? -1 : table.rowNumbers.indexOf(row);
  return issue(code, index < 0 ? { table: 'rules' } : placeOf(table, index, field), { plan: version.plan, ...params }, severity);
}

type Report = (code: IssueCode, row: number | undefined, params?: Params, severity?: Severity) => void;

const partChecks: readonly ((part: Part, report: Report) => void)[] = [
  checkPaysSomething,
  checkRateAndTiers,
  checkTiers,
  checkStages,
  checkPool,
  checkLimits,
  checkIdleTierWords,
];

/** Words that may stand once only. Rows of a part and of the whole plan do not contradict each other. */
function checkTwice(version: PlanVersion, report: Report): void {
  for (const key of wordKeys) {
    const word = words[key] as RuleWord<object>;
    if (!word.single) continue;
    const seen = new Map<string, number>();
    for (const entry of version.all[key]) {
      const first = seen.get(entry.part);
      if (first === undefined) seen.set(entry.part, entry.row);
      else report('plan.twice', entry.row, { rule: { code: `rule.${key}` }, first });
    }
  }
}

function checkPaysSomething(part: Part, report: Report): void {
  const { rate, tier, tierBonus, stageRate, bonus, rankBonus, pool, override, minimum, draw } = part.rules;
  const pays = [rate, tier, tierBonus, stageRate, bonus, rankBonus, override, minimum, draw].some((rows) => rows.length > 0);
  if (!pays && !pool.some(({ fixed }) => fixed)) report('plan.paysNothing', undefined, { part: part.name });
}

function checkRateAndTiers(part: Part, report: Report): void {
  const plain = part.rules.rate.filter(({ conditions }) => conditions.length === 0);
  const [first, second] = plain;
  if (first && second) report('plan.twice', second.row, { rule: { code: 'rule.rate' }, first: first.row });
  const [tier] = part.rules.tier;
  if (first && tier) report('plan.rateAndTiers', first.row, { tier: tier.row });
  const [stageRate] = part.rules.stageRate;
  if (stageRate && (first ?? tier)) report('plan.stageRateAndRate', stageRate.row, { other: (first ?? tier)?.row ?? 0 });
}

function checkTiers(part: Part, report: Report): void {
  const tiers = [...part.rules.tier].sort((a, b) => compare(a.from, b.from));
  tiers.forEach((tier, index) => {
    const before = tiers[index - 1];
    if (sign(tier.from) < 0) report('plan.tierNegative', tier.row, { from: exactToDisplay(tier.from) });
    if (!before) return;
    if (compare(before.from, tier.from) === 0) {
      report('plan.tierTwice', tier.row, { from: exactToDisplay(tier.from), first: before.row });
      return;
    }
    if (tierModeOf(part) === 'whole') checkCliff(before.rate.factor, tier.rate.factor, multiply(tier.from, tierUnitOf(part).size), tier.row, report);
    else if (compare(tier.rate.factor, before.rate.factor) < 0) report('plan.tierFalls', tier.row, { from: exactToDisplay(tier.from) }, 'note');
  });
  const lowest = tiers[0];
  if (lowest && sign(lowest.from) > 0) report('plan.tierGap', lowest.row, { from: exactToDisplay(lowest.from) }, 'note');
}

/** Under whole tiers a lower rate on everything makes the total pay fall at the bound: by how much is told. */
function checkCliff(before: Exact, after: Exact, bound: Exact, row: number, report: Report): void {
  const lost = multiply(subtract(before, after), bound);
  if (sign(lost) > 0) report('plan.cliff', row, { bound: exactToDisplay(bound), lost: exactToDisplay(lost, 2) }, 'warning');
}

function checkStages(part: Part, report: Report): void {
  const { stage, stageRate, credit } = part.rules;
  const total = sum(stage.map(({ share }) => share));
  const [first] = stage;
  if (first && compare(total, ONE) > 0) report('plan.stagesOver', first.row, { total: exactToPercent(total) });
  if (first && compare(total, ONE) < 0) report('plan.stagesUnder', first.row, { total: exactToPercent(total) }, 'warning');
  const [written] = credit;
  if (creditOf(part).kind === 'stages' && stage.length + stageRate.length === 0) report('plan.noStages', written?.row);
  if (written && written.by.kind !== 'stages' && (first ?? stageRate[0])) report('plan.stagesIdle', (first ?? stageRate[0])?.row, {});
  const [bothStage, bothRate] = [stage[0], stageRate[0]];
  if (bothStage && bothRate) report('plan.stageTwoWays', bothRate.row, { other: bothStage.row });
}

function checkPool(part: Part, report: Report): void {
  const { pool, shareBy, weight, stageRate, rankBonus } = part.rules;
  if (pool.length === 0) {
    const idle = shareBy[0] ?? weight[0];
    if (idle) report('plan.noPool', idle.row);
    return;
  }
  const total = sum(shareBy.map(({ share }) => share));
  if (shareBy[0] && compare(total, ONE) !== 0) report('plan.shareByTotal', shareBy[0].row, { total: exactToPercent(total) });
  if (!shareBy[0]) report('plan.noShareBy', pool[0]?.row, {}, 'note');
  const [contest] = rankBonus;
  if (contest) report('plan.contestInPool', contest.row);
  if (stageRate[0] && tierByOf(part) !== 'pool') report('plan.stageRateAndRate', stageRate[0].row, { other: pool[0]?.row ?? 0 });
}

function checkLimits(part: Part, report: Report): void {
  for (const least of part.rules.minimum) {
    for (const most of part.rules.maximum) {
      const comparable = least.level === most.level && least.span === most.span && least.amount.column === most.amount.column;
      if (comparable && compare(least.amount.factor, most.amount.factor) > 0) {
        report('plan.minimumOverMaximum', least.row, { minimum: exactToDisplay(least.amount.factor), maximum: exactToDisplay(most.amount.factor) });
      }
    }
  }
  const pooled = part.rules.pool.length > 0;
  for (const limit of [...part.rules.minimum, ...part.rules.maximum]) {
    if (limit.level === 'pool' && !pooled) report('plan.noPool', limit.row);
  }
}

function checkIdleTierWords(part: Part, report: Report): void {
  if (part.rules.tier.length + part.rules.tierBonus.length > 0) return;
  const { tierMode, tierMetric, tierOn, tierBy, tierSpan, tierEdge, tierUnit } = part.rules;
  for (const rows of [tierMode, tierMetric, tierOn, tierBy, tierEdge, tierUnit]) {
    const [row] = rows;
    if (row && part.rules.gate.length === 0) report('plan.tierWordIdle', row.row, {}, 'note');
  }
  const [span] = tierSpan;
  if (span && part.rules.override.length === 0) report('plan.tierWordIdle', span.row, {}, 'note');
}

/** The shares of the parts should make a whole: more than 100 % is an error, less is pointed out. */
function checkShares(version: PlanVersion, report: Report): void {
  const shares = version.all.share.filter(({ part }) => part !== '');
  const [first] = shares;
  if (!first || shares.length < version.parts.length) return;
  const total = sum(shares.map(({ share }) => share));
  if (compare(total, ONE) !== 0) report('plan.sharesTotal', first.row, { total: exactToPercent(total) }, 'warning');
}

function checkRefunds(version: PlanVersion, report: Report): void {
  for (const part of version.parts) {
    const overdue = part.rules.clawback.find((rule) => rule.overdue);
    const on = countsOnOf(part);
    const [step] = part.rules.receiptStep;
    if (step && on !== 'receipt') report('plan.receiptStepIdle', step.row, {});
    if (overdue && (on === 'receipt' || on === 'paid in full')) report('plan.overdueOnReceipt', overdue.row, {}, 'warning');
    for (const { from, row } of part.rules.clawback) {
      if (compare(from, exactInteger(1200)) > 0) report('plan.clawbackFar', row, { from: exactToDisplay(from) }, 'warning');
    }
    const [hold] = part.rules.hold;
    const held = sum(part.rules.hold.map(({ share }) => share));
    if (hold && compare(held, ONE) > 0) report('plan.holdsOver', hold.row, { total: exactToPercent(held) });
    const [reserve] = part.rules.reserve;
    const reserved = sum(part.rules.reserve.map(({ share }) => share));
    if (reserve && compare(reserved, ONE) > 0) report('plan.reserveOver', reserve.row, { total: exactToPercent(reserved) });
  }
}
