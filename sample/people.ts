import type { Cell } from '../core/table/cell';

/** Someone of the sample company, in both languages. */
export interface SamplePerson {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly team: keyof typeof teams;
  readonly role: keyof typeof roles;
  readonly manager: string;
  readonly joined: string;
  readonly left: string;
  readonly plan: keyof typeof planNames | '';
  readonly targetBonus: number;
}

export const teams = { europe: { en: 'Europe', zh: '欧洲组' }, americas: { en: 'Americas', zh: '美洲组' }, support: { en: 'Order support', zh: '跟单组' } } as const;
export const roles = {
  manager: { en: 'Manager', zh: '经理' },
  senior: { en: 'Senior sales', zh: '高级业务员' },
  sales: { en: 'Sales', zh: '业务员' },
  merchandiser: { en: 'Merchandiser', zh: '跟单员' },
} as const;
export const planNames = {
  profit: { en: 'Profit tiers', zh: '毛利阶梯' },
  team: { en: 'Individual and team', zh: '个人与团队' },
  support: { en: 'Order support', zh: '跟单提成' },
} as const;

export const samplePeople: readonly SamplePerson[] = [
  { id: 'E01', en: 'Helen Zhou', zh: '周海伦', team: 'europe', role: 'manager', manager: '', joined: '2019-03-01', left: '', plan: 'profit', targetBonus: 60000 },
  { id: 'E02', en: 'Amy Chen', zh: '陈爱米', team: 'europe', role: 'senior', manager: 'E01', joined: '2020-06-15', left: '', plan: 'profit', targetBonus: 40000 },
  { id: 'E03', en: 'Ben Liu', zh: '刘本', team: 'europe', role: 'sales', manager: 'E01', joined: '2021-09-01', left: '', plan: 'profit', targetBonus: 30000 },
  { id: 'E04', en: 'Carol Wu', zh: '吴卡罗', team: 'europe', role: 'sales', manager: 'E01', joined: '2022-02-14', left: '2026-01-31', plan: 'profit', targetBonus: 30000 },
  { id: 'E05', en: 'David Xu', zh: '徐大卫', team: 'europe', role: 'sales', manager: 'E01', joined: '2025-11-10', left: '', plan: 'profit', targetBonus: 24000 },
  { id: 'A01', en: 'Frank Sun', zh: '孙法兰', team: 'americas', role: 'manager', manager: '', joined: '2018-05-07', left: '', plan: 'team', targetBonus: 60000 },
  { id: 'A02', en: 'Grace Li', zh: '李葛蕾', team: 'americas', role: 'senior', manager: 'A01', joined: '2020-03-02', left: '', plan: 'team', targetBonus: 40000 },
  { id: 'A03', en: 'Henry Guo', zh: '郭亨利', team: 'americas', role: 'sales', manager: 'A01', joined: '2021-07-19', left: '', plan: 'team', targetBonus: 30000 },
  { id: 'A04', en: 'Ivy Tang', zh: '唐艾薇', team: 'americas', role: 'sales', manager: 'A01', joined: '2023-04-03', left: '', plan: 'team', targetBonus: 30000 },
  { id: 'S01', en: 'Jack Ma', zh: '马杰克', team: 'support', role: 'merchandiser', manager: 'E01', joined: '2019-10-08', left: '', plan: 'support', targetBonus: 12000 },
  { id: 'S02', en: 'Kate Lin', zh: '林凯特', team: 'support', role: 'merchandiser', manager: 'A01', joined: '2022-08-22', left: '', plan: 'support', targetBonus: 12000 },
  { id: 'S03', en: 'Leo Fang', zh: '方里奥', team: 'support', role: 'merchandiser', manager: 'A01', joined: '2024-01-02', left: '', plan: 'support', targetBonus: 12000 },
];

/** Henry Guo is promoted on this day: a second row of the People table. */
const PROMOTION = { id: 'A03', from: '2025-10-01', role: 'senior' } as const;

/** David Xu carries half of his targets until this day: a Ramp in the People table. */
const NEWCOMER = { id: 'E05', ramp: '50%', until: '2026-02-01' } as const;

export function nameOf(id: string, language: 'en' | 'zh'): string {
  return samplePeople.find((person) => person.id === id)?.[language] ?? '';
}

/** Somebody who came from the other sales team, and went over to its plan. */
const MOVE = { id: 'A04', team: 'europe', plan: 'profit', manager: 'E01', from: '2025-05-01' } as const;

export function peopleRows(language: 'en' | 'zh'): Cell[][] {
  const row = (person: SamplePerson, role: keyof typeof roles, from: string, ramp = ''): Cell[] => [
    person[language],
    person.id,
    teams[person.team][language],
    roles[role][language],
    nameOf(person.manager, language),
    person.joined,
    person.left,
    from,
    person.plan === '' ? '' : planNames[person.plan][language],
    person.targetBonus,
    ramp,
  ];
  return samplePeople.flatMap((person) => {
    if (person.id === PROMOTION.id) return [row(person, person.role, ''), row(person, PROMOTION.role, PROMOTION.from)];
    if (person.id === NEWCOMER.id) return [row(person, person.role, '', NEWCOMER.ramp), row(person, person.role, NEWCOMER.until)];
    if (person.id === MOVE.id) return [row({ ...person, team: MOVE.team, plan: MOVE.plan, manager: MOVE.manager }, person.role, ''), row(person, person.role, MOVE.from)];
    return [row(person, person.role, '')];
  });
}
