import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { AbortablePromise } from 'jsdom';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import { call } from '../../core/catalogue/call';
import { catalogue } from '../../core/catalogue/catalogue';
import type { Argument, FunctionEntry, Value } from '../../core/catalogue/function-entry';
import { functionsJson } from '../../excel-addin/functions-metadata';

const root = join(__dirname, '../..');
const built = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

/** What a host gives for a call: the value, or the error's text. */
type Outcome = { readonly value: Value } | { readonly error: string };

const pages: JSDOM[] = [];
afterAll(() => pages.forEach(({ window }) => window.close()));

/** Serves Microsoft's own runtime script, and our built chunks, as the folder to host would. */
class Folder extends ResourceLoader {
  override fetch(url: string): AbortablePromise<Buffer> {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const path = name === 'custom-functions-runtime.js' ? join(root, 'node_modules/@microsoft/office-js/dist', name) : join(root, 'dist/excel', name);
    return Object.assign(existsSync(path) ? Promise.resolve(readFileSync(path)) : Promise.reject(new Error(`${name} is not in the folder`)), { abort: () => undefined });
  }
}

/** Excel: the runtime script in a page, and the built chunk that gives it our handlers. */
async function excelHost(): Promise<(name: string, args: readonly Argument[]) => Promise<Outcome>> {
  const html = ['custom-functions-runtime.js', 'functions.js'].map((source) => `<script src="https://localhost:3000/${source}"></script>`).join('');
  // Without Excel around it, Microsoft's script waits in vain for the rest of Office.js: its complaints are not ours.
  const page = new JSDOM(`<!doctype html><html><head>${html}</head><body></body></html>`, { runScripts: 'dangerously', resources: new Folder(), url: 'https://localhost:3000/taskpane.html', virtualConsole: new VirtualConsole() });
  pages.push(page);
  await new Promise((resolve) => page.window.addEventListener('load', resolve));
  const mappings = page.window.eval('CustomFunctions._association.mappings') as Record<string, (...args: unknown[]) => Value | Promise<Value>>;
  expect(Object.keys(mappings).sort()).toEqual(catalogue.map(({ name }) => name).sort());
  return async (name, args) => {
    const entry = catalogue.find((one) => one.name === name);
    if (!entry) throw new Error(name);
    try {
      const value = (await mappings[name]?.(...excelArguments(entry, args), { functionName: name })) as readonly (readonly (string | number)[])[];
      return { value: value.length === 1 && value[0]?.length === 1 ? (value[0][0] ?? '') : value };
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return { error: `${code} ${message}` };
    }
  };
}

/** The arguments as Excel hands them over: ranges as matrices, what was left out as null, the tables of a repeating parameter in one list. */
function excelArguments({ parameters }: FunctionEntry, args: readonly Argument[]): unknown[] {
  return parameters.map(({ repeated, shaped, kind }, index) => {
    if (repeated) return args.slice(index).map(matrix);
    const argument = args[index];
    if (argument === undefined || argument === null) return null;
    return shaped || kind === 'range' || kind === 'period' ? matrix(argument) : argument;
  });
}

function matrix(argument: Argument): unknown[][] {
  if (!Array.isArray(argument)) return [[argument]];
  return argument.map((row) => (Array.isArray(row) ? [...row] : [row]));
}

/** Google Sheets: the files that clasp pushes, in a context that has the language and nothing else. */
function sheetsHost(): (name: string, args: readonly Argument[]) => Outcome {
  const context = vm.createContext({});
  vm.runInContext(built('sheets/Core.js'), context);
  vm.runInContext(built('sheets/Functions.js'), context);
  return (name, args) => {
    try {
      // Sheets leaves out what is left out at the end and hands over "" in between.
      const given = args.map((argument) => (argument === null || argument === undefined ? '' : argument));
      return { value: JSON.parse(vm.runInContext(`JSON.stringify(${name}(...${JSON.stringify(given)}))`, context)) as Value };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
}

function commandLine(name: string, args: readonly Argument[]): Outcome {
  const { stdout } = spawnSync('node', [join(root, 'dist/cli/meritsheet.js'), 'call', name], { input: JSON.stringify(args), encoding: 'utf8' });
  const parsed = JSON.parse(stdout) as Value | { error: string; message: string };
  return typeof parsed === 'object' && 'error' in parsed ? { error: `${parsed.error} ${parsed.message}` } : { value: parsed as Value };
}

const sheets = sheetsHost();
let excel: Awaited<ReturnType<typeof excelHost>>;
beforeAll(async () => {
  excel = await excelHost();
});
const examples = catalogue.flatMap((entry) => entry.examples.map((example, index) => [`${entry.name} ${index + 1}`, entry.name, example] as const));

describe('every example of the catalogue', () => {
  it.each(examples)('%s gives the same in core, Excel, Sheets and on the command line', async (_label, name, { args, result }) => {
    expect(call(name, args)).toEqual({ ok: true, value: result });
    expect(await excel(name, args)).toEqual({ value: result });
    expect(sheets(name, args)).toEqual({ value: result });
    expect(commandLine(name, args)).toEqual({ value: result });
  });
});

describe('every error', () => {
  it.each<[string, Argument[]]>([
    ['TIERPAY', ['many', [[0, 0.05]]]],
    ['KPISCORE', [5, 0]],
    ['SETTLE', ['2026-03', 'summary', [['Plan', 'Rule', 'Value'], ['P', 'rate', '5%']]]],
    ['COMMISSION', [1000, [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'tier', '', 0, '5%']], 'Q']],
  ])('of %s carries the same text', async (name, args) => {
    const own = call(name, args);
    const text = own.ok ? '' : own.error.message;
    expect(text.length).toBeGreaterThan(10);
    expect(await excel(name, args)).toEqual({ error: own.ok ? '' : `${own.error.error} ${text}` });
    expect(sheets(name, args)).toEqual({ error: text });
    expect(commandLine(name, args)).toEqual({ error: own.ok ? '' : `${own.error.error} ${text}` });
  });
});

describe('what hosts hand over', () => {
  it('error cells and data types of Excel become what they show', async () => {
    expect(await excel('ALLOCATE', [100, [[1, { type: 'Double', basicValue: 3 } as unknown as number]]])).toEqual({ value: [[25, 75]] });
    expect(await excel('ALLOCATE', [100, [[1, { code: '#REF!', type: 'Error' } as unknown as number]]])).toEqual({ error: expect.stringContaining('#REF!') });
  });

  it('dates of Sheets are read in the spreadsheet’s own time zone', () => {
    const context = vm.createContext({});
    vm.runInContext(built('sheets/Core.js'), context);
    vm.runInContext(built('sheets/Functions.js'), context);
    const asked: string[] = [];
    // A New York sheet: midnight of 5 March there is 05:00 in UTC.
    Object.assign(context, {
      SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => 'America/New_York' }) },
      Utilities: { formatDate: (date: Date, zone: string) => (asked.push(zone), new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date)) },
    });
    const value = vm.runInContext(`FXRATE([['Date','Currency','Rate'],[new Date('2026-03-05T05:00:00Z'),'USD',7.1],[new Date('2026-03-06T05:00:00Z'),'USD',7.2]], 'USD', '2026-03-05')`, context) as number;
    expect([value, asked[0]]).toEqual([7.1, 'America/New_York']);
    expect(vm.runInContext(`TIERPAY(150000, [[0,0.05]])`, context)).toBe(7500);
  });
});

describe('functions.json', () => {
  it.each(['en', 'zh'] as const)('names every function and handler in %s, within the limits of Excel', (language) => {
    const { functions } = functionsJson(language);
    expect(functions.map(({ id }) => id)).toEqual(catalogue.map(({ name }) => name));
    for (const { id, name, description, parameters } of functions) {
      expect(`${id} ${name}`).toMatch(/^[A-Z]{3,64} [A-Z]{3,64}$/);
      for (const text of [description, ...parameters.map((one) => one.description)]) expect(text.length).toBeLessThanOrEqual(1024);
      expect(parameters.length).toBeLessThanOrEqual(128);
      parameters.forEach(({ optional }, index) => expect(optional !== true || parameters.slice(index).every((later) => later.optional === true || later.repeating === true)).toBe(true));
    }
  });
});

describe('sizes', () => {
  it('the chunk that Excel loads first is small: 60 KB packed', () => {
    expect(gzipSync(built('excel/functions.js'), { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
  });
});
