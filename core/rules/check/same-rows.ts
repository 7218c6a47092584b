import { exactToText } from '../../amount/text';
import { matchKey } from '../../table/cell';
import { boundText } from '../bound';
import type { Condition } from '../condition';
import type { Part } from '../plan';
import type { Rules, WordKey } from '../words';
import type { Finding } from './finding';

/** What makes two rows of a word the same, and what becomes of the second one. */
interface Sameness<Key extends WordKey> {
  readonly word: Key;
  readonly key: (entry: Rules[Key][number]) => string;
  readonly second: 'ignored' | 'added';
  /** What the row says of the case: two that say different things contradict each other. */
  readonly says?: (entry: Rules[Key][number]) => string;
}

function conditionsKey(conditions: readonly Condition[]): string {
  return conditions
    .map(({ column, test }) => {
      const what = test.kind === 'bound' ? boundText(test) : `${test.excludes ? '<>' : '='}${test.patterns.map(({ key }) => key).sort().join(';')}`;
      return `${matchKey(column)}${what}`;
    })
    .sort()
    .join('&');
}

function same<Key extends WordKey>(word: Key, second: 'ignored' | 'added', key: Sameness<Key>['key'], says?: Sameness<Key>['says']): (part: Part) => Finding[] {
  return ({ rules }) => {
    const seen = new Map<string, Rules[Key][number] & { readonly row: number }>();
    const rows: readonly (Rules[Key][number] & { readonly row: number })[] = rules[word];
    return rows.flatMap((entry): Finding[] => {
      const own = key(entry);
      const first = seen.get(own);
      if (first === undefined) {
        seen.set(own, entry);
        return [];
      }
      if (says && says(first) !== says(entry)) return [{ code: 'plan.sameDiffers', row: entry.row, params: { rule: { code: `rule.${word}` }, first: first.row }, severity: 'error' }];
      return [{ code: second === 'ignored' ? 'plan.sameIgnored' : 'plan.sameAdded', row: entry.row, params: { rule: { code: `rule.${word}` }, first: first.row } }];
    });
  };
}

/** Two plain rates are told by `plan.twice`, two tiers from one bound by `plan.tierTwice`. */
const kinds: readonly ((part: Part) => Finding[])[] = [
  same('rate', 'ignored', ({ conditions, row }) => (conditions.length === 0 ? `plain ${row}` : conditionsKey(conditions)), ({ rate }) => `${exactToText(rate.factor)} ${rate.column ?? ''}`),
  same('factor', 'ignored', ({ conditions, gradeFactor }) => (gradeFactor ? 'grade' : conditionsKey(conditions)), ({ factor }) => exactToText(factor)),
  same('creditFactor', 'ignored', ({ conditions }) => conditionsKey(conditions), ({ factor }) => exactToText(factor)),
  same('weight', 'ignored', ({ conditions }) => conditionsKey(conditions)),
  same('minimum', 'ignored', ({ level, span }) => `${level} ${span ?? ''}`),
  same('maximum', 'ignored', ({ level, span }) => `${level} ${span ?? ''}`),
  same('gate', 'ignored', ({ on, least }) => `${on.kind === 'kpi' ? matchKey(on.kpi) : on.kind} ${exactToText(least)}`),
  same('receiptStep', 'ignored', ({ from }) => exactToText(from), ({ counts }) => exactToText(counts)),
  same('clawback', 'ignored', ({ overdue, from }) => `${overdue} ${exactToText(from)}`),
  same('bonus', 'added', ({ per, conditions }) => `${per} ${conditionsKey(conditions)}`),
  same('rankBonus', 'added', ({ by, metric, prizes }) => JSON.stringify([by, metric ?? '', prizes.map(({ place }) => place)])),
  same('tierBonus', 'added', ({ from }) => exactToText(from)),
  same('stage', 'added', ({ stage }) => matchKey(stage)),
  same('stageRate', 'added', ({ stage }) => matchKey(stage)),
  same('override', 'added', ({ level, above }) => `${level} ${exactToText(above)}`),
  same('hold', 'added', ({ until }) => JSON.stringify(until)),
  same('reserve', 'added', ({ fund }) => matchKey(fund)),
  same('shareBy', 'added', ({ key }) => (key.kind === 'column' ? matchKey(key.column) : key.kind)),
  same('column', 'ignored', ({ field }) => matchKey(field)),
  same('deduct', 'added', ({ column }) => matchKey(column)),
];

/** Two rows of a kind that say the same: one is ignored, or both are added up. */
export function sameRows(part: Part): Finding[] {
  return kinds.flatMap((find) => find(part));
}
