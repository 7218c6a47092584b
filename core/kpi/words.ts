import type { Text } from '../locale/message';
import type { Cell } from '../table/cell';
import { cellText, matchKey, quoteCell } from '../table/cell';
import type { Better, ScoringFault } from './scoring/scoring';
import { scoringFault } from './scoring/scoring';

/** What the word cells of the KPIs table may hold. The first of each is the default. */
export const BETTER = {
  higher: { en: 'higher', zh: '越高越好', also: ['high', 'up', 'more', '高', '正向', '望大', '↑', '+'] },
  lower: { en: 'lower', zh: '越低越好', also: ['low', 'down', 'less', '低', '反向', '逆向', '望小', '↓', '-'] },
} as const;

/** What happens to an indicator without an actual. */
export const MISSING = {
  exclude: { en: 'exclude', zh: '不计入', also: ['剔除', '排除'] },
  zero: { en: 'zero', zh: '计零', also: ['零分', '0分'] },
  full: { en: 'full', zh: '满分', also: ['计满分'] },
  blank: { en: 'blank', zh: '不出总分', also: ['空白', '待定'] },
} as const;
export type Missing = keyof typeof MISSING;

/** How months become a quarter, a year, or a team. */
export const ROLLUP = {
  sum: { en: 'sum', zh: '求和', also: ['合计', '累计', 'total'] },
  average: { en: 'average', zh: '平均', also: ['均值', 'avg', 'mean'] },
  last: { en: 'last', zh: '期末值', also: ['最新', '期末', 'latest'] },
  max: { en: 'max', zh: '最大', also: ['最高', 'maximum'] },
  min: { en: 'min', zh: '最小', also: ['最低', 'minimum'] },
  ratio: { en: 'ratio', zh: '比率', also: ['分子比分母', '比值'] },
} as const;
export type Rollup = keyof typeof ROLLUP;

/** Whose figure stands on a card: the person's own, their team's, or the company's. */
export const LEVEL = {
  person: { en: 'person', zh: '个人', also: ['personal', 'own', '本人'] },
  team: { en: 'team', zh: '团队', also: ['department', '部门', '小组'] },
  company: { en: 'company', zh: '公司', also: ['all', '全公司'] },
} as const;
export type Level = keyof typeof LEVEL;

/** Weights that are none: the points of the row come on top of the total. */
const ON_TOP = new Set(['plus', '+', 'ontop', 'add', 'bonus', 'minus', 'deduction', '加分', '加分项', '扣分', '扣分项', '加减分', '加减分项', '附加', '附加分']);

export function isOnTop(cell: Cell): boolean {
  return typeof cell === 'string' && ON_TOP.has(matchKey(cellText(cell)));
}

/** KPI cells that mean no indicator, but the card itself. */
const CARD = new Set(['card', 'cards', 'scorecard', '考核表', '考核卡', '计分卡', '总分']);

export function isCardRow(name: string): boolean {
  return CARD.has(matchKey(name));
}

type WordSet = Readonly<Record<string, Text & { readonly also: readonly string[] }>>;

/** The key of a word in either language; undefined for a blank. */
export function readWord<Key extends string>(text: string, words: Readonly<Record<Key, WordSet[string]>>): Key | ScoringFault | undefined {
  const wanted = matchKey(cellText(text));
  if (wanted === '') return undefined;
  const keys = Object.keys(words) as Key[];
  const found = keys.find((key) => [words[key].en, words[key].zh, ...words[key].also].some((spelling) => matchKey(spelling) === wanted));
  return found ?? scoringFault('scoring', 'kpi.unknownWord', { found: quoteCell(text), expected: keys.map((key) => `${words[key].en} ${words[key].zh}`).join(' · ') });
}

export function readBetter(text: string): Better | ScoringFault {
  return readWord(text, BETTER) ?? 'higher';
}
