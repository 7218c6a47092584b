import type { TableChoice } from '../../core/table/find/table-choices';
import { schemas } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { Desk } from './desk';
import { addRows } from './records';

/** Tables that more than one sheet may be, with what speaks for each. Rules are told apart by a name, as no rule can speak of them. */
export function tableChoices({ tables }: Desk): readonly TableChoice[] {
  return (tables.choices ?? []).filter(({ kind }) => kind !== 'rules');
}

/** What keeps a choice: a `sheets` rule, which holds from then on. */
export function chooseSheets(desk: Desk, { kind, sheets }: { readonly kind: TableKind; readonly sheets: readonly string[] }): readonly Change[] {
  const { language } = desk;
  const word = language === 'zh' ? '工作表' : 'sheets';
  return addRows(desk, 'rules', [{ rule: word, item: schemas[kind][language], value: sheets.join('; ') }]);
}
