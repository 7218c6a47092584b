import type { Text } from '../../core/locale/message';

/** What the page around the spreadsheet says. */
export const TEXTS = {
  sample: { en: 'Sample workbook', zh: '示例工作簿' },
  open: { en: 'Open .xlsx…', zh: '打开 .xlsx…' },
  save: { en: 'Save .xlsx', zh: '另存为 .xlsx' },
  pane: { en: 'Meritsheet pane', zh: 'Meritsheet 窗格' },
  language: { en: '中文', zh: 'English' },
  opened: { en: '{name} is open.', zh: '已打开 {name}。' },
  saved: { en: 'Saved as {name}.', zh: '已保存为 {name}。' },
  unsaved: { en: '{name} could not be saved: {why}', zh: '无法保存 {name}：{why}' },
  unsavedTitle: { en: '{name} has changes that are not saved.', zh: '{name} 有尚未保存的修改。' },
  saveFirst: { en: 'Save and go on', zh: '保存后继续' },
  goOn: { en: 'Go on without saving', zh: '不保存，继续' },
  stay: { en: 'Cancel', zh: '取消' },
  unreadable: { en: '{name} cannot be read ({why}). Save it as .xlsx and open it again.', zh: '无法读取 {name}（{why}）。请另存为 .xlsx 后重新打开。' },
} as const satisfies Record<string, Text>;
