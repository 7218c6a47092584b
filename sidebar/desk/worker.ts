/// <reference lib="webworker" />
import type { Language } from '../../core/locale/message';
import type { Cell, Range, RangeSource } from '../../core/table/cell';
import type { BookName } from '../../host-port/commands';
import type { Question } from './answers';
import { answer } from './answers';
import type { Desk } from './desk';
import { openDesk } from './desk';

/** What the pane sends: a workbook sheet by sheet, some rows at a time, then questions. */
export type ToDesk =
  | { readonly kind: 'sheet'; readonly source: Omit<RangeSource, 'cells'> }
  | { readonly kind: 'rows'; readonly cells: Range }
  | { readonly kind: 'open'; readonly names: readonly BookName[]; readonly language: Language }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question; readonly params: unknown };

/** What comes back. */
export type FromDesk =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'mistake'; readonly id: number; readonly message: string };

const sheets: (RangeSource & { readonly cells: (readonly Cell[])[] })[] = [];
let desk: Desk = openDesk({ sheets: [], names: [] }, 'en');

const send = (message: FromDesk): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToDesk>): void => {
  switch (data.kind) {
    case 'sheet':
      sheets.push({ ...data.source, cells: [] });
      return;
    case 'rows':
      for (const row of data.cells) sheets[sheets.length - 1]?.cells.push(row);
      return;
    case 'open':
      desk = openDesk({ sheets: sheets.splice(0), names: data.names }, data.language);
      return;
    case 'ask':
      try {
        const value = answer(desk, data.question, data.params as never, (share) => send({ kind: 'progress', id: data.id, share }));
        send({ kind: 'answer', id: data.id, value });
      } catch (error) {
        send({ kind: 'mistake', id: data.id, message: error instanceof Error ? error.message : String(error) });
      }
  }
};
