import { columnLetters } from '../core/table/cell';
import { columnNumber } from '../host-port/reference';

const [MOST_ROWS, MOST_COLUMNS] = [1048576, 16384];

/** What of a formula may hold references: not texts, not quoted sheets, not the inside of brackets, not names of functions. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|(?<![A-Za-z0-9_.$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_(.!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_(.!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![A-Za-z0-9_.]))/g;

/** A formula as it reads some rows and columns further: what a shared formula means in another of its cells. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string | undefined => {
    const moved = columnNumber(letters) + (fixed === '$' ? 0 : columns);
    return moved >= 1 && moved <= MOST_COLUMNS ? `${fixed}${columnLetters(moved)}` : undefined;
  };
  const row = (fixed: string, digits: string): string | undefined => {
    const moved = Number(digits) + (fixed === '$' ? 0 : rows);
    return moved >= 1 && moved <= MOST_ROWS ? `${fixed}${moved}` : undefined;
  };
  return formula.replace(TOKENS, (whole: string, ...groups: (string | undefined)[]) => {
    const [f1, c1, f2, r1, fa, ca, fb, cb, fx, rx, fy, ry] = groups;
    if (c1 !== undefined && r1 !== undefined) return pair(column(f1 ?? '', c1), row(f2 ?? '', r1), '');
    if (ca !== undefined && cb !== undefined) return pair(column(fa ?? '', ca), column(fb ?? '', cb), ':');
    if (rx !== undefined && ry !== undefined) return pair(row(fx ?? '', rx), row(fy ?? '', ry), ':');
    return whole;
  });
}

function pair(one: string | undefined, other: string | undefined, between: string): string {
  return one === undefined || other === undefined ? '#REF!' : `${one}${between}${other}`;
}
