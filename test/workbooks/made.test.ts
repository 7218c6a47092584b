import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { csvSource, decoded } from '../../workbench/csv/read-csv';
import type { PartToWrite } from '../../xlsx/write-zip';
import { writeZip } from '../../xlsx/write-zip';
import { crc32, openZip } from '../../xlsx/zip';

const CLI = join(__dirname, '../../dist/cli/meritsheet.js');
const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): { readonly text: string; readonly code: number | null; readonly seconds: number; readonly megabytes: number } {
  const began = Date.now();
  const script = `process.argv.splice(1, 0, 'node'); require(${JSON.stringify(CLI)}); process.on('exit', () => process.stderr.write('\\n@' + process.resourceUsage().maxRSS));`;
  const { stdout, stderr, status } = spawnSync('node', ['-e', script, ...args], { cwd: folder, encoding: 'utf8', timeout: 30000 });
  const text = `${stdout}${stderr}`;
  return { text: text.replace(/\n@\d+$/, ''), code: status, seconds: (Date.now() - began) / 1000, megabytes: Number(/@(\d+)$/.exec(text)?.[1] ?? 0) / 1024 };
}

const small = readFileSync(join(__dirname, '../cases/crafted/t_ok.xlsx'));

/** The small workbook with a part in the place of another. */
function withPart(part: PartToWrite): Uint8Array {
  const parts = unzipSync(small);
  return writeZip([...Object.entries(parts).filter(([name]) => name !== part.name).map(([name, bytes]) => ({ name, bytes })), part]);
}

describe('files made to do harm', () => {
  const SHEET = 'xl/worksheets/sheet3.xml';
  const gigabyte = (character: string): PartToWrite => {
    // What it announces is what counts: nothing of it is unpacked.
    const megabyte = new Uint8Array(2 ** 20).fill(character.charCodeAt(0));
    return { name: SHEET, packed: deflateSync(megabyte, { level: 9 }), method: 8, crc: crc32(megabyte), size: 2 ** 30 };
  };

  it.each([['zeros', '\0'], ['blanks', ' ']])('a gigabyte of %s is refused by its name, at once', (name, character) => {
    writeFileSync(join(folder, `${name}.xlsx`), withPart(gigabyte(character)));
    const { text, code, seconds, megabytes } = run('check', `${name}.xlsx`);
    expect([code, text]).toEqual([1, expect.stringContaining(SHEET)]);
    expect(text).not.toMatch(/\n\s+at /);
    expect(seconds).toBeLessThan(2);
    expect(megabytes).toBeLessThan(300);
  });

  it('a part that unpacks to more than it announces is refused without being unpacked', () => {
    const large = new Uint8Array(2 ** 26);
    writeFileSync(join(folder, 'lies.xlsx'), withPart({ name: SHEET, packed: deflateSync(large, { level: 9 }), method: 8, crc: 0, size: 500 }));
    expect(run('check', 'lies.xlsx')).toMatchObject({ code: 1, text: expect.stringContaining(`${SHEET} is damaged`) });
  });

  it('a name that climbs out of the folder is a name like any other, and nothing is written', () => {
    writeFileSync(join(folder, 'climb.xlsx'), withPart({ name: '../../climbed.txt', bytes: strToU8('x') }));
    expect(run('settle', 'climb.xlsx', '--period', '2026-03', '--out', 'climbed.xlsx').code).toBe(0);
    expect(existsSync(join(folder, '../../climbed.txt'))).toBe(false);
  });

  it('a shared text that is not there, a cell out of every sheet, and a broken list are named', () => {
    const sheet = (cells: string): Uint8Array => withPart({ name: SHEET, bytes: strToU8(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`) });
    const cases: [Uint8Array, RegExp][] = [
      [sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), /sheet3\.xml: the cell A1 names the shared text 99/],
      [sheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), /sheet3\.xml: the cell ZZZZ1 lies outside/],
      [sheet('<row r="0"><c><v>1</v></c></row>'), /the row 0 lies outside/],
      [withPart({ name: 'xl/workbook.xml', bytes: strToU8('<workbook/>') }), /xl\/workbook\.xml lists no sheet/],
      [withPart({ name: 'xl/workbook.xml', bytes: strToU8('<workbook><sheets>') }), /xl\/workbook\.xml is not well-formed/],
    ];
    for (const [bytes, message] of cases) {
      writeFileSync(join(folder, 'case.xlsx'), bytes);
      const { text, code } = run('check', 'case.xlsx');
      expect([code, text]).toEqual([1, expect.stringMatching(message)]);
    }
  });

  it('packages written here are read by others, and the other way round', () => {
    const parts = { 'a.xml': strToU8('<a/>'), '目录/b.txt': strToU8('x'.repeat(5000)) };
    expect(unzipSync(writeZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes }))))).toEqual(parts);
    const zip = openZip(zipSync(parts));
    expect(zip?.names.map((name) => strFromU8(zip.read(name)!))).toEqual(['<a/>', 'x'.repeat(5000)]);
  });
});

describe('what is written', () => {
  it('goes through a link to the file it means, and leftovers of killed runs go away', () => {
    mkdirSync(join(folder, 'elsewhere'), { recursive: true });
    writeFileSync(join(folder, 'book.xlsx'), small);
    writeFileSync(join(folder, 'elsewhere/real.xlsx'), 'old');
    symlinkSync(join(folder, 'elsewhere/real.xlsx'), join(folder, 'link.xlsx'));
    writeFileSync(join(folder, 'elsewhere/.real.xlsx.999999.0123abcd.tmp'), 'left');
    expect(run('settle', 'book.xlsx', '--period', '2026-03', '--out', 'link.xlsx').code).toBe(0);
    expect(lstatSync(join(folder, 'link.xlsx')).isSymbolicLink()).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(join(folder, 'elsewhere/real.xlsx'))))).toContain('xl/worksheets/sheet4.xml');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.xlsx']);
  });

  it('keeps a workbook with macros what it is', () => {
    const macros = withPart({ name: 'xl/vbaProject.bin', bytes: strToU8('macros') });
    writeFileSync(join(folder, 'macros.xlsm'), macros);
    expect(run('settle', 'macros.xlsm', '--period', '2026-03', '--out', 'out.xlsx')).toMatchObject({ code: 1, text: expect.stringContaining('name the copy .xlsm') });
    expect(run('settle', 'macros.xlsm', '--period', '2026-03', '--out', 'out.xlsm').code).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(join(folder, 'out.xlsm')))['xl/vbaProject.bin']!)).toBe('macros');
  });
});

describe('files of values', () => {
  const GB = Uint8Array.from([0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee]);
  const BIG5 = Uint8Array.from([0xad, 0x71, 0xb3, 0xe6, 0xb8, 0xb9, 0x2c, 0xaa, 0xf7, 0xc3, 0x42]);

  it('are read in their own encoding', () => {
    expect(decoded(GB)).toBe('订单号,金额');
    expect(decoded(BIG5)).toBe('訂單號,金額');
    expect(decoded(strToU8('订单号'))).toBe('订单号');
    expect(decoded(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toBe('A');
  });

  it.each([
    ['a,b\n1,2\n', [['a', 'b'], [1, 2]]],
    ['a;b\r\n"x;y";2,5\r\n', [['a', 'b'], ['x;y', '2,5']]],
    ['a\tb\n007\t"say ""hi""\nthere"', [['a', 'b'], ['007', 'say "hi"\nthere']]],
    ['a|b|c\n1||3', [['a', 'b', 'c'], [1, null, 3]]],
    ['\ufeffOrder,Amount\nA,"1,234.50"\n\nB,5', [['Order', 'Amount'], ['A', '1,234.50'], [null], ['B', 5]]],
  ])('%j', (text, cells) => {
    expect(csvSource('x', strToU8(text)).cells).toEqual(cells);
  });

  it('settle as a folder: a file a table, months as one', () => {
    const own = join(folder, 'values');
    mkdirSync(own);
    writeFileSync(join(own, 'Rules.csv'), 'Plan,Rule,Value\nP,rate,10%\n');
    writeFileSync(join(own, 'People.csv'), 'Person,Team\nAmy,A\nBen,A\n');
    writeFileSync(join(own, '2026-02.csv'), 'Order,Order date,Owner,Amount\nB1,2026-02-02,Amy,900\n');
    writeFileSync(join(own, '2026-03.tsv'), 'Order\tOrder date\tOwner\tAmount\nA1\t2026-03-02\tAmy\t1,000.00\nA2\t02.03.2026\tBen\t500\n');
    const { text, code } = run('settle', 'values', '--period', '2026-03', '--out', 'values.xlsx');
    expect(code).toBe(0);
    expect(text).toMatch(/Amy .* 100 .*CNY/);
    expect(text).toMatch(/02\.03\.2026/);
    expect(Object.keys(unzipSync(readFileSync(join(folder, 'values.xlsx')))).filter((name) => name.includes('worksheets/')).length).toBeGreaterThan(4);
  });

  it('of other kinds say what they are', () => {
    writeFileSync(join(folder, 'old.xls'), Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]));
    writeFileSync(join(folder, 'open.ods'), zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }));
    const without = (file: string): { text: string; code: number | null } => {
      const { stdout, stderr, status } = spawnSync('node', [CLI, 'check', file], { cwd: folder, encoding: 'utf8', env: { ...process.env, LIBREOFFICE: '/nowhere' } });
      return { text: `${stdout}${stderr}`, code: status };
    };
    expect(without('old.xls')).toMatchObject({ code: 1, text: expect.stringMatching(/\.xls.*LibreOffice/) });
    expect(without('open.ods')).toMatchObject({ code: 1, text: expect.stringMatching(/\.ods.*LibreOffice/) });
  });
});
