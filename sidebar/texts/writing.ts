import type { Text } from '../../core/locale/message';

/** What is said before and after something is written. */
export const WRITING = {
  'review.title': { en: 'To be written', zh: '将写入' },
  'review.write': { en: 'Write', zh: '写入' },
  'review.discard': { en: 'Discard', zh: '放弃' },
  'review.details': { en: 'What is written', zh: '查看写入内容' },
  'review.sheets': { en: 'Makes {count} sheets: {sheets}.', zh: '新建 {count} 张工作表：{sheets}。' },
  'review.sheet': { en: 'Makes the sheet “{sheet}” with {rows} rows.', zh: '新建工作表“{sheet}”，共 {rows} 行。' },
  'review.replace': { en: 'Replaces what is on the sheet “{sheet}” ({rows} rows).', zh: '覆盖工作表“{sheet}”的内容（{rows} 行）。' },
  'review.add': { en: 'Adds {rows} rows to “{sheet}”.', zh: '在“{sheet}”中新增 {rows} 行。' },
  'review.addOne': { en: 'Adds a row to “{sheet}”.', zh: '在“{sheet}”中新增 1 行。' },
  'review.change': { en: 'Changes {cells} cells of “{sheet}”.', zh: '修改“{sheet}”的 {cells} 个单元格。' },
  'review.changeOne': { en: 'Changes {cell} of “{sheet}”.', zh: '修改“{sheet}”的 {cell}。' },
  'review.blank': { en: 'Empties {cells} cells of “{sheet}”.', zh: '清空“{sheet}”的 {cells} 个单元格。' },
  'review.formula': { en: 'Puts a formula into {cell} of “{sheet}”.', zh: '在“{sheet}”的 {cell} 写入公式。' },
  'review.name': { en: 'Lets the name {name} reach down to row {row}.', zh: '把名称 {name} 的范围延伸到第 {row} 行。' },
  'review.more': { en: '{count} more rows', zh: '另有 {count} 行' },
  'review.moreSheets': { en: '{count} more places', zh: '另有 {count} 处' },
  'review.done': { en: 'Written. Undo takes it back.', zh: '已写入，可撤销。' },
  'review.nothing': { en: 'There is nothing to write.', zh: '没有需要写入的内容。' },
} as const satisfies Record<string, Text>;
