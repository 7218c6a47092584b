import { escapeXml } from './xml';
import { attribute } from './xml-scan';

/** How a cell looks, as far as it can be changed here: what is not named stays as it is. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** The colour of the text, and the one behind it, as RRGGBB; blank for none. */
  readonly color?: string;
  readonly fill?: string;
  readonly size?: number;
  /** A number format, such as 0.00%. */
  readonly format?: string;
  readonly wraps?: boolean;
  readonly align?: 'left' | 'center' | 'right' | '';
}

/** The styles of a workbook, to which further ones can be added. */
export interface StyleBook {
  /** The number of a style that is another one but for its look; 0 is the plain style. */
  readonly styled: (base: number, look: Look) => number;
  readonly xml: () => string;
}

interface Section {
  readonly name: string;
  readonly attributes: string;
  readonly items: string[];
  readonly first: number;
}

const FIRST_OWN_FORMAT = 164;
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 };

/** Opens a part of styles; undefined where it is written in a way that nothing can be added to. */
export function openStyles(xml: string): StyleBook | undefined {
  const [fonts, fills, formats] = [sectionOf(xml, 'fonts', 'font'), sectionOf(xml, 'fills', 'fill'), sectionOf(xml, 'cellXfs', 'xf')];
  if (!fonts || !fills || !formats) return undefined;
  const numbers = sectionOf(xml, 'numFmts', 'numFmt') ?? { name: 'numFmts', attributes: '', items: [], first: 0 };
  const known = new Map<string, number>();
  const styled = (base: number, look: Look): number => {
    const key = `${base} ${JSON.stringify(look)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const xf = formats.items[base] ?? formats.items[0] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const id = put(formats, withLook(xf, look, { fonts, fills, numbers }));
    known.set(key, id);
    return id;
  };
  return { styled, xml: () => [fonts, fills, formats, numbers].reduce(written, xml) };
}

function sectionOf(xml: string, name: string, item: string): Section | undefined {
  const found = new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`).exec(xml);
  if (!found) return undefined;
  const items = (found[2] ?? '').match(new RegExp(`<${item}\\b[^>]*/>|<${item}\\b[^>]*>[\\s\\S]*?</${item}>`, 'g')) ?? [];
  return { name, attributes: (found[1] ?? '').replace(/\s+count="\d*"/, ''), items: [...items], first: items.length };
}

function written(xml: string, { name, attributes, items, first }: Section): string {
  if (items.length === first) return xml;
  const made = `<${name} count="${items.length}"${attributes}>${items.join('')}</${name}>`;
  const whole = new RegExp(`<${name}\\b[^>]*>[\\s\\S]*?</${name}>`);
  // Formats of numbers come first in the part.
  return whole.test(xml) ? xml.replace(whole, () => made) : xml.replace(/<fonts\b/, (start) => `${made}${start}`);
}

/** The place of an item in a section, added where it is new. */
function put({ items }: Section, item: string): number {
  const known = items.indexOf(item);
  return known >= 0 ? known : items.push(item) - 1;
}

interface Sections {
  readonly fonts: Section;
  readonly fills: Section;
  readonly numbers: Section;
}

function withLook(xf: string, look: Look, { fonts, fills, numbers }: Sections): string {
  let made = xf;
  if (['bold', 'italic', 'underline', 'strike', 'color', 'size'].some((name) => name in look)) {
    const base = fonts.items[Number(attribute(xf, 'fontId') ?? 0)] ?? '<font/>';
    made = withAttribute(withAttribute(made, 'fontId', put(fonts, fontWith(base, look))), 'applyFont', 1);
  }
  if (look.fill !== undefined) {
    const solid = `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`;
    made = withAttribute(withAttribute(made, 'fillId', look.fill === '' ? 0 : put(fills, solid)), 'applyFill', 1);
  }
  if (look.format !== undefined) made = withAttribute(withAttribute(made, 'numFmtId', formatId(numbers, look.format)), 'applyNumberFormat', 1);
  return look.wraps === undefined && look.align === undefined ? made : aligned(made, look);
}

const MARKS = { bold: 'b', italic: 'i', strike: 'strike', underline: 'u' } as const;

function fontWith(font: string, look: Look): string {
  let inner = /^<font\b[^>]*>([\s\S]*)<\/font>$/.exec(font)?.[1] ?? '';
  const marks = (Object.keys(MARKS) as (keyof typeof MARKS)[]).map((name) => {
    const own = new RegExp(`<${MARKS[name]}\\b[^>]*/>`);
    const had = own.test(inner) && !/val="(?:0|false|none)"/.test(own.exec(inner)?.[0] ?? '');
    inner = inner.replace(own, '');
    return look[name] ?? had ? `<${MARKS[name]}/>` : '';
  });
  if (look.size !== undefined) inner = `<sz val="${look.size}"/>${inner.replace(/<sz\b[^>]*\/>/, '')}`;
  if (look.color !== undefined) {
    inner = inner.replace(/<color\b[^>]*\/>/, '');
    const color = look.color === '' ? '' : `<color rgb="FF${look.color}"/>`;
    inner = /<sz\b[^>]*\/>/.test(inner) ? inner.replace(/<sz\b[^>]*\/>/, (size) => `${size}${color}`) : `${color}${inner}`;
  }
  return `<font>${marks.join('')}${inner}</font>`;
}

function formatId({ items }: Section, format: string): number {
  const built = BUILT_IN[format];
  if (built !== undefined) return built;
  const code = escapeXml(format);
  const known = items.find((item) => attribute(item, 'formatCode') === format || item.includes(`formatCode="${code}"`));
  if (known) return Number(attribute(known, 'numFmtId'));
  const id = Math.max(FIRST_OWN_FORMAT - 1, ...items.map((item) => Number(attribute(item, 'numFmtId') ?? 0))) + 1;
  items.push(`<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  return id;
}

function aligned(xf: string, { wraps, align }: Look): string {
  const [own] = /<alignment\b[^>]*\/>/.exec(xf) ?? [];
  let made = own ?? '<alignment/>';
  if (wraps !== undefined) made = withAttribute(made, 'wrapText', wraps ? 1 : 0);
  if (align !== undefined) made = withAttribute(made, 'horizontal', align === '' ? 'general' : align);
  const open = withAttribute(xf, 'applyAlignment', 1);
  if (own !== undefined) return open.replace(/<alignment\b[^>]*\/>/, () => made);
  return open.endsWith('/>') && !open.includes('</xf>') ? `${open.slice(0, -2)}>${made}</xf>` : open.replace(/^(<xf\b[^>]*>)/, (start) => `${start}${made}`);
}

/** An element with an attribute set in its first tag. */
function withAttribute(xml: string, name: string, value: string | number): string {
  const end = xml.indexOf('>');
  const tag = xml.slice(0, xml[end - 1] === '/' ? end - 1 : end);
  const own = new RegExp(`\\s${name}="[^"]*"`);
  return `${own.test(tag) ? tag.replace(own, ` ${name}="${value}"`) : `${tag} ${name}="${value}"`}${xml.slice(tag.length)}`;
}
