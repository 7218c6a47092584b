/** What is said of sheets and of the tables that are looked for on them. A formula is given its ranges: only what reads whole workbooks loads these. */
export const findingIssues = {
  'table.noSheets': {
    problem: { en: 'The rules say on which sheets the {table} table stands, and none of them holds such a table.', zh: '规则指定了{table}表所在的工作表，但其中没有这样的表。' },
    fix: { en: 'Correct the names in the `sheets` rule.', zh: '请更正“工作表”规则中的名称。' },
  },
  'cell.computed': {
    problem: { en: '{count} formulas have no stored result: they were worked out here.', zh: '{count} 个公式没有保存的结果，已在此计算。' },
    fix: { en: 'Nothing; Excel, WPS or LibreOffice store the results when they save the workbook.', zh: '无需处理；用 Excel、WPS 或 LibreOffice 保存后会带有结果。' },
  },
  'fx.twice': {
    problem: { en: 'There are two rates of {currency} for {day}: row {first} and this one, which counts.', zh: '{currency} 在 {day} 有两个汇率：第 {first} 行和本行，采用本行。' },
    fix: { en: 'Keep one of them.', zh: '请只保留一个。' },
  },
  'fx.old': {
    problem: { en: 'The latest rate of {currency} is of {day}, more than a year before the order of {ordered}.', zh: '{currency} 最近的汇率是 {day}，比 {ordered} 的订单早一年以上。' },
    fix: { en: 'Add the rates since.', zh: '请补充此后的汇率。' },
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
  'rows.hidden': {
    problem: { en: '{count} rows are hidden: they are read like all others.', zh: '有 {count} 行被隐藏，仍照常读取。' },
    fix: { en: 'Delete them if they are not to count.', zh: '若不应计入，请删除。' },
  },
  'table.two': {
    problem: { en: 'Two sheets look like the {table} table: {candidates}.', zh: '有多张表像{table}表：{candidates}。' },
    fix: { en: 'Choose one on the page Start, give the right range the name {range}, or call its sheet {table}.', zh: '请在“开始”页选择，或将正确的区域命名为 {range}，或把工作表改名为“{table}”。' },
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
    fix: { en: 'Keep that, or say which sheets are meant, with a `sheets` rule: on the page Start.', zh: '请在“开始”页确认，或用“工作表”规则指明应读取的工作表。' },
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
  'cell.percentSign': {
    problem: { en: '{count} numbers are shown with a % that only their format writes (first: {found}): they are read as they are shown.', zh: '{count} 个数字的 % 只是格式显示（如 {found}），按显示的百分比读取。' },
    fix: { en: 'Type the percentage itself, such as 5%.', zh: '请直接输入百分比，如 5%。' },
  },
} as const;
