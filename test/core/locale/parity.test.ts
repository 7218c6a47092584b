import { catalogue } from '../../../core/catalogue/catalogue';
import { checks } from '../../../core/locale/checks';
import { closingIssues } from '../../../core/locale/closing-issues';
import { closingTexts } from '../../../core/locale/closing-texts';
import { contestTexts } from '../../../core/locale/contest-texts';
import { explanations } from '../../../core/locale/explanations';
import { findingIssues } from '../../../core/locale/finding-issues';
import { layoutIssues, layoutTexts } from '../../../core/locale/layout-issues';
import { issues } from '../../../core/locale/issues';
import { kpiIssues } from '../../../core/locale/kpi-issues';
import { readingIssues } from '../../../core/locale/reading-issues';
import { kpiLabels } from '../../../core/locale/kpi-labels';
import { labels } from '../../../core/locale/labels';
import type { Text } from '../../../core/locale/message';
import { ruleSlips } from '../../../core/locale/rule-slips';
import { sentences } from '../../../core/locale/sentences';
import { stepTexts } from '../../../core/locale/step-texts';
import { unitTexts } from '../../../core/locale/unit-texts';
import { stakes, tableSlips } from '../../../core/locale/table-slips';
import { templates } from '../../../core/rules/templates/templates';
import { words } from '../../../core/rules/words';
import { schemas } from '../../../core/table/schema';

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const all: [string, Text][] = [
  ...Object.entries({ ...labels, ...kpiLabels, ...sentences, ...explanations, ...closingTexts, ...stepTexts, ...unitTexts, ...contestTexts, ...layoutTexts, ...stakes }),
  ...Object.entries({ ...issues, ...checks, ...ruleSlips, ...tableSlips, ...kpiIssues, ...readingIssues, ...findingIssues, ...layoutIssues, ...closingIssues }).flatMap(([code, { problem, fix }]): [string, Text][] => [[code, problem], [`${code} fix`, fix]]),
  ...Object.entries(words).flatMap(([key, { name, help }]): [string, Text][] => [[key, name], [`${key} help`, help]]),
  ...catalogue.flatMap(({ name, purpose, result, parameters }): [string, Text][] => [[name, purpose], [`${name} result`, result], ...parameters.map((parameter): [string, Text] => [`${name} ${parameter.name}`, parameter.help])]),
  ...templates.flatMap(({ key, name, purpose }): [string, Text][] => [[key, name], [`${key} purpose`, purpose]]),
  ...Object.values(schemas).flatMap(({ fields }) => fields.map((field): [string, Text] => [field.key, field])),
];

describe('every text', () => {
  it.each(all)('%s exists in English and in Chinese with the same places', (_code, { en, zh }) => {
    expect(en.length).toBeGreaterThan(0);
    expect(zh.length).toBeGreaterThan(0);
    expect(places(zh)).toEqual(places(en));
    expect(en).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  it('within the limits that hosts set for function metadata', () => {
    for (const { name, purpose, parameters } of catalogue) {
      expect(name).toMatch(/^[A-Z]{3,64}$/);
      for (const text of [purpose, ...parameters.map(({ help }) => help)]) expect(Math.max(text.en.length, text.zh.length)).toBeLessThanOrEqual(1024);
      for (const parameter of parameters) expect(parameter.name.length).toBeLessThanOrEqual(64);
    }
  });
});
