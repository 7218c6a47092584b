import { excelOver, excelWords } from '../../workbench/office/excel';
import type { MemoryBook, MemorySheet } from './memory-grid';
import { memoryBook, memoryGrid } from './memory-grid';

/** An in-memory Excel: the workbench's Office.js over a grid in memory, whose requests are counted and can be made to fail. */
export interface FakeBook extends MemoryBook {
  /** The largest request, in cells, and how many there were. */
  largest: number;
  requests: number;
  /** The request that fails, counted from 1. */
  failAt?: number;
  undoGroups: number;
}

export function newBook(sheets: readonly MemorySheet[], names: readonly string[] = []): FakeBook {
  return { ...memoryBook(sheets, names), largest: 0, requests: 0, undoGroups: 0 };
}

/** Puts `Excel` and `Office` where the add-in looks for them. */
export function installExcel(book: FakeBook, supports: readonly string[] = []): void {
  const excel = excelOver(memoryGrid(book), (cells) => {
    book.requests += 1;
    book.largest = Math.max(book.largest, cells);
    if (book.failAt === book.requests) throw new Error('The request failed.');
  });
  const run = (first: unknown, second?: unknown): Promise<unknown> => {
    if (typeof first === 'object' && (first as { mergeUndoGroup?: boolean }).mergeUndoGroup === true) book.undoGroups += 1;
    return excel.run(first, second);
  };
  const supported = (set: string, version: string): boolean => supports.includes(`${set} ${version}`) || (set === 'ExcelApi' && Number(version.split('.')[1]) <= 13);
  Object.assign(globalThis, { Excel: { run, ...excelWords }, Office: { context: { requirements: { isSetSupported: supported } } } });
}
