import type { RoundingMode } from '../../amount/round';
import { cellText, isBlank } from '../../table/cell';
import { readChoice, readExact } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export const roundOptions = {
  'half up': { en: 'half up', zh: '四舍五入' },
  'half even': { en: 'half even', zh: '四舍六入五成双', also: ['banker', '银行家舍入'] },
  down: { en: 'down', zh: '舍去', also: ['truncate', '去尾'] },
  up: { en: 'up', zh: '进位', also: ['进一'] },
} as const;

export interface RoundRule {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

export const round = ruleWord<RoundRule>({
  name: { en: 'round', zh: '取整' },
  help: { en: 'Item: decimals; Value: half up, half even, down or up. Once, at the end.', zh: '项目填小数位数，数值填四舍五入、四舍六入五成双、舍去或进位；只在最后取整一次。' },
  scope: 'plan',
  single: true,
  choices: { column: 'value', options: roundOptions },
  parse: ({ item, rawItem, value }) => {
    const decimals = isBlank(rawItem) ? { value: { units: 2, scale: 0 } } : readExact(rawItem, 'item');
    if (isRuleFault(decimals)) return decimals;
    const places = Number(decimals.value.units);
    if (decimals.value.scale !== 0 || places < 0 || places > 6) return ruleFault('item', 'rule.decimals', { found: item });
    if (isBlank(value) || cellText(value) === '') return { decimals: places, mode: 'half up' };
    const choice = readChoice(value, roundOptions, 'value');
    return isRuleFault(choice) ? choice : { decimals: places, mode: choice.key };
  },
  sentence: ({ decimals, mode }) => ({ code: 'say.round', params: { decimals, mode: { code: `round.${mode}` } } }),
});
