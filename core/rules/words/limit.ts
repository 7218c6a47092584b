import type { SpanKind } from '../../table/period';
import { cellText, isBlank, isBlankOrZero, matchKey } from '../../table/cell';
import type { Multiple } from '../read-value';
import { multipleText, readMultiple } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';
import type { RuleCells, RuleFault } from '../rule-word';
import { spanOptions } from './tier';

export const levelOptions = {
  line: { en: 'line', zh: '订单行', also: ['每行'] },
  order: { en: 'order', zh: '订单', also: ['每单'] },
  person: { en: 'person', zh: '个人', also: ['每人'] },
  plan: { en: 'plan', zh: '方案' },
  pool: { en: 'pool', zh: '提成池' },
} as const;

export type LimitLevel = keyof typeof levelOptions;

/** A minimum or a maximum, the level at which it acts, and the span it holds for (none: the pay period). */
export interface Limit {
  readonly level: LimitLevel;
  readonly span: Exclude<SpanKind, 'ever'> | undefined;
  readonly amount: Multiple;
}

function parseLimit({ item, value }: RuleCells): Limit | RuleFault {
  const words = item.split(/[\s,，;；/·]+|每(?=[月季年])/).map(matchKey).filter((word) => word !== '' && word !== 'per' && word !== 'a');
  let level: LimitLevel | undefined;
  let span: Limit['span'];
  for (const word of words) {
    const foundLevel = keyOf(levelOptions, word);
    const foundSpan = keyOf(spanOptions, word);
    if (foundLevel !== undefined && level === undefined) level = foundLevel;
    else if (foundSpan !== undefined && foundSpan !== 'ever') span = foundSpan;
    else return ruleFault('item', 'rule.limitLevel', { found: item });
  }
  if (level === undefined) return ruleFault('item', 'rule.limitLevel', { found: item });
  if (span !== undefined && (level === 'line' || level === 'order')) return ruleFault('item', 'rule.limitSpan', { found: item });
  if (isBlank(value)) return ruleFault('value', 'rule.missing', { expected: '0.00' });
  const amount = readMultiple(value, 'value');
  return isRuleFault(amount) ? amount : { level, span, amount: amount.value };
}

function keyOf<Key extends string>(options: Readonly<Record<Key, { en: string; zh: string; also?: readonly string[] }>>, word: string): Key | undefined {
  return (Object.keys(options) as Key[]).find((key) => [options[key].en, options[key].zh, ...(options[key].also ?? [])].some((name) => matchKey(name) === word));
}

function params({ level, span, amount }: Limit) {
  return { amount: multipleText(amount), level: { code: `level.${level}` } as const, span: { code: `span.${span ?? 'pay'}` } as const };
}

export const minimum = ruleWord<Limit>({
  name: { en: 'minimum', zh: '保底' },
  help: { en: 'The least that is paid at a level: line, order, person, plan or pool, and a span (`person year`). A person’s is for the days employed and in the plan. `line` or `order` with 0 covers a loss.', zh: '某层级的最低金额：订单行、订单、个人、方案或提成池，可加周期（“个人 年”）；个人的按在职且适用方案的天数折算。“订单行”或“订单”填 0，即亏损单不倒扣。' },
  scope: 'part',
  parse: parseLimit,
  sentence: (entry) => ({ code: 'say.minimum', params: params(entry) }),
});

export const maximum = ruleWord<Limit>({
  name: { en: 'maximum', zh: '封顶' },
  help: { en: 'The most that is paid at a level: line, order, person, plan or pool, and a span.', zh: '某层级的最高金额：订单行、订单、个人、方案或提成池，可加周期。' },
  scope: 'part',
  parse: (cells) => (isBlankOrZero(cells.value) || cellText(cells.value) === '' ? ruleFault('value', 'rule.maximumZero') : parseLimit(cells)),
  sentence: (entry) => ({ code: 'say.maximum', params: params(entry) }),
});
