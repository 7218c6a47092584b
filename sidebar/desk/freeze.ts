import { render } from '../../core/locale/message';
import { cellText, columnLetters } from '../../core/table/cell';
import type { ResultTable } from '../../core/table/result-table';
import type { Change } from '../../host-port/change';
import { areaOfReference } from '../../host-port/reference';
import type { OwnFormula } from '../../host-port/workbook';
import { quotedSheet } from './area-reference';
import type { Desk } from './desk';

/**
 * What turns formulas into their values: the values in their cells, and the formulas on a sheet of their own, where
 * everybody can read them. (A note on each cell would not survive every host, and not be seen in a printed book.)
 */
export function freeze(desk: Desk, { formulas }: { readonly formulas: readonly OwnFormula[] }): readonly Change[] {
  if (formulas.length === 0) return [];
  const kept = keptRows(desk);
  const rows = formulas.map(({ sheet, row, column, formula, values }) => [`${quotedSheet(sheet)}!${columnLetters(column)}${row}:${columnLetters(column + (values[0]?.length ?? 1) - 1)}${row + values.length - 1}`, formula]);
  const header = (['frozen.cells', 'frozen.formula'] as const).map((code) => render({ code }, desk.language));
  return [
    ...formulas.map(({ sheet, row, column, values }): Change => ({ kind: 'write cells', sheet, row, column, rows: values })),
    { kind: 'write sheet', sheet: frozenSheet(desk) ?? render({ code: 'frozen.sheet' }, desk.language), rows: [header, ...kept, ...rows], behind: true },
  ];
}

/** What brings the formulas back: the frozen values blanked, the formulas set again. */
export function thaw(desk: Desk): readonly Change[] {
  const [kept, sheet] = [keptRows(desk), frozenSheet(desk)];
  if (sheet === undefined || kept.length === 0) return [];
  const changes = kept.flatMap(([reference, formula]): Change[] => {
    const area = areaOfReference(String(reference));
    if (!area) return [];
    const blank = Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => ''));
    return [
      { kind: 'write cells', sheet: area.sheet, row: area.row, column: area.column, rows: blank },
      { kind: 'set formula', sheet: area.sheet, row: area.row, column: area.column, formula: String(formula) },
    ];
  });
  const header = (['frozen.cells', 'frozen.formula'] as const).map((code) => render({ code }, desk.language));
  return [...changes, { kind: 'write sheet', sheet, rows: [header], behind: true }];
}

/** The sheet that keeps the formulas, by its name in either language. */
function frozenSheet({ book }: Desk): string | undefined {
  const names = (['en', 'zh'] as const).map((language) => render({ code: 'frozen.sheet' }, language).toLowerCase());
  return book.sheets.find(({ origin }) => names.includes(origin?.sheet.toLowerCase() ?? ''))?.origin?.sheet;
}

function keptRows(desk: Desk): ResultTable {
  const sheet = frozenSheet(desk);
  const source = desk.book.sheets.find(({ origin }) => origin?.sheet === sheet);
  return (source?.cells ?? []).slice(1).map((row) => row.slice(0, 2).map(cellText)).filter(([reference]) => areaOfReference(reference ?? '') !== undefined);
}
