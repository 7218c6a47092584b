import type { Exact } from '../../amount/exact';
import { compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToText } from '../../amount/text';
import { isBlank } from '../../table/cell';
import type { Part, PlanVersion } from '../plan';
import type { WordKey } from '../words';
import type { Finding } from './finding';
import { rowTyped } from './finding';

const LARGE = exactInteger(10);
const SMALL: Exact = { units: 5, scale: 2 };

/** A factor of 110 for 1.1, and of 1.1 % for 110 %. */
export function factorSizes({ rules }: Part): Finding[] {
  const factors = [...rules.factor.filter(({ gradeFactor }) => !gradeFactor).map((one) => ({ ...one, word: 'factor' as const })), ...rules.creditFactor.map((one) => ({ ...one, word: 'creditFactor' as const }))];
  return factors.flatMap(({ factor, row, word }): Finding[] => {
    const isLarge = compare(factor, LARGE) >= 0;
    if (!isLarge && (sign(factor) === 0 || compare(factor, SMALL) >= 0)) return [];
    const meant = isLarge ? { units: factor.units, scale: factor.scale + 2 } : multiply(factor, exactInteger(100));
    return [{ code: 'plan.factorSize', row, params: { rule: { code: `rule.${word}` }, factor: exactToText(factor), meant: exactToText(meant), stake: '' } }];
  });
}

const NEED_VALUE = ['rate', 'tier', 'stageRate', 'override', 'bonus', 'rankBonus', 'tierBonus', 'factor', 'creditFactor', 'weight'] as const satisfies readonly WordKey[];

/** A row without a Value is read as 0: what it would pay or multiply is gone. */
export function blankValues(part: Part, version: PlanVersion): Finding[] {
  return NEED_VALUE.flatMap((word) =>
    part.rules[word].flatMap((entry): Finding[] => {
      const typed = rowTyped(version, entry.row);
      if (!typed || !isBlank(typed.value) || ('gradeFactor' in entry && entry.gradeFactor)) return [];
      return [{ code: 'plan.noValue', row: entry.row, params: { rule: { code: `rule.${word}` } } }];
    }),
  );
}

const MONEY = ['bonus', 'tierBonus', 'minimum', 'maximum', 'draw'] as const satisfies readonly WordKey[];

/** `5%` where money is meant: five hundredths of the currency. */
export function percentForMoney(part: Part, version: PlanVersion): Finding[] {
  return MONEY.flatMap((word) =>
    part.rules[word].flatMap(({ row }): Finding[] => {
      const typed = rowTyped(version, row)?.value;
      if (typeof typed !== 'string' || !/[%％]\s*$/.test(typed)) return [];
      return [{ code: 'plan.percentForMoney', row, params: { rule: { code: `rule.${word}` }, found: typed } }];
    }),
  );
}
