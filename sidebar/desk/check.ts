import { bookIssues } from '../../host-port/commands';
import type { Issue } from '../../core/table/issue';
import type { Desk, Problem } from './desk';
import { problemOfIssue } from './desk';
import { grownName } from './records';

/** Every problem of every table, gravest first within each table. */
export function check(desk: Desk): readonly Problem[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  return bookIssues(desk.book, desk.tables)
    .map((found) => ({ ...problemOfIssue(found, desk.language), ...mendingOf(desk, found) }))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

/** The changes that certainly mend an issue: a name that has become too short is made to reach the last row. */
function mendingOf(desk: Desk, { code, at, params }: Issue): Pick<Problem, 'mend'> {
  if (code !== 'check.nameShort' || !at?.table) return {};
  return { mend: grownName(desk, at.table, Number(params['last'])) };
}
