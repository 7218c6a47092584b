/// <reference lib="dom" />
import { catalogue } from '../core/catalogue/catalogue';
import type { FunctionEntry } from '../core/catalogue/function-entry';
import type { Language, Text } from '../core/locale/message';
import { words } from '../core/rules/words';
import type { RuleWord } from '../core/rules/rule-word';

const TEXTS = {
  title: { en: 'Meritsheet help', zh: 'Meritsheet 帮助' },
  search: { en: 'Search functions and rules', zh: '搜索函数和规则' },
  functions: { en: 'Functions', zh: '函数' },
  rules: { en: 'Rule words', zh: '规则词' },
  gives: { en: 'Gives', zh: '结果' },
  none: { en: 'Nothing found.', zh: '没有找到。' },
} as const satisfies Record<string, Text>;

/** One thing that help explains: its name, what it is for, and what more there is to say. */
interface Topic {
  readonly name: string;
  readonly purpose: string;
  readonly more: readonly string[];
}

export function helpTopics(language: Language): { readonly functions: readonly Topic[]; readonly rules: readonly Topic[] } {
  return { functions: catalogue.map((entry) => functionTopic(entry, language)), rules: Object.values(words).map((word) => ruleTopic(word as RuleWord<object>, language)) };
}

function functionTopic({ name, purpose, parameters, result }: FunctionEntry, language: Language): Topic {
  const list = parameters.map((parameter) => `${parameter.name}${parameter.optional === true ? '?' : ''}${parameter.repeated === true ? ' …' : ''}: ${parameter.help[language]}`);
  return { name, purpose: purpose[language], more: [...list, `${TEXTS.gives[language]}: ${result[language]}`] };
}

function ruleTopic({ name, help, choices }: RuleWord<object>, language: Language): Topic {
  const options = Object.values(choices?.options ?? {}).map((option) => option[language]);
  return { name: name[language], purpose: help[language], more: options.length > 0 ? [options.join(' · ')] : [] };
}

/** Whether a topic has all words that were searched for. */
export function matchesSearch({ name, purpose, more }: Topic, search: string): boolean {
  const text = [name, purpose, ...more].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** Shows the help in a page: every text as text, searchable, nothing loaded from anywhere. */
export function showHelp(page: Document, language: Language): void {
  page.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US';
  page.title = TEXTS.title[language];
  const topics = helpTopics(language);
  const search = element(page, 'input', '');
  search.type = 'search';
  search.placeholder = TEXTS.search[language];
  search.setAttribute('aria-label', TEXTS.search[language]);
  const list = element(page, 'div', '');
  const fill = (): void => {
    const sections = (['functions', 'rules'] as const).map((key) => section(page, TEXTS[key][language], topics[key].filter((topic) => matchesSearch(topic, search.value))));
    const found = sections.flatMap((one) => (one ? [one] : []));
    list.replaceChildren(...(found.length > 0 ? found : [element(page, 'p', TEXTS.none[language])]));
  };
  search.addEventListener('input', fill);
  fill();
  page.body.replaceChildren(element(page, 'h1', TEXTS.title[language]), search, list);
}

function section(page: Document, title: string, topics: readonly Topic[]): HTMLElement | undefined {
  if (topics.length === 0) return undefined;
  const made = element(page, 'section', '');
  made.append(element(page, 'h2', title), ...topics.map((topic) => topicElement(page, topic)));
  return made;
}

function topicElement(page: Document, { name, purpose, more }: Topic): HTMLElement {
  const details = element(page, 'details', '');
  const list = element(page, 'ul', '');
  list.append(...more.map((text) => element(page, 'li', text)));
  const summary = element(page, 'summary', '');
  summary.append(element(page, 'strong', name), ` ${purpose}`);
  details.append(summary, list);
  return details;
}

function element<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag, text: string): HTMLElementTagNameMap[Tag] {
  const made = page.createElement(tag);
  if (text !== '') made.textContent = text;
  return made;
}
