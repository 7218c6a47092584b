import { readLookup } from '../../core/kpi/scoring/lookup';
import { call } from '../../core/catalogue/call';
import { readDay } from '../../core/table/day';
import { headerWords } from '../../core/table/header-text';
import { readNumber } from '../../core/table/number-cell';
import { readPeriodHeader } from '../../core/table/period-header';
import { readPeriod } from '../../core/table/period';
import { isNote } from '../../core/table/rows/notes';
import { totalWord } from '../../core/table/rows/totals';
import { shownCell } from '../../core/table/shown-cell';
import { readParticipants } from '../../core/table/participants-cell';
import { readValues } from '../../core/rules/condition';

/** The longest text a cell may hold, made of what makes patterns go back and forth. */
const LONGEST = 32767;
/** What goes back and forth takes hours on such a text; a busy machine takes a second. */
const HANGS_MS = 30000;
const long = (piece: string): string => piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
const PIECES = ['a', ' ', '1', '1,', '1.', 'a:', 'a:1 ', ':', 'a b', '(', '（a', '9'.repeat(50), '%', '-', 'Total ', '合计', 'a;', 'x%', 'Q1 ', '2026-', '\t', '"', '\\', '[', '0"a"', '万', 'FY', 'a*'];

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['a list of labels', readLookup], ['a number', readNumber], ['a number with a comma', (text) => readNumber(text, 'comma')], ['a date', readDay], ['a period', readPeriod], ['a header', headerWords], ['a header that is a period', readPeriodHeader],
  ['a total', totalWord], ['a note', (text) => isNote([text])], ['a number format', (text) => shownCell(5, text)], ['names with shares', (text) => readParticipants(text, () => false)], ['values of a rule', readValues],
  ['a way of scoring', (text) => call('KPISCORE', [5, 10, text])],
];

describe('patterns', () => {
  it.each(READERS)('read %s in time that grows with its length', (_name, read) => {
    for (const piece of PIECES) {
      const began = Date.now();
      read(long(piece));
      read(`${long(piece)}!`);
      expect([piece, Date.now() - began < HANGS_MS]).toEqual([piece, true]);
    }
  });
});

describe('names that every object has', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('%s is a name like any other', (name) => {
    const rules = (...rows: unknown[][]): unknown[][] => [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '1%'], ...rows.map((row) => ['P', ...row])];
    const tables = [[['Person', 'Team', name], ['Amy', 'EU', 5]], [['Order', 'Order date', 'Owner', 'Amount', 'Currency', name], [name, '2026-03-02', 'Amy', 1000, '', 7]]];
    for (const row of [['lines', name, '', '7'], ['measure', '', '', name], ['deduct', name, '', ''], ['gate', name, 5, ''], ['override', name, '', '1%'], ['tier on', '', '', name], ['share by', name, '', '100%'], ['credit', '', '', name], ['column', name, '', name]]) {
      const result = call('SETTLE', ['2026-03', 'summary', rules(row), ...tables] as never);
      if (!result.ok) expect(result.error.message).not.toMatch(/mistake of its own|is not a function|undefined/);
    }
  });
});
