import type { TableKind } from '../schema';

/** Further headers of a field: those that are certainly it, and those that are it where no other column is. */
export interface Aliases {
  readonly sure?: string;
  readonly perhaps?: string;
}

/**
 * Headers that export sales teams and the systems they use give to the columns: OKKI (小满), Kingdee (金蝶), Yonyou
 * (用友), Futong (富通天下), Odoo, SAP Business One, HubSpot, Salesforce, Shopify, Alibaba.com. Noise (case, spaces,
 * dots, units in brackets) is no part of them; none stands twice in a table.
 */
export const headerAliases: Readonly<Partial<Record<TableKind, Readonly<Record<string, Aliases>>>>> = {
  rules: {
    plan: { sure: 'Commission plan|Plan name|Scheme|Incentive plan|方案名称|提成方案名称|激励方案|奖金方案' },
    version: { sure: 'Version no|Revision|Rev|版本号' },
    effective: { sure: 'Effective from|In force from|启用日期|执行日期|生效时间' },
    part: { sure: 'Plan part|Section|组成部分|方案部分' },
    rule: { sure: 'Rule word|Rule type|规则词|规则类型|规则名称' },
    item: { sure: 'Rule item|规则项目' },
    from: { sure: 'Lower bound|At least|起点值|起始值|档位下限' },
    value: { sure: 'Rule value|规则值|取值|参数值' },
    note: { sure: 'Remark|Remarks|Comment|Comments|备注说明|注释' },
  },
  people: {
    person: {
      sure: 'Person name|Full name|Employee name|Staff name|Staff|Staff member|Team member|Member|Sales person name|Salesperson name|User name|Representative|Agent name|员工姓名|职员|职员姓名|人员姓名|业务员姓名|销售员姓名|成员|成员姓名|用户姓名|雇员|雇员姓名',
      perhaps: 'Salesperson|Sales rep|Sales representative|Owner|User|业务员|销售员|销售人员|职工|名字|姓 名',
    },
    id: {
      sure: 'Employee no|Employee number|Employee code|Emp ID|Emp no|Staff ID|Staff number|Staff code|Personnel no|Personnel number|Payroll no|Badge no|Sales employee code|User ID|员工ID|员工号|员工工号|员工代码|职员代码|职员编号|人员编号|人员编码|业务员编号|业务员编码|工 号|用户ID',
    },
    team: {
      sure: 'Sales team|Team name|Group|Sales group|Department name|Dept|Division|Unit|Business unit|Sales office|Region team|团队名称|销售团队|业务组|销售组|组别|组|部门名称|所属部门|所在部门|所属团队|事业部|销售部门|业务部门|科室|小组名称',
    },
    role: { sure: 'Job title|Job|Job position|Designation|Role name|Sales role|Level|Rank|Grade level|岗位名称|职位名称|职称|职级|级别|角色|岗位角色' },
    manager: { sure: 'Line manager|Direct manager|Manager name|Team leader|Team lead|Leader|Supervisor name|Boss|Reporting manager|上级主管|直接上级|上级领导|直属主管|部门主管|主管姓名|组长|负责主管|经理' },
    joined: { sure: 'Joining date|Date of joining|Joined on|Date joined|Hired|Hired on|Date of hire|Hiring date|Employment date|Entry date|Onboard date|Onboarding date|DOJ|入职时间|入司日期|入司时间|到岗日期|报到日期|入职年月' },
    left: { sure: 'Left on|Date left|Leaving|Termination date|Terminated on|Exit date|Resignation date|Last working day|Last day|离职时间|离司日期|离岗日期|退职日期|最后工作日' },
    from: { sure: 'Effective from|Change date|Since|变更日期|调岗日期|生效起始日|生效日期' },
    plan: { sure: 'Commission plan|Plan name|Scheme|Incentive plan|方案名称|适用方案|激励方案' },
    weight: { sure: 'Share weight|分配权重|权重系数' },
    targetBonus: { sure: 'Bonus target|Target incentive|On target bonus|目标奖励|奖金目标|标准奖金' },
    ramp: { sure: 'Ramp rate|Ramp up|新人系数|爬坡系数' },
  },
  orders: {
    order: {
      sure:
        'Document number|Doc number|S/C|S/C no|SC no|Sales contract|Sales contract no|Sales confirmation|Sales confirmation no|Trade assurance order no|Order number/name|Record ID|销售单号|销售单据号|合同编码|合约号|销售确认书号|PO号|PO编号|客户PO|客户PO号|发票编号|信用保障订单号|阿里订单号|Order ref|Order reference|Order code|Sales order|Sales order no|Sales order number|SO|SO no|SO number|PO no|PO number|Purchase order|Purchase order no|Contract|Contract number|Contract ID|Proforma invoice|PI|PI no|PI number|Invoice no|Invoice number|Invoice|Deal ID|Deal no|Job no|Job number|Document no|Doc no|DocNum|Trade order no|Alibaba order no|Order name|订单|订单编码|订单流水号|订单序号|销售订单|销售订单号|销售订单编号|销售合同|销售合同号|合同编号|合同号码|合同|外销合同号|外销合同|出口合同号|形式发票号|PI号|PI编号|发票号|发票号码|单据编号|单据号|单号|业务单号|编号|流水号|信保订单号|客户订单号',
      perhaps: 'No|Number|ID|Reference|Ref|Ref no|Deal|Deal name|Opportunity|Opportunity name',
    },
    line: { sure: 'Line number|Line item|Item number|Line ID|Row no|Position no|Pos|明细行号|分录号|行|项次|明细序号' },
    orderDate: {
      sure:
        'Order created time|Order creation time|Created time|Confirmation date|Order confirmation date|Confirmed on|订单创建时间|订单创建日期|业绩日期|业绩归属日期|签约日期时间|订单生成时间|起草日期|Ordered|Ordered on|Date ordered|Order placed|Placed on|Order created|Order creation date|Order time|Order datetime|Sales date|Sale date|Signed|Signed on|Signing date|Date signed|Contract signed|Booking date|Booked on|Deal date|PO date|PI date|Document date|Posting date|DocDate|Won date|Closed won date|下单日|下单时间|订单时间|订货日期|订货日|签单日期|签单日|签约日|签约时间|签订日期|合同日期|合同签订日期|合同签订日|成交日期|成交时间|成单日期|接单日|接单时间|制单日期|单据日期|业务日期|销售日期|开单日期|建单日期|创建订单日期',
      perhaps: 'Date|Day|Close date|Closing date|Closed date|Created|Created at|Created on|Created date|Creation date|日期|时间|关闭日期|结束日期|创建时间|创建日期',
    },
    shipDate: { sure: 'Shipped at|Actual delivery date|实际出运日期|出库日期|出库时间|发运日期|Ship on|Ship day|Shipped on|Shipped date|Date shipped|Date of shipment|Actual ship date|Delivery date|Delivered|Delivered on|Date of delivery|Dispatch date|Dispatched|Dispatched on|ETD|Sailing date|On board date|BL date|B/L date|Fulfilled at|Export date|出货日|出货时间|发货日|发货时间|装船日期|装船日|出运日|出运时间|船期|开船日期|开船日|提单日期|提单日|实际出货日期|实际发货日期|离港日期|出口日期|报关日期' },
    invoiceDate: { sure: 'Invoiced|Invoiced on|Date of invoice|Billing date|Billed on|Bill date|Tax invoice date|开票日|开票时间|发票日|开具日期' },
    promisedDate: { sure: 'Estimated ship date|Estimated shipping date|预计发货时间|预计发货日期|预计出货日期|预计交期|Promised|Promised on|Promise date|Promised delivery date|Required date|Requested date|Requested delivery date|Commitment date|Committed date|Deadline|Latest ship date|Expected delivery|DocDueDate|要求交期|承诺日期|承诺交货日期|约定交货日期|合同交期|交货期|交货日期|计划交期|计划发货日期|最迟装运期|最晚交期|客户要求交期' },
    customer: {
      sure: 'Associated company|Buyer company name|Customer full name|买家公司|买家公司名称|客户/公司|进口商名称|购买方|购方名称|Customer/Vendor name|Customer company|Client name|Client company|Buyer name|Buyer company|Company|Company name|Account|Account name|Sold to|Sold to party|Bill to|Bill to name|Business partner|BP name|CardName|Partner|Consignee|End customer|Importer|客户名|客户公司|客户简称|客户全称|客户公司名称|客户单位|买家|买家名称|买方|买方名称|采购商|公司名称|往来单位|购货单位|收货人|外商名称|客商|客商名称|进口商',
    },
    country: { sure: 'Buyer country|Buyer country/region|Bill to country|买家国家|买家国家/地区|客户国别|国家(地区)|目的地国家|运抵国|Country name|Country/Region|Country of destination|Destination|Destination country|Ship to country|Shipping country|Billing country|Customer country|国家地区|国家名称|国家及地区|客户国家|客户所在国|所在国家|目的国|目的国家|销往国家|出口国家|出口国|贸易国', perhaps: 'Region|Sales region|Territory|地区|区域|销售区域|市场' },
    project: { sure: 'Project name|Project no|Project number|Project ID|Project code|项目编号|项目号|工程名称|所属项目' },
    product: {
      sure: 'Product name|Product code|Product no|Product title|Product description|Product model|Product line|Item name|Item code|Item description|Item|Items|Description of goods|Goods description|Commodity|Article|Article no|Part no|Part number|Model|Model no|Material|Material description|Lineitem name|Lineitem sku|Style no|商品|商品名称|商品编码|货品|货品名称|货物名称|货号|款号|型号|规格型号|产品型号|产品编号|产品编码|产品描述|产品线|存货名称|存货编码|物料|物料名称|物料编码|品种|英文品名|中文品名',
      perhaps: 'Description|Category|品类|类别|描述',
    },
    owner: {
      sure:
        'Seller account|Sales user|Order salesperson|Assigned salesperson|业绩归属人|业绩归属|业绩所属人|业绩人|订单处理人|处理人|销售员名称|销售人员姓名|业务主办|签约人|签单人|Order owner|Opportunity owner|Deal owner|Record owner|Owner name|Salesperson name|Sales person name|Sales representative|Sales representative name|Sales rep name|Sales executive|Sales manager|Sales employee|Sales employee name|SlpName|Sales agent|Seller|Seller name|Sold by|Sold by whom|Merchandiser|Account manager|Account executive|AE|BDM|Consultant|Rep name|Responsible|Responsible person|Person in charge|PIC|Handled by|Handler|Closed by|Salesman|Saleswoman|Sales staff|业务人员|业务员姓名|业务员名称|业务经理|业务负责人|业务代表|销售人员|销售员姓名|销售代表|销售经理|销售负责人|外销员|外贸员|外贸业务员|跟单员|跟进业务员|跟进人员|跟进销售|订单负责人|订单归属人|归属人|归属业务员|所属业务员|所属人|所有者|客户负责人|负责业务员|经办人|经手人|职员|承接人|客户经理|主业务员',
      perhaps: 'Sales|业务|销售|Person|Name|Employee|Employee name|Staff|User|Created by|Agent|姓名|人员|员工|创建人|制单人',
    },
    currency: { sure: 'Amount currency|Opportunity currency|Deal currency|结算币别|币种名|交易货币|Currency code|Currency name|Ccy|Cur|Curr|Order currency|Transaction currency|Document currency|DocCur|Currency ISO code|币种代码|币种名称|货币代码|货币种类|货币名称|交易币种|结算币种|合同币种|订单币种|原币币种|外币币种|币别名称' },
    rate: { sure: 'Rate of exchange|Currency rate|Exchange|Conversion rate|FX|DocRate|Forex rate|汇率值|结算汇率|记账汇率|折算汇率|兑换汇率|外币汇率|即期汇率|成交汇率' },
    quantity: { sure: 'Quantity ordered|Ordered quantity|Order quantity|Order qty|Units|Units sold|Pieces|Lineitem quantity|Volume|订单数量|订货数量|销售数量|合同数量|出货数量|发货数量|件数|数 量' },
    amount: {
      sure:
        'Document total|Total including tax|Total incl tax|Total tax included|Invoiced total|Order amount total|原币价税合计|原币含税金额|价税合计金额|订单总金额原币|应收金额|合同总值|总货款|出口货值|Amt|Order amt|Contract amt|Order total|Order value|Order sum|Total order value|Contract amount|Contract value|Contract price|Invoice amount|Invoice total|Invoiced amount|Sales value|Sale amount|Sales revenue|Revenue|Turnover|Deal amount|Deal value|Deal size|Total amount|Amount total|Total price|Total value|Grand amount|Net amount|Net value|Net sales|Untaxed amount|Subtotal amount|Line total|Line amount|Extended price|Extended amount|FOB amount|FOB value|DocTotal|Bookings|Booking amount|Transaction amount|订单总额|订单总金额|订单总价|订单价值|合同总额|合同总金额|合同总价|合同额|销售金额|销售总额|销售收入|销售总金额|成交额|成交总额|成交价|交易金额|交易额|业绩|业绩金额|业绩额|总金额|总价|总额|货款|货款金额|货值|货款总额|出货金额|发货金额|开票金额|发票金额|外销金额|出口金额|原币金额|外币金额|美元金额|美金金额|含税金额|价税合计|FOB金额|FOB价|小计金额',
      perhaps: 'Subtotal|Sub total|本币价税合计|本币金额|原币无税金额|无税金额|不含税金额|本币无税金额|Total|Value|Price total|Sum|Total sales|Sales total|Price|合计|总计|小计|价格',
    },
    priceTerm: { sure: 'Price terms|Pricing term|Trade terms|Terms of trade|Terms of delivery|Delivery terms|Delivery term|Shipping terms|价格术语|贸易条款|贸易方式|交易条款|交货条款|交货条件|成交条款|运输条款' },
    freight: { sure: 'Freight cost|Freight charge|Freight charges|Freight fee|Sea freight|Air freight|Shipping|Shipping cost|Shipping costs|Shipping fee|Shipping charges|Carriage|Transport|Transport cost|Courier fee|海运运费|国际运费|空运费|运输费|运输费用|运费金额|运杂费|快递费|物流费|物流费用' },
    insurance: { sure: 'Insurance cost|Insurance fee|Insurance premium|Premium|Credit insurance|保险|保险费用|保险金额|保费金额|信保费|信保费用|运输保险费' },
    middleman: { sure: 'Middleman commission|Agency commission|Agent fee|Agency fee|Broker commission|Brokerage|Third party commission|Customer commission|中间商|中间费|中间人佣金|代理佣金|代理费|客户佣金|佣金金额|外佣|居间费' },
    bankFee: { sure: 'Bank fees|Bank charge|Banking fee|Banking charges|Bank cost|Transaction fee|Payment fee|银行扣费|手续费|银行手续费用|银行扣款|收汇手续费' },
    purchase: { sure: 'Purchase price|Purchase amount|Purchase total|Purchase value|Buying price|Buying cost|Procurement cost|Factory price|Factory cost|Factory amount|Supplier cost|Supplier amount|Cost of goods|Cost of goods sold|COGS|Product cost|Goods cost|Cost price|采购价|采购总价|采购总额|采购成本价|采购含税价|含税成本|工厂价|工厂货款|工厂成本|进货价|进货成本|进价|产品成本|商品成本|货物成本|供应商货款|供货价|成本金额|成本价', perhaps: 'Cost|Total cost|成本|总成本' },
    vatRate: { sure: 'VAT percent|VAT percentage|Tax rate|Tax percent|GST rate|税率|增值税税率|进项税率|发票税率' },
    rebateRate: { sure: 'Tax refund rate|VAT refund rate|Export rebate rate|Export tax rebate rate|Refund rate|Drawback rate|出口退税税率|退税比例|退税率值' },
    domesticCost: { sure: 'Domestic charges|Inland cost|Inland costs|Inland freight|Inland charges|Local charges|Local costs|Port charges|国内成本|国内运费|国内运杂费|内陆运费|港杂费|拖车费|报关费|国内段费用' },
    otherCost: { sure: 'Other charges|Other expense|Other expenses|Other fee|Other fees|Miscellaneous|Misc cost|Misc costs|Miscellaneous costs|Sundry costs|Additional cost|Extra costs|Deductions|杂费|其他成本|其他支出|其他扣款|其他费|额外费用|扣减费用' },
    profit: { sure: 'GP|Gross profit amount|Profit amount|Net profit|Order profit|Deal profit|Contribution margin|Gross margin amount|Margin amount|毛利额|毛利金额|利润额|利润金额|订单利润|订单毛利|净利润|净利|毛利润额', perhaps: 'Margin|Gross margin' },
    received: { sure: '已付金额|已付|买家已付|买家已付金额|累计已收|Amount paid|Paid amount|Payments received|Payment received|Received amount|Cash received|Collected|Collected amount|Collections|Amount collected|Total paid|Total received|已收|已收款金额|已回款|已回款金额|已到账|已到账金额|实收|实收金额|实收款|收款额|回款额|回款|到款|到款金额|累计收款|累计回款|收汇金额', perhaps: 'Paid' },
    receivedDate: { sure: 'Paid date|Paid on|Paid at|Date paid|Payment date|Date of payment|Received on|Collected on|Collection date|收款日|收款时间|到账日|到账时间|回款日|回款时间|到款日期|付款日期|收汇日期|收汇日|结汇日期' },
    status: { sure: 'Order status|Order state|State|Document status|Financial status|Fulfillment status|单据状态|合同状态|执行状态|订单进度|审核状态', perhaps: 'Deal stage|Stage|阶段|订单阶段' },
    reverses: { sure: 'Reverses order|Reversal of|Refund of|Return of|Credit note for|Original order|Original order no|Original invoice|原订单号|原订单编号|原合同号|原单号|冲红订单|退货原单|红字订单' },
  },
  receipts: {
    order: { sure: 'Order ref|Order reference|Sales order|Sales order no|Sales order number|SO|SO no|SO number|PO|PO no|PO number|Contract no|Contract number|Invoice no|Invoice number|Invoice|PI no|PI number|Applied to|Against order|关联订单|关联订单号|对应订单|对应订单号|销售订单号|合同编号|销售合同号|外销合同号|发票号|发票号码|订单|PI号|核销订单', perhaps: 'No|单号|单据编号|单据号' },
    date: { sure: 'Date received|Received on|Paid on|Paid at|Date paid|Payment date|Date of payment|Collection date|Collected on|Value date|Bank date|Posting date|Credit date|收款日|收款时间|到账日|到账时间|回款日|回款时间|到款日期|到款日|收汇日期|收汇日|入账日期|入账日|付款日期|水单日期|认领日期|核销日期' },
    currency: { sure: 'Currency code|Ccy|Cur|Payment currency|Receipt currency|币种代码|收款币种|到账币种|回款币种|结算币种|货币代码' },
    amount: { sure: 'Receipt amount|Received amount|Amount received|Amount paid|Paid amount|Payment amount|Payment|Paid|Collected amount|Amount collected|Cash received|Net received|Remittance|Remittance amount|Credited amount|收款额|到账额|回款额|到款金额|到款额|实收金额|实收|实际到账金额|收汇金额|汇款金额|入账金额|本次收款|本次收款金额|本次回款|认领金额|核销金额|付款金额' },
    fee: { sure: 'Fees|Bank fees|Bank charge|Bank charges|Banking fee|Transfer fee|Transaction fee|Payment fee|Charges|扣费|银行扣费|扣款|银行扣款|手续费金额|收汇手续费' },
    rate: { sure: 'FX rate|Rate of exchange|Currency rate|Settlement rate|结汇汇率|收款汇率|结算汇率|记账汇率|汇率值' },
  },
  contributions: {
    subject: { sure: 'Project name|Project no|Project number|Order no|Order number|Order ID|Contract no|项目名称|项目编号|订单编号|合同号', perhaps: 'Deal|Name of project|合同' },
    person: { sure: 'Member|Team member|Participant|Contributor|Employee|Staff|员工|成员|参与人|参与人员|贡献人|员工姓名|业务员' },
    share: { sure: 'Share of credit|Contribution share|Contribution rate|Percent|Percentage|Split|Split percent|分配比例|贡献占比|占比|分成比例|参与比例|份额' },
  },
  fx: {
    date: { sure: 'Effective date|Valid from|From date|As of|Month|生效日期|生效日|起始日期|公布日期|发布日期|日 期', perhaps: 'From|Day|月份' },
    currency: { sure: 'Currency code|From currency|Foreign currency|Ccy|Cur|Currency pair|币种代码|外币|外币币种|货币名称|币种名称|原币|原币种' },
    rate: { sure: 'FX rate|Rate of exchange|Currency rate|Conversion rate|Mid rate|Middle rate|Spot rate|Central parity|汇率值|汇率中间价|折算汇率|记账汇率|基准汇率|外汇牌价|买入价', perhaps: 'CNY|Value|折合人民币' },
    to: { sure: 'Into|Quote currency|Home currency|Target currency|Payroll currency|目标币种|目标货币|兑换币种|记账本位币|计价币种', perhaps: 'Base' },
  },
  kpis: {
    kpi: { sure: 'KPI name|Indicator name|Measure name|Metric|Metric name|Key performance indicator|Key result|考核指标|考核指标名称|绩效指标|绩效指标名称|指标项|KPI指标|KPI名称|关键指标|考核项|考核内容', perhaps: 'Objective|考核项目' },
    area: { sure: 'Category|KPI category|Perspective|Dimension|Domain|指标类别|指标类型|考核维度|指标维度|分类' },
    unit: { sure: 'Unit of measure|UOM|Measure unit|计量单位|指标单位' },
    better: { sure: 'Polarity|Better when|Desired direction|指标方向|指标性质|极性' },
    weight: { sure: 'Weighting|Weightage|KPI weight|Weight percent|指标权重|考核权重|权重比例|占比|分值权重' },
    baseline: { sure: 'Base|Base value|Starting value|基准|基数值|底线值|门槛值' },
    target: { sure: 'Target value|Goal|Goal value|Objective value|Planned value|目标数|指标值|考核目标|计划值|标准值' },
    scoring: { sure: 'Scoring method|Scoring rule|Score rule|Scoring criteria|Calculation|计分规则|评分规则|评分标准|考核标准|打分标准|计算方法|计分标准' },
    cap: { sure: 'Max score|Maximum score|Upper limit|Score cap|最高分|上限|封顶分' },
    floor: { sure: 'Min score|Minimum score|Lower limit|Score floor|最低分|保底分' },
    missing: { sure: 'If missing|Missing data|缺失处理|无数据时' },
    rollup: { sure: 'Aggregation|Aggregate by|Roll up by|汇总|汇总规则|聚合方式' },
    source: { sure: 'Data source|Source of data|数据源|取数来源|数据提供' },
    veto: { sure: 'Veto rule|Knock out|红线|否决项|否决规则' },
    for: { sure: 'Applicable to|Scope|Assigned to|适用|适用岗位|适用范围|考核对象|被考核人' },
    effective: { sure: 'Effective date|Effective from|启用日期|执行日期' },
  },
  targets: {
    person: { sure: 'Person name|Employee|Employee name|Staff|Full name|Salesperson|Sales rep|Sales representative|Rep|Team|Owner|员工|员工姓名|业务员|销售员|销售人员|团队|部门|责任人|考核对象' },
    kpi: { sure: 'KPI name|Indicator name|Metric|Metric name|Measure|考核指标|绩效指标|指标项|考核项目|考核项|项目' },
    period: { sure: 'Target period|Month|Quarter|Time period|目标期间|月份|月度|季度|考核期|考核周期|考核月份' },
    target: { sure: 'Target value|Goal|Quota|Sales target|Budget|Plan value|Target amount|目标数|目标额|目标金额|指标值|任务|任务量|销售目标|计划值|预算|考核目标' },
    baseline: { sure: 'Base|Base value|基准|底线|底线值' },
    stretch: { sure: 'Stretch target|Stretch goal|挑战目标|冲刺目标|冲刺值' },
    weight: { sure: 'Weighting|KPI weight|权重|指标权重' },
    effective: { sure: 'Effective date|Effective from|执行日期|启用日期' },
    note: { sure: 'Notes|Remark|Remarks|Comment|Comments|备注说明|原因' },
    year: { sure: 'Fiscal year|FY|Calendar year|财年|会计年度|考核年度|所属年度|年度份' },
  },
  actuals: {
    period: { sure: 'Actual period|Month|Quarter|Time period|实绩期间|月份|月度|季度|考核期|考核周期|考核月份' },
    person: { sure: 'Person name|Employee|Employee name|Staff|Full name|Salesperson|Sales rep|Sales representative|Rep|Team|Owner|员工|员工姓名|业务员|销售员|销售人员|团队|部门|责任人|考核对象' },
    kpi: { sure: 'KPI name|Indicator|Indicator name|Metric|Metric name|Measure|考核指标|绩效指标|指标项|考核项目|考核项|项目' },
    actual: { sure: 'Actual value|Achieved|Achievement|Result|Actual result|Actual amount|Performance|实际|实际完成|实际完成值|实际数|实际业绩|实绩值|完成|完成数|完成额|完成情况|达成值|业绩' },
    numerator: { sure: 'Counted|Hits|分子值|达标数' },
    denominator: { sure: 'Out of|Base count|分母值|总数' },
    note: { sure: 'Notes|Remark|Remarks|Comment|Comments|备注说明' },
    year: { sure: 'Fiscal year|FY|Calendar year|财年|会计年度|考核年度|所属年度' },
  },
  scores: {
    period: { sure: 'Month|Quarter|Review period|Appraisal period|考核期间|考核期|考核周期|考核月份|月份|季度|周期' },
    person: { sure: 'Person name|Employee|Employee name|Staff|Full name|员工|员工姓名|业务员|被考核人|考核对象' },
    score: { sure: 'Total score|Final score|KPI score|Overall score|Performance score|Points|绩效得分|综合得分|最终得分|总得分|考核总分|考核分数|绩效分|分数' },
    grade: { sure: 'Final grade|Performance grade|绩效等级|考核等级|评级' },
    factor: { sure: 'Performance factor|Multiplier|Coefficient|考核系数|等级系数|绩效奖金系数' },
    status: { sure: 'Score status|考核状态' },
  },
  holidays: { holiday: { sure: 'Public holiday|Bank holiday|Holiday date|节日|法定节假日|假期|放假日期|休息日' } },
  grades: {
    from: { sure: 'Score from|From score|Minimum score|At least|分数下限|最低分|起始分' },
    grade: { sure: 'Grade name|Performance grade|Rating|等级名称|绩效等级|评级|考核等级' },
    factor: { sure: 'Multiplier|Coefficient|Performance factor|绩效系数|等级系数|考核系数' },
    share: { sure: 'Quota|Share of people|Forced distribution|比例|人数比例|强制比例' },
  },
  tasks: {
    task: { sure: 'Task name|Action|Action item|To do|Activity|Work item|任务名称|工作事项|事项|行动|工作内容' },
    owner: { sure: 'Assigned to|Assignee|Responsible|Responsible person|Person in charge|责任人|执行人|经办人|跟进人' },
    stage: { sure: 'Phase|阶段|工作环节' },
    customer: { sure: 'Customer name|Client|Account|客户名称' },
    start: { sure: 'Start date|Begin|Begins|开始时间|起始日期' },
    due: { sure: 'Due date|Deadline|Due on|截止时间|到期日|完成期限|计划完成日期' },
    done: { sure: 'Completed|Completed on|Done on|Finish date|Completion date|完成时间|实际完成日期' },
    progress: { sure: 'Percent complete|Completion|完成率|完成进度' },
    weight: { sure: 'Importance|重要度' },
    note: { sure: 'Notes|Remark|Remarks|Comment|Comments|备注说明' },
  },
  pipeline: {
    deal: { sure: 'Record ID|Deal name|Opportunity|Opportunity name|Lead|Inquiry|Enquiry|Quote no|商机编号|商机标题|询盘|询盘编号|线索|线索名称|项目机会' },
    customer: { sure: 'Associated company|Primary associated company|Customer name|Client|Account|Account name|Company|Company name|客户名称|公司名称|买家' },
    owner: { sure: 'Deal owner|Opportunity owner|Salesperson|Sales rep|Sales representative|Account owner|销售员|销售人员|跟进人|归属人|商机负责人' },
    country: { sure: 'Country/Region|Region|国别|国家地区|国家/地区' },
    stage: { sure: 'Deal stage|Opportunity stage|Sales stage|Pipeline stage|商机阶段|销售阶段|跟进阶段' },
    entered: { sure: 'Create date|Created date|Created on|Created at|Date entered|Stage date|创建时间|创建日期|录入日期|进入阶段日期' },
    amount: { sure: 'Deal amount|Deal value|Expected revenue|Expected amount|Estimated value|预计成交金额|预计销售额|商机金额|预估金额' },
    currency: { sure: 'Amount currency|Opportunity currency|Currency ISO code|Currency code|Deal currency|币别|币种代码' },
    probability: { sure: 'Win probability|Deal probability|Chance|成交概率|赢单率|可能性' },
    result: { sure: 'Outcome|Won/Lost|Closed as|成交结果|赢单/输单|商机结果' },
  },
};
