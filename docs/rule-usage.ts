import type { Text } from '../core/locale/message';
import type { WordKey } from '../core/rules/words';

/** Item, From and Value of a row, as somebody would type it. */
type Typed = readonly [item: string, from: string | number, value: string | number];

/** What holds without a row of a word, and one row of it. */
export interface Usage {
  readonly without: Text;
  readonly example: { readonly en: Typed; readonly zh: Typed };
}

/** Every word's default and one example of it, for the reference page; the sentence beside the example is what the plan page says of it. */
export const ruleUsage: Readonly<Record<WordKey, Usage>> = {
  payees: {
    without: { en: 'Everyone whose Plan in People names the plan; with one plan and Plan blank everywhere, everyone.', zh: '人员表“方案”写了本方案的人；只有一个方案且该列全空时为全员。' },
    example: { en: ['Team', '', 'EU; US'], zh: ['团队', '', '欧洲组; 美洲组'] },
  },
  lines: {
    without: { en: 'All lines that are not cancelled.', zh: '所有未取消的订单行。' },
    example: { en: ['Product', '', 'not Sample*'], zh: ['产品', '', '非 样品*'] },
  },
  measure: {
    without: { en: 'revenue: the Amount, exchanged. A named column is money or a count by its header and first cells.', zh: '销售额：金额折成本币。所填的列是钱还是数，看表头和前几格。' },
    example: { en: ['', '', 'profit'], zh: ['', '', '毛利'] },
  },
  profitFrom: {
    without: { en: 'Profit is computed from the costs of the line.', zh: '毛利由该行各项成本计算。' },
    example: { en: ['', '', 'Booked profit'], zh: ['', '', '财务毛利'] },
  },
  deduct: {
    without: { en: 'Nothing is subtracted; Value blank is once the column.', zh: '不扣减；数值留空即按该列的 1 倍。' },
    example: { en: ['Freight', '', 1], zh: ['运费', '', 1] },
  },
  countsOn: {
    without: { en: 'order; with `measure received`: receipt.', zh: '下单；计提基数为回款时为回款。' },
    example: { en: ['', '', 'receipt'], zh: ['', '', '回款'] },
  },
  receiptStep: {
    without: { en: 'Every receipt counts at once, by its part of the order.', zh: '每笔回款按占订单的比例即时计入。' },
    example: { en: ['', '80%', '50%'], zh: ['', '80%', '50%'] },
  },
  credit: {
    without: { en: 'owner, shared as the Owner cell says; with `stage` rows: stages.', zh: '业务员，按业务员格中所写比例分；有“环节比例”时按环节。' },
    example: { en: ['', '', 'contributions'], zh: ['', '', '贡献'] },
  },
  stage: {
    without: { en: 'No stages. What the stages leave of 100 % is paid to nobody.', zh: '不分环节。各环节合计不足 100% 的部分不发。' },
    example: { en: ['Development', '', '40%'], zh: ['开发', '', '40%'] },
  },
  stageRate: {
    without: { en: 'No stage rates.', zh: '没有环节提成率。' },
    example: { en: ['Merchandising', '', '0.3%'], zh: ['跟单', '', '0.3%'] },
  },
  unassigned: {
    without: { en: 'company: shown, not paid.', zh: '公司：列示，不发放。' },
    example: { en: ['', '', 'owner'], zh: ['', '', '业务员'] },
  },
  creditFactor: {
    without: { en: '1 for every line.', zh: '每行为 1。' },
    example: { en: ['First order=yes', '', 1.5], zh: ['首单=是', '', 1.5] },
  },
  rate: {
    without: { en: 'A line that no rate fits earns 0, and says so.', zh: '没有适用提成率的订单行不计提，并有说明。' },
    example: { en: ['Product=Chair', '', '3%'], zh: ['产品=椅子', '', '3%'] },
  },
  tier: {
    without: { en: 'No tiers. From blank is 0; below the lowest bound nothing is paid.', zh: '没有阶梯。起点留空为 0；低于最低一档不计提。' },
    example: { en: ['', 100000, '8%'], zh: ['', 100000, '8%'] },
  },
  tierBonus: {
    without: { en: 'None. It is paid once a tier span.', zh: '没有。每个累计周期发一次。' },
    example: { en: ['', 500000, 2000], zh: ['', 500000, 2000] },
  },
  tierMode: {
    without: { en: 'marginal.', zh: '超额累进。' },
    example: { en: ['', '', 'whole'], zh: ['', '', '全额累进'] },
  },
  tierMetric: {
    without: { en: 'What is paid on (`measure`).', zh: '即计提基数。' },
    example: { en: ['', '', 'revenue'], zh: ['', '', '销售额'] },
  },
  tierOn: {
    without: { en: 'amount, in payroll currency. With attainment and Item blank: the first KPI that has a target.', zh: '金额（本币）。填达成率而项目留空时，取第一个有目标的指标。' },
    example: { en: ['Revenue', '', 'attainment'], zh: ['销售额', '', '达成率'] },
  },
  tierBy: {
    without: { en: 'person; in a part with a `pool`: the pool.', zh: '个人；有提成池的部分为提成池。' },
    example: { en: ['', '', 'team'], zh: ['', '', '团队'] },
  },
  tierSpan: {
    without: { en: 'month; of a line or an order: ever.', zh: '月；按订单行或订单分档时为一直累计。' },
    example: { en: ['', '', 'year'], zh: ['', '', '年'] },
  },
  tierEdge: {
    without: { en: 'from: a total on the bound is in the upper tier.', zh: '含：正好等于下限按高一档。' },
    example: { en: ['', '', 'above'], zh: ['', '', '超过'] },
  },
  tierUnit: {
    without: { en: 'The payroll currency, or pieces.', zh: '发放币种，或件数。' },
    example: { en: ['', '', '10k USD'], zh: ['', '', '万美元'] },
  },
  factor: {
    without: { en: '1. Of several rows of one column the most specific counts; those of different columns multiply.', zh: '1。同一列取最具体的一行，不同列相乘。' },
    example: { en: ['Score', 90, 1.1], zh: ['得分', 90, 1.1] },
  },
  factorStacking: {
    without: { en: 'multiply.', zh: '相乘。' },
    example: { en: ['', '', 'add'], zh: ['', '', '相加'] },
  },
  bonus: {
    without: { en: 'None. Without `order` in Item it is paid per line.', zh: '没有。项目不写“订单”时按订单行发。' },
    example: { en: ['order First order=yes', '', 500], zh: ['订单 首单=是', '', 500] },
  },
  rankBonus: {
    without: { en: 'None. Without a metric the places go by what the part pays on, without `team` they are people’s.', zh: '没有。未写指标按计提基数排名，未写“团队”按个人排名。' },
    example: { en: ['rank 1..3', '100000', '3000; 2000; 1000'], zh: ['第1至3名', '100000', '3000；2000；1000'] },
  },
  pool: {
    without: { en: 'None: everyone earns on their own credit. From blank: the pot is the commission on all of it.', zh: '没有：各人按自己的业绩计提。起点留空时，池子即全部提成。' },
    example: { en: ['', '', 'team'], zh: ['', '', '团队'] },
  },
  shareBy: {
    without: { en: 'credit. Every other key weighs by the days of the period on the team (or in the plan): half a month, half a share; a column of days weighs what it says.', zh: '业绩。其他依据都乘以本期在团队（或方案）的天数：半个月算半份；天数列按填写的数。' },
    example: { en: ['Role', '', '40%'], zh: ['职位', '', '40%'] },
  },
  weight: {
    without: { en: 'A numeric column weighs itself; a word without a row weighs 1.', zh: '数字列以自身为权重；没有写的取值为 1。' },
    example: { en: ['Role=Manager', '', 1.5], zh: ['职位=经理', '', 1.5] },
  },
  reserve: {
    without: { en: 'Nothing is reserved.', zh: '不预留。' },
    example: { en: ['Market fund', '', '5%'], zh: ['市场基金', '', '5%'] },
  },
  share: {
    without: { en: '100 %.', zh: '100%。' },
    example: { en: ['', '', '70%'], zh: ['', '', '70%'] },
  },
  minimum: {
    without: { en: 'None. Without a span it is that of the pay period; of a person it is due by the days in the plan.', zh: '没有。不写周期则按结算期；个人保底按在方案中的天数折算。' },
    example: { en: ['person', '', 3000], zh: ['个人', '', 3000] },
  },
  maximum: {
    without: { en: 'None. Without a span it is that of the pay period; it is never prorated.', zh: '没有。不写周期则按结算期；从不折算。' },
    example: { en: ['person year', '', 200000], zh: ['个人 年', '', 200000] },
  },
  gate: {
    without: { en: 'None. Below From, Value blank pays 0 %; on From and above everything is paid.', zh: '没有。低于起点时，数值留空即发 0%；达到起点则全发。' },
    example: { en: ['coverage', '80%', '0%'], zh: ['数据完整率', '80%', '0%'] },
  },
  override: {
    without: { en: 'None. From blank: from the first unit on; never on one’s own sales.', zh: '没有。起点留空即从 0 起；本人业绩从不计入。' },
    example: { en: ['1', 100000, '0.5%'], zh: ['1', 100000, '0.5%'] },
  },
  hold: {
    without: { en: 'Nothing is held.', zh: '不暂扣。' },
    example: { en: ['3 months', '', '20%'], zh: ['3个月', '', '20%'] },
  },
  draw: {
    without: { en: 'None. Item blank: recoverable. Both kinds go by the days in the plan.', zh: '没有。项目留空为可追回。两种都按在方案中的天数折算。' },
    example: { en: ['guaranteed', '', 3000], zh: ['保证', '', 3000] },
  },
  refund: {
    without: { en: 'original where Reverses names the line; a negative line that names none counts at the current total.', zh: '“冲销订单”写明原单的按原单；未写明的负数行按当期累计。' },
    example: { en: ['', '', 'current'], zh: ['', '', '按当期'] },
  },
  clawback: {
    without: { en: 'A reversal takes back all that was paid on its part; an unpaid order nothing.', zh: '退款追回其对应的全部已发提成；未收款的订单不追回。' },
    example: { en: ['overdue', 90, '50%'], zh: ['逾期', 90, '50%'] },
  },
  leaver: {
    without: { en: 'counted by leaving; what counts later goes where `unassigned` says.', zh: '离职前计提的才发；之后计提的按“无人认领”处理。' },
    example: { en: ['', '', '3 months'], zh: ['', '', '3个月'] },
  },
  calendar: {
    without: { en: 'Calendar months; the year begins in January.', zh: '自然月；一月为年初。' },
    example: { en: ['', '', 'fiscal year from 4'], zh: ['', '', '财年从4月'] },
  },
  draft: {
    without: { en: 'no: the plan is in force.', zh: '否：方案有效。' },
    example: { en: ['', '', 'yes'], zh: ['', '', '是'] },
  },
  currency: {
    without: { en: 'CNY.', zh: 'CNY。' },
    example: { en: ['', '', 'USD'], zh: ['', '', 'USD'] },
  },
  fxDate: {
    without: { en: 'The date that counts the line (`counts on`); a Rate in the row itself comes first. Targets in another currency: the last day of the pay period.', zh: '计提时点的日期；行内自带汇率优先。外币目标按发放期最后一天。' },
    example: { en: ['', '', 'shipment'], zh: ['', '', '出货'] },
  },
  payEvery: {
    without: { en: 'month.', zh: '月。' },
    example: { en: ['', '', 'quarter'], zh: ['', '', '季度'] },
  },
  round: {
    without: { en: '2 decimals, half up; once, at the end.', zh: '两位小数，四舍五入；只在最后取整一次。' },
    example: { en: ['0', '', 'half up'], zh: ['0', '', '四舍五入'] },
  },
  was: {
    without: { en: 'The plan was never called otherwise.', zh: '方案没有改过名。' },
    example: { en: ['', '', 'Sales 2025'], zh: ['', '', '2025 销售方案'] },
  },
  column: {
    without: { en: 'Columns are known by their usual headers.', zh: '按通常的表头识别各列。' },
    example: { en: ['Amount', '', 'Contract value'], zh: ['金额', '', '合同额'] },
  },
  sheets: {
    without: { en: 'A table is found by names, sheets’ names and headers; sheets of the same headers named by month, day or person are one.', zh: '按名称、工作表名和表头查找；表头相同且按月、按日、按人命名的工作表合并为一张。' },
    example: { en: ['Orders', '', 'Jan; Feb; 2026-*'], zh: ['订单', '', '1月；2月；2026-*'] },
  },
};
