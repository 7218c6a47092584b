import { civilOf } from './day';
import { plainText } from './cell';
import { readPeriod } from './period';
import type { Period, PeriodKind } from './period';
import { MONTH_NAMES, fullYear, monthOf } from './typed-date';

/** What a header of a table with months across says: which period, of which year if it says one, and what of it. */
export interface PeriodHeader {
  readonly kind: PeriodKind;
  readonly index: number;
  readonly year: number | undefined;
  /** Whether it stands over targets or over actuals, where it says so. */
  readonly role: 'target' | 'actual' | undefined;
  /** A sum of other columns (year to date, a quarter's total) is no period of its own. */
  readonly isSum: boolean;
}

const TARGET = /(?:^|[\s·\-])(?:targets?|plan(?:ned)?|budget|goal|quota)$|(?:目标值?|计划|预算|任务)$/i;
const ACTUAL = /(?:^|[\s·\-])(?:actuals?|sales|achieved|result)$|(?:实际值?|完成|实绩|达成)$/i;
const LEADING_TARGET = /^(?:targets?|plan|budget|goal|quota)(?=[\s·\-])|^(?:目标值?|计划|预算|任务)/i;
const LEADING_ACTUAL = /^(?:actuals?|sales|achieved|result)(?=[\s·\-])|^(?:实际值?|完成|实绩|达成)/i;
const SUM = /(?:^|[\s·\-])(?:ytd|qtd|mtd|total|totals|cumulative|cum|accumulated|sum|avg|average|to date|subtotal)$|^(?:ytd|qtd|total|cumulative|full[\s-]?year|sum of)(?=$|[\s·\-])|(?:累计|合计|小计|总计|汇总|平均|均值)$|^(?:累计|合计|全年|年度合计)/i;

const MONTH = new RegExp(`^(${MONTH_NAMES})\\.?$`, 'i');
const CHINESE_MONTHS: readonly string[] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const QUARTERS: ReadonlyMap<string, number> = new Map(Object.entries<number>({ 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 }));
const YEAR = '(?:FY|CY|财年|财)?[\\s\']*(\\d{4}|\\d{2})(?:\\s*(?:年度?|财年))?';
const YEAR_BEHIND = new RegExp(`^(.+?)[\\s\\-/,.'’]*(?:(?<=[\\s\\-/,.'’年])|(?=FY|'))${YEAR}$`, 'i');
const YEAR_BEFORE = new RegExp(`^${YEAR}[\\s\\-/.]*(.+)$`, 'i');

/** Reads a header such as `2026-03`, `1月份`, `March 2026`, `January FY21`, `Q1 target`; undefined for anything else, `Margin %` and `Market` among it. */
export function readPeriodHeader(header: string): PeriodHeader | undefined {
  const text = plainText(header).replace(/\s+/g, ' ');
  if (text === '' || text.length > 40) return undefined;
  const isTarget = TARGET.test(text) || LEADING_TARGET.test(text);
  const isActual = !isTarget && (ACTUAL.test(text) || LEADING_ACTUAL.test(text));
  const bare = text.replace(isTarget ? TARGET : ACTUAL, '').replace(isTarget ? LEADING_TARGET : LEADING_ACTUAL, '').trim();
  const says = isTarget ? 'target' : 'actual';
  const role = isTarget || isActual ? says : undefined;
  const isSum = SUM.test(bare);
  const found = withYear(isSum ? bare.replace(SUM, '').trim() : bare);
  if (found) return { ...found, role, isSum };
  return isSum ? { kind: 'year', index: 1, year: undefined, role, isSum } : undefined;
}

type Placed = Pick<PeriodHeader, 'kind' | 'index' | 'year'>;

function withYear(text: string): Placed | undefined {
  const whole = wholePeriod(text);
  if (whole) return whole;
  const plain = withoutYear(text);
  if (plain) return { ...plain, year: undefined };
  const [, behind, yearBehind] = YEAR_BEHIND.exec(text) ?? [];
  const first = behind === undefined ? undefined : withoutYear(behind.trim());
  if (first) return { ...first, year: yearOf(yearBehind) };
  const [, yearBefore, before] = YEAR_BEFORE.exec(text) ?? [];
  const second = before === undefined ? undefined : withoutYear(before.trim());
  return second && { ...second, year: yearOf(yearBefore) };
}

function wholePeriod(text: string): Placed | undefined {
  if (/^FY\s?'?\d{2}$/i.test(text)) return { kind: 'year', index: 1, year: 2000 + Number(text.slice(-2)) };
  const reading = readPeriod(text);
  if (typeof reading !== 'object') return undefined;
  if (reading.kind === 'period') return { kind: reading.period.kind, index: reading.period.index, year: reading.period.year };
  if (reading.kind === 'year number') return { kind: 'year', index: 1, year: reading.year };
  // A month typed into a header becomes a date in the hosts.
  const { year, month } = civilOf(reading.day);
  return { kind: 'month', index: month, year };
}

function withoutYear(text: string): { readonly kind: PeriodKind; readonly index: number } | undefined {
  if (MONTH.test(text)) return { kind: 'month', index: monthOf(text) };
  const [, digits, words] = /^(?:0?(\d{1,2})|([一二三四五六七八九十]{1,2}))\s*月份?$/.exec(text) ?? [];
  if (digits !== undefined && Number(digits) >= 1 && Number(digits) <= 12) return { kind: 'month', index: Number(digits) };
  if (words !== undefined && CHINESE_MONTHS.includes(words)) return { kind: 'month', index: CHINESE_MONTHS.indexOf(words) + 1 };
  const [, q, ordinal, q1] = /^(?:Q\s?([1-4])|第?\s?([1-4一二三四])\s?季度?|([1-4])Q|quarter\s?[1-4])$/i.exec(text) ?? [];
  const quarter = q ?? ordinal ?? q1 ?? (/^quarter/i.test(text) ? text.slice(-1) : undefined);
  if (quarter !== undefined) return { kind: 'quarter', index: QUARTERS.get(quarter) ?? Number(quarter) };
  const [, h, half] = /^(?:H\s?([12])|([上下])半年度?)$/i.exec(text) ?? [];
  if (h !== undefined || half !== undefined) return { kind: 'half', index: half === undefined ? Number(h) : (QUARTERS.get(half) ?? 1) };
  return undefined;
}

function yearOf(digits: string | undefined): number | undefined {
  const year = fullYear(digits);
  return year >= 1900 && year <= 2200 ? year : undefined;
}

/** The period of a header in the year that its row or the header itself says. */
export function periodOf({ kind, index, year }: PeriodHeader, rowYear: number | undefined): Period | undefined {
  const of = year ?? rowYear;
  return of !== undefined && of >= 1900 && of <= 2200 ? { kind, year: of, index } : undefined;
}
