import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Grades } from '../../kpi/grades';
import { gradeOf, readGrades } from '../../kpi/grades';
import { isMissingActual } from '../../kpi/actuals';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { readNumber } from '../../table/number-cell';
import { makeTable } from '../../table/make-table';
import { rangeWidth } from '../../table/cell';
import type { Argument, FunctionEntry } from '../function-entry';
import { choiceArgument, isOmitted, numberOf, overRanges, toRange } from '../read-arguments';
import { GRADES } from './kpi-tables';

const RESULTS = { grade: ['等级'], factor: ['系数'] } as const;

/** The grade of a score, or its factor. */
export const kpigrade: FunctionEntry = {
  name: 'KPIGRADE',
  purpose: { en: 'The grade of a score, or the factor it carries.', zh: '得分对应的等级或系数。' },
  parameters: [
    { name: 'score', kind: 'number', shaped: true, help: { en: 'The score; it is rounded to 2 decimals, half up, and bounds belong to the grade they begin.', zh: '得分；先四舍五入到两位小数，正好等于起点归入该等级。' } },
    { name: 'grades', kind: 'range', help: { en: 'The Grades table: from, grade, factor. A header row is allowed.', zh: '等级表：起点、等级、系数，可含表头。' } },
    { name: 'result', kind: 'text', optional: true, help: { en: 'grade (default) or factor.', zh: '等级（默认）或系数。' } },
  ],
  result: { en: 'The grade as text, or the factor.', zh: '等级文本或系数。' },
  examples: [
    { args: [92.5, GRADES], result: 'A' },
    { args: [[[89.994], [89.995], [75]], GRADES], result: [['B'], ['A'], ['B']] },
    { args: [60, GRADES, 'factor'], result: 0.8 },
  ],
  evaluate: ([score, grades, result]) => {
    if (isOmitted(score)) return fail(issue('argument.missing', undefined, { name: 'score' }));
    if (isOmitted(grades)) return fail(issue('argument.missing', undefined, { name: 'grades' }));
    const [wanted, known] = [choiceArgument(result, 'result', RESULTS), gradesOf(grades)];
    if (!wanted.ok) return wanted;
    if (!known.ok) return known;
    return overRanges([score], ['score'], ([cell]): Result<Exact | string> => {
      if (isMissingActual(cell)) return succeed('');
      const value = numberOf(cell, 'score');
      if (!value.ok) return value;
      const found = gradeOf(known.value, value.value);
      if (!found) return fail(issue('grade.none', undefined, { found: exactToDisplay(value.value) }));
      return succeed(wanted.value === 'grade' ? found.name : found.factor);
    });
  },
};

/** Grades from a range with or without its header row. */
function gradesOf(argument: Argument): Result<Grades> {
  const rows = toRange(argument).filter((row) => row.some((cell) => cell !== null && cell !== undefined && cell !== ''));
  if (rangeWidth(rows) < 2) return fail(issue('grade.table', undefined));
  const first = readNumber(rows[0]?.[0]);
  const hasHeader = first === 'not a number';
  const cells = hasHeader ? rows : [['From', 'Grade', 'Factor'].slice(0, Math.min(3, rangeWidth(rows))), ...rows];
  const table = makeTable('grades', { cells }, new Map());
  if (!table.columns.has('from') || !table.columns.has('grade')) return fail(issue('grade.table', undefined));
  const grades = readGrades(table);
  if (table.faults.length > 0) return fail(...table.faults);
  return grades.length > 0 ? succeed(grades) : fail(issue('grade.table', undefined));
}
