import type { Language, Text } from '../../locale/message';
import type { Cell } from '../../table/cell';
import { fieldsOf } from '../../table/schema';
import { printRules } from '../print-rules';
import { STAGES, equalTo, names } from './names';
import type { Template } from './template';

/** The ten ways of sharing commission, and two combinations of them. */
export const templates: readonly Template[] = [
  {
    key: 'individual',
    name: { en: 'Individual ratio', zh: '个人业绩比例' },
    purpose: { en: 'Everyone earns a share of their own sales, profit, quantity or receipts.', zh: '按个人的销售额、毛利、数量或回款的固定比例计提。' },
    rows: [
      ['', 'measure', '', '', 'revenue'],
      ['', 'rate', '', '', '2%'],
    ],
  },
  {
    key: 'team-pool',
    name: { en: 'Team pool', zh: '团队整体提成' },
    purpose: { en: 'The team’s commission goes into one pot that is shared by position.', zh: '团队提成汇入一个奖池，按职位权重分配。' },
    rows: [
      ['', 'measure', '', '', 'revenue'],
      ['', 'pool', '', '', 'team'],
      ['', 'rate', '', '', '1%'],
      ['', 'share by', names.role, '', '100%'],
      ['', 'weight', equalTo(names.role, names.manager), '', 1.5],
    ],
  },
  {
    key: 'individual-and-team',
    name: { en: 'Individual and team', zh: '个人与团队结合' },
    purpose: { en: 'Seven tenths for one’s own result, three tenths from the team’s pot.', zh: '七成看个人业绩，三成来自团队奖池。' },
    rows: [
      [names.individual, 'share', '', '', '70%'],
      [names.individual, 'rate', '', '', '2%'],
      [names.team, 'share', '', '', '30%'],
      [names.team, 'pool', '', '', 'team'],
      [names.team, 'rate', '', '', '2%'],
      [names.team, 'share by', names.credit, '', '100%'],
    ],
  },
  {
    key: 'stages',
    name: { en: 'By business stage', zh: '按业务环节' },
    purpose: { en: 'An order’s credit is divided among those who developed, closed and followed it up.', zh: '一张订单的业绩按开发、谈判签约、跟单等环节分给各经手人。' },
    rows: [
      ['', 'credit', '', '', 'stages'],
      ['', 'stage', STAGES[0], '', '30%'],
      ['', 'stage', STAGES[1], '', '40%'],
      ['', 'stage', STAGES[2], '', '30%'],
      ['', 'rate', '', '', '2%'],
    ],
  },
  {
    key: 'position',
    name: { en: 'Position coefficient', zh: '职位差异' },
    purpose: { en: 'The same rate for all, multiplied by a coefficient of the position.', zh: '统一提成率，再乘以职位系数。' },
    rows: [
      ['', 'rate', '', '', '1.5%'],
      ['', 'factor', equalTo(names.role, names.manager), '', 1.3],
      ['', 'factor', equalTo(names.role, names.seniorSales), '', 1.1],
    ],
  },
  {
    key: 'tiers',
    name: { en: 'Tiers', zh: '阶梯式' },
    purpose: { en: 'The more is sold in the span, the higher the rate on what comes on top.', zh: '周期内业绩越高，超出部分的提成率越高（超额累进）。' },
    rows: [
      ['', 'tier', '', 0, '1%'],
      ['', 'tier', '', 500000, '1.5%'],
      ['', 'tier', '', 1000000, '2%'],
      ['', 'tier', '', 2000000, '2.5%'],
      ['', 'tier mode', '', '', 'marginal'],
      ['', 'tier span', '', '', 'year'],
    ],
  },
  {
    key: 'project',
    name: { en: 'Project', zh: '项目制' },
    purpose: { en: 'The lines of a project, shared by what each person contributed.', zh: '只计项目订单，按各人贡献比例分配。' },
    rows: [
      ['', 'lines', names.project, '', '*'],
      ['', 'credit', '', '', 'contributions'],
      ['', 'measure', '', '', 'profit'],
      ['', 'rate', '', '', '5%'],
    ],
  },
  {
    key: 'customer',
    name: { en: 'Customer contribution', zh: '客户贡献度' },
    purpose: { en: 'Orders of strategic or high-grade customers earn more.', zh: '战略客户或高等级客户的订单提成更高。' },
    rows: [
      ['', 'rate', '', '', '1.5%'],
      ['', 'factor', equalTo(names.customerGrade, 'A'), '', 1.2],
      ['', 'factor', equalTo(names.customerGrade, 'B'), '', 1.05],
    ],
  },
  {
    key: 'evaluation',
    name: { en: 'Comprehensive evaluation', zh: '综合评估' },
    purpose: { en: 'A pot shared by credit and by scores for performance, attitude and collaboration.', zh: '奖池按业绩及绩效、态度、协作得分综合分配。' },
    rows: [
      ['', 'pool', '', '', 'team'],
      ['', 'rate', '', '', '1.5%'],
      ['', 'share by', names.credit, '', '50%'],
      ['', 'share by', names.score, '', '30%'],
      ['', 'share by', names.attitude, '', '10%'],
      ['', 'share by', names.collaboration, '', '10%'],
    ],
  },
  {
    key: 'fund',
    name: { en: 'Development fund', zh: '预留发展基金' },
    purpose: { en: 'A part of every commission is set aside for market development.', zh: '每笔提成先提取一部分进入市场发展基金。' },
    rows: [
      ['', 'rate', '', '', '2%'],
      ['', 'reserve', names.fund, '', '10%'],
    ],
  },
  {
    key: 'receipts-and-tiers',
    name: { en: 'Profit tiers on receipts, with a hold', zh: '按回款计毛利阶梯并暂扣' },
    purpose: { en: 'Profit counts as it is paid, climbs tiers over the year, and a tenth is held to the year’s end.', zh: '毛利随回款计提，全年累进，其中一成扣至年底发放。' },
    rows: [
      ['', 'measure', '', '', 'profit'],
      ['', 'counts on', '', '', 'receipt'],
      ['', 'tier', '', 0, '5%'],
      ['', 'tier', '', 100000, '8%'],
      ['', 'tier', '', 200000, '10%'],
      ['', 'tier', '', 300000, '12%'],
      ['', 'tier span', '', '', 'year'],
      ['', 'hold', names.yearEnd, '', '10%'],
    ],
  },
  {
    key: 'stages-pool-score',
    name: { en: 'Stages and a scored team pot, with overrides', zh: '环节提成加评分奖池与上级提成' },
    purpose: { en: 'Stage shares for the people on the order, a team pot by score, and the manager’s override.', zh: '订单按环节分给个人，团队奖池按得分分配，主管另有上级提成。' },
    rows: [
      [names.stages, 'credit', '', '', 'stages'],
      [names.stages, 'stage', STAGES[0], '', '30%'],
      [names.stages, 'stage', STAGES[1], '', '40%'],
      [names.stages, 'stage', STAGES[2], '', '30%'],
      [names.stages, 'rate', '', '', '1.5%'],
      [names.stages, 'override', '1', 0, '0.2%'],
      [names.pot, 'pool', '', '', 'team'],
      [names.pot, 'rate', '', '', '0.5%'],
      [names.pot, 'share by', names.score, '', '100%'],
      [names.pot, 'gate', names.score, 60, '0%'],
      ['', 'factor stacking', '', '', 'multiply'],
    ],
  },
];

/** A template's rows with its names in a language; rule words and choices stay English, as any language is read. */
export function templateLines({ rows }: Template, language: Language): [part: string, rule: string, item: string, from: Cell, value: Cell][] {
  const say = (text: Text | string): string => (typeof text === 'string' ? text : text[language]);
  return rows.map(([part, rule, item, from, value]) => [say(part), rule, say(item), from, value]);
}

/** A template's rows for the Rules table, under a plan's name, in a language. */
export function templateRows(template: Template, plan: string, language: Language): Cell[][] {
  const rows = templateLines(template, language).map(([part, rule, item, from, value], index) => ({ index, row: index + 2, plan, version: '', effective: undefined, part, rule, item, from, value, note: '' }));
  return printRules(rows, language).map((row) => row.slice(0, fieldsOf('rules').length));
}
