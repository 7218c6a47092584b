import { cellText, matchKey } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

/** Which day opens a month, and which month opens the year. */
export interface CalendarRule {
  readonly firstDay?: number;
  readonly firstMonth?: number;
}

export const calendar = ruleWord<CalendarRule>({
  name: { en: 'calendar', zh: '周期日历' },
  help: { en: 'month; `from day 26` (26th to 25th); `fiscal year from 4` (the year begins in April).', zh: '自然月；“从26日”（26 日至次月 25 日）；“财年从4月”。' },
  scope: 'plan',
  parse: ({ value }) => {
    const key = matchKey(cellText(value));
    if (key === 'month' || key === '月' || key === '自然月') return {};
    const day = /^(?:fromday|从每月|从|每月)(\d{1,2})(?:日|号)?(?:起)?$/.exec(key);
    if (day && Number(day[1]) >= 1 && Number(day[1]) <= 28) return { firstDay: Number(day[1]) };
    const month = /^(?:fiscalyearfrom|财年从|财年)(\d{1,2})月?(?:起)?$/.exec(key);
    if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) return { firstMonth: Number(month[1]) };
    return ruleFault('value', 'rule.calendar', { found: cellText(value) });
  },
  sentence: ({ firstDay, firstMonth }) => {
    if (firstDay !== undefined) return { code: 'say.calendar.day', params: { day: firstDay } };
    return firstMonth === undefined ? { code: 'say.calendar.month' } : { code: 'say.calendar.year', params: { month: firstMonth } };
  },
});
