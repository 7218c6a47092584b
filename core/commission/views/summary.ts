import type { Exact } from '../../amount/exact';
import { add, ZERO } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { periodText } from '../../table/period';
import type { Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import { payeeKey } from '../closed/payee';
import type { StatementAmount } from '../closed/statement-amounts';
import type { ResultTable } from '../../table/result-table';
import { amountCell, headerRow, reasons, words } from '../../table/result-table';

const AMOUNTS = ['measure', 'earned', 'reserved', 'held', 'released', 'draw', 'adjustment', 'payable'] as const satisfies readonly StatementAmount[];

/** A row a person (and plan), then company and funds, what was not used, and the total. */
export function summaryView(settlement: Settlement, language: Language): ResultTable {
  const header = headerRow(
    ['col.period', 'col.person', 'col.team', 'col.role', 'col.plan', 'col.measure', 'col.earned', 'col.reserved', 'col.held', 'col.released', 'col.draw', 'col.adjustment', 'col.payable', 'col.currency', 'col.why'],
    language,
  );
  const rows = settledRows(settlement);
  const body = rows.map(({ row, period }) => summaryRow(row, period, language));
  return [header, ...body, ...unusedRow(settlement, language), totalRow(settlement, rows.map(({ row }) => row), language)];
}

/** People of every plan first, then company and funds. */
export function settledRows(settlement: Settlement): { row: SettledRow; period: string }[] {
  const all = settlement.plans.flatMap(({ rows, period }) => rows.map((row) => ({ row, period: periodText(period.period) })));
  return [...all.filter(({ row }) => row.kind === 'person'), ...all.filter(({ row }) => row.kind !== 'person')];
}

function summaryRow(row: SettledRow, period: string, language: Language): (string | number)[] {
  const amounts = AMOUNTS.map((name) => (row.open && name !== 'measure' ? '' : amountCell(shown(row, name))));
  return [period, words(row.name, language), row.team, row.role, row.plan, ...amounts, row.currency, reasons(row.why, language)];
}

/** Measures are shown to the cent of the plan; amounts already are. */
function shown(row: SettledRow, name: StatementAmount): Exact {
  return round(row.amounts[name], { decimals: row.decimals, mode: 'half up' });
}

function unusedRow({ unused, plans }: Settlement, language: Language): ResultTable {
  if (unused.length === 0) return [];
  const period = plans[0] ? periodText(plans[0].period.period) : '';
  const text = render({ code: 'row.unused', params: { count: unused.length } }, language);
  const first = unused[0];
  const why: Message = first ? { code: first.code, params: first.params } : { code: 'word.none' };
  return [[period, text, '', '', '', ...AMOUNTS.map(() => ''), '', `${render({ code: 'row.unusedWhy' }, language)} ${render(why, language)}`]];
}

/** The column sums of the rows above: people, company and funds. */
function totalRow(settlement: Settlement, rows: readonly SettledRow[], language: Language): (string | number)[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const sums = AMOUNTS.map((name) => {
    if (currencies.length > 1) return '';
    return amountCell(rows.reduce((total, row) => (row.open && name !== 'measure' ? total : add(total, shown(row, name))), ZERO));
  });
  const open = rows.filter((row) => row.open).length;
  const people = rows.filter(({ kind }) => kind === 'person');
  const funds = rows.filter(({ kind }) => kind === 'fund');
  const paid = (of: readonly SettledRow[]): string => String(amountCell(of.reduce((total, row) => (row.open ? total : add(total, shown(row, 'payable'))), ZERO)));
  const why: Message[] = [{ code: 'total.people', params: { count: new Set(people.map(({ payee }) => payeeKey(payee))).size } }];
  if (funds.length > 0 && currencies.length === 1) why.push({ code: 'total.split', params: { people: paid(people), funds: paid(funds) } });
  if (open > 0) why.push({ code: 'total.open', params: { count: open } });
  if (currencies.length > 1) why.push({ code: 'total.currencies' });
  if (settlement.waiting > 0) why.push({ code: 'total.waiting', params: { count: settlement.waiting } });
  const period = settlement.plans[0] ? periodText(settlement.plans[0].period.period) : '';
  const total = render({ code: 'word.total' }, language);
  return [period, total, '', '', '', ...sums, currencies.length === 1 ? (currencies[0] ?? '') : '', reasons([...why, ...settlement.notes], language)];
}
