import { templateRows, templates } from '../../core/rules/templates/templates';
import type { Desk } from './desk';
import type { RuleLine } from './plans';
import { linesOfPrinted, readDraft } from './plans';
import type { WorkedExample } from './worked-example';
import { workedExample } from './worked-example';

/** A template to begin from. */
export interface TemplateView {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly rules: readonly RuleLine[];
  readonly sentences: readonly string[];
  readonly example: WorkedExample | undefined;
}

/** The ways of sharing commission, each in plain words and worked out over two orders. */
export function planTemplates(desk: Desk): readonly TemplateView[] {
  const { language } = desk;
  return templates.map((template) => {
    const [name, purpose] = [template.name[language], template.purpose[language]];
    const rules = linesOfPrinted(templateRows(template, name, language).slice(1));
    const view = readDraft(desk, { plan: name, version: '', effective: '', rules });
    return { key: template.key, name, purpose, rules, sentences: view?.sentences.map(({ text }) => text) ?? [], example: workedExample(rules, language) };
  });
}
