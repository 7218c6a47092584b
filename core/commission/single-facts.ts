import { ratioOf } from '../amount/ratio';
import type { Exact } from '../amount/exact';
import { meetsBound, meetsDay } from '../rules/bound';
import type { Condition } from '../rules/condition';
import { matchesValues, specificity } from '../rules/condition';
import type { Fit } from '../rules/narrower';
import { boundsOf } from '../rules/narrower';
import type { Cell } from '../table/cell';
import { cellText, matchKey } from '../table/cell';
import { readDay } from '../table/day';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { isNumberFault, readNumber } from '../table/number-cell';

/** Facts about the person and the line, by field. */
export type Facts = ReadonlyMap<string, Cell>;

function needsField(field: string): Result<never> {
  return fail(issue('commission.needsField', undefined, { field }));
}

export function factNumber(facts: Facts, field: string): Result<Exact> {
  const cell = facts.get(matchKey(field)) ?? facts.get(matchKey(aliasOf(field) ?? field));
  const reading = readNumber(cell);
  if (reading === 'blank') return needsField(field);
  if (isNumberFault(reading)) return fail(issue('argument.notNumber', undefined, { name: field, found: cellText(cell) }));
  return succeed(reading);
}

const ALIASES = new Map([['score', '得分'], ['得分', 'score'], ['factor', '系数'], ['系数', 'factor']]);

function aliasOf(name: string): string | undefined {
  return ALIASES.get(matchKey(name));
}

/** The rows whose conditions hold, each with how narrow its match is. */
export function fitsOf<Row extends { readonly conditions: readonly Condition[] }>(rows: readonly Row[], facts: Facts): Result<Fit<Row>[]> {
  const fits: Fit<Row>[] = [];
  for (const row of rows) {
    const rank = rankOf(row.conditions, facts);
    if (!rank.ok) return rank;
    if (rank.value !== undefined) fits.push({ row, rank: rank.value, bounds: boundsOf(row.conditions) });
  }
  return succeed(fits);
}

/** The narrowest row; two that fit equally well and say different things are an issue. */
export function onlyOne<Row extends { readonly row: number }>([first, ...others]: readonly Row[], isSame: (a: Row, b: Row) => boolean): Result<Row | undefined> {
  const other = first && others.find((one) => !isSame(first, one));
  if (!first || !other) return succeed(first);
  return fail(issue('rules.equalFit', undefined, { one: Math.min(first.row, other.row), other: Math.max(first.row, other.row) }));
}

/** How specific a match the conditions make; undefined where one does not hold. */
export function rankOf(conditions: readonly Condition[], facts: Facts): Result<number | undefined> {
  let rank = 0;
  for (const condition of conditions) {
    if (!facts.has(matchKey(condition.column)) && !facts.has(matchKey(aliasOf(condition.column) ?? ''))) return needsField(condition.column);
    const cell = facts.get(matchKey(condition.column)) ?? facts.get(matchKey(aliasOf(condition.column) ?? ''));
    const holds = holdsOne(condition, cell, facts);
    if (!holds.ok) return holds;
    if (!holds.value) return succeed(undefined);
    rank += 1000000 + specificity(condition, cellText(cell));
  }
  return succeed(rank);
}

function holdsOne({ column, test }: Condition, cell: Cell, facts: Facts): Result<boolean> {
  if (test.kind === 'values') return succeed(matchesValues(test, cellText(cell)));
  if (test.unit === 'day') {
    const day = readDay(cell);
    return succeed(typeof day === 'number' && meetsDay(test, day));
  }
  const value = factNumber(facts, column);
  return value.ok ? succeed(meetsBound(test, ratioOf(value.value))) : value;
}
