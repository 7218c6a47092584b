import type { RangeSource } from '../cell';
import { cellText, matchKey } from '../cell';
import { headerWords } from '../header-text';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { fieldOfHeader, tableKinds, tableName } from '../schema';
import type { TableKind } from '../schema';
import { makeTable } from '../make-table';

/** The header texts that `column` rules give to fields, by table. */
export type Mappings = ReadonlyMap<TableKind, ReadonlyMap<string, string>>;

export const NO_MAPPING: ReadonlyMap<string, string> = new Map();

/** `column` rows of rules tables: Item names a field (`Amount`, or `Receipts.Amount`), Value the header text. */
export function mappingsOf(rulesSources: readonly RangeSource[], issues: Issue[]): Mappings {
  const mappings = new Map<TableKind, Map<string, string>>();
  for (const source of rulesSources) {
    const rules = makeTable('rules', source, NO_MAPPING);
    const [rule, item, value] = [rules.columns.get('rule'), rules.columns.get('item'), rules.columns.get('value')];
    if (rule === undefined || item === undefined || value === undefined) continue;
    rules.cells.forEach((row, index) => {
      const word = matchKey(cellText(row[rule]));
      if (word !== 'column' && word !== '列映射') return;
      const fields = fieldsNamed(cellText(row[item]));
      const text = cellText(row[value]);
      if (fields.length === 0 || text === '') {
        const at = { table: 'rules' as const, row: rules.rowNumbers[index] ?? 0, header: rules.headers[item] ?? 'Item' };
        issues.push(issue('rule.columnUnknown', at, { found: cellText(row[item]) }));
        return;
      }
      for (const { kind, field } of fields) {
        const mapping = mappings.get(kind) ?? new Map<string, string>();
        mapping.set(matchKey(text), field);
        // A header whose total changes keeps its words: `Amount $757,244`.
        const words = headerWords(text).key;
        if (words !== '' && !mapping.has(words)) mapping.set(words, field);
        mappings.set(kind, mapping);
      }
    });
  }
  return mappings;
}

function fieldsNamed(text: string): { kind: TableKind; field: string }[] {
  const [first = '', second] = text.split(/[.·]/, 2);
  const kinds = second === undefined ? tableKinds : tableKinds.filter((kind) => isTableName(kind, first));
  return kinds.flatMap((kind) => {
    const field = fieldOfHeader(kind, second ?? first);
    return field === undefined ? [] : [{ kind, field }];
  });
}

/** Whether a text names a table, in either language. */
export function isTableName(kind: TableKind, text: string): boolean {
  return [tableName(kind, 'en'), tableName(kind, 'zh'), kind].some((name) => matchKey(name) === matchKey(text));
}
