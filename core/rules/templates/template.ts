import type { Text } from '../../locale/message';
import type { Cell } from '../../table/cell';

/** A plan a manager picks, fills and combines. Rows are Part · Rule · Item · From · Value: rule words in English, names in both languages. */
export interface Template {
  readonly key: string;
  readonly name: Text;
  readonly purpose: Text;
  readonly rows: readonly TemplateRow[];
}

export type TemplateRow = readonly [part: Text | string, rule: string, item: Text | string, from: Cell, value: Cell];
