import type { Settlement } from '../../commission/settle';
import { settle as settleTables } from '../../commission/settle';
import { explainView } from '../../commission/explain';
import { comparePlans } from '../../commission/compare-plans';
import { checkTables } from '../../commission/check-tables';
import { readingNotes } from '../../table/recognise';
import { linesView } from '../../commission/views/lines';
import { partsView } from '../../commission/views/parts';
import { payrollView } from '../../commission/views/payroll';
import { poolsView } from '../../commission/views/pools';
import { summaryView } from '../../commission/views/summary';
import { unusedView } from '../../commission/views/unused';
import type { ResultTable } from '../../table/result-table';
import { headerRow } from '../../table/result-table';
import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import { nearPhrase } from '../../rules/read-value';
import { issueCell, issueFix, issueText, fail, issue, succeed } from '../../table/issue';
import type { Issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import { findPerson } from '../../table/people';
import { tableName } from '../../table/schema';
import type { FunctionEntry, Parameter } from '../function-entry';
import { choiceArgument, periodArgument, textArgument } from '../read-arguments';
import { tablesOf } from '../read-tables';
import { ORDERS, PEOPLE, RULES, RULES_B } from './example-tables';

const period: Parameter = { name: 'period', kind: 'period', help: { en: 'The pay period: "2026-03", "2026-Q1", "2026", or a date in it.', zh: '结算期间："2026-03"、"2026-Q1"、"2026" 或其中的日期。' } };
const tables: Parameter = { name: 'table', kind: 'range', repeated: true, help: { en: 'The tables with their headers, in any order: Rules, People, Orders, and whichever of Receipts, FX, Contributions, Scores, Targets, KPIs, Statements, Statement lines, Adjustments the rules need.', zh: '含表头的各表，顺序不限：规则、人员、订单，以及规则需要的收款、汇率、贡献、得分、目标、指标、结算单、结算明细、调整。' } };

const VIEWS = { summary: ['汇总'], parts: ['部分', '分项'], lines: ['明细', '订单行'], pools: ['提成池'], unused: ['未计入'], payroll: ['工资表'] } as const;
export type SettleView = keyof typeof VIEWS;

/** A view of a settlement as a table. */
export function settlementView(settlement: Settlement, view: SettleView, language: Language): ResultTable {
  switch (view) {
    case 'summary':
      return summaryView(settlement, language);
    case 'parts':
      return partsView(settlement, language);
    case 'lines':
      return linesView(settlement, language);
    case 'pools':
      return poolsView(settlement, language);
    case 'unused':
      return unusedView(settlement, language);
    case 'payroll':
      return payrollView(settlement, language);
  }
}

/** The whole settlement from the tables given. */
export const settle: FunctionEntry = {
  name: 'SETTLE',
  purpose: { en: 'Settles a pay period from the tables: a row a person, company and funds, and the total.', zh: '按各表结算一个期间：每人一行，以及公司、基金和合计。' },
  parameters: [
    period,
    { name: 'view', kind: 'text', optional: true, help: { en: 'summary (default), parts, lines, pools, unused or payroll (a row a person, plans netted). To see one person, filter one spilled summary instead of calling once per person.', zh: '汇总（默认）、分项、明细、提成池、未计入或工资表（每人一行，各方案合并）。查看个人时请筛选一次汇总结果，不要每人调用一次。' } },
    tables,
  ],
  result: { en: 'A table with a header row, in the language of the first table.', zh: '含表头的表，语言同第一个表。' },
  examples: [
    {
      args: ['2026-03', 'summary', RULES, PEOPLE, ORDERS],
      result: [
        ['Period', 'Person', 'Team', 'Role', 'Plan', 'Measure', 'Earned', 'Reserved', 'Held', 'Released', 'Draw', 'Adjustment', 'Payable', 'Currency', 'Why'],
        ['2026-03', 'Amy', 'EU', 'Sales', 'Sales 2026', 150000, 3500, 0, 0, 0, 0, 0, 3500, 'CNY', 'order lines: 2'],
        ['2026-03', 'Ben', 'EU', 'Sales', 'Sales 2026', 40000, 800, 0, 0, 0, 0, 0, 800, 'CNY', 'order lines: 1'],
        ['2026-03', 'Total', '', '', '', 190000, 4300, 0, 0, 0, 0, 0, 4300, 'CNY', '2 people'],
      ],
    },
    {
      args: ['2026-03', 'lines', RULES, PEOPLE, ORDERS],
      result: [
        ['Period', 'Person', 'Plan', 'Part', 'Order', 'Line', 'Date', 'Customer', 'Stage', 'Measure', 'Earned', 'Currency', 'Why'],
        ['2026-03', 'Amy', 'Sales 2026', '', 'PO-1', '', '2026-03-05', 'ACME', '', 60000, 1200, 'CNY', ''],
        ['2026-03', 'Amy', 'Sales 2026', '', 'PO-3', '', '2026-03-20', 'Nordic', '', 90000, 2300, 'CNY', ''],
        ['2026-03', 'Ben', 'Sales 2026', '', 'PO-2', '', '2026-03-12', 'ACME', '', 40000, 800, 'CNY', ''],
      ],
    },
  ],
  evaluate: ([when, view, ...rest]) => {
    const [chosen, shown] = [periodArgument(when, 'period'), choiceArgument(view, 'view', VIEWS)];
    if (!chosen.ok) return chosen;
    if (!shown.ok) return shown;
    const given = tablesOf(rest);
    const settled = settleTables(given, { period: chosen.value });
    return settled.ok ? succeed(settlementView(settled.value, shown.value, given.language)) : settled;
  },
};

/** Step by step how each of a person's figures came about. */
export const explain: FunctionEntry = {
  name: 'EXPLAIN',
  purpose: { en: 'Explains a person’s pay step by step, down to the order line.', zh: '逐步说明某人的提成，直到每行订单。' },
  parameters: [period, { name: 'person', kind: 'text', help: { en: 'Name or ID.', zh: '姓名或工号。' } }, tables],
  result: { en: 'Step, What, Formula, Amount, Source.', zh: '步骤、内容、算式、金额、依据。' },
  examples: [
    {
      args: ['2026-03', 'Ben', RULES, PEOPLE, ORDERS],
      result: [
        ['Step', 'What', 'Formula', 'Amount', 'Source'],
        [1, 'Rules in force: Sales 2026', '', '', 'Rules, row 2, 3'],
        [2, 'PO-2 counts on 2026-03-12', '40,000 CNY', 40000, 'Orders, row 3'],
        [3, 'Commission on PO-2, total 0 → 40,000', '40,000 × 2% = 800', 800, 'Rules, row 2, 3'],
        [4, 'Payable', '800.00', 800, ''],
      ],
    },
    {
      args: ['2026-03', 'Amy', RULES, PEOPLE, ORDERS],
      result: [
        ['Step', 'What', 'Formula', 'Amount', 'Source'],
        [1, 'Rules in force: Sales 2026', '', '', 'Rules, row 2, 3'],
        [2, 'PO-1 counts on 2026-03-05', '60,000 CNY', 60000, 'Orders, row 2'],
        [3, 'Commission on PO-1, total 0 → 60,000', '60,000 × 2% = 1,200', 1200, 'Rules, row 2, 3'],
        [4, 'PO-3 counts on 2026-03-20', '90,000 CNY', 90000, 'Orders, row 4'],
        [5, 'Commission on PO-3, total 60,000 → 150,000', '40,000 × 2% + 50,000 × 3% = 2,300', 2300, 'Rules, row 2, 3'],
        [6, 'Sum of steps 3, 5', '1,200 + 2,300 = 3,500', 3500, ''],
        [7, 'Payable', '3,500.00', 3500, ''],
      ],
    },
  ],
  evaluate: ([when, who, ...rest]) => {
    const [chosen, name] = [periodArgument(when, 'period'), textArgument(who, 'person')];
    if (!chosen.ok) return chosen;
    if (!name.ok) return name;
    if (name.value === '') return fail(issue('argument.missing', undefined, { name: 'person' }));
    const given = tablesOf(rest);
    const settled = settleTables(given, { period: chosen.value });
    if (!settled.ok) return settled;
    const { people } = settled.value.ledger;
    const person = findPerson(people, name.value);
    if (person === 'ambiguous') return fail(issue('person.ambiguous', undefined, { found: name.value }));
    if (person === 'unknown') {
      return fail(issue('explain.unknownPerson', undefined, { found: name.value, nearest: nearPhrase(nearestOf(name.value, people.persons.map((one) => one.label))) }));
    }
    return succeed(explainView(settled.value, person, given.language));
  },
};

/** What-if: each person and the total under two plans. */
export const compareplans: FunctionEntry = {
  name: 'COMPAREPLANS',
  purpose: { en: 'What each person and all together would earn under two plans.', zh: '同一批订单在两个方案下每人及合计的提成对比。' },
  parameters: [
    period,
    { name: 'plan', kind: 'text', help: { en: 'The plan’s name.', zh: '方案名。' } },
    { name: 'otherplan', kind: 'text', help: { en: 'The other plan’s name; a draft may be compared.', zh: '另一方案名，可为草稿。' } },
    tables,
  ],
  result: { en: 'Period, Person, Team, both plans, Difference; the last row is the total.', zh: '期间、姓名、团队、两方案、差额；末行为合计。' },
  examples: [
    {
      args: ['2026-03', 'Sales 2026', 'Flat', RULES_B, PEOPLE, ORDERS],
      result: [
        ['Period', 'Person', 'Team', 'Sales 2026', 'Flat', 'Difference'],
        ['2026-03', 'Amy', 'EU', 3500, 3300, -200],
        ['2026-03', 'Ben', 'EU', 800, 880, 80],
        ['2026-03', 'Total', '', 4300, 4180, -120],
      ],
    },
  ],
  evaluate: ([when, plan, other, ...rest]) => {
    const [chosen, one, two] = [periodArgument(when, 'period'), textArgument(plan, 'plan'), textArgument(other, 'otherplan')];
    if (!chosen.ok) return chosen;
    if (!one.ok) return one;
    if (!two.ok) return two;
    const given = tablesOf(rest);
    return comparePlans(given, chosen.value, one.value, two.value, given.language);
  },
};

/** Issues of all tables given, each alone and against the others. */
export const checktables: FunctionEntry = {
  name: 'CHECKTABLES',
  purpose: { en: 'Lists what is wrong or suspicious in the tables, and what to do about it.', zh: '列出各表中的错误与疑点，以及处理办法。' },
  parameters: [tables],
  result: { en: 'Severity, Table, Cell, Problem, What to do. Only the header if nothing was found.', zh: '级别、表、单元格、问题、怎么办；没有问题时只有表头。' },
  examples: [
    { args: [RULES, PEOPLE, ORDERS], result: [['Severity', 'Table', 'Cell', 'Problem', 'What to do']] },
    {
      args: [[['Plan', 'Rule', 'Item', 'From', 'Value'], ['Sales', 'tier mode', '', '', 'whole'], ['Sales', 'tier', '', 0, '3%'], ['Sales', 'tier', '', 1000, '2%']]],
      result: [
        ['Severity', 'Table', 'Cell', 'Problem', 'What to do'],
        ['Warning', 'Rules', 'row 4 · Value', 'Sales: on reaching 1,000 the pay falls by 10.00.', 'Use marginal tiers, or a rate that does not fall.'],
      ],
    },
  ],
  evaluate: (args) => {
    const given = tablesOf(args);
    if (given.byKind.size === 0 && given.issues.length === 0) return fail(issue('argument.missing', undefined, { name: 'table' }));
    return succeed(checkView([...checkTables(given), ...readingNotes(given)], given.language));
  },
};

const SEVERITIES = { error: 0, warning: 1, note: 2 } as const;

/** Issues as a table, errors first. */
export function checkView(issues: readonly Issue[], language: Language): ResultTable {
  const header = headerRow(['col.severity', 'col.table', 'col.cell', 'col.problem', 'col.fix'], language);
  const sorted = [...issues].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  return [
    header,
    ...sorted.map((found) => [
      render({ code: `severity.${found.severity}` }, language),
      found.at?.table ? tableName(found.at.table, language) : '',
      issueCell(found, language),
      issueText(found, language),
      issueFix(found, language),
    ]),
  ];
}
