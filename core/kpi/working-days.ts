import type { Cell, Range } from '../table/cell';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { isDayFault, readDay } from '../table/day';

/** Which days count as working days: Monday to Friday without holidays, and weekend days that are worked in exchange. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
}

const WORKED = /班|调休|workday|working|make-?up/;
/** Notes that speak of a day off although a word of work is in them. */
const OFF = /放假|休假|休息|不上班|非工作|non-?work|notwork|notaworking|noworking/;

/** Reads dates from a range; a note such as 班, 补班, 调班, 调休, “make-up” or “workday” beside a date makes it a working day. */
export function readWorkCalendar(range: Range): WorkCalendar | { readonly notDate: Cell } {
  const [holidays, worked] = [new Set<Day>(), new Set<Day>()];
  for (const [index, row] of range.entries()) {
    const day = readDay(row[0]);
    if (day === 'blank') continue;
    if (isDayFault(day)) {
      if (index === 0) continue;
      return { notDate: row[0] };
    }
    if (row.slice(1).some(saysWorked)) worked.add(day);
    else holidays.add(day);
  }
  return { holidays, worked };
}

function saysWorked(cell: Cell): boolean {
  const note = matchKey(String(cell ?? ''));
  return WORKED.test(note) && !OFF.test(note);
}

/** Days from one to another, both included: all of them, or the working days. */
export function countDays(first: Day, last: Day, calendar: WorkCalendar | undefined): number {
  if (last < first) return 0;
  if (!calendar) return last - first + 1;
  let count = 0;
  for (let day = first; day <= last; day += 1) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

function isWorkingDay(day: Day, { holidays, worked }: WorkCalendar): boolean {
  if (worked.has(day)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5 && !holidays.has(day);
}
