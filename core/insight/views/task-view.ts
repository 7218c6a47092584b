import type { Language } from '../../locale/message';
import type { Issue } from '../../table/issue';
import type { ResultTable } from '../../table/result-table';
import { headerRow, ratioCell, unusedRow } from '../../table/result-table';
import type { TaskGroup } from '../task-stats';

/** A row per owner, stage or month, then all tasks together. */
export function taskView(groups: readonly TaskGroup[], all: TaskGroup, group: string, unused: readonly Issue[], language: Language): ResultTable {
  const header = [group, ...headerRow(['col.tasks', 'col.done', 'col.doneOnTime', 'col.onTimeShare', 'col.overdue', 'col.dueSoon', 'col.completion'], language)];
  const row = (one: TaskGroup): (string | number)[] => [one.group, one.tasks, one.done, one.onTime, ratioCell(one.onTimeShare), one.overdue, one.dueSoon, ratioCell(one.completion)];
  return [header, ...groups.map(row), row(all), ...unusedRow(unused, header.length, language)];
}
