import type { Exact } from '../../amount/exact';
import { ZERO, isZero, sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { cellText, isBlankOrZero, matchKey, plainText, quoteCell } from '../../table/cell';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { readMoneyCell } from '../../trade/money-cell';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';
import type { RuleCells, RuleFault } from '../rule-word';
import type { Measure } from './measure';
import { measureText, readMeasure } from './measure';

/** Prizes for the first places of a pay period, of people or of teams, by what they have credited or by another metric. */
export interface RankBonus {
  readonly by: 'person' | 'team';
  /** The places with their prizes, the first place first. */
  readonly prizes: readonly { readonly place: number; readonly amount: Exact }[];
  /** What the places go by; undefined for what the part pays on. */
  readonly metric: Measure | undefined;
  /** Who has less does not qualify, in the currency written with it (blank: payroll currency, or pieces). */
  readonly least: Exact;
  readonly leastCurrency: string;
  /** How a team's prize is shared: by what each has credited, or equally by days. */
  readonly shared: 'credit' | 'equal';
}

const RANK = /(?:rank(?:s|ed)?|places?|top|前|名次|排名|第)\s*(\d{1,3}|[一二三四五六七八九十])\s*(?:(?:\.\.+|…|-|–|—|~|～|to|至|到)\s*(?:第\s*)?(\d{1,3}|[一二三四五六七八九十]))?\s*名?/i;
const BARE = /^(\d{1,3})\s*(?:(?:\.\.+|…|-|–|—|~|～|to|至|到)\s*(\d{1,3}))?\s*名?/i;
const FIRST_ONES = /^(?:top|前)/i;
const DIGITS = '一二三四五六七八九十';
const TEAM = /\bteams?\b|团队|小组/i;
const PERSON = /\b(?:person|people|each)\b|个人|人员/i;
const EQUAL = /\bequal(?:ly)?\b|平均|均分|平分/i;
const LINKS = /\b(?:of|by|in|on|per|for)\b|[按的·:：,，]/gi;
const OWN = new Set(['', 'credit', 'measure', '业绩']);
const MOST_PLACES = 100;

/** Whether the Item of a `bonus` row speaks of places: `rank 1..3`, `top 3`, 第1名, 前3名. */
export function isRank(item: string): boolean {
  return RANK.test(plainText(item));
}

export const rankBonus = ruleWord<RankBonus>({
  name: { en: 'bonus rank', zh: '名次奖' },
  help: {
    en: 'A contest: `bonus` with `rank 1..3` in Item pays the first places of each pay period. Item may name team (else person) and the metric (else what is paid on): `rank 1 team profit`. From: the least to qualify. Value: money for each place, or one a place by `;`. Who tie share the places they take. A team’s prize is shared by credit, or with `equal` by days.',
    zh: '竞赛奖：“奖金”的项目填“第1至3名”，奖励每个结算期的前几名。项目可写明团队（否则个人）和指标（否则按计提基数），如“团队毛利第1名”。起点填参评最低数；数值填每名奖金，或用“；”按名次分列。并列者平分所占名次的奖金。团队奖金按业绩分，写“平均”则按在队天数分。',
  },
  scope: 'part',
  parse,
  sentence: ({ by, prizes, metric, least, leastCurrency }) => ({
    code: by === 'team' ? 'say.rankTeam' : 'say.rank',
    params: {
      places: prizes.map(({ place }) => String(place)),
      amounts: [...new Set(prizes.map(({ amount }) => exactToDisplay(amount)))],
      metric: rankMetricText(metric),
      least: isZero(least) ? '' : ({ code: 'say.rankLeast', params: { least: [exactToDisplay(least), leastCurrency].filter((text) => text !== '').join(' ') } } as const),
    },
  }),
});

/** The metric in words. */
export function rankMetricText(metric: Measure | undefined): Message | string {
  return metric ? measureText(metric) : { code: 'rank.own' };
}

function parse({ item, from, value }: RuleCells): RankBonus | RuleFault {
  const text = plainText(item);
  const found = RANK.exec(text) ?? BARE.exec(text);
  const places = found && placesOf(found);
  if (!found || !places) return ruleFault('item', 'rule.unknownChoice', { found: quoteCell(item), expected: 'rank 1..3 · rank 1 team profit', nearest: '' });
  const rest = text.replace(found[0], ' ');
  const metric = rest.replace(TEAM, ' ').replace(PERSON, ' ').replace(EQUAL, ' ').replace(LINKS, ' ').replace(/\s+/g, ' ').trim();
  const least = isBlankOrZero(from) ? { amount: ZERO, currency: '' } : readMoneyCell(from);
  if (!least) return ruleFault('from', 'rule.notNumber', { found: quoteCell(from) });
  const prizes = prizesOf(value, places);
  if (isRuleFault(prizes)) return prizes;
  return { by: TEAM.test(rest) ? 'team' : 'person', prizes: prizes.list, metric: OWN.has(matchKey(metric)) ? undefined : readMeasure(metric), least: least.amount, leastCurrency: least.currency, shared: EQUAL.test(rest) ? 'equal' : 'credit' };
}

function placesOf([all, one = '', other]: RegExpExecArray): { readonly first: number; readonly last: number } | undefined {
  const number = (text: string): number => (/\d/.test(text) ? Number(text) : DIGITS.indexOf(text) + 1);
  const isCount = FIRST_ONES.test(all) && other === undefined;
  const [first, last] = [isCount ? 1 : number(one), number(other ?? one)];
  return first >= 1 && last >= first && last <= MOST_PLACES ? { first, last } : undefined;
}

/** One amount for each place, or as many as there are places. */
function prizesOf(value: RuleCells['value'], { first, last }: { readonly first: number; readonly last: number }): { readonly list: RankBonus['prizes'] } | RuleFault {
  const count = last - first + 1;
  const texts = typeof value === 'string' ? value.split(/[;；、]/) : [value];
  const amounts = texts.map((text) => readNumber(text));
  const list: Exact[] = [];
  for (const amount of amounts) {
    if (amount === 'blank' || isNumberFault(amount)) return ruleFault('value', 'rule.notNumber', { found: quoteCell(value) });
    if (sign(amount) < 0) return ruleFault('value', 'rule.negative', { found: cellText(value) });
    list.push(amount);
  }
  if (list.length !== 1 && list.length !== count) return ruleFault('value', 'rule.unknownChoice', { found: quoteCell(value), expected: `${count} × …;…`, nearest: '' });
  return { list: Array.from({ length: count }, (_, index) => ({ place: first + index, amount: list[list.length === 1 ? 0 : index] ?? ZERO })) };
}
