import type { RuleChange } from '../../core/rules/compare-versions';
import { compareRules } from '../../core/rules/compare-versions';
import { checkPlan } from '../../core/rules/check-plan';
import type { PlanVersion } from '../../core/rules/plan';
import { isDraft, versionFor } from '../../core/rules/plan';
import { printRules } from '../../core/rules/print-rules';
import { findPlan, readPlans } from '../../core/rules/read-plans';
import type { Plans } from '../../core/rules/read-plans';
import type { RuleRow } from '../../core/rules/rule-row';
import { sayPlan } from '../../core/rules/say-plan';
import { render } from '../../core/locale/message';
import type { Language } from '../../core/locale/message';
import type { Cell } from '../../core/table/cell';
import { cellText } from '../../core/table/cell';
import { dayText } from '../../core/table/day';
import type { Issue } from '../../core/table/issue';
import { issue } from '../../core/table/issue';
import { readPeriod } from '../../core/table/period';
import type { Change } from '../../host-port/change';
import type { Answer, Desk, Problem } from './desk';
import { say } from '../texts';
import { deskWith, problemOfIssue, refuse, refuseText } from './desk';
import type { Row } from './records';
import { addRows, numberOrText, typedText } from './records';

/** A rule in a form: all text, as a person types it. */
export interface RuleLine {
  readonly part: string;
  readonly rule: string;
  readonly item: string;
  readonly from: string;
  readonly value: string;
  readonly note: string;
}

export interface VersionView {
  readonly version: string;
  readonly effective: string;
  readonly draft: boolean;
  readonly inForce: boolean;
  readonly parts: readonly string[];
  readonly rules: readonly RuleLine[];
  /** The plan in plain words, one sentence a rule. */
  readonly sentences: readonly { readonly part: string; readonly text: string }[];
  readonly problems: readonly Problem[];
}

export interface PlanView {
  readonly name: string;
  readonly versions: readonly VersionView[];
}

/** Every plan of the rules with its versions, the latest first. */
export function plans(desk: Desk, { period }: { readonly period: string }): readonly PlanView[] {
  const read = rulesOf(desk);
  if (!read) return [];
  const reading = readPeriod(period);
  return read.plans.map((plan) => {
    const current = typeof reading === 'object' && reading.kind === 'period' ? versionFor(plan, reading.period) : plan.versions[0];
    return { name: plan.name, versions: plan.versions.map((version) => versionView(version, version === current, read, desk)) };
  });
}

function rulesOf({ tables }: Desk): Plans | undefined {
  const table = tables.byKind.get('rules');
  return table && readPlans(table);
}

function versionView(version: PlanVersion, inForce: boolean, read: Plans, { tables, language }: Desk): VersionView {
  const problems = issuesOf(version, read);
  return {
    version: version.version,
    effective: version.effective === undefined ? '' : dayText(version.effective),
    draft: isDraft(version),
    inForce,
    parts: [...new Set(version.rows.map(({ part }) => part))],
    rules: linesOf(version.rows, language),
    sentences: sayPlan(version, tables.byKind.get('orders')).map(({ part, sentence }) => ({ part, text: render(sentence, language) })),
    problems: problems.map((found) => problemOfIssue(found, language)),
  };
}

function issuesOf(version: PlanVersion, read: Plans): Issue[] {
  const rows = new Set(version.rows.map(({ row }) => row));
  return [...read.issues.filter(({ at }) => at?.row !== undefined && rows.has(at.row)), ...checkPlan(version, read.table)];
}

/** A problem of a draft: the rule that it is about, counted from 1, and the field of it. */
function problemOfLine(found: Issue, language: Language): Problem {
  const { row, header } = found.at ?? {};
  const problem = problemOfIssue(found, language);
  return { ...problem, table: '', cell: '', area: undefined, ...(row === undefined ? {} : { line: row - 1 }), ...(header === undefined ? {} : { field: header }) };
}

function linesOf(rows: readonly RuleRow[], language: Language): RuleLine[] {
  return linesOfPrinted(printRules(rows, language).slice(1));
}

/** Rows as they are printed for the Rules table, as lines of a form. */
export function linesOfPrinted(rows: readonly (readonly Cell[])[]): RuleLine[] {
  return rows.map(([, , , part, rule, item, from, value, note]) => ({ part: cellText(part), rule: cellText(rule), item: cellText(item), from: typedText(from), value: typedText(value), note: cellText(note) }));
}

/** A plan as it stands in a form, before it is written. */
export interface DraftPlan {
  readonly plan: string;
  readonly version: string;
  readonly effective: string;
  readonly rules: readonly RuleLine[];
}

/** A draft read as the engine would read it: in plain words, with what is wrong with it. */
export function readDraft(desk: Desk, draft: DraftPlan): VersionView | undefined {
  const read = rulesOf(withDraft(desk, draft));
  const plan = read && findPlan(read.plans, draft.plan);
  const version = plan?.versions.find((one) => one.version === draft.version && (one.effective === undefined ? '' : dayText(one.effective)) === draft.effective) ?? plan?.versions[0];
  if (!read || !version) return undefined;
  const view = versionView(version, false, read, desk);
  // The draft stands in no sheet: what is wrong with it is told by the rule in the form, never by a cell.
  return { ...view, problems: issuesOf(version, read).map((found) => problemOfLine(found, desk.language)) };
}

/** The desk as it would be with the draft as the only version of its plan. */
export function withDraft(desk: Desk, draft: DraftPlan): Desk {
  const [header] = printRules([], desk.language);
  return deskWith(desk, 'rules', [header ?? [], ...draft.rules.map((line) => [draft.plan, draft.version, draft.effective, line.part, line.rule, line.item, numberOrText(line.from), numberOrText(line.value), line.note])]);
}

/** How two versions of a plan differ, rule by rule. */
export interface Difference {
  readonly kind: RuleChange['kind'];
  readonly part: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** What a draft changes against a version that the rules have. */
export function differences(desk: Desk, { draft, version }: { readonly draft: DraftPlan; readonly version: string }): readonly Difference[] {
  const [own, other] = [rulesOf(desk), rulesOf(withDraft(desk, draft))];
  const before = own && findPlan(own.plans, draft.plan)?.versions.find((one) => one.version === version);
  const after = other && findPlan(other.plans, draft.plan)?.versions[0];
  if (!before || !after) return draft.rules.map((line) => ({ kind: 'added', part: line.part, rule: line.rule, before: '', after: cells(line) }));
  return compareRules(before, after).map((change): Difference => {
    const old = change.kind === 'added' ? undefined : change.before;
    const made = change.kind === 'removed' ? undefined : change.after;
    const [oldLine, newLine] = [old, made].map((row) => (row ? linesOf([row], desk.language)[0] : undefined));
    return { kind: change.kind, part: (newLine ?? oldLine)?.part ?? '', rule: (newLine ?? oldLine)?.rule ?? '', before: oldLine ? cells(oldLine) : '', after: newLine ? cells(newLine) : '' };
  });
}

function cells({ item, from, value }: RuleLine): string {
  return [item, from, value].filter((text) => text !== '').join(' · ');
}

/** What writing a draft as a version of its own adds to the rules. A version that is there already is refused. */
export function savePlan(desk: Desk, draft: DraftPlan): Answer<readonly Change[]> {
  const read = rulesOf(desk);
  const view = readDraft(desk, draft);
  const faults = view?.problems.filter(({ severity }) => severity === 'error') ?? [];
  if (faults.length > 0) return { ok: false, problems: faults };
  const known = read && findPlan(read.plans, draft.plan);
  if (known && draft.effective === '') return refuseText(say(desk.language, 'plans.needsDate'));
  if (known?.versions.some(({ version }) => version === draft.version)) return refuse([issue('plan.versionThere', undefined, { plan: draft.plan, version: draft.version })], desk.language);
  const rows = draft.rules.map((line): Row => ({ plan: draft.plan, version: numberOrText(draft.version), effective: draft.effective, part: line.part, rule: line.rule, item: line.item, from: numberOrText(line.from), value: numberOrText(line.value), note: line.note }));
  return { ok: true, value: addRows(desk, 'rules', rows) };
}
