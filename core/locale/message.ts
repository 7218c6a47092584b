import { checks } from './checks';
import { closingIssues } from './closing-issues';
import { closingTexts } from './closing-texts';
import { explanations } from './explanations';
import { issues } from './issues';
import { kpiIssues } from './kpi-issues';
import { kpiLabels } from './kpi-labels';
import { labels } from './labels';
import { readingIssues } from './reading-issues';
import { ruleSlips } from './rule-slips';
import { sentences } from './sentences';
import { stakes, tableSlips } from './table-slips';

export type Language = 'en' | 'zh';

/** One text in both languages. `{name}` marks where a parameter goes. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

const problems = { ...issues, ...checks, ...ruleSlips, ...tableSlips, ...closingIssues, ...kpiIssues, ...readingIssues };
const texts = { ...labels, ...kpiLabels, ...sentences, ...explanations, ...closingTexts, ...stakes, ...reasonsOf(problems) };

export type MessageCode = keyof typeof labels | keyof typeof kpiLabels | keyof typeof sentences | keyof typeof explanations | keyof typeof closingTexts | keyof typeof stakes | IssueCode;
export type IssueCode = keyof typeof problems;

/** A text to be: its code and what fills its places. It becomes words only where a person reads it. */
export interface Message {
  readonly code: MessageCode;
  readonly params?: Params;
}

export type Params = Readonly<Record<string, Param>>;
export type Param = string | number | Message | readonly (string | Message)[];

/** The words of a message in a language. */
export function render(message: Message, language: Language): string {
  const text: Text | undefined = texts[message.code];
  return text ? fill(text[language], message.params ?? {}, language) : message.code;
}

/** What to do about an issue, in words. */
export function renderFix(code: IssueCode, params: Params, language: Language): string {
  const entry = problems[code];
  return fill(entry.fix[language], params, language);
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
