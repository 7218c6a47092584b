import type { Cell, RangeSource } from '../cell';
import { cellText, isBlankOrZero, matchKey } from '../cell';
import { headerMatch } from '../header-match';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { fieldsAmong } from '../rows/head';
import { schemas } from '../schema';

const ROWS_ABOVE = 5;

/**
 * Orders without an owner column, under headings that name a person (`Salesman: Amy`, 业务员：张三, or the name alone):
 * each row as that person's, in a column of its own. Undefined where no heading names anybody known.
 */
export function withOwnersAbove(source: RangeSource, sheet: RangeSource | undefined, { people, mapping }: { readonly people: ReadonlySet<string>; readonly mapping: ReadonlyMap<string, string> }): { readonly source: RangeSource; readonly note: Issue } | undefined {
  const { head, cells, origin, pieces } = source;
  if (!head || !origin || !sheet?.origin || pieces || people.size === 0 || fieldsAmong('orders', head.texts, mapping).all.has('owner')) return undefined;
  const found: string[] = [];
  const take = (line: readonly Cell[]): string | undefined => {
    const person = personOf(line, people);
    if (person !== undefined && !found.includes(person)) found.push(person);
    return person;
  };
  const top = origin.row - sheet.origin.row;
  const above = [...sheet.cells.slice(Math.max(0, top - ROWS_ABOVE), top), ...cells.slice(0, head.row)];
  let owner = above.reduce<string | undefined>((last, line) => take(line) ?? last, undefined);
  const width = Math.max(head.texts.length, ...cells.map((line) => line.length));
  const made = cells.map((line, row) => {
    if (row <= head.row) return line;
    const named = take(line);
    if (named !== undefined) {
      owner = named;
      return [];
    }
    return line.every(isBlankOrZero) ? line : Array.from({ length: width + 1 }, (_, column) => (column === width ? owner : line[column]));
  });
  if (found.length === 0) return undefined;
  const field = schemas.orders.fields.find(({ key }) => key === 'owner');
  const texts = [...Array.from({ length: width }, (_, column) => head.texts[column] ?? ''), field?.en ?? ''];
  const note = issue('table.ownerAbove', { table: 'orders', row: head.row + 1, column: 0, origin }, { people: found }, 'warning');
  return { source: { ...source, cells: made, head: { ...head, texts } }, note };
}

/** The person a heading names: its only text, behind a colon or a label that means the owner. */
function personOf(line: readonly Cell[], people: ReadonlySet<string>): string | undefined {
  const filled = line.filter((cell) => !isBlankOrZero(cell)).map(cellText);
  const [first = '', second = ''] = filled;
  if (filled.length === 0 || filled.length > 2) return undefined;
  const [label, name] = filled.length === 2 ? [first.replace(/[:：]$/, ''), second] : splitLabel(first);
  const isLabel = label === '' || headerMatch('orders', label)?.field === 'owner' || headerMatch('people', label)?.field === 'person';
  return isLabel && people.has(matchKey(name)) ? name : undefined;
}

function splitLabel(text: string): [label: string, name: string] {
  const at = text.search(/[:：]/);
  return at < 0 ? ['', text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
