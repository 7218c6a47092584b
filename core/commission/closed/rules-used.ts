import type { Exact } from '../../amount/exact';
import { exactToText } from '../../amount/text';
import type { Plan, PlanVersion } from '../../rules/plan';
import { versionLabel } from '../../rules/plan';
import { partNamed, planKeys } from '../../rules/former-names';
import type { RuleRow } from '../../rules/rule-row';
import { wordOf } from '../../rules/rule-row';
import type { RuleFault } from '../../rules/rule-word';
import { isRuleFault } from '../../rules/rule-word';
import { words } from '../../rules/words';
import { cellText, matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import { textAt, textColumn } from '../../table/table';
import { readEntryKind } from './entry-kind';
import { fingerprint } from './fingerprint';
import { NOTHING_BEFORE, canonical } from './seal';
import type { Statements } from './statements';

/** One rule as a closing kept it: the part it stood in, and its cells as text. */
export interface UsedRule {
  readonly part: string;
  /** `rule | item | from | value` */
  readonly text: string;
}

/** What became of a rule since a closing used it. */
export interface RuleChange {
  /** The row of the Rules sheet as it is now; undefined for a rule that is gone. */
  readonly row: number | undefined;
  readonly was: string;
  readonly now: string;
}

const SEPARATOR = ' | ';

/** The rules of a version as a closing keeps them. Names (`was`), columns and notes pay nothing and are left out. */
export function usedRules(version: PlanVersion): UsedRule[] {
  return payingRows(version).map((row) => ({ part: row.part, text: textOf(row) }));
}

function payingRows(version: PlanVersion): RuleRow[] {
  return version.rows.filter((row) => !['was', 'column', 'sheets', undefined].includes(wordOf(row.rule)));
}

function textOf({ rule, item, from, value }: RuleRow): string {
  return [rule, item, from, value].map((cell) => (cell === 0 ? '0' : cellText(cell)).replaceAll('|', '¦')).join(SEPARATOR);
}

/** The fingerprint of a version's rules, in any order and either language. */
export function rulesFingerprint(version: PlanVersion): string {
  return fingerprintOf(usedRules(version), (part) => part);
}

function fingerprintOf(rules: readonly UsedRule[], partName: (part: string) => string): string {
  return fingerprint(rules.map((rule) => keyOf(rule, partName)).sort().join('\u001e'));
}

/** A rule in the form in which rules are compared: its word by its key, numbers and percentages by their value. */
function keyOf({ part, text }: UsedRule, partName: (part: string) => string): string {
  const [rule = '', ...cells] = text.split(SEPARATOR);
  return [matchKey(partName(part)), wordOf(rule) ?? matchKey(rule), ...cells.map((cell) => canonical(cell))].join('\u001f');
}

/** What a rule means, however it is written: translated words and numbers typed otherwise mean the same. */
function meaningOf({ part, text }: UsedRule, partName: (part: string) => string): string {
  const [rule = '', item = '', from = '', value = ''] = text.split(SEPARATOR);
  const word = wordOf(rule);
  const read: object | RuleFault | undefined = word && words[word].parse({ item, rawItem: item, from, value });
  if (!word || !read || isRuleFault(read)) return keyOf({ part, text }, partName);
  return [matchKey(partName(part)), word, JSON.stringify(read, plainValue)].join('\u001f');
}

function plainValue(_: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'units' in value && 'scale' in value) return exactToText(value as Exact);
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' ? matchKey(value) : value;
}

function meaningOfAll(rules: readonly UsedRule[], partName: (part: string) => string): string {
  return rules.map((rule) => meaningOf(rule, partName)).sort().join('\u001e');
}

/** The label of the rules a closing used: the version, and the day from which it held. */
export function rulesLabel(version: PlanVersion): string {
  const label = versionLabel(version);
  return version.effective === undefined ? label : `${label} (${dayText(version.effective)})`;
}

/** The rules that closings kept, by their fingerprint; rows of voided closings keep theirs for others. */
export function keptRules({ table, closings }: Statements): ReadonlyMap<string, readonly UsedRule[]> {
  const [kinds, parts, notes] = [textColumn(table, 'kind'), textColumn(table, 'part'), textColumn(table, 'note')];
  const kept = new Map<string, UsedRule[]>();
  for (const { seal, rows } of closings) {
    if (seal.edition === 1 || seal.rules === NOTHING_BEFORE) continue;
    const own = rows.flatMap((row): UsedRule[] => (readEntryKind(textAt(kinds, row)) === 'rules' ? [{ part: textAt(parts, row), text: textAt(notes, row) }] : []));
    if (own.length > 0 && !kept.has(seal.rules)) kept.set(seal.rules, own);
  }
  return kept;
}

/** How the rules of a version stand to those a closing used. */
export type RulesSince =
  | { readonly kind: 'same' }
  /** Another version is in force for the period now: meant to reach back. */
  | { readonly kind: 'other version' }
  /** The rows that were used have been written over. */
  | { readonly kind: 'edited'; readonly changes: readonly RuleChange[] };

/** Compares the version now in force for a closed period with the rules that its closing used. */
export function rulesSince(plan: Plan, version: PlanVersion, used: { readonly fingerprint: string; readonly label: string; readonly rules: readonly UsedRule[] | undefined }): RulesSince {
  if (rulesFingerprint(version) === used.fingerprint) return { kind: 'same' };
  const toNow = (name: string): string => (name === '' ? '' : (partNamed(version.parts, name)?.name ?? name));
  if (used.rules && meaningOfAll(used.rules, toNow) === meaningOfAll(usedRules(version), (part) => part)) return { kind: 'same' };
  if (isOtherVersion(plan, version, used)) return { kind: 'other version' };
  return { kind: 'edited', changes: used.rules ? changesOf(used.rules, payingRows(version), toNow) : [] };
}

/**
 * Whether the version in force is another one than a closing used: it has another number. Where versions have no
 * numbers, by the day from which they hold, as long as the rules that were used still stand in some version.
 */
function isOtherVersion(plan: Plan, version: PlanVersion, { label, fingerprint: used }: { readonly label: string; readonly fingerprint: string }): boolean {
  const names = [...planKeys(plan)];
  const withoutDay = matchKey(label.replace(/ \(\d{4}-\d\d-\d\d\)$/, ''));
  if (!names.some((name) => withoutDay === matchKey(`${name} ${version.version}`.trim()))) return true;
  if (version.version !== '' || names.some((name) => matchKey(label) === matchKey(name + rulesLabel(version).slice(version.plan.length)))) return false;
  return plan.versions.some((other) => rulesFingerprint(other) === used);
}

/** What was there and is not, beside what is there and was not: of one part, word and item where they can be paired. */
function changesOf(used: readonly UsedRule[], now: readonly RuleRow[], toNow: (part: string) => string): RuleChange[] {
  const left = now.map((row) => ({ row, key: meaningOf({ part: row.part, text: textOf(row) }, (part) => part) }));
  const gone = used.filter((rule) => {
    const at = left.findIndex(({ key }) => key === meaningOf(rule, toNow));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const changes = gone.map(({ part, text }): RuleChange => {
    const [rule = '', item = '', from = ''] = text.split(SEPARATOR);
    const alike = (least: number): number => left.findIndex(({ row }) => {
      const [ownRule = '', ownItem = '', ownFrom = ''] = textOf(row).split(SEPARATOR);
      const score = [wordOf(ownRule) === wordOf(rule) && matchKey(row.part) === matchKey(toNow(part)), canonical(ownItem) === canonical(item), canonical(ownFrom) === canonical(from)];
      return score[0] === true && score.filter(Boolean).length >= least;
    });
    const at = [3, 2, 1].map(alike).find((index) => index >= 0) ?? -1;
    const [paired] = at < 0 ? [] : left.splice(at, 1);
    return { row: paired?.row.row, was: readable(text), now: paired ? readable(textOf(paired.row)) : '' };
  });
  return [...changes, ...left.map(({ row }): RuleChange => ({ row: row.row, was: '', now: readable(textOf(row)) }))];
}

/** A rule as a person reads it: its filled cells. */
function readable(text: string): string {
  return text.split(SEPARATOR).filter((cell) => cell !== '').join(' ');
}
