import type { TableSchema } from './table-schema';
import { anyCell, date, number, text } from './table-schema';

export const rules: TableSchema = {
  en: 'Rules',
  zh: '规则',
  range: 'MeritRules',
  fields: [
    text('plan', 'Plan', '方案', '提成方案'),
    text('version', 'Version', '版本'),
    date('effective', 'Effective', '生效日', '生效日期', 'Effective date'),
    text('part', 'Part', '部分'),
    text('rule', 'Rule', '规则'),
    text('item', 'Item', '项目'),
    anyCell('from', 'From', '起点', '下限'),
    anyCell('value', 'Value', '数值', '值'),
    text('note', 'Note', '说明', '备注', 'Notes'),
  ],
  knownBy: [['plan', 'rule', 'value']],
};

export const people: TableSchema = {
  en: 'People',
  zh: '人员',
  range: 'MeritPeople',
  fields: [
    text('person', 'Person', '姓名', 'Name', 'Employee', '员工', '人员'),
    text('id', 'ID', '工号', 'Employee ID', '员工编号', 'Staff no'),
    text('team', 'Team', '团队', '部门', 'Department', '小组'),
    text('role', 'Role', '职位', '岗位', 'Position', 'Title', '职务'),
    text('manager', 'Manager', '上级', '主管', '直属上级', 'Reports to', 'Supervisor'),
    text('formerName', 'Former name', '曾用名', '原名', 'Former names'),
    date('joined', 'Joined', '入职日', '入职日期', 'Join date', 'Hire date', 'Start date'),
    date('left', 'Left', '离职日', '离职日期', 'Leave date', 'End date', 'Leaving date'),
    date('from', 'From', '起始日', '起始日期', 'Valid from'),
    text('plan', 'Plan', '方案', '提成方案'),
    number('weight', 'Weight', '权重'),
    number('targetBonus', 'Target bonus', '目标奖金'),
    number('ramp', 'Ramp', '爬坡比例', '新人比例'),
  ],
  knownBy: [
    ['person', 'team'],
    ['person', 'role'],
    ['person', 'manager'],
    ['person', 'joined'],
    ['person', 'left'],
    ['person', 'plan'],
    ['person', 'id'],
  ],
};

export const orders: TableSchema = {
  en: 'Orders',
  zh: '订单',
  range: 'MeritOrders',
  fields: [
    text('order', 'Order', '订单号', 'Order no', 'Order number', 'Order ID', 'PO', '合同号', '订单编号', 'Contract no'),
    text('line', 'Line', '行号', 'Line no', 'Item no', '序号'),
    date('orderDate', 'Order date', '下单日期', '订单日期', '签约日期', '接单日期', 'Date of order', 'Contract date'),
    date('shipDate', 'Ship date', '出货日期', '发货日期', '装运日期', '出运日期', 'Shipment date', 'Shipped', 'Shipping date'),
    date('invoiceDate', 'Invoice date', '开票日期', '发票日期'),
    date('promisedDate', 'Promised date', '承诺交期', '交期', 'Due date', '约定交期'),
    text('customer', 'Customer', '客户', '客户名称', 'Client', 'Buyer', 'Customer name'),
    text('country', 'Country', '国家', '国别', '国家/地区', 'Market'),
    text('project', 'Project', '项目', '项目名称'),
    text('product', 'Product', '产品', '品名', '产品名称', 'SKU', 'Goods'),
    text('owner', 'Owner', '业务员', 'Sales rep', 'Salesperson', 'Sales person', 'Rep', '销售员', '跟进人', '负责人', 'Account owner'),
    text('currency', 'Currency', '币种', '币别', '货币'),
    number('rate', 'Rate', '汇率', 'Exchange rate', 'FX rate'),
    number('quantity', 'Quantity', '数量', 'Qty'),
    number('amount', 'Amount', '金额', '订单金额', '合同金额', '销售额', 'Order amount', 'Sales amount', '成交金额'),
    text('priceTerm', 'Price term', '价格条款', '贸易术语', 'Incoterm', 'Incoterms', '成交方式', 'Trade term'),
    number('freight', 'Freight', '运费', '海运费', 'Ocean freight'),
    number('insurance', 'Insurance', '保险费', '保费'),
    number('middleman', 'Middleman', '中间商佣金', '佣金', 'Agent commission', '暗佣', '明佣'),
    number('bankFee', 'Bank fee', '银行费用', '银行手续费', 'Bank charges', '银行费'),
    number('purchase', 'Purchase', '含税采购成本', '采购成本', '含税采购价', 'Purchase incl. VAT', '采购金额', 'Purchase cost'),
    number('vatRate', 'VAT rate', '增值税率', '增值税', 'VAT'),
    number('rebateRate', 'Rebate rate', '退税率', '出口退税率', 'Tax rebate rate'),
    number('domesticCost', 'Domestic cost', '国内费用', '国内杂费', 'Domestic costs', 'Domestic fees'),
    number('otherCost', 'Other cost', '其他费用', '其它费用', 'Other costs'),
    number('profit', 'Profit', '毛利', 'Gross profit', '毛利润', '利润'),
    number('received', 'Received', '已收款', '已收金额', 'Amount received', '到账金额', '回款金额'),
    date('receivedDate', 'Received date', '收款日期', '到账日期', '回款日期', 'Date received'),
    text('status', 'Status', '状态', '订单状态'),
    text('reverses', 'Reverses', '冲销订单', '冲销', '原订单', '红冲订单'),
  ],
  // The date of the invoice or the shipment stands for the order's where there is none; a row without a number is an order of its own.
  knownBy: [['order', 'orderDate', 'amount'], ['order', 'invoiceDate', 'amount'], ['order', 'shipDate', 'amount'], ['orderDate', 'owner', 'customer', 'amount'], ['orderDate', 'owner', 'product', 'amount']],
};

export const receipts: TableSchema = {
  en: 'Receipts',
  zh: '收款',
  range: 'MeritReceipts',
  fields: [
    text('order', 'Order', '订单号', 'Order no', 'Order number', 'Order ID', '合同号', '订单编号'),
    date('date', 'Date', '日期', 'Receipt date', '收款日期', '到账日期', '回款日期', 'Received date'),
    text('currency', 'Currency', '币种', '币别', '货币'),
    number('amount', 'Amount', '金额', '收款金额', '到账金额', '回款金额', 'Received'),
    number('fee', 'Fee', '手续费', 'Bank fee', '银行手续费', '银行费用'),
    number('rate', 'Rate', '汇率', 'Exchange rate'),
  ],
  knownBy: [['order', 'date', 'amount']],
};

export const contributions: TableSchema = {
  en: 'Contributions',
  zh: '贡献',
  range: 'MeritContributions',
  fields: [
    text('subject', 'Project or Order', '项目/订单号', 'Project', '项目', 'Order', '订单号', 'Project/Order', '项目或订单', '项目或订单号'),
    text('person', 'Person', '姓名', 'Name', '人员'),
    number('share', 'Share', '比例', '贡献比例', 'Contribution', '贡献度'),
  ],
  knownBy: [['subject', 'person', 'share']],
};

export const fx: TableSchema = {
  en: 'FX',
  zh: '汇率表',
  range: 'MeritFx',
  fields: [
    date('date', 'Date', '日期', 'Rate date', '汇率日期'),
    text('currency', 'Currency', '币种', '币别', '货币'),
    number('rate', 'Rate', '汇率', 'Exchange rate', '中间价'),
    text('to', 'To', '本位币', 'To currency', 'Base currency', '折算币种'),
  ],
  knownBy: [['date', 'currency', 'rate']],
};
