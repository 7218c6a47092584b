import { cellText, matchKey } from '../../core/table/cell';
import type { Issue } from '../../core/table/issue';
import type { Desk, Problem } from './desk';
import { problemOfIssue } from './desk';
import { grownName } from './records';
import { issuesOf } from './settled';

/** Every problem of every table, gravest first within each table. */
export function check(desk: Desk): readonly Problem[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  return issuesOf(desk)
    .map((found) => ({ ...problemOfIssue(found, desk.language), ...mendingOf(desk, found) }))
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

/** The changes that certainly mend an issue: a name that has become too short, a rule word or choice that is misspelt. */
function mendingOf(desk: Desk, found: Issue): Pick<Problem, 'mend'> {
  const { code, at, params } = found;
  if (code === 'check.nameShort' && at?.table) return { mend: grownName(desk, at.table, Number(params['last'])) };
  if (code === 'rule.unknownWord' || code === 'rule.unknownChoice') return respelt(desk, found);
  return {};
}

/** The word of the rules that a cell came near to, in its place. Names of people and columns are never guessed. */
function respelt({ book, language }: Desk, found: Issue): Pick<Problem, 'mend'> {
  const { area } = problemOfIssue(found, language);
  const { nearest } = found.params;
  const word = typeof nearest === 'object' && 'code' in nearest && nearest.code === 'word.didYouMean' ? nearest.params?.['word'] : undefined;
  const source = area && book.sheets.find(({ origin }) => origin?.sheet === area.sheet);
  if (!area || !source?.origin || typeof word !== 'string') return {};
  const cell = cellText(source.cells[area.row - source.origin.row]?.[area.column - source.origin.column]);
  if (matchKey(cell) !== matchKey(String(found.params['found']))) return {};
  return { mend: [{ kind: 'write cells', sheet: area.sheet, row: area.row, column: area.column, rows: [[word]] }] };
}
