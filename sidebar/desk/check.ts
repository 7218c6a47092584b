import { bookIssues } from '../../host-port/commands';
import type { Desk, Problem } from './desk';
import { problemOfIssue } from './desk';

/** Every problem of every table, gravest first within each table. */
export function check(desk: Desk): readonly Problem[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  return bookIssues(desk.book, desk.tables)
    .map((found) => problemOfIssue(found, desk.language))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}
