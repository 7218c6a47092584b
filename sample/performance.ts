import type { Cell } from '../core/table/cell';
import { addMonths, civilOf, dayText } from '../core/table/day';
import { FIRST_MONTH, MONTHS } from './orders';
import type { SampleLanguage } from './orders';
import { samplePeople } from './people';
import type { Random } from './random';

/** Targets, scores, indicators, tasks and the pipeline of the sample company. */
export function scoreRows(random: Random, language: SampleLanguage): Cell[][] {
  const rows: Cell[][] = [];
  for (let month = 0; month < MONTHS; month += 1) {
    const { year, month: number } = civilOf(addMonths(FIRST_MONTH, month));
    for (const person of samplePeople) {
      const score = random.whole(58, 99);
      const [, grade = '', factor = 0] = gradeRows().find(([from]) => score >= Number(from)) ?? [];
      rows.push([`${year}-${String(number).padStart(2, '0')}`, person[language], score, grade, factor, random.whole(70, 100), random.whole(70, 100)]);
    }
  }
  return rows;
}

export function targetRows(random: Random, language: SampleLanguage): Cell[][] {
  const kpi = language === 'zh' ? '销售额' : 'Revenue';
  const rows: Cell[][] = [];
  for (const person of samplePeople.filter(({ team }) => team !== 'support')) {
    for (let month = 0; month < MONTHS; month += 1) {
      const { year, month: number } = civilOf(addMonths(FIRST_MONTH, month));
      rows.push([person[language], kpi, `${year}-${String(number).padStart(2, '0')}`, random.whole(8, 16) * 100000, '']);
    }
  }
  return rows;
}

export function kpiRows(language: SampleLanguage): Cell[][] {
  const zh = language === 'zh';
  const row = (name: readonly [string, string], area: readonly [string, string], unit: string, better: readonly [string, string], weight: number, scoring: string, rollup: readonly [string, string], source: string): Cell[] => [
    zh ? name[1] : name[0], zh ? area[1] : area[0], unit, zh ? better[1] : better[0], weight, scoring, zh ? rollup[1] : rollup[0], source,
  ];
  return [
    row(['Revenue', '销售额'], ['Result', '业绩'], 'CNY', ['higher', '越高越好'], 40, 'ratio', ['sum', '求和'], 'orders: revenue'),
    row(['Gross profit', '毛利'], ['Result', '业绩'], 'CNY', ['higher', '越高越好'], 30, 'ratio', ['sum', '求和'], 'orders: profit'),
    row(['New customers', '新客户数'], ['Customers', '客户'], '#', ['higher', '越高越好'], 15, 'ratio', ['sum', '求和'], 'orders: new customers'),
    row(['Complaint rate', '投诉率'], ['Service', '服务'], '%', ['lower', '越低越好'], 15, 'ratio mirror', ['average', '平均'], ''),
  ];
}

export function actualRows(random: Random, language: SampleLanguage): Cell[][] {
  const kpi = language === 'zh' ? '投诉率' : 'Complaint rate';
  return Array.from({ length: MONTHS }, (_, month) => addMonths(FIRST_MONTH, month)).flatMap((start) => {
    const { year, month } = civilOf(start);
    return samplePeople.map((person): Cell[] => [`${year}-${String(month).padStart(2, '0')}`, person[language], kpi, random.whole(0, 40) / 1000]);
  });
}

export function gradeRows(): Cell[][] {
  return [[90, 'A', 1.2], [75, 'B', 1], [60, 'C', 0.8], [0, 'D', 0.5]];
}

export function holidayRows(language: SampleLanguage): Cell[][] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return [
    ['2025-04-04', say('Qingming', '清明节')], ['2025-05-01', say('Labour Day', '劳动节')], ['2025-05-31', say('Dragon Boat', '端午节')],
    ['2025-10-01', say('National Day', '国庆节')], ['2025-10-06', say('Mid-Autumn', '中秋节')], ['2026-01-01', say('New Year', '元旦')], ['2026-02-17', say('Spring Festival', '春节')],
  ];
}

export function taskRows(random: Random, language: SampleLanguage): Cell[][] {
  const names = language === 'zh' ? ['拜访客户', '展会跟进', '报价更新', '样品寄送'] : ['Visit customer', 'Follow up fair', 'Renew quotation', 'Send samples'];
  return samplePeople.flatMap((person) =>
    names.map((name): Cell[] => {
      const due = addMonths(FIRST_MONTH, random.whole(10, 13)) + random.whole(0, 27);
      const done = random.chance(60) ? dayText(due - random.whole(-6, 10)) : '';
      return [name, person[language], '', '', dayText(due - 30), dayText(due), done, done === '' ? random.whole(0, 9) / 10 : 1, random.whole(1, 3), ''];
    }),
  );
}

const WON = { en: 'won', zh: '赢单' } as const;

export function pipelineRows(random: Random, language: SampleLanguage): Cell[][] {
  const stages = language === 'zh' ? ['询盘', '报价', '打样', '成交'] : ['Inquiry', 'Quotation', 'Samples', 'Won'];
  const rows: Cell[][] = [];
  for (let deal = 1; deal <= 40; deal += 1) {
    const owner = random.pick(samplePeople.filter(({ team }) => team !== 'support'));
    let day = addMonths(FIRST_MONTH, random.whole(8, 12)) + random.whole(0, 27);
    const reached = random.whole(1, stages.length);
    for (let stage = 0; stage < reached; stage += 1) {
      rows.push([`D-${100 + deal}`, `Prospect ${deal}`, owner[language], '', stages[stage] ?? '', dayText(day), random.whole(5, 80) * 1000, 'USD', [0.1, 0.3, 0.6, 1][stage] ?? 0, stage === 3 ? WON[language] : '']);
      day += random.whole(5, 25);
    }
  }
  return rows;
}
