import type { Task } from '../../insight/tasks';
import { completionOf, isDone, isOnTime } from '../../insight/tasks';
import { shareOfCount } from './customer-actuals';
import type { Measured } from './measured';

/** Of the tasks due in a period: Σ weight × progress ÷ Σ weight. */
export function taskCompletion(due: readonly Task[]): Measured {
  return { value: completionOf(due), of: undefined, faults: [], notes: [{ code: 'note.tasks', params: { done: due.filter(isDone).length, count: due.length } }] };
}

/** Of the tasks due in a period, the share done by their due date. */
export function tasksOnTime(due: readonly Task[]): Measured {
  return shareOfCount(due.filter(isOnTime).length, due.length);
}
