/** Slips of the hand in the rules, told by the rules alone: what it does, and what was probably meant. */
export const ruleSlips = {
  'plan.rateOverOne': {
    problem: { en: '{plan}: the {rule} of {rate} pays more than the whole measure.{stake}', zh: '{plan}：“{rule}”为 {rate}，发放额超过计提基数本身。{stake}' },
    fix: { en: 'Write {meant} or {plain} if that is meant.', zh: '是不是指 {meant}（即 {plain}）？若是请更正。' },
  },
  'plan.rateWhole': {
    problem: { en: '{plan}: the {rule} of {rate} pays out the whole measure.{stake}', zh: '{plan}：“{rule}”为 {rate}，等于把计提基数全部发放。{stake}' },
    fix: { en: 'Write {meant} or {plain} if that is meant.', zh: '是不是指 {meant}（即 {plain}）？若是请更正。' },
  },
  'plan.rateHigh': {
    problem: { en: '{plan}: the {rule} of {rate} is very high.{stake}', zh: '{plan}：“{rule}”高达 {rate}。{stake}' },
    fix: { en: 'Write {meant} if that is meant; 0.5 and 50% are the same.', zh: '是不是指 {meant}？若是请更正；0.5 等于 50%。' },
  },
  'plan.rateNegative': {
    problem: { en: '{plan}: the {rule} of {rate} takes money from people.{stake}', zh: '{plan}：“{rule}”为 {rate}，是负数，会倒扣。{stake}' },
    fix: { en: 'Write the rate without the minus.', zh: '请去掉负号。' },
  },
  'plan.rateTiny': {
    problem: { en: '{plan}: the {rule} of {rate} is very small.{stake}', zh: '{plan}：“{rule}”只有 {rate}，过小。{stake}' },
    fix: { en: 'Write {meant} if that is meant; 0.02 and 2% are the same, 0.02% is a hundredth of it.', zh: '是不是指 {meant}？若是请更正；0.02 等于 2%，而 0.02% 只有它的百分之一。' },
  },
  'plan.tierJump': {
    problem: { en: '{plan}: the tier pays {rate}, the one below it {before}: more than ten times as much.{stake}', zh: '{plan}：本档提成率 {rate}，低一档只有 {before}，相差十倍以上。{stake}' },
    fix: { en: 'Correct the rate that was mistyped: 8 or 80% for 8%, 0.5% for 5%.', zh: '请更正打错的一档：如把 8% 打成 8 或 80%，把 5% 打成 0.5%。' },
  },
  'plan.percentOfCount': {
    problem: { en: '{plan}: {found} of {measure} is {rate} of money for each.', zh: '{plan}：按{measure}计提，{found} 等于每个只发 {rate}。' },
    fix: { en: 'Write the money for each, such as 3, or measure revenue.', zh: '请填每个（单）的金额，如 3；或把计提基数改为销售额。' },
  },
  'plan.percentForMoney': {
    problem: { en: '{plan}: `{rule}` is an amount of money, and {found} of it is next to nothing.', zh: '{plan}：“{rule}”应填金额，{found} 几乎等于零。' },
    fix: { en: 'Write the amount, such as 3000, or n x a People column, such as 10% x Target bonus.', zh: '请填金额，如 3000；或“比例 x 人员表的列”，如 10% x 目标奖金。' },
  },
  'plan.factorSize': {
    problem: { en: '{plan}: the {rule} multiplies by {factor}.{stake}', zh: '{plan}：“{rule}”会乘以 {factor}。{stake}' },
    fix: { en: 'Write {meant} if that is meant: 1.1 and 110% are the same.', zh: '是不是指 {meant}？若是请更正；1.1 等于 110%。' },
  },
  'plan.noValue': {
    problem: { en: '{plan}: `{rule}` has no Value and is read as 0.', zh: '{plan}：“{rule}”没有数值，按 0 处理。' },
    fix: { en: 'Fill Value; write 0 if nothing is meant.', zh: '请填写数值；若确为零，请填 0。' },
  },
  'plan.attainmentBound': {
    problem: { en: '{plan}: the bound {found} of an attainment is read as {read}: nobody gets there.', zh: '{plan}：达成率分档的下限 {found} 会读作 {read}，没人能达到。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'plan.contestInPool': {
    problem: { en: '{plan}: a prize for places cannot stand in a part that pays a pool.', zh: '{plan}：名次奖不能写在汇入提成池的部分里。' },
    fix: { en: 'Give it a part of its own: another name in Part.', zh: '请在“部分”列另写一个名称，单独成为一个部分。' },
  },
  'plan.unitOnAttainment': {
    problem: { en: '{plan}: the bounds of the tiers are shares of a target; they have no unit.', zh: '{plan}：各档下限为达成率，没有单位。' },
    fix: { en: 'Delete the row `tier unit`.', zh: '请删除“阶梯单位”行。' },
  },
  'plan.unitOfCount': {
    problem: { en: '{plan}: the tiers count {measure}; {unit} is no unit of it.', zh: '{plan}：阶梯按{measure}计数，不能以 {unit} 为单位。' },
    fix: { en: 'Write a number such as 10k, or delete the row.', zh: '请填 10k 或“万”，或删除该行。' },
  },
  'plan.foreignBound': {
    problem: { en: '{plan}: the bound “{found}” is read as {read}, as the plan pays in {payroll}.', zh: '{plan}：方案以 {payroll} 发放，下限“{found}”会读作 {read}。' },
    fix: { en: 'Write the number alone, and a row `tier unit` with the value {currency}.', zh: '请只填数字，并加一行“阶梯单位”，数值填 {currency}。' },
  },
  'plan.foreignAmount': {
    problem: { en: '{plan}: “{found}” is read as {read}, as the plan pays in {payroll}.', zh: '{plan}：方案以 {payroll} 发放，“{found}”会读作 {read}。' },
    fix: { en: 'Write the amount in {payroll}; a plan may pay in {currency} by a row `currency`.', zh: '请填 {payroll} 金额；若整个方案以 {currency} 发放，请加一行“币种”。' },
  },
  'plan.attainmentGate': {
    problem: { en: '{plan}: the gate opens at an attainment of {found}, read as {read}: it is shut for everyone.', zh: '{plan}：达成率门槛 {found} 会读作 {read}，所有人都过不了。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'plan.coverageGate': {
    problem: { en: '{plan}: the gate opens at a coverage of {found}, read as {read}: it is shut for everyone.', zh: '{plan}：数据完整率门槛 {found} 会读作 {read}，所有人都过不了。' },
    fix: { en: 'Write {meant}.', zh: '请填 {meant}。' },
  },
  'plan.gateOpen': {
    problem: { en: '{plan}: the gate on {on} has no least number in From: it never closes.', zh: '{plan}：“{on}”门槛没有填起点，永远不会触发。' },
    fix: { en: 'Write into From what pays in full, such as 60 or 80%, and into Value what is paid below it.', zh: '起点请填全额发放的最低值，如 60 或 80%；数值填低于它时发放的比例。' },
  },
  'plan.gatePaysAll': {
    problem: { en: '{plan}: below the gate on {on} 100% is paid all the same: it changes nothing.', zh: '{plan}：“{on}”未达门槛仍发 100%，这道门槛不起作用。' },
    fix: { en: 'Write into Value the share that is paid below it, such as 50% or 0%.', zh: '数值请填未达门槛时发放的比例，如 50% 或 0%。' },
  },
  'plan.boundsLikeShares': {
    problem: { en: '{plan}: the bounds {bounds} are compared with amounts of money: the first order passes them all.', zh: '{plan}：下限 {bounds} 是与金额比较的，第一张订单就全部超过。' },
    fix: { en: 'If shares of a target are meant, add a row `tier on` with the KPI in Item and attainment in Value; else write the amounts.', zh: '若指达成率，请添加“分档口径”，项目填指标、数值填“达成率”；否则请填金额。' },
  },
  'plan.sameIgnored': {
    problem: { en: '{plan}: `{rule}` stands for the same case as in row {first}: only one of the two counts.', zh: '{plan}：“{rule}”与第 {first} 行针对同一情形，只有一行起作用。' },
    fix: { en: 'Delete the one that is not meant.', zh: '请删除不要的一行。' },
  },
  'plan.sameDiffers': {
    problem: { en: '{plan}: `{rule}` says something else for the same case as in row {first}.', zh: '{plan}：“{rule}”与第 {first} 行针对同一情形，但数值不同。' },
    fix: { en: 'Delete the one that is not meant.', zh: '请删除不要的一行。' },
  },
  'plan.sameAdded': {
    problem: { en: '{plan}: `{rule}` stands for the same case as in row {first}: both count, one on top of the other.', zh: '{plan}：“{rule}”与第 {first} 行针对同一情形，两行会相加。' },
    fix: { en: 'Delete one, unless both are meant.', zh: '若不是有意，请删除一行。' },
  },
  'plan.limitsCross': {
    problem: { en: '{plan}: over the same time the minimum comes to {minimum}, the maximum (row {other}) to {maximum}.', zh: '{plan}：按同一周期折算，保底为 {minimum}，封顶（第 {other} 行）为 {maximum}。' },
    fix: { en: 'Correct one of them, or the span in its Item.', zh: '请更正其一，或更正项目中的周期。' },
  },
  'plan.weightIdle': {
    problem: { en: '{plan}: nothing is shared by {column}, so the weight is used by nobody.', zh: '{plan}：提成池不按“{column}”分配，该权重不起作用。' },
    fix: { en: 'Add a row `share by` {column}, or delete the weight.', zh: '请添加“分配依据”{column}，或删除该权重。' },
  },
  'plan.effectiveInside': {
    problem: { en: '{plan}: {effective} lies inside a pay period: the new rules wait until {first}.{stake}', zh: '{plan}：{effective} 在结算期中间，新规则要到 {first} 才启用。{stake}' },
    fix: { en: 'Write the first day of a period; or, for a rate from a date on, a condition on Order date in its Item.', zh: '请填结算期的第一天；若只是某日起改提成率，请在其项目中对“下单日期”设条件。' },
  },
  'plan.currencyChanged': {
    problem: { en: '{plan}: pays in {now} from {from} on and in {was} before: what was paid, held back, lent or carried in {was} cannot be set against {now}.', zh: '{plan}：自{from}起以 {now} 发放，此前为 {was}：以 {was} 已发、暂扣、预支或结转的款项无法与 {now} 相抵。' },
    fix: { en: 'Keep {was}, or make a plan of its own for {now}: another name in Plan, and the day in Plan and From of People. What is still owed in {was} stays with {plan} and is settled there.', zh: '请保持 {was}；或另立一个以 {now} 发放的方案（另起方案名，并在人员表填写其方案和起用日）。尚欠的 {was} 款项留在“{plan}”中结清。' },
  },
  'plan.currencyPaid': {
    problem: { en: '{plan}: pays in {now}, and was paid in {was} for {period}: the two cannot be set against each other.', zh: '{plan}：以 {now} 发放，而 {period} 已按 {was} 发放：两者无法相抵。' },
    fix: { en: 'Write {was} in its `currency` row, or make a plan of its own for {now}. What is still owed in {was} stays with {plan} and is settled there.', zh: '请将其“币种”行改回 {was}；或另立一个以 {now} 发放的方案。尚欠的 {was} 款项留在“{plan}”中结清。' },
  },
  'plan.labelTwice': {
    problem: { en: '{plan}: Version {version} has two dates, {one} (row {first}) and {other}: they are two versions, each with a part of the rules.', zh: '{plan}：版本 {version} 有两个生效日：{one}（第 {first} 行）和 {other}，会成为两个不完整的版本。' },
    fix: { en: 'Give all rows of the version one date, or the later ones another Version.', zh: '请让该版本各行的生效日一致，或给后面的行另设版本。' },
  },
  'plan.sameDate': {
    problem: { en: '{plan}: Version {version} holds from {date}, as Version {other} does, and takes its place for the past too.', zh: '{plan}：版本 {version} 与版本 {other} 都从{date}起生效，会连过去一并取代它。' },
    fix: { en: 'Give it the day from which it is to hold; leave it if the past is to be paid anew.', zh: '请填写新版本的生效日；若要按新规则重算过去可不改。' },
  },
  'plan.strayPart': {
    problem: { en: '{plan}: the part “{part}” is nearly called as “{near}”.', zh: '{plan}：部分“{part}”与“{near}”几乎同名。' },
    fix: { en: 'Spell them alike if they are one part.', zh: '若是同一部分，请统一写法。' },
  },
  'plan.onlyDrafts': {
    problem: { en: 'Every plan is a draft ({plans}): a settlement pays nobody.', zh: '所有方案都是草稿（{plans}），结算时不会发放。' },
    fix: { en: 'Delete the `draft` row of the plan that is to be in force.', zh: '请删除要执行的方案的“草稿”行。' },
  },
} as const;
