import type { Exact } from '../../amount/exact';
import { paceOf } from '../../kpi/pace';
import type { WorkCalendar } from '../../kpi/working-days';
import { readWorkCalendar } from '../../kpi/working-days';
import { readBetter } from '../../kpi/words';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { isBlank, quoteCell } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { headerRow, ratioCell } from '../../table/result-table';
import type { Argument, FunctionEntry, Value } from '../function-entry';
import { dateArgument, isOmitted, numberArgument, numberOf, textArgument, toRange } from '../read-arguments';
import { faultOf } from './kpi-score';

/** Where things stand against where they should be by now. */
export const kpipace: FunctionEntry = {
  name: 'KPIPACE',
  purpose: { en: 'Where an indicator stands against where it should be by now, and where it is heading.', zh: '指标当前进度与应达进度对比，并预计全期结果。' },
  parameters: [
    { name: 'actual', kind: 'number', help: { en: 'What has been reached so far.', zh: '至今完成值。' } },
    { name: 'target', kind: 'number', help: { en: 'The target of the whole span.', zh: '全期目标。' } },
    { name: 'start', kind: 'date', help: { en: 'The first day.', zh: '开始日期。' } },
    { name: 'end', kind: 'date', help: { en: 'The last day.', zh: '结束日期。' } },
    { name: 'today', kind: 'date', help: { en: 'The day up to which the actual counts; functions never read the clock.', zh: '实际值统计到哪一天；函数不读取系统时间。' } },
    { name: 'shares', kind: 'range', optional: true, help: { en: 'Seasonal shares: one per month, per equal group of months, or per day.', zh: '季节占比：每月、每几个月或每天一个。' } },
    { name: 'holidays', kind: 'range', optional: true, help: { en: 'Holidays: working days (Monday to Friday without them) count instead of calendar days. A note such as “make-up” or “workday” beside a date makes it a working day; a blank range means that there are none yet.', zh: '假日：改按工作日（周一至周五扣除假日）计算；日期旁注明“班”“补班”“调班”“调休”则为工作日；区域为空表示暂无假日。' } },
    { name: 'better', kind: 'text', optional: true, help: { en: 'higher (default) or lower.', zh: '越高越好（默认）或越低越好。' } },
  ],
  result: { en: 'Expected, Pace (actual ÷ expected), Projected, Required per day, Status: ahead, on track (within 10%) or behind.', zh: '应达进度、进度比（实际 ÷ 应达）、预计全期、每日需完成、状态：领先、正常（±10% 以内）或落后。' },
  examples: [
    { args: [96000, 260000, '2026-06-01', '2026-06-30', '2026-06-12'], result: [['Expected', 'Pace', 'Projected', 'Required per day', 'Status'], [104000, 0.9230769230769231, 240000, 9111.111111111111, 'on track']] },
    { args: [300, 1200, '2026-01-01', '2026-12-31', '2026-03-31', [[1, 1, 1, 3, 3, 3, 3, 3, 3, 1, 1, 1]]], result: [['Expected', 'Pace', 'Projected', 'Required per day', 'Status'], [150, 2, 2400, 3.272727272727273, 'ahead']] },
  ],
  evaluate: ([actual, target, start, end, today, shares, holidays, better], language) => {
    const [value, goal] = [numberArgument(actual, 'actual'), numberArgument(target, 'target')];
    const [first, last, now] = [dateArgument(start, 'start'), dateArgument(end, 'end'), dateArgument(today, 'today')];
    if (!value.ok) return value;
    if (!goal.ok) return goal;
    if (!first.ok) return first;
    if (!last.ok) return last;
    if (!now.ok) return now;
    const [seasons, calendar, direction] = [sharesOf(shares), calendarOf(holidays), textArgument(better, 'better')];
    if (!seasons.ok) return seasons;
    if (!calendar.ok) return calendar;
    if (!direction.ok) return direction;
    const side = readBetter(direction.value);
    if (typeof side !== 'string') return faultOf(side);
    const pace = paceOf({ actual: value.value, target: goal.value, start: first.value, end: last.value, today: now.value, shares: seasons.value, calendar: calendar.value, better: side });
    return pace.ok ? succeed(paceView(pace.value, language)) : pace;
  },
};

function paceView(pace: Extract<ReturnType<typeof paceOf>, { ok: true }>['value'], language: Language): Value {
  return [
    headerRow(['col.expected', 'col.pace', 'col.projected', 'col.required', 'col.status'], language),
    [ratioCell(pace.expected), ratioCell(pace.pace), ratioCell(pace.projected), ratioCell(pace.requiredPerDay), render({ code: `pace.${pace.status}` }, language)],
  ];
}

function sharesOf(argument: Argument): Result<readonly Exact[] | undefined> {
  if (isOmitted(argument)) return succeed(undefined);
  const shares: Exact[] = [];
  for (const cell of toRange(argument).flat()) {
    if (isBlank(cell)) continue;
    const share = numberOf(cell, 'shares');
    if (!share.ok) return share;
    shares.push(share.value);
  }
  return succeed(shares);
}

function calendarOf(argument: Argument): Result<WorkCalendar | undefined> {
  // A range that is still blank asks for working days all the same.
  if (isOmitted(argument) && !hasSeveralCells(argument)) return succeed(undefined);
  const calendar = readWorkCalendar(toRange(argument));
  return 'notDate' in calendar ? fail(issue('argument.date', undefined, { name: 'holidays', found: quoteCell(calendar.notDate) })) : succeed(calendar);
}

function hasSeveralCells(argument: Argument): boolean {
  return toRange(argument).reduce((count, row) => count + row.length, 0) > 1;
}
