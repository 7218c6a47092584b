/// <reference types="office-js" />
import type { Cell, Merge, RangeSource } from '../core/table/cell';
import { newSheetCells } from '../core/table/sheet-cells';
import { schemas, tableKinds } from '../core/table/schema';
import type { WorkOptions } from '../host-port/change';
import { chunkRows, stopIfCancelled } from '../host-port/change';
import type { BookName, ReadBook } from '../host-port/commands';
import { areaOfReference } from '../host-port/reference';

/** The serial of 1 January 2000 in the 1900 system; in the 1904 system it is 1462 less. */
const SERIAL_OF_2000 = 36526;

/** The used cells of every visible sheet (and of hidden ones that a name of ours points to), in chunks that no host refuses, and the workbook's names. */
export async function readBook(context: Excel.RequestContext, options: WorkOptions): Promise<ReadBook> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name,items/formula');
  tables.load('items/name');
  // Excel does not say which date system a workbook has; the serial of a known day does.
  const known = context.workbook.functions.date(2000, 1, 1);
  known.load('value');
  await context.sync();
  const serialShift = SERIAL_OF_2000 - known.value;
  const own = await namesOf(context, names.items, tables.items);
  const pointedTo = new Set(own.filter(({ name }) => isTableName(name)).flatMap(({ area, refersTo }) => area?.sheet ?? sheetsIn(refersTo)));
  const used = worksheets.items.map((sheet) => {
    const isHidden = sheet.visibility !== 'Visible';
    const range = isHidden && !pointedTo.has(sheet.name) ? undefined : sheet.getUsedRangeOrNullObject(true);
    range?.load('rowIndex,columnIndex,rowCount,columnCount');
    const merged = Office.context.requirements.isSetSupported('ExcelApi', '1.13') ? range?.getMergedAreasOrNullObject() : undefined;
    merged?.load('address');
    return { sheet, name: sheet.name, range, merged, isHidden };
  });
  await context.sync();
  const sources: RangeSource[] = [];
  for (const { sheet, name, range, merged, isHidden } of used) {
    const cells = newSheetCells(serialShift);
    if (range && !range.isNullObject) await readCells(context, { sheet, range, cells, options });
    const merges = merged && !merged.isNullObject ? mergesIn(merged.address) : [];
    sources.push(cells.source({ sheet: name, serialShift, merges, isHidden }));
  }
  return { sheets: sources, names: own };
}

interface ToRead {
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  readonly cells: ReturnType<typeof newSheetCells>;
  readonly options: WorkOptions;
}

/** A sheet larger than this has a stray cell far out: what lies beyond a long run of blank rows is left alone. */
const [MOST_CELLS, LOOKED_AT, BLANK_ROWS] = [4000000, 60, 20000];

async function readCells(context: Excel.RequestContext, { sheet, range, cells, options }: ToRead): Promise<void> {
  const { rowIndex, columnIndex, rowCount } = range;
  const isVast = rowCount * range.columnCount > MOST_CELLS;
  let [columnCount, widest, lastFilled] = [range.columnCount, 0, 0];
  const chunks = isVast ? [{ first: 0, count: Math.min(LOOKED_AT, rowCount) }] : chunkRows(rowCount, columnCount);
  for (let index = 0; index < chunks.length; index += 1) {
    const { first, count } = chunks[index] ?? { first: 0, count: 0 };
    const chunk = sheet.getRangeByIndexes(rowIndex + first, columnIndex, count, columnCount);
    chunk.load('values,numberFormat');
    stopIfCancelled(options);
    // A request may hold 5 MB: each chunk is one of its own.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    const [values, formats] = [chunk.values as Cell[][], chunk.numberFormat as string[][]];
    values.forEach((row, y) =>
      row.forEach((value, x) => {
        if (value === '' || value === null) return;
        cells.put({ row: rowIndex + first + y + 1, column: columnIndex + x + 1, value, format: formats[y]?.[x] });
        [widest, lastFilled] = [Math.max(widest, x + 1), Math.max(lastFilled, first + y)];
      }),
    );
    if (!isVast) continue;
    if (index === 0) {
      columnCount = Math.max(1, widest);
      chunks.push(...chunkRows(rowCount - count, columnCount).map((one) => ({ ...one, first: one.first + count })));
    } else if (first + count - lastFilled > BLANK_ROWS) return;
  }
}

function mergesIn(addresses: string): Merge[] {
  return addresses.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((address): Merge[] => {
    const area = areaOfReference(address.trim());
    return area ? [{ row: area.row, column: area.column, rows: area.rows, columns: area.columns }] : [];
  });
}

/** Names of the workbook, and its tables that are called like one of ours. */
async function namesOf(context: Excel.RequestContext, names: readonly Excel.NamedItem[], tables: readonly Excel.Table[]): Promise<BookName[]> {
  const ranges = names.map(({ name, formula }): BookName => {
    const area = areaOfReference(String(formula));
    return area ? { name, area } : { name, refersTo: String(formula) };
  });
  const wanted = tables.filter(({ name }) => isTableName(name) || ranges.some(({ refersTo }) => refersTo?.toLowerCase().includes(`${name.toLowerCase()}[`) === true)).map((table) => {
    const range = table.getRange();
    range.load('address');
    return { name: table.name, range };
  });
  if (wanted.length > 0) await context.sync();
  const areas = new Map(wanted.map(({ name, range }) => [name, areaOfReference(range.address)]));
  return [...ranges, ...tables.map(({ name }): BookName => {
    const area = areas.get(name);
    return area ? { name, area } : { name };
  })];
}

const OWN_NAMES = new Set(tableKinds.flatMap((kind) => [schemas[kind].range, schemas[kind].en, schemas[kind].zh].map((name) => name.toLowerCase())));

function isTableName(name: string): boolean {
  return OWN_NAMES.has(name.toLowerCase());
}

/** The sheets that a formula of a name speaks of. */
function sheetsIn(formula = ''): string[] {
  return [...formula.matchAll(/'((?:[^']|'')+)'!|([^\s'!(),=]+)!/g)].map(([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? '');
}
