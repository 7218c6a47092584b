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
  'cell.percentSign': {
    problem: { en: '{count} numbers are shown with a % that only their format writes (first: {found}): they are read as they are shown.', zh: '{count} 个数字的 % 只是格式显示（如 {found}），按显示的百分比读取。' },
    fix: { en: 'Type the percentage itself, such as 5%.', zh: '请直接输入百分比，如 5%。' },
  },
  'cell.percentAmount': {
    problem: { en: '{count} amounts are percentages (first: “{found}”): each is read as that part of one.', zh: '{count} 个金额写成了百分比（如“{found}”），按小数读取。' },
    fix: { en: 'Write the amount itself.', zh: '请填写金额本身。' },
  },
  'fx.twice': {
    problem: { en: 'There are two rates of {currency} for {day}: row {first} and this one, which counts.', zh: '{currency} 在 {day} 有两个汇率：第 {first} 行和本行，采用本行。' },
    fix: { en: 'Keep one of them.', zh: '请只保留一个。' },
  },
  'fx.old': {
    problem: { en: 'The latest rate of {currency} is of {day}, more than a year before the order of {ordered}.', zh: '{currency} 最近的汇率是 {day}，比 {ordered} 的订单早一年以上。' },
    fix: { en: 'Add the rates since.', zh: '请补充此后的汇率。' },
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
  'rows.notWon': {
    problem: { en: '{count} deals are not won ({stages}): they are no orders and are left out. Rows: {rows}.', zh: '{count} 个商机未赢单（{stages}），不作为订单。行号：{rows}。' },
    fix: { en: 'Nothing, if only won deals are to pay; else say which count with a `lines` rule on “{header}”.', zh: '若仅赢单计提成，无需处理；否则请用“适用订单”规则就“{header}”说明。' },
  },
  'table.dealsAsOrders': {
    problem: { en: 'There is no table of orders: the won deals of this one are taken for it.', zh: '没有订单表：以本表中已赢单的商机作为订单。' },
    fix: { en: 'Add an Orders table if they are none.', zh: '若不应如此，请添加订单表。' },
  },
  'table.ownerAbove': {
    problem: { en: 'There is no owner column: each row is the person’s who is named above it ({people}).', zh: '没有业务员列：各行归属其上方标题中的人员（{people}）。' },
    fix: { en: 'Add an Owner column if that is wrong.', zh: '若不对，请添加业务员列。' },
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
  'rows.hidden': {
    problem: { en: '{count} rows are hidden: they are read like all others.', zh: '有 {count} 行被隐藏，仍照常读取。' },
    fix: { en: 'Delete them if they are not to count.', zh: '若不应计入，请删除。' },
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
  'table.two': {
    problem: { en: 'Two sheets look like the {table} table: {candidates}.', zh: '有多张表像{table}表：{candidates}。' },
    fix: { en: 'Give the right range the name {range}, or call its sheet {table}.', zh: '请将正确的区域命名为 {range}，或把工作表改名为“{table}”。' },
  },
  'table.namedUnknown': {
    problem: { en: 'The name {name} means a range that is no {table} table: {why}.', zh: '名称 {name} 指向的区域不是{table}表：{why}。' },
    fix: { en: 'Let it mean the table, header row included.', zh: '请让它指向含表头的表。' },
  },
  'table.nameLost': {
    problem: { en: 'The name {name} means “{refersTo}”, which is no range that can be found: it is passed over.', zh: '名称 {name} 指向“{refersTo}”，找不到对应区域，已忽略。' },
    fix: { en: 'Let it mean a plain range, header row included.', zh: '请让它直接指向含表头的区域。' },
  },
  'table.joined': {
    problem: { en: 'The sheets {sheets} have the same headers and are read as one {table} table.', zh: '工作表 {sheets} 表头相同，合并为一张{table}表读取。' },
    fix: { en: 'Give one range the name {range} if only that is meant.', zh: '若只用其中一张，请将其区域命名为 {range}。' },
  },
  'table.second': {
    problem: { en: 'The sheet “{sheet}” looks like {table} too: “{used}” is used, because {why}.', zh: '工作表“{sheet}”也像{table}表；采用“{used}”，因为{why}。' },
    fix: { en: 'Give the other range the name {range} if that one is meant.', zh: '若应采用它，请将其区域命名为 {range}。' },
  },
  'sheet.passedOver': {
    problem: { en: 'The sheet “{sheet}” is passed over: its row {row} ({headers}) is the header of no table known.{nearest}{proposal}', zh: '工作表“{sheet}”未读取：第 {row} 行（{headers}）不是已知表头。{nearest}{proposal}' },
    fix: { en: 'If it is a table, rename its headers or map them with `column` rules.', zh: '若是数据表，请改表头或用“列映射”规则对应。' },
  },
  'sheet.ownResult': {
    problem: { en: 'The sheet “{sheet}” is a result that Meritsheet has written: it is not read.', zh: '工作表“{sheet}”是 Meritsheet 写出的结果，不作为输入。' },
    fix: { en: 'Nothing.', zh: '无需处理。' },
  },
  'sheet.hidden': {
    problem: { en: 'Hidden sheets are not read: {sheets}.', zh: '隐藏的工作表不读取：{sheets}。' },
    fix: { en: 'Show them, or give the range in them its name, such as {range}.', zh: '请取消隐藏，或为其中的区域命名（如 {range}）。' },
  },
  'orders.noOwner': {
    problem: { en: 'The orders have no column that says whose they are (Owner), so nobody earns anything.', zh: '订单没有业务员（Owner）列，无法归属任何人。' },
    fix: { en: 'Add the column, or map it with a `column` rule.', zh: '请添加业务员列，或用“列映射”规则对应。' },
  },
} as const;
