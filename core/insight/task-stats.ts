import type { Ratio } from '../amount/ratio';
import { exactInteger } from '../amount/exact';
import type { Day } from '../table/day';
import type { Task } from './tasks';
import { completionOf, isDone, isOnTime } from './tasks';

/** How the tasks of a person, a stage or a month stand on a day. */
export interface TaskGroup {
  readonly group: string;
  readonly tasks: number;
  readonly done: number;
  readonly onTime: number;
  /** Of the tasks that are done or overdue, the share done by the due date. */
  readonly onTimeShare: Ratio | undefined;
  readonly overdue: number;
  /** Open, and due within seven days. */
  readonly dueSoon: number;
  readonly completion: Ratio | undefined;
}

const SOON = 7;

/** Groups tasks; one of several owners counts for each of them. */
export function taskGroups(tasks: readonly Task[], groupsOf: (task: Task) => readonly string[], today: Day): TaskGroup[] {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    for (const group of groupsOf(task)) groups.set(group, [...(groups.get(group) ?? []), task]);
  }
  return [...groups].map(([group, own]) => taskGroup(group, own, today));
}

export function taskGroup(group: string, tasks: readonly Task[], today: Day): TaskGroup {
  const done = tasks.filter(isDone);
  const onTime = tasks.filter(isOnTime).length;
  const overdue = tasks.filter((task) => !isDone(task) && task.due !== undefined && task.due < today).length;
  const dueSoon = tasks.filter((task) => !isDone(task) && task.due !== undefined && task.due >= today && task.due <= today + SOON).length;
  const judged = done.length + overdue;
  return {
    group,
    tasks: tasks.length,
    done: done.length,
    onTime,
    onTimeShare: judged === 0 ? undefined : { top: exactInteger(onTime), bottom: exactInteger(judged) },
    overdue,
    dueSoon,
    completion: completionOf(tasks),
  };
}
