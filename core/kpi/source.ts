import type { Text } from '../locale/message';
import { cellText, matchKey, quoteCell } from '../table/cell';
import type { Rollup } from './words';
import type { ScoringFault } from './scoring/scoring';
import { scoringFault } from './scoring/scoring';

/** What of the orders, the tasks or the pipeline an actual is computed from. */
export const SOURCES = {
  'orders: revenue': { en: 'orders: revenue', zh: '订单：销售额', also: ['orders:sales'], rollup: 'sum' },
  'orders: profit': { en: 'orders: profit', zh: '订单：毛利', also: ['orders:gross profit'], rollup: 'sum' },
  'orders: quantity': { en: 'orders: quantity', zh: '订单：数量', also: [], rollup: 'sum' },
  'orders: orders': { en: 'orders: orders', zh: '订单：订单数', also: ['orders:count'], rollup: 'sum' },
  'orders: new customers': { en: 'orders: new customers', zh: '订单：新客户数', also: ['订单：新客户'], rollup: 'sum' },
  'orders: active customers': { en: 'orders: active customers', zh: '订单：活跃客户数', also: ['订单：活跃客户'], rollup: 'average' },
  'orders: churn rate': { en: 'orders: churn rate', zh: '订单：客户流失率', also: ['订单：流失率'], rollup: 'ratio' },
  'orders: repeat rate': { en: 'orders: repeat rate', zh: '订单：复购率', also: ['订单：返单率'], rollup: 'ratio' },
  'orders: received': { en: 'orders: received', zh: '订单：回款', also: ['订单：回款额'], rollup: 'sum' },
  'orders: average order': { en: 'orders: average order', zh: '订单：平均单额', also: ['订单：客单价'], rollup: 'ratio' },
  'orders: on-time shipment': { en: 'orders: on-time shipment', zh: '订单：准时出货率', also: ['orders:on time shipment', '订单：准时交货率'], rollup: 'ratio' },
  'tasks: completion': { en: 'tasks: completion', zh: '任务：完成率', also: ['行动计划：完成率'], rollup: 'ratio' },
  'tasks: on time': { en: 'tasks: on time', zh: '任务：准时率', also: ['行动计划：准时率', '任务：按时完成率'], rollup: 'ratio' },
  'pipeline: conversion': { en: 'pipeline: conversion', zh: '商机：转化率', also: ['商机：成交率'], rollup: 'ratio' },
  'pipeline: new deals': { en: 'pipeline: new deals', zh: '商机：新商机数', also: ['商机：新增商机'], rollup: 'sum' },
} as const satisfies Record<string, Text & { also: readonly string[]; rollup: Rollup }>;

export type Source = keyof typeof SOURCES;

const byKey = new Map<string, Source>();
for (const source of Object.keys(SOURCES) as Source[]) {
  const { en, zh, also } = SOURCES[source];
  for (const spelling of [en, zh, ...also]) byKey.set(matchKey(spelling), source);
}

/** Reads a Source cell; blank means that the actuals are typed. A mere `revenue` is what it is of the orders. */
export function readSource(text: string): Source | ScoringFault | undefined {
  const key = matchKey(cellText(text));
  if (key === '') return undefined;
  const found = byKey.get(key) ?? byKey.get(`orders:${key}`) ?? byKey.get(matchKey(`订单：${key}`));
  return found ?? scoringFault('scoring', 'kpi.unknownSource', { found: quoteCell(text), expected: Object.values(SOURCES).map(({ en, zh }) => `${en} ${zh}`).join(' · ') });
}

/** The table a source reads. */
export function tableOfSource(source: Source): 'orders' | 'tasks' | 'pipeline' {
  if (source.startsWith('tasks')) return 'tasks';
  return source.startsWith('pipeline') ? 'pipeline' : 'orders';
}

/** Shares and averages: they are never added up over people or prorated. */
export function isRateSource(source: Source): boolean {
  return SOURCES[source].rollup === 'ratio';
}

/** Shares whose counts of the months add up to those of the period: customers do not, one may come in every month. */
export function addsUpByMonth(source: Source): boolean {
  return source === 'orders: on-time shipment' || source === 'tasks: on time' || source === 'pipeline: conversion';
}
