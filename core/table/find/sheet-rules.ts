import type { RangeSource } from '../cell';
import { cellText, matchKey } from '../cell';
import { makeTable } from '../make-table';
import type { TableKind } from '../schema';
import { isTableName } from './mappings';
import { tableKinds } from '../schema';
import { NO_MAPPING } from './mappings';

/** The sheets that `sheets` rules give to tables. */
export type SheetRules = ReadonlyMap<TableKind, (sheet: string) => boolean>;

/** `sheets` rows of a rules table: Item names a table, Value its sheets, with * for any ending. */
export function sheetRulesOf(source: RangeSource | undefined): SheetRules {
  const rules = source && makeTable('rules', source, NO_MAPPING);
  const [rule, item, value] = ['rule', 'item', 'value'].map((field) => rules?.columns.get(field));
  const found = new Map<TableKind, (sheet: string) => boolean>();
  if (!rules || rule === undefined || item === undefined || value === undefined) return found;
  for (const row of rules.cells) {
    const word = matchKey(cellText(row[rule]));
    if (word !== 'sheets' && word !== '工作表') continue;
    const kind = tableKinds.find((one) => isTableName(one, cellText(row[item])));
    const names = cellText(row[value]).split(/[;；\n]/).map((name) => matchKey(name)).filter((name) => name !== '');
    if (kind === undefined || names.length === 0) continue;
    const before = found.get(kind);
    found.set(kind, (sheet) => before?.(sheet) === true || names.some((name) => (name.endsWith('*') ? matchKey(sheet).startsWith(name.slice(0, -1)) : matchKey(sheet) === name)));
  }
  return found;
}
