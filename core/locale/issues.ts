/** What can be wrong with cells, rows and tables: the problem, and how to mend it. */
export const issues = {
  'cell.error': {
    problem: { en: 'The cell holds the error {found}.', zh: '单元格是错误值 {found}。' },
    fix: { en: 'Mend the formula in it.', zh: '请修正其中的公式。' },
  },
  'cell.notNumber': {
    problem: { en: '“{found}” is not a number.', zh: '“{found}”不是数字。' },
    fix: { en: 'Write a number such as 1234.50, 1,234.50 or 3%.', zh: '请填数字，如 1234.50、1,234.50 或 3%。' },
  },
  'cell.tooLarge': {
    problem: { en: '{found} is too large or too fine to be kept exactly.', zh: '{found} 过大或位数过多，无法精确保存。' },
    fix: { en: 'Use numbers below 1,000,000,000,000,000 with at most 30 decimals.', zh: '请用小于一千万亿、不超过 30 位小数的数字。' },
  },
  'cell.notDate': {
    problem: { en: '“{found}” is not a date.', zh: '“{found}”不是日期。' },
    fix: { en: 'Write a date such as 2026-03-05 or 2026/3/5.', zh: '请填日期，如 2026-03-05 或 2026年3月5日。' },
  },
  'cell.notPeriod': {
    problem: { en: '“{found}” is not a period.', zh: '“{found}”不是期间。' },
    fix: { en: 'Write 2026-03, 2026-Q1 or 2026.', zh: '请填 2026-03、2026-Q1 或 2026。' },
  },
  'cell.missing': {
    problem: { en: 'The cell is blank, and the row needs it.', zh: '该单元格为空，但本行需要它。' },
    fix: { en: 'Fill it in.', zh: '请填写。' },
  },
  'row.twice': {
    problem: { en: 'The row says the same as row {first}.', zh: '本行与第 {first} 行重复。' },
    fix: { en: 'Keep one of the two.', zh: '请只保留一行。' },
  },
  'table.columnTwice': {
    problem: { en: 'The columns “{first}” and “{header}” mean the same.', zh: '“{first}”与“{header}”两列含义相同。' },
    fix: { en: 'Rename one, or say which one to use with a `column` rule.', zh: '请改名，或用“列映射”规则指明用哪一列。' },
  },
  'table.empty': {
    problem: { en: 'Table {number} is empty.', zh: '第 {number} 个表是空的。' },
    fix: { en: 'Give a range with its header row.', zh: '请选择含表头的区域。' },
  },
  'table.unknown': {
    problem: { en: 'Table {number} with the headers {headers} is none of the tables known. Recognised: {known}.{nearest}', zh: '第 {number} 个表（表头：{headers}）无法识别。已识别：{known}。{nearest}' },
    fix: { en: 'Check that the range begins with the header row, or map its columns with `column` rules.', zh: '请确认区域从表头开始，或用“列映射”规则对应各列。' },
  },
  'table.twice': {
    problem: { en: 'Table {number} is a second {table} table.', zh: '第 {number} 个表是第二张{table}表。' },
    fix: { en: 'Give each table once.', zh: '每种表只给一张。' },
  },
  'need.table': {
    problem: { en: 'The {table} table is missing. Recognised: {known}.', zh: '缺少{table}表。已识别：{known}。' },
    fix: { en: 'Add it; in a formula, its range with the header row.', zh: '请添加该表；在公式中请加入含表头的区域。' },
  },
  'need.scores': {
    problem: { en: 'The rules need the Scores table, which was not given or lacks a column they name. {column}', zh: '规则需要得分表，但未提供或缺少规则所用的列。{column}' },
    fix: { en: 'Add the Scores table (Period, Person, Score …); in a formula, its range with the header row.', zh: '请添加得分表（期间、姓名、得分……）。' },
  },
  'need.targets': {
    problem: { en: 'The rules measure attainment and need the Targets table, which was not given.', zh: '规则按达成率计算，需要目标表，但未提供。' },
    fix: { en: 'Add the Targets table; in a formula, its range with the header row.', zh: '请添加目标表。' },
  },
  'need.contributions': {
    problem: { en: 'The rules credit by contributions and need the Contributions table, which was not given.', zh: '规则按贡献归属，需要贡献表，但未提供。' },
    fix: { en: 'Add the Contributions table; only its header if there are none; in a formula, its range with the header row.', zh: '请添加贡献表；没有内容时只给表头。' },
  },
  'need.receipts': {
    problem: { en: 'Lines count with the receipt, and neither the Receipts table nor a Received column was given.', zh: '按回款计提，但未提供收款表，订单也没有已收款列。' },
    fix: { en: 'Add the Receipts table; only its header if there are none; in a formula, its range with the header row.', zh: '请添加收款表；没有收款时只给表头。' },
  },
  'need.statements': {
    problem: { en: 'The rules hold or lend money and need the Statements table, which was not given.', zh: '规则涉及暂扣或预支，需要结算单，但未提供。' },
    fix: { en: 'Add the Statements table; only its header if nothing is closed yet; in a formula, its range with the header row.', zh: '请添加结算单；尚未关账时只给表头。' },
  },
  'need.fx': {
    problem: { en: 'Orders are in {currency} and neither the FX table nor a Rate was given.', zh: '订单有 {currency}，但未提供汇率表，也没有填汇率。' },
    fix: { en: 'Add the FX table, or fill the Rate column; in a formula, its range with the header row.', zh: '请添加汇率表，或填写汇率列。' },
  },
  'people.needsId': {
    problem: { en: 'Two people are called {name}.', zh: '有两个人叫 {name}。' },
    fix: { en: 'Give each an ID, and use it where they are named.', zh: '请为他们填写工号，并在引用处使用工号。' },
  },
  'people.twice': {
    problem: { en: 'Two rows of {name} begin on the same day: this one and row {first}.', zh: '{name} 有两行的起始日相同：本行与第 {first} 行。' },
    fix: { en: 'If they are two people, give each an ID. If they are one, give the later change its own date in From.', zh: '若是两个人，请分别填写工号；若是同一人的变更，请在起始日填写变更日期。' },
  },
  'people.leftBeforeJoined': {
    problem: { en: '{name} left before joining.', zh: '{name} 的离职日早于入职日。' },
    fix: { en: 'Correct Joined or Left.', zh: '请更正入职日或离职日。' },
  },
  'person.unknown': {
    problem: { en: '“{found}” is not in the People table.{nearest}', zh: '人员表中没有“{found}”。{nearest}' },
    fix: { en: 'Correct the name, or add the person to People.', zh: '请更正姓名，或在人员表中添加。' },
  },
  'person.ambiguous': {
    problem: { en: 'Several people are called “{found}”.', zh: '有多人叫“{found}”。' },
    fix: { en: 'Write the ID instead.', zh: '请改写工号。' },
  },
  'order.unknown': {
    problem: { en: 'There is no order “{found}”.', zh: '没有订单“{found}”。' },
    fix: { en: 'Correct the number, or add the order.', zh: '请更正订单号，或添加该订单。' },
  },
  'orders.noColumn': {
    problem: { en: 'The rules need the column “{column}”, which Orders lacks.{nearest}', zh: '规则需要“{column}”列，订单表没有。{nearest}' },
    fix: { en: 'Add the column, or map it with a `column` rule.', zh: '请添加该列，或用“列映射”规则对应。' },
  },
  'tier.blankSubject': {
    problem: { en: '{column} is blank, and the tiers go by it.', zh: '“{column}”为空，而方案按它分档。' },
    fix: { en: 'Fill it in, or leave such lines out with `lines` {column} *.', zh: '请填写；或用“适用订单”{column} * 排除这类订单行。' },
  },
  'rules.equalFit': {
    problem: { en: 'Rows {one} and {other} of the rules fit equally well and pay differently: it is not paid.', zh: '规则第 {one} 行和第 {other} 行同样适用而结果不同，因此未计提。' },
    fix: { en: 'Write a row for the case that both fit (A & B), or exclude it from one.', zh: '请为同时满足的情形单写一行（甲 & 乙），或在其中一行排除。' },
  },
  'fx.missing': {
    problem: { en: 'There is no exchange rate for {currency} on {day}.', zh: '缺少 {currency} 在 {day} 的汇率。' },
    fix: { en: 'Add a row to FX on or before that date, or fill Rate in the order. A missing rate is never 1.', zh: '请在汇率表添加该日或之前的汇率，或填写订单汇率。缺汇率不会按 1 计算。' },
  },
  'fx.notPositive': {
    problem: { en: 'An exchange rate must be above 0.', zh: '汇率必须大于 0。' },
    fix: { en: 'Correct it.', zh: '请更正。' },
  },
  'receipt.currency': {
    problem: { en: 'The receipt is in {found}, the order in {expected}, and there is no rate between them.', zh: '收款币种 {found} 与订单币种 {expected} 不同，且没有汇率。' },
    fix: { en: 'Add both rates to FX, or write the receipt in the order’s currency.', zh: '请在汇率表补充两种汇率，或以订单币种填写收款。' },
  },
  'share.over': {
    problem: { en: 'The shares add up to {total}, more than 100%.', zh: '比例合计 {total}，超过 100%。' },
    fix: { en: 'Correct the shares.', zh: '请更正比例。' },
  },
  'share.mixed': {
    problem: { en: 'In “{found}” some have a share and some have none.', zh: '“{found}”中有人写了比例，有人没写。' },
    fix: { en: 'Give everybody a share, or nobody.', zh: '请全部写明比例，或都不写（平分）。' },
  },
  'share.nothingLeft': {
    problem: { en: 'In “{found}” nothing is left for those without a share.', zh: '“{found}”中没写比例的人已无份额。' },
    fix: { en: 'Give everybody a share, or nobody.', zh: '请全部写明比例，或都不写（平分）。' },
  },
  'share.negative': {
    problem: { en: 'A share must not be negative.', zh: '比例不能为负。' },
    fix: { en: 'Correct it.', zh: '请更正。' },
  },
  'contribution.faulty': {
    problem: { en: 'The contributions to {found} hold a mistake.', zh: '“{found}”的贡献表有误。' },
    fix: { en: 'Mend the rows of Contributions first.', zh: '请先更正贡献表。' },
  },
  'reversal.unknown': {
    problem: { en: 'Reverses names “{found}”, and there is no such order or line.', zh: '冲销订单“{found}”不存在。' },
    fix: { en: 'Write the order (PO-1) or the order and line (PO-1/2).', zh: '请填原订单号（PO-1）或订单号/行号（PO-1/2）。' },
  },
  'reversal.itself': {
    problem: { en: 'The line reverses its own order.', zh: '该行冲销的是自己所在的订单。' },
    fix: { en: 'Write the original order in Reverses, and give the reversal a number of its own.', zh: '请在冲销订单中填原订单，并给退款单独的订单号。' },
  },
  'reversal.ofReversal': {
    problem: { en: 'Reverses names “{found}”, which is a reversal itself; it takes nothing back.', zh: '冲销订单“{found}”本身就是退款，本行不冲减。' },
    fix: { en: 'Name the order that was sold; to undo a reversal, delete it or cancel it in Status.', zh: '请填原销售订单；要撤销退款，请删除该退款或将其状态改为已取消。' },
  },
  'reversal.circular': {
    problem: { en: 'Reverses names “{found}”, which reverses this order in turn; neither takes anything back.', zh: '本单与“{found}”互相冲销，均不冲减。' },
    fix: { en: 'Clear Reverses on the order that was sold.', zh: '请清空原销售订单的冲销订单。' },
  },
  'reversal.ofCancelled': {
    problem: { en: 'Reverses names “{found}”, which is cancelled: there is nothing to take back.', zh: '冲销订单“{found}”已取消，无可冲减。' },
    fix: { en: 'Keep one of the two: cancel the order in Status, or leave it and reverse it.', zh: '二者只留其一：原单状态改为已取消，或保留原单并冲销。' },
  },
  'reversal.again': {
    problem: { en: '“{found}” has been reversed already: nothing is left to take back.', zh: '“{found}”已全部冲销，本行无可再冲。' },
    fix: { en: 'Delete this row if it is a double, or correct the amounts of the reversals.', zh: '如为重复请删除本行，否则请更正各退款金额。' },
  },
  'reversal.tooLarge': {
    problem: { en: 'The reversals of “{found}” are larger than what was sold; only what was left is taken back.', zh: '“{found}”的退款合计大于原单，超出部分不再冲减。' },
    fix: { en: 'Correct the amount, or name the other order that it reverses.', zh: '请更正金额，或改填所冲销的另一订单。' },
  },
  'reversal.positive': {
    problem: { en: 'A line that reverses another must have a negative amount.', zh: '冲销行的金额必须为负数。' },
    fix: { en: 'Write the amount with a minus, or clear Reverses.', zh: '请填负数金额，或清空冲销订单。' },
  },
  'period.missing': {
    problem: { en: 'No period was given.', zh: '没有给出期间。' },
    fix: { en: 'Write "2026-03", "2026-Q1" or "2026".', zh: '请写 "2026-03"、"2026-Q1" 或 "2026"。' },
  },
  'period.unreadable': {
    problem: { en: 'The period cannot be read.', zh: '无法识别期间。' },
    fix: { en: 'Write "2026-03", "2026-Q1", "2026" or a date.', zh: '请写 "2026-03"、"2026-Q1"、"2026" 或日期。' },
  },
  'period.bareYear': {
    problem: { en: '{found} is a bare number, and the plan does not pay by the year.', zh: '{found} 是一个数字，而方案不按年结算。' },
    fix: { en: 'Put the period in quotes: "2026-03".', zh: '请给期间加引号："2026-03"。' },
  },
  'period.otherKind': {
    problem: { en: '{plan} pays every {pays}; {found} is another kind of period.', zh: '“{plan}”每{pays}结算，{found} 不是这种期间。' },
    fix: { en: 'Ask for a period of that kind, or a date in it.', zh: '请给出对应的期间，或其中的日期。' },
  },
  'period.noVersion': {
    problem: { en: 'No version of {plan} is in force in that period.', zh: '“{plan}”在该期间没有生效的版本。' },
    fix: { en: 'Check Effective in the rules: blank means from the beginning.', zh: '请检查规则的生效日：留空表示从最初生效。' },
  },
  'plan.unknown': {
    problem: { en: 'There is no plan “{found}”. There are: {known}.', zh: '没有方案“{found}”。现有：{known}。' },
    fix: { en: 'Correct the name.', zh: '请更正方案名称。' },
  },
  'plan.versionThere': {
    problem: { en: '{plan} has a version “{version}” already: what was in force is never overwritten.', zh: '方案“{plan}”已有版本“{version}”；已生效的规则不会被覆盖。' },
    fix: { en: 'Give the new version another number.', zh: '请填写新的版本号。' },
  },
  'argument.missing': {
    problem: { en: '{name} is missing.', zh: '缺少参数 {name}。' },
    fix: { en: 'Give {name}.', zh: '请填写 {name}。' },
  },
  'argument.notNumber': {
    problem: { en: '{name}: “{found}” is not a number.', zh: '{name}：“{found}”不是数字。' },
    fix: { en: 'Give a number, or a cell that holds one.', zh: '请给出数字或含数字的单元格。' },
  },
  'argument.choice': {
    problem: { en: '{name}: “{found}” is not known. Known: {expected}.', zh: '{name}：不认识“{found}”。可用：{expected}。' },
    fix: { en: 'Use one of these words.', zh: '请使用其中之一。' },
  },
  'argument.shape': {
    problem: { en: '{name} has {found} rows and columns, not {expected}.', zh: '{name} 的行列数为 {found}，应为 {expected}。' },
    fix: { en: 'Give ranges of the same size, or one cell.', zh: '请给出同样大小的区域，或一个单元格。' },
  },
  'argument.oneCell': {
    problem: { en: '{name} must be one cell, not a range.', zh: '{name} 只能是一个单元格。' },
    fix: { en: 'Give one cell.', zh: '请给出一个单元格。' },
  },
  'argument.range': {
    problem: { en: '{name} must lie between {least} and {most}; it is {found}.', zh: '{name} 须在 {least} 与 {most} 之间，现为 {found}。' },
    fix: { en: 'Correct it.', zh: '请更正。' },
  },
  'argument.date': {
    problem: { en: '{name}: “{found}” is not a date.', zh: '{name}：“{found}”不是日期。' },
    fix: { en: 'Write a date such as 2026-03-05.', zh: '请填日期，如 2026-03-05。' },
  },
  'argument.tooMany': {
    problem: { en: '{name} takes at most {most} arguments; {found} were given.', zh: '{name} 最多 {most} 个参数，给了 {found} 个。' },
    fix: { en: 'Leave out what is too much.', zh: '请去掉多余的参数。' },
  },
  'function.unknown': {
    problem: { en: 'There is no function {found}.{nearest}', zh: '没有函数 {found}。{nearest}' },
    fix: { en: 'See the list of functions.', zh: '请查看函数列表。' },
  },
  'tiers.columns': {
    problem: { en: 'The tier table needs two columns: lower bounds and rates.', zh: '阶梯表需要两列：下限和提成率。' },
    fix: { en: 'Select both columns.', zh: '请选中两列。' },
  },
  'tiers.twice': {
    problem: { en: 'Two tiers begin at {from}.', zh: '有两档都从 {from} 开始。' },
    fix: { en: 'Keep one of them.', zh: '请只保留一档。' },
  },
  'tiers.empty': {
    problem: { en: 'The tier table has no tiers.', zh: '阶梯表没有内容。' },
    fix: { en: 'Give at least one row: lower bound and rate.', zh: '请至少给出一行：下限和提成率。' },
  },
  'weights.none': {
    problem: { en: 'All weights are 0, or one is negative.', zh: '权重全为 0 或有负数。' },
    fix: { en: 'Give weights of 0 or more, one of them above 0.', zh: '请给出不小于 0 的权重，且至少一个大于 0。' },
  },
  'profit.noIncome': {
    problem: { en: 'The net foreign income is 0, so there is no cost per unit of it.', zh: '外汇净收入为 0，无法计算换汇成本。' },
    fix: { en: 'Check the amount and what is taken from it.', zh: '请检查金额与各项扣减。' },
  },
  'commission.needsSettle': {
    problem: { en: 'The plan {plan} cannot be paid from one amount: {why}.', zh: '方案“{plan}”无法只凭一个金额计算：{why}。' },
    fix: { en: 'Use SETTLE with the tables.', zh: '请用 SETTLE 并给出各表。' },
  },
  'commission.needsField': {
    problem: { en: 'The plan needs the field “{field}”.', zh: '方案需要字段“{field}”。' },
    fix: { en: 'Give its header in fields and its value in values.', zh: '请在 fields 给出表头，在 values 给出取值。' },
  },
  'commission.needsTarget': {
    problem: { en: 'The plan looks at attainment and needs a target above 0.', zh: '方案按达成率计算，需要大于 0 的目标。' },
    fix: { en: 'Give it in target.', zh: '请填写 target。' },
  },
  'commission.choosePlan': {
    problem: { en: 'There are several plans: {known}.', zh: '有多个方案：{known}。' },
    fix: { en: 'Name one in plan.', zh: '请在 plan 中指明。' },
  },
  'commission.choosePeriod': {
    problem: { en: 'The plan {plan} has several versions.', zh: '方案“{plan}”有多个版本。' },
    fix: { en: 'Give the period.', zh: '请给出期间。' },
  },
  'explain.unknownPerson': {
    problem: { en: '“{found}” is not in this settlement.{nearest}', zh: '本次结算中没有“{found}”。{nearest}' },
    fix: { en: 'Use a name or an ID from People.', zh: '请用人员表中的姓名或工号。' },
  },
  'fx.noneInForce': {
    problem: { en: 'There is no rate for {currency} on or before {day}.', zh: '{day} 及以前没有 {currency} 的汇率。' },
    fix: { en: 'Add a row to the FX table.', zh: '请在汇率表添加一行。' },
  },
} as const;
