/// <reference lib="dom" />
/// <reference types="office-js" />
import type { Language } from '../core/locale/message';
import type { CommandOutcome, ReadBook } from '../host-port/commands';
import { checkCommand, settleCommand } from '../host-port/commands';
import { excelWorkbook } from './excel-workbook';
import { showHelp, showMessage } from '../host-port/help';

type Command = (language: Language) => Promise<string>;

/** The ribbon's commands, by the names that the manifest gives them. One page and one thread serve functions, pane and commands. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  settle: (language) => carryOut(settleCommand, language),
  check: (language) => carryOut(checkCommand, language),
  help: async () => {
    await Office.addin.showAsTaskpane();
    return '';
  },
};

async function carryOut(command: (book: ReadBook) => CommandOutcome, language: Language): Promise<string> {
  const { changes, message } = command(await excelWorkbook.read({ language }));
  if (changes.length > 0) await excelWorkbook.apply(changes, { language });
  return message;
}

/** Carries a command out and says in the pane what came of it; a failure is told there too. */
async function answer(command: Command, language: Language): Promise<void> {
  const message = await command(language).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  showMessage(document, message);
  if (message !== '') await Office.addin.showAsTaskpane();
}

void Office.onReady(() => {
  const language: Language = Office.context.displayLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  showHelp(document, language);
  for (const [name, command] of Object.entries(COMMANDS)) Office.actions.associate(name, (event: Office.AddinCommands.Event) => void answer(command, language).finally(() => event.completed()));
});
