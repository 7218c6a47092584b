import { checks } from './checks';
import { closingIssues } from './closing-issues';
import type { closingTexts } from './closing-texts';
import type { contestTexts } from './contest-texts';
import { explanations } from './explanations';
import type { findingIssues } from './finding-issues';
import { issues } from './issues';
import { kpiIssues } from './kpi-issues';
import { kpiLabels } from './kpi-labels';
import { labels } from './labels';
import type { layoutIssues, layoutTexts } from './layout-issues';
import { readingIssues } from './reading-issues';
import type { ruleSlips } from './rule-slips';
import type { sentences } from './sentences';
import type { stepTexts } from './step-texts';
import type { stakes, tableSlips } from './table-slips';
import type { unitTexts } from './unit-texts';

export type Language = 'en' | 'zh';

/** One text in both languages. `{name}` marks where a parameter goes. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What is wrong, and what to do about it. */
export interface Problem {
  readonly problem: Text;
  readonly fix: Text;
}

const known = { ...issues, ...checks, ...closingIssues, ...kpiIssues, ...readingIssues };
const problems: Partial<Record<IssueCode, Problem>> = { ...known };
const texts: Partial<Record<MessageCode, Text>> = { ...labels, ...kpiLabels, ...explanations, ...reasonsOf(known) };

/**
 * Adds what is said of problems that few functions can find. Whoever finds them adds their texts, as a cell's function
 * that only reads a rate should not have to load them: they would be a sixth of what Excel loads first.
 */
export function addProblems(more: Partial<Record<IssueCode, Problem>>): void {
  Object.assign(problems, more);
  Object.assign(texts, reasonsOf(more as Record<IssueCode, Problem>));
}

/** Adds texts of the same kind that are no problems. */
export function addTexts(more: Partial<Record<MessageCode, Text>>): void {
  Object.assign(texts, more);
}

export type MessageCode =
  | keyof typeof labels
  | keyof typeof kpiLabels
  | keyof typeof sentences
  | keyof typeof explanations
  | keyof typeof closingTexts
  | keyof typeof stepTexts
  | keyof typeof unitTexts
  | keyof typeof contestTexts
  | keyof typeof layoutTexts
  | keyof typeof stakes
  | IssueCode;

export type IssueCode = keyof typeof known | keyof typeof ruleSlips | keyof typeof tableSlips | keyof typeof findingIssues | keyof typeof layoutIssues;

/** A text to be: its code and what fills its places. It becomes words only where a person reads it. */
export interface Message {
  readonly code: MessageCode;
  readonly params?: Params;
}

export type Params = Readonly<Record<string, Param>>;
export type Param = string | number | Message | readonly (string | Message)[];

/** The words of a message in a language. */
export function render(message: Message, language: Language): string {
  const text = texts[message.code];
  return text ? fill(text[language], message.params ?? {}, language) : message.code;
}

/** What to do about an issue, in words. */
export function renderFix(code: IssueCode, params: Params, language: Language): string {
  const entry = problems[code];
  return entry ? fill(entry.fix[language], params, language) : '';
}

function fill(text: string, params: Params, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const param = params[name];
    return param === undefined ? place : renderParam(param, language);
  });
}

function renderParam(param: Param, language: Language): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return String(param);
  if ('code' in param) return render(param, language);
  return param
    .map((part) => (typeof part === 'string' ? part : render(part, language)))
    .join(language === 'zh' ? '、' : ', ');
}

function reasonsOf<Code extends string>(entries: Record<Code, { problem: Text }>): Record<Code, Text> {
  const reasons = {} as Record<Code, Text>;
  for (const code of Object.keys(entries) as Code[]) reasons[code] = entries[code].problem;
  return reasons;
}
