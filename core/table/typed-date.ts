/** A date as it was typed: its parts where they are certain, two numbers before a year, or eight digits. */
export type TypedDate =
  | { readonly year: number | undefined; readonly month: number; readonly day: number }
  | { readonly first: number; readonly second: number; readonly year: number; readonly isShort: boolean }
  | { readonly digits: string };

const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries<number>({ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 }));
const NAMES = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const TIME = /[T\s]+(?:[上下]午\s*)?\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[秒分]?\s*(?:[ap]\.?m\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?$/i;

const YEAR_FIRST = /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/;
const CHINESE = /^(?:(\d{4}|\d{2})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
const NAMED_DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s\\-/.,]*(${NAMES})\\.?[\\s\\-/.,'’]*(\\d{4}|\\d{2})$`, 'i');
const NAMED_MONTH_FIRST = new RegExp(`^(${NAMES})\\.?[\\s\\-/.]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,\\-/.]+(\\d{4}|\\d{2})$`, 'i');
const NAMED_YEAR_FIRST = new RegExp(`^(\\d{4})[\\s\\-/.,]*(${NAMES})\\.?[\\s\\-/.,]*(\\d{1,2})$`, 'i');
const YEAR_LAST = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/;

/** Takes a typed date apart; undefined where it is none. A time of day behind it does not matter. */
export function typedDate(text: string): TypedDate | undefined {
  if (text.length > 45) return undefined;
  const bare = text.replace(TIME, '').replace(WEEKDAY, '').trim();
  if (/^\d{8}$/.test(bare)) return { digits: bare };
  const [, year, , month, day] = YEAR_FIRST.exec(bare) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  const chinese = CHINESE.exec(bare);
  if (chinese) return { year: chinese[1] === undefined ? undefined : fullYear(chinese[1]), month: Number(chinese[2]), day: Number(chinese[3]) };
  const dayFirst = NAMED_DAY_FIRST.exec(bare);
  if (dayFirst) return { year: fullYear(dayFirst[3]), month: monthOf(dayFirst[2]), day: Number(dayFirst[1]) };
  const monthFirst = NAMED_MONTH_FIRST.exec(bare);
  if (monthFirst) return { year: fullYear(monthFirst[3]), month: monthOf(monthFirst[1]), day: Number(monthFirst[2]) };
  const yearFirst = NAMED_YEAR_FIRST.exec(bare);
  if (yearFirst) return { year: Number(yearFirst[1]), month: monthOf(yearFirst[2]), day: Number(yearFirst[3]) };
  const pair = YEAR_LAST.exec(bare);
  return pair ? { first: Number(pair[1]), second: Number(pair[3]), year: fullYear(pair[4]), isShort: pair[4]?.length === 2 } : undefined;
}

/** The number of a month by its English name, short or whole. */
export function monthOf(name: string | undefined): number {
  return MONTHS.get((name ?? '').slice(0, 3).toLowerCase()) ?? 0;
}

/** Two digits mean a year of this century. */
export function fullYear(digits: string | undefined): number {
  return digits?.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** The English names of the months as a pattern, short and whole. */
export const MONTH_NAMES = NAMES;
