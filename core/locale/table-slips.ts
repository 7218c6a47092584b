/** Slips that the tables show, each alone or against the rules: what it does to pay, and what to do about it. */
export const tableSlips = {
  'check.draftPlan': {
    problem: { en: 'The plan {plan} is a draft: it pays only when it is asked for by name.', zh: '方案“{plan}”是草稿，平时结算不发放。' },
    fix: { en: 'Delete its `draft` row, or name another plan.', zh: '请删除其“草稿”行，或改填其他方案。' },
  },
  'check.nobodyInPlans': {
    problem: { en: 'Nobody takes part in any of the plans {plans}: orders of {amount} earn nothing.', zh: '方案 {plans} 都没有人参与，{amount} 的订单没有提成。' },
    fix: { en: 'Add the column Plan to People and fill it, or write `payees` rows; with one plan alone everyone takes part.', zh: '请在人员表加“方案”列并填写，或在规则中写“适用人员”；只有一个方案时才默认全员参与。' },
  },
  'check.nobodyInPlan': {
    problem: { en: 'Nobody takes part in {plans}: orders of {amount} earn nothing.', zh: '方案“{plans}”没有人参与，{amount} 的订单没有提成。' },
    fix: { en: 'Correct the `payees` rows, or Plan in People.', zh: '请更正“适用人员”，或人员表的“方案”。' },
  },
  'check.nobodyInOne': {
    problem: { en: 'Nobody takes part in the plan {plan}.', zh: '方案“{plan}”没有人参与。' },
    fix: { en: 'Name it in Plan of People, or correct its `payees` rows; a plan that is not used can be a `draft`.', zh: '请在人员表的“方案”中填写，或更正其“适用人员”；暂不用的方案可设为“草稿”。' },
  },
  'check.inNone': {
    problem: { en: '{name} takes part in no plan: orders of {amount} earn nothing.', zh: '{name} 不在任何方案中，其 {amount} 的订单没有提成。' },
    fix: { en: 'Fill Plan, or let `payees` include them, if they should earn.', zh: '若应计提，请填写“方案”，或在“适用人员”中包括此人。' },
  },
  'check.inTwo': {
    problem: { en: '{name} takes part in {plans}.', zh: '{name} 同时参加 {plans}。' },
    fix: { en: 'Leave it if both are meant to pay.', zh: '若有意为之可不改。' },
  },
  'check.plansPayTwice': {
    problem: { en: '{one} and {other} both pay for {lines} (first: {name}): {amount} {currency} too much, if only one of them is meant.', zh: '{one} 与 {other} 对同样的 {lines}都计提（首个：{name}）；若只应计一次，多发 {amount} {currency}。' },
    fix: { en: 'Put each person into one plan, or keep the lines apart with `lines`.', zh: '请让每人只参加一个方案，或用“适用订单”分开。' },
  },
  'check.partsPayTwice': {
    problem: { en: '{plan}: the parts “{one}” and “{other}” both pay for {lines} (first: {name}): {amount} {currency} too much, if only one of them is meant.', zh: '{plan}：“{one}”和“{other}”两部分对同样的 {lines}都计提（首个：{name}）；若只应计一次，多发 {amount} {currency}。' },
    fix: { en: 'Keep the lines apart with `lines` (`not …` in one of them); leave it if both are meant.', zh: '请用“适用订单”分开（其中一部分写“非 …”）；若有意为之可不改。' },
  },
  'check.valueNowhere': {
    problem: { en: '{plan}: `{rule}` names “{found}”, which stands nowhere in {column}.{nearest}', zh: '{plan}：“{rule}”中的“{found}”在“{column}”列中没有出现过。{nearest}' },
    fix: { en: 'Correct the spelling; leave it if it is still to come.', zh: '请更正写法；若以后才会出现可不改。' },
  },
  'check.equalFit': {
    problem: { en: '{plan}: rows {one} and {other} of the rules fit {lines} equally well (first here): {amount} of sales are not paid until it is clear which of them counts.', zh: '{plan}：规则第 {one} 行和第 {other} 行同样适用于 {lines}（首个在此），在说明按哪一行之前，{amount} 的销售额不计提。' },
    fix: { en: 'Write a row for the case that both fit (A & B), or exclude it from one.', zh: '请为同时满足的情形单写一行（甲 & 乙），或在其中一行排除。' },
  },
  'check.tierUnreached': {
    problem: { en: '{plan}: nobody is near the tier from {bound}; the largest total so far is {largest} ({who}).', zh: '{plan}：没人接近 {bound} 这一档，至今最高累计为 {largest}（{who}）。' },
    fix: { en: 'Check the zeros of the bound and the span of the total; leave it if it is meant.', zh: '请核对下限的位数和累计周期；若有意为之可不改。' },
  },
  'check.tiersPassed': {
    problem: { en: '{plan}: everyone is far above the highest bound {bound}; the smallest total is {least}.', zh: '{plan}：所有人都远超最高一档 {bound}，最低累计也有 {least}。' },
    fix: { en: 'Write the bounds in full, not in thousands or tens of thousands.', zh: '下限请填完整金额，不要以万或千为单位。' },
  },
  'check.noTeams': {
    problem: { en: '{plan}: it goes by team, and nobody has a Team: the pool pays nobody.', zh: '{plan}：按团队计算，但没有人填写团队，提成池无人可分。' },
    fix: { en: 'Fill Team in People, or write `plan` instead of `team`.', zh: '请填写人员表的“团队”，或把“团队”改为“方案”。' },
  },
  'check.noTeamTotals': {
    problem: { en: '{plan}: it goes by the total of the team, and nobody has a Team.', zh: '{plan}：按团队累计，但没有人填写团队。' },
    fix: { en: 'Fill Team in People.', zh: '请填写人员表的“团队”。' },
  },
  'check.keyWithoutWeights': {
    problem: { en: '{plan}: the pool is shared by {column}, which holds words without a `weight`: everyone gets the same.', zh: '{plan}：提成池按“{column}”分配，但没有“分配权重”，等于平均分配。' },
    fix: { en: 'Add rows such as `weight` {column}=Manager 1.5, or write `equal`.', zh: '请添加“分配权重”，如 {column}=经理 1.5；或改为“平均”。' },
  },
  'check.beforeJoining': {
    problem: { en: '{name} joined on {day}, after {lines} of theirs (first here): nobody earns on {amount}.', zh: '{name} 于 {day} 入职，而此前已有其 {lines}（首个在此）：{amount} 没有人计提。' },
    fix: { en: 'Correct Joined, the date of the order, or its owner.', zh: '请更正入职日、下单日期或业务员。' },
  },
  'check.afterLeaving': {
    problem: { en: '{name} left on {day}, before {lines} of theirs (first here): nobody earns on {amount}.', zh: '{name} 于 {day} 离职，而此后仍有其 {lines}（首个在此）：{amount} 没有人计提。' },
    fix: { en: 'Give the orders to whoever took them over, or correct Left.', zh: '请把订单改到接手人名下，或更正离职日。' },
  },
  'check.taxRate': {
    problem: { en: '{found} is read as {read} (rows so written: {count}): the profit of {amount} of orders is wrong.', zh: '{found} 会读作 {read}（共 {count} 行），{amount} 订单的毛利不对。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'check.marginBound': {
    problem: { en: '{plan}: {column} from {bound} is far from every order line; the highest is {highest}.', zh: '{plan}：“{column}”起点 {bound} 远高于所有订单行，最高为 {highest}。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'check.boundUnreached': {
    problem: { en: '{plan}: {column} from {bound} is far from every order line; the highest is {highest}.', zh: '{plan}：“{column}”起点 {bound} 远高于所有订单行，最高为 {highest}。' },
    fix: { en: 'Check the zeros and the unit of From; leave it if it is meant.', zh: '请核对起点的位数和单位；若有意为之可不改。' },
  },
  'check.farVersion': {
    problem: { en: '{plan}: the version begins on {day}, years after the last order.', zh: '{plan}：该版本 {day} 才生效，比最后一张订单晚好几年。' },
    fix: { en: 'Check the year.', zh: '请核对年份。' },
  },
  'check.noTeam': {
    problem: { en: '{plan}: {name} has no Team and gets nothing of the pool (people without: {count}).', zh: '{plan}：有 {count} 人没有团队（首个：{name}），分不到提成池。' },
    fix: { en: 'Fill Team.', zh: '请填写团队。' },
  },
  'check.noManagers': {
    problem: { en: '{plan}: the override of level {level} is paid to nobody, as nobody has a Manager.', zh: '{plan}：{level} 级上级提成无人可得，因为没有人填写上级。' },
    fix: { en: 'Fill Manager in People.', zh: '请填写人员表的“上级”。' },
  },
  'check.sharesLikeRates': {
    problem: { en: '“{found}” are shares of {total} together: {rest} of {lines} worth {amount} is nobody’s. These look like rates.', zh: '“{found}”合计只有 {total}，{lines}（共 {amount}）的 {rest}无人认领；看起来填的是提成率。' },
    fix: { en: 'Write shares of the credit that make 100%, such as 60% and 40%; rates belong into the rules.', zh: '请填合计为 100% 的业绩比例，如 60% 与 40%；提成率应写在规则里。' },
  },
  'check.sharesUnder': {
    problem: { en: '“{found}” make {total}: {rest} of {lines} worth {amount} is nobody’s.', zh: '“{found}”合计 {total}，{lines}（共 {amount}）的 {rest}无人认领。' },
    fix: { en: 'Let the shares make 100%, or leave it if the rest is the company’s.', zh: '请让比例合计为 100%；若其余归公司可不改。' },
  },
  'check.contributionsUnder': {
    problem: { en: 'The contributions to {subject} make {total}: {rest} is nobody’s.', zh: '{subject} 的贡献比例合计 {total}，其余 {rest} 无人认领。' },
    fix: { en: 'Let the shares make 100%, or leave it if the rest is the company’s.', zh: '请让比例合计为 100%；若其余归公司可不改。' },
  },
  'check.orderTwice': {
    problem: { en: 'The order stands in row {first} already, with the same date and amount {amount}: it is paid twice.', zh: '同一订单、日期、金额 {amount} 已在第 {first} 行，会重复计提。' },
    fix: { en: 'Delete one, or give each its line number.', zh: '请删除其一，或分别填写行号。' },
  },
  'check.saleTwice': {
    problem: { en: 'Row {first} has the same customer, date, goods and amount {amount} under another number.', zh: '第 {first} 行的客户、日期、货物、金额 {amount} 都相同，只是订单号不同。' },
    fix: { en: 'Delete one if it is the same order.', zh: '若是同一订单，请删除其一。' },
  },
  'check.receiptTwice': {
    problem: { en: 'The receipt of {amount} for {order} on that day stands in row {first} already.', zh: '{order} 当天的收款 {amount} 已在第 {first} 行。' },
    fix: { en: 'Delete one, unless the money came twice.', zh: '若不是两笔到账，请删除其一。' },
  },
  'check.reversedCancelled': {
    problem: { en: '{order} is cancelled and reversed as well: {amount} is taken back twice.', zh: '{order} 既已取消又被冲销，{amount} 会被扣回两次。' },
    fix: { en: 'Keep the reversal and clear the status, or delete the reversal.', zh: '请保留冲销并去掉取消状态，或删除冲销行。' },
  },
  'check.reversedMore': {
    problem: { en: '{amount} of {order} are reversed, more than its {sold}.', zh: '{order} 共冲销 {amount}，超过原金额 {sold}。' },
    fix: { en: 'Delete the reversal that was typed twice, or correct its amount.', zh: '请删除重复的冲销，或更正金额。' },
  },
  'check.unusualAmount': {
    problem: { en: '{found} is more than {times} times what {name} usually sells (about {usual}).', zh: '{found} 是 {name} 平常单笔金额（约 {usual}）的 {times} 倍以上。' },
    fix: { en: 'Check the decimal point and the zeros.', zh: '请核对小数点和位数。' },
  },
  'check.unusualForAll': {
    problem: { en: '{found} is more than {times} times what is usually sold here (about {usual}).', zh: '{found} 是平常单笔金额（约 {usual}）的 {times} 倍以上。' },
    fix: { en: 'Check the decimal point and the zeros.', zh: '请核对小数点和位数。' },
  },
  'check.calendarsDiffer': {
    problem: { en: '{plan} counts its months otherwise than {others}: targets, actuals and scores go by the calendar of {plan} for everyone.', zh: '方案 {plan} 与 {others} 的周期日历不同，所有人的目标、实绩和得分都按 {plan} 的日历计算。' },
    fix: { en: 'Give the plans one `calendar`, or keep the people of the others in a workbook of their own.', zh: '请统一各方案的“周期日历”，或把其他方案的人员放在另一工作簿。' },
  },
  'check.noTargets': {
    problem: { en: '{plan}: there is no target {kpi} of {who} for {period}: what they earn cannot be computed.', zh: '{plan}：{who} 没有 {period} 的“{kpi}”目标，提成无法计算。' },
    fix: { en: 'Add their rows to Targets, a row with * for everyone, or a Target in KPIs.', zh: '请在目标表补上，或写一行 * 适用全员，或填写指标的目标值。' },
  },
  'check.percentUnit': {
    problem: { en: '{kpi} is a percentage, and an actual of {found} is read as {read} (such actuals: {count}, first here).', zh: '“{kpi}”是百分比，有 {count} 个实际值（首个 {found}）会读作 {read}。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'check.fxTwice': {
    problem: { en: '{currency} has two rates for {day}: {one} (row {first}) and {other}; the later row counts.', zh: '{currency} 在 {day} 有两个汇率：{one}（第 {first} 行）和 {other}，以后一行为准。' },
    fix: { en: 'Delete one.', zh: '请删除其一。' },
  },
  'check.fxOff': {
    problem: { en: '{rate} for {currency} is far from its usual rate, {usual}.', zh: '{currency} 的汇率 {rate} 与平常的 {usual} 相差过大。' },
    fix: { en: 'Check the decimal point: 7.2, not 72; and the unit: for 1, not for 100.', zh: '请核对小数点（7.2 而非 72）和单位（每 1 而非每 100）。' },
  },
  'check.fxRough': {
    problem: { en: '{rate} for {currency} is far from what it is roughly worth, {usual}.', zh: '{currency} 的汇率 {rate} 与大致行情 {usual} 相差过大。' },
    fix: { en: 'Check the decimal point (7.2, not 72), the unit (for 1, not for 100) and the direction: payroll currency for one unit of the foreign one.', zh: '请核对小数点（7.2 而非 72）、单位（每 1 而非每 100）和方向（1 外币合多少本币）。' },
  },
  'check.fxOld': {
    problem: { en: '{currency}: the rate of {last} is used for {day}, more than a quarter later ({lines}, first here).', zh: '{currency} 有 {lines}用的是三个月以前的汇率：{day} 用 {last} 的（首个在此）。' },
    fix: { en: 'Add the later rates to FX.', zh: '请在汇率表补上之后的汇率。' },
  },
  'check.scoreBoundLow': {
    problem: { en: '{plan}: `{rule}` begins at {bound}, while scores go up to {highest}: everyone is above it.', zh: '{plan}：“{rule}”起点为 {bound}，而得分最高 {highest}，人人都达到。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'check.scoreBoundHigh': {
    problem: { en: '{plan}: `{rule}` begins at {bound}, while scores only go up to {highest}: nobody gets there.', zh: '{plan}：“{rule}”起点为 {bound}，而得分最高只有 {highest}，没人达到。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'check.unknownKpi': {
    problem: { en: '{plan}: `{rule}` names the KPI “{found}”, which KPIs, Targets and Scores do not know.{nearest}', zh: '{plan}：“{rule}”中的指标“{found}”在指标、目标、得分表中都没有。{nearest}' },
    fix: { en: 'Correct the name, or add the KPI.', zh: '请更正名称，或添加该指标。' },
  },
  'check.countsNothing': {
    problem: { en: '{plan}: no order line counts.', zh: '{plan}：没有任何订单行计入。' },
    fix: { en: 'Check its `lines`, `payees` and `credit`.', zh: '请核对“适用订单”“适用人员”和“归属”。' },
  },
  'check.allWaiting': {
    problem: { en: '{plan}: nothing counts; the date on which it would is missing ({lines}).', zh: '{plan}：没有计入任何订单，有 {lines}缺少计提时点的日期。' },
    fix: { en: 'Fill the date, or count on another one.', zh: '请填写日期，或改用其他计提时点。' },
  },
  'check.noRate': {
    problem: { en: '{plan}: no rate fits {lines} (first here): nothing is earned on {amount} {currency}.', zh: '{plan}：有 {lines}（首个在此）不符合任何提成率，{amount} {currency} 没有提成。' },
    fix: { en: 'Add a `rate` with a blank Item for the rest, if it should earn.', zh: '若应计提，请添加项目留空的“提成率”作为其余订单的提成率。' },
  },
  'check.percentSlip': {
    problem: { en: '{kpi}: an actual of {found} stands against a target of {target} (such actuals: {count}, first here).', zh: '“{kpi}”有 {count} 个实际值（首个 {found}）与目标 {target} 单位不一致。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
} as const;

/** The money at stake, added to what a row of the rules does. */
export const stakes = {
  'stake.line': { en: 'one line', zh: '1 行订单' },
  'stake.lines': { en: '{count} lines', zh: '{count} 行订单' },
  'stake.paid': { en: ' On the orders here that is {paid} of commission on {measured} {currency}.', zh: '按现有订单，{measured} {currency} 的基数会发 {paid}。' },
  'stake.upTo': { en: ' On the orders here that is up to {paid} on {measured} {currency}.', zh: '按现有订单，{measured} {currency} 的基数最多会发 {paid}。' },
  'stake.late': { en: ' In between {lines}, {measured}, still under the old ones.', zh: '其间 {lines}（{measured}）仍按旧规则计提。' },
} as const;
