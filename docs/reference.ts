import { catalogue } from '../core/catalogue/catalogue';
import type { Argument, FunctionEntry, Value } from '../core/catalogue/function-entry';
import type { Language } from '../core/locale/message';
import { render } from '../core/locale/message';
import { library } from '../core/kpi/library';
import { SOURCES } from '../core/kpi/source';
import { BETTER, ROLLUP } from '../core/kpi/words';
import type { RuleWord } from '../core/rules/rule-word';
import { isRuleFault } from '../core/rules/rule-word';
import type { WordKey } from '../core/rules/words';
import { wordKeys, words } from '../core/rules/words';
import { ruleUsage } from './rule-usage';
import { templates, templateRows } from '../core/rules/templates/templates';
import '../core/rules/say-plan';

/** The reference pages, generated from the vocabulary, the catalogue and the templates. `npm run docs` writes them. */
export function referencePages(language: Language): Readonly<Record<string, string>> {
  return { 'rules.md': rulesPage(language), 'functions.md': functionsPage(language), 'templates.md': templatesPage(language), 'kpi-library.md': libraryPage(language) };
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const RULES_HEAD = {
  en: '# Rule reference\n\nOne row of the Rules table is one rule: Plan · Version · Effective · Part · Rule · Item · From · Value · Note. Words are understood in English and in Chinese. *Without it* is what holds where a plan has no such row; the example is one row, and what the plan page says of it.\n\n| Rule | 中文 | Meaning | Without it | Example: Item · From · Value | Words it knows |\n|---|---|---|---|---|---|\n',
  zh: '# 规则说明\n\n规则表每行一条规则：方案 · 版本 · 生效日 · 部分 · 规则 · 项目 · 起点 · 数值 · 说明。规则词中英文均可。“默认”指方案没有这一行时的算法；示例为一行规则，以及方案页对它的说法。\n\n| 规则 | English | 含义 | 默认 | 示例：项目 · 起点 · 数值 | 可用取值 |\n|---|---|---|---|---|---|\n',
} as const;

function rulesPage(language: Language): string {
  const rows = wordKeys.map((key) => {
    const word = words[key] as RuleWord<object>;
    const choices = Object.values(word.choices?.options ?? {}).map((option) => `${option.en} ${option.zh}`).join(' · ');
    const [own, other] = language === 'zh' ? [word.name.zh, word.name.en] : [word.name.en, word.name.zh];
    return `| \`${own}\` | ${other} | ${cell(word.help[language])} | ${cell(ruleUsage[key]?.without[language] ?? '')} | ${cell(exampleText(key, language))} | ${choices} |`;
  });
  return `${RULES_HEAD[language]}${rows.join('\n')}\n`;
}

/** A row as it is typed, and the sentence that the plan page makes of it. */
export function exampleText(key: WordKey, language: Language): string {
  const [item, from, value] = ruleUsage[key].example[language];
  const word = words[key] as RuleWord<object>;
  const entry = word.parse({ item, rawItem: item, from, value });
  if (isRuleFault(entry)) throw new Error(`the example of ${key} in ${language} cannot be read`);
  const typed = [item, from, value].map((text) => (text === '' ? '–' : `\`${text}\``)).join(' · ');
  return `${typed}${language === 'zh' ? '：' : ': '}${render(word.sentence(entry), language)}`;
}

function functionsPage(language: Language): string {
  const title = language === 'zh' ? '# 函数说明' : '# Function reference';
  return `${[title, ...catalogue.map((entry) => functionSection(entry, language))].join('\n\n')}\n`;
}

function functionSection({ name, purpose, parameters, result, examples }: FunctionEntry, language: Language): string {
  const signature = parameters.map((parameter) => {
    const shown = parameter.shaped ? `⟦${parameter.name}⟧` : parameter.name;
    if (parameter.repeated) return `${shown}, …`;
    return parameter.optional ? `[${shown}]` : shown;
  });
  const list = parameters.map((parameter) => `- \`${parameter.name}\`: ${parameter.help[language]}`);
  const gives = language === 'zh' ? '结果' : 'Gives';
  const shown = examples.map(({ args, result: value }) => `${formula(name, args)}\n${resultText(value)}`);
  return [`## ${name}(${signature.join(', ')})`, purpose[language], list.join('\n'), `${gives}: ${result[language]}`, ['```', shown.join('\n\n'), '```'].join('\n')].join('\n\n');
}

function formula(name: string, args: readonly Argument[]): string {
  return `=${name}(${args.map(argumentText).join(', ')})`;
}

function argumentText(argument: Argument): string {
  if (argument === null || argument === undefined) return '';
  if (Array.isArray(argument)) return `{${argument.map((row) => (Array.isArray(row) ? row.map(argumentText).join(',') : argumentText(row as Argument))).join(';')}}`;
  return typeof argument === 'string' ? `"${argument}"` : String(argument);
}

function resultText(value: Value): string {
  return typeof value === 'object' ? value.map((row) => `→ ${row.join(' | ')}`).join('\n') : `→ ${value}`;
}

function templatesPage(language: Language): string {
  const title = language === 'zh' ? '# 十种分配方式与两种组合\n\n每个模板都是规则表中的几行，改数字即可使用；行与行相加就是组合。样例工作簿中各有一份草稿，可用 `--plan` 点名测算。' : '# The ten ways, and two combinations\n\nEach template is a few rows of the Rules table: change the numbers and use it. Combining is adding rows. The sample workbook has each as a draft that is settled when it is asked for by name (`--plan`).';
  const sections = templates.map((template, index) => {
    const [header = [], ...rows] = templateRows(template, template.name[language], language);
    const kept = [3, 4, 5, 6, 7];
    const line = (row: readonly unknown[]): string => `| ${kept.map((column) => cell(String(row[column] ?? ''))).join(' | ')} |`;
    return [`## ${index + 1}. ${template.name[language]}`, template.purpose[language], [line(header), `|${kept.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')].join('\n\n');
  });
  return `${[title, ...sections].join('\n\n')}\n`;
}

function libraryPage(language: Language): string {
  const zh = language === 'zh';
  const title = zh
    ? `# 外贸销售指标库（${library.length} 项）\n\n挑选后填入指标表：补上权重、目标值和适用对象即可。\`meritsheet kpis --lang zh\` 把整库打印成可粘贴的表格。有数据来源的由订单、行动计划或商机自动计算，其余在实绩表填报；与其他部门共担的，在“适用对象”同时写上该部门，同一数字进两张考核表。`
    : `# Indicators for export sales (${library.length})\n\nPick some, put them into the KPIs table, and fill Weight, Target and For. \`meritsheet kpis\` prints the whole library as a table to paste. Those with a Source are computed from the orders, the plan of work or the pipeline; the others are typed into Actuals. An indicator shared with another department names that department in For too: one figure stands on both cards.`;
  const head = zh ? '| 指标 | 类别 | 单位 | 方向 | 汇总 | 常用计分 | 算法 | 数据来源 | 共担部门 |' : '| KPI | Area | Unit | Better | Rollup | Usual scoring | Formula | Source | Shared with |';
  const rows = library.map((one) => `| ${[one.name, one.area, one.unit, BETTER[one.better], ROLLUP[one.rollup]].map((text) => cell(text[language])).join(' | ')} | \`${one.scoring[language]}\` | ${cell(one.formula[language])} | ${one.source ? SOURCES[one.source][language] : ''} | ${one.sharedWith?.[language] ?? ''} |`);
  return `${[title, '', head, `|${'---|'.repeat(9)}`, ...rows].join('\n')}\n`;
}
