import type { Exact } from '../../amount/exact';
import { isZero, negate, sign, sum } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import { periodText } from '../../table/period';
import type { Step } from '../explain';
import type { SettledPlan, Settlement } from '../settle';
import type { SettledRow } from '../settled-row';
import type { KeptLine } from './kept-lines';
import { isOf, linesOfClosing } from './kept-lines';
import { payeeKey } from './payee';
import type { StatementRow } from './statements';

type Say = (message: Message) => string;

/** How a closed period was paid: its lines as they were kept, then every row of the statement, to the sum that was paid. */
export function closedSteps({ ledger }: Settlement, plan: SettledPlan, row: SettledRow, say: Say): Step[] {
  const rows = (plan.closed ?? []).filter((one) => payeeKey(one.payee) === payeeKey(row.payee));
  const lines = linesOfClosing(ledger.keptLines, matchKey(plan.plan.name), plan.period.period).filter((line) => isOf(line, row.payee));
  const own = lines.filter(({ forPeriod, period }) => periodText(forPeriod) === periodText(period));
  const holds = rows.filter(({ kind }) => kind === 'hold');
  const others = rows.filter(({ kind }) => kind !== 'hold').flatMap((one) => rowSteps(one, lines, say));
  const steps = [...own.map((line) => lineStep(line, say)), ...others, ...holdSteps(holds, say)];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const payable = (kind: StatementRow['kind']): Exact => sum(rows.filter((one) => one.kind === kind).map(({ amounts }) => amounts.payable));
  const formula = kinds.map(payable).filter((amount, index) => index === 0 || !isZero(amount)).map((amount, index) => term(exactToDisplay(amount, 2), index === 0)).join('');
  return [...steps, { step: 'result', what: { code: 'step.payable' }, formula: `${formula} = ${exactToDisplay(row.amounts.payable, 2)}`, amount: sum(rows.map(({ amounts }) => amounts.payable)), source: say({ code: 'step.closed' }) }];
}

/** What was held back, a step for each due: the orders it is held of. */
function holdSteps(rows: readonly StatementRow[], say: Say): Step[] {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const key = `${sign(row.amounts.held)} ${row.due} ${periodText(row.forPeriod)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group): Step[] => {
    const [first] = group;
    if (!first) return [];
    const orders = [...new Set(group.map(({ order }) => order))].filter((order) => order !== '').join(', ');
    const what = holdWords(first, orders);
    return [{ step: 'balance', what, formula: '', amount: negate(sum(group.map(({ amounts }) => amounts.held))), source: say({ code: 'source.statements', params: { row: group.map(({ row }) => row).join(', ') } }) }];
  });
}

function holdWords({ due, amounts }: StatementRow, orders: string): Message {
  if (sign(amounts.held) < 0) return { code: 'step.kept.settled', params: { orders } };
  return typeof due === 'number' ? { code: 'step.kept.hold', params: { until: dayText(due), orders } } : { code: 'step.kept.holdReceipt', params: { orders } };
}

function term(amount: string, first: boolean): string {
  const negative = amount.startsWith('-') || amount.startsWith('−');
  const size = amount.replace(/^[-−]/, '');
  if (first) return negative ? `−${size}` : size;
  return negative ? ` − ${size}` : ` + ${size}`;
}

/** A line as it was kept: what it was measured at, the rate and the tier it reached, and what it paid. */
function lineStep(line: KeptLine, say: Say): Step {
  const name = line.line === '' ? line.order : `${line.order}/${line.line}`;
  const what: Message = line.order === '' ? { code: 'step.keptRest', params: { note: line.note } } : noted({ code: 'step.keptLine', params: { order: name, date: line.date } }, line.note);
  const reached = line.tier === '' || line.tier === '0' ? line.rate : say({ code: 'formula.tierReached', params: { rate: line.rate, tier: line.tier } });
  const formula = [say({ code: 'formula.measured', params: { measure: exactToDisplay(line.measure) } }), reached].filter((text) => text !== '').join(' · ');
  return { step: 'line', what, formula: line.order === '' ? '' : formula, amount: line.pay, source: say({ code: 'source.lines', params: { row: line.row } }) };
}

function noted(what: Message, note: string): Message {
  return note === '' ? what : { code: 'step.keptNote', params: { what, note } };
}

/** A row of the statement: what it gave or took. A correction lists the lines it came from. */
function rowSteps(row: StatementRow, lines: readonly KeptLine[], say: Say): Step[] {
  const source = say({ code: 'source.statements', params: { row: row.row } });
  const { amounts } = row;
  const step = (what: Message, amount: Step['amount'], formula = ''): Step => ({ step: 'balance', what, formula, amount, source });
  switch (row.kind) {
    case 'pay':
      return [step({ code: 'step.kept.pay', params: { part: row.part } }, amounts.payable, `${exactToDisplay(amounts.earned, 2)} − ${exactToDisplay(amounts.reserved, 2)} = ${exactToDisplay(amounts.payable, 2)}`)];
    case 'adjustment':
      return [...correctedLines(row, lines, say), step({ code: 'step.kept.adjustment', params: { period: periodText(row.forPeriod), note: row.note } }, amounts.adjustment)];
    case 'manual':
      return [step({ code: 'step.kept.manual', params: { note: row.note } }, amounts.adjustment)];
    case 'release':
      return [step({ code: 'step.kept.release', params: { period: periodText(row.forPeriod), order: row.order } }, amounts.released)];
    case 'draw':
      return [step({ code: 'step.kept.draw' }, amounts.draw)];
    case 'carry':
      return [step({ code: 'step.kept.carry' }, negate(amounts.carried))];
    case 'hold':
    case 'rules':
      return [];
  }
}

function correctedLines(row: StatementRow, lines: readonly KeptLine[], say: Say): Step[] {
  const own = lines.filter((line) => periodText(line.forPeriod) === periodText(row.forPeriod) && periodText(line.period) !== periodText(line.forPeriod));
  return own.map((line) => ({ step: 'line', what: { code: 'step.keptLine', params: { order: line.line === '' ? line.order : `${line.order}/${line.line}`, date: say({ code: 'line.corrected' }) } }, formula: '', amount: line.pay, source: say({ code: 'source.lines', params: { row: line.row } }) }));
}
