import type { Exact } from '../../amount/exact';
import { exactToNumber } from '../../amount/text';
import type { Language, Message, MessageCode } from '../../locale/message';
import { render } from '../../locale/message';

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

export function amountCell(amount: Exact): number {
  return exactToNumber(amount);
}
