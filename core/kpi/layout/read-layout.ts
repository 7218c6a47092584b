import type { Exact } from '../../amount/exact';
import { add } from '../../amount/exact';
import { exactToNumber } from '../../amount/text';
import type { Cell, RangeSource } from '../../table/cell';
import { isBlankOrZero, matchKey } from '../../table/cell';
import { civilOf } from '../../table/day';
import { isNoValue } from '../../table/no-value';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { periodText } from '../../table/period';
import type { Period } from '../../table/period';
import { periodOf } from '../../table/period-header';
import type { Grid } from './grid';
import { gridOf } from './grid';
import type { KnownNames, Label, Role } from './labels';
import { besideLabels } from './row-labels';
import type { RowLabel } from './row-labels';
import type { SaidAbove } from './said-above';
import { saidAbove } from './said-above';

/** One figure of a layout: what it is of, and the cell it stands in (counted from 0 within the sheet's range). */
export interface Figure {
  readonly role: 'target' | 'actual';
  readonly person: string;
  readonly kpi: string;
  readonly period: string;
  readonly value: Cell;
  readonly row: number;
  readonly column: number;
}

/** What a layout says of an indicator besides its figures. */
export interface LayoutKpi {
  readonly kpi: string;
  readonly weight?: Cell;
  readonly unit?: string;
  readonly area?: string;
  readonly scoring?: string;
  /** What its target's sign says is better: `≤2%`. */
  readonly better?: 'higher' | 'lower';
}

/** What is asked where the sheet does not say it. */
export type Question = 'period' | 'person' | 'kpi' | 'role';

/** What somebody has answered. */
export interface Answers {
  readonly period?: Period;
  readonly person?: string;
  readonly kpi?: string;
  readonly role?: Role;
}

/** A sheet of figures in whatever layout, read into figures that each stand for themselves. */
export interface Layout {
  readonly figures: readonly Figure[];
  readonly kpis: readonly LayoutKpi[];
  /** What no figure can do without and the sheet does not say. */
  readonly asked: readonly Question[];
  /** Sums, and what is worked out of targets and actuals: not taken. */
  readonly left: number;
  /** Cells that hold no number where one belongs. */
  readonly unread: readonly { readonly row: number; readonly column: number; readonly found: Cell }[];
  /** Cells that say again what another has said. */
  readonly twice: readonly { readonly row: number; readonly column: number }[];
  /** Days were added up into months. */
  readonly addsDays: boolean;
}

/** Reads targets and actuals in rows, side by side, with a column a period, a day or a person, and appraisal forms. */
export function readLayout(source: RangeSource, known: KnownNames, answers: Answers = {}): Layout | undefined {
  const grid = gridOf(source, known);
  if (!grid) return undefined;
  const above = saidAbove(source, grid.top, known);
  const taken = taker(grid, { known, above, answers });
  for (const line of besideLabels(source, grid, known)) for (const { column, label } of grid.figures) taken.take(line, { column, label, cell: source.cells[line.row]?.[column] });
  return taken.layout();
}

interface Said {
  readonly known: KnownNames;
  readonly above: SaidAbove;
  readonly answers: Answers;
}

interface Taken {
  readonly take: (line: RowLabel, at: { readonly column: number; readonly label: Label; readonly cell: Cell }) => void;
  readonly layout: () => Layout;
}

function taker(grid: Grid, said: Said): Taken {
  const figures = new Map<string, Figure & { readonly sum: Exact | undefined }>();
  const kpis = new Map<string, LayoutKpi>();
  const [asked, unread, twice] = [new Set<Question>(), [] as Layout['unread'][number][], [] as Layout['twice'][number][]];
  let [left, addsDays] = [0, false];
  const take: Taken['take'] = (line, { column, label, cell }) => {
    if (isBlankOrZero(cell) || isNoValue(cell)) return;
    const role = label.role ?? line.role;
    if (role === 'other' || label.isSum === true || line.isSum === true) {
      left += 1;
      return;
    }
    const { sign, bare } = withoutSign(cell);
    const reading = readNumber(bare);
    if (reading === 'blank' || isNumberFault(reading)) {
      unread.push({ row: line.row, column, found: cell });
      return;
    }
    const of = dimensions(grid, line, label, said);
    for (const question of ['role', 'person', 'kpi', 'period'] as const) if (of[question] === undefined) asked.add(question);
    const { person, kpi, period } = of;
    if (of.role === undefined || person === undefined || kpi === undefined || period === undefined) return;
    kpis.set(matchKey(kpi), { ...kpis.get(matchKey(kpi)), ...line.about, ...(sign && of.role === 'target' && { better: sign }), kpi });
    const key = [of.role, matchKey(person), matchKey(kpi), period].join('\n');
    const other = figures.get(key);
    const isDay = label.day !== undefined || line.day !== undefined;
    addsDays ||= isDay;
    if (!other) figures.set(key, { role: of.role, person, kpi, period, value: isDay ? exactToNumber(reading) : bare, row: line.row, column, sum: reading });
    else if (isDay && other.sum) {
      const sum = add(other.sum, reading);
      figures.set(key, { ...other, sum, value: exactToNumber(sum) });
    } else twice.push({ row: line.row, column });
  };
  return { take, layout: () => ({ figures: [...figures.values()].map(plainFigure), kpis: [...kpis.values()], asked: [...asked], left, unread, twice, addsDays }) };
}

/** A target as forms write it: `≥95%`, `≤ 2%`. */
function withoutSign(cell: Cell): { readonly sign: LayoutKpi['better']; readonly bare: Cell } {
  const [, sign, rest] = typeof cell === 'string' && cell.length < 40 ? (/^\s*([≤≥<>＜＞])=?\s*(\S.*)$/.exec(cell) ?? []) : [];
  if (sign === undefined || rest === undefined) return { sign: undefined, bare: cell };
  return { sign: /[≤<＜]/.test(sign) ? 'lower' : 'higher', bare: rest };
}

function plainFigure({ role, person, kpi, period, value, row, column }: Figure): Figure {
  return { role, person, kpi, period, value, row, column };
}

interface Dimensions {
  readonly role: 'target' | 'actual' | undefined;
  readonly person: string | undefined;
  readonly kpi: string | undefined;
  readonly period: string | undefined;
}

/** What a figure is of: its column says it before its row, its row before the sheet, and answers fill in the rest. */
function dimensions({ figures, beside }: Grid, line: RowLabel, label: Label, { known, above, answers }: Said): Dimensions {
  const columnKpi = label.kpi ?? (label.rest === '' ? undefined : label.rest);
  const hasKpis = columnKpi !== undefined || line.kpi !== undefined;
  // A name that nobody knows is a person's where the indicator is said elsewhere, else an indicator's.
  const namedPerson = line.rest !== '' && hasKpis && line.person === undefined ? line.rest : undefined;
  const person = label.person ?? line.person ?? namedPerson ?? above.person ?? answers.person;
  const namedKpi = line.rest !== '' && namedPerson === undefined ? line.rest : undefined;
  const only = known.kpis.size === 1 ? [...known.kpis.values()][0] : undefined;
  const kpi = columnKpi ?? line.kpi ?? namedKpi ?? answers.kpi ?? above.kpi ?? only;
  const hasDays = label.day !== undefined || line.day !== undefined;
  const role = label.role ?? line.role ?? answers.role ?? above.role ?? (hasDays ? 'actual' : undefined);
  const isForm = beside.some(({ is }) => is === 'weight') && figures.some((one) => one.label.role !== undefined);
  return { role: role === 'other' ? undefined : role, person, kpi: isForm && line.kpi !== undefined ? line.kpi : kpi, period: periodFor(line, label, above, answers) };
}

function periodFor(line: RowLabel, label: Label, above: SaidAbove, answers: Answers): string | undefined {
  const base = answers.period ?? above.period;
  const year = line.year ?? base?.year ?? above.year;
  const says = label.period ?? line.period;
  const own = says && periodOf(says, year);
  if (says && !own) return undefined;
  const day = label.day ?? line.day;
  if (day && 'date' in day) {
    const { year: ofYear, month } = civilOf(day.date);
    return periodText({ kind: 'month', year: ofYear, index: month });
  }
  const found = own ?? base;
  if (day && found?.kind !== 'month') return undefined;
  return found && periodText(found);
}
