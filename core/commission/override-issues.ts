import type { PlanVersion } from '../rules/plan';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import type { FactSource } from './facts';
import { compileFactors } from './factors';
import { rulePlace, unknownColumn } from './rule-place';

/** The factors of the part named Override by columns; that of the grade has none. */
export function plainFactors({ overridePart }: PlanVersion) {
  return (overridePart?.rules.factor ?? []).filter(({ gradeFactor }) => !gradeFactor);
}

/** What is wrong with the factors of the part named Override: columns that are nowhere, and columns of order lines. */
export function overrideIssues(source: FactSource, version: PlanVersion): Issue[] {
  const { ledger } = source;
  const issues: Issue[] = [];
  const columns = compileFactors(source, plainFactors(version), (row, column) => issues.push(unknownColumn(ledger, row, column)));
  const ofLines = columns.filter(({ level }) => level === 'line').flatMap(({ factors }) => factors);
  return [...issues, ...ofLines.map(({ row }) => issue('plan.overrideOfLines', rulePlace(ledger, row), { plan: version.plan }))];
}
