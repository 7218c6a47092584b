/** What is said of how sheets were read: what was left out, taken for a blank, or passed over, and what to do about it. */
export const readingIssues = {
  'cell.noResult': {
    problem: { en: 'The formula has no stored result.', zh: '公式没有保存的计算结果。' },
    fix: { en: 'Open the workbook in Excel, WPS or LibreOffice, save it there, and read it again.', zh: '请用 Excel、WPS 或 LibreOffice 打开并保存后再读取。' },
  },
  'cell.dateOrder': {
    problem: { en: '“{found}” can be read with the day or the month first, and the column does not say which ({count} cells).', zh: '“{found}”无法判断先日还是先月，本列也没有依据（{count} 个单元格）。' },
    fix: { en: 'Write one date as 2026-03-05, or name the order in the header: (d/m/y) or (m/d/y).', zh: '请改写为 2026-03-05，或在表头注明顺序：（日/月/年）或（月/日/年）。' },
  },
  'cell.noYear': {
    problem: { en: '“{found}” has no year, and the dates of its column are of several years or none.', zh: '“{found}”没有年份，本列其他日期也无法确定年份。' },
    fix: { en: 'Write the year.', zh: '请补上年份。' },
  },
  'cell.noValue': {
    problem: { en: '{count} cells hold “{found}” where a number or a date is wanted: they are read as blank.', zh: '应填数字或日期处有 {count} 个单元格为“{found}”，按空白处理。' },
    fix: { en: 'Clear them, or fill them in.', zh: '请清空或填写。' },
  },
  'cell.yearTaken': {
    problem: { en: '{count} dates without a year (first: “{found}”) are read as of {year}, as all others of the column.', zh: '{count} 个日期没有年份（如“{found}”），按本列其他日期的 {year} 年读取。' },
    fix: { en: 'Write the year where that is not meant.', zh: '若不是该年，请补上年份。' },
  },
  'cell.percentAmount': {
    problem: { en: '{count} amounts are percentages (first: “{found}”): each is read as that part of one.', zh: '{count} 个金额写成了百分比（如“{found}”），按小数读取。' },
    fix: { en: 'Write the amount itself.', zh: '请填写金额本身。' },
  },
  'cell.headerFactor': {
    problem: { en: 'The header says that the numbers are in {unit}: they are multiplied.', zh: '表头注明单位为{unit}，数值已按此换算。' },
    fix: { en: 'Take the unit out of the header if the numbers are not.', zh: '若不是该单位，请去掉表头中的单位。' },
  },
  'cell.headerCurrency': {
    problem: { en: 'The header says {currency}, and no row says in which currency it is.', zh: '表头注明 {currency}，但各行没有币种。' },
    fix: { en: 'Add a Currency column if the amounts are not in the payroll currency.', zh: '若金额不是发放币种，请添加币种列。' },
  },
  'merge.amount': {
    problem: { en: '{count} amounts stand in merged cells: each counts once, in the first of its rows.', zh: '{count} 个金额在合并单元格中，只在首行计一次。' },
    fix: { en: 'Split the cells and write an amount in each row if the lines have amounts of their own.', zh: '若各行有各自的金额，请取消合并并逐行填写。' },
  },
  'rows.totals': {
    problem: { en: '{count} totals rows are left out: {rows}.', zh: '{count} 行合计未计入：{rows}。' },
    fix: { en: 'Nothing, if they are totals.', zh: '若确为合计行，无需处理。' },
  },
  'rows.repeatedHeaders': {
    problem: { en: '{count} rows repeat the header (first: row {first}): they are left out.', zh: '{count} 行重复表头（首个：第 {first} 行），已略过。' },
    fix: { en: 'Nothing, if they are headers.', zh: '无需处理。' },
  },
  'rows.bare': {
    problem: { en: '{count} rows have neither an amount nor a date nor a person: they are left out. Rows: {rows}.', zh: '{count} 行没有金额、日期和人员，已略过。行号：{rows}。' },
    fix: { en: 'Fill them in if they are to count; notes are best kept beside the table.', zh: '若应计入，请补全；备注请写在表外。' },
  },
  'rows.notes': {
    problem: { en: '{count} rows below the table are notes and are left out: {rows}.', zh: '表下 {count} 行为备注，已略过：{rows}。' },
    fix: { en: 'Nothing, if they are notes.', zh: '无需处理。' },
  },
  'rows.further': {
    problem: { en: '{count} further lines of orders have no number, date and owner of their own (rows {rows}): they are the order’s above them, and an amount counts where it stands.', zh: '{count} 行为上方订单的后续明细（第 {rows} 行），没有单独的订单号、日期和业务员，均取自上方订单；金额按所在行计入。' },
    fix: { en: 'Nothing, if they belong to the order above.', zh: '若属于上方订单，无需处理。' },
  },
  'rows.noOrder': {
    problem: { en: 'There is no order number: each row is an order of its own, named by its row ({name}).', zh: '没有订单号列：每行作为一个订单，以行号命名（{name}）。' },
    fix: { en: 'Add a column of order numbers, so that receipts and corrections find their orders when rows move.', zh: '请添加订单号列，以便收款和更正在行移动后仍能对应。' },
  },
  'table.dateTaken': {
    problem: { en: 'There is no order date: “{header}” is taken for it.', zh: '没有下单日期列：以“{header}”代替。' },
    fix: { en: 'Add the column, or map it with a `column` rule, if another date is meant.', zh: '若应按其他日期，请添加该列或用“列映射”规则对应。' },
  },
  'rows.same': {
    problem: { en: 'The row says the same as row {first} ({count} such rows): all of them count.', zh: '本行与第 {first} 行完全相同（共 {count} 行），均已计入。' },
    fix: { en: 'Delete what was entered twice, or number the lines.', zh: '若重复录入请删除；若为不同明细，请填写行号。' },
  },
  'rows.noAmount': {
    problem: { en: 'The amount is blank ({count} rows: {rows}): they pay nothing.', zh: '金额为空（{count} 行：{rows}），不产生提成。' },
    fix: { en: 'Fill it in.', zh: '请填写金额。' },
  },
  'table.columnSpare': {
    problem: { en: '“{header}” could be {field} too: “{first}” is used.', zh: '“{header}”也可能是“{field}”，采用的是“{first}”。' },
    fix: { en: 'Say which one to use with a `column` rule if that is wrong.', zh: '若不对，请用“列映射”规则指明。' },
  },
  'table.noPeriod': {
    problem: { en: 'The header “{header}” looks like a period and cannot be placed: {why}.', zh: '表头“{header}”像期间，但无法确定：{why}。' },
    fix: { en: 'Write the year into it, or add a Year column.', zh: '请写明年份，或增加“年度”列。' },
  },
  'table.samePeriod': {
    problem: { en: 'The columns “{first}” and “{header}” are the same period: only the first is read.', zh: '“{first}”与“{header}”是同一期间，只读取前者。' },
    fix: { en: 'Rename or delete one.', zh: '请改名或删除一列。' },
  },
} as const;
