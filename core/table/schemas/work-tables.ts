import type { TableSchema } from './table-schema';
import { date, number, text } from './table-schema';

export const tasks: TableSchema = {
  en: 'Plan of work',
  zh: '行动计划',
  range: 'MeritTasks',
  fields: [
    text('task', 'Task', '任务'),
    text('owner', 'Owner', '负责人'),
    text('stage', 'Stage', '环节'),
    text('customer', 'Customer', '客户'),
    date('start', 'Start', '开始', '开始日期'),
    date('due', 'Due', '截止', '截止日期'),
    date('done', 'Done', '完成日', '完成日期'),
    number('progress', 'Progress', '进度'),
    number('weight', 'Weight', '权重'),
    text('note', 'Note', '备注', '说明'),
  ],
  knownBy: [['task', 'due']],
};

export const pipeline: TableSchema = {
  en: 'Pipeline',
  zh: '商机',
  range: 'MeritPipeline',
  fields: [
    text('deal', 'Deal', '商机', '商机名称'),
    text('customer', 'Customer', '客户'),
    text('owner', 'Owner', '负责人', '业务员'),
    text('country', 'Country', '国家'),
    text('stage', 'Stage', '环节', '阶段'),
    date('entered', 'Entered', '进入日期'),
    number('amount', 'Amount', '金额', '预计金额'),
    text('currency', 'Currency', '币种'),
    number('probability', 'Probability', '概率'),
    text('result', 'Result', '结果'),
  ],
  knownBy: [['deal', 'stage']],
};
