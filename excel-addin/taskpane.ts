/// <reference lib="dom" />
/// <reference types="office-js" />
import { showSidebar } from '../sidebar/app';
import type { PageName } from '../sidebar/pane';
import { excelWorkbook } from './excel-workbook';

/** The ribbon's commands, by the names that the manifest gives them, and the page each opens. */
export const COMMANDS: Readonly<Record<string, PageName>> = {
  settle: 'settle',
  check: 'check',
  help: 'help',
};

/** Excel on the web does not tell its theme; the browser's then holds. */
function themeOf(): 'light' | 'dark' {
  const background = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  if (background === undefined) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return parseInt(background.replace('#', '').slice(0, 2), 16) < 128 ? 'dark' : 'light';
}

void Office.onReady(() => {
  const open = showSidebar(document, {
    workbook: excelWorkbook,
    makeWorker: () => new Worker('desk.js'),
    language: Office.context.displayLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    theme: themeOf(),
  });
  for (const [name, page] of Object.entries(COMMANDS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      open(page);
      void Office.addin.showAsTaskpane().finally(() => event.completed());
    });
  }
});
