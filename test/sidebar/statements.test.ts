import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { answers } from '../../sidebar/desk/answers';
import type { Change } from '../../host-port/change';
import { deskAfter, deskWithSheets, valueOf } from '../support/books';

/** 2 % up to 15,000 a year and 3 % from there; a tenth held to the year's end. */
const order = (name: string, date: string, owner: string, customer: string, amount: number): (string | number)[] => [name, date, owner, customer, 'CNY', amount];
const sheets = {
  Orders: [['Order', 'Order date', 'Owner', 'Customer', 'Currency', 'Amount'], order('A1', '2026-03-05', 'Amy', 'Nordic', 10000), order('A2', '2026-03-06', 'Amy', 'Maple', 2000), order('A3', '2026-03-07', 'Amy', 'Nordic', 1000), order('B1', '2026-03-08', 'Ben', 'Secret customer', 5000)],
  Rules: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['Sales', 'tier', '', 0, '2%'], ['Sales', 'tier', '', 15000, '3%'], ['Sales', 'tier span', '', '', 'year'], ['Sales', 'hold', 'year end', '', '10%']],
  People: [['Person', 'ID', 'Team'], ['Amy', 'E01', 'EU'], ['Ben', 'E02', 'EU']],
  Statements: [['Period', 'Kind', 'Person', 'Plan', 'Earned', 'Held', 'Payable']],
};
const period = '2026-03';
const amy = (desk: Parameters<typeof answers.preview>[0]): number => valueOf(answers.preview(desk, { period })).rows.find(({ name }) => name === 'Amy')!.person!;
type Written = Extract<Change, { kind: 'write sheet' }>;

describe.each(['en', 'zh'] as const)('a statement of one person (%s)', (language) => {
  const desk = deskWithSheets(sheets, language);
  const [page] = valueOf(answers.personSheet(desk, { period, person: amy(desk) })) as Written[];
  const w = language === 'en' ? { earned: 'Earned', held: 'Held back', pay: 'To pay (CNY)', total: 'Total', tier: /Tier 1 of 2, 2%.*2,000\.00 more to 3%/, sign: /^Signature/ } : { earned: '应得', held: '暂扣', pay: '应发（CNY）', total: '合计', tier: /第 1 档（共 2 档），2%.*再有 2,000\.00 进入 3%/, sign: /^签字/ };
  const amountOf = (label: string): unknown => page!.rows.find(([first]) => first === label)?.[4];

  it('says what was earned, held and is paid, how far the tiers are, and every order by customer', () => {
    // 2 % of 13,000 is 260, a tenth of it held.
    expect([amountOf(w.earned), amountOf(w.held), amountOf(w.pay), amountOf(w.total)]).toEqual([260, -26, 234, 260]);
    expect(page!.rows.some(([first]) => w.tier.test(String(first)))).toBe(true);
    const from = page!.look!.titleRows! + 1;
    expect(page!.rows.slice(from, from + 3)).toEqual([['Nordic', 'A1', '2026-03-05', 10000, 200], ['', 'A3', '2026-03-07', 1000, 20], ['Maple', 'A2', '2026-03-06', 2000, 40]]);
    expect(page!.rows.some(([first]) => w.sign.test(String(first)))).toBe(true);
  });

  it('has nothing of anybody else, and fits a page', () => {
    const text = JSON.stringify(page);
    expect([text.includes('Ben'), text.includes('Secret'), page!.rows.length < 45, page!.look?.page]).toEqual([false, false, true, 'portrait']);
  });

  it('is never read as input, whatever its sheet is called', () => {
    const after = deskAfter(desk, [page!, { ...page!, sheet: 'Orders of Amy' }]);
    expect([after.tables.byKind.get('orders')?.length, answers.overview(after).others]).toEqual([4, []]);
    expect(valueOf(answers.preview(after, { period })).total).toBe(valueOf(answers.preview(desk, { period })).total);
  });
});

describe('the statements of everybody', () => {
  const desk = deskWithSheets(sheets);

  it('are a file each, with that person alone in it', () => {
    const { name, bytes } = valueOf(answers.allStatements(desk, { period, as: 'files' }));
    const files = unzipSync(bytes);
    expect([name, Object.keys(files)]).toEqual(['Statements 2026-03.zip', ['Amy 2026-03.xlsx', 'Ben 2026-03.xlsx']]);
    const sheet = strFromU8(unzipSync(files['Ben 2026-03.xlsx']!)['xl/worksheets/sheet1.xml']!);
    expect([sheet.includes('Secret customer'), sheet.includes('Nordic')]).toEqual([true, false]);
  });

  it('or one workbook with a sheet each: upright pages, the header of the orders repeated, amounts in their format', async () => {
    const { bytes } = valueOf(answers.allStatements(desk, { period, as: 'workbook' }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Amy 2026-03', 'Ben 2026-03']);
    const [own] = book.worksheets;
    const header = own!.getColumn(1).values.findIndex((value) => value === 'Customer');
    expect([own!.pageSetup.orientation, own!.pageSetup.fitToWidth, own!.pageSetup.printTitlesRow]).toEqual(['portrait', 1, `${header}:${header}`]);
    expect(own!.getCell(header + 1, 5).numFmt).toBe('#,##0.00');
    expect([own!.getCell(header, 1).font?.bold, own!.getCell(1, 1).font?.size]).toEqual([true, 15]);
  });

  it('stay after the period is closed', () => {
    const closed = deskAfter(desk, valueOf(answers.closePeriod(desk, { period, by: 'Fin', at: '2026-04-01' })));
    const rows = (of: typeof desk): unknown => (valueOf(answers.personSheet(of, { period, person: amy(of) })) as Written[])[0]!.rows.filter(([first]) => ['Earned', 'Held back', 'To pay (CNY)', 'Total', 'Nordic', 'Maple'].includes(String(first)));
    expect(rows(closed)).toEqual(rows(desk));
  });
});
