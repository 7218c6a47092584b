/// <reference lib="dom" />
import type { RangeSource } from '../core/table/cell';
import { stopIfCancelled } from '../host-port/change';
import type { BookName } from '../host-port/commands';
import type { Area, OwnFormula, Workbook } from '../host-port/workbook';
import { showSidebar } from '../sidebar/app';
import type { Request } from './serve';

/** What Google puts into the page of a sidebar. */
interface Runner {
  readonly withSuccessHandler: (done: (answer: string) => void) => Runner;
  readonly withFailureHandler: (failed: (why: Error) => void) => Runner;
  readonly meritsheetServe: (request: string) => void;
}
declare const google: { readonly script: { readonly run: Runner } };

function ask<Value>(request: Request): Promise<Value> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((text) => {
        const { value, error } = JSON.parse(text) as { readonly value?: Value; readonly error?: string };
        if (error === undefined) resolve(value as Value);
        else reject(new Error(error));
      })
      .withFailureHandler(reject)
      .meritsheetServe(JSON.stringify(request));
  });
}

/** The spreadsheet behind the port: each request is a call of the script, which alone may touch cells. */
const sheetsWorkbook: Workbook = {
  read: async (options) => {
    const { sheets: all, names } = await ask<{ readonly sheets: readonly string[]; readonly names: readonly BookName[] }>({ ask: 'sheets' });
    const sheets: RangeSource[] = [];
    for (const name of all) {
      stopIfCancelled(options);
      const source = await ask<RangeSource | null>({ ask: 'sheet', name });
      if (source) sheets.push(source);
    }
    return { sheets, names };
  },
  apply: async (changes, { language }) => void (await ask({ ask: 'apply', changes, language })),
  formulas: () => ask<readonly OwnFormula[]>({ ask: 'formulas' }),
  selection: () => ask<Area>({ ask: 'selection' }),
  goTo: async (area) => void (await ask({ ask: 'go to', area })),
  // A sidebar is not told of edits: it reads again when a person asks for it, and before it writes cells are looked at.
  watch: () => Promise.resolve(),
};

/** The engine's thread, from the text that the build has put into the page. */
function makeWorker(): Worker {
  const text = document.getElementById('desk')?.textContent ?? '';
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
}

showSidebar(document, {
  workbook: sheetsWorkbook,
  makeWorker,
  language: (document.documentElement.dataset['language'] ?? navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
});
