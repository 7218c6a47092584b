import { comparePlans } from '../../core/commission/compare-plans';
import { periodText, readPeriod } from '../../core/table/period';
import { render } from '../../core/locale/message';
import type { Answer, Desk } from './desk';
import { deskWith, refuse, sourceOf } from './desk';
import type { RuleLine } from './plans';
import { numberOrText, withRows } from './records';
import type { Progress } from './settled';

/** One person, or the total, under the plan as it is and as it might be. */
export interface Effect {
  readonly name: string;
  readonly team: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly difference: number | undefined;
}

export interface WhatIf {
  readonly people: readonly Effect[];
  readonly total: Effect;
}

/** What everyone would earn in a period if a plan had these rules, on the workbook's own orders. */
export function whatIf(desk: Desk, { plan, period, rules }: { readonly plan: string; readonly period: string; readonly rules: readonly RuleLine[] }): Answer<WhatIf> {
  const [table, source] = [desk.tables.byKind.get('rules'), sourceOf(desk, 'rules')];
  const tried = render({ code: 'plan.tried', params: { plan } }, desk.language);
  const rows = rules.map((line) => ({ ...line, plan: tried, from: numberOrText(line.from), value: numberOrText(line.value) }));
  const other = table && source ? deskWith(desk, 'rules', withRows(table, source, rows, desk.language)) : desk;
  const compared = comparePlans(other.tables, readPeriod(period), plan, tried, desk.language);
  if (!compared.ok) return refuse(compared.issues, desk.language);
  const effects = compared.value.slice(1).map(([, name, team, before, after, difference]): Effect => ({ name: String(name), team: String(team), before: amount(before), after: amount(after), difference: amount(difference) }));
  const [total] = effects.slice(-1);
  return total ? { ok: true, value: { people: effects.slice(0, -1), total } } : { ok: false, problems: [] };
}

/** What everyone would have earned from the beginning of the year to a period; periods that the plan did not pay yet are left out. */
export function yearEffect(desk: Desk, { plan, period, rules }: { readonly plan: string; readonly period: string; readonly rules: readonly RuleLine[] }, progress?: Progress): { readonly from: string; readonly difference: number } | undefined {
  const reading = readPeriod(period);
  if (typeof reading !== 'object' || reading.kind !== 'period') return undefined;
  const { kind, year, index } = reading.period;
  let [from, cents] = ['', 0];
  for (let at = 1; at <= index; at += 1) {
    progress?.(at / index);
    const one = periodText({ kind, year, index: at });
    const found = whatIf(desk, { plan, period: one, rules });
    if (!found.ok || found.value.total.difference === undefined) continue;
    if (from === '') from = one;
    cents += Math.round(found.value.total.difference * 100);
  }
  return from === '' ? undefined : { from, difference: cents / 100 };
}

function amount(cell: string | number | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}
