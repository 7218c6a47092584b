import type { Exact } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { ratioToNumber } from '../amount/ratio';
import { exactToNumber } from '../amount/text';
import type { Language, Message, MessageCode } from '../locale/message';
import { render } from '../locale/message';
import type { Issue } from './issue';
import { issueLine } from './issue';

/** A table of results: a header row and rows of plain numbers and text. */
export type ResultTable = (string | number)[][];

export function headerRow(codes: readonly MessageCode[], language: Language): string[] {
  return codes.map((code) => render({ code }, language));
}

export function words(message: string | Message, language: Language): string {
  return typeof message === 'string' ? message : render(message, language);
}

/** Reasons joined into one cell. */
export function reasons(messages: readonly Message[], language: Language): string {
  return messages.map((message) => render(message, language)).join(language === 'zh' ? '；' : '; ');
}

/** A fraction as a cell: its nearest double; blank where there is none. */
export function ratioCell(value: Ratio | undefined): number | string {
  return value ? ratioToNumber(value) : '';
}

/** An exact number as a cell; blank where there is none. */
export function exactCell(value: Exact | undefined): number | string {
  return value ? exactToNumber(value) : '';
}

export function amountCell(amount: Exact): number {
  return exactToNumber(amount);
}

/** The row that says how many rows were not used, and why the first was not. */
export function unusedRow(unused: readonly Issue[], width: number, language: Language): ResultTable {
  const [first] = unused;
  if (!first) return [];
  return [[render({ code: 'row.unused', params: { count: unused.length } }, language), issueLine(first, language), ...Array.from({ length: Math.max(0, width - 2) }, () => '')]];
}
