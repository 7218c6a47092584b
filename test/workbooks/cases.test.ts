import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Expected } from './expected';
import { crafted, workbooks } from './expected';

const CLI = join(__dirname, '../../dist/cli/meritsheet.js');
const CASES = join(__dirname, '../cases');
/** Far longer than any workbook takes: what is not answered by then hangs. */
const HANGS_MS = 20000;

interface Run {
  readonly text: string;
  readonly code: number | null;
}

function run(...args: readonly string[]): Run {
  const { stdout, stderr, status } = spawnSync('node', ['--max-old-space-size=220', CLI, ...args], { encoding: 'utf8', timeout: HANGS_MS });
  return { text: `${stdout}${stderr}`, code: status };
}

/** What each person is paid: the figure before the currency. */
function payOf(text: string): Record<string, number> {
  const rows = text.split('\n').flatMap((line) => {
    const [, name = '', figures = ''] = /^20\d\d-\d\d +(\S+) (.*?) *CNY/.exec(line) ?? [];
    const last = figures.trim().split(/\s{2,}/).pop() ?? '';
    // Columns without any figure are not printed.
    return name === '' ? [] : [[name, /^-?[\d,]+(?:\.\d+)?$/.test(last) ? Number(last.replaceAll(',', '')) : 0] as const];
  });
  return Object.fromEntries(rows);
}

/** Each person's score, out of the summary. */
function scoresOf(text: string): Record<string, number> {
  const rows = text.split('\n').flatMap((line) => {
    const [, name = '', score = ''] = /^20\S* +(\S+) +(\d+(?:\.\d+)?)/.exec(line) ?? [];
    return name === '' ? [] : [[name, Number(score)] as const];
  });
  return Object.fromEntries(rows);
}

function holds(folder: string, name: string, expected: Expected): void {
  const file = join(CASES, folder, `${name}.xlsx`);
  const command = expected.scores ? 'score' : 'settle';
  const done = run(command, file, '--period', expected.period ?? '2026-03');
  const checked = run('check', file);
  for (const one of [done, checked]) {
    expect(one.text).not.toMatch(/mistake of its own|\n\s+at |undefined|FATAL/);
    expect([0, 1]).toContain(one.code);
  }
  if (expected.refused) {
    expect([done.code, checked.code]).toEqual([1, 1]);
    for (const pattern of expected.refused) expect(done.text).toMatch(pattern);
  }
  if (expected.pay) expect(payOf(done.text)).toMatchObject(expected.pay);
  if (expected.scores) expect(scoresOf(done.text)).toMatchObject(expected.scores);
  for (const pattern of expected.told ?? []) expect(checked.text).toMatch(pattern);
  for (const pattern of expected.silent ?? []) expect(`${done.text}${checked.text}`).not.toMatch(pattern);
}

describe.each([['workbooks', workbooks], ['crafted', crafted]] as const)('%s', (folder, expectations) => {
  it('has what is right written down for every file', () => {
    expect(Object.keys(expectations).sort()).toEqual(readdirSync(join(CASES, folder)).filter((name) => name.endsWith('.xlsx')).map((name) => name.replace('.xlsx', '')).sort());
  });

  it.each(Object.entries(expectations))('%s', (name, expected) => holds(folder, name, expected));
});
