import type { Cells } from '../../../workbench/formula/evaluate';
import { evaluateFormula } from '../../../workbench/formula/evaluate';
import { Unsupported } from '../../../workbench/formula/parse';
import type { Value } from '../../../workbench/formula/values';

/** A1:D5 of `Data`, and one cell of `2026`. */
const DATA: Value[][] = [['Name', 'Rate', 'Qty', 'Day'], ['Amy', 0.1, 10, 46086], ['Ben', 0.2, 20, 46117], ['Cy', 0.25, null, 46147], ['Amy', '#N/A', 5, null]];
const cells: Cells = {
  value: (sheet, row, column) => (sheet === '2026' ? (row === 1 && column === 1 ? 7 : null) : (DATA[row - 1]?.[column - 1] ?? null)),
  extent: (sheet) => (sheet === 'Data' || sheet === '2026' ? { rows: 5, columns: 4 } : undefined),
  name: (name) => ({ fx: 'Data!$B$3', twice: 'fx*2' })[name.toLowerCase()],
  tableColumn: (table, column) => (table === 'T' && column === 'Qty' ? { sheet: 'Data', top: 2, bottom: 5, column: 3 } : undefined),
};
const worth = (formula: string): Value => evaluateFormula(formula, { sheet: 'Data', row: 2, column: 5 }, cells);

describe('formulas that come without a result', () => {
  it.each<[string, Value]>([
    ['1+2*3^2', 19], ['-2^2', 4], ['(1+2)*3', 9], ['50%*4', 2], ['10/4', 2.5], ['1/0', '#DIV/0!'], ['"a"&B2&TRUE', 'a0.1TRUE'], ['2>1', true], ['"amy"=A2', true], ['C4=0', true], ['1=" "', false],
    ['B2*C2', 1], ['$B$2*Data!C3', 2], ["'2026'!A1+1", 8], ['2026!A1', 7], ['SUM(C2:C5)', 35], ['SUM(C:C)', 35], ['SUM(B2:B5)', '#N/A'], ['SUM(1,"2",TRUE)', 4], ['AVERAGE(C2:C3)', 15], ['MAX(C2:C5)-MIN(C2:C5)', 15], ['COUNT(A1:D5)', 9], ['COUNTA(A2:A5)', 4],
    ['SUMIF(A2:A5,"Amy",C2:C5)', 15], ['SUMIF(C2:C5,">=10")', 30], ['SUMIFS(C2:C5,A2:A5,"A*",C2:C5,"<10")', 5], ['COUNTIF(A:A,"amy")', 2], ['SUMPRODUCT(B2:B4,C2:C4)', 5],
    ['VLOOKUP("Ben",A2:C5,3,FALSE)', 20], ['VLOOKUP("Di",A2:C5,3,FALSE)', '#N/A'], ['IFERROR(VLOOKUP("Di",A2:C5,3,0),0)', 0], ['VLOOKUP(0.22,B2:C4,2)', 20], ['INDEX(A2:C4,MATCH("Cy",A2:A4,0),2)', 0.25], ['_xlfn.XLOOKUP("Ben",A2:A5,C2:C5)', 20], ['XLOOKUP("Di",A2:A5,C2:C5,"none")', 'none'], ['CHOOSE(2,1,"b")', 'b'],
    ['ROUND(2.675,2)', 2.68], ['ROUND(-1.5,0)', -2], ['ROUND(1234,-2)', 1200], ['ROUNDUP(1.01,1)', 1.1], ['ROUNDDOWN(1.99,1)', 1.9], ['INT(-1.5)', -2], ['MOD(-1,3)', 2], ['ABS(-4)', 4],
    ['IF(C2>5,"big","small")', 'big'], ['IF(FALSE,1)', false], ['IF(C4="","blank",1)', 'blank'], ['IF(TRUE,1,1/0)', 1], ['AND(TRUE,1)', true], ['OR(FALSE,0)', false], ['NOT(0)', true], ['ISERROR(B5)', true], ['ISNUMBER(B2)', true],
    ['YEAR(D2)', 2026], ['MONTH(D2)', 3], ['DAY(D2)', 5], ['DATE(2026,3,5)', 46086], ['DATE(2026,14,1)', 46419], ['EOMONTH(D2,0)', 46112], ['EDATE(D2,1)', 46117],
    ['LEFT(A2,2)', 'Am'], ['RIGHT("PO-12",2)', '12'], ['MID("PO-12",4,2)', '12'], ['LEN(A2)', 3], ['TRIM("  a  b ")', 'a b'], ['VALUE("1,234.5")', 1234.5], ['fx*2', 0.4], ['Twice', 0.4], ['SUM(T[Qty])', 35], ['T[[#This Row],[Qty]]', 10], ['"a""b"', 'a"b'], ['A2+1', '#VALUE!'],
  ])('%s is %p', (formula, value) => {
    expect(worth(formula)).toEqual(value);
  });

  it.each(['TODAY()', 'MYUDF(1)', 'Unknown', '{1,2}', 'SUM(A1:B2 B1:C2)', 'OFFSET(A1,0,0)', 'TEXT(1,"0")', '1+', '"open', '('.repeat(100)])('%s is left to a spreadsheet', (formula) => {
    expect(() => worth(formula)).toThrow(Unsupported);
  });
});
