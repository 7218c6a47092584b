import type { Text } from '../../locale/message';
import { matchKey } from '../../table/cell';
import type { PayeeKind } from './payee';

/** What a row of the statements records. `rules` rows keep the rules a closing used and pay nothing. */
export const entryKinds = {
  pay: { en: 'pay', zh: '发放' },
  adjustment: { en: 'adjustment', zh: '更正' },
  manual: { en: 'manual', zh: '手工调整' },
  hold: { en: 'hold', zh: '暂扣' },
  release: { en: 'release', zh: '返还' },
  draw: { en: 'draw', zh: '预支' },
  carry: { en: 'carry', zh: '结转' },
  rules: { en: 'rules', zh: '规则' },
} as const satisfies Record<string, Text>;

export type EntryKind = keyof typeof entryKinds;

const EARLIER_SPELLINGS: readonly (readonly [string, EntryKind])[] = [['调整', 'adjustment'], ['释放', 'release']];

const byText = new Map<string, EntryKind>([
  ...(Object.keys(entryKinds) as EntryKind[]).flatMap((kind) => [entryKinds[kind].en, entryKinds[kind].zh].map((text) => [matchKey(text), kind] as const)),
  ...EARLIER_SPELLINGS,
]);

/** The kind a cell names; a blank is pay; undefined for a word that is none. */
export function readEntryKind(text: string): EntryKind | undefined {
  return text === '' ? 'pay' : byText.get(matchKey(text));
}

export const payeeKinds = {
  person: { en: 'person', zh: '人员' },
  fund: { en: 'fund', zh: '基金' },
  company: { en: 'company', zh: '公司' },
} as const satisfies Record<PayeeKind, Text>;

/** The kind of payee a cell names: 'blank' where it says nothing, undefined for a word that is none. */
export function readPayeeKind(text: string): PayeeKind | 'blank' | undefined {
  if (text === '') return 'blank';
  const kinds = Object.keys(payeeKinds) as PayeeKind[];
  return kinds.find((kind) => [payeeKinds[kind].en, payeeKinds[kind].zh].some((word) => matchKey(word) === matchKey(text)));
}
