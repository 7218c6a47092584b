import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { columnLetters } from '../../core/table/cell';
import { changedCells } from '../../workbench/page/saved-changes';
import type { CellPatch } from '../../workbench/xlsx/patch-sheet';
import { patchSheet } from '../../workbench/xlsx/patch-sheet';
import { readSheet } from '../../xlsx/read-sheet';
import { shiftFormula } from '../../xlsx/shift-formula';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);

describe('a formula some cells further', () => {
  it.each([
    ['A1*2-$A1+A$1+$A$1', 1, 1, 'B2*2-$A2+B$1+$A$1'], ['SUM(A1:B2)', 2, 0, 'SUM(A3:B4)'], ["'My A1'!A1&\"A1\"", 1, 0, "'My A1'!A2&\"A1\""], ['Data!A1+LOG10(A1)', 1, 0, 'Data!A2+LOG10(A2)'], ['T[A1]+A1', 1, 0, 'T[A1]+A2'],
    ['A:A+1:1', 1, 1, 'B:B+2:2'], ['$A:B', 0, 1, '$A:C'], ['A1', -1, 0, '#REF!'], ['rate1+A1', 1, 0, 'rate1+A2'], ['XFD1', 0, 1, '#REF!'], ['TAXES2024', 1, 0, 'TAXES2024'], ['A1.5', 1, 0, 'A1.5'],
  ])('%s by %i rows and %i columns is %s', (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });
});

interface Read {
  readonly value: unknown;
  readonly formula: string | undefined;
}

/** Every cell of a part: its value, and its formula as it holds in that cell. */
function cellsOf(xml: string): Map<string, Read> {
  const found = new Map<string, Read>();
  const masters = new Map<string, { row: number; column: number; text: string }>();
  readSheet({ path: 'sheet', bytes: strToU8(xml), texts: ['shared'] }, ({ row, column, value, formula, shared }) => {
    if (shared !== undefined && formula) masters.set(shared, { row, column, text: formula });
    const master = shared === undefined || formula !== '' ? undefined : masters.get(shared);
    const own = master ? shiftFormula(master.text, row - master.row, column - master.column) : formula;
    if (value !== undefined || own !== undefined) found.set(`${row - 1},${column - 1}`, { value, formula: own });
  });
  return found;
}

const [ROWS, COLUMNS] = [6, 5];

/** A sheet as some writer may have written it: prefixed or not, addresses or none, formulas of every kind. */
const sheet = fc
  .tuple(fc.constantFrom('', 'x:'), fc.boolean(), fc.array(fc.array(fc.constantFrom('', 'number', 'text', 'shared text', 'formula', 'shared', 'bool', 'style', 'array'), { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: 1, maxLength: ROWS }), fc.constantFrom('', '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'))
  .map(([p, addressed, rows, behind]) => {
    const tag = (name: string, attributes: string, inner: string): string => `<${p}${name}${attributes}>${inner}</${p}${name}>`;
    let hasMaster = false;
    const body = rows.map((kinds, y) => {
      const cells = kinds.map((kind, x) => {
        const at = addressed ? ` r="${columnLetters(x + 1)}${y + 1}"` : '';
        if (kind === '') return addressed ? '' : `<${p}c/>`;
        if (kind === 'text') return tag('c', `${at} t="inlineStr"`, tag('is', '', tag('t', '', 'a &amp; b')));
        if (kind === 'shared text') return tag('c', `${at} s="3" t="s"`, tag('v', '', '0'));
        if (kind === 'bool') return tag('c', `${at} t="b"`, tag('v', '', '1'));
        if (kind === 'style') return `<${p}c${at} s="2"/>`;
        if (kind === 'formula') return tag('c', at, tag('f', '', `A${y + 1}&amp;"&lt;"`) + tag('v', '', '7'));
        if (kind === 'array') return tag('c', at, tag('f', ` t="array" ref="${columnLetters(x + 1)}${y + 1}:${columnLetters(x + 1)}${y + 2}"`, 'ROW(1:2)') + tag('v', '', '1'));
        if (kind === 'shared') {
          const made = hasMaster ? `<${p}f t="shared" si="0"/>` : tag('f', ` t="shared" ref="A1:E9" si="0"`, `$A1+${columnLetters(x + 1)}${y + 9}`);
          hasMaster = true;
          return tag('c', at, made + tag('v', '', '0'));
        }
        return tag('c', at, tag('v', '', String(y * 10 + x)));
      });
      return tag('row', addressed ? ` r="${y + 1}" spans="1:5"` : '', cells.join(''));
    });
    return `<?xml version="1.0"?><${p}worksheet><${p}sheetData>${body.join('\n')}</${p}sheetData>${behind}</${p}worksheet>`;
  });

const patches = fc.uniqueArray(
  fc.record({ row: fc.integer({ min: 0, max: ROWS + 1 }), column: fc.integer({ min: 0, max: COLUMNS + 1 }), to: fc.constantFrom<Pick<CellPatch, 'value' | 'formula'>>({ value: 5 }, { value: 'x < y' }, { value: true }, { value: undefined }, { value: 3, formula: 'B1+"&"' }) }).map(({ row, column, to }): CellPatch => ({ row, column, ...to })),
  { maxLength: 5, selector: ({ row, column }) => `${row},${column}` },
);

describe('patching a sheet', () => {
  it('changes the cells that are named and leaves all others what they were, however they are written', () => {
    fc.assert(
      fc.property(sheet, patches, (xml, cells) => {
        const [before, after] = [cellsOf(xml), cellsOf(patchSheet(xml, cells))];
        const named = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
        for (const [key, cell] of named) {
          const found = after.get(key);
          expect([key, found?.value, found?.formula]).toEqual([key, cell.value, cell.formula]);
        }
        for (const key of new Set([...before.keys(), ...after.keys()])) {
          if (named.has(key)) continue;
          const [old, now] = [before.get(key), after.get(key)];
          // An array that was broken into stays as the values that it showed.
          const isArray = old?.formula === 'ROW(1:2)' && now?.formula === undefined;
          expect([key, now?.value, isArray ? old.formula : now?.formula]).toEqual([key, old?.value, old?.formula]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves a sheet that nothing was changed on as it is, to the character', () => {
    fc.assert(fc.property(sheet, (xml) => expect(patchSheet(xml, [])).toBe(xml)), { numRuns: RUNS });
  });

  it('changes a result and keeps its formula as it is written', () => {
    const xml = '<worksheet><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0" ca="1">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row></sheetData></worksheet>';
    expect(patchSheet(xml, [{ row: 0, column: 0, value: 9, keepsFormula: true }])).toBe(xml.replace('<v>1</v>', '<v>9</v>'));
    expect(patchSheet(xml, [{ row: 1, column: 0, value: undefined, keepsFormula: true }])).toBe(xml.replace('<v>2</v>', ''));
  });
});

describe('what was changed since a file was opened', () => {
  const opened = { read: new Map([['0,0', { row: 0, column: 0, value: 1 }], ['0,1', { row: 0, column: 1, value: 0, formula: 'MYUDF(A1)' }], ['0,2', { row: 0, column: 2, value: undefined, formula: 'A1*2' }]]), computed: new Map([['0,1', { row: 0, column: 1, value: '#NAME?', formula: 'MYUDF(A1)' }], ['0,2', { row: 0, column: 2, value: 2, formula: 'A1*2' }]]) };
  const now = [{ row: 0, column: 0, value: 1 }, { row: 0, column: 1, value: '#NAME?', formula: 'MYUDF(A1)' }, { row: 0, column: 2, value: 2, formula: 'A1*2' }];

  it('is nothing where only the first computation has passed', () => {
    expect(changedCells(opened, now)).toEqual([]);
  });

  it('is what somebody typed, what follows from it, and what is gone', () => {
    expect(changedCells(opened, [{ row: 0, column: 0, value: 4 }, { row: 0, column: 1, value: '#NAME?', formula: 'MYUDF(A1)' }, { row: 0, column: 2, value: 8, formula: 'A1*2' }])).toEqual([{ row: 0, column: 0, value: 4 }, { row: 0, column: 2, value: 8, keepsFormula: true }]);
    expect(changedCells(opened, now.slice(1))).toEqual([{ row: 0, column: 0, value: undefined }]);
    expect(changedCells(opened, [now[0]!, now[1]!, { row: 0, column: 2, value: 2 }])).toEqual([{ row: 0, column: 2, value: 2 }]);
  });
});
