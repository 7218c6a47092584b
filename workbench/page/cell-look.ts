import type { IStyleData, Nullable } from '@univerjs/core';
import type { Look } from '../../xlsx/style-book';

const ALIGNS: Readonly<Record<number, 'left' | 'center' | 'right'>> = { 1: 'left', 2: 'center', 3: 'right' };
const WRAPS = 3;

/** How a cell of the spreadsheet looks, as a file can say it; only what is not plain. */
export function lookOf(style: Nullable<IStyleData>): Look {
  if (!style) return {};
  const [color, fill] = [hex(style.cl?.rgb), hex(style.bg?.rgb)];
  const align = style.ht ? ALIGNS[style.ht] : undefined;
  return {
    ...(style.bl === 1 ? { bold: true } : {}),
    ...(style.it === 1 ? { italic: true } : {}),
    ...(style.ul?.s === 1 ? { underline: true } : {}),
    ...(style.st?.s === 1 ? { strike: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(fill === undefined ? {} : { fill }),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.n?.pattern ? { format: style.n.pattern } : {}),
    ...(style.tb === WRAPS ? { wraps: true } : {}),
    ...(align ? { align } : {}),
  };
}

/** #0a6b3b and rgb(10, 107, 59) as 0A6B3B. */
function hex(color: Nullable<string>): string | undefined {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(color ?? '') ?? [];
  if (digits !== undefined) return digits.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color ?? '')?.slice(1);
  return parts?.map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase();
}

const PLAIN: Required<Look> = { bold: false, italic: false, underline: false, strike: false, color: '', fill: '', size: 11, format: 'General', wraps: false, align: '' };

/** What of a look has changed; undefined where nothing has. What is gone is told as plain. */
export function lookChange(before: Look, now: Look): Look | undefined {
  const names = (Object.keys(PLAIN) as (keyof Look)[]).filter((name) => before[name] !== now[name]);
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, now[name] ?? PLAIN[name]]));
}

/** A whole look, nothing left to what a sheet would have by itself. */
export function wholeLook({ size, color, ...look }: Look): Look {
  return { ...PLAIN, ...look, size: size ?? PLAIN.size, color: color ?? PLAIN.color };
}
