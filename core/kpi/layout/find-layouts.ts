import type { RangeSource } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Tables } from '../../table/recognise';
import type { Layout, Question } from './read-layout';
import { readLayout } from './read-layout';
import { knownNames } from './take-over';

/** A sheet of targets and actuals that is none of our tables, and how many figures stand on it. */
export interface LayoutSheet {
  readonly sheet: string;
  readonly figures: number;
  readonly asks: readonly Question[];
}

const ALL_ANSWERED = { period: { kind: 'month', year: 2000, index: 1 }, person: '*', kpi: 'KPI', role: 'actual' } as const;

/** Sheets that can be taken over: those on which no table was found. */
export function layoutSheets(sheets: readonly RangeSource[], tables: Tables): readonly LayoutSheet[] {
  const used = new Set([...tables.byKind.values()].map(({ origin }) => origin?.sheet ?? ''));
  const own = new Set(tables.notes.filter(({ code }) => code === 'sheet.ownResult').map(({ params }) => params['sheet']));
  const known = knownNames(tables);
  return sheets.flatMap((source): LayoutSheet[] => {
    const sheet = source.origin?.sheet ?? '';
    if (source.isHidden === true || used.has(sheet) || own.has(sheet)) return [];
    const layout = readLayout(source, known, ALL_ANSWERED);
    if (!layout || !says(layout)) return [];
    return [{ sheet, figures: layout.figures.length, asks: readLayout(source, known)?.asked ?? [] }];
  });
}

/** Whether the sheet itself makes targets and actuals of its numbers: it says which of the two, when, or of whom that is known. */
function says({ figures, addsDays }: Layout): boolean {
  const distinct = (of: (figure: Layout['figures'][number]) => string): number => new Set(figures.map(of)).size;
  return addsDays || distinct(({ role }) => role) > 1 || distinct(({ period }) => period) > 1 || (distinct(({ person }) => person) > 1 && distinct(({ kpi }) => kpi) > 1);
}

/** Tells of the sheets that could be taken over. */
export function layoutNotes(sheets: readonly RangeSource[], tables: Tables): Issue[] {
  return layoutSheets(sheets, tables).map(({ sheet, figures }) => issue('layout.found', undefined, { sheet, count: figures }, 'note'));
}
