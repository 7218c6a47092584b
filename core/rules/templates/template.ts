import type { Text } from '../../locale/message';
import type { Cell } from '../../table/cell';

/** A plan a manager picks, fills and combines. Rows are Part · Rule · Item · From · Value, in English. */
export interface Template {
  readonly key: string;
  readonly name: Text;
  readonly purpose: Text;
  readonly rows: readonly TemplateRow[];
}

export type TemplateRow = readonly [part: string, rule: string, item: string, from: Cell, value: Cell];
