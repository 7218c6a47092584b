import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { add, sum } from '../../amount/exact';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { payeeKey } from '../closed/payee';
import type { Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import { NO_AMOUNTS } from '../settled-row';
import type { StatementAmount } from '../closed/statement-amounts';
import { settledRows } from './summary';
import type { ResultTable } from '../../table/result-table';
import { amountCell, headerRow, reasons, words } from '../../table/result-table';

const AMOUNTS = ['earned', 'reserved', 'held', 'released', 'draw', 'adjustment', 'payable'] as const satisfies readonly StatementAmount[];

/** What payroll pays: a row a person and currency, over all plans, with the ID; the last row is the total of each currency. */
export function payrollView(settlement: Settlement, language: Language): ResultTable {
  const header = headerRow(['col.period', 'col.id', 'col.person', 'col.team', 'col.plans', 'col.earned', 'col.reserved', 'col.held', 'col.released', 'col.draw', 'col.adjustment', 'col.payable', 'col.currency', 'col.why'], language);
  const rows = settledRows(settlement);
  const groups = new Map<string, SettledRow[]>();
  for (const { row } of rows) {
    if (row.kind !== 'person') continue;
    const key = `${payeeKey(row.payee)} ${row.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const period = rows[0]?.period ?? '';
  const body = [...groups.values()].map((own) => payrollRow(period, own, language));
  return [header, ...body, ...totals(period, [...groups.values()].flat(), language)];
}

function payrollRow(period: string, rows: readonly SettledRow[], language: Language): (string | number)[] {
  const [first] = rows;
  if (!first) return [];
  const open = rows.some((row) => row.open);
  const amounts = AMOUNTS.map((name) => (open ? '' : amountCell(sum(rows.map((row) => row.amounts[name])))));
  const plans = rows.length === 1 ? first.plan : rows.map((row) => `${row.plan} ${exactToDisplay(row.amounts.payable, row.decimals)}`).join('; ');
  const why = reasons(rows.length === 1 ? first.why : rows.map((row): Message => ({ code: 'why.ofPlan', params: { plan: row.plan, why: row.why } })), language);
  return [period, first.payee.id, words(first.name, language), first.team, plans, ...amounts, first.currency, why];
}

function totals(period: string, rows: readonly SettledRow[], language: Language): ResultTable {
  const byCurrency = new Map<string, Record<StatementAmount, Exact>>();
  for (const row of rows) {
    if (row.open) continue;
    const known = byCurrency.get(row.currency) ?? NO_AMOUNTS;
    byCurrency.set(row.currency, Object.fromEntries(Object.entries(known).map(([name, amount]) => [name, add(amount, row.amounts[name as StatementAmount])])) as Record<StatementAmount, Exact>);
  }
  const total = render({ code: 'word.total' }, language);
  return [...byCurrency].map(([currency, amounts]) => [period, '', total, '', '', ...AMOUNTS.map((name) => amountCell(amounts[name])), currency, '']);
}
