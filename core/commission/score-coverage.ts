import { ONE, compare } from '../amount/exact';
import { exactToPercent } from '../amount/text';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { hasPeopleColumn } from '../table/people';
import { hasColumn } from '../table/table';
import { attainmentOf } from './attainment';
import type { PayPeriod } from './engine';
import { isScoreColumn } from './facts';
import type { Ledger } from './ledger';
import { hasScoreColumn, scoreOf, scoreTextOf } from './scores';

/** What a person must know of a score that their pay is made of and that does not rest on the whole card. */
export function scoreReasons(ledger: Ledger, version: PlanVersion, person: number, { period }: PayPeriod): Message[] {
  const { scores } = ledger;
  if (!scores || !version.parts.some((part) => looksAtScores(ledger, part))) return [];
  const coverage = scoreOf(scores, person, period, 'coverage');
  // Cells are read with their signs folded: the Chinese colon is put back.
  const status = (scoreTextOf(scores, person, period, 'status') ?? '').replace(/^不完整:\s*/, '不完整：');
  const open: Message | string = /^(?:incomplete|不完整)/i.test(status) ? { code: 'why.open', params: { status } } : '';
  if (coverage && compare(coverage, ONE) < 0) return [{ code: 'why.coverage', params: { share: exactToPercent(coverage), open } }];
  return open === '' ? [] : [{ code: 'why.incomplete', params: { open } }];
}

/** Whether a part's pay depends on the score, the grade, a KPI's score, or how much of the card they rest on. */
function looksAtScores(ledger: Ledger, part: Part): boolean {
  const { factor, gate, shareBy } = part.rules;
  const isScore = (column: string): boolean => isScoreColumn(column) || (hasScoreColumn(ledger.scores, column) && !hasPeopleColumn(ledger.people, column) && !hasColumn(ledger.orders.table, column));
  if (factor.some(({ gradeFactor, conditions }) => gradeFactor || conditions.some(({ column }) => isScore(column)))) return true;
  if (gate.some(({ on }) => on.kind === 'score' || on.kind === 'kpi' || on.kind === 'coverage')) return true;
  return shareBy.some(({ key }) => key.kind === 'column' && isScore(key.column)) || attainmentOf(ledger, part)?.kind === 'score';
}
