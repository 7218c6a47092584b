import type { Text } from '../../core/locale/message';

/** Saving a version: from when, and what that does to closed periods. */
export const PLANS = {
  'plans.needsDate': { en: 'A further version of a plan needs the day from which it is in force: without one it would change every closed period.', zh: '方案的新版本须填生效日：不填会改变所有已关账的期间。' },
  'plans.effectiveHint': { en: 'The first open period, unless you choose another day.', zh: '默认为第一个未关账期间的首日。' },
  'plans.saveSays': { en: 'Saves version {version} of “{plan}”, {from}.', zh: '保存“{plan}”版本 {version}，{from}。' },
  'plans.costs': { en: 'It reaches back into closed periods ({periods}): correcting them adds {cost} to {next}.', zh: '影响已关账期间（{periods}），更正后 {next} 增减 {cost}。' },
  'plans.reaches': { en: 'It reaches back into closed periods ({periods}), which are corrected in {next}.', zh: '影响已关账期间（{periods}），在 {next} 更正。' },
  'plans.unsaved': { en: 'Changes that are not saved yet.', zh: '有尚未保存的修改。' },
  'plans.giveUp': { en: 'Give them up', zh: '放弃修改' },
  'plans.yearEffect': { en: 'Over the year so far', zh: '看本年至今' },
  'plans.yearEffectIs': { en: '{from} to {to} under these rules: {difference}', zh: '按此规则 {from} 至 {to}：{difference}' },
  'kpis.weightWrong': { en: 'The weight “{found}” is no number from 0 to 100. Type 10 for 10 %, or plus for points on top.', zh: '权重“{found}”不是 0 到 100 的数。10% 填 10，加分项填 加分。' },
  'kpis.targetWrong': { en: 'The target “{found}” is no number. Type digits, such as 12000000.', zh: '目标值“{found}”不是数字，请填如 12000000。' },
  'targets.noNumber': { en: '“{found}” is no number. Type digits, such as 12000000.', zh: '“{found}”不是数字，请填如 12000000。' },
  'targets.says': { en: 'Sets the targets of {count} people and teams for {kpi} in {year}, {total} in all. Months that are closed keep theirs.', zh: '设定 {count} 个人员和团队 {year} 年“{kpi}”的目标，合计 {total}；已关账月份保持不变。' },
} as const satisfies Record<string, Text>;
