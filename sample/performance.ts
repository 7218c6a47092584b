import type { Cell } from '../core/table/cell';
import { addMonths, dayText } from '../core/table/day';
import { FIRST_MONTH, MONTHS } from './orders';
import { STAGES } from '../core/rules/templates/names';
import type { SampleLanguage } from './orders';
import { samplePeople } from './people';
import type { Random } from './random';

/** Grades, holidays, the plan of work and the pipeline of the sample company. */
export function gradeRows(): Cell[][] {
  return [[90, 'A', 1.2], [75, 'B', 1], [60, 'C', 0.8], [0, 'D', 0.5]];
}

export function holidayRows(language: SampleLanguage): Cell[][] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return [
    ['2025-04-04', say('Qingming', '清明节')], ['2025-05-01', say('Labour Day', '劳动节')], ['2025-05-31', say('Dragon Boat', '端午节')],
    ['2025-10-01', say('National Day', '国庆节')], ['2025-10-06', say('Mid-Autumn', '中秋节')], ['2026-01-01', say('New Year', '元旦')], ['2026-02-17', say('Spring Festival', '春节')], ['2026-02-28', say('Make-up day', '补班')],
  ];
}

/** Each month's tasks of everyone who was there. Most are done in time; what is left open is partly done. */
export function taskRows(random: Random, language: SampleLanguage): Cell[][] {
  const sales = language === 'zh' ? ['拜访客户', '展会跟进', '报价更新'] : ['Visit customer', 'Follow up fair', 'Renew quotation'];
  const support = language === 'zh' ? ['样品寄送', '单证归档', '验货安排'] : ['Send samples', 'File documents', 'Arrange inspection'];
  const rows: Cell[][] = [];
  for (let month = 0; month < MONTHS; month += 1) {
    const start = addMonths(FIRST_MONTH, month);
    for (const person of samplePeople) {
      if (person.joined > dayText(start) || (person.left !== '' && person.left < dayText(start))) continue;
      const name = random.pick(person.role === 'merchandiser' ? support : sales);
      const due = start + random.whole(8, 26);
      const done = random.chance(month === MONTHS - 1 ? 65 : 92) ? dayText(due - random.whole(-4, 10)) : '';
      const stage = STAGES[person.role === 'merchandiser' ? 2 : random.whole(0, 1)]?.[language] ?? '';
      rows.push([name, person[language], stage, '', dayText(due - 20), dayText(due), done, done === '' ? random.whole(2, 8) / 10 : 1, random.whole(1, 3), '']);
    }
  }
  return rows;
}

const WON = { en: 'won', zh: '赢单' } as const;
const LOST = { en: 'lost', zh: '输单' } as const;

/** Deals of fourteen months: most end as won or lost, some of the last are still open, a few have stood still. */
export function pipelineRows(random: Random, language: SampleLanguage): Cell[][] {
  const stages = language === 'zh' ? ['询盘', '报价', '打样', '成交'] : ['Inquiry', 'Quotation', 'Samples', 'Won'];
  const today = dayText(addMonths(FIRST_MONTH, MONTHS) - 1);
  const rows: Cell[][] = [];
  for (let deal = 1; deal <= 150; deal += 1) {
    const began = addMonths(FIRST_MONTH, Math.trunc(((deal - 1) * MONTHS) / 150)) + random.whole(0, 27);
    const owner = random.pick(samplePeople.filter(({ team, joined, left }) => team !== 'support' && joined <= dayText(began) && (left === '' || left >= dayText(began))));
    const country = random.pick(COUNTRIES[owner.team === 'europe' ? 'europe' : 'americas'])[language];
    const reached = random.whole(1, stages.length);
    const isLost = reached < stages.length && deal <= 128;
    let [day, amount] = [began, random.whole(5, 80) * 1000];
    for (let stage = 0; stage < reached && dayText(day) <= today; stage += 1) {
      const ends = stage === reached - 1;
      const result = stage === stages.length - 1 ? WON[language] : '';
      rows.push([`D-${1000 + deal}`, `${language === 'zh' ? '潜客' : 'Prospect'} ${deal}`, owner[language], country, stages[stage] ?? '', dayText(day), amount, 'USD', PROBABILITIES[stage] ?? 0, ends && isLost ? LOST[language] : result]);
      day += random.whole(5, 25);
      amount += random.whole(-2, 3) * 1000;
    }
  }
  return rows;
}

const PROBABILITIES = ['10%', '30%', '60%', '100%'];
const COUNTRIES: Readonly<Record<'europe' | 'americas', readonly { readonly en: string; readonly zh: string }[]>> = {
  europe: [{ en: 'Germany', zh: '德国' }, { en: 'France', zh: '法国' }, { en: 'Poland', zh: '波兰' }],
  americas: [{ en: 'United States', zh: '美国' }, { en: 'Chile', zh: '智利' }, { en: 'Mexico', zh: '墨西哥' }],
};
