import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, isZero, multiply, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';

/** One task of the plan of work. */
export interface Task {
  readonly name: string;
  readonly owner: string;
  readonly stage: string;
  readonly customer: string;
  readonly due: Day | undefined;
  readonly done: Day | undefined;
  /** 0 to 1; a task that is done is 1. */
  readonly progress: Exact;
  /** As written, for a day before it was done. */
  readonly typedProgress: Exact;
  readonly weight: Exact;
  readonly row: number;
}

/** Reads the plan of work. A blank weight weighs 1; progress is 0 to 1, and 1 for a task with a Done date. */
export function readTasks(table: Table): Task[] {
  const text = (field: string) => textColumn(table, field);
  const [names, owners, stages, customers] = [text('task'), text('owner'), text('stage'), text('customer')];
  const [dues, dones] = [dayColumn(table, 'due'), dayColumn(table, 'done')];
  const [progresses, weights] = [numberColumn(table, 'progress'), numberColumn(table, 'weight')];
  const tasks: Task[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const [progress, weight, done] = [numberAt(progresses, row), numberAt(weights, row), dayAt(dones, row)];
    if (sign(progress) < 0 || compare(progress, ONE) > 0) {
      faultRow(table, row, 'progress', { code: 'task.progress', params: {} });
      continue;
    }
    if (sign(weight) < 0) {
      faultRow(table, row, 'weight', { code: 'rule.negative', params: { found: String(weight.units) } });
      continue;
    }
    tasks.push({
      name: textAt(names, row),
      owner: textAt(owners, row),
      stage: textAt(stages, row),
      customer: textAt(customers, row),
      due: dayAt(dues, row),
      done,
      progress: done === undefined ? progress : ONE,
      typedProgress: progress,
      weight: isZero(weight) ? ONE : weight,
      row,
    });
  }
  return tasks;
}

/**
 * The tasks as they stood at the end of a day. One done later was open: its progress is what was written, and nothing
 * where the whole was written.
 */
export function tasksOn(tasks: readonly Task[], day: Day): Task[] {
  return tasks.map((task) => {
    if (task.done === undefined || task.done <= day) return task;
    return { ...task, done: undefined, progress: compare(task.typedProgress, ONE) === 0 ? ZERO : task.typedProgress };
  });
}

export function isDone({ done, progress }: Task): boolean {
  return done !== undefined || compare(progress, ONE) === 0;
}

/** Done by its due date. A task without a Done date counts as done on time when its progress is whole. */
export function isOnTime(task: Task): boolean {
  if (!isDone(task)) return false;
  return task.done === undefined || task.due === undefined || task.done <= task.due;
}

/** Σ weight × progress ÷ Σ weight; undefined without tasks. */
export function completionOf(tasks: readonly Task[]): Ratio | undefined {
  let [top, bottom] = [ZERO, ZERO];
  for (const { weight, progress } of tasks) {
    top = add(top, multiply(weight, progress));
    bottom = add(bottom, weight);
  }
  return isZero(bottom) ? undefined : { top, bottom };
}
