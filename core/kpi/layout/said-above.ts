import type { RangeSource } from '../../table/cell';
import { cellText, isBlankOrZero, matchKey, plainText } from '../../table/cell';
import { headerMatch } from '../../table/header-match';
import { numberOfPeriod, readPeriod } from '../../table/period';
import type { Period } from '../../table/period';
import { MONTH_NAMES, monthOf } from '../../table/typed-date';
import type { KnownNames, Role } from './labels';
import { labelOf } from './labels';

/** What a sheet's name and the lines above its figures say of all of them. */
export interface SaidAbove {
  readonly period: Period | undefined;
  readonly year: number | undefined;
  readonly person: string | undefined;
  readonly kpi: string | undefined;
  readonly role: Role | undefined;
}

/** Reads a sheet's name and what stands above a row: `姓名：张三`, `考核期：2026年3月`, `Sales targets FY2026`. */
export function saidAbove({ cells, origin }: RangeSource, head: number, known: KnownNames): SaidAbove {
  const lines = cells.slice(0, head).map((line) => line.filter((cell) => !isBlankOrZero(cell)).map((cell) => plainText(cellText(cell))));
  const texts = [...lines.flat(), origin?.sheet ?? ''];
  const pairs = lines.flatMap(pairsOf);
  const periods = texts.flatMap((text) => periodIn(text) ?? []);
  const [period] = [...periods].sort((a, b) => kindRank(a) - kindRank(b));
  const named = pairs.find(([label]) => isPersonLabel(label))?.[1];
  const alone = [origin?.sheet ?? '', ...lines.flat()].map((text) => known.holders.get(matchKey(text))).find((name) => name !== undefined);
  const kpi = texts.map((text) => [...known.kpis].find(([key]) => key !== '' && matchKey(text).includes(key))?.[1]).find((name) => name !== undefined);
  const role = texts.map((text) => labelOf(text, known).role).find((one) => one === 'target' || one === 'actual');
  const year = period?.year;
  return { period: period?.kind === 'year' ? undefined : period, year, person: (named && (known.holders.get(matchKey(named)) ?? named)) ?? alone, kpi, role };
}

/** Labels with what stands behind their colon, or in the next cell. */
function pairsOf(line: readonly string[]): [string, string][] {
  return line.flatMap((text, at): [string, string][] => {
    const found = text.split(/\s{2,}|[;；]/).flatMap((part): [string, string][] => {
      const colon = part.search(/[:：]/);
      return colon > 0 && colon < part.length - 1 ? [[part.slice(0, colon).trim(), part.slice(colon + 1).trim()]] : [];
    });
    const next = line[at + 1];
    return found.length > 0 || next === undefined ? found : [[text.replace(/[:：]$/, ''), next]];
  });
}

function isPersonLabel(label: string): boolean {
  return /^被?考核人$|^员工$/.test(label) || headerMatch('actuals', label)?.field === 'person' || headerMatch('people', label)?.field === 'person';
}

/** The finest first: a month says more than a year. */
function kindRank({ kind }: Period): number {
  return ['month', 'quarter', 'half', 'year'].indexOf(kind);
}

const MONTH_FIRST = new RegExp(`\\b(${MONTH_NAMES})\\.?[\\s\\-/,]*(20\\d\\d)\\b`, 'i');

/** A period anywhere in a text: `2026年3月绩效考核表`, `Targets Q1 2026`, `FY2026 plan`. */
export function periodIn(text: string): Period | undefined {
  if (text.length > 200) return undefined;
  const [, name, behind] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined) return { kind: 'month', year: Number(behind), index: monthOf(name) };
  const [, year, month] = /(20\d\d)\s?[-/.年]\s?(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year !== undefined && Number(month) >= 1 && Number(month) <= 12) return { kind: 'month', year: Number(year), index: Number(month) };
  const [, q1, y1, y2, q2, zh] = /Q([1-4])\s?[-/]?\s?(20\d\d)|(20\d\d)\s?年?\s?[-/]?\s?(?:Q([1-4])|第?([1-4一二三四])季度)/i.exec(text) ?? [];
  const quarter = q1 ?? q2 ?? zh;
  if (quarter !== undefined) return { kind: 'quarter', year: Number(y1 ?? y2), index: '一二三四'.indexOf(quarter) >= 0 ? '一二三四'.indexOf(quarter) + 1 : Number(quarter) };
  const [, only] = /(?<!\d)(20\d\d)(?!\d)/.exec(text) ?? [];
  return only === undefined ? undefined : { kind: 'year', year: Number(only), index: 1 };
}

/** A period as somebody types it; undefined where it is none. */
export function typedPeriod(text: string): Period | undefined {
  const reading = readPeriod(text);
  if (typeof reading !== 'object' || reading.kind === 'day') return undefined;
  const period: Period = reading.kind === 'period' ? reading.period : { kind: 'year', year: reading.year, index: 1 };
  return Number.isFinite(numberOfPeriod(period)) ? period : undefined;
}
