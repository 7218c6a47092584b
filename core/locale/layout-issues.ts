/** What is said of sheets of targets and actuals in layouts of their own, when they are taken over into tables. */
export const layoutIssues = {
  'layout.found': {
    problem: { en: 'The sheet “{sheet}” holds {count} targets and actuals in a layout of its own.', zh: '工作表“{sheet}”以自有版式存有 {count} 个目标与实际值。' },
    fix: { en: 'Take them over into the tables: on the page Start, or with `meritsheet import`.', zh: '请在“开始”页导入，或用 `meritsheet import` 转入数据表。' },
  },
  'layout.asks': {
    problem: { en: 'The sheet “{sheet}” does not say {what} of its figures.', zh: '工作表“{sheet}”没有写明数值的{what}。' },
    fix: { en: 'Say it here, or write it above the figures.', zh: '请在此指定，或写在数值上方。' },
  },
  'layout.nothing': {
    problem: { en: 'The sheet “{sheet}” holds no targets or actuals that can be told apart.', zh: '工作表“{sheet}”中没有能识别的目标或实际值。' },
    fix: { en: 'Head its columns with periods, people, or Target and Actual.', zh: '请用期间、姓名或“目标”“实际”作表头。' },
  },
  'layout.unread': {
    problem: { en: '“{found}” is no number: the cell is left out.', zh: '“{found}”不是数字，该单元格未导入。' },
    fix: { en: 'Write the number.', zh: '请改为数字。' },
  },
  'layout.twice': {
    problem: { en: 'The cell says again what another one says: the first is taken ({count} cells).', zh: '该单元格与另一单元格说的是同一数值，采用前者（{count} 个）。' },
    fix: { en: 'Keep one of them, if they differ.', zh: '若不一致，请只保留一个。' },
  },
  'layout.left': {
    problem: { en: '{count} cells are sums or are worked out of targets and actuals: they are left out.', zh: '{count} 个单元格为合计或由目标与实际算出（差异、完成率等），未导入。' },
    fix: { en: 'Nothing.', zh: '无需处理。' },
  },
  'layout.days': {
    problem: { en: 'The days are added up into months.', zh: '按日的数值已合计为月。' },
    fix: { en: 'Nothing, if the indicator adds up over days.', zh: '若该指标可按日累加，无需处理。' },
  },
  'layout.there': {
    problem: { en: '{count} figures are in the tables already and stay as they are there: {figures}.', zh: '{count} 个数值在表中已有，保持不变：{figures}。' },
    fix: { en: 'Delete the rows there if these are to take their place.', zh: '若应以此为准，请先删除原行。' },
  },
  'layout.unknownPeople': {
    problem: { en: 'These are neither people nor teams of the People table: {names}.', zh: '人员表中没有这些姓名或团队：{names}。' },
    fix: { en: 'Correct the names, or add the people.', zh: '请更正姓名，或添加人员。' },
  },
  'layout.newKpis': {
    problem: { en: 'These indicators are not in the KPIs table, and the sheet gives them no weight: {names}.', zh: '指标表中没有这些指标，该表也没有写权重：{names}。' },
    fix: { en: 'Add them to KPIs with a weight, so that they are scored.', zh: '请在指标表中添加并写明权重，才会计分。' },
  },
  'layout.scoring': {
    problem: { en: 'How “{kpi}” is scored is said in words (“{found}”): it is scored by the ratio of actual to target until its Scoring says otherwise.', zh: '“{kpi}”的评分标准是文字（“{found}”），在填写“计分方法”之前按完成率计分。' },
    fix: { en: 'Write its Scoring in KPIs.', zh: '请在指标表填写计分方法。' },
  },
  'layout.noColumn': {
    problem: { en: 'The {table} table has a column a period, and none for {period}.', zh: '{table}表按期间分列，没有 {period} 这一列。' },
    fix: { en: 'Add the column.', zh: '请添加该列。' },
  },
} as const;

/** What may be asked of a layout's figures. */
export const layoutTexts = {
  'layout.period': { en: 'the period', zh: '期间' },
  'layout.person': { en: 'the person', zh: '人员' },
  'layout.kpi': { en: 'the indicator', zh: '指标' },
  'layout.role': { en: 'whether they are targets or actuals', zh: '性质（目标或实际）' },
} as const;
