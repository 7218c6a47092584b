import { allocate } from '../core/amount/allocate';
import { exactInteger } from '../core/amount/exact';
import { exactToNumber } from '../core/amount/text';
import type { Cell } from '../core/table/cell';
import { addMonths, civilOf, dayText } from '../core/table/day';
import { FIRST_MONTH, MONTHS } from './orders';
import type { SampleLanguage } from './orders';
import type { SamplePerson } from './people';
import { samplePeople, teams } from './people';
import type { Random } from './random';

type Pair = readonly [en: string, zh: string];
const SALES: Pair = ['Team=Europe; Team=Americas', '团队=欧洲组; 团队=美洲组'];
const SUPPORT: Pair = ['Team=Order support', '团队=跟单组'];
const EVERYONE: Pair = ['', ''];
const RESULT: Pair = ['Result', '业绩'];
const CUSTOMERS: Pair = ['Customers', '客户'];
const SERVICE: Pair = ['Service', '服务'];
const CONDUCT: Pair = ['Conduct', '态度与协作'];

export const KPI_FIELDS = ['kpi', 'area', 'unit', 'better', 'weight', 'target', 'scoring', 'cap', 'missing', 'rollup', 'source', 'veto', 'for', 'effective'] as const;

/** One row of the sample's KPIs; what is left out is blank. */
interface KpiRow {
  readonly kpi?: Pair;
  readonly area: Pair;
  readonly weight: number;
  readonly unit?: Pair;
  readonly lower?: boolean;
  readonly target?: Cell;
  readonly scoring?: Pair;
  readonly cap?: number;
  readonly missing?: Pair;
  readonly rollup?: Pair;
  readonly source?: Pair;
  readonly veto?: Pair;
  readonly for?: Pair;
  readonly effective?: string;
}

const RATINGS: Pair = ['excellent:100 good:85 fair:70 poor:50', '优:100 良:85 中:70 差:50'];
const SUM: Pair = ['sum', '求和'];
const AVERAGE: Pair = ['average', '平均'];
const RATIO: Pair = ['ratio', '比率'];

/** From 2026 on the Americas also have their year in thousands of dollars. */
const DOLLARS: Pair = ['Revenue in USD', '美元销售额'];
const DOLLARS_FROM = '2026-01-01';
/** Roughly what a dollar costs when the year is planned. */
const PLANNED_RATE = 7.2;

const KPIS: readonly KpiRow[] = [
  { area: RESULT, weight: 60 },
  { area: CUSTOMERS, weight: 15 },
  { area: SERVICE, weight: 15 },
  { area: CONDUCT, weight: 10 },
  { kpi: ['Revenue', '销售额'], area: RESULT, weight: 40, unit: ['CNY', '元'], scoring: ['ratio', '比率'], cap: 120, rollup: SUM, source: ['orders: revenue', '订单：销售额'], for: SALES },
  { kpi: ['Gross profit', '毛利'], area: RESULT, weight: 35, unit: ['CNY', '元'], scoring: ['linear 50%:0 100%:100 150%:120', '折线 50%:0 100%:100 150%:120'], rollup: SUM, source: ['orders: profit', '订单：毛利'], for: SALES },
  { kpi: ['Money received', '回款'], area: RESULT, weight: 25, unit: ['CNY', '元'], scoring: ['ratio', '比率'], cap: 120, rollup: SUM, source: ['orders: received', '订单：回款'], for: SALES },
  { kpi: DOLLARS, area: RESULT, weight: 20, unit: ['k USD', '千美元'], scoring: ['ratio', '比率'], cap: 120, rollup: SUM, source: ['orders: revenue', '订单：销售额'], for: ['Team=Americas', '团队=美洲组'], effective: DOLLARS_FROM },
  { kpi: ['Active customers', '活跃客户数'], area: CUSTOMERS, weight: 60, target: 4, scoring: ['ratio', '比率'], cap: 120, rollup: AVERAGE, source: ['orders: active customers', '订单：活跃客户数'], for: SALES },
  { kpi: ['New deals', '新商机数'], area: CUSTOMERS, weight: 40, target: 1, scoring: ['step 0%:40 100%:100', '分档 0%:40 100%:100'], rollup: SUM, source: ['pipeline: new deals', '商机：新商机数'], for: SALES },
  { kpi: ['New deals', '新商机数'], area: CUSTOMERS, weight: 60, target: 1, scoring: ['step 0%:40 100%:100', '分档 0%:40 100%:100'], rollup: SUM, source: ['pipeline: new deals', '商机：新商机数'], for: SALES, effective: '2026-01-01' },
  { kpi: ['Reply time', '询盘回复时间'], area: SERVICE, weight: 30, unit: ['hours', '小时'], lower: true, target: 8, scoring: ['per 1 5', '每 1 扣 5'], rollup: AVERAGE, for: SALES },
  { kpi: ['On-time shipment', '准时出货率'], area: SERVICE, weight: 40, unit: ['%', '%'], target: '90%', scoring: ['linear 70%:0 100%:100 110%:110', '折线 70%:0 100%:100 110%:110'], rollup: RATIO, source: ['orders: on-time shipment', '订单：准时出货率'] },
  { kpi: ['Complaint rate', '投诉率'], area: SERVICE, weight: 30, unit: ['%', '%'], lower: true, target: '3%', scoring: ['ratio', '比率'], cap: 120, rollup: RATIO, for: [`${SALES[0]}; Team=Order support`, `${SALES[1]}; 团队=跟单组`] },
  { kpi: ['Tasks done', '任务完成率'], area: RESULT, weight: 50, unit: ['%', '%'], target: '90%', scoring: ['ratio', '比率'], cap: 110, rollup: RATIO, source: ['tasks: completion', '任务：完成率'], for: SUPPORT },
  { kpi: ['Document errors', '单证差错'], area: RESULT, weight: 50, unit: ['errors', '次'], lower: true, scoring: ['per 1 10 from 0', '每 1 扣 10 从 0'], rollup: SUM, for: SUPPORT },
  { kpi: ['Training hours', '培训学时'], area: CONDUCT, weight: 20, unit: ['hours', '小时'], target: 2, scoring: ['ratio', '比率'], cap: 100, rollup: SUM, for: EVERYONE },
  { kpi: ['Attitude', '态度'], area: CONDUCT, weight: 40, scoring: RATINGS, rollup: AVERAGE, for: EVERYONE },
  { kpi: ['Collaboration', '协作'], area: CONDUCT, weight: 40, scoring: RATINGS, rollup: AVERAGE, missing: ['exclude', '不计入'], for: EVERYONE, veto: ['is poor: grade C', '为 差：等级 C'] },
];

export function kpiRows(language: SampleLanguage): Cell[][] {
  const say = (pair: Pair | undefined): string => pair?.[language === 'zh' ? 1 : 0] ?? '';
  return KPIS.map((row) => {
    const better: Pair = row.lower === true ? ['lower', '越低越好'] : ['higher', '越高越好'];
    return [say(row.kpi), say(row.area), say(row.unit), row.kpi ? say(better) : '', row.weight, row.target ?? '', say(row.scoring), row.cap ?? '', say(row.missing), say(row.rollup), say(row.source), say(row.veto), say(row.for), row.effective ?? ''];
  });
}

export const TARGET_FIELDS = ['person', 'kpi', 'period', 'target', 'weight', 'effective', 'note'] as const;

/** Each month's share of the year, in hundredths: Spring Festival is quiet, the autumn fairs are not. */
const SEASON = [7, 5, 8, 8, 8, 8, 8, 9, 10, 11, 10, 8];
const YEARLY = { europe: { revenue: 92000, profit: 19800, received: 90000 }, americas: { revenue: 160000, profit: 34000, received: 152000 } } as const;
const WEIGHTS: Readonly<Record<string, number>> = { E01: 8, E02: 12, E03: 11, E04: 10, E05: 5, A01: 10, A02: 12, A03: 12, A04: 10 };
const MEASURES: readonly (readonly ['revenue' | 'profit' | 'received', Pair])[] = [['revenue', ['Revenue', '销售额']], ['profit', ['Gross profit', '毛利']], ['received', ['Money received', '回款']]];

/** Targets that add up: the company's month, its teams', and their people's, in thousands of CNY. */
export function targetRows(language: SampleLanguage): Cell[][] {
  const say = (pair: Pair): string => pair[language === 'zh' ? 1 : 0];
  const rows: Cell[][] = [];
  for (let month = 0; month < MONTHS; month += 1) {
    const start = addMonths(FIRST_MONTH, month);
    const { year, month: number } = civilOf(start);
    const period = `${year}-${String(number).padStart(2, '0')}`;
    for (const [measure, kpi] of MEASURES) {
      const row = (who: string, thousands: number, note = '', effective = ''): Cell[] => [who, say(kpi), period, thousands * 1000, '', effective, note];
      let company = 0;
      for (const team of ['europe', 'americas'] as const) {
        const members = samplePeople.filter((person) => person.team === team && person.joined <= dayText(start) && (person.left === '' || person.left >= dayText(start)));
        const whole = Math.trunc((YEARLY[team][measure] * (SEASON[number - 1] ?? 8)) / 100);
        const shares = allocate(exactInteger(whole), members.map(({ id }) => exactInteger(WEIGHTS[id] ?? 1)), 0).map(exactToNumber);
        members.forEach((person, index) => rows.push(row(person[language], shares[index] ?? 0)));
        rows.push(row(teams[team][language], whole));
        if (measure === 'revenue' && team === 'americas' && dayText(start) >= DOLLARS_FROM) rows.push(...dollarTargets(Math.trunc(whole / PLANNED_RATE), members, period, language));
        company += whole;
      }
      rows.push(row(language === 'zh' ? '公司' : 'Company', company));
    }
  }
  return [...rows, ...exceptions(language)];
}

/** The team's dollars of a month and its people's, in thousands of USD. */
function dollarTargets(whole: number, members: readonly SamplePerson[], period: string, language: SampleLanguage): Cell[][] {
  const row = (who: string, thousands: number): Cell[] => [who, DOLLARS[language === 'zh' ? 1 : 0], period, thousands, '', '', ''];
  const shares = allocate(exactInteger(whole), members.map(({ id }) => exactInteger(WEIGHTS[id] ?? 1)), 0).map(exactToNumber);
  return [...members.map((person, index) => row(person[language], shares[index] ?? 0)), row(teams.americas[language], whole)];
}

/** A target that was raised in the middle of its month, a newcomer's first month, and weights of a first year. */
function exceptions(language: SampleLanguage): Cell[][] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const name = (id: string): string => samplePeople.find((person) => person.id === id)?.[language] ?? '';
  const first = MEASURES.map(([measure, kpi]): Cell[] => [name('E05'), say(kpi[0], kpi[1]), '2025-11', { revenue: 800, profit: 170, received: 500 }[measure] * 1000, '', '', say('first month', '入职首月')]);
  return [
    ...first,
    [name('A02'), say('Revenue', '销售额'), '2026-03', 4000000, '', '2026-03-10', say('the Michigan project was moved up', '密歇根项目提前')],
    [name('E05'), say('New deals', '新商机数'), '', '', 90, '', say('first year: new deals first', '首年以开发新商机为主')],
  ];
}

export const ACTUAL_FIELDS = ['period', 'person', 'kpi', 'actual', 'numerator', 'denominator', 'note'] as const;

/** What nobody can compute from the orders: ratings, reply times, errors, training, and complaints counted by order support. */
export function actualRows(random: Random, language: SampleLanguage): Cell[][] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const rating = (): string => random.pick(language === 'zh' ? ['优', '良', '良', '良', '中'] : ['excellent', 'good', 'good', 'good', 'fair']);
  return Array.from({ length: MONTHS }, (_, month) => addMonths(FIRST_MONTH, month)).flatMap((start) => {
    const { year, month } = civilOf(start);
    const period = `${year}-${String(month).padStart(2, '0')}`;
    const own = samplePeople
      .filter(({ joined, left }) => joined <= dayText(addMonths(start, 1) - 1) && (left === '' || left >= dayText(start)))
      .flatMap((person): Cell[][] => {
        const row = (kpi: string, actual: Cell, note = ''): Cell[] => [period, person[language], kpi, actual, '', '', note];
        const isSupport = person.role === 'merchandiser';
        const poor = person.id === 'A04' && period === '2025-12';
        return [
          isSupport ? row(say('Document errors', '单证差错'), random.whole(0, 3)) : row(say('Reply time', '询盘回复时间'), random.chance(4) ? '-' : random.whole(40, 140) / 10),
          row(say('Training hours', '培训学时'), random.whole(2, 8) / 2),
          row(say('Attitude', '态度'), rating()),
          row(say('Collaboration', '协作'), poor ? say('poor', '差') : rating(), poor ? say('withheld a quotation from a colleague', '未与同事共享报价') : ''),
        ];
      });
    const orders = random.whole(40, 60);
    return [...own, [period, teams.support[language], say('Complaint rate', '投诉率'), '', random.whole(0, 3), orders, say('counted by order support', '跟单组统计')]];
  });
}

