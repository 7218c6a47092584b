import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { tablesAmong } from '../host-port/commands';
import { readWorkbook } from '../workbench/xlsx/read-workbook';
import { newWorkbook } from '../xlsx/new-workbook';

const [ROWS, COLUMNS] = [50000, 25];
const HEADERS = ['Order', 'Order date', 'Owner', 'Customer', 'Product', 'Amount', 'Currency', 'Quantity'];

/** 50,000 × 25 cells of orders, half texts and half numbers. */
function ordersFile(): Uint8Array {
  const header = Array.from({ length: COLUMNS }, (_, column) => HEADERS[column] ?? `Further ${column + 1}`);
  const rows = Array.from({ length: ROWS }, (_, row) => [`PO-${row}`, `2026-0${1 + (row % 9)}-${String(1 + (row % 28)).padStart(2, '0')}`, row % 2 === 0 ? 'Amy' : 'Ben', `Customer ${row % 300}`, `Product ${row % 50}`, 100 + row / 8, 'CNY', row % 90, ...Array.from({ length: COLUMNS - 8 }, (__, column) => (column % 2 === 0 ? row + column / 4 : `note ${(row + column) % 1000}`))]);
  return newWorkbook([{ name: 'Orders', rows: [header, ...rows] }]);
}

/** Prints what reading a large workbook takes, until its tables are there. Memory is that of the whole process, the writing of the file aside. */
export async function benchReading(path: string | undefined): Promise<void> {
  if (path === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
    writeFileSync(join(folder, 'large.xlsx'), ordersFile());
    console.log(`Written: run again with \`npm run bench -- read ${join(folder, 'large.xlsx')}\`; the folder is yours to delete.`);
    return;
  }
  const before = process.cpuUsage();
  const began = performance.now();
  const tables = tablesAmong(await readWorkbook(path));
  const { user, system } = process.cpuUsage(before);
  console.log(`${tables.byKind.get('orders')?.length ?? 0} rows read and made a table of: ${((performance.now() - began) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time`);
}
