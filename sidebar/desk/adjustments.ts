import { exactFromText } from '../../core/amount/text';
import { readAdjustments } from '../../core/commission/closed/adjustments';
import { readPlans } from '../../core/rules/read-plans';
import { matchKey } from '../../core/table/cell';
import { issue } from '../../core/table/issue';
import { readPeople } from '../../core/table/people';
import { CALENDAR_MONTHS } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { fieldsOf } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { addRows, numberOrText } from './records';

/** An amount added or taken by hand, as a person fills it in. */
export interface AdjustmentForm {
  readonly period: string;
  readonly person: string;
  /** Blank for no plan in particular. */
  readonly plan: string;
  readonly amount: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly date: string;
}

/** What adds an adjustment below the Adjustments table; refused where a field is missing or means nothing, as the settlement would. */
export function addAdjustment(desk: Desk, { form }: { readonly form: AdjustmentForm }): Answer<readonly Change[]> {
  const [people, rules] = [desk.tables.byKind.get('people'), desk.tables.byKind.get('rules')];
  if (!people) return refuse([issue('need.table', undefined, { table: { code: 'table.people' }, known: { code: 'word.none' } })], desk.language);
  const known = readPeople(people);
  const person = known.persons[known.byKey.get(matchKey(form.person))?.[0] ?? -1];
  const amount = exactFromText(form.amount.replaceAll(',', '')) ? numberOrText(form.amount.replaceAll(',', '')) : form.amount;
  const row = { period: form.period, id: person?.id ?? '', person: form.person, plan: form.plan, amount, reason: form.reason, approvedBy: form.approvedBy, date: form.date };
  const fields = fieldsOf('adjustments');
  const { byKind } = recogniseTables([{ cells: [fields.map(({ en }) => en), fields.map(({ key }) => row[key as keyof typeof row])] }]);
  const table = byKind.get('adjustments');
  if (!table) return refuse([issue('cell.missing', undefined)], desk.language);
  readAdjustments(table, { people: known, plans: rules ? readPlans(rules).plans : [], calendar: CALENDAR_MONTHS, pays: 'month' });
  if (table.faults.length > 0) return refuse(table.faults, desk.language);
  return { ok: true, value: addRows(desk, 'adjustments', [row]) };
}
