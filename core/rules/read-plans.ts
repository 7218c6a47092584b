import type { Issue, Place } from '../table/issue';
import { issue } from '../table/issue';
import { matchKey } from '../table/cell';
import { nearestOf } from '../table/nearest';
import type { Table } from '../table/table';
import { placeOf } from '../table/table';
import type { Part, Plan, PlanVersion } from './plan';
import { compareVersions } from './plan';
import { nearPhrase } from './read-value';
import type { RuleRow } from './rule-row';
import { itemText, readRuleRows, wordOf } from './rule-row';
import type { RuleFault, RuleWord } from './rule-word';
import { isRuleFault } from './rule-word';
import type { EntryOf, Ruled, Rules, WordKey } from './words';
import { hasCreditOfItsOwn, isOverrideName, overridePartOf, withCommon } from './override-part';
import { withTerms } from './timeline';
import { wordKeys, words } from './words';

export interface Plans {
  readonly plans: readonly Plan[];
  /** Issues of single rows: unknown words, values that cannot be read. */
  readonly issues: readonly Issue[];
  readonly table: Table;
}

type AnyEntry = Ruled<EntryOf<WordKey>>;

/** Words that speak of the workbook rather than of a plan. */
const OF_THE_WORKBOOK: ReadonlySet<WordKey | undefined> = new Set<WordKey | undefined>(['column', 'sheets']);

/** Reads the Rules table: rows that share a Plan, a Version and an Effective date are one version of that plan. */
export function readPlans(table: Table): Plans {
  const issues: Issue[] = [];
  const byPlan = new Map<string, Map<string, RuleRow[]>>();
  for (const row of readRuleRows(table)) {
    if (row.plan === '') {
      if (!OF_THE_WORKBOOK.has(wordOf(row.rule))) issues.push(issue('rule.noPlan', placeOf(table, row.index, 'plan'), { rule: row.rule }));
      continue;
    }
    const versions = byPlan.get(matchKey(row.plan)) ?? new Map<string, RuleRow[]>();
    const key = `${matchKey(row.version)}\n${row.effective ?? ''}`;
    versions.set(key, [...(versions.get(key) ?? []), row]);
    byPlan.set(matchKey(row.plan), versions);
  }
  const plans = [...byPlan.values()].map((versions) => {
    const read = [...versions.values()].map((rows) => readVersion(table, rows, issues)).sort(compareVersions);
    return { name: read[0]?.plan ?? '', versions: withTerms(read) };
  });
  return { plans, issues: [...table.faults, ...issues], table };
}

function readVersion(table: Table, rows: readonly RuleRow[], issues: Issue[]): PlanVersion {
  const entries: { word: WordKey; entry: AnyEntry; part: string }[] = [];
  for (const row of rows) {
    const word = wordOf(row.rule, itemText(row));
    if (word === undefined) {
      issues.push(unknownWord(table, row));
      continue;
    }
    const rule = words[word] as RuleWord<object>;
    const read: object | RuleFault = rule.parse({ item: itemText(row), rawItem: row.item, from: row.from, value: row.value });
    if (isRuleFault(read)) {
      issues.push(issue(read.fault, placeOf(table, row.index, read.column), { ...read.params, rule: row.rule }));
      continue;
    }
    entries.push({ word, entry: { ...read, row: row.row, part: row.part } as AnyEntry, part: matchKey(row.part) });
  }
  const first = rows[0];
  const named = (name: string): Rules => rulesOf(entries.filter(({ part }) => part === matchKey(name)));
  const allNames = [...new Map(rows.filter((row) => row.part !== '').map((row) => [matchKey(row.part), row.part])).values()];
  const names = allNames.filter((name) => !isOverrideName(name) || hasCreditOfItsOwn(named(name)));
  const overrideName = allNames.find(isOverrideName);
  const common = rulesOf(entries.filter(({ part }) => part === ''));
  const parts: Part[] = names.map((name) => ({
    name,
    rules: withCommon(named(name), common),
  }));
  return {
    plan: first?.plan ?? '',
    version: first?.version ?? '',
    effective: first?.effective,
    parts: parts.length === 0 ? [{ name: '', rules: common }] : parts,
    overridePart: overrideName === undefined ? undefined : overridePartOf(overrideName, named(overrideName), common),
    all: rulesOf(entries),
    rows,
    term: undefined,
  };
}

function rulesOf(entries: readonly { word: WordKey; entry: AnyEntry }[]): Rules {
  const rules = Object.fromEntries(wordKeys.map((key): [WordKey, AnyEntry[]] => [key, []]));
  for (const { word, entry } of entries) rules[word]?.push(entry);
  return rules as unknown as Rules;
}

function unknownWord(table: Table, row: RuleRow): Issue {
  const spellings = wordKeys.flatMap((key) => [words[key].name.en, words[key].name.zh]);
  const place: Place = placeOf(table, row.index, 'rule');
  if (row.rule === '') return issue('rule.noWord', place, {});
  return issue('rule.unknownWord', place, { found: row.rule, nearest: nearPhrase(nearestOf(row.rule, spellings)) });
}

/** The plan of a name, any case. */
export function findPlan(plans: readonly Plan[], name: string): Plan | undefined {
  return plans.find((plan) => matchKey(plan.name) === matchKey(name));
}
