import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import type { Issue, Result } from '../../core/table/issue';
import { readPeriod } from '../../core/table/period';
import { bookIssues } from '../../host-port/commands';
import type { Desk } from './desk';

/** How far a settlement is, from 0 to 1. */
export type Progress = (share: number) => void;

/** Settlements that a desk remembers: explaining, writing and closing look at the one that was shown. */
const REMEMBERED = 3;
const settledAt = new WeakMap<Desk, Map<string, Result<Settlement>>>();

/** A period as settled from the workbook on the desk; each is worked out once. */
export function settleDesk(desk: Desk, period: string, progress?: Progress): Result<Settlement> {
  const known = settledAt.get(desk) ?? new Map<string, Result<Settlement>>();
  settledAt.set(desk, known);
  const found = known.get(period);
  if (found) return found;
  const settled = settle(desk.tables, { period: readPeriod(period), ...(progress ? { progress: (done, of) => progress(of === 0 ? 1 : done / of) } : {}) });
  for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size + 1 - REMEMBERED))) known.delete(oldest);
  known.set(period, settled);
  return settled;
}

const issuesAt = new WeakMap<Desk, readonly Issue[]>();

/** Every issue of the workbook, found once. */
export function issuesOf(desk: Desk): readonly Issue[] {
  const found = issuesAt.get(desk) ?? bookIssues(desk.book, desk.tables);
  issuesAt.set(desk, found);
  return found;
}
