/** What a check finds in the rules and between the tables: the problem, and what to do about it. */
export const checks = {
  'rule.noPlan': {
    problem: { en: 'The row names no plan (rule: {rule}).', zh: '本行没有方案名（规则：{rule}）。' },
    fix: { en: 'Fill Plan.', zh: '请填写方案。' },
  },
  'rule.noWord': {
    problem: { en: 'The row names no rule.', zh: '本行没有规则词。' },
    fix: { en: 'Fill Rule, or delete the row.', zh: '请填写规则，或删除该行。' },
  },
  'rule.unknownWord': {
    problem: { en: '“{found}” is not a rule word.{nearest}', zh: '“{found}”不是规则词。{nearest}' },
    fix: { en: 'Use a word of the rule reference.', zh: '请使用规则说明中的词。' },
  },
  'rule.unknownChoice': {
    problem: { en: '“{found}” is not known here.{nearest} Expected: {expected}.', zh: '不认识“{found}”。{nearest}应为：{expected}。' },
    fix: { en: 'Use one of these words.', zh: '请使用其中之一。' },
  },
  'rule.missing': {
    problem: { en: 'A value is missing. Expected: {expected}.', zh: '缺少取值。应为：{expected}。' },
    fix: { en: 'Fill it in.', zh: '请填写。' },
  },
  'rule.notNumber': {
    problem: { en: '“{found}” is not a number.', zh: '“{found}”不是数字。' },
    fix: { en: 'Write a number such as 0.05, 5% or 3000.', zh: '请填数字，如 0.05、5% 或 3000。' },
  },
  'rule.negative': {
    problem: { en: '{found} is negative, and must not be.', zh: '{found} 为负数，不允许。' },
    fix: { en: 'Write 0 or more.', zh: '请填 0 或正数。' },
  },
  'rule.notShare': {
    problem: { en: '{found} is not a share between 0 and 100%.', zh: '{found} 不是 0 到 100% 之间的比例。' },
    fix: { en: 'Write a share such as 30% or 0.3 (did you mean {percent}?).', zh: '请填比例，如 30% 或 0.3（是不是 {percent}？）。' },
  },
  'rule.noColumn': {
    problem: { en: 'Item must name a column.', zh: '项目须填列名。' },
    fix: { en: 'Write the header of a column, such as Role or Customer=ACME.', zh: '请填表头，如“职位”或“客户=ACME”。' },
  },
  'rule.noValue': {
    problem: { en: 'No value is given for “{found}”.', zh: '“{found}”没有取值。' },
    fix: { en: 'Write the values in Value, separated by “;”, or a least number in From.', zh: '请在数值中填写取值（用“;”分隔），或在起点填最低数。' },
  },
  'rule.oneBound': {
    problem: { en: 'From is the least of one column; here it would be that of {columns}.', zh: '起点只能是一列的最低数，这里却有 {columns}。' },
    fix: { en: 'Give each its own bound in Item: {example}.', zh: '请在项目中写明各自的界限：{example}。' },
  },
  'rule.fromIdle': {
    problem: { en: 'From says {found}, and “{item}” leaves no column for it.', zh: '起点填了 {found}，而“{item}”没有可用它的列。' },
    fix: { en: 'Clear From, or name its column in Item.', zh: '请清空起点，或在项目中写明它的列。' },
  },
  'rule.notBound': {
    problem: { en: '“{found}” compares {column} with no number and no date.', zh: '“{found}”没有拿“{column}”与数字或日期比较。' },
    fix: { en: 'Write it as Margin>=20%, Quantity>=500 or Order date>=2026-04-01.', zh: '请写成：毛利率>=20%、数量>=500 或 下单日期>=2026-04-01。' },
  },
  'rule.noStage': {
    problem: { en: 'Item must name a business stage.', zh: '项目须填环节名。' },
    fix: { en: 'Write the header of the stage’s column.', zh: '请填环节列的表头。' },
  },
  'rule.maximumZero': {
    problem: { en: 'A maximum of 0 would pay nothing.', zh: '封顶为 0 意味着不发。' },
    fix: { en: 'Write the amount, or delete the row.', zh: '请填金额，或删除该行。' },
  },
  'rule.limitLevel': {
    problem: { en: 'A minimum or maximum must name its level; found “{found}”.', zh: '保底或封顶须写明层级，现为“{found}”。' },
    fix: { en: 'Write line, order, person, plan or pool, and if wanted a span: person year.', zh: '请写订单行、订单、个人、方案或提成池，可加周期，如“个人 年”。' },
  },
  'rule.limitSpan': {
    problem: { en: 'A limit of a line or an order has no span: “{found}”.', zh: '订单行或订单的限额没有周期：“{found}”。' },
    fix: { en: 'Leave the span out.', zh: '请去掉周期。' },
  },
  'rule.overrideLevel': {
    problem: { en: '“{found}” is not a level.', zh: '“{found}”不是级别。' },
    fix: { en: 'Write 1, 2 or 3.', zh: '请填 1、2 或 3。' },
  },
  'rule.holdUntil': {
    problem: { en: '“{found}” does not say until when.', zh: '“{found}”没有说明扣到何时。' },
    fix: { en: 'Write `3 months`, `year end` or `receipt`.', zh: '请填“3个月”“年底”或“回款”。' },
  },
  'rule.calendar': {
    problem: { en: '“{found}” is not a calendar.', zh: '“{found}”不是周期日历。' },
    fix: { en: 'Write `month`, `from day 26` or `fiscal year from 4`.', zh: '请填“自然月”“从26日”或“财年从4月”。' },
  },
  'rule.currencyCode': {
    problem: { en: '“{found}” is not a currency code.', zh: '“{found}”不是币种代码。' },
    fix: { en: 'Write three letters such as CNY or USD.', zh: '请填三个字母，如 CNY、USD。' },
  },
  'rule.decimals': {
    problem: { en: '“{found}” is not a number of decimals.', zh: '“{found}”不是小数位数。' },
    fix: { en: 'Write a whole number from 0 to 6.', zh: '请填 0 到 6 的整数。' },
  },
  'rule.sheetsUnknown': {
    problem: { en: '“{found}” is no table, or no sheet is named for it.', zh: '“{found}”不是数据表，或没有写明工作表。' },
    fix: { en: 'Write the table’s name in Item (Orders) and its sheets in Value (Jan; Feb).', zh: '项目填数据表名（订单），数值填其工作表（1月；2月）。' },
  },
  'rule.columnUnknown': {
    problem: { en: '“{found}” is not a column of any table.', zh: '“{found}”不是任何表的标准列。' },
    fix: { en: 'Write the column’s name in Item (Amount, or Receipts.Amount) and this workbook’s header in Value.', zh: '项目填标准列名（金额，或“收款.金额”），数值填本工作簿的表头。' },
  },
  'rule.unknownColumn': {
    problem: { en: 'There is no column “{found}” in Orders, People or Scores.{nearest}', zh: '订单、人员、得分表中都没有“{found}”列。{nearest}' },
    fix: { en: 'Correct the name, or add the column.', zh: '请更正列名，或添加该列。' },
  },
  'plan.twice': {
    problem: { en: '{plan}: `{rule}` stands twice (first in row {first}).', zh: '{plan}：“{rule}”出现两次（首次在第 {first} 行）。' },
    fix: { en: 'Keep one of them, or give the later one a new Version.', zh: '请只保留一行，或为后者设新版本。' },
  },
  'plan.paysNothing': {
    problem: { en: '{plan} {part}: no rule says what is paid.', zh: '{plan} {part}：没有任何发放规则。' },
    fix: { en: 'Add a rate, tiers, stage rates, a bonus or a fixed pool.', zh: '请添加提成率、阶梯、环节提成率、奖金或固定奖池。' },
  },
  'plan.rateAndTiers': {
    problem: { en: '{plan}: a flat rate and tiers (row {tier}) contradict each other.', zh: '{plan}：固定提成率与阶梯（第 {tier} 行）矛盾。' },
    fix: { en: 'Delete one; for some lines only, write column=value in the rate’s Item.', zh: '请删除其一；若只对部分订单，请在提成率的项目写“列名=取值”。' },
  },
  'plan.stageRateAndRate': {
    problem: { en: '{plan}: stage rates and another rate (row {other}) contradict each other.', zh: '{plan}：环节提成率与其他提成率（第 {other} 行）矛盾。' },
    fix: { en: 'Keep stage rates, or use stage shares with a rate.', zh: '请只用环节提成率，或改用环节比例加提成率。' },
  },
  'plan.stageTwoWays': {
    problem: { en: '{plan}: stage shares (row {other}) and stage rates contradict each other.', zh: '{plan}：环节比例（第 {other} 行）与环节提成率矛盾。' },
    fix: { en: 'Keep one kind.', zh: '请只保留一种。' },
  },
  'plan.tierTwice': {
    problem: { en: '{plan}: two tiers begin at {from} (first in row {first}).', zh: '{plan}：有两档从 {from} 开始（首次在第 {first} 行）。' },
    fix: { en: 'Keep one of them.', zh: '请只保留一档。' },
  },
  'plan.tierNegative': {
    problem: { en: '{plan}: a tier begins below 0 ({from}).', zh: '{plan}：有一档下限为负（{from}）。' },
    fix: { en: 'Write 0 or more.', zh: '请填 0 或正数。' },
  },
  'plan.tierFalls': {
    problem: { en: '{plan}: the rate falls at {from}.', zh: '{plan}：提成率在 {from} 处下降。' },
    fix: { en: 'Leave it if it is meant.', zh: '若有意为之可不改。' },
  },
  'plan.tierGap': {
    problem: { en: '{plan}: nothing is paid below {from}.', zh: '{plan}：{from} 以下不计提。' },
    fix: { en: 'Add a tier from 0 if something should be.', zh: '若应计提，请添加从 0 起的一档。' },
  },
  'plan.cliff': {
    problem: { en: '{plan}: on reaching {bound} the pay falls by {lost}.', zh: '{plan}：业绩达到 {bound} 时提成反而减少 {lost}。' },
    fix: { en: 'Use marginal tiers, or a rate that does not fall.', zh: '请改用超额累进，或不要降低提成率。' },
  },
  'plan.tierColumns': {
    problem: { en: '{plan}: the tiers multiply different People columns.', zh: '{plan}：各档乘以不同的人员列。' },
    fix: { en: 'Use one column for all tiers.', zh: '各档请用同一列。' },
  },
  'plan.tierWordIdle': {
    problem: { en: '{plan}: the row has no effect without tiers.', zh: '{plan}：没有阶梯时此行不起作用。' },
    fix: { en: 'Add tiers, or delete the row.', zh: '请添加阶梯，或删除该行。' },
  },
  'plan.stagesOver': {
    problem: { en: '{plan}: the stages add up to {total}, more than 100%.', zh: '{plan}：环节比例合计 {total}，超过 100%。' },
    fix: { en: 'Correct the shares.', zh: '请更正比例。' },
  },
  'plan.stagesUnder': {
    problem: { en: '{plan}: the stages add up to {total} only; the rest is paid to nobody.', zh: '{plan}：环节比例合计只有 {total}，其余不发放。' },
    fix: { en: 'Leave it if it is meant.', zh: '若有意为之可不改。' },
  },
  'plan.noStages': {
    problem: { en: '{plan}: the credit goes by stages, and no stage is given.', zh: '{plan}：按环节归属，但没有环节。' },
    fix: { en: 'Add `stage` or `stage rate` rows.', zh: '请添加“环节比例”或“环节提成率”。' },
  },
  'plan.stagesIdle': {
    problem: { en: '{plan}: stages have no effect, as the credit does not go by stages.', zh: '{plan}：归属不是按环节，环节行不起作用。' },
    fix: { en: 'Write `credit` `stages`, or delete the rows.', zh: '请写“归属 环节”，或删除这些行。' },
  },
  'plan.noPool': {
    problem: { en: '{plan}: the row needs a pool, and there is none.', zh: '{plan}：此行需要提成池，但没有。' },
    fix: { en: 'Add a `pool` row, or delete this one.', zh: '请添加“提成池”，或删除此行。' },
  },
  'plan.shareByTotal': {
    problem: { en: '{plan}: the shares of `share by` add up to {total}, not 100%.', zh: '{plan}：分配依据合计 {total}，不是 100%。' },
    fix: { en: 'Correct the shares.', zh: '请更正比例。' },
  },
  'plan.noShareBy': {
    problem: { en: '{plan}: the pool is shared by credit, as nothing else is said.', zh: '{plan}：未写分配依据，按业绩分配。' },
    fix: { en: 'Add a `share by` row if it should not be.', zh: '若不是，请添加“分配依据”。' },
  },
  'plan.overrideOfLines': {
    problem: { en: '{plan}: a factor on overrides looks at a column of the orders.', zh: '{plan}：上级提成的系数用了订单表的列。' },
    fix: { en: 'Use a column of People or Scores; what the people below sell is chosen by `lines`.', zh: '请用人员表或得分表的列；按哪些订单计提，请用“适用订单”。' },
  },
  'plan.bonusOnPool': {
    problem: { en: '{plan}: a bonus per person stands beside a pool, which pays its members by shares alone.', zh: '{plan}：提成池只按份额发放，不能同时有“奖金 个人”。' },
    fix: { en: 'Give the bonus a part of its own.', zh: '请把奖金单列为一个部分。' },
  },
  'plan.bonusOfLines': {
    problem: { en: '{plan}: a bonus per person looks at a column of the orders.', zh: '{plan}：“奖金 个人”用了订单表的列。' },
    fix: { en: 'Use a column of People or Scores, or pay the bonus per line or order.', zh: '请用人员表或得分表的列，或改为按订单行、按订单发奖。' },
  },
  'plan.factorOnPool': {
    problem: { en: '{plan}: a factor by a People column does not share a pool.', zh: '{plan}：提成池不能用人员列的系数分配。' },
    fix: { en: 'Use `weight` instead.', zh: '请改用“分配权重”。' },
  },
  'plan.minimumOverMaximum': {
    problem: { en: '{plan}: the minimum {minimum} is above the maximum {maximum}.', zh: '{plan}：保底 {minimum} 高于封顶 {maximum}。' },
    fix: { en: 'Correct one of them.', zh: '请更正其一。' },
  },
  'plan.sharesTotal': {
    problem: { en: '{plan}: the parts add up to {total}, not 100%.', zh: '{plan}：各部分占比合计 {total}，不是 100%。' },
    fix: { en: 'Leave it if it is meant.', zh: '若有意为之可不改。' },
  },
  'plan.receiptStepIdle': {
    problem: { en: '{plan}: `receipt step` needs `counts on` receipt.', zh: '{plan}：“回款节点”须与“计提时点 回款”同用。' },
    fix: { en: 'Write `counts on` receipt, or delete the steps.', zh: '请把“计提时点”填为回款，或删除回款节点。' },
  },
  'plan.overdueOnReceipt': {
    problem: { en: '{plan}: lines that count with the receipt are never overdue.', zh: '{plan}：按回款计提的订单不会逾期。' },
    fix: { en: 'Delete the row.', zh: '请删除此行。' },
  },
  'plan.clawbackFar': {
    problem: { en: '{plan}: a clawback from {from} is far away.', zh: '{plan}：追回起点 {from} 过大。' },
    fix: { en: 'From counts months (for overdue: days).', zh: '起点以月计（逾期以天计）。' },
  },
  'plan.holdsOver': {
    problem: { en: '{plan}: {total} would be held, more than 100%.', zh: '{plan}：暂扣合计 {total}，超过 100%。' },
    fix: { en: 'Correct the shares.', zh: '请更正比例。' },
  },
  'plan.reserveOver': {
    problem: { en: '{plan}: {total} would be reserved, more than 100%.', zh: '{plan}：预留合计 {total}，超过 100%。' },
    fix: { en: 'Correct the shares.', zh: '请更正比例。' },
  },
  'plan.roundBlank': {
    problem: { en: '{plan}: `round` names no decimals.', zh: '{plan}：“取整”没有写小数位数。' },
    fix: { en: 'Write 2 in Item: some hosts read a blank as 0.', zh: '请在项目填 2：有的软件会把空白当作 0。' },
  },
  'check.duplicateLine': {
    problem: { en: 'Order and line are the same as in row {first}.', zh: '订单号与行号同第 {first} 行重复。' },
    fix: { en: 'Delete one, or give it a line number of its own.', zh: '请删除其一，或改行号。' },
  },
  'check.textNumber': {
    problem: { en: '{count} numbers in this column are text (first: “{found}”).', zh: '此列有 {count} 个数字是文本（首个：“{found}”）。' },
    fix: { en: 'They are read all the same; convert them so that other formulas read them too.', zh: '仍可读取；建议转为数字以便其他公式使用。' },
  },
  'check.farDate': {
    problem: { en: 'The date {found} is far from the others.', zh: '日期 {found} 与其他日期相距过远。' },
    fix: { en: 'Check the year.', zh: '请核对年份。' },
  },
  'check.smallPercent': {
    problem: { en: '{found} is between 0 and 1: an amount, or a percentage?', zh: '{found} 在 0 与 1 之间：是金额还是百分比？' },
    fix: { en: 'Write 5% as text if a share of Amount is meant.', zh: '若指金额的百分比，请写成文本“5%”。' },
  },
  'check.shipBeforeOrder': {
    problem: { en: 'The shipment is before the order.', zh: '出货日期早于下单日期。' },
    fix: { en: 'Correct one of the dates.', zh: '请更正日期。' },
  },
  'check.overpaid': {
    problem: { en: 'The receipts of {order} exceed its amount by {amount}.', zh: '{order} 的收款比订单金额多 {amount}。' },
    fix: { en: 'What exceeds it does not count; check the receipts.', zh: '超出部分不计提，请核对收款。' },
  },
  'check.unknownTerm': {
    problem: { en: '“{found}” is not a price term.', zh: '“{found}”不是价格条款。' },
    fix: { en: 'Write EXW, FCA, FAS, FOB, CFR, CPT, CIF, CIP, DAP, DPU or DDP.', zh: '请填 EXW、FCA、FAS、FOB、CFR、CPT、CIF、CIP、DAP、DPU 或 DDP。' },
  },
  'check.unknownManager': {
    problem: { en: 'The manager “{found}” is not in People.{nearest}', zh: '上级“{found}”不在人员表中。{nearest}' },
    fix: { en: 'Correct the name, or add the manager.', zh: '请更正姓名，或添加该上级。' },
  },
  'check.managerCircle': {
    problem: { en: '{name} stands above themselves in the Manager chain.', zh: '{name} 的上级关系形成循环。' },
    fix: { en: 'Correct Manager.', zh: '请更正上级。' },
  },
  'check.unknownPlan': {
    problem: { en: 'No plan is called “{found}”.{nearest}', zh: '没有方案“{found}”。{nearest}' },
    fix: { en: 'Correct Plan, or add the plan to the rules.', zh: '请更正方案，或在规则中添加。' },
  },
  'check.noPlan': {
    problem: { en: '{name} takes part in no plan.', zh: '{name} 不在任何方案中。' },
    fix: { en: 'Fill Plan, if they should.', zh: '若应参与，请填写方案。' },
  },
  'check.nameShort': {
    problem: { en: 'The name {name} ends at row {row}, the table goes on to row {last}: formulas that use the name leave the rows below it out.', zh: '名称 {name} 只到第 {row} 行，而表格到第 {last} 行：用该名称的公式会漏掉下面的行。' },
    fix: { en: 'Let the name reach to the last row.', zh: '请让名称覆盖到最后一行。' },
  },
  'check.counts1904': {
    problem: { en: 'This workbook counts days from 1904, which its formulas cannot tell: dates they take from cells are read four years and a day too early.', zh: '本工作簿采用 1904 日期系统，而公式无从得知：公式从单元格取到的日期会早四年零一天。' },
    fix: { en: 'Turn off File > Options > Advanced > Use 1904 date system, then correct the dates; or check and settle from the ribbon, which reads them rightly.', zh: '请在“文件 > 选项 > 高级”中取消“使用 1904 日期系统”并改正日期；或用功能区的“检查”“结算”，它们能正确读取。' },
  },
  'check.nameTaken': {
    problem: { en: 'The workbook gives the name {name} to a range or table: it hides the function of that name.', zh: '工作簿把“{name}”用作名称或表名，会遮住同名函数。' },
    fix: { en: 'Rename it.', zh: '请改名。' },
  },
} as const;
