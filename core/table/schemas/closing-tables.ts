import type { TableSchema } from './table-schema';
import { anyCell, date, number, period, text } from './table-schema';

/** What closed periods paid: rows are only ever added. */
export const statements: TableSchema = {
  en: 'Statements',
  zh: '结算单',
  range: 'MeritStatements',
  fields: [
    period('period', 'Period', '期间', '结算期间', '结算周期'),
    period('forPeriod', 'For period', '所属期间', '归属期间'),
    text('kind', 'Kind', '类型', '类别'),
    text('id', 'ID', '工号', 'Employee ID', '员工编号'),
    text('person', 'Person', '姓名', 'Name', '人员'),
    text('payee', 'Payee', '收款方', '对象'),
    text('plan', 'Plan', '方案', '提成方案'),
    text('part', 'Part', '部分'),
    text('order', 'Order', '订单号'),
    number('measure', 'Measure', '计提基数', '基数'),
    number('earned', 'Earned', '应得', '应得提成'),
    number('reserved', 'Reserved', '预留'),
    number('held', 'Held', '暂扣'),
    number('released', 'Released', '返还', '释放'),
    number('draw', 'Draw', '预支'),
    number('adjustment', 'Adjustment', '调整', '更正'),
    number('payable', 'Payable', '应发', '应付', '实发'),
    number('carried', 'Carried', '结转'),
    text('currency', 'Currency', '币种'),
    text('rulesAsOf', 'Rules as of', '规则版本'),
    anyCell('due', 'Due', '到期', '到期日'),
    text('note', 'Note', '备注', '说明'),
    text('checksum', 'Checksum', '校验码'),
    anyCell('closedAt', 'Closed at', '关账时间', '结账时间'),
    text('closedBy', 'Closed by', '关账人', '结账人'),
    text('voided', 'Voided', '已撤销', '撤销'),
    text('confirmation', 'Confirmation', '确认', '确认状态'),
    text('confirmedBy', 'Confirmed by', '确认人'),
    anyCell('confirmedOn', 'Confirmed on', '确认日期'),
    text('remark', 'Remark', '确认备注', '异议'),
  ],
  knownBy: [['period', 'person', 'payable'], ['period', 'kind', 'person', 'earned']],
};

/** What each order line of a closed period was paid: rows are only ever added. */
export const statementLines: TableSchema = {
  en: 'Statement lines',
  zh: '结算明细',
  range: 'MeritStatementLines',
  fields: [
    period('period', 'Period', '期间', '结算期间', '结算周期'),
    period('forPeriod', 'For period', '所属期间', '归属期间'),
    text('id', 'ID', '工号', 'Employee ID', '员工编号'),
    text('person', 'Person', '姓名', 'Name', '人员'),
    text('payee', 'Payee', '收款方', '对象'),
    text('plan', 'Plan', '方案', '提成方案'),
    text('part', 'Part', '部分'),
    text('order', 'Order', '订单号'),
    text('line', 'Line', '行号'),
    anyCell('date', 'Date', '日期', '计提日期'),
    number('measure', 'Measure', '计提基数', '基数'),
    text('rate', 'Rate', '提成率'),
    text('tier', 'Tier', '阶梯', '档位'),
    number('pay', 'Pay', '提成', '应得'),
    number('held', 'Held', '暂扣'),
    text('currency', 'Currency', '币种'),
    text('note', 'Note', '备注', '说明'),
    text('checksum', 'Checksum', '校验码'),
  ],
  knownBy: [['period', 'person', 'order', 'pay']],
};

/** What is added or taken by hand, with its reason and who approved it. */
export const adjustments: TableSchema = {
  en: 'Adjustments',
  zh: '调整',
  range: 'MeritAdjustments',
  fields: [
    period('period', 'Period', '期间', '结算期间'),
    text('id', 'ID', '工号', 'Employee ID', '员工编号'),
    text('person', 'Person', '姓名', 'Name', '人员'),
    text('plan', 'Plan', '方案', '提成方案'),
    number('amount', 'Amount', '金额', '调整金额'),
    text('reason', 'Reason', '原因', '事由'),
    text('approvedBy', 'Approved by', '批准人', '审批人'),
    date('date', 'Date', '日期', '批准日期'),
  ],
  knownBy: [['period', 'amount', 'reason'], ['person', 'amount', 'reason']],
};
