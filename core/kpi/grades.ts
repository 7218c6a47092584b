import type { Exact } from '../amount/exact';
import { compare, isZero } from '../amount/exact';
import { round } from '../amount/round';
import { matchKey } from '../table/cell';
import type { Table } from '../table/table';
import { faultRow, numberAt, numberColumn, placeOf, textAt, textColumn } from '../table/table';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';

/** One grade: from which score it is given, what factor it carries, and its share where distribution is forced. */
export interface Grade {
  readonly from: Exact;
  readonly name: string;
  readonly factor: Exact;
  readonly share: Exact;
}

/** Grades from the highest bound down. */
export type Grades = readonly Grade[];

/** Reads the Grades table: lower bounds, each grade and bound once. */
export function readGrades(table: Table): Grades {
  const [froms, names] = [numberColumn(table, 'from'), textColumn(table, 'grade')];
  const [factors, shares] = [numberColumn(table, 'factor'), numberColumn(table, 'share')];
  const grades: Grade[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const name = textAt(names, row);
    if (name === '') {
      faultRow(table, row, 'grade', { code: 'cell.missing', params: {} });
      continue;
    }
    const from = numberAt(froms, row);
    if (grades.some((grade) => compare(grade.from, from) === 0 || matchKey(grade.name) === matchKey(name))) {
      faultRow(table, row, 'from', { code: 'grade.twice', params: { grade: name } });
      continue;
    }
    grades.push({ from, name, factor: numberAt(factors, row), share: numberAt(shares, row) });
  }
  return grades.sort((a, b) => compare(b.from, a.from));
}

/** The grade of a score: half-open lower bounds on the score rounded to 2 decimals. Undefined below all of them. */
export function gradeOf(grades: Grades, score: Exact): Grade | undefined {
  const rounded = round(score, { decimals: 2, mode: 'half up' });
  return grades.find((grade) => compare(rounded, grade.from) >= 0);
}

export function gradeNamed(grades: Grades, name: string): Grade | undefined {
  return grades.find((grade) => matchKey(grade.name) === matchKey(name));
}

/** Factors that do not fall with the grade: a lower grade that pays more, or one without a factor. */
export function gradeChecks(table: Table): Issue[] {
  const grades = readGrades(table);
  const factors = textColumn(table, 'grade');
  const rowOf = (grade: Grade): number => factors.codes.findIndex((code) => factors.values[code] === grade.name);
  if (grades.every(({ factor }) => isZero(factor))) return [];
  return grades.flatMap((grade, index) => {
    const above = grades[index - 1];
    if (!above || compare(grade.factor, above.factor) <= 0) return [];
    return [issue('grade.factorRises', placeOf(table, rowOf(grade), 'factor'), { grade: grade.name, above: above.name }, 'warning')];
  });
}
