import type { Scorecard } from '../../kpi/card/scorecard';
import { calendarKey, calendarOfTables } from '../../kpi/kpi-calendar';
import type { KpiLedger } from '../../kpi/kpi-ledger';
import { cardOf, cardsIn, scoringLedger, targetLedger } from '../../kpi/score-tables';
import type { KpiPeriod } from '../../kpi/kpi-period';
import { readKpiPeriod } from '../../kpi/kpi-period';
import { targetGaps } from '../../kpi/target-gap';
import { allCardsView, cardView } from '../../kpi/views/card-view';
import { gapView } from '../../kpi/views/gap-view';
import { summaryView } from '../../kpi/views/summary-view';
import { isBlank } from '../../table/cell';
import type { Result } from '../../table/issue';
import type { Calendar } from '../../table/period';
import type { Tables } from '../../table/recognise';
import { fail, issue, succeed } from '../../table/issue';
import type { Argument, FunctionEntry, Parameter } from '../function-entry';
import { scalarCell, textArgument, toRange } from '../read-arguments';
import { tablesOf } from '../read-tables';
import { ORDERS, PEOPLE } from './example-tables';
import { ACTUALS, GRADES, KPIS, TARGETS } from './kpi-tables';

const period: Parameter = { name: 'period', kind: 'period', help: { en: 'The period: "2026-03", "2026-Q1", "2026", or from one to another such as "2026 to 2026-03" (the year to date).', zh: '期间："2026-03"、"2026-Q1"、"2026"，或一段期间如 "2026 至 2026-03"（年初至今）。' } };
const tables: Parameter = { name: 'table', kind: 'range', repeated: true, help: { en: 'The tables with their headers, in any order: KPIs, and whichever of Targets, Actuals, People, Grades, Orders, Receipts, Plan of work, Pipeline, FX apply; Rules for the calendar of their periods.', zh: '含表头的各表，顺序不限：指标，以及适用的目标、实绩、人员、等级、订单、收款、行动计划、商机、汇率；规则表用于确定期间日历。' } };

/** The period, by the calendar of the rules among the tables. */
function periodOf(argument: Argument, given: Tables): Result<{ readonly period: KpiPeriod; readonly calendar: Calendar }> {
  const cell = scalarCell(argument, 'period');
  if (!cell.ok) return cell;
  const calendar = calendarOfTables(given, cell.value);
  const period = readKpiPeriod(cell.value, calendar);
  return period.ok ? succeed({ period: period.value, calendar }) : period;
}

/** One person's (or team's) card, or every person's indicators. */
export const scorecard: FunctionEntry = {
  name: 'SCORECARD',
  purpose: { en: 'A person’s scorecard: each KPI with target, actual, attainment and score, then total, grade and factor.', zh: '个人绩效考核表：各指标的目标、实际、达成率、得分，以及总分、等级和系数。' },
  parameters: [period, { name: 'person', kind: 'text', optional: true, help: { en: 'Name or ID, or a team; blank gives a row per person and KPI.', zh: '姓名、工号或团队；留空则每人每指标一行。' } }, tables],
  result: { en: 'KPI, Area, Weight, Target, Actual, Attainment, Score, Weighted, Status, Note; then the total, the grade and the factor.', zh: '指标、类别、权重、目标值、实际值、达成率、得分、加权得分、状态、备注；最后是总分、等级、系数。' },
  examples: [
    {
      args: ['2026-03', 'Amy', KPIS, TARGETS, ACTUALS, PEOPLE, GRADES, ORDERS],
      result: [
        ['KPI', 'Area', 'Weight', 'Target', 'Actual', 'Attainment', 'Score', 'Weighted', 'Status', 'Note'],
        ['Revenue', 'Result', 60, 160000, 150000, 0.9375, 93.75, 56.25, 'amber', 'computed from the orders: revenue'],
        ['Complaints', 'Service', 20, '', 1, '', 90, 18, 'green', ''],
        ['Teamwork', 'Attitude', 20, '', 'good', '', 100, 20, 'green', ''],
        ['Total', '', 100, '', '', '', 94.25, 94.25, 'complete', ''],
        ['Grade', '', '', '', '', '', 'A', '', '', ''],
        ['Factor', '', '', '', '', '', 1.2, '', '', ''],
      ],
    },
  ],
  evaluate: ([when, who, ...rest]) => {
    const given = tablesOf(rest);
    const [chosen, name] = [periodOf(when, given), textArgument(who, 'person')];
    if (!chosen.ok) return chosen;
    if (!name.ok) return name;
    const { period: asked, calendar } = chosen.value;
    const ledger = scoringLedger(given, calendar);
    if (!ledger.ok) return ledger;
    if (name.value === '') return succeed(allCardsView(cardsIn(ledger.value, asked), given.language));
    const card = cardOf(ledger.value, name.value, asked);
    return card.ok ? succeed(cardView(card.value, given.language)) : card;
  },
};

/** Everybody's total, grade and factor: what SETTLE takes as Scores. */
export const kpisummary: FunctionEntry = {
  name: 'KPISUMMARY',
  purpose: { en: 'Everybody’s score, grade and factor, a column per KPI: what SETTLE takes as Scores.', zh: '所有人的得分、等级、系数，每个指标一列；可直接作为 SETTLE 的得分表。' },
  parameters: [{ ...period, help: { en: `${period.help.en} A range of periods gives all of them.`, zh: `${period.help.zh}给区域则逐期计算。` } }, tables],
  result: { en: 'Period, Person, Score, Grade, Factor, Coverage, Status, one column per KPI; with Share in Grades also the advice of a forced distribution.', zh: '期间、姓名、得分、等级、系数、数据完整率、状态，每个指标一列；等级表有占比时另附强制分布建议。' },
  examples: [
    {
      args: ['2026-03', KPIS, TARGETS, ACTUALS, PEOPLE, GRADES, ORDERS],
      result: [
        ['Period', 'Person', 'Score', 'Grade', 'Factor', 'Coverage', 'Status', 'Revenue', 'Complaints', 'Teamwork'],
        ['2026-03', 'Amy', 94.25, 'A', 1.2, 1, 'complete', 93.75, 90, 100],
        ['2026-03', 'Ben', 80, 'B', 1, 0.8, 'incomplete: Complaints', 80, '', 80],
      ],
      note: { en: 'Ben’s complaints are not known: their weight is spread over the rest.', zh: 'Ben 缺投诉数据，其权重分摊到其他指标。' },
    },
  ],
  evaluate: ([when, ...rest]) => {
    const cells = toRange(when).flat().filter((cell) => !isBlank(cell));
    if (cells.length === 0) return fail(issue('period.missing', undefined));
    const given = tablesOf(rest);
    const periods: { readonly period: KpiPeriod; readonly calendar: Calendar }[] = [];
    for (const cell of cells) {
      const read = periodOf(cell, given);
      if (!read.ok) return read;
      if (!periods.some(({ period: { text } }) => text === read.value.period.text)) periods.push(read.value);
    }
    // A period may have another calendar than the next: each is scored by its own.
    const ledgers = new Map<string, KpiLedger>();
    const cards: Scorecard[][] = [];
    for (const { period: one, calendar } of periods) {
      const key = calendarKey(calendar);
      const known = ledgers.get(key);
      const ledger = known ? succeed(known) : scoringLedger(given, calendar);
      if (!ledger.ok) return ledger;
      ledgers.set(key, ledger.value);
      cards.push(cardsIn(ledger.value, one));
    }
    const [first] = ledgers.values();
    return first ? succeed(summaryView(first, cards, given.language)) : fail(issue('period.missing', undefined));
  },
};

/** What teams were given beside what their people were. */
export const targetgap: FunctionEntry = {
  name: 'TARGETGAP',
  purpose: { en: 'The gap between each team’s target and the sum of its people’s.', zh: '各团队目标与个人目标合计的差额。' },
  parameters: [period, tables],
  result: { en: 'Period, KPI, Team, Team target, Personal targets, Gap (personal − team), Planned over-assignment (the team’s Stretch), Status, Note.', zh: '期间、指标、团队、团队目标、个人目标合计、差额（个人 − 团队）、计划超额分配（团队的挑战值）、状态、备注。' },
  examples: [
    {
      args: ['2026-03', KPIS, TARGETS, PEOPLE],
      result: [
        ['Period', 'KPI', 'Team', 'Team target', 'Personal targets', 'Gap', 'Planned over-assignment', 'Status', 'Note'],
        ['2026-03', 'Revenue', 'EU', 200000, 210000, 10000, '', 'over', ''],
      ],
    },
  ],
  evaluate: ([when, ...rest]) => {
    const given = tablesOf(rest);
    const chosen = periodOf(when, given);
    if (!chosen.ok) return chosen;
    const { period: asked, calendar } = chosen.value;
    const ledger = targetLedger(given, calendar);
    return ledger.ok ? succeed(gapView(targetGaps(ledger.value, asked), asked, given.language)) : ledger;
  },
};
