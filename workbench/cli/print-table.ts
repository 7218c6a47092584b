import { rangeWidth } from '../../core/table/cell';

/** A column wider than this is broken into lines, unless it is the last: what stands behind it would be out of sight. */
const WIDEST = 90;

/** A table for a terminal: columns aligned, numbers to the right with thousands grouped, Chinese two columns wide. */
export function printTable(rows: readonly (readonly (string | number)[])[]): string {
  const columns = rangeWidth(rows);
  const withCents = Array.from({ length: columns }, (_, column) => rows.some((row) => typeof row[column] === 'number' && !Number.isInteger(row[column])));
  const texts = rows.map((row) => row.map((cell, column) => cellText(cell, withCents[column] === true)));
  const empty = Array.from({ length: columns }, (_, column) => rows.slice(1).every((row) => (row[column] ?? '') === '' || row[column] === 0));
  const kept = empty.map((isEmpty, column) => (isEmpty && rows.length > 2 && rows.slice(1).some((row) => row[column] === 0) ? -1 : column)).filter((column) => column >= 0);
  const last = kept[kept.length - 1];
  const lines = texts.map((row) => row.map((text, column) => (column === last ? [text] : broken(text))));
  const widths = kept.map((column) => lines.reduce((widest, row) => Math.max(widest, ...(row[column] ?? ['']).map(width)), 0));
  const line = (row: readonly string[], index: number): string =>
    kept
      .map((column, place) => {
        const text = row[column] ?? '';
        const padding = ' '.repeat(Math.max(0, (widths[place] ?? 0) - width(text)));
        return isFigure(rows[index === 0 ? 1 : index]?.[column]) ? padding + text : text + padding;
      })
      .join('  ')
      .trimEnd();
  const print = (row: readonly (readonly string[])[], index: number): string => {
    const height = row.reduce((most, cell) => Math.max(most, cell.length), 1);
    return Array.from({ length: height }, (_, at) => line(row.map((cell) => cell[at] ?? ''), index)).join('\n');
  };
  const rule = kept.map((_, place) => '─'.repeat(widths[place] ?? 0)).join('──');
  return [print(lines[0] ?? [], 0), rule, ...lines.slice(1).map((row, index) => print(row, index + 1))].join('\n');
}

/** A long text in lines: after the end of a clause where there is one, else between words. */
function broken(text: string): string[] {
  if (width(text) <= WIDEST) return [text];
  const lines: string[] = [];
  for (const clause of text.split(/(?<=[;；])\s*/)) {
    let rest = clause;
    while (width(rest) > WIDEST) {
      const at = breakAt(rest);
      lines.push(rest.slice(0, at).trimEnd());
      rest = rest.slice(at).trimStart();
    }
    if (rest !== '') lines.push(rest);
  }
  return lines;
}

/** The last space within the width; without one, the width itself. */
function breakAt(text: string): number {
  let columns = 0;
  let space = 0;
  for (let at = 0; at < text.length; at += 1) {
    columns += width(text[at] ?? '');
    if (columns > WIDEST) return space > 0 ? space : at;
    if (text[at] === ' ') space = at;
  }
  return text.length;
}

/** A number, or a text that is one: they stand on the right. */
function isFigure(cell: string | number | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^-?\d[\d,]*(?:\.\d+)?%?$/.test(cell));
}

/** Numbers that have no end are cut to four decimals here; cells and files keep them whole. */
function cellText(cell: string | number, withCents: boolean): string {
  if (typeof cell === 'string') return cell.replace(/\s+/g, ' ').trim();
  const [whole = '', fraction] = String(Number.isInteger(cell) ? cell : Number(cell.toFixed(4))).split('.');
  const grouped = /e/.test(String(cell)) ? String(cell) : whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined && !withCents ? grouped : `${grouped}.${(fraction ?? '').padEnd(2, '0')}`;
}

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1;
  return columns;
}
