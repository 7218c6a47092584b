import type { Book } from './open-book';
import { readRelations } from './open-book';
import { WorkbookError } from './workbook-error';
import { attribute, resolved, scanXml } from './xml-scan';

/** The texts that cells share, in the order of their numbers; runs in the reading of a script are left out. */
export function sharedTexts(book: Book): readonly string[] {
  const path = book.related('sharedStrings');
  if (path === undefined) return [];
  const bytes = book.part(path);
  if (!bytes) throw new WorkbookError(`The part ${path} is missing: the texts of the cells are gone. / 缺少 ${path}，单元格文字已丢失。`);
  const texts: string[] = [];
  let [text, isText, phonetic] = ['', false, 0];
  scanXml(path, bytes, {
    open: (element) => {
      if (element === 'si') text = '';
      else if (element === 't') isText = phonetic === 0;
      else if (element === 'rPh') phonetic += 1;
    },
    text: (raw) => {
      if (isText) text += plainOf(raw);
    },
    close: (element) => {
      if (element === 'si') texts.push(text);
      else if (element === 't') isText = false;
      else if (element === 'rPh') phonetic -= 1;
    },
  });
  return texts;
}

/** A text of a cell: entities, and characters that the format writes as _x000D_. */
export function plainOf(raw: string): string {
  const text = resolved(raw);
  return text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** What a style says that matters to somebody who reads or shows cells. */
export interface CellStyle {
  readonly format: string;
  readonly isBold: boolean;
  readonly wraps: boolean;
  /** The colour behind it, as RRGGBB. */
  readonly fill: string | undefined;
}

const PLAIN: CellStyle = { format: 'General', isBold: false, wraps: false, fill: undefined };

/** Formats that have a number instead of a text (ECMA-376, 18.8.30); those from 27 on are dates of East Asian versions. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h:mm', 35: 'h:mm:ss', 36: 'yyyy"年"m"月"',
  37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

/** The styles of cells, in the order of their numbers. A workbook without them is shown plainly. */
export function cellStyles(book: Book): readonly CellStyle[] {
  const path = book.related('styles');
  const bytes = path === undefined ? undefined : book.part(path);
  if (path === undefined || !bytes) return [];
  const formats = new Map<string, string>(Object.entries(BUILT_IN));
  const [bolds, fills, styles]: [boolean[], (string | undefined)[], CellStyle[]] = [[], [], []];
  const within: string[] = [];
  let isFilled = false;
  scanXml(path, bytes, {
    open: (element, attributes) => {
      const [outer, group] = [within[within.length - 1], within[1]];
      if (element === 'numFmt' && outer === 'numFmts') formats.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? 'General');
      else if (element === 'font' && outer === 'fonts') bolds.push(false);
      else if (element === 'b' && group === 'fonts') bolds[bolds.length - 1] = attribute(attributes, 'val') !== '0' && attribute(attributes, 'val') !== 'false';
      else if (element === 'fill' && outer === 'fills') fills.push(undefined);
      else if (element === 'patternFill' && group === 'fills') isFilled = attribute(attributes, 'patternType') === 'solid';
      else if (element === 'fgColor' && group === 'fills' && isFilled) fills[fills.length - 1] = attribute(attributes, 'rgb')?.slice(-6);
      else if (element === 'xf' && outer === 'cellXfs') {
        const number = (name: string): string => attribute(attributes, name) ?? '0';
        styles.push({ format: formats.get(number('numFmtId')) ?? 'General', isBold: bolds[Number(number('fontId'))] === true, fill: fills[Number(number('fillId'))], wraps: false });
      } else if (element === 'alignment' && group === 'cellXfs' && attribute(attributes, 'wrapText') === '1') styles[styles.length - 1] = { ...(styles[styles.length - 1] ?? PLAIN), wraps: true };
      within.push(element);
    },
    close: () => void within.pop(),
  });
  return styles;
}

/** A table of Excel's own on a sheet: its name and its address, header row included. */
export interface SheetTable {
  readonly name: string;
  readonly address: string;
}

export function sheetTables(book: Book, sheetPath: string): readonly SheetTable[] {
  const folder = sheetPath.slice(0, sheetPath.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${sheetPath.slice(folder.length)}.rels`;
  const bytes = book.part(path);
  if (!bytes) return [];
  return readRelations(path, bytes, folder).filter(({ kind }) => kind === 'table').flatMap(({ target }) => {
    const part = book.part(target);
    const tables: SheetTable[] = [];
    if (part) {
      scanXml(target, part, {
        open: (element, attributes) => {
          if (element === 'table') tables.push({ name: attribute(attributes, 'displayName') ?? attribute(attributes, 'name') ?? '', address: attribute(attributes, 'ref') ?? '' });
        },
      });
    }
    return tables;
  });
}
