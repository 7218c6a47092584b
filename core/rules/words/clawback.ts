import type { Exact } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import { matchKey } from '../../table/cell';
import { readPositive, readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Clawback {
  /** `overdue`: From counts days unpaid; otherwise months since the line counted. */
  readonly overdue: boolean;
  readonly from: Exact;
  readonly share: Exact;
}

export const clawback = ruleWord<Clawback>({
  name: { en: 'clawback', zh: '追回' },
  help: { en: 'How much of what was paid a reversal takes back, by months since it counted; or (overdue) while an order is unpaid, by days.', zh: '退款时追回已发的比例（按计提后月数）；或“逾期”未收款时追回的比例（按天数）。' },
  scope: 'part',
  parse: ({ item, from, value }) => {
    const key = matchKey(item);
    if (key !== '' && key !== 'overdue' && key !== '逾期') return ruleFault('item', 'rule.unknownChoice', { found: item, expected: 'overdue 逾期', nearest: '' });
    const since = readPositive(from, 'from');
    if (isRuleFault(since)) return since;
    const share = readShare(value, 'value');
    return isRuleFault(share) ? share : { overdue: key !== '', from: since.value, share: share.value };
  },
  sentence: ({ overdue, from, share }) => ({
    code: overdue ? 'say.clawback.overdue' : 'say.clawback.reversal',
    params: { from: exactToDisplay(from), share: exactToPercent(share) },
  }),
});
