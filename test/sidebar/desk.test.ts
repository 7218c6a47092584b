import ExcelJS from 'exceljs';
import type { Language } from '../../core/locale/message';
import type { RangeSource } from '../../core/table/cell';
import { cellText } from '../../core/table/cell';
import type { Table } from '../../core/table/table';
import type { Change } from '../../host-port/change';
import { areaOfReference } from '../../host-port/reference';
import type { BookName } from '../../host-port/commands';
import { sampleWorkbook } from '../../sample/workbook';
import { answer, answers } from '../../sidebar/desk/answers';
import type { Desk } from '../../sidebar/desk/desk';
import { openDesk } from '../../sidebar/desk/desk';
import { shiftedRate } from '../../sidebar/parts/shift-rate';
import { TEXTS } from '../../sidebar/texts';

/** A workbook in memory that changes can be written into, as a host would. */
function deskOf(sheets: readonly { readonly name: string; readonly cells: RangeSource['cells'] }[], language: Language, names: readonly BookName[] = []): Desk {
  return openDesk({ sheets: sheets.map(({ name, cells }) => ({ cells: cells.map((row) => [...row]), origin: { sheet: name, row: 1, column: 1 } })), names }, language);
}

function sampleDesk(language: Language, lines = 300): Desk {
  return deskOf(sampleWorkbook({ language, lines }), language);
}

function written(desk: Desk, changes: readonly Change[]): Desk {
  const sheets = new Map(desk.book.sheets.map(({ origin, cells }) => [origin?.sheet ?? '', cells.map((row) => [...row])]));
  for (const change of changes) {
    if (change.kind === 'write sheet') sheets.set(change.sheet, change.rows.map((row) => [...row]));
    if (change.kind !== 'write cells') continue;
    const cells = sheets.get(change.sheet)!;
    change.rows.forEach((row, y) => {
      const line = (cells[change.row - 1 + y] ??= []);
      row.forEach((cell, x) => (line[change.column - 1 + x] = cell));
    });
  }
  const names = new Map(desk.book.names.map((one) => [one.name, one]));
  for (const change of changes) if (change.kind === 'define name') names.set(change.name, { name: change.name, area: change });
  return deskOf([...sheets].map(([name, cells]) => ({ name, cells })), desk.language, [...names.values()]);
}

const valueOf = <Value>(found: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly { readonly text: string }[] }): Value => {
  if (!found.ok) throw new Error(found.problems.map(({ text }) => text).join(' '));
  return found.value;
};

describe.each(['en', 'zh'] as const)('the desk over the sample (%s)', (language) => {
  const desk = sampleDesk(language);

  it('finds no difference between a plan and itself, whatever plan and version', () => {
    for (const plan of answers.plans(desk, { period: '2026-03' })) {
      for (const { version, effective, rules } of plan.versions) {
        expect([plan.name, version, answers.differences(desk, { draft: { plan: plan.name, version: '99', effective, rules }, version })]).toEqual([plan.name, version, []]);
      }
    }
  });

  it('saves a new version below the rules, which is then in force, and never over another', () => {
    const [plan] = answers.plans(desk, { period: '2026-03' });
    const current = plan!.versions.find(({ inForce }) => inForce)!;
    const rules = current.rules.map((line) => (line.value === '12%' ? { ...line, value: '13%' } : line));
    const draft = { plan: plan!.name, version: '3', effective: '2026-03-01', rules };
    expect(answers.differences(desk, { draft, version: '2' }).map(({ kind, before, after }) => [kind, before, after])).toEqual([['changed', '600000 · 12%', '600000 · 13%']]);
    const after = written(desk, valueOf(answers.savePlan(desk, draft)));
    const [now] = answers.plans(after, { period: '2026-03' });
    expect(now!.versions.map(({ version, inForce }) => [version, inForce])).toEqual([['3', true], ['2', false], ['1', false]]);
    expect(now!.versions[0]!.rules).toEqual(rules);
    const again = answers.savePlan(after, draft);
    expect(again.ok ? '' : again.problems[0]!.text).toMatch(/3/);
  });

  // Worked by hand: 600,000 (profit 120,000) and 300,000 (profit 50,000); the manager, the first and the second seller.
  it.each([
    ['individual', [0, 12000, 6000]],
    ['team-pool', [3857.14, 2571.43, 2571.43]],
    ['individual-and-team', [0, 12000, 6000]],
    ['stages', [2400, 5400, 10200]],
    ['position', [0, 9900, 4500]],
    ['tiers', [0, 6500, 3000]],
    ['project', [0, 3600, 2400]],
    ['customer', [0, 10800, 4500]],
    ['evaluation', [2100, 6750, 4650]],
    ['fund', [0, 10800, 5400, 1800]],
    ['receipts-and-tiers', [0, 5940, 2250]],
    ['stages-pool-score', [4693.33, 5550, 9316.67]],
  ] as const)('works out the example of the template %s', (key, expected) => {
    const { example } = answers.planTemplates(desk).find((template) => template.key === key)!;
    expect(example!.rows.map(({ payable }) => payable)).toEqual(expected.filter((amount) => amount !== 0));
  });

  it('previews what SETTLE gives, closes it, keeps it closed, and voids only the last closing', () => {
    const before = valueOf(answers.preview(desk, { period: '2026-03' }));
    const people = before.rows.filter(({ kind }) => kind === 'person');
    const paid = people.reduce((sum, { payable = 0 }) => sum + Math.round(payable * 100), 0);
    const funds = before.rows.filter(({ kind }) => kind === 'fund').reduce((sum, { payable = 0 }) => sum + Math.round(payable * 100), 0);
    expect(Math.round(before.total! * 100)).toBe(paid + funds);
    const steps = valueOf(answers.explainPay(desk, { period: '2026-03', person: people[0]!.person! }));
    expect(steps.flat()).toContain(people[0]!.payable);
    const closed = written(desk, valueOf(answers.closePeriod(desk, { period: '2026-03', by: 'Finance', at: '2026-04-05' })));
    const after = valueOf(answers.preview(closed, { period: '2026-03' }));
    expect([after.closed, after.total, after.rows.map(({ payable }) => payable)]).toEqual([true, before.total, before.rows.map(({ payable }) => payable)]);
    expect(answers.check(closed).filter(({ severity }) => severity === 'error')).toEqual([]);
    const voided = answers.voidLastClosing(closed, { by: 'Finance', at: '2026-04-06' })!;
    expect(voided.period).toBe('2026-03');
    const open = written(closed, voided.changes);
    const reopened = valueOf(answers.preview(open, { period: '2026-03' }));
    expect([reopened.closed, reopened.total]).toEqual([false, before.total]);
    // Nothing that was closed is lost: the rows stand, each with who voided them and when.
    const [were, are] = [closed, open].map(({ tables }) => tables.byKind.get('statements')!);
    const mark = are!.columns.get('voided')!;
    const asClosed = ({ cells, headers }: Table): string[][] => cells.map((row) => headers.map((_, column) => (column === mark ? '' : cellText(row[column]))));
    expect(asClosed(are!)).toEqual(asClosed(were!));
    const marks = were!.cells.map((row) => (cellText(row[were!.columns.get('period')!]) === '2026-03' ? '2026-04-06 Finance' : ''));
    expect(marks.filter((mark) => mark !== '').length).toBeGreaterThan(people.length - 1);
    expect(are!.cells.map((row) => cellText(row[mark]))).toEqual(marks);
    const again = written(open, valueOf(answers.closePeriod(open, { period: '2026-03', by: 'Finance', at: '2026-04-07' })));
    expect(valueOf(answers.preview(again, { period: '2026-03' })).closed).toBe(true);
    expect(answers.check(again).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(answers.voidLastClosing(again, { by: 'Finance', at: '2026-04-08' })!.changes.flatMap((change) => (change.kind === 'write cells' ? change.rows : []))).toHaveLength(marks.filter((mark) => mark !== '').length);
  });

  it('compares a changed copy with the plan as it is: the same rules change nobody', () => {
    const [plan] = answers.plans(desk, { period: '2026-03' });
    const rules = plan!.versions.find(({ inForce }) => inForce)!.rules;
    const same = valueOf(answers.whatIf(desk, { plan: plan!.name, period: '2026-03', rules }));
    expect([same.total.difference, same.people.every(({ difference }) => difference === 0)]).toEqual([0, true]);
    const dearer = valueOf(answers.whatIf(desk, { plan: plan!.name, period: '2026-03', rules: rules.map((line) => ({ ...line, value: shiftedRate(line.value, '1') })) }));
    expect(dearer.total.difference).toBeGreaterThan(0);
  });

  it('adds an indicator and a year of targets that add up', () => {
    const page = answers.kpiPage(desk);
    const entry = page.library[page.library.length - 3]!;
    const withKpi = written(desk, valueOf(answers.addKpi(desk, { row: { ...entry.row, weight: 10 } })));
    expect(answers.kpiPage(withKpi).kpis.some(({ name }) => name === entry.name)).toBe(true);
    const teams = answers.teams(desk, {});
    const people = answers.overview(desk).people;
    expect(teams.flatMap((team) => team.people).sort()).toEqual([...people].sort());
    const total = (cells: readonly (string | number)[]): number => cells.reduce((sum: number, cell) => sum + Number(cell), 0);
    const spread = teams.map(({ team, people: members }, index) => ({ name: team, weight: index + 2, people: members.map((name, at) => ({ name, weight: at + 1 })) }));
    const grid = valueOf(answers.targetGrid(desk, { total: '1000003', months: answers.lastYearShares(desk, { year: 2025 })!, teams: spread }));
    expect([total(grid.teams.flat()), total(grid.people.flat())]).toEqual([1000003, 1000003]);
    // Within each team, its people add up to it in every month.
    let next = 0;
    for (const [index, { people: members }] of spread.entries()) {
      const own = grid.people.slice(next, (next += members.length));
      expect(grid.teams[index]).toEqual(Array.from({ length: 12 }, (_, month) => total(own.map((row) => row[month]!))));
    }
    const holders = spread.flatMap((team) => team.people.map(({ name }) => name));
    const rows = answers.saveTargets(desk, { kpi: entry.name, year: 2027, holders, grid: grid.people }).find(({ kind }) => kind === 'write cells')!;
    expect('rows' in rows && typeof rows.rows === 'object' ? rows.rows.length : 0).toBe(people.length * 12);
  });

  it('marks how far the total of the tiers has come, over their whole span', () => {
    const sheets = [
      { name: 'Rules', cells: [['Plan', 'Rule', 'From', 'Value'], ['P', 'tier', 0, '1%'], ['P', 'tier', 1000, '2%'], ['P', 'tier span', '', 'year']] },
      { name: 'People', cells: [['Person', 'Team'], ['Amy', 'T'], ['Ben', 'T']] },
      { name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['1', '2025-12-31', 'Amy', 'CNY', 5000], ['2', '2026-01-10', 'Amy', 'CNY', 700], ['3', '2026-02-10', 'Amy', 'CNY', 500], ['4', '2026-02-11', 'Ben', 'CNY', 40], ['5', '2026-03-01', 'Ben', 'CNY', 9]] },
    ];
    const totals = (more: readonly (readonly (string | number)[])[] = []): unknown => answers.standings(deskOf([{ ...sheets[0]!, cells: [...sheets[0]!.cells, ...more.map((row) => [...row])] }, ...sheets.slice(1)], 'en'), { period: '2026-02', plan: 'P', part: '' });
    expect(totals()).toEqual([{ name: 'Amy', total: 1200 }, { name: 'Ben', total: 40 }]);
    expect(totals([['P', 'tier by', '', 'team']])).toEqual([]);
  });

  it('draws a payout curve from the same function that finance uses', () => {
    const [plan] = answers.plans(desk, { period: '2026-03' });
    const found = answers.payoutCurve(desk, { rules: plan!.versions.find(({ inForce }) => inForce)!.rules, part: '', upTo: undefined });
    const { totals, pay } = valueOf(found!);
    // 100,000 at 5%, 200,000 at 8%, 300,000 at 10%, the rest at 12%.
    expect([totals[60], pay[60]]).toEqual([840000, 79800]);
  });

  it('writes a dashboard, a card, a payroll sheet, and a sheet and a file for a single person', async () => {
    const [name] = answers.overview(desk).people;
    const [board] = valueOf(answers.dashboard(desk, { period: '2026-03' }));
    expect(board?.kind === 'write sheet' ? board.look?.charts?.map(({ kind }) => kind) : []).toEqual(['bar', 'line', 'column', 'column']);
    const [card] = valueOf(answers.cardSheet(desk, { period: '2026-03', person: name! }));
    expect(card!.sheet).toContain(name);
    const preview = valueOf(answers.preview(desk, { period: '2026-03' }));
    const [own] = valueOf(answers.personSheet(desk, { period: '2026-03', person: preview.rows[0]!.person! }));
    const others = preview.rows.slice(1).filter(({ kind }) => kind === 'person').map((row) => row.name);
    const text = JSON.stringify(own);
    expect([text.includes(preview.rows[0]!.name), others.filter((other) => JSON.stringify((own as { rows: unknown[][] }).rows.slice(0, 2)).includes(other))]).toEqual([true, []]);
    const file = valueOf(answers.personFile(desk, { period: '2026-03', person: preview.rows[0]!.person! }));
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(file.bytes as unknown as ArrayBuffer);
    const cells: unknown[] = [];
    read.worksheets[0]!.eachRow((row) => row.eachCell(({ value }) => cells.push(value)));
    expect([file.name, read.worksheets.length]).toEqual([`${own!.sheet}.xlsx`, 1]);
    expect(cells).toEqual((own as { rows: unknown[][] }).rows.flat().filter((cell) => cell !== ''));
    expect(valueOf(answers.payrollSheet(desk, { period: '2026-03' })).length).toBe(1);
  });
});

describe('the dashboard of two teams', () => {
  const sheets = [
    { name: 'People', cells: [['Person', 'Team'], ['Amy', 'East'], ['Ben', 'West']] },
    { name: 'KPIs', cells: [['KPI', 'Weight', 'Scoring'], ['Sales', '60%', 'ratio'], ['Visits', '40%', 'ratio']] },
    { name: 'Targets', cells: [['Person', 'KPI', 'Period', 'Target'], ...['2026-01', '2026-02'].flatMap((period) => [['Amy', 'Sales', period, 100], ['Ben', 'Sales', period, 300], ['Amy', 'Visits', period, 10], ['Ben', 'Visits', period, 10]])] },
    { name: 'Actuals', cells: [['Person', 'KPI', 'Period', 'Actual'], ['Amy', 'Sales', '2026-01', 50], ['Ben', 'Sales', '2026-01', 150], ['Amy', 'Sales', '2026-02', 110], ['Ben', 'Sales', '2026-02', 270], ['Amy', 'Visits', '2026-02', 10], ['Ben', 'Visits', '2026-02', 5]] },
  ];
  const [board] = valueOf(answers.dashboard(deskOf(sheets, 'en'), { period: '2026-02' }));
  const { rows, look } = board as Extract<Change, { kind: 'write sheet' }>;
  const below = (title: string, count: number): unknown[][] => rows.slice(rows.findIndex(([first]) => String(first).startsWith(title)) + 1).slice(0, count);

  it('shows month by month what all teams reached of the weightiest amount against its target', () => {
    expect(below('Sales against target', 3)).toEqual([['Period', 'Actual', 'Target', 'Attainment'], ['2026-01', 200, 400, '█████░░░░░ 50%'], ['2026-02', 380, 400, '██████████ 95%']]);
  });

  it('colours the scores of teams and people: green from 100, yellow from 80, red below', () => {
    // East: 110 % and 100 %, so 106; West: 90 % and 50 %, so 74.
    expect(below('Team by KPI', 3)).toEqual([['Team', 'Score', 'Sales', 'Visits'], ['East', 106, 110, 100], ['West', 74, 90, 50]]);
    const west = rows.findIndex(([first]) => first === 'West') + 1;
    const colours = (row: number): string[] => (look?.fills ?? []).filter((fill) => fill.row === row).map(({ column, color }) => `${column} ${color}`);
    expect(colours(west - 1)).toEqual(['2 #C6EFCE', '3 #C6EFCE', '4 #C6EFCE']);
    expect(colours(west)).toEqual(['2 #FFC7CE', '3 #FFEB9C', '4 #FFC7CE']);
  });
});

describe('writing into a team’s own table', () => {
  it('puts each value under the team’s own header, whatever the order, and lets the name grow', () => {
    const rules = [['说明', '数值', '规则', '方案', '我们的列', '起点'], ['', '2%', '提成率', '外贸', 'x', '']];
    const desk = deskOf([{ name: '规则', cells: rules }], 'zh', [{ name: 'MeritRules', area: areaOfReference('规则!$A$1:$F$2')! }]);
    const changes = valueOf(answers.savePlan(desk, { plan: '新方案', version: '', effective: '', rules: [{ part: '', rule: '阶梯', item: '', from: '1000', value: '3%', note: '备注' }] }));
    expect(changes).toEqual([
      { kind: 'write cells', sheet: '规则', row: 3, column: 1, rows: [['备注', '3%', '阶梯', '新方案', '', 1000]], expectBlank: true },
      { kind: 'define name', name: 'MeritRules', sheet: '规则', row: 1, column: 1, rows: 3, columns: 6 },
    ]);
  });

  it('adds the columns that a team’s table lacks, so that no value is lost, and tries what-ifs with them', () => {
    const sheets = [
      { name: 'Rules', cells: [['Plan', 'Rule', 'Value'], ['Sales', 'rate', '2%']] },
      { name: 'People', cells: [['Person', 'Team'], ['Amy', 'EU']] },
      { name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Amount'], ['P1', '2026-03-05', 'Amy', 150000]] },
    ];
    const desk = deskOf(sheets, 'en', [{ name: 'MeritRules', area: areaOfReference('Rules!$A$1:$C$2')! }]);
    const tiers = [['0', '2%'], ['100000', '3%']].map(([from = '', value = '']) => ({ part: '', rule: 'tier', item: '', from, value, note: '' }));
    const changes = valueOf(answers.savePlan(desk, { plan: 'Sales', version: '2', effective: '2026-03-01', rules: tiers }));
    expect(changes).toEqual([
      { kind: 'write cells', sheet: 'Rules', row: 1, column: 4, rows: [['Version', 'Effective', 'From']], expectBlank: true },
      { kind: 'write cells', sheet: 'Rules', row: 3, column: 1, rows: [['Sales', 'tier', '2%', 2, '2026-03-01', 0], ['Sales', 'tier', '3%', 2, '2026-03-01', 100000]], expectBlank: true },
      { kind: 'define name', name: 'MeritRules', sheet: 'Rules', row: 1, column: 1, rows: 4, columns: 6 },
    ]);
    const after = written(desk, changes);
    expect(valueOf(answers.preview(after, { period: '2026-03' })).total).toBe(3500);
    // 2% of 100,000 and 3% of 50,000, against 2% of everything.
    expect(valueOf(answers.whatIf(desk, { plan: 'Sales', period: '2026-03', rules: tiers })).total).toMatchObject({ before: 3000, after: 3500 });
  });

  it('mends a misspelt rule word or choice, and never guesses a person', () => {
    const sheets = [
      { name: 'Rules', cells: [['Plan', 'Rule', 'From', 'Value'], ['P', 'teir', 0, '1%'], ['P', 'tier mode', '', 'margnal'], ['P', 'tier', 1000, '2%']] },
      { name: 'People', cells: [['Person', 'Team'], ['Amy Chen', 'T']] },
      { name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['1', '2026-01-10', 'Amy Chan', 'CNY', 700]] },
    ];
    const desk = deskOf(sheets, 'en');
    const found = answers.check(desk);
    expect(found.filter(({ mend }) => mend).map(({ cell, mend }) => [cell, mend])).toEqual([
      ['Rules!B2', [{ kind: 'write cells', sheet: 'Rules', row: 2, column: 2, rows: [['tier']] }]],
      ['Rules!D3', [{ kind: 'write cells', sheet: 'Rules', row: 3, column: 4, rows: [['marginal']] }]],
    ]);
    expect(found.some(({ text }) => text.includes('Amy Chan'))).toBe(true);
    const after = written(desk, found.flatMap(({ mend = [] }) => mend));
    expect(answers.check(after).filter(({ table }) => table === 'Rules')).toEqual([]);
  });

  it('points out a name that has become too short, and mends it', () => {
    const sheets = [{ name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Amount'], ['P1', '2026-03-05', 'Amy', 1], ['P2', '2026-03-06', 'Amy', 2]] }];
    const short = deskOf(sheets, 'en', [{ name: 'MeritOrders', area: areaOfReference('Orders!$A$1:$D$2')! }]);
    const found = answers.check(short).find(({ mend }) => mend);
    expect([found?.cell, found?.mend]).toEqual(['Orders!A3', [{ kind: 'define name', name: 'MeritOrders', sheet: 'Orders', row: 1, column: 1, rows: 3, columns: 4 }]]);
    const whole = deskOf(sheets, 'en', [{ name: 'MeritOrders', area: areaOfReference('Orders!$A$1:$D$3')! }]);
    expect(answers.check(whole).some(({ mend }) => mend)).toBe(false);
  });

  it('shows a date as one, however the sheet keeps it', () => {
    const desk = deskOf([{ name: 'KPIs', cells: [['KPI', 'Weight', 'Scoring', 'Effective'], ['Revenue', 40, 'ratio', 46023], ['Orders', 60, 'ratio', '2026-02-01']] }], 'en');
    expect(answers.kpiPage(desk).kpis.map(({ effective }) => effective)).toEqual(['2026-01-01', '2026-02-01']);
  });

  it('makes a sheet where there is no such table yet', () => {
    const desk = deskOf([], 'en');
    const changes = valueOf(answers.addKpi(desk, { row: { kpi: 'Revenue', weight: 40 } }));
    expect(changes.map(({ kind, sheet }) => [kind, sheet])).toEqual([['write sheet', 'KPIs'], ['define name', 'KPIs']]);
  });
});

describe('formulas', () => {
  const desk = deskOf([{ name: 'My rates', cells: [[0, '5%'], [100000, '6%']] }], 'en', [{ name: 'Rates', area: areaOfReference("'My rates'!$A$1:$B$2")! }]);
  it.each([
    [['150000', "'My rates'!A1:B2"], "=TIERPAY(150000, 'My rates'!A1:B2)", 8000],
    [['150000', 'Rates', 'whole'], '=TIERPAY(150000, Rates, "whole")', 9000],
    [['150000', '{0,0.05;100000,0.06}', '', ''], '=TIERPAY(150000, {0,0.05;100000,0.06})', 8000],
  ])('%j is %s', (args, formula, value) => {
    expect(answers.tryFormula(desk, { name: 'TIERPAY', args })).toEqual({ ok: true, formula, value: { formula, value } });
  });

  it('says what is wrong with one before it is inserted', () => {
    const tried = answers.tryFormula(desk, { name: 'TIERPAY', args: ['many', 'Rates'] });
    expect(tried.ok ? '' : tried.problems[0]!.text).toMatch(/many/);
  });

  it('freezes and brings back', () => {
    const frozen = answers.freeze(desk, { formulas: [{ sheet: 'My rates', row: 5, column: 2, formula: '=TIERPAY(1,A1:B2)', values: [[1, 2], [3, 4]] }] });
    const after = written(desk, frozen);
    expect(after.book.sheets.map(({ origin }) => origin?.sheet)).toContain('Frozen formulas');
    expect(answers.thaw(after).map((change) => [change.kind, change.sheet])).toEqual([['write cells', 'My rates'], ['set formula', 'My rates'], ['write sheet', 'Frozen formulas']]);
    expect(answers.thaw(desk)).toEqual([]);
  });
});

describe('rates', () => {
  it.each([['5%', '1', '6%'], ['5.5 %', '-0.3', '5.2%'], ['0.05', '1', '0.06'], ['1%', '-3', '0%'], ['Amount', '1', 'Amount'], ['', '1', '']])('%s and %s points is %s', (rate, points, shifted) => {
    expect(shiftedRate(rate, points)).toBe(shifted);
  });
});

describe('texts', () => {
  it('fill the same gaps in both languages, and are never the same but for names', () => {
    for (const [key, { en, zh }] of Object.entries(TEXTS)) {
      const gaps = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([gap]) => gap).sort();
      expect([key, gaps(en)]).toEqual([key, gaps(zh)]);
      expect(/[\u4e00-\u9fff]/.test(key === 'app.language' ? en : zh)).toBe(true);
    }
  });

  it('a question asked by its name is answered as by the function', () => {
    const desk = deskOf([], 'en');
    expect(answer(desk, 'overview', undefined)).toEqual(answers.overview(desk));
  });
});
