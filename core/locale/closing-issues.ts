/** What can be wrong with closings, the lines they keep, and adjustments by hand: the problem, and how to mend it. */
export const closingIssues = {
  'statement.broken': {
    problem: {
      en: 'The closing of {period} ({plan}, closed {at} by {by}, rows {rows}) was changed since: rows were edited, added or deleted.',
      zh: '{period} 的关账记录（{plan}，{by} 于 {at} 关账，第 {rows} 行）在关账后被改动：有行被修改、添加或删除。',
    },
    fix: {
      en: 'Restore the rows from the version history or a copy of the file. Or void the closing and close again. Nothing is settled on it until then.',
      zh: '请从文件的历史版本或备份恢复这些行；或撤销关账后重新关账。在此之前不再据此结算。',
    },
  },
  'statement.partVoided': {
    problem: { en: 'Only some rows of the closing of {period} ({plan}, rows {rows}) are marked as voided.', zh: '{period} 的关账记录（{plan}，第 {rows} 行）只有部分行标为已撤销。' },
    fix: { en: 'Mark all of its rows as voided, or none.', zh: '请整批标记撤销，或全部不标记。' },
  },
  'statement.missingBefore': {
    problem: { en: 'The closing before {period} ({plan}) is missing or was changed: the closing of {period} (closed {at} by {by}) follows one that is not there.', zh: '{period}（{plan}）之前的一次关账记录缺失或被改动：{by} 于 {at} 关账的 {period}，其上一次关账记录现已不存在。' },
    fix: { en: 'Restore its rows from the version history or a copy of the file. Or void the closings that follow it and close them again.', zh: '请从历史版本或备份恢复；或把其后的关账逐一撤销后重新关账。' },
  },
  'statement.fork': {
    problem: { en: 'Two closings of {plan} follow the same one: {other} and {period}.', zh: '{plan} 有两次关账接在同一次关账之后：{other} 与 {period}。' },
    fix: { en: 'Two people closed at the same time, or rows were copied in. Void one of them and close it again.', zh: '可能有两人同时关账，或粘贴了别处的行。请撤销其中一次后重新关账。' },
  },
  'statement.closedTwice': {
    problem: { en: '{period} ({plan}) is closed twice: here, and from row {first} on.', zh: '{period}（{plan}）被关账两次：此处，以及第 {first} 行起。' },
    fix: { en: 'Void one of the two.', zh: '请撤销其中一次。' },
  },
  'statement.columnGone': {
    problem: { en: 'The Checksum column that the closings wrote is gone, or its header was changed.', zh: '关账写入的“校验码”列已被删除，或表头被改名。' },
    fix: { en: 'Restore the column or its header from the version history or a copy of the file. Nothing is settled until then.', zh: '请从历史版本或备份恢复该列或其表头，在此之前不结算。' },
  },
  'statement.badSeal': {
    problem: { en: '“{found}” is not a checksum that a closing wrote.', zh: '“{found}”不是关账写入的校验码。' },
    fix: { en: 'Restore the cell. A row of your own does not belong here: use Adjustments.', zh: '请恢复该单元格。手工增减请填在“调整”表。' },
  },
  'statement.unsealed': {
    problem: { en: 'The row was typed by hand: no closing wrote it. It closes nothing and pays nobody.', zh: '此行为手工填写，并非关账写入：不算关账，也不计入任何人。' },
    fix: { en: 'Move it to Adjustments (Period, Person, Amount, Reason, Approved by) and delete it here.', zh: '请改填到“调整”表（期间、姓名、金额、原因、批准人），并删除此行。' },
  },
  'statement.kind': {
    problem: { en: '“{found}” is no kind of statement row.', zh: '“{found}”不是结算单的类型。' },
    fix: { en: 'Restore it: pay, adjustment, manual, hold, release, draw, carry or rules.', zh: '请恢复为：发放、更正、手工调整、暂扣、返还、预支、结转或规则。' },
  },
  'statement.payee': {
    problem: { en: '“{found}” is no kind of payee.', zh: '“{found}”不是收款方的类型。' },
    fix: { en: 'Restore it: person, fund or company.', zh: '请恢复为：人员、基金或公司。' },
  },
  'statement.unknownPerson': {
    problem: { en: 'The statement names “{found}”, who is not in People.{nearest}', zh: '结算单中的“{found}”不在人员表中。{nearest}' },
    fix: { en: 'If the person was renamed, put their former name into the column “Former name” of People. If they have left, put them back with the day they left. Nothing is settled until it is clear whose money this is.', zh: '若已改名，请在人员表“曾用名”列填写原名；若已离职，请恢复其行并填写离职日。弄清归属之前不结算。' },
  },
  'statement.notThere': {
    problem: { en: 'The statement pays “{found}”, and the “{found}” in People joined after the period.', zh: '结算单中有“{found}”的金额，而人员表中的“{found}”在该期之后才入职。' },
    fix: { en: 'If it is the same person, correct the day they joined. If it is somebody else of that name, put them back into People with the day they left. Nothing is settled until it is clear whose money this is.', zh: '若是同一人，请更正入职日；若是另一位同名者，请在人员表恢复其行并填写离职日。弄清归属之前不结算。' },
  },
  'statement.ambiguous': {
    problem: { en: 'The statement names “{found}”, and several people of that name were there in the period.', zh: '结算单中的“{found}”当期有多人同名。' },
    fix: { en: 'Write the ID of the right one into the ID column.', zh: '请在工号列填写对应的工号。' },
  },
  'statement.otherId': {
    problem: { en: 'The statement names {found} with the ID {id}, and People has {found} with the ID {other}.', zh: '结算单中“{found}”的工号为 {id}，人员表中“{found}”的工号为 {other}。' },
    fix: { en: 'If it is the same person, give them back the ID {id} in People. If {other} is somebody else, fill in the day they joined. Nothing is settled until it is clear whose money this is.', zh: '若是同一人，请在人员表恢复工号 {id}；若 {other} 是另一人，请填写其入职日。弄清归属之前不结算。' },
  },
  'statement.unknownPlan': {
    problem: { en: 'The statement row belongs to the plan “{found}”, which Rules does not have. There are: {known}.', zh: '该结算行属于方案“{found}”，规则表中没有。现有：{known}。' },
    fix: { en: 'If the plan was renamed, add a row to Rules under its new name: Rule “was”, Value “{found}”. Else put its rows back.', zh: '若方案已改名，请在规则表新名称下加一行：规则“原名”，数值“{found}”；否则请恢复其规则。' },
  },
  'statement.notSealed': {
    problem: { en: 'Rows of {period} ({plan}) were closed by an earlier edition: they keep no IDs, no lines, no rules, and follow no other closing.', zh: '{period}（{plan}）由早期版本关账：没有工号、明细和规则记录，也没有与前后关账相连。' },
    fix: { en: 'They still settle. What is closed from now on is sealed together with them.', zh: '仍可照常结算；今后关账会把它们一并封存。' },
  },
  'statement.noSeals': {
    problem: { en: 'The statements have no Checksum column: what was closed can be changed without a trace.', zh: '结算单没有“校验码”列：已关账的内容改动后无从发现。' },
    fix: { en: 'Close the next period with Meritsheet: it adds the column and seals what it writes.', zh: '请用 Meritsheet 关账下一期，会自动添加该列并封存。' },
  },
  'statement.noLines': {
    problem: { en: 'The closing of {period} ({plan}) kept its order lines, and the Statement lines table is not here.', zh: '{period}（{plan}）关账时保存了结算明细，但没有找到“结算明细”表。' },
    fix: { en: 'Restore the sheet: without it a closed month cannot be explained line by line.', zh: '请恢复该表，否则已关账的月份无法逐行解释。' },
  },
  'statement.rulesEdited': {
    problem: { en: 'The rules of {plan} were written over after {period} was closed with them: {changes}.', zh: '“{plan}”的规则在 {period} 关账后被直接改写：{changes}。' },
    fix: { en: 'Put the old row back, and write the change as a new Version with its own Effective date. Closed periods are not corrected until then.', zh: '请恢复原来的行，把改动写成新版本并填写生效日。在此之前不更正已关账的期间。' },
  },
  'lines.broken': {
    problem: { en: 'The lines kept with the closing of {period} ({plan}) were changed since: rows were edited, added or deleted.', zh: '{period}（{plan}）关账时保存的结算明细被改动：有行被修改、添加或删除。' },
    fix: { en: 'Restore them from the version history or a copy of the file. Or void the closing and close again.', zh: '请从历史版本或备份恢复；或撤销关账后重新关账。' },
  },
  'lines.unsealed': {
    problem: { en: '{count} rows of Statement lines have no checksum: no closing wrote them.', zh: '结算明细有 {count} 行没有校验码，并非关账写入。' },
    fix: { en: 'Delete them, or restore the table.', zh: '请删除这些行，或恢复该表。' },
  },
  'lines.noClosing': {
    problem: { en: '{count} rows of Statement lines belong to a closing that is not in Statements: it was deleted or changed.', zh: '结算明细有 {count} 行所属的关账记录不在结算单中：已被删除或改动。' },
    fix: { en: 'Restore the rows of Statements from the version history or a copy of the file.', zh: '请从历史版本或备份恢复结算单中的对应行。' },
  },
  'confirm.notClosed': {
    problem: { en: '{period} is not closed: there is no statement to confirm.', zh: '{period} 尚未关账，没有可确认的结算单。' },
    fix: { en: 'Close the period first.', zh: '请先关账。' },
  },
  'close.alreadyClosed': {
    problem: { en: '{period} is closed already.', zh: '{period} 已关账。' },
    fix: { en: 'Void it first if it is to be closed again.', zh: '如需重新关账，请先撤销。' },
  },
  'close.draft': {
    problem: { en: '{plan} is a draft: drafts are tried, not paid.', zh: '“{plan}”是草稿方案，只供试算，不能发放。' },
    fix: { en: 'Take the draft row out of its rules first.', zh: '请先从规则中删去草稿一行。' },
  },
  'close.open': {
    problem: { en: 'The pay of {names} cannot be settled for {period}, so the period is not closed.', zh: '{names} 在 {period} 尚无法结算，不能关账。' },
    fix: { en: 'Settle shows what is missing for each. Fill it in and close again.', zh: '“结算”中列出了每人缺什么，补齐后再关账。' },
  },
  'void.nothing': {
    problem: { en: 'There is no closing of {period} to void.', zh: '没有可撤销的 {period} 关账。' },
    fix: { en: 'Look in Statements for what is closed.', zh: '请在结算单中查看已关账的期间。' },
  },
  'lot.orderGone': {
    problem: { en: '{amount} of {name} are held until the order {order} is paid, and Orders has no such order.', zh: '{name} 有 {amount} 暂扣待订单 {order} 回款，但订单表中没有该订单。' },
    fix: { en: 'Put the order back, or correct its number.', zh: '请恢复该订单或更正订单号。' },
  },
  'adjustment.noReason': {
    problem: { en: 'An adjustment by hand has no reason.', zh: '手工调整没有填写原因。' },
    fix: { en: 'Fill Reason. It is not paid until then.', zh: '请填写原因，否则不计入。' },
  },
  'adjustment.noApprover': {
    problem: { en: 'Nobody has approved the adjustment.', zh: '调整没有批准人。' },
    fix: { en: 'Fill Approved by. It is not paid until then.', zh: '请填写批准人，否则不计入。' },
  },
  'adjustment.closed': {
    problem: { en: '{period} was closed without this adjustment: it is not paid.', zh: '{period} 关账时没有这笔调整，不会发放。' },
    fix: { en: 'Give it the period that is settled next.', zh: '请把期间改为下一个待结算的期间。' },
  },
} as const;
