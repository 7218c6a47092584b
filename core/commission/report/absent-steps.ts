import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { dayText } from '../../table/day';
import { periodText } from '../../table/period';
import type { Settlement } from '../settle';
import type { Step } from './step';

/** Why somebody who is in People has no row in a settlement: gone before it, not there yet, of no plan, or closed without one. */
export function absentSteps({ ledger, plans, period }: Settlement, person: number, language: Language): Step[] {
  const found = ledger.people.persons[person];
  if (!found) return [];
  const first = Math.min(...plans.map((plan) => plan.period.first));
  const last = Math.max(...plans.map((plan) => plan.period.last));
  const params = { name: found.label, period: periodText(period) };
  const because = (what: Message, ...rows: readonly number[]): Step => ({
    step: 'result',
    what,
    formula: '',
    amount: undefined,
    source: rows.map((row) => render({ code: 'source.people', params: { row: ledger.people.table.rowNumbers[row] ?? 0 } }, language)).join(', '),
  });
  const named = plans.map(({ plan }) => plan.name).join(language === 'zh' ? '、' : ', ');
  if (found.left !== undefined && found.left < first) return [because({ code: 'absent.left', params: { ...params, day: dayText(found.left) } }, ...found.rows.slice(-1))];
  if (found.joined !== undefined && found.joined > last) return [because({ code: 'absent.notJoined', params: { ...params, day: dayText(found.joined) } }, ...found.rows.slice(0, 1))];
  if (plans.every(({ closed }) => closed !== undefined)) return [because({ code: 'absent.closed', params })];
  return [because({ code: 'absent.noPlan', params: { ...params, plans: named } }, ...found.rows.slice(-1))];
}
