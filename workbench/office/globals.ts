import type { Language } from '../../core/locale/message';
import { excelOver, excelWords, isSetSupported } from './excel';
import type { Grid } from './grid';

/** What the page around the pane gives it. */
export interface PaneHost {
  readonly grid: Grid;
  readonly language: Language;
  readonly isDark: boolean;
  readonly showPane: () => void;
  /** The ribbon of the page: the commands that the pane has given handlers for. */
  readonly commands: Map<string, (event: { readonly completed: () => void }) => void>;
}

/** The three names that Microsoft's script defines in Excel, over the spreadsheet of the page. */
export function officeGlobals({ grid, language, isDark, showPane, commands }: PaneHost): Readonly<Record<'Office' | 'Excel' | 'CustomFunctions', unknown>> {
  const Office = {
    onReady: (ready?: (info: object) => void) => Promise.resolve({ host: 'Excel', platform: 'PC' }).then((info) => (ready?.(info), info)),
    context: {
      displayLanguage: language === 'zh' ? 'zh-CN' : 'en-US',
      contentLanguage: language === 'zh' ? 'zh-CN' : 'en-US',
      officeTheme: isDark ? { bodyBackgroundColor: '#262626', bodyForegroundColor: '#f0f0f0' } : { bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#222222' },
      requirements: { isSetSupported },
    },
    addin: {
      showAsTaskpane: () => Promise.resolve(showPane()),
      hide: () => Promise.resolve(),
    },
    actions: { associate: (name: string, handler: (event: { readonly completed: () => void }) => void) => void commands.set(name, handler) },
  };
  // The page's own spreadsheet evaluates the functions of its cells: the pane's handlers are not asked.
  class CustomFunctionError extends Error {
    constructor(readonly code: string, message?: string) {
      super(message);
    }
  }
  const CustomFunctions = { associate: () => undefined, Error: CustomFunctionError };
  return { Office, Excel: { ...excelOver(grid), ...excelWords }, CustomFunctions };
}
