import { isZero } from '../amount/exact';
import type { Part } from '../rules/plan';
import { measureOf, metricOf } from '../rules/plan';
import { nearPhrase } from '../rules/read-value';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { nearestOf } from '../table/nearest';
import { hasPeopleColumn } from '../table/people';
import { hasColumn, numberAt, numberColumn, textColumn } from '../table/table';
import { missingStages } from './credit';
import { isScoreColumn } from './facts';
import { currencyCode } from '../trade/currency-code';
import type { Ledger } from './ledger';
import { missingColumns } from './measure';
import { isScoreMetric } from './score-metric';
import { hasScoreColumn } from './scores';

import type { CompiledPart } from './compile-part';
import { rulePlace, unknownColumn } from './rule-place';

/** Columns that the rules name and the orders lack. */
export function checkColumns(ledger: Ledger, part: Part, issues: Issue[]): void {
  const measures = [measureOf(part), ...(metricOf(part) ? [metricOf(part)] : [])];
  const missing = new Set([...measures.flatMap((measure) => (measure ? missingColumns(ledger.orders, part, measure) : [])), ...missingStages(ledger, part)]);
  for (const rule of part.rules.rankBonus) {
    const lacks = !rule.metric || isScoreMetric(ledger, rule) ? [] : missingColumns(ledger.orders, { ...part, rules: { ...part.rules, deduct: [] } }, rule.metric);
    for (const column of lacks) issues.push(unknownColumn(ledger, rule.row, column));
  }
  const row = part.rules.measure[0]?.row ?? part.rules.stage[0]?.row;
  for (const column of missing) {
    const nearest = nearPhrase(nearestOf(column, ledger.orders.table.headers));
    issues.push(issue('orders.noColumn', row === undefined ? undefined : rulePlace(ledger, row), { column: columnTitle(column), nearest }));
  }
}

function columnTitle(column: string): string {
  return column.charAt(0).toUpperCase() + column.slice(1);
}

/** People columns that `n x` a column names. */
export function checkMultiples(ledger: Ledger, part: Part, unknown: (row: number, column: string) => void): void {
  const { rate, tier, tierBonus, bonus, minimum, maximum, draw } = part.rules;
  const multiples = [
    ...rate.map((entry) => ({ row: entry.row, multiple: entry.rate })),
    ...tier.map((entry) => ({ row: entry.row, multiple: entry.rate })),
    ...[...tierBonus, ...bonus, ...minimum, ...maximum, ...draw].map((entry) => ({ row: entry.row, multiple: entry.amount })),
  ];
  for (const { row, multiple } of multiples) {
    if (multiple.column !== undefined && !hasPeopleColumn(ledger.people, multiple.column)) unknown(row, multiple.column);
  }
}

/** Tables that the rules need and that were not handed over. A table with only its header says there are none. */
export function checkNeeded(ledger: Ledger, compiled: CompiledPart, issues: Issue[]): void {
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
  if (byTarget && !ledger.targets && !ledger.carrier.plannings.some(({ target }) => target !== undefined)) need('need.targets', byTarget.row);
  const scored = compiled.attainment?.kind === 'score' ? part.rules.tierOn[0] : undefined;
  const gated = part.rules.gate.find(({ on }) => on.kind === 'score' || on.kind === 'kpi' || on.kind === 'coverage');
  const graded = part.rules.factor.find(({ gradeFactor }) => gradeFactor);
  const factor = part.rules.factor.find(({ row }) => compiled.periodFactors.some(({ factors }) => factors.some((one) => one.row === row)));
  const bonus = compiled.bonuses.find(({ per, when }) => per === 'person' && when.level === 'period');
  const ranked = part.rules.rankBonus.find((rule) => isScoreMetric(ledger, rule));
  const byScore = scored ?? gated ?? graded ?? factor ?? bonus ?? ranked;
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
  for (const bonus of compiled.bonuses) {
    if (bonus.per !== 'person') continue;
    if (part.rules.pool.length > 0) issues.push(issue('plan.bonusOnPool', rulePlace(ledger, bonus.row), { plan: compiled.version.plan }));
    else if (bonus.when.level === 'line' && part.rules.bonus.some(({ row, conditions }) => row === bonus.row && conditions.length > 0)) issues.push(issue('plan.bonusOfLines', rulePlace(ledger, bonus.row), { plan: compiled.version.plan }));
  }
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
