import type { Cell, Range, RangeSource } from '../../core/table/cell';
import type { Change } from '../../host-port/change';
import { settle } from '../../core/commission/settle';
import { readPeriod } from '../../core/table/period';
import { answers } from '../../sidebar/desk/answers';
import { closingChanges, voidClosing } from '../../sidebar/desk/closing';
import type { Desk } from '../../sidebar/desk/desk';
import { openDesk } from '../../sidebar/desk/desk';

type Sheets = Readonly<Record<string, Range>>;
const BOOK: Sheets = {
  Rules: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'reserve', 'Amy', '', '20%']],
  People: [['Person', 'ID', 'Team'], ['Amy', 'E01', 'EU'], ['Ben', 'E02', 'EU']],
  Orders: [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-01-06', 'Ben', 2000]],
};

function deskOf(sheets: Sheets, language: 'en' | 'zh' = 'en'): Desk {
  return openDesk({ sheets: Object.entries(sheets).map(([sheet, cells]): RangeSource => ({ cells, origin: { sheet, row: 1, column: 1 } })), names: [] }, language);
}

/** The desk after changes, as a host would write them. */
function written(desk: Desk, changes: readonly Change[]): Desk {
  const sheets = new Map(desk.book.sheets.map(({ origin, cells }): [string, Cell[][]] => [origin?.sheet ?? '', cells.map((row) => [...row])]));
  for (const change of changes) {
    if (change.kind === 'write sheet') sheets.set(change.sheet, change.rows.map((row) => [...row]));
    if (change.kind !== 'write cells') continue;
    const cells = sheets.get(change.sheet) ?? [];
    change.rows.forEach((row, y) => row.forEach((cell, x) => {
      const line = (cells[change.row - 1 + y] ??= []);
      line[change.column - 1 + x] = cell;
    }));
  }
  return deskOf(Object.fromEntries(sheets), desk.language);
}

const sheetOf = (desk: Desk, name: string): readonly (readonly Cell[])[] => desk.book.sheets.find(({ origin }) => origin?.sheet === name)?.cells ?? [];

function close(desk: Desk, period: string, plan?: string): Desk {
  const settled = settle(desk.tables, { period: readPeriod(period), ...(plan !== undefined && { plan }) });
  if (!settled.ok) throw new Error(settled.issues.map(({ code }) => code).join());
  return written(desk, closingChanges(desk, settled.value, { by: 'Fin', at: '2026-02-01' }));
}

function valueOf<Value>(found: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly { readonly text: string }[] }): Value {
  if (!found.ok) throw new Error(found.problems.map(({ text }) => text).join(' '));
  return found.value;
}

const column = (desk: Desk, name: string, header: string): Cell[] => {
  const [head = [], ...rows] = sheetOf(desk, name);
  return rows.map((row) => row[head.indexOf(header)] ?? '');
};

describe('confirming a statement', () => {
  const closed = close(deskOf(BOOK), '2026-01');
  const confirm = (desk: Desk, person: string, disputed = false): Desk => written(desk, valueOf(answers.confirmStatement(desk, { period: '2026-01', person, disputed, remark: disputed ? 'B is missing' : '', by: person, at: '2026-02-03' })));

  it('notes it in the rows of the person alone, not in those of the fund of that name', () => {
    const after = confirm(closed, 'Amy');
    const marked = column(after, 'Statements', 'Confirmation').flatMap((cell, row) => (cell === '' ? [] : [[column(after, 'Statements', 'Person')[row], column(after, 'Statements', 'Payee')[row]]]));
    expect(marked).toEqual([['Amy', 'person']]);
  });

  it('shows who has not confirmed, who has and who disputes, and changes no figure', () => {
    const after = confirm(confirm(closed, 'E01'), 'Ben', true);
    expect(answers.confirmations(closed, { period: '2026-01' }).map(({ name, state }) => [name, state])).toEqual([['Amy', 'open'], ['Ben', 'open']]);
    expect(answers.confirmations(after, { period: '2026-01' }).map(({ name, state, remark }) => [name, state, remark])).toEqual([['Amy', 'confirmed', ''], ['Ben', 'disputed', 'B is missing']]);
    const figuresOf = (desk: Desk): unknown => valueOf(answers.preview(desk, { period: '2026-01' })).rows.map(({ name, payable }) => [name, payable]);
    expect(figuresOf(after)).toEqual(figuresOf(closed));
  });

  it('knows statements of earlier editions, which do not say who is a person', () => {
    const old = deskOf({ ...BOOK, Statements: [['Period', 'Kind', 'Person', 'Plan', 'Earned', 'Reserved', 'Payable'], ['2026-01', 'pay', 'Ben', 'P', 200, 40, 160], ['2026-01', 'pay', 'Company', 'P', 0, 0, 0]] });
    expect(answers.confirmations(old, { period: '2026-01' }).map(({ name }) => name)).toEqual(['Ben']);
  });

  it('finds the rows where a host made dates of the months', () => {
    const [head = [], ...rows] = sheetOf(closed, 'Statements');
    const dated = deskOf({ ...BOOK, Statements: [head, ...rows.map((row) => [46023, 46023, ...row.slice(2)])] });
    expect(answers.confirmations(dated, { period: '2026-01' }).map(({ name }) => name)).toEqual(['Amy', 'Ben']);
    expect(voidClosing(dated, { by: 'Zoe', at: '2026-02-05' })?.period).toBe('2026-01');
  });

  it('refuses a month that is not closed, and people nobody knows', () => {
    for (const [period, person] of [['2026-02', 'Amy'], ['2026-01', 'Zed']] as const) {
      expect(answers.confirmStatement(closed, { period, person, disputed: false, remark: '', by: person, at: '2026-02-03' }).ok).toBe(false);
    }
  });
});

describe('closing from the pane', () => {
  it('refuses a month that is closed', () => {
    const closed = close(deskOf(BOOK), '2026-01');
    const again = answers.closePeriod(closed, { period: '2026-01', by: 'Fin', at: '2026-02-01' });
    expect(again.ok ? '' : again.problems[0]?.text).toMatch(/2026-01 is closed already/);
  });

  it('refuses while somebody’s pay cannot be settled', () => {
    const open = deskOf({ ...BOOK, Rules: [...(BOOK['Rules'] ?? []), ['P', 'gate', 'Score', '80', '0%']], Scores: [['Period', 'Person', 'Score'], ['2026-01', 'Amy', 90]], Statements: [['Period', 'Person', 'Payable']] });
    const refused = answers.closePeriod(open, { period: '2026-01', by: 'Fin', at: '2026-02-01' });
    expect(refused.ok ? '' : refused.problems[0]?.text).toMatch(/Ben cannot be settled/);
  });

  it('voids what was closed under the former name of a plan', () => {
    const closed = close(deskOf(BOOK), '2026-01');
    const renamed = written(closed, [{ kind: 'write sheet', sheet: 'Rules', rows: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['S', 'rate', '', '', '10%'], ['S', 'reserve', 'Amy', '', '20%'], ['S', 'was', '', '', 'P']] }]);
    expect(voidClosing(renamed, { by: 'Zoe', at: '2026-02-05', plan: 'S' })?.period).toBe('2026-01');
  });

  it.each(['en', 'zh'] as const)('writes sheets that settle again (%s)', (language) => {
    const closed = close(deskOf(BOOK, language), '2026-01');
    expect(valueOf(answers.preview(closed, { period: '2026-02' })).rows.map(({ payable }) => payable)).toEqual([0, 0]);
    const [header] = sheetOf(closed, language === 'en' ? 'Statements' : '结算单');
    expect(header?.slice(0, 6)).toEqual(language === 'en' ? ['Period', 'For period', 'Kind', 'ID', 'Person', 'Payee'] : ['期间', '所属期间', '类型', '工号', '姓名', '收款方']);
    if (language === 'zh') expect(column(closed, '结算单', '收款方')).toContain('人员');
  });
});
