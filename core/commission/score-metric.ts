import type { RankBonus } from '../rules/words/rank-bonus';
import { hasColumn } from '../table/table';
import { orderField } from '../trade/profit';
import { isScoreColumn } from './facts';
import type { Ledger } from './ledger';
import { hasScoreColumn } from './scores';

/** Whether a metric is a figure of the scores: no column of the orders. */
export function isScoreMetric({ orders, scores }: Ledger, { metric }: RankBonus): boolean {
  if (metric?.kind !== 'column' || hasColumn(orders.table, orderField(metric.column))) return false;
  return isScoreColumn(metric.column) || hasScoreColumn(scores, metric.column);
}
