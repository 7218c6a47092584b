import type { Message } from '../../locale/message';
import type { RangeSource } from '../cell';
import { matchKey } from '../cell';
import { headerMatch } from '../header-match';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { readPeriodHeader } from '../period-header';
import { nameOf } from '../recognise';
import { fitOf, headOf } from '../rows/head';
import type { TableKind } from '../schema';
import { schemas, tableKinds } from '../schema';
import type { Book, BookName } from './book';
import { areaOfName } from './book';
import { kindOf } from './kind';
import type { Mappings } from './mappings';
import { NO_MAPPING } from './mappings';
import { isMarked, isResultSheet } from './own-results';
import { nearestKind } from './passed-over';
import type { SheetRules } from './sheet-rules';
import type { Classify } from './regions';
import { cut, regionsOf } from './regions';

/** A range that may be a table, and why it may. */
export interface Candidate {
  readonly kind: TableKind;
  readonly source: RangeSource;
  readonly score: number;
  /** `other half`: targets and actuals side by side are both, and won deals are orders where nothing else is. */
  readonly by: 'range name' | 'sheet name' | 'headers' | 'other half';
  /** What is told of it where it is chosen. */
  readonly notes?: readonly Issue[];
}

/** What is looked through, and what is found out on the way. */
export interface Search {
  readonly book: Book;
  readonly mappings: Mappings;
  /** The sheets that rules give to tables. */
  readonly sheetRules: SheetRules;
  readonly issues: Issue[];
  readonly notes: Issue[];
}

/** Every range of a workbook that may be a table. */
export function candidatesOf(search: Search): Candidate[] {
  const named = namedCandidates(search);
  const isTaken = ({ origin }: RangeSource): boolean => named.some(({ source }) => source.origin?.sheet === origin?.sheet && source.origin?.row === origin?.row && source.origin?.column === origin?.column);
  const others = visibleSheets(search.book).flatMap((sheet) =>
    regionsOf(sheet, classifierOf(search, sheet)).regions.flatMap(({ known, source }): Candidate[] => (isTaken(source) ? [] : [{ kind: known.kind, source, score: known.score, by: known.isNamed ? 'sheet name' : 'headers' }])),
  );
  return [...named, ...others, ...[...named, ...others].flatMap((one) => otherHalf(one, search.mappings))];
}

/** Targets and actuals that stand side by side in one table: it is the one and the other. */
function otherHalf({ kind, source, score }: Candidate, mappings: Mappings): Candidate[] {
  if (kind === 'pipeline') return fitOf('orders', source.head?.texts ?? [], mappings.get('orders') ?? NO_MAPPING).isEnough ? [{ kind: 'orders', source, score, by: 'other half' }] : [];
  if (kind !== 'targets' && kind !== 'actuals') return [];
  const texts = source.head?.texts ?? [];
  const other = kind === 'targets' ? 'actuals' : 'targets';
  const roles = new Set(texts.flatMap((text) => readPeriodHeader(text)?.role ?? []));
  const fields = new Set(texts.flatMap((text) => [headerMatch('targets', text)?.field, headerMatch('actuals', text)?.field]));
  const isBoth = roles.size === 2 || (fields.has('target') && fields.has('actual') && fields.has('period'));
  return isBoth ? [{ kind: other, source, score, by: 'other half' }] : [];
}

export function visibleSheets({ sheets }: Book): readonly RangeSource[] {
  return sheets.filter(({ isHidden, cells }) => isHidden !== true && cells.length > 0);
}

function classifierOf({ mappings }: Search, source: RangeSource): Classify {
  const sheet = source.origin?.sheet;
  const isOurs = isMarked(source);
  return (headers, title) => {
    if (isOurs) return undefined;
    if (sheet !== undefined && isResultSheet(sheet, title)) return undefined;
    return kindOf(headers, mappings, sheet === undefined ? {} : { sheet });
  };
}

/** Ranges that the workbook itself names: MeritOrders, or a table of Excel's own that is called Orders. */
function namedCandidates({ book, mappings, issues, notes }: Search): Candidate[] {
  return tableKinds.flatMap((kind): Candidate[] => {
    const name = book.names.find((one) => one.name.toLowerCase() === schemas[kind].range.toLowerCase()) ?? book.names.find((one) => one.area && one.refersTo === undefined && isTableOf(kind, one));
    if (!name) return [];
    const area = areaOfName(name, book.names);
    const sheet = area && book.sheets.find(({ origin }) => origin?.sheet === area.sheet);
    if (!area || !sheet?.origin) {
      notes.push(issue('table.nameLost', undefined, { name: name.name, refersTo: (name.refersTo ?? '').replace(/^=/, '') }, 'warning'));
      return [];
    }
    const { row, column } = sheet.origin;
    const [top, left] = [Math.max(0, area.row - row), Math.max(0, area.column - column)];
    const whole = cut(sheet, top, sheet.cells.length, { first: left, last: area.column - column + area.columns - 1 });
    const found = regionsOf(whole, (headers) => {
      const known = kindOf(headers, mappings, { range: schemas[kind].range });
      return known?.kind === kind ? known : undefined;
    }).regions[0];
    if (found) return [{ kind, source: { ...found.source, rangeName: name.name }, score: found.known.score, by: 'range name' }];
    const head = headOf(kind, whole, mappings.get(kind) ?? NO_MAPPING);
    const why: Message | string = nearestKind(head.texts, mappings) || head.texts.filter((text) => text !== '').slice(0, 8).join(' | ');
    issues.push(issue('table.namedUnknown', undefined, { name: name.name, table: nameOf(kind), why }));
    return [];
  });
}

function isTableOf(kind: TableKind, { name }: BookName): boolean {
  return [schemas[kind].en, schemas[kind].zh].some((own) => matchKey(own) === matchKey(name));
}
