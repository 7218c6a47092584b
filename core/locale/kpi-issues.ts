/** What can be wrong with indicators, targets, actuals, grades, tasks and the pipeline. */
export const kpiIssues = {
  'scoring.unknown': {
    problem: { en: '“{found}” is no scoring.{nearest}', zh: '“{found}”不是计分方法。{nearest}' },
    fix: { en: 'Write ratio, linear 80%:0 100%:100, step 0:0 60%:60, per 1% 2 from 85%, or ratings such as good:85 poor:50.', zh: '请写：比率、折线 80%:0 100%:100、分档 0:0 60%:60、每 1% 扣 2 从 85%，或评级如 优:100 良:85。' },
  },
  'scoring.leftOver': {
    problem: { en: 'In the scoring “{found}”, “{rest}” is not understood.', zh: '计分方法“{found}”中的“{rest}”无法识别。' },
    fix: { en: 'Remove it, or see the words of scoring in the documentation.', zh: '请删去，或查阅计分方法的写法。' },
  },
  'scoring.fewKnots': {
    problem: { en: 'The scoring has fewer than {least} points (x:score).', zh: '计分方法少于 {least} 个点（数值:得分）。' },
    fix: { en: 'Write points such as 80%:0 100%:100.', zh: '请写成如 80%:0 100%:100。' },
  },
  'scoring.mixedKnots': {
    problem: { en: 'Some points are written in % and some are not.', zh: '有的点带 %，有的不带。' },
    fix: { en: 'Write all of them in % (share of the target), or none (the actual itself).', zh: '请全部带 %（占目标的比例），或全部不带（实际值本身）。' },
  },
  'scoring.knotTwice': {
    problem: { en: '“{found}” is given two scores.', zh: '“{found}”有两个得分。' },
    fix: { en: 'Keep one of them.', zh: '请只保留一个。' },
  },
  'scoring.knotOrder': {
    problem: { en: 'The points are out of order: {second} comes after {first}.', zh: '各点顺序有误：{second} 排在 {first} 之后。' },
    fix: { en: 'Write them from the smallest to the largest.', zh: '请从小到大书写。' },
  },
  'scoring.agreedOrder': {
    problem: { en: 'Baseline, target and stretch target do not rise (or fall) in the order of the scoring.', zh: '基准值、目标值、挑战值没有按计分方法的顺序递增（或递减）。' },
    fix: { en: 'Correct these figures, or the scoring.', zh: '请更正这些数值或计分方法。' },
  },
  'scoring.perUnit': {
    problem: { en: 'The unit after “per” is missing or not above 0.', zh: '“每”后面缺少单位，或单位不大于 0。' },
    fix: { en: 'Write for example: per 1% 2 from 85% full 100.', zh: '请写成如：每 1% 扣 2 从 85% 满分 100。' },
  },
  'scoring.perPoints': {
    problem: { en: 'How many points a unit takes is missing, negative, or in %.', zh: '每单位加减的分数缺失、为负或带 %。' },
    fix: { en: 'Write for example: per 1% 2 from 85% full 100.', zh: '请写成如：每 1% 扣 2 从 85% 满分 100。' },
  },
  'kpi.zeroTarget': {
    problem: { en: 'The target is 0 (or blank): attainment cannot be measured on it.', zh: '目标为 0（或空白），无法计算达成率。' },
    fix: { en: 'Set a target, or score the actual itself: linear 0:100 4:0, or per 1 5.', zh: '请填写目标，或直接按实际值计分，如 折线 0:100 4:0、每 1 扣 5。' },
  },
  'kpi.negativeTarget': {
    problem: { en: 'The target is negative: actual ÷ target would turn good into bad.', zh: '目标为负数，实际 ÷ 目标会颠倒好坏。' },
    fix: { en: 'Score it with “ratio signed”, or with points of its own.', zh: '请用“比率 带符号”计分，或自设分段。' },
  },
  'kpi.inverseOfZero': {
    problem: { en: 'The actual is 0: target ÷ actual cannot be measured.', zh: '实际值为 0，无法计算目标 ÷ 实际。' },
    fix: { en: 'Use “ratio mirror”, or points such as linear 0:100 4:0.', zh: '请用“比率 镜像”，或如 折线 0:100 4:0。' },
  },
  'kpi.noTarget': {
    problem: { en: 'There is no target.', zh: '没有目标值。' },
    fix: { en: 'Add a row to Targets, or fill Target of the KPI.', zh: '请在目标表添加一行，或填写指标的目标值。' },
  },
  'kpi.noTargetFor': {
    problem: { en: '{kpi} has no target for {months}.', zh: '“{kpi}”缺 {months} 的目标。' },
    fix: { en: 'Add the months to Targets, or a row for the whole period; TARGETGRID splits a total.', zh: '请在目标表补齐这些月份，或添加整个期间的一行；可用 TARGETGRID 分解。' },
  },
  'kpi.noAgreed': {
    problem: { en: 'The scoring names {name}, which is not given.', zh: '计分方法用到{name}，但没有填写。' },
    fix: { en: 'Fill it in Targets or in KPIs.', zh: '请在目标表或指标表填写。' },
  },
  'kpi.actualNotNumber': {
    problem: { en: 'The actual “{found}” is not a number.', zh: '实际值“{found}”不是数字。' },
    fix: { en: 'Write a number; mark a missing actual with “-”, or score ratings with a list such as good:85.', zh: '请填数字；没有实际值填“-”；评级请用如 优:100 的计分方法。' },
  },
  'kpi.labelUnknown': {
    problem: { en: 'The rating “{found}” has no score. Known: {expected}.', zh: '评级“{found}”没有对应得分。可用：{expected}。' },
    fix: { en: 'Use one of these, or add it to the scoring.', zh: '请用其中之一，或在计分方法中添加。' },
  },
  'kpi.ratioParts': {
    problem: { en: '{kpi} rolls up as a ratio, and a row lacks its denominator.', zh: '“{kpi}”按比率汇总，但有行缺少分母。' },
    fix: { en: 'Fill Numerator and Denominator, or roll up by average.', zh: '请填写分子和分母，或改用平均汇总。' },
  },
  'kpi.weight': {
    problem: { en: 'The weight of {kpi} is missing or not above 0 ({found}): it is left out.', zh: '“{kpi}”的权重缺失或不大于 0（{found}），未计入。' },
    fix: { en: 'Write a weight above 0, or delete the row.', zh: '请填写大于 0 的权重，或删除该行。' },
  },
  'kpi.twice': {
    problem: { en: '{kpi} is there twice for the same person (first in row {first}).', zh: '“{kpi}”对同一人出现两次（首次在第 {first} 行）。' },
    fix: { en: 'Keep one, tell them apart with For, or give the newer one a later Effective date.', zh: '请只保留一行，或用“适用对象”区分，或给新行填写更晚的生效日。' },
  },
  'kpi.unknown': {
    problem: { en: 'No KPI is called “{found}”.{nearest}', zh: '指标表没有“{found}”。{nearest}' },
    fix: { en: 'Correct the name, or add the KPI.', zh: '请更正名称，或添加该指标。' },
  },
  'kpi.unknownPerson': {
    problem: { en: '“{found}” is neither a person nor a team.{nearest}', zh: '“{found}”既不是人员也不是团队。{nearest}' },
    fix: { en: 'Correct the name, or add it to People; * means everyone.', zh: '请更正姓名，或在人员表添加；* 表示所有人。' },
  },
  'kpi.unknownCard': {
    problem: { en: 'There is no card of “{found}” in {period}.{nearest}', zh: '{period} 没有“{found}”的考核表。{nearest}' },
    fix: { en: 'Name a person or a team of People who was there in the period.', zh: '请填写该期间在职的人员或团队。' },
  },
  'kpi.none': {
    problem: { en: 'No KPI holds for {who} in {period}.', zh: '{period} 没有适用于{who}的指标。' },
    fix: { en: 'Check For and Effective in KPIs.', zh: '请检查指标表的适用对象和生效日。' },
  },
  'kpi.forColumn': {
    problem: { en: 'For names the column “{found}”, which People does not have.', zh: '适用对象用到“{found}”列，但人员表没有该列。' },
    fix: { en: 'Write a People column, such as Role=Sales; Team=EU.', zh: '请用人员表的列，如 职位=业务员; 团队=欧洲组。' },
  },
  'kpi.unknownWord': {
    problem: { en: '“{found}” is not known here. Known: {expected}.', zh: '不认识“{found}”。可用：{expected}。' },
    fix: { en: 'Use one of these words.', zh: '请使用其中之一。' },
  },
  'kpi.unknownSource': {
    problem: { en: '“{found}” is no source of actuals. Known: {expected}.', zh: '“{found}”不是数据来源。可用：{expected}。' },
    fix: { en: 'Use one of these, or leave it blank and type the actuals.', zh: '请使用其中之一，或留空并填报实绩。' },
  },
  'kpi.veto': {
    problem: { en: 'The veto “{found}” is not understood.', zh: '一票否决“{found}”无法识别。' },
    fix: { en: 'Write a condition and what it does: below 90%: zero card; is yes: grade D; above 3: factor 0.5.', zh: '请写条件和处理：低于 90%：总分归零；为 是：等级 D；高于 3：系数 0.5。' },
  },
  'kpi.periodsOverlap': {
    problem: { en: 'The period overlaps that of row {first}: it cannot be told how the two add up.', zh: '期间与第 {first} 行交叉，无法汇总。' },
    fix: { en: 'Write periods that stand side by side, or one inside the other.', zh: '请使用相邻的期间，或一个包含另一个。' },
  },
  'kpi.weightSum': {
    problem: { en: 'The weights of {who} add up to {sum}, not 100.', zh: '{who}的权重合计 {sum}，不是 100。' },
    fix: { en: 'Weights are relative, so this works; correct it if 100 was meant.', zh: '权重按相对比例计算，不影响结果；若应为 100 请更正。' },
  },
  'kpi.zeroActual': {
    problem: { en: '{count} actuals of {kpi} are 0 (first here).', zh: '“{kpi}”有 {count} 个实际值为 0（首个在此）。' },
    fix: { en: 'If nothing was measured, write “-”: some hosts deliver a blank as 0.', zh: '若未测量请填“-”：有的软件会把空白当作 0。' },
  },
  'kpi.sourceColumn': {
    problem: { en: '{kpi} is computed from {table}, which has no column {column}.', zh: '“{kpi}”取自{table}，但表中没有“{column}”列。' },
    fix: { en: 'Add the column {column}, or type the actual in Actuals.', zh: '请在表中添加“{column}”列，或在实绩表填报实际值。' },
  },
  'kpi.cardRollup': {
    problem: { en: '“{found}” is no way to make a card of several months.', zh: '“{found}”不是多月考核表的汇总方式。' },
    fix: { en: 'In the row whose KPI is Card, write Rollup average (the mean of the months’ scores) or leave it blank.', zh: '在指标为“考核表”的行中，汇总方式请填“平均”（各月得分取平均）或留空。' },
  },
  'kpi.sourceTable': {
    problem: { en: '{kpi} takes its actual from the {table} table, which was not given.', zh: '“{kpi}”的实际值取自{table}表，但未提供。' },
    fix: { en: 'Add the table to the arguments, or type the actuals.', zh: '请把该表加入参数，或填报实绩。' },
  },
  'kpi.rollupMismatch': {
    problem: { en: 'The figure for {period} is not what its months give ({months}).', zh: '{period} 的数值与各月汇总（{months}）不一致。' },
    fix: { en: 'The longer period’s own row is used; correct one of the two.', zh: '以较长期间的行为准；请更正其一。' },
  },
  'grade.twice': {
    problem: { en: 'Grade {grade}, or its bound, is there twice.', zh: '等级 {grade} 或其起点重复。' },
    fix: { en: 'Keep one row a grade.', zh: '每个等级只保留一行。' },
  },
  'grade.none': {
    problem: { en: 'No grade begins at or below {found}.', zh: '没有起点不高于 {found} 的等级。' },
    fix: { en: 'Add a lowest grade that begins at 0.', zh: '请添加起点为 0 的最低等级。' },
  },
  'grade.factorRises': {
    problem: { en: 'Grade {grade} has a higher factor than {above} above it.', zh: '等级 {grade} 的系数高于更高等级 {above}。' },
    fix: { en: 'Correct the factor.', zh: '请更正系数。' },
  },
  'grade.table': {
    problem: { en: 'The grades are not two or three columns: from, grade, factor.', zh: '等级表应为两到三列：起点、等级、系数。' },
    fix: { en: 'Give a range such as {90,"A",1.2;75,"B",1;0,"C",0.8}.', zh: '请给出如 {90,"A",1.2;75,"B",1;0,"C",0.8} 的区域。' },
  },
  'period.rangeOrder': {
    problem: { en: '“{found}” ends before it begins.', zh: '“{found}”结束早于开始。' },
    fix: { en: 'Write the earlier period first: 2026-01 to 2026-03.', zh: '请先写较早的期间：2026-01 至 2026-03。' },
  },
  'pace.order': {
    problem: { en: 'The end is before the start.', zh: '结束日期早于开始日期。' },
    fix: { en: 'Exchange the two dates.', zh: '请对调两个日期。' },
  },
  'pace.shares': {
    problem: { en: '{found} seasonal shares do not fit a span of {months} months and {days} days.', zh: '{found} 个季节占比与 {months} 个月、{days} 天的期间不匹配。' },
    fix: { en: 'Give a share per month, per equal group of months, or per day, none negative.', zh: '请按月、按等长的几个月或按天给出占比，且不为负。' },
  },
  'pace.noDays': {
    problem: { en: 'There is no working day between start and end.', zh: '开始与结束之间没有工作日。' },
    fix: { en: 'Check the dates and the holidays.', zh: '请核对日期与假日表。' },
  },
  'task.progress': {
    problem: { en: 'Progress is below 0% or above 100%.', zh: '进度低于 0% 或高于 100%。' },
    fix: { en: 'Write a share between 0% and 100%.', zh: '请填 0% 到 100% 之间的数。' },
  },
  'pipeline.result': {
    problem: { en: '“{found}” is no result of a deal.', zh: '“{found}”不是商机结果。' },
    fix: { en: 'Write won or lost, or leave it blank while the deal is open.', zh: '请填赢单或输单；未定时留空。' },
  },
  'group.unknown': {
    problem: { en: 'There is no column “{found}” to group by.', zh: '没有可用于分组的“{found}”列。' },
    fix: { en: 'Name a column of the table.', zh: '请填写表中的列名。' },
  },
} as const;
