import type { Cell } from '../../table/cell';
import { cellText, matchKey, plainText } from '../../table/cell';
import { isDayFault, readDay } from '../../table/day';
import type { Day } from '../../table/day';
import type { PeriodHeader } from '../../table/period-header';
import { readPeriodHeader } from '../../table/period-header';

/** What a figure is: agreed, measured, or worked out from the two and not taken. */
export type Role = 'target' | 'actual' | 'other';

/** What a text beside or above figures says of them. */
export interface Label {
  readonly role?: Role;
  readonly period?: PeriodHeader;
  /** A day of the month, or a date. */
  readonly day?: { readonly ofMonth: number } | { readonly date: Day };
  readonly person?: string;
  readonly kpi?: string;
  readonly isSum?: boolean;
  /** What is left and not known. */
  readonly rest: string;
}

/** Names that the workbook knows, by their keys. */
export interface KnownNames {
  readonly holders: ReadonlyMap<string, string>;
  readonly kpis: ReadonlyMap<string, string>;
}

const TARGET = 'targets?|plan(?:ned)?|budget|goal|quota|objective|目标[值数额]?|计划[值数额]?|预算|任务[量数额]?|指标值';
const ACTUAL = 'actuals?|achieved|achievement|results?|sales|performance|实际(?:值|数|额|完成|完成值)?|完成[值数额]?|完成情况|实绩|业绩|达成[值数额]?';
const OTHER = 'differences?|diff|variance|gap|growth|rank(?:ing)?|attainment|completion(?:\\s+rate)?|rate|scores?|rating|差异|差额|差距|差值|缺口|达成率|完成率|完成比例?|完成度|同比|环比|增长率?|增减|排名|得分|评分|自评|上级评分|考核得分|加权得分';
const ROLES: readonly (readonly [Role, string])[] = [['other', OTHER], ['target', TARGET], ['actual', ACTUAL]];
const BEHIND = ROLES.map(([role, words]) => [role, new RegExp(`(?:^|[\\s·:：_/\\-]|(?<=[\\u4e00-\\u9fff0-9]))(?:${words})$`, 'i')] as const);
const BEFORE = ROLES.map(([role, words]) => [role, new RegExp(`^(?:${words})(?=[\\s·:：_/\\-]|[\\u4e00-\\u9fff])`, 'i')] as const);
const SUM = /^(?:grand |sub-?)?(?:totals?|sum|ytd|mtd|average|avg|合计|总计|小计|累计|汇总|平均|均值|全年)$/i;
/** What says nothing by itself. */
const EMPTY = /^(?:考核|本期|本月|当月|当期|月度|季度|年度|monthly|this month|annual|value|数值?|值|额|金额|一|序号|no|#)?$/i;
const UNIT = /\s*[([（【][^()[\]（）【】]{0,12}[)\]）】]\s*$/;
const LONGEST = 60;

/** Reads a label such as `1月目标`, `Amy actual`, `Sales target`, `差额`, 5 (a day), in any mixture. */
export function labelOf(cell: Cell, { holders, kpis }: KnownNames): Label {
  const day = dayOf(cell);
  if (day) return { day, rest: '' };
  const text = plainText(cellText(cell)).replace(/\s+/g, ' ');
  if (text === '' || text.length > LONGEST) return { rest: text };
  const whole = nameOf(text, holders, kpis);
  if (whole) return whole;
  const bare = text.replace(UNIT, '');
  if (/[%％]$/.test(bare)) return { role: 'other', rest: '' };
  const { role, rest } = withoutRole(bare);
  const said = { ...(role && { role }) };
  if (EMPTY.test(rest)) return { ...said, rest: '' };
  if (SUM.test(rest)) return { ...said, isSum: true, rest: '' };
  const name = nameOf(rest, holders, kpis);
  if (name) return { ...said, ...name };
  const period = readPeriodHeader(rest);
  if (period) return { ...said, period, ...(period.isSum && { isSum: true }), rest: '' };
  return { ...said, rest };
}

function nameOf(text: string, holders: KnownNames['holders'], kpis: KnownNames['kpis']): Label | undefined {
  const key = matchKey(text);
  const [kpi, person] = [kpis.get(key), holders.get(key)];
  if (kpi !== undefined) return { kpi, rest: '' };
  return person === undefined ? undefined : { person, rest: '' };
}

function withoutRole(text: string): { readonly role?: Role; readonly rest: string } {
  for (const [patterns, side] of [[BEHIND, 'behind'], [BEFORE, 'before']] as const) {
    for (const [role, pattern] of patterns) {
      if (!pattern.test(text)) continue;
      const rest = text.replace(pattern, '').replace(side === 'behind' ? /[\s·:：_/-]+$/ : /^[\s·:：_/-]+/, '');
      return { role, rest };
    }
  }
  return { rest: text };
}

/** A day: 1 to 31, `5日`, `5号`, or a whole date. */
function dayOf(cell: Cell): Label['day'] {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1 && cell <= 31 ? { ofMonth: cell } : undefined;
  const text = typeof cell === 'string' ? plainText(cell) : '';
  const [, digits] = /^(?:day\s?)?(\d{1,2})\s?[日号]?$/i.exec(text) ?? [];
  if (digits !== undefined && Number(digits) >= 1 && Number(digits) <= 31) return { ofMonth: Number(digits) };
  if (!/\d[-/.年月]\s?\d{1,2}(?:[-/.月]\s?\d{1,2})日?$/.test(text)) return undefined;
  const date = readDay(text);
  return date === 'blank' || isDayFault(date) ? undefined : { date };
}
