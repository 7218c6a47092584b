import { cellText, matchKey } from '../table/cell';
import type { PlanVersion } from './plan';
import type { RuleRow } from './rule-row';
import { wordOf } from './rule-row';

/** What differs between two versions of a plan: a rule added, removed, or with other numbers. */
export type RuleChange =
  | { readonly kind: 'added'; readonly after: RuleRow }
  | { readonly kind: 'removed'; readonly before: RuleRow }
  | { readonly kind: 'changed'; readonly before: RuleRow; readonly after: RuleRow };

/** Compares two versions rule by rule. Order, language and notes do not matter; tiers are matched by their bounds. */
export function compareRules(before: PlanVersion, after: PlanVersion): RuleChange[] {
  const left = new Map<string, RuleRow[]>();
  for (const row of before.rows) left.set(identity(row), [...(left.get(identity(row)) ?? []), row]);
  const changes: RuleChange[] = [];
  for (const row of after.rows) {
    const candidates = left.get(identity(row)) ?? [];
    const same = candidates.find((candidate) => content(candidate) === content(row));
    const match = same ?? candidates[0];
    if (!match) {
      changes.push({ kind: 'added', after: row });
      continue;
    }
    left.set(identity(row), candidates.filter((candidate) => candidate !== match));
    if (!same) changes.push({ kind: 'changed', before: match, after: row });
  }
  for (const rows of left.values()) for (const row of rows) changes.push({ kind: 'removed', before: row });
  return changes;
}

function identity(row: RuleRow): string {
  const word = wordOf(row.rule) ?? matchKey(row.rule);
  const bound = word === 'tier' || word === 'tierBonus' || word === 'clawback' ? matchKey(cellText(row.from)) : '';
  return [matchKey(row.part), word, matchKey(cellText(row.item)), bound].join('\n');
}

function content(row: RuleRow): string {
  return [cellText(row.from), cellText(row.value)].map(matchKey).join('\n');
}
