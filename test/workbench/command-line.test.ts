import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync, strFromU8 } from 'fflate';
import { commandLine } from '../support/command-line';

const { folder, run } = commandLine();

/** A workbook as a team keeps it: headers of its own in Chinese, a title above them, formulas, formats and a name. */
async function teamWorkbook(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const orders = book.addWorksheet('订单明细');
  orders.addRows([[], ['合同号', '签约日期', '业务员', '币别', '汇率', '合同金额', '备注'], ['HT-1', new Date(Date.UTC(2026, 2, 5)), '陈爱米', 'USD', 7.1, 10000, ''], ['HT-2', '2026年3月9日', '刘本', 'CNY', '', '¥20,000', ''], ['HT-3', '2026.3.10', '刘本', 'CNY', '', { formula: 'F4/2', result: 10000 }, 'x']]);
  orders.getCell('F3').numFmt = '"US$"#,##0.00';
  const people = book.addWorksheet('花名册');
  people.addRows([['姓名', '岗位'], ['陈爱米', '业务员'], ['刘本', '业务员']]);
  const rules = book.addWorksheet('提成规则');
  rules.addRows([['方案', '规则', '项目', '起点', '数值'], ['外贸', '提成率', '', '', 0.02]]);
  rules.getCell('E2').numFmt = '0.00%';
  book.definedNames.add("'花名册'!$A$1:$B$3", 'MeritPeople');
  await book.xlsx.writeFile(path);
}

describe('meritsheet', () => {
  it('settles a sheet whose headers only the column rules explain', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('台账').addRows([['成交额', '跟进人', '签单', '编号'], [30000, '陈爱米', new Date(Date.UTC(2026, 2, 5)), 'HT-1']]);
    book.addWorksheet('人员').addRows([['姓名', '职位'], ['陈爱米', '业务员']]);
    const mapped = [['订单号', '编号'], ['下单日期', '签单'], ['业务员', '跟进人'], ['金额', '成交额']].map(([field, header]) => ['', '列映射', `订单.${field}`, '', header]);
    book.addWorksheet('规则').addRows([['方案', '规则', '项目', '起点', '数值'], ['外贸', '提成率', '', '', '2%'], ...mapped]);
    await book.xlsx.writeFile(join(folder, 'mapped.xlsx'));
    const settled = run(['settle', 'mapped.xlsx', '--period', '2026-03']);
    expect([settled.code, settled.err]).toEqual([0, '']);
    expect(settled.out).toMatch(/陈爱米.* 30,000 +600 +600 /);
  });

  it('writes the sample in both languages and settles, checks and compares it', () => {
    for (const [lang, file] of [['en', 'en.xlsx'], ['zh-CN', 'zh.xlsx']] as const) {
      expect(run(['sample', '--lang', lang, '--rows', '300', '--out', file]).code).toBe(0);
      const settled = run(['settle', file, '--period', '2026-03']);
      expect([settled.code, settled.err]).toEqual([0, '']);
      expect(settled.out).toMatch(lang === 'en' ? /Total/ : /合计/);
      expect(run(['check', file]).code).toBe(0);
    }
    const compared = run(['compare', 'en.xlsx', '--plan', 'Profit tiers', '--with', '1 Individual ratio', '--period', '2026-03']);
    expect(compared.out).toMatch(/Difference/);
    for (const view of ['parts', 'lines', 'pools', 'unused']) expect(run(['settle', 'en.xlsx', '--period', '2026-03', '--view', view]).code).toBe(0);
    expect(run(['settle', 'en.xlsx', '--period', '2026-03', '--person', 'E02']).out).toMatch(/Rules in force: Profit tiers/);
    expect(run(['settle', 'en.xlsx', '--period', '2026-03', '--plan', '2 Team pool']).out).toMatch(/2 Team pool/);
  });

  it('scores the sample: everybody, teams, gaps, training needs, changed targets, and cards to sign', async () => {
    run(['sample', '--rows', '300', '--out', 'kpi.xlsx']);
    const all = run(['score', 'kpi.xlsx', '--period', '2026-03', '--out', 'scored.xlsx']);
    expect([all.code, all.err]).toEqual([0, '']);
    expect(all.out).toMatch(/Amy Chen +\d+\.\d\d +[A-D]/);
    expect(all.out).toMatch(/→ scored\.xlsx: Scores 2026-03, .*Amy Chen/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026-Q1', '--view', 'gaps']).out).toMatch(/Company +[\d,]+ +[\d,]+ +0 +balanced/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026-03', '--view', 'changes']).out).toMatch(/Grace Li +Revenue +2026-03 .*the Michigan project was moved up/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026-03', '--view', 'training']).out).toMatch(/Person +Team +KPI/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026-03', '--view', 'cards']).code).toBe(0);
    const card = run(['score', 'kpi.xlsx', '--period', '2026-03', '--person', 'E02']);
    expect(card.out).toMatch(/^Scorecard: Amy Chen, 2026-03\n.*Europe · Senior sales · Helen Zhou/);
    expect(card.out).toMatch(/Agreed by: person ____/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026 to 2026-03', '--person', 'Americas']).out).toMatch(/^Scorecard: Americas, 2026 to 2026-03/);
    expect(run(['score', 'kpi.xlsx', '--period', '2026-03', '--person', 'Amy Chan'])).toMatchObject({ code: 1, err: expect.stringMatching(/no card of “Amy Chan”.*Amy Chen/) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'scored.xlsx'));
    const sheet = book.getWorksheet('Amy Chen');
    expect([sheet?.getCell('A1').value, sheet?.getCell('A3').value, sheet?.getCell('A3').border.left?.style]).toEqual(['Scorecard: Amy Chen, 2026-03', 'KPI', 'thin']);
    // The sheets with a title are no tables: the workbook settles as before.
    expect(run(['settle', 'scored.xlsx', '--period', '2026-03']).out).toBe(run(['settle', 'kpi.xlsx', '--period', '2026-03']).out);
  });

  it('pays by scores that it computes itself, or that score has written', async () => {
    const book = new ExcelJS.Workbook();
    const add = (name: string, rows: unknown[][]): void => void book.addWorksheet(name).addRows(rows);
    add('规则', [['方案', '规则', '项目', '起点', '数值'], ['外贸', '提成率', '', '', '10%'], ['外贸', '系数', '绩效系数', '', '']]);
    add('人员', [['姓名', '团队'], ['陈爱米', '欧洲组']]);
    add('订单', [['订单号', '下单日期', '业务员', '金额'], ['P1', '2026-03-05', '陈爱米', 9000]]);
    add('指标', [['指标', '权重', '数据来源', '目标值'], ['销售额', 60, '订单：销售额', 10000], ['态度', 40, '', '']].map((row, index) => [...row, ['计分方法', '比率', '优:100 良:85'][index]]));
    add('实绩', [['姓名', '指标', '年', '1月', '2月', '3月'], ['陈爱米', '态度', 2026, '', '', '优']]);
    add('等级', [['起点', '等级', '系数'], [90, 'A', 1.2], [0, 'B', 1]]);
    await book.xlsx.writeFile(join(folder, 'own.xlsx'));
    const paid = run(['settle', 'own.xlsx', '--period', '2026-03']);
    // 60 % × 90 + 40 % × 100 = 94: A, so 900 × 1.2.
    expect([paid.code, paid.err]).toEqual([0, '']);
    expect(paid.out).toMatch(/1,080/);
    expect(paid.out).toMatch(/得分由指标计算/);
    expect(run(['score', 'own.xlsx', '--period', '2026-03', '--out', 'own-scored.xlsx']).out).toMatch(/得分, /);
    const again = run(['settle', 'own-scored.xlsx', '--period', '2026-03']);
    expect(again.out).toMatch(/1,080/);
    expect(again.out).not.toMatch(/得分由指标计算/);
  });

  it('reads a team’s own workbook and writes the statement beside everything that was there', async () => {
    const [book, out] = [join(folder, 'team.xlsx'), join(folder, 'out.xlsx')];
    await teamWorkbook(book);
    const before = readFileSync(book);
    const settled = run(['settle', book, '--period', '2026-03', '--out', out]);
    expect([settled.code, settled.err]).toEqual([0, '']);
    expect(settled.out).toMatch(/陈爱米\s+.*1,420/);
    expect(settled.out).toMatch(/刘本\s+.*600/);
    expect(readFileSync(book).equals(before)).toBe(true);
    const [old, made] = [unzipSync(before), unzipSync(readFileSync(out))];
    for (const [path, bytes] of Object.entries(old)) {
      if (!/workbook\.xml|Content_Types|styles\.xml/.test(path)) expect([path, strFromU8(made[path] ?? new Uint8Array())]).toEqual([path, strFromU8(bytes)]);
    }
    const written = new ExcelJS.Workbook();
    await written.xlsx.readFile(out);
    expect(written.worksheets.map(({ name }) => name)).toEqual(['订单明细', '花名册', '提成规则', '结算 2026-03', '分项 2026-03', '明细 2026-03', '工资表 2026-03']);
    expect(written.getWorksheet('订单明细')?.getCell('F5').formula).toBe('F4/2');
    expect(written.getWorksheet('订单明细')?.getCell('F3').numFmt).toBe('"US$"#,##0.00');
    expect(written.getWorksheet('结算 2026-03')?.getCell('B2').value).toBe('陈爱米');
    // The result is never taken for input when it is settled again.
    expect(run(['settle', out, '--period', '2026-03']).out).toBe(run(['settle', book, '--period', '2026-03']).out);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('writes text as text, whatever it begins with', async () => {
    const path = join(folder, 'evil.xlsx');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('O').addRows([['Order', 'Order date', 'Owner', 'Customer', 'Amount'], ['=1+1', '2026-03-02', 'Amy', '<b>&"\u0007', 100]]);
    book.addWorksheet('P').addRows([['Person', 'Team'], ['Amy', '+x']]);
    book.addWorksheet('R').addRows([['Plan', 'Rule', 'Item', 'From', 'Value'], ['@P', 'rate', '', '', '1%']]);
    await book.xlsx.writeFile(path);
    expect(run(['settle', path, '--period', '2026-03', '--out', 'evil-out.xlsx']).code).toBe(0);
    const written = new ExcelJS.Workbook();
    await written.xlsx.readFile(join(folder, 'evil-out.xlsx'));
    const cell = written.getWorksheet('Lines 2026-03')?.getCell('E2');
    expect([cell?.value, cell?.type]).toEqual(['=1+1', ExcelJS.ValueType.String]);
  });

  it('names the cell of a mistake', async () => {
    const path = join(folder, 'wrong.xlsx');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('My orders').addRows([['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 'lots'], ['B', '2026-03-02', 'Amy', { error: '#REF!' }]]);
    book.addWorksheet('P').addRows([['Person', 'Team'], ['Amy', 'EU']]);
    book.addWorksheet('R').addRows([['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '1%']]);
    await book.xlsx.writeFile(path);
    const checked = run(['check', path]);
    expect(checked.code).toBe(1);
    expect(checked.err).toContain("'My orders'!D2");
    expect(checked.err).toContain('#REF!');
  });

  it('exits non-zero with a clear message on bad input', () => {
    writeFileSync(join(folder, 'not.xlsx'), 'no workbook');
    const cases: [string[], RegExp][] = [
      [['settle', 'none.xlsx', '--period', '2026-03'], /no such file/],
      [['settle', 'not.xlsx', '--period', '2026-03'], /no \.xlsx workbook but plain text/],
      [['settle', 'en.xlsx'], /--period is missing/],
      [['settle', 'en.xlsx', '--period', 'soon'], /period cannot be read/],
      [['settle', 'en.xlsx', '--period', '2026'], /another kind of period/],
      [['settle', 'en.xlsx', '--period', '2026-03', '--plan', 'Nope'], /no plan “Nope”/],
      [['settle', 'en.xlsx', '--period', '2026-03', '--view', 'nope'], /not known/],
      [['settle', 'en.xlsx', '--period', '2026-03', '--person', 'Nobody'], /not in the People table/],
      [['settle', 'en.xlsx', '--period', '2026-03', '--out', 'en.xlsx'], /never written/],
      [['settle', 'en.xlsx', '--period', '2026-03', '--out', 'no/such/folder.xlsx'], /no such folder/],
      [['settle', 'en.xlsx', '--colour', 'red'], /Unknown option/],
      [['sample', '--rows', '0'], /whole number/],
      [['dance'], /Unknown command/],
    ];
    for (const [args, message] of cases) {
      const { code, err, out } = run(args);
      expect([args, code === 0, out]).toEqual([args, false, '']);
      expect(err).toMatch(message);
    }
  });

  it('calls a function with JSON on standard input', () => {
    expect(run(['call', 'TIERPAY'], '[150000, [[0,0.05],[100000,0.06],[125000,0.07]]]')).toEqual({ out: '8250\n', err: '', code: 0 });
    expect(run(['call', 'allocate'], '[100, [[1,1,1]]]').out).toBe('[[33.34,33.33,33.33]]\n');
    const failed = run(['call', 'FXRATE'], '[[["Date","Currency","Rate"],["2026-01-01","USD",7]], "EUR", "2026-03-01"]');
    expect([JSON.parse(failed.out).error, failed.code]).toEqual(['#N/A', 1]);
    expect(JSON.parse(run(['call', 'TIERPAY'], 'nonsense').out).error).toBe('#VALUE!');
    const names = (JSON.parse(run(['functions']).out) as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['COMMISSION', 'SETTLE', 'EXPLAIN', 'TIERPAY', 'ALLOCATE', 'EXPORTPROFIT', 'EXCHANGECOST', 'FXRATE', 'COMPAREPLANS', 'CHECKTABLES']));
  });
});
