/// <reference lib="dom" />
import type { Language } from '../../core/locale/message';
import type { ReadBook } from '../../host-port/commands';
import type { Answered, Asked, Question } from './answers';
import type { FromDesk, ToDesk } from './worker';

/** Makes the thread in which the engine runs. */
export type MakeWorker = () => Worker;

/** Work that was called off. */
export class CalledOff extends Error {}

/** Rows that are copied across in one go: some milliseconds' work. */
const ROWS_AT_ONCE = 2000;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (why: Error) => void;
  readonly progress: ((share: number) => void) | undefined;
}

/** The desk on the other side of a thread: asked with promises, called off by ending the thread. */
export class DeskClient {
  private worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private book: ReadBook = { sheets: [], names: [] };
  private language: Language = 'en';
  private asked = 0;

  constructor(private readonly makeWorker: MakeWorker) {
    this.worker = this.begin();
  }

  private begin(): Worker {
    const worker = this.makeWorker();
    worker.onmessage = ({ data }: MessageEvent<FromDesk>) => this.hear(data);
    worker.onerror = (event) => this.endAll(new Error(event.message));
    return worker;
  }

  private hear(message: FromDesk): void {
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    if (message.kind === 'progress') {
      waiting.progress?.(message.share);
      return;
    }
    this.waiting.delete(message.id);
    if (message.kind === 'answer') waiting.resolve(message.value);
    else waiting.reject(new Error(message.message));
  }

  private endAll(why: Error): void {
    for (const { reject } of this.waiting.values()) reject(why);
    this.waiting.clear();
  }

  private tell(message: ToDesk): void {
    this.worker.postMessage(message);
  }

  /** Lays a workbook on the desk, some rows at a time so that neither pane nor sheet ever stands still for long. */
  async open(book: ReadBook, language: Language): Promise<void> {
    this.book = book;
    this.language = language;
    for (const { cells, ...source } of book.sheets) {
      this.tell({ kind: 'sheet', source });
      for (let first = 0; first < cells.length; first += ROWS_AT_ONCE) {
        this.tell({ kind: 'rows', cells: cells.slice(first, first + ROWS_AT_ONCE) });
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
    this.tell({ kind: 'open', names: book.names, language });
  }

  ask<Q extends Question>(question: Q, params: Asked<Q>, progress?: (share: number) => void): Promise<Answered<Q>> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      this.tell({ kind: 'ask', id, question, params });
    });
  }

  /** Ends what is being worked on; the workbook is laid out anew. */
  async callOff(): Promise<void> {
    this.worker.terminate();
    this.endAll(new CalledOff());
    this.worker = this.begin();
    await this.open(this.book, this.language);
  }
}
