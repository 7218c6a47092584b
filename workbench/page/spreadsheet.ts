import type { IWorkbookData } from '@univerjs/core';
import { ICommandService, LocaleType, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { FormulaCalculationSessionService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import english from '@univerjs/preset-sheets-core/locales/en-US';
import chinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { Language } from '../../core/locale/message';
import { functionClasses, functionDescriptions, functionTexts } from './cell-functions';

/** A spreadsheet in the page, holding one workbook. */
export interface Spreadsheet {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Puts a spreadsheet into an element of the page, with the functions alive in its cells. */
export function openSpreadsheet(container: string, book: Partial<IWorkbookData>, language: Language, isDark: boolean): Spreadsheet {
  const univer = new Univer({
    locale: localeOf(language),
    locales: { [LocaleType.EN_US]: { ...english, ...functionTexts('en') }, [LocaleType.ZH_CN]: { ...chinese, ...functionTexts('zh') } },
    darkMode: isDark,
  });
  const preset = UniverSheetsCorePreset({
    container,
    // Percentages kept as text are meant so.
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    formula: { function: functionClasses() as never, description: functionDescriptions() },
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  leaveHeightsAlone(univer);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(book);
  return { univer, api };
}

function localeOf(language: Language): LocaleType {
  return language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US;
}

/** Speaks the other language from now on; the workbook stays as it is. */
export function speak({ univer }: Spreadsheet, language: Language): void {
  univer.setLocale(localeOf(language));
}

const [LONGEST_MS, SETTLED_MS] = [60000, 160];

/** Waits until the formulas of a workbook that was just opened have been computed for the first time. */
export async function firstComputed({ univer }: Spreadsheet): Promise<void> {
  await univer.__getInjector().get(FormulaCalculationSessionService).waitForLatestApplied(LONGEST_MS, SETTLED_MS).catch(() => undefined);
}

/** The request to work out row heights in the background. */
const HEIGHTS = 'sheet.operation.mark-dirty-row-auto-height';

/** Heights that are worked out in the background stumble over a sheet that undo has taken away by then: the request is made to mean no workbook. */
function leaveHeightsAlone(univer: Univer): void {
  univer.__getInjector().get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === HEIGHTS) Object.assign(params ?? {}, { unitId: '' });
  });
}
