import type { TableSchema } from './table-schema';
import { anyCell, date, number, period, text } from './table-schema';

export const kpis: TableSchema = {
  en: 'KPIs',
  zh: '指标',
  range: 'MeritKpis',
  fields: [
    text('kpi', 'KPI', '指标', '指标名称', 'Indicator'),
    text('area', 'Area', '类别', '维度'),
    text('unit', 'Unit', '单位'),
    text('better', 'Better', '方向', 'Direction'),
    anyCell('weight', 'Weight', '权重'),
    number('baseline', 'Baseline', '基准值'),
    number('target', 'Target', '目标值', '目标'),
    text('scoring', 'Scoring', '计分方法', '评分方法', '计分方式'),
    number('cap', 'Cap', '封顶'),
    number('floor', 'Floor', '保底'),
    text('missing', 'Missing', '缺数据'),
    text('rollup', 'Rollup', '汇总方式', 'Roll-up'),
    text('source', 'Source', '数据来源', '来源'),
    text('veto', 'Veto', '一票否决'),
    text('for', 'For', '适用对象', 'Applies to'),
    text('level', 'Level', '层级', '口径', '考核层级'),
    date('effective', 'Effective', '生效日', '生效日期'),
  ],
  knownBy: [['kpi', 'weight'], ['kpi', 'scoring'], ['kpi', 'source'], ['kpi', 'rollup']],
};

export const targets: TableSchema = {
  en: 'Targets',
  zh: '目标',
  range: 'MeritTargets',
  fields: [
    text('person', 'Person', '姓名', 'Name', '人员', 'Person or team', '姓名/团队'),
    text('kpi', 'KPI', '指标', '指标名称', 'Indicator'),
    period('period', 'Period', '期间', '周期'),
    number('target', 'Target', '目标值', '目标'),
    number('baseline', 'Baseline', '基准值'),
    number('stretch', 'Stretch', '挑战值'),
    number('weight', 'Weight', '权重'),
    date('effective', 'Effective', '生效日', '生效日期'),
    text('note', 'Note', '说明', '备注'),
    anyCell('year', 'Year', '年', '年度', '年份'),
  ],
  knownBy: [['person', 'kpi', 'target'], ['person', 'kpi', 'year']],
};

export const actuals: TableSchema = {
  en: 'Actuals',
  zh: '实绩',
  range: 'MeritActuals',
  fields: [
    period('period', 'Period', '期间', '周期'),
    text('person', 'Person', '姓名', 'Name', '人员', 'Person or team', '姓名/团队'),
    text('kpi', 'KPI', '指标', '指标名称', 'Indicator'),
    anyCell('actual', 'Actual', '实际值', '实绩', '完成值', 'Actuals'),
    anyCell('numerator', 'Numerator', '分子'),
    anyCell('denominator', 'Denominator', '分母'),
    text('note', 'Note', '备注', '说明'),
    anyCell('year', 'Year', '年', '年度', '年份'),
  ],
  knownBy: [['person', 'kpi', 'actual'], ['person', 'kpi', 'denominator']],
};

export const scores: TableSchema = {
  en: 'Scores',
  zh: '得分',
  range: 'MeritScores',
  fields: [
    period('period', 'Period', '期间', '周期'),
    text('person', 'Person', '姓名', 'Name', '人员'),
    number('score', 'Score', '得分', '总分', '考核得分'),
    text('grade', 'Grade', '等级'),
    number('factor', 'Factor', '系数', '绩效系数'),
    anyCell('coverage', 'Coverage', '数据完整率'),
    text('status', 'Status', '状态'),
  ],
  knownBy: [['period', 'person', 'score']],
};

export const holidays: TableSchema = {
  en: 'Holidays',
  zh: '假日',
  range: 'MeritHolidays',
  fields: [date('holiday', 'Holiday', '假日', '节假日'), text('note', 'Note', '备注', '说明')],
  knownBy: [['holiday']],
};

export const grades: TableSchema = {
  en: 'Grades',
  zh: '等级',
  range: 'MeritGrades',
  fields: [number('from', 'From', '起点', '下限'), text('grade', 'Grade', '等级'), number('factor', 'Factor', '系数'), number('share', 'Share', '占比', '强制分布')],
  knownBy: [['from', 'grade']],
};
