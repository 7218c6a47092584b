import { readPlans } from '../../../core/rules/read-plans';
import { versionFor } from '../../../core/rules/plan';
import { payPeriodOf } from '../../../core/rules/timeline';
import type { Range } from '../../../core/table/cell';
import { dayText } from '../../../core/table/day';
import { periodText, readPeriod } from '../../../core/table/period';
import { recogniseTables } from '../../../core/table/recognise';

const HEADER = ['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'];

/** The version that pays each period, and the days it pays for. */
function timeline(rows: readonly (string | number)[][], periods: readonly string[]): string[] {
  const cells = [HEADER, ...rows] as Range;
  const rules = recogniseTables([{ cells }]).byKind.get('rules');
  const plan = rules && readPlans(rules).plans[0];
  return periods.map((text) => {
    const reading = readPeriod(text);
    if (!plan || typeof reading !== 'object' || reading.kind !== 'period') throw new Error(text);
    const version = versionFor(plan, reading.period);
    if (!version) return `${text} none`;
    const { first, last, period } = payPeriodOf(version, reading.period);
    return `${periodText(period)} ${version.version}: ${dayText(first)} – ${dayText(last)}`;
  });
}

const rate = (version: string, effective: string): (string | number)[] => ['P', version, effective, 'rate', '', '', '1%'];
const calendar = (version: string, effective: string, value: string): (string | number)[] => ['P', version, effective, 'calendar', '', '', value];
const every = (version: string, effective: string, value: string): (string | number)[] => ['P', version, effective, 'pay every', '', '', value];

describe('the timeline of a plan', () => {
  it('an Effective date inside a period waits for the next one', () => {
    expect(timeline([rate('1', ''), rate('2', '2026-03-16')], ['2026-03', '2026-04'])).toEqual(['2026-03 1: 2026-03-01 – 2026-03-31', '2026-04 2: 2026-04-01 – 2026-04-30']);
  });

  it('a plan that begins inside a month pays from that day on, and no day before', () => {
    expect(timeline([rate('1', '2026-01-15')], ['2025-12', '2026-01', '2026-02'])).toEqual(['2025-12 none', '2026-01 1: 2026-01-15 – 2026-01-31', '2026-02 1: 2026-02-01 – 2026-02-28']);
  });

  it('months from day 26 after calendar months: the first one is clipped to begin where the old one ended', () => {
    expect(timeline([rate('1', ''), calendar('2', '2026-04-01', 'from day 26')], ['2026-03', '2026-04', '2026-05'])).toEqual([
      '2026-03 1: 2026-03-01 – 2026-03-31',
      '2026-04 2: 2026-04-01 – 2026-04-25',
      '2026-05 2: 2026-04-26 – 2026-05-25',
    ]);
  });

  it('back to calendar months: the days whose month was paid already go into the next', () => {
    expect(timeline([calendar('1', '', 'from day 26'), rate('2', '2026-04-01')], ['2026-03', '2026-04', '2026-05', '2026-06'])).toEqual([
      '2026-03 1: 2026-02-26 – 2026-03-25',
      '2026-04 1: 2026-03-26 – 2026-04-25',
      '2026-05 2: 2026-04-26 – 2026-05-31',
      '2026-06 2: 2026-06-01 – 2026-06-30',
    ]);
  });

  it('quarters after months begin with what is left of the quarter', () => {
    expect(timeline([rate('1', ''), every('2', '2026-05-01', 'quarter')], ['2026-04', '2026-Q2', '2026-Q3'])).toEqual([
      '2026-04 1: 2026-04-01 – 2026-04-30',
      '2026-Q2 2: 2026-05-01 – 2026-06-30',
      '2026-Q3 2: 2026-07-01 – 2026-09-30',
    ]);
  });

  it('a fiscal year whose first quarter has a name that was used: it runs into the second', () => {
    expect(timeline([every('1', '', 'quarter'), every('2', '2026-04-01', 'quarter'), calendar('2', '2026-04-01', 'fiscal year from 4')], ['2026-Q1', '2026-Q2', '2026-Q3'])).toEqual([
      '2026-Q1 1: 2026-01-01 – 2026-03-31',
      '2026-Q2 2: 2026-04-01 – 2026-09-30',
      '2026-Q3 2: 2026-10-01 – 2026-12-31',
    ]);
  });

  it('a version that waits is overtaken by a later one that is due by then', () => {
    expect(timeline([every('1', '', 'quarter'), rate('2', '2026-04-15'), rate('3', '2026-06-01')], ['2026-Q2', '2026-07'])).toEqual(['2026-Q2 1: 2026-04-01 – 2026-06-30', '2026-07 3: 2026-07-01 – 2026-07-31']);
  });

  it('of two versions with one date the highest counts, and a third follows it', () => {
    expect(timeline([rate('1', ''), rate('2', '2026-02-01'), rate('3', '2026-02-01'), rate('4', '2026-04-01')], ['2026-01', '2026-02', '2026-04'])).toEqual([
      '2026-01 1: 2026-01-01 – 2026-01-31',
      '2026-02 3: 2026-02-01 – 2026-02-28',
      '2026-04 4: 2026-04-01 – 2026-04-30',
    ]);
  });
});
