import type { Cell } from './cell';
import { dayOfSerial, dayText } from './day';

/** What a number format makes of a number, as far as it changes what the number means. */
type Meaning = 'number' | 'percent' | 'percent sign' | 'date';

const LAST_SERIAL = 2958466;

/**
 * A cell as a person sees it, whatever host hands it over: 0.055 under a percent format is `5.5%`, 5 under a format
 * that writes a % behind it is `5%`, a number under a date format is that date as ISO text.
 */
export function shownCell(cell: Cell, format: string | undefined, serialShift = 0): Cell {
  if (typeof cell !== 'number' || format === undefined || format === 'General') return cell;
  switch (meaningOf(format, cell)) {
    case 'number':
      return cell;
    case 'percent':
      return `${plainDigits(cell * 100)}%`;
    case 'percent sign':
      return `${plainDigits(cell)}%`;
    case 'date': {
      const serial = cell + serialShift;
      return serial >= 1 && serial < LAST_SERIAL ? serialText(Math.floor(serial)) : cell;
    }
  }
}

const days = new Map<number, string>();

/** A serial as ISO text; the same few days stand in a sheet again and again. */
function serialText(serial: number): string {
  const found = days.get(serial);
  if (found !== undefined) return found;
  const made = dayText(dayOfSerial(serial));
  if (days.size < MOST_KNOWN * 10) days.set(serial, made);
  return made;
}

/** Whether a number is a percentage only by the sign that its format writes behind it. */
export function isWrittenPercent(format: string | undefined, value: number): boolean {
  return format !== undefined && format !== 'General' && meaningOf(format, value) === 'percent sign';
}

/** The 15 digits that a spreadsheet shows, without an exponent. */
function plainDigits(value: number): string {
  const number = Number(value.toPrecision(15));
  return Math.abs(number) < 1e-6 && number !== 0 ? number.toFixed(20).replace(/0+$/, '') : String(number);
}

const known = new Map<string, readonly Meaning[]>();
const MOST_KNOWN = 2000;

function meaningOf(format: string, value: number): Meaning {
  let meanings = known.get(format);
  if (!meanings) {
    meanings = sectionsOf(format).map(meaningOfSection);
    if (known.size < MOST_KNOWN) known.set(format, meanings);
  }
  const section = sectionNumber(meanings.length, value);
  return meanings[section] ?? 'number';
}

/** A format has up to three sections for numbers: above zero, below, and zero itself. */
function sectionNumber(count: number, value: number): number {
  if (value < 0 && count > 1) return 1;
  return value === 0 && count > 2 ? 2 : 0;
}

/** A format cut at its semicolons; those inside quotes and behind a backslash are text. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  let isQuoted = false;
  for (let at = 0; at < format.length; at += 1) {
    const character = format[at] ?? '';
    if (character === '"') isQuoted = !isQuoted;
    if (character === '\\' && !isQuoted) {
      sections[sections.length - 1] += character + (format[at + 1] ?? '');
      at += 1;
    } else if (character === ';' && !isQuoted) sections.push('');
    else sections[sections.length - 1] += character;
  }
  return sections;
}

function meaningOfSection(section: string): Meaning {
  const literals = [...section.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? '').join('');
  const codes = section.replace(/"[^"]*"?|\\.|_.|\*./g, '').replace(/\[[^\]]*\]/g, '').replace(/General/gi, '');
  if (codes.includes('%')) return 'percent';
  if (/[ydYD]|[年月日]/.test(codes) || (/m/i.test(codes) && !/[hs]/i.test(codes))) return 'date';
  return /^\s*[%％]\s*$/.test(literals) && /[0#?]/.test(codes) ? 'percent sign' : 'number';
}
