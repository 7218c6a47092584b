/// <reference lib="dom" />
import { saveFile } from '../../sidebar/parts/save-file';
import type { Language } from '../../core/locale/message';
import type { PaneHost } from '../office/globals';
import type { Grid } from '../office/grid';
import type { Baseline } from './save-workbook';
import { rememberWorkbook, saveWorkbook } from './save-workbook';
import { firstComputed, openSpreadsheet, speak } from './spreadsheet';
import type { Spreadsheet } from './spreadsheet';
import { TEXTS } from './texts';
import { univerGrid } from './univer-grid';
import { openWorkbook } from './workbook-data';
import './page.css';

const params = new URLSearchParams(location.search);
let language: Language = (params.get('lang') ?? navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

interface Open {
  readonly spreadsheet: Spreadsheet;
  readonly name: string;
  /** The file as it was opened. */
  readonly bytes: Uint8Array;
  /** What it held once its formulas had been computed. */
  readonly baseline: Promise<Baseline>;
  /** Whether it is the sample that the page begins with. */
  readonly isSample: boolean;
  /** Whether something was changed since it was opened or saved. */
  isChanged: boolean;
}

let open: Open | undefined;

/** Shows a workbook, and the pane beside it anew. */
function show(bytes: Uint8Array, name: string, isSample = false): void {
  const { data, counts1904 } = openWorkbook(bytes, language);
  // The spreadsheet takes the data for its own and changes it: what was read is kept apart.
  const read = structuredClone(Object.entries(data.sheets ?? {}).map(([id, sheet]) => ({ id, name: sheet.name ?? '', cellData: sheet.cellData ?? {} })));
  open?.spreadsheet.univer.dispose();
  element('grid').replaceChildren();
  const spreadsheet = openSpreadsheet('grid', data, language, isDark);
  const shown: Open = { spreadsheet, name, bytes, isSample, isChanged: false, baseline: firstComputed(spreadsheet).then(() => rememberWorkbook(spreadsheet, read)) };
  open = shown;
  const grid = univerGrid(spreadsheet, counts1904);
  grid.watch(() => (shown.isChanged = true));
  showPane(grid);
}

/** Opens the pane, over the same workbook, in the language of the page. */
function showPane(grid: Grid): void {
  const host: PaneHost = { grid, language, isDark, showPane: () => element('pane').classList.remove('hidden'), commands: new Map() };
  Object.assign(window, { meritsheet: host });
  element<HTMLIFrameElement>('pane').src = 'pane.html';
}

function element<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page lacks ${id}.`);
  return found as Kind;
}

function say(message: string): void {
  element('status').textContent = message;
}

async function openSample(): Promise<void> {
  const answer = await fetch(`sample-${language}.xlsx`);
  show(new Uint8Array(await answer.arrayBuffer()), `sample-${language}.xlsx`, true);
}

async function openFile(file: File): Promise<void> {
  if (!(await mayReplace())) return;
  try {
    show(new Uint8Array(await file.arrayBuffer()), file.name);
    say(TEXTS.opened[language].replace('{name}', file.name));
  } catch (error) {
    say(TEXTS.unreadable[language].replace('{name}', file.name).replace('{why}', error instanceof Error ? error.message : String(error)));
  }
}

/** Hands the workbook over as a download, under the name it was opened by. */
async function save(): Promise<void> {
  if (!open) return;
  try {
    saveFile({ name: open.name, bytes: saveWorkbook(open.spreadsheet, open.bytes, await open.baseline) });
    open.isChanged = false;
    say(TEXTS.saved[language].replace('{name}', open.name));
  } catch (error) {
    say(TEXTS.unsaved[language].replace('{name}', open.name).replace('{why}', error instanceof Error ? error.message : String(error)));
  }
}

/** Whether another workbook may take the place of the open one: somebody is asked where changes would be lost. */
async function mayReplace(): Promise<boolean> {
  if (open?.isChanged !== true) return true;
  const dialog = element<HTMLDialogElement>('unsaved');
  element('unsaved-title').textContent = TEXTS.unsavedTitle[language].replace('{name}', open.name);
  dialog.returnValue = '';
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  if (dialog.returnValue === 'save') await save();
  return dialog.returnValue === 'save' || dialog.returnValue === 'go on';
}

/** The page in the other language. The workbook stays as it is; only a sample that nobody has touched is exchanged. */
async function switchLanguage(): Promise<void> {
  language = language === 'zh' ? 'en' : 'zh';
  history.replaceState(null, '', `?lang=${language}`);
  sayAll();
  if (!open || (open.isSample && !open.isChanged)) {
    await openSample();
    return;
  }
  speak(open.spreadsheet, language);
  showPane((window as unknown as { readonly meritsheet: PaneHost }).meritsheet.grid);
}

const WORDS = [['sample', 'sample'], ['open', 'open'], ['save', 'save'], ['toggle', 'pane'], ['language', 'language'], ['save-first', 'saveFirst'], ['go-on', 'goOn'], ['stay', 'stay']] as const;

function sayAll(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US';
  for (const [id, key] of WORDS) element(id).textContent = TEXTS[key][language];
}

function start(): void {
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  sayAll();
  element<HTMLIFrameElement>('pane').title = 'Meritsheet';
  const chooser = element<HTMLInputElement>('file');
  element('sample').addEventListener('click', () => void mayReplace().then((may) => (may ? openSample() : undefined)));
  element('open').addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    chooser.value = '';
    if (file) void openFile(file);
  });
  element('save').addEventListener('click', () => void save());
  element('toggle').addEventListener('click', () => element('pane').classList.toggle('hidden'));
  element('language').addEventListener('click', () => void switchLanguage());
  window.addEventListener('beforeunload', (event) => {
    if (open?.isChanged === true) event.preventDefault();
  });
  void openSample();
}

start();
