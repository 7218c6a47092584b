/// <reference lib="dom" />
import { saveFile } from '../../sidebar/parts/save-file';
import type { Language } from '../../core/locale/message';
import type { PaneHost } from '../office/globals';
import type { Baseline } from './save-workbook';
import { rememberWorkbook, saveWorkbook } from './save-workbook';
import { firstComputed, openSpreadsheet } from './spreadsheet';
import type { Spreadsheet } from './spreadsheet';
import { TEXTS } from './texts';
import { univerGrid } from './univer-grid';
import { openWorkbook } from './workbook-data';
import './page.css';

const params = new URLSearchParams(location.search);
const language: Language = (params.get('lang') ?? navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

interface Open {
  readonly spreadsheet: Spreadsheet;
  readonly name: string;
  /** The file as it was opened. */
  readonly bytes: Uint8Array;
  /** What it held once its formulas had been computed. */
  readonly baseline: Promise<Baseline>;
}

let open: Open | undefined;

/** Shows a workbook, and the pane beside it anew. */
function show(bytes: Uint8Array, name: string): void {
  const { data, counts1904 } = openWorkbook(bytes, language);
  // The spreadsheet takes the data for its own and changes it: what was read is kept apart.
  const read = structuredClone(Object.entries(data.sheets ?? {}).map(([id, sheet]) => ({ id, name: sheet.name ?? '', cellData: sheet.cellData ?? {} })));
  open?.spreadsheet.univer.dispose();
  element('grid').replaceChildren();
  const spreadsheet = openSpreadsheet('grid', data, language, isDark);
  open = { spreadsheet, name, bytes, baseline: firstComputed(spreadsheet).then(() => rememberWorkbook(spreadsheet, read)) };
  const host: PaneHost = { grid: univerGrid(spreadsheet, counts1904), language, isDark, showPane: () => element('pane').classList.remove('hidden'), commands: new Map() };
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
  show(new Uint8Array(await answer.arrayBuffer()), `sample-${language}.xlsx`);
}

async function openFile(file: File): Promise<void> {
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
    say(TEXTS.saved[language].replace('{name}', open.name));
  } catch (error) {
    say(TEXTS.unsaved[language].replace('{name}', open.name).replace('{why}', error instanceof Error ? error.message : String(error)));
  }
}

function start(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US';
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  for (const [id, key] of [['sample', 'sample'], ['open', 'open'], ['save', 'save'], ['toggle', 'pane'], ['language', 'language']] as const) element(id).textContent = TEXTS[key][language];
  element<HTMLIFrameElement>('pane').title = 'Meritsheet';
  const chooser = element<HTMLInputElement>('file');
  element('sample').addEventListener('click', () => void openSample());
  element('open').addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    chooser.value = '';
    if (file) void openFile(file);
  });
  element('save').addEventListener('click', () => void save());
  element('toggle').addEventListener('click', () => element('pane').classList.toggle('hidden'));
  element('language').addEventListener('click', () => location.assign(`?lang=${language === 'zh' ? 'en' : 'zh'}`));
  void openSample();
}

start();
