import { call } from '../../core/catalogue/call';
import type { Argument, Value } from '../../core/catalogue/function-entry';
import type { RangeSource } from '../../core/table/cell';
import { columnLetters, rangeWidth } from '../../core/table/cell';
import { tableKinds, schemas } from '../../core/table/schema';
import { areaOfReference } from '../../host-port/reference';
import type { Answer, Desk } from './desk';
import { refuseText, sourceOf } from './desk';
import { quotedSheet } from './area-reference';

/** A formula and what it gives, before it is inserted. */
export interface Trial {
  readonly formula: string;
  readonly value: Value;
}

/** A table to pick for a function, as a formula refers to it. */
export interface TableReference {
  readonly name: string;
  readonly reference: string;
}

export function tableReferences(desk: Desk): readonly TableReference[] {
  return tableKinds.flatMap((kind) => {
    const source = sourceOf(desk, kind);
    if (!source?.origin) return [];
    const range = schemas[kind].range;
    const named = desk.book.names.some(({ name, area }) => area !== undefined && name.toLowerCase() === range.toLowerCase());
    return [{ name: schemas[kind][desk.language], reference: named ? range : referenceOf(source) }];
  });
}

function referenceOf({ cells, origin }: RangeSource): string {
  if (!origin) return '';
  const corner = (column: number, row: number): string => `$${columnLetters(column)}$${row}`;
  return `${quotedSheet(origin.sheet)}!${corner(origin.column, origin.row)}:${corner(origin.column + rangeWidth(cells) - 1, origin.row + cells.length - 1)}`;
}

/** Tries a function on what was typed or picked for each of its parameters; blanks at the end are left out. */
export function tryFormula(desk: Desk, { name, args }: { readonly name: string; readonly args: readonly string[] }): Answer<Trial> & { readonly formula: string } {
  const given = args.slice(0, args.reduce((last, text, index) => (text.trim() === '' ? last : index + 1), 0));
  const formula = `=${name}(${given.map((text) => written(desk, text.trim())).join(', ')})`;
  const result = call(name, given.map((text) => valueOf(desk, text.trim())));
  if (result.ok) return { ok: true, formula, value: { formula, value: result.value } };
  return { ...refuseText(result.error.message), formula };
}

const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

function written(desk: Desk, text: string): string {
  if (text === '' || NUMBER.test(text) || isReference(desk, text) || text.startsWith('{')) return text;
  return `"${text.replace(/^"(.*)"$/, '$1').replaceAll('"', '""')}"`;
}

function isReference({ book }: Desk, text: string): boolean {
  return areaOfReference(text) !== undefined || book.names.some(({ name }) => name.toLowerCase() === text.toLowerCase());
}

function valueOf(desk: Desk, text: string): Argument {
  if (text === '') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text.startsWith('{')) return text.slice(1, text.endsWith('}') ? -1 : undefined).split(';').map((row) => row.split(',').map((cell) => (NUMBER.test(cell.trim()) ? plainNumber(cell.trim()) : cell.trim().replace(/^"(.*)"$/, '$1'))));
  const area = areaOfReference(text) ?? desk.book.names.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.area;
  if (!area) return text.replace(/^"(.*)"$/, '$1');
  const source = desk.book.sheets.find(({ origin }) => origin?.sheet.toLowerCase() === area.sheet.toLowerCase());
  const [row0, column0] = [source?.origin?.row ?? 1, source?.origin?.column ?? 1];
  const cells = Array.from({ length: area.rows }, (_, y) => Array.from({ length: area.columns }, (_unused, x) => source?.cells[area.row - row0 + y]?.[area.column - column0 + x] ?? null));
  return area.rows === 1 && area.columns === 1 ? (cells[0]?.[0] ?? null) : cells;
}

function plainNumber(text: string): string | number {
  return text.endsWith('%') ? text : Number(text);
}
