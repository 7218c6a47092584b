import type { Language, Text } from '../locale/message';
import { header } from '../table/schema';
import type { ResultTable } from '../table/result-table';
import { SOURCES } from './source';
import type { Source } from './source';
import type { Better } from './scoring/scoring';
import type { Rollup } from './words';
import { BETTER, ROLLUP } from './words';

/** One indicator of the library: what it measures, how it is computed, and how it is usually scored. */
export interface LibraryKpi {
  readonly name: Text;
  readonly area: Text;
  readonly unit: Text;
  readonly better: Better;
  readonly rollup: Rollup;
  readonly scoring: Text;
  /** The formula in words. */
  readonly formula: Text;
  /** Where the actual is computed from; without one it is typed. */
  readonly source?: Source;
  /** The department it is shared with. */
  readonly sharedWith?: Text;
}

const RESULT: Text = { en: 'Result', zh: '业绩' };
const CUSTOMERS: Text = { en: 'Customers', zh: '客户' };
const MARKET: Text = { en: 'Market', zh: '市场' };
const SERVICE: Text = { en: 'Service', zh: '服务' };
const DELIVERY: Text = { en: 'Delivery', zh: '交付' };
const GROWTH: Text = { en: 'Learning', zh: '学习成长' };
const CONDUCT: Text = { en: 'Conduct', zh: '态度与协作' };

const CNY: Text = { en: 'CNY', zh: '元' };
const PERCENT: Text = { en: '%', zh: '%' };
const COUNT: Text = { en: 'count', zh: '个' };
const HOURS: Text = { en: 'hours', zh: '小时' };
const DAYS: Text = { en: 'days', zh: '天' };
const NO_UNIT: Text = { en: 'rating', zh: '评级' };

const plain: Text = { en: 'ratio', zh: '比率' };
const curve: Text = { en: 'linear 60%:0 100%:100 120%:120', zh: '折线 60%:0 100%:100 120%:120' };
const steps: Text = { en: 'step 0%:0 80%:60 90%:80 100%:100', zh: '分档 0%:0 80%:60 90%:80 100%:100' };
const ratings: Text = { en: 'excellent:100 good:85 fair:70 poor:50', zh: '优:100 良:85 中:70 差:50' };
const perUnit = (unit: number, points: number): Text => ({ en: `per ${unit} ${points}`, zh: `每 ${unit} 扣 ${points}` });
const perPercent = (unit: number, points: number): Text => ({ en: `per ${unit}% ${points} from 100%`, zh: `每 ${unit}% 扣 ${points} 从 100%` });
const logistics: Text = { en: 'logistics', zh: '物流' };
const production: Text = { en: 'production', zh: '生产' };

function kpi(en: string, zh: string, area: Text, unit: Text, better: Better, rollup: Rollup, scoring: Text, formulaEn: string, formulaZh: string, more: Pick<LibraryKpi, 'source' | 'sharedWith'> = {}): LibraryKpi {
  return { name: { en, zh }, area, unit, better, rollup, scoring, formula: { en: formulaEn, zh: formulaZh }, ...more };
}

/** Indicators that export sales teams use, to pick from. */
export const library: readonly LibraryKpi[] = [
  kpi('Revenue', '销售额', RESULT, CNY, 'higher', 'sum', plain, 'sum of order amounts × exchange rate of the order date', '订单金额 × 下单日汇率之和', { source: 'orders: revenue' }),
  kpi('Gross profit', '毛利', RESULT, CNY, 'higher', 'sum', curve, '(amount − freight − insurance − middleman − bank fee) × rate − purchase + tax rebate − domestic − other costs', '（金额 − 运费 − 保险费 − 中间商佣金 − 银行费用）× 汇率 − 采购 + 退税 − 国内费用 − 其他费用', { source: 'orders: profit' }),
  kpi('Gross margin', '毛利率', RESULT, PERCENT, 'higher', 'ratio', perPercent(1, 2), 'gross profit ÷ revenue', '毛利 ÷ 销售额'),
  kpi('Money received', '回款', RESULT, CNY, 'higher', 'sum', plain, 'receipts × exchange rate of the receipt', '收款 × 收款日汇率之和', { source: 'orders: received' }),
  kpi('Overdue receivables', '逾期应收款占比', RESULT, PERCENT, 'lower', 'ratio', { en: 'linear 0.05:100 0.2:0', zh: '折线 0.05:100 0.2:0' }, 'receivables past their due date ÷ all receivables', '逾期应收款 ÷ 应收款总额'),
  kpi('Orders', '订单数', RESULT, COUNT, 'higher', 'sum', plain, 'number of orders placed', '下单的订单数', { source: 'orders: orders' }),
  kpi('Quantity', '销售数量', RESULT, COUNT, 'higher', 'sum', plain, 'sum of quantities', '数量之和', { source: 'orders: quantity' }),
  kpi('Average order', '平均单额', RESULT, CNY, 'higher', 'ratio', plain, 'revenue ÷ orders', '销售额 ÷ 订单数', { source: 'orders: average order' }),
  kpi('Sales expenses', '销售费用率', RESULT, PERCENT, 'lower', 'ratio', plain, 'travel, fairs, samples and entertainment ÷ revenue', '差旅、展会、样品、招待费用 ÷ 销售额'),
  kpi('New customers', '新客户数', CUSTOMERS, COUNT, 'higher', 'sum', plain, 'customers whose very first order is in the period', '首单在本期的客户数', { source: 'orders: new customers' }),
  kpi('New-customer revenue', '新客户销售额占比', CUSTOMERS, PERCENT, 'higher', 'ratio', plain, 'revenue of customers younger than twelve months ÷ revenue', '合作未满十二个月客户的销售额 ÷ 销售额'),
  kpi('Active customers', '活跃客户数', CUSTOMERS, COUNT, 'higher', 'average', plain, 'customers with an order in the period', '本期有订单的客户数', { source: 'orders: active customers' }),
  kpi('Repeat rate', '复购率', CUSTOMERS, PERCENT, 'higher', 'ratio', plain, 'customers with an earlier order ÷ customers with an order in the period', '本期下单客户中此前下过单的比例', { source: 'orders: repeat rate' }),
  kpi('Customer churn', '客户流失率', CUSTOMERS, PERCENT, 'lower', 'ratio', { en: 'linear 0:100 0.3:0', zh: '折线 0:100 0.3:0' }, 'customers of the year before without an order in the last twelve months ÷ those customers', '上年有订单、近十二个月无订单的客户 ÷ 上年有订单的客户', { source: 'orders: churn rate' }),
  kpi('Customer satisfaction', '客户满意度', CUSTOMERS, PERCENT, 'higher', 'average', perPercent(1, 2), 'mean of the survey ÷ its full mark', '问卷平均分 ÷ 满分'),
  kpi('Key accounts kept', '重点客户保有率', CUSTOMERS, PERCENT, 'higher', 'ratio', steps, 'grade A customers of the year before who ordered again ÷ all of them', '上年 A 级客户中继续下单的比例'),
  kpi('Concentration', '最大客户占比', CUSTOMERS, PERCENT, 'lower', 'last', { en: 'linear 0.3:100 0.6:0', zh: '折线 0.3:100 0.6:0' }, 'revenue of the largest customer ÷ revenue', '最大客户销售额 ÷ 销售额'),
  kpi('Market share', '市场占有率', MARKET, PERCENT, 'higher', 'last', plain, 'own exports of the product to the country ÷ customs statistics of all', '本公司对该国出口额 ÷ 海关统计出口总额'),
  kpi('Brand awareness', '品牌知名度', MARKET, PERCENT, 'higher', 'last', plain, 'buyers at fairs who know the brand ÷ buyers asked', '展会受访买家中知道本品牌的比例'),
  kpi('New markets', '新市场数', MARKET, COUNT, 'higher', 'sum', plain, 'countries with a first order in the period', '本期出现首单的国家数'),
  kpi('New products sold', '新产品销售占比', MARKET, PERCENT, 'higher', 'ratio', plain, 'revenue of products younger than two years ÷ revenue', '上市未满两年产品的销售额 ÷ 销售额'),
  kpi('New deals', '新商机数', MARKET, COUNT, 'higher', 'sum', plain, 'deals whose first stage was entered in the period', '本期新进入首环节的商机', { source: 'pipeline: new deals' }),
  kpi('Inquiry conversion', '询盘转化率', MARKET, PERCENT, 'higher', 'ratio', curve, 'deals won ÷ deals decided in the period', '本期赢单 ÷ 本期已定商机', { source: 'pipeline: conversion' }),
  kpi('Customer visits', '客户拜访数', MARKET, COUNT, 'higher', 'sum', plain, 'customers visited or received, online meetings by halves', '走访或接待的客户数，线上会议按半次计'),
  kpi('Reply time', '询盘回复时间', SERVICE, HOURS, 'lower', 'average', perUnit(1, 5), 'mean working hours from inquiry to first answer', '询盘到首次回复的平均工作小时'),
  kpi('Quotations on time', '报价及时率', SERVICE, PERCENT, 'higher', 'ratio', perPercent(1, 2), 'quotations within the promised time ÷ quotations asked for', '按承诺时间报价数 ÷ 应报价数'),
  kpi('Samples on time', '样品及时率', SERVICE, PERCENT, 'higher', 'ratio', perPercent(1, 2), 'samples sent by the promised date ÷ samples due', '按承诺日期寄出的样品 ÷ 应寄样品', { sharedWith: production }),
  kpi('Complaint rate', '投诉率', SERVICE, PERCENT, 'lower', 'ratio', plain, 'orders with a complaint ÷ orders shipped', '有投诉的订单 ÷ 出货订单', { sharedWith: production }),
  kpi('Complaints closed', '投诉关闭及时率', SERVICE, PERCENT, 'higher', 'ratio', perPercent(1, 2), 'complaints closed within seven days ÷ complaints', '七天内关闭的投诉 ÷ 投诉总数', { sharedWith: production }),
  kpi('On-time shipment', '准时出货率', DELIVERY, PERCENT, 'higher', 'ratio', { en: 'linear 70%:0 100%:100', zh: '折线 70%:0 100%:100' }, 'order lines shipped by the promised date ÷ lines promised for the period', '按承诺交期出货的订单行 ÷ 本期应出货的订单行', { source: 'orders: on-time shipment', sharedWith: logistics }),
  kpi('Lead time', '平均交货周期', DELIVERY, DAYS, 'lower', 'average', perUnit(1, 3), 'mean days from order to shipment', '下单到出货的平均天数', { sharedWith: production }),
  kpi('Document errors', '单证差错', DELIVERY, COUNT, 'lower', 'sum', { en: 'per 1 10 from 0', zh: '每 1 扣 10 从 0' }, 'documents returned by the bank, customs or the customer', '被银行、海关或客户退回的单证数'),
  kpi('Rebate papers in time', '退税单证及时率', DELIVERY, PERCENT, 'higher', 'ratio', perPercent(1, 2), 'shipments with complete rebate papers in time ÷ shipments', '按期备齐退税单证的出货 ÷ 出货总数', { sharedWith: { en: 'finance', zh: '财务' } }),
  kpi('Return rate', '退货率', DELIVERY, PERCENT, 'lower', 'ratio', { en: 'linear 0:100 0.05:0', zh: '折线 0:100 0.05:0' }, 'value of goods returned ÷ revenue', '退货金额 ÷ 销售额', { sharedWith: production }),
  kpi('Tasks done', '任务完成率', CONDUCT, PERCENT, 'higher', 'ratio', plain, 'Σ weight × progress ÷ Σ weight of the tasks due', '到期任务 Σ权重×进度 ÷ Σ权重', { source: 'tasks: completion' }),
  kpi('Tasks on time', '任务准时率', CONDUCT, PERCENT, 'higher', 'ratio', plain, 'tasks done by the due date ÷ tasks due', '按时完成的任务 ÷ 到期任务', { source: 'tasks: on time' }),
  kpi('Forecast accuracy', '销售预测准确率', CONDUCT, PERCENT, 'higher', 'average', perPercent(1, 1), '1 − |actual − forecast| ÷ forecast', '1 − |实际 − 预测| ÷ 预测'),
  kpi('Customer records', '客户资料完整率', CONDUCT, PERCENT, 'higher', 'last', plain, 'customer records without a gap ÷ customer records', '资料完整的客户 ÷ 客户总数'),
  kpi('Attitude', '工作态度', CONDUCT, NO_UNIT, 'higher', 'average', ratings, 'the manager’s rating', '上级评级'),
  kpi('Collaboration', '协作', CONDUCT, NO_UNIT, 'higher', 'average', ratings, 'rating by colleagues of other departments', '其他部门同事评级'),
  kpi('Training hours', '培训学时', GROWTH, HOURS, 'higher', 'sum', { en: 'ratio cap 100', zh: '比率 封顶 100' }, 'hours of training taken or given', '参加或讲授培训的学时'),
  kpi('Examination', '业务考试成绩', GROWTH, { en: 'points', zh: '分' }, 'higher', 'average', { en: 'per 1 2 from 90 full 100 zero below 60', zh: '每 1 扣 2 从 90 满分 100 低于 60 归零' }, 'mean of product, trade-term and language tests', '产品、贸易术语、外语考试平均分'),
  kpi('Newcomers ready', '新人上岗合格率', GROWTH, PERCENT, 'higher', 'ratio', steps, 'newcomers who reach their first target ÷ newcomers', '完成首个目标的新人 ÷ 新人总数'),
];

const FIELDS = ['kpi', 'area', 'unit', 'better', 'weight', 'target', 'scoring', 'rollup', 'source', 'for'] as const;

/** The library as rows of a KPIs table: weights, targets and For are left to fill. */
export function libraryTable(language: Language): ResultTable {
  return [
    FIELDS.map((field) => header('kpis', field, language)),
    ...library.map((one) => [one.name[language], one.area[language], one.unit[language], BETTER[one.better][language], '', '', one.scoring[language], ROLLUP[one.rollup][language], one.source ? SOURCES[one.source][language] : '', '']),
  ];
}
