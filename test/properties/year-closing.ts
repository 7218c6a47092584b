import { explainPerson } from '../../core/commission/explain';
import { closingRows } from '../../core/commission/closed/close';
import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import { linesView } from '../../core/commission/views/lines';
import { exactToText } from '../../core/amount/text';
import type { Cell, Range } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { fieldsOf } from '../../core/table/schema';
import { D } from '../oracle/year-facts';

/** The one place where the suite of the year touches the product: settling, closing, and what is read off a settlement. */
export interface Statements {
  readonly statements: Range;
  readonly lines: Range;
}

const headerOf = (table: 'statements' | 'statementLines'): Cell[] => fieldsOf(table).map(({ en }) => en);

export const NOTHING_CLOSED: Statements = { statements: [headerOf('statements')], lines: [headerOf('statementLines')] };

export function settleMonth(tables: readonly Range[], closed: Statements, period: string): Settlement {
  const result = settle(recogniseTables([...tables, closed.statements, closed.lines].map((cells) => ({ cells }))), { period: readPeriod(period) });
  if (!result.ok) throw new Error(`${period}: ${JSON.stringify(result.issues[0])}`);
  return result.value;
}

/** The statements and their lines after a settlement is closed. */
export function closeMonth(settlement: Settlement, closed: Statements): Statements {
  const { statements, lines } = closingRows(settlement, { by: 'Finance', at: '2027-01-01' }, 'en');
  return { statements: [...closed.statements, ...statements], lines: [...closed.lines, ...lines] };
}

/** The figures of a person; `kept` is what was held back less what was given back. */
export const FIGURES = ['earned', 'reserved', 'kept', 'draw', 'adjustment', 'payable', 'carried'] as const;
export type Figures = Readonly<Record<(typeof FIGURES)[number], string>>;

/** What a settlement says, by plan and person (by ID), as decimal texts; people without a row are absent. */
export function figuresOf({ plans, ledger }: Settlement): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const { plan, rows } of plans) {
    for (const row of rows) {
      const who = row.kind === 'person' ? (ledger.people.persons[row.person]?.id ?? '') : row.kind;
      if (row.open) throw new Error(`${plan.name} ${who}: open, ${JSON.stringify(row.why)}`);
      const amount = (name: keyof typeof row.amounts): InstanceType<typeof D> => new D(exactToText(row.amounts[name]));
      const kept = amount('held').minus(amount('released'));
      figures.set(`${plan.name} ${who}`, Object.fromEntries(FIGURES.map((name) => [name, (name === 'kept' ? kept : amount(name)).plus(0).toString()])) as Figures);
    }
  }
  return figures;
}

/** What an explanation adds up to, and what the lines do, by plan and person. */
export function explainedOf(settlement: Settlement): Map<string, { payable: string; earned: string }> {
  const [, ...lines] = linesView(settlement, 'en');
  const explained = new Map<string, { payable: string; earned: string }>();
  for (const plan of settlement.plans) {
    for (const row of plan.rows.filter(({ kind }) => kind === 'person')) {
      const person = settlement.ledger.people.persons[row.person];
      const results = explainPerson(settlement, plan, row, 'en').filter(({ step }) => step === 'result');
      const payable = results.reduce((sum, { amount }) => sum.plus(amount ? exactToText(amount) : 0), new D(0));
      const earned = lines.filter((line) => line[1] === person?.label && line[2] === plan.plan.name).reduce((sum, line) => sum.plus(Number(line[10])), new D(0));
      explained.set(`${plan.plan.name} ${person?.id ?? ''}`, { payable: payable.toString(), earned: earned.toString() });
    }
  }
  return explained;
}

/** A cell of a statement row, by its header. */
export function cellOf({ statements: [header = []] }: Statements, row: readonly Cell[], name: string): Cell {
  return row[header.indexOf(name)];
}
