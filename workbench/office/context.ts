import type { Grid } from './grid';

/** Called before a request is carried out, with the cells it moves: a test makes requests fail here. */
export type OnRequest = (cells: number) => void;

/** Whether what happens in the grid is the add-in's own doing. */
let acting = false;

/** Whether a change of the grid is the doing of the add-in's own request. */
export function isActing(): boolean {
  return acting;
}

/** Gathers what is asked for until it is sent. */
export class Context {
  readonly queue: (() => void)[] = [];
  cells = 0;
  constructor(readonly grid: Grid, readonly onRequest: OnRequest) {}
  async sync(): Promise<void> {
    if (this.queue.length === 0) return;
    const actions = this.queue.splice(0);
    const cells = this.cells;
    this.cells = 0;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.onRequest(cells);
    acting = true;
    try {
      for (const action of actions) action();
    } finally {
      acting = false;
    }
  }
}

/** An object whose properties are there only once they were asked for and a sync has passed. */
export class Loadable {
  private readonly loaded = new Map<string, unknown>();
  constructor(readonly context: Context) {}
  protected act(action: () => void): void {
    this.context.queue.push(action);
  }
  protected loadFrom(names: string, read: (name: string) => unknown): void {
    for (const name of names.split(',')) this.act(() => this.keep(name, read(name)));
  }
  keep(name: string, value: unknown): void {
    this.loaded.set(name, value);
  }
  protected known<Value>(name: string): Value {
    if (!this.loaded.has(name)) throw new Error(`The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()".`);
    return this.loaded.get(name) as Value;
  }
}
