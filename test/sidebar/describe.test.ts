import type { Change } from '../../host-port/change';
import { describe as describeChanges, outlineOf } from '../../sidebar/desk/describe';
import { openDesk } from '../../sidebar/desk/desk';

const rules = [['Plan', 'Rule', 'Value'], ['Sales', 'rate', '2%'], ['Sales', 'cap', 500]];
const desk = openDesk({ sheets: [{ cells: [['Our rules'], ...rules], origin: { sheet: 'Rules', row: 1, column: 1 } }], names: [{ name: 'MeritRules', area: { sheet: 'Rules', row: 2, column: 1, rows: 3, columns: 3 } }] }, 'en');
const told = (...changes: readonly Change[]): ReturnType<typeof describeChanges> => describeChanges(desk, { outlines: changes.map(outlineOf) });

describe('what is to be written, as a person is asked about it', () => {
  it('shows every value under its own header, blanks and new headers among them, and leaves out what goes without saying', () => {
    const found = told(
      { kind: 'protect sheet', sheet: 'Rules', on: false },
      { kind: 'write cells', sheet: 'Rules', row: 2, column: 4, rows: [['From']], expectBlank: true },
      { kind: 'write cells', sheet: 'Rules', row: 5, column: 1, rows: [['Sales', '', '3%', 1000]], expectBlank: true },
      { kind: 'define name', name: 'MeritRules', sheet: 'Rules', row: 2, column: 1, rows: 4, columns: 4 },
    );
    expect(found.map(({ kind, sheet, rows }) => [kind, sheet, rows])).toEqual([['added', 'Rules', 1]]);
    expect(found[0]?.header).toEqual(['Plan', 'Value', 'From']);
    expect(found[0]?.sample.map((row) => row.map(({ now }) => now))).toEqual([['Sales', '3%', 1000]]);
  });

  it('says what a changed cell was', () => {
    const [found] = told({ kind: 'write cells', sheet: 'Rules', row: 4, column: 3, rows: [[600]] });
    expect([found?.kind, found?.cell, found?.header, found?.sample]).toEqual(['changed', 'C4', ['Value'], [[{ now: 600, before: '500' }]]]);
  });

  it('tells a new sheet from one that is replaced, and counts the rows below its header', () => {
    const sheet = (name: string): Change => ({ kind: 'write sheet', sheet: name, rows: [['Title'], ['Person', 'Pay'], ['Amy', 1], ['Ben', 2]], look: { titleRows: 1 } });
    expect(told(sheet('Payroll'), sheet('rules')).map(({ kind, rows, header }) => [kind, rows, header])).toEqual([['made', 2, ['Person', 'Pay']], ['replaced', 2, ['Person', 'Pay']]]);
  });

  it('names a range only where nothing else is written', () => {
    expect(told({ kind: 'define name', name: 'MeritRules', sheet: 'Rules', row: 2, column: 1, rows: 4, columns: 3 }).map(({ kind, name, lastRow }) => [kind, name, lastRow])).toEqual([['name', 'MeritRules', 5]]);
  });
});
