import type { Exact } from '../amount/exact';
import { ZERO, isZero, negate, subtract } from '../amount/exact';
import { round } from '../amount/round';
import { exactToNumber } from '../amount/text';
import type { Language } from '../locale/message';
import { render } from '../locale/message';
import type { Cell } from '../table/cell';
import { periodText } from '../table/period';
import { fieldsOf } from '../table/schema';
import { checksumOf, sealedText } from './checksum';
import { OVERRIDE_PART } from './plan-pay';
import type { SettledPlan, Settlement } from './settle';
import type { SettledRow } from './settled-row';
import { rulesAsOf } from './settle';
import type { StatementAmount } from './statements';
import { statementAmounts } from './statements';
import { words } from '../table/result-table';

type Amounts = Partial<Record<StatementAmount, Exact>>;

interface Entry {
  readonly kind: 'pay' | 'adjustment' | 'hold' | 'release' | 'draw' | 'carry';
  readonly forPeriod: string;
  readonly part: string;
  readonly order: string;
  readonly amounts: Amounts;
}

const KINDS = {
  pay: { en: 'pay', zh: '发放' },
  adjustment: { en: 'adjustment', zh: '调整' },
  hold: { en: 'hold', zh: '暂扣' },
  release: { en: 'release', zh: '释放' },
  draw: { en: 'draw', zh: '预支' },
  carry: { en: 'carry', zh: '结转' },
} as const;

/** Who closes a period, and when: the caller's clock, for core has none. */
export interface Closing {
  readonly by: string;
  readonly at: string;
}

/**
 * The rows that closing a settlement appends to Statements, without a header: every amount of a person is the sum
 * over their rows, and all rows of one closing carry one checksum. Plans that are closed already add nothing.
 */
export function statementRows(settlement: Settlement, closing: Closing, language: Language): Cell[][] {
  return settlement.plans.flatMap((plan) => (plan.closed ? [] : planRows(plan, closing, language)));
}

function planRows(plan: SettledPlan, closing: Closing, language: Language): Cell[][] {
  const period = periodText(plan.period.period);
  const rows = plan.rows.filter(({ open }) => !open).flatMap((row) =>
    entriesOf(row, period).map((entry) => {
      const cells = new Map<string, Cell>([
        ['period', period],
        ['forPeriod', entry.forPeriod],
        ['kind', KINDS[entry.kind][language]],
        ['person', words(row.name, language)],
        ['plan', row.plan],
        ['part', entry.part === OVERRIDE_PART ? render({ code: 'rule.override' }, language) : entry.part],
        ['order', entry.order],
        ...statementAmounts.map((name): [string, Cell] => [name, exactToNumber(entry.amounts[name] ?? ZERO)]),
        ['currency', row.currency],
        ['rulesAsOf', rulesAsOf(plan)],
        ['checksum', ''],
        ['closedAt', closing.at],
        ['closedBy', closing.by],
      ]);
      return cells;
    }),
  );
  const sum64 = checksumOf(rows.map((cells) => sealedText((field) => cells.get(field))));
  return rows.map((cells) => fieldsOf('statements').map(({ key }) => (key === 'checksum' ? sum64 : cells.get(key))));
}

function entriesOf(row: SettledRow, period: string): Entry[] {
  const entries: Entry[] = [];
  const push = (kind: Entry['kind'], part: string, amounts: Amounts, forPeriod = period, order = ''): void => {
    entries.push({ kind, part, amounts, forPeriod, order });
  };
  if (row.kind !== 'person') {
    const { measure, earned, reserved, payable } = row.amounts;
    push('pay', '', { measure: round(measure, { decimals: row.decimals, mode: 'half up' }), earned, reserved, payable });
    return entries;
  }
  if (row.parts.length === 0) push('pay', '', {});
  for (const part of row.parts) {
    push('pay', part.part, { measure: round(part.measure, { decimals: row.decimals, mode: 'half up' }), earned: part.earned, reserved: part.reserved, payable: subtract(part.earned, part.reserved) });
    for (const { order, amount } of part.holds) push('hold', part.part, { held: amount, payable: negate(amount) }, period, order);
  }
  for (const { amount, period: of } of row.adjustments) push('adjustment', '', { adjustment: amount, payable: amount }, periodText(of));
  for (const { amount, from, order } of row.balances?.released ?? []) push('release', from.part, { released: amount, payable: amount }, periodText(from.period), order);
  if (!isZero(row.amounts.carried)) push('carry', '', { carried: row.amounts.carried, payable: negate(row.amounts.carried) });
  if (!isZero(row.amounts.draw)) push('draw', '', { draw: row.amounts.draw, payable: row.amounts.draw });
  return entries;
}
