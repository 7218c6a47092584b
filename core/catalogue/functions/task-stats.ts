import { taskGroup, taskGroups } from '../../insight/task-stats';
import type { Task } from '../../insight/tasks';
import { readTasks, tasksOn } from '../../insight/tasks';
import { taskView } from '../../insight/views/task-view';
import { render } from '../../locale/message';
import { dayText } from '../../table/day';
import { succeed } from '../../table/issue';
import { readParticipants } from '../../table/participants-cell';
import { header } from '../../table/schema';
import type { FunctionEntry } from '../function-entry';
import { choiceArgument, dateArgument } from '../read-arguments';
import { tableArgument } from './customer-stats';

const BY = { owner: ['负责人', '人员'], stage: ['环节'], customer: ['客户'], period: ['month', '期间', '月份'] } as const;

/** Progress, overdue and on-time share of the plan of work. */
export const taskstats: FunctionEntry = {
  name: 'TASKSTATS',
  purpose: { en: 'The plan of work: done, on time, overdue, due soon and weighted completion.', zh: '行动计划：完成、按时、逾期、即将到期和加权完成率。' },
  parameters: [
    { name: 'tasks', kind: 'range', help: { en: 'The Plan of work table.', zh: '行动计划表。' } },
    { name: 'today', kind: 'date', help: { en: 'The day as of which to look: what was done later is still open, and open tasks due before it are overdue.', zh: '统计截止日：之后才完成的按未完成计，到期未完成的为逾期。' } },
    { name: 'by', kind: 'text', optional: true, help: { en: 'owner (default), stage, customer, or period (the month of Due).', zh: '按负责人（默认）、环节、客户或期间（截止月份）。' } },
  ],
  result: { en: 'A row per group, then all together: Tasks, Done, Done on time, On-time share (of those done or overdue), Overdue, Due soon (within 7 days), Completion (Σ weight × progress ÷ Σ weight).', zh: '每组一行，最后为全部：任务数、已完成、按时完成、按时率（占已完成与逾期）、逾期、即将到期（7 天内）、完成率（Σ权重×进度÷Σ权重）。' },
  examples: [
    {
      args: [
        [
          ['Task', 'Owner', 'Due', 'Done', 'Progress', 'Weight'],
          ['Visit ACME', 'Amy', '2026-03-10', '2026-03-09', '', 2],
          ['Renew quotation', 'Amy', '2026-03-20', '', '50%', 1],
          ['Send samples', 'Ben', '2026-04-02', '', '', 1],
        ],
        '2026-03-31',
      ],
      result: [
        ['Owner', 'Tasks', 'Done', 'Done on time', 'On-time share', 'Overdue', 'Due soon', 'Completion'],
        ['Amy', 2, 1, 1, 0.5, 1, 0, 0.8333333333333334],
        ['Ben', 1, 0, 0, '', 0, 1, 0],
        ['All', 3, 1, 1, 0.5, 1, 1, 0.625],
      ],
    },
  ],
  evaluate: ([tasks, today, by], language) => {
    const [table, day, group] = [tableArgument(tasks, 'tasks'), dateArgument(today, 'today'), choiceArgument(by, 'by', BY)];
    if (!table.ok) return table;
    if (!day.ok) return day;
    if (!group.ok) return group;
    const read = tasksOn(readTasks(table.value), day.value);
    const key = group.value;
    const groups = taskGroups(read, (task) => groupsOf(task, key), day.value);
    const title = key === 'period' ? render({ code: 'col.period' }, language) : header('tasks', key, language);
    return succeed(taskView(groups, taskGroup(render({ code: 'word.all' }, language), read, day.value), title, table.value.faults, language));
  },
};

function groupsOf(task: Task, by: keyof typeof BY): readonly string[] {
  switch (by) {
    case 'owner':
      return task.owner === '' ? [''] : readParticipants(task.owner, () => false).map(({ name }) => name);
    case 'stage':
      return [task.stage];
    case 'customer':
      return [task.customer];
    case 'period':
      return [task.due === undefined ? '' : dayText(task.due).slice(0, 7)];
  }
}
