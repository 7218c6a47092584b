import type { Cell, RangeSource } from '../../core/table/cell';

/** Characters that orders, people and rules are written in, in the simplified and in the traditional script. */
const USUAL = new Set('的一不在有人是了订单号日期金额业务员客户产品数量币种汇率姓名团队部门职位规则方案项目值合计收款到账回发货元张王李刘陈美国年月訂單號業務員戶產品數幣種匯團隊門職規則項計帳發貨張劉陳國公司銷售销价價额額');
const SEPARATORS = [',', '\t', ';', '|'] as const;

/** A file of values as a sheet: its encoding and its separator are found by what makes sense of it. */
export function csvSource(name: string, bytes: Uint8Array): RangeSource {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  return { cells: rowsOf(text, separator).map((row) => row.map(valueOf)), origin: { sheet: name, row: 1, column: 1 } };
}

/** Text in UTF-8 (or 16, where it says so), else in whichever of GB18030 and Big5 makes more usual characters of it. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [best] = ['gb18030', 'big5', 'windows-1252'].map((encoding) => new TextDecoder(encoding).decode(bytes)).map((text) => ({ text, score: usualShare(text) })).sort((a, b) => b.score - a.score);
    return best?.text ?? '';
  }
}

function usualShare(text: string): number {
  let [usual, others] = [0, 0];
  for (const character of text.slice(0, 20000)) {
    if (character === '\ufffd') others += 10;
    else if (character > '\u007f') {
      if (USUAL.has(character)) usual += 1;
      else others += 1;
    }
  }
  return usual - others / 10;
}

const LOOKED_AT = 20;

/** The separator that cuts the first rows into the most fields, and all of them alike. */
function separatorOf(text: string): string {
  const counts = SEPARATORS.map((separator) => {
    const widths = rowsOf(text.slice(0, 20000), separator).slice(0, LOOKED_AT).map((row) => row.length).filter((width) => width > 1);
    const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
    return { separator, score: usual > 1 ? widths.filter((width) => width === usual).length * 100 + usual : 0 };
  });
  return counts.sort((a, b) => b.score - a.score)[0]?.separator ?? ',';
}

/** Rows of fields (RFC 4180): a field in quotes may hold separators, line breaks, and doubled quotes. */
function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const lineEnd = /\r\n|\n|\r/g;
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator);
    row.push(field);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    lineEnd.lastIndex = at;
    const found = lineEnd.exec(text);
    at = found?.index === at ? at + found[0].length : at;
    if (found?.index === undefined && at < text.length && text[at - 1] !== separator) at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainField(text: string, from: number, separator: string): readonly [string, number] {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return [text.slice(from, end), end];
}

function quotedField(text: string, from: number): readonly [string, number] {
  let field = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    at = quote + 2;
  }
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

/** A plain number is one; numbers with zeros before them, and long ones, are texts that name something. */
function valueOf(field: string): Cell {
  if (field === '') return null;
  return NUMBER.test(field) ? Number(field) : field;
}
