import { printRules } from '../core/rules/print-rules';
import { templateLines, templates } from '../core/rules/templates/templates';
import type { Cell } from '../core/table/cell';
import { readDay } from '../core/table/day';
import { planNames, roles, teams } from './people';
import { STAGES } from '../core/rules/templates/names';
import type { SampleLanguage } from './orders';

type Row = readonly [plan: string, version: string, effective: string, part: string, rule: string, item: string, from: Cell, value: Cell, note: string];

/** Makes the rows of a plan of one version and one part. */
function rowOf(plan: string): (rule: string, item: string, from: Cell, value: Cell, note?: string) => Row {
  return (rule, item, from, value, note = '') => [plan, '', '', '', rule, item, from, value, note];
}

/** The plans in force of the sample company, in English words; names of columns and values follow the language. */
function livePlans(language: SampleLanguage): Row[] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const [profit, team, support] = [planNames.profit[language], planNames.team[language], planNames.support[language]];
  const role = say('Role', '职位');
  const individual = say('Individual', '个人');
  const pot = say('Team', '团队');
  return [
    [profit, '1', '', '', 'measure', '', '', say('profit', '毛利'), say('gross profit, as the money comes in', '毛利，随回款计提')],
    [profit, '1', '', '', 'counts on', '', '', 'receipt', ''],
    [profit, '1', '', '', 'tier', '', 0, '5%', ''],
    [profit, '1', '', '', 'tier', '', 100000, '8%', ''],
    [profit, '1', '', '', 'tier', '', 300000, '10%', ''],
    [profit, '1', '', '', 'tier span', '', '', 'year', ''],
    [profit, '1', '', '', 'override', '1', 0, '0.5%', say('Europe’s manager', '欧洲组经理')],
    [profit, '1', '', '', 'hold', say('year end', '年底'), '', '10%', ''],
    [profit, '2', '2026-01-01', '', 'measure', '', '', say('profit', '毛利'), say('new year: one more tier, a fund', '新年度：加一档，设基金')],
    [profit, '2', '2026-01-01', '', 'counts on', '', '', 'receipt', ''],
    [profit, '2', '2026-01-01', '', 'tier', '', 0, '5%', ''],
    [profit, '2', '2026-01-01', '', 'tier', '', 100000, '8%', ''],
    [profit, '2', '2026-01-01', '', 'tier', '', 300000, '10%', ''],
    [profit, '2', '2026-01-01', '', 'tier', '', 600000, '12%', ''],
    [profit, '2', '2026-01-01', '', 'tier span', '', '', 'year', ''],
    [profit, '2', '2026-01-01', '', 'factor', `${say('Customer grade', '客户等级')}=A`, '', 1.1, say('strategic customers', '战略客户')],
    [profit, '2', '2026-01-01', '', 'override', '1', 0, '0.5%', ''],
    [profit, '2', '2026-01-01', '', 'reserve', say('Market fund', '市场基金'), '', '5%', ''],
    [profit, '2', '2026-01-01', '', 'hold', say('year end', '年底'), '', '10%', ''],
    [team, '', '', individual, 'share', '', '', '70%', ''],
    [team, '', '', individual, 'counts on', '', '', 'shipment', ''],
    [team, '', '', individual, 'rate', '', '', '1.2%', ''],
    [team, '', '', individual, 'bonus', `${say('order', '订单')} ${say('First order', '首单')}=${say('yes', '是')}`, '', 500, say('a new customer’s first order', '新客户首单奖')],
    [team, '', '', individual, 'factor', say('Score', '得分'), 90, 1.1, ''],
    [team, '', '', individual, 'gate', say('Score', '得分'), 60, '50%', ''],
    [team, '', '', individual, 'draw', say('recoverable', '可追回'), '', 3000, ''],
    [team, '', '', pot, 'share', '', '', '30%', ''],
    [team, '', '', pot, 'counts on', '', '', 'shipment', ''],
    [team, '', '', pot, 'pool', '', '', 'team', ''],
    [team, '', '', pot, 'rate', '', '', '1.2%', ''],
    [team, '', '', pot, 'share by', role, '', '40%', ''],
    [team, '', '', pot, 'share by', say('credit', '业绩'), '', '60%', ''],
    [team, '', '', pot, 'weight', `${role}=${roles.manager[language]}`, '', 1.5, ''],
    [support, '', '', say('Orders', '订单'), 'credit', '', '', STAGES[2][language], say('the merchandiser on the order', '跟单员')],
    [support, '', '', say('Orders', '订单'), 'counts on', '', '', 'shipment', ''],
    [support, '', '', say('Orders', '订单'), 'bonus', say('order', '订单'), '', 60, say('per shipped order', '每单')],
    [support, '', '', say('Revenue', '销售额'), 'credit', '', '', STAGES[2][language], ''],
    [support, '', '', say('Revenue', '销售额'), 'counts on', '', '', 'shipment', ''],
    [support, '', '', say('Revenue', '销售额'), 'pool', '', '', 'plan', ''],
    [support, '', '', say('Revenue', '销售额'), 'rate', '', '', '0.02%', ''],
    [support, '', '', say('Revenue', '销售额'), 'share by', say('equal', '平均'), '', '100%', ''],
  ];
}

/** A draft that pays Europe by how far each has come against the target. */
function attainmentPlan(language: SampleLanguage): Row[] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const plan = say('Attainment tiers', '达成率阶梯');
  const row = rowOf(plan);
  return [
    row('draft', '', '', say('yes', '是'), say('the whole month at the rate of the attainment reached', '按达成率所在档次全额计提')),
    row('payees', say('Team', '团队'), '', teams.europe[language]),
    row('tier on', say('Revenue', '销售额'), '', 'attainment'),
    row('tier mode', '', '', 'whole'),
    row('tier', '', 0, '0.6%'),
    row('tier', '', '80%', '0.9%'),
    row('tier', '', '100%', '1.2%'),
    row('tier', '', '120%', '1.5%'),
    row('factor', say('Grade factor', '等级系数'), '', '', say('the month’s grade', '当月等级')),
  ];
}

/** A draft that pays the Americas by how far they have come against a target in dollars. */
function dollarPlan(language: SampleLanguage): Row[] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const row = rowOf(say('Dollar target', '美元目标'));
  return [
    row('draft', '', '', say('yes', '是'), say('the target in USD at the month’s last rate', '目标为美元，按月末汇率折算')),
    row('payees', say('Team', '团队'), '', teams.americas[language]),
    row('tier on', say('Revenue in USD', '美元销售额'), '', 'attainment'),
    row('tier mode', '', '', 'whole'),
    row('tier', '', 0, '0.8%'),
    row('tier', '', '80%', '1%'),
    row('tier', '', '100%', '1.2%'),
  ];
}

/** A draft of a contest: the three best sellers of each month, and the team with the most profit. */
function contestPlan(language: SampleLanguage): Row[] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const row = rowOf(say('Sales contest', '销售竞赛'));
  return [
    row('draft', '', '', say('yes', '是'), say('prizes for the first places of each month', '每月名次奖')),
    row('payees', say('Team', '团队'), '', `${teams.europe[language]}; ${teams.americas[language]}`),
    row('bonus', say('rank 1..3', '第1至3名'), 500000, '3000; 2000; 1000', say('by revenue; less than 500,000 does not qualify', '按销售额，不足 50 万不参评')),
    row('bonus', say('rank 1 team profit equal', '团队毛利第1名 平均'), '', 4000, say('shared by all of the team', '全队平分')),
  ];
}

/** The ten templates and two combinations as drafts: settled only when asked for by name. */
function draftPlans(language: SampleLanguage): Row[] {
  return templates.flatMap((template, index): Row[] => {
    const plan = `${index + 1} ${template.name[language]}`;
    const rows = templateLines(template, language).map(([part, rule, item, from, value]): Row => [plan, '', '', part, rule, item, from, value, '']);
    const people = payeesFor(template.key, language).map((value): Row => [plan, '', '', '', 'payees', language === 'zh' ? '团队' : 'Team', '', value, '']);
    return [[plan, '', '', '', 'draft', '', '', language === 'zh' ? '是' : 'yes', template.purpose[language]], ...people, ...rows];
  });
}

/** Templates by stage or project also pay order support; the others the two sales teams. */
function payeesFor(key: string, language: SampleLanguage): string[] {
  const everyone = ['stages', 'project', 'stages-pool-score'].includes(key);
  const names = everyone ? [teams.europe, teams.americas, teams.support] : [teams.europe, teams.americas];
  return [names.map((team) => team[language]).join('; ')];
}

export function ruleRows(language: SampleLanguage): Cell[][] {
  const rows = [...livePlans(language), ...draftPlans(language), ...attainmentPlan(language), ...dollarPlan(language), ...contestPlan(language)].map(([plan, version, effective, part, rule, item, from, value, note], index) => {
    const day = effective === '' ? undefined : readDay(effective);
    return { index, row: index + 2, plan, version, effective: typeof day === 'number' ? day : undefined, part, rule, item, from, value, note };
  });
  return printRules(rows, language);
}
