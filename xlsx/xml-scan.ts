import { WorkbookError } from './workbook-error';

/** What a scan of a part tells of: elements by their name without a prefix, attributes and text as they are written. */
export interface XmlEvents {
  readonly open: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (raw: string) => void;
}

const CHUNK = 1 << 18;

/**
 * Walks through a part from its first to its last element, a piece of it in memory at a time. It is no validator, but
 * elements have to end as they began, and declarations of entities are refused: no workbook has them.
 */
export function scanXml(part: string, bytes: Uint8Array, events: XmlEvents): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  const scan = newScan(part, events);
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const isLast = at + CHUNK >= bytes.length;
    rest = scan.take(rest + decoder.decode(bytes.subarray(at, at + CHUNK), { stream: !isLast }));
  }
  scan.end(rest);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

const MARKUP = [['<!--', '-->'], ['<![CDATA[', ']]>']] as const;
const INSTRUCTION = ['<?', '?>'] as const;

interface Scan {
  /** Takes text and gives back what is not complete yet. */
  readonly take: (text: string) => string;
  readonly end: (rest: string) => void;
}

function newScan(part: string, { open, close, text: told }: XmlEvents): Scan {
  const stack: string[] = [];
  let hasRoot = false;
  const broken = (): WorkbookError => new WorkbookError(`${part} is not well-formed XML: the file is damaged. / ${part} 不是完整的 XML，文件已损坏。`);
  const element = (inner: string): void => {
    if (inner.charCodeAt(0) === SLASH) {
      const name = localName(inner, 1, inner.length);
      if (stack.pop() !== name) throw broken();
      close?.(name);
      return;
    }
    const isEmpty = inner.charCodeAt(inner.length - 1) === SLASH;
    const end = isEmpty ? inner.length - 1 : inner.length;
    const space = nameEnd(inner, end);
    const name = localName(inner, 0, space);
    if (name === '' || (stack.length === 0 && hasRoot)) throw broken();
    hasRoot = true;
    open(name, space < end ? inner.slice(space, end) : '');
    if (isEmpty) close?.(name);
    else stack.push(name);
  };
  /** What begins with <! or <?; where it ends, or -1 where that is not there yet. */
  const other = (text: string, at: number): number => {
    const [begin, end] = MARKUP.find(([first]) => text.startsWith(first, at)) ?? INSTRUCTION;
    if (begin === '<?' && text.charCodeAt(at + 1) !== QUESTION) {
      if (text.length - at < 9) return -1;
      throw new WorkbookError(`${part} declares entities or a document type, which no workbook has: it is not read. / ${part} 含有实体或文档类型声明，不予读取。`);
    }
    const found = text.indexOf(end, at + begin.length);
    if (found < 0) return -1;
    if (begin === '<![CDATA[') told?.(text.slice(at + 9, found).replaceAll('&', '&amp;'));
    return found + end.length;
  };
  const take = (text: string): string => {
    let at = 0;
    for (;;) {
      const begin = text.indexOf('<', at);
      if (begin < 0) return text.slice(at);
      if (begin > at && told && stack.length > 0) told(text.slice(at, begin));
      const next = text.charCodeAt(begin + 1);
      if (next === EXCLAMATION || next === QUESTION || begin + 1 === text.length) {
        const end = begin + 1 === text.length ? -1 : other(text, begin);
        if (end < 0) return text.slice(begin);
        at = end;
        continue;
      }
      const end = tagEnd(text, begin + 1);
      if (end < 0) return text.slice(begin);
      element(text.slice(begin + 1, end));
      at = end + 1;
    }
  };
  return {
    take,
    end: (rest) => {
      if (stack.length > 0 || !hasRoot || rest.trim() !== '') throw broken();
    },
  };
}

const [SLASH, EXCLAMATION, QUESTION, QUOTE, APOSTROPHE] = [47, 33, 63, 34, 39];

/** Where a tag ends; a > in an attribute's value is none. */
function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  while (end >= 0 && isInValue(text, from, end)) end = text.indexOf('>', end + 1);
  return end;
}

function isInValue(text: string, from: number, end: number): boolean {
  const last = text.charCodeAt(text.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1);
  if (last === QUOTE || last === APOSTROPHE) return false;
  let open = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (open === 0 && (code === QUOTE || code === APOSTROPHE)) open = code;
    else if (code === open) open = 0;
  }
  return open !== 0;
}

function nameEnd(text: string, end: number): number {
  for (let at = 0; at < end; at += 1) if (text.charCodeAt(at) <= 32) return at;
  return end;
}

function localName(text: string, from: number, to: number): string {
  const colon = text.indexOf(':', from);
  const name = text.slice(colon >= 0 && colon < to ? colon + 1 : from, to);
  return name.charCodeAt(name.length - 1) <= 32 ? name.trimEnd() : name;
}

/** An attribute's value by its name without a prefix, entities resolved; undefined where it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = 0; at < attributes.length; ) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return undefined;
    let open = equals + 1;
    while (attributes.charCodeAt(open) <= 32) open += 1;
    const close = attributes.indexOf(attributes[open] ?? '"', open + 1);
    if (close < 0) return undefined;
    if (isNamed(attributes, at, equals, name)) return resolved(attributes.slice(open + 1, close));
    at = close + 1;
  }
  return undefined;
}

function isNamed(attributes: string, from: number, to: number, name: string): boolean {
  let end = to;
  while (attributes.charCodeAt(end - 1) <= 32) end -= 1;
  const begin = end - name.length;
  if (begin < from || !attributes.startsWith(name, begin)) return false;
  const before = attributes.charCodeAt(begin - 1);
  return begin === from || before <= 32 || before === 58;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text with its entities resolved. */
export function resolved(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
