import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { call } from '../core/catalogue/call';
import type { Cell } from '../core/table/cell';
import { sampleWorkbook } from '../sample/workbook';
import { openDesk } from '../sidebar/desk/desk';
import { overview } from '../sidebar/desk/overview';
import { preview } from '../sidebar/desk/settlement';
import { measure } from './measure';

/** A rules table of 100 rows and 8 columns: ten plans of nine tiers. */
function rulesTable(): Cell[][] {
  const header: Cell[] = ['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value'];
  const rows = Array.from({ length: 99 }, (_, index): Cell[] => (index < 10 ? [`P${index}`, '', '', '', 'tier mode', '', '', 'marginal'] : [`P${index % 10}`, '', '', '', 'tier', '', index * 1000, index / 1000]));
  return [header, ...rows];
}

function microseconds(work: (index: number) => void, times: number): number {
  const began = performance.now();
  for (let index = 0; index < times; index += 1) work(index);
  return ((performance.now() - began) * 1000) / times;
}

/** What the sidebar's thread takes to lay 50,000 orders out, preview a settlement, and try another rate. */
function benchDesk(): void {
  const sheets = sampleWorkbook({ language: 'en', lines: 50000 }).map(({ name, cells }) => ({ cells, origin: { sheet: name, row: 1, column: 1 } }));
  let desk = openDesk({ sheets: [], names: [] }, 'en');
  const seconds = (work: () => void): string => `${measure(work).seconds.toFixed(2)} s`;
  console.log(`50,000 orders laid out for the sidebar: ${seconds(() => void overview((desk = openDesk({ sheets, names: [] }, 'en'))))}`);
  console.log(`the first preview: ${seconds(() => void preview(desk, { period: '2026-03' }))}, the next: ${seconds(() => void preview(desk, { period: '2026-03' }))}`);
}

/** What the check of the sample workbook costs, as processor time: the first call of a process, and the middle of ten more. */
function benchCheck(): void {
  const json = JSON.stringify(sampleWorkbook({ language: 'en' }).map(({ cells }) => cells));
  const milliseconds = (): number => {
    const tables = JSON.parse(json) as Cell[][][];
    const before = process.cpuUsage();
    call('CHECKTABLES', tables);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = milliseconds();
  const warm = Array.from({ length: 10 }, milliseconds).sort((a, b) => a - b);
  console.log(`CHECKTABLES of the sample workbook: ${first.toFixed(0)} ms of processor time first, then ${(warm[5] ?? 0).toFixed(0)} ms (best ${(warm[0] ?? 0).toFixed(0)} ms)`);
}

/** Prints what the hosts feel: one warm call with a rules table, the time to evaluate the script for Sheets, the chunks' sizes. */
export function benchHosts(): void {
  benchCheck();
  benchDesk();
  const rules = rulesTable();
  const warm = (index: number): void => void call('COMMISSION', [150000 + index, rules, 'P3']);
  microseconds(warm, 20000);
  console.log(`COMMISSION with a 100 × 8 rules table, warm: ${microseconds(warm, 5000).toFixed(1)} µs, as a fresh copy: ${microseconds((index) => void call('COMMISSION', [150000 + index, rules.map((row) => [...row]), 'P3']), 2000).toFixed(1)} µs`);
  for (const file of ['dist/sheets/Core.js', 'dist/excel/functions.js', 'dist/excel/engine.js']) {
    if (!existsSync(file)) {
      console.log(`${file} is not built: npm run build`);
      continue;
    }
    const source = readFileSync(file, 'utf8');
    console.log(`${file}: ${(gzipSync(source, { level: 9 }).length / 1024).toFixed(0)} KB gzip`);
    if (!file.includes('sheets')) continue;
    const times = Array.from({ length: 15 }, () => {
      const context = vm.createContext({});
      const began = performance.now();
      vm.runInContext(source, context);
      return performance.now() - began;
    }).sort((a, b) => a - b);
    console.log(`${file} in a fresh context: ${(times[7] ?? 0).toFixed(1)} ms (median of 15)`);
  }
}
