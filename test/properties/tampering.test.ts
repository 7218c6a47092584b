import fc from 'fast-check';
import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import { exactToText } from '../../core/amount/text';
import type { Cell, Range } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { D } from '../oracle/year-facts';
import type { Statements } from './year-closing';
import { NOTHING_CLOSED, closeMonth, figuresOf, settleMonth } from './year-closing';
import type { Year } from './year-generator';
import { yearOf } from './year-generator';
import { PLAIN } from './year-scope';
import { yearTables } from './year-tables';

const RUNS = Math.max(50, Math.floor(Number(process.env['PROPERTY_RUNS'] ?? 1000) / 4));
const CLOSED = ['2026-01', '2026-02', '2026-03'];
const NEXT = '2026-04';

/** What somebody does to the closed sheets. Places are counted round. */
interface Tampering {
  readonly sheet: 'statements' | 'lines';
  readonly how: 'more' | 'other row’s' | 'blank' | 'text' | 'delete' | 'delete closing' | 'duplicate' | 'swap' | 'duplicate elsewhere';
  readonly row: number;
  readonly other: number;
  readonly column: number;
}

const tampering: fc.Arbitrary<Tampering> = fc.record({
  sheet: fc.constantFrom('statements', 'statements', 'lines'),
  how: fc.constantFrom('more', 'other row’s', 'blank', 'text', 'delete', 'delete closing', 'duplicate', 'swap', 'duplicate elsewhere'),
  row: fc.nat(60),
  other: fc.nat(60),
  column: fc.nat(40),
});

/** What comes after closing by design: who voided it, and what its person says to it. */
const LATER = new Set<Cell>(['Voided', 'Confirmation', 'Confirmed by', 'Confirmed on', 'Remark']);

function leavesNoTrace({ statements: [, ...rows], lines: [, ...lines] }: Statements, { sheet, how, row }: Tampering): boolean {
  if (sheet !== 'statements' || how !== 'delete closing') return false;
  const period = String(rows[row % rows.length]?.[0]);
  return rows.every(([other]) => String(other) <= period) && lines.every(([other]) => String(other) !== period);
}

function changed(cell: Cell, by: Cell, how: Tampering['how']): Cell {
  if (how === 'blank') return '';
  if (how === 'other row’s') return by;
  if (how === 'text') return typeof cell === 'number' ? `${cell} ` : `${String(cell)}x`;
  return typeof cell === 'number' ? cell * 2 + 100 : cell === '' ? 100 : cell;
}

function tampered(closed: Statements, { sheet, how, row: at, other: to, column }: Tampering): Statements {
  const [header = [], ...rows] = closed[sheet];
  if (rows.length === 0) return closed;
  const [row, other] = [at % rows.length, to % rows.length];
  const place = column % header.length;
  const put = (made: readonly (readonly Cell[])[]): Statements => ({ ...closed, [sheet]: [header, ...made] as Range });
  const cellsAt = (target: number, value: Cell) => rows.map((cells, index) => (index === target ? cells.map((cell, one) => (one === place ? value : cell)) : cells));
  const key = (cells: readonly Cell[]): Cell => cells[header.indexOf('Period')];
  switch (how) {
    case 'delete':
      return put(rows.filter((_, index) => index !== row));
    case 'delete closing':
      return put(rows.filter((cells) => key(cells) !== key(rows[row]!)));
    case 'duplicate':
      return put([...rows, rows[row]!]);
    case 'duplicate elsewhere':
      return put([...rows, rows[row]!.map((cell, one) => (header[one] === 'Period' || header[one] === 'For period' ? key(rows[other]!) : cell))]);
    case 'swap':
      return put(cellsAt(row, rows[other]![place]).map((cells, index) => (index === other && index !== row ? cells.map((cell, one) => (one === place ? rows[row]![place] : cell)) : cells)));
    default:
      return LATER.has(header[place]) ? closed : put(cellsAt(row, changed(rows[row]![place], rows[other]![place], how)));
  }
}

/** A settlement on the sheets as they are now: the error, or what it pays and what it says. */
function settleOn(tables: readonly Range[], { statements, lines }: Statements): Settlement | undefined {
  const result = settle(recogniseTables([...tables, statements, lines].map((cells) => ({ cells }))), { period: readPeriod(NEXT) });
  if (result.ok) return result.value;
  expect(result.issues.every(({ at }) => at !== undefined)).toBe(true);
  return undefined;
}

function payables({ plans }: Settlement): Map<string, InstanceType<typeof D>> {
  return new Map(plans.flatMap(({ plan, rows }) => rows.map((row) => [`${plan.name} ${row.kind} ${row.person}`, new D(exactToText(row.amounts.payable))] as const)));
}

const said = ({ notes, unused, plans }: Settlement): string => JSON.stringify([notes, unused, plans.map(({ rows }) => rows.map(({ why }) => why))], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

function closedYear({ plans, known }: Year): Statements {
  return CLOSED.reduce((closed, period, at) => closeMonth(settleMonth(yearTables(plans, known[at]!), closed, period), closed), NOTHING_CLOSED);
}

describe('statements that somebody touched after closing', () => {
  it('are refused, or named with nothing more paid for it', () => {
    const scope = { ...PLAIN, holds: true, draws: true, edits: true, moves: true, reserves: true, secondPlan: true };
    fc.assert(
      fc.property(yearOf(scope), fc.array(tampering, { minLength: 4, maxLength: 4 }), (year, ways) => {
        const closed = closedYear(year);
        const tables = yearTables(year.plans, year.known[3]!);
        const honest = settleOn(tables, closed);
        if (!honest) throw new Error('the untouched year is refused');
        for (const way of ways) {
          const touched = tampered(closed, way);
          const now = settleOn(tables, touched);
          if (!now || JSON.stringify([...figuresOf(now)]) === JSON.stringify([...figuresOf(honest)])) continue;
          const [did, before] = [JSON.stringify(way), payables(honest)];
          expect(`${did} said: ${said(now) !== said(honest)}`).toBe(`${did} said: true`);
          // The last closing gone, of a month without order lines: nothing is left that could tell it from a month never closed.
          if (leavesNoTrace(closed, way)) continue;
          const more = [...payables(now)].filter(([who, amount]) => amount.gt(before.get(who) ?? 0)).map(([who, amount]) => `${who} ${before.get(who)?.toString() ?? ''} → ${amount.toString()}`);
          expect(`${did} more paid: ${more.join('; ')}`).toBe(`${did} more paid: `);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('cannot be told from a month that was never closed when the last closing is gone from both sheets: that month is named', () => {
    fc.assert(
      fc.property(yearOf({ ...PLAIN, holds: true, edits: true }), (year) => {
        const closed = closedYear(year);
        const without = (rows: Range): Range => rows.filter((row) => row[rows[0]!.indexOf('Period')] !== CLOSED[2]);
        const now = settleOn(yearTables(year.plans, year.known[3]!), { statements: without(closed.statements), lines: without(closed.lines) });
        expect(now && said(now)).toContain(CLOSED[2]);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
