import type { Cell } from '../../../core/table/cell';
import { errorOf, valueOf } from '../../support/tables';

const KPIS = [
  ['KPI', 'Better', 'Scoring', 'Target', 'Cap', 'Floor', 'Veto', 'Effective'],
  ['Revenue', '', 'ratio', 100, 120, '', '', ''],
  ['Returns', '越低越好', '比率', 4, '', '', '', ''],
  ['Loss', 'lower', 'ratio', 4, '', -50, '', ''],
  ['Audit', '', 'ratio', 100, '', '', 'below 60: zero kpi', ''],
  ['Versions', '', 'ratio', 100, '', '', '', ''],
  ['Versions', '', 'ratio', 200, '', '', '', '2026-04-01'],
];

describe('one indicator', () => {
  it.each<[string, Cell[], number | string]>([
    ['full marks by ratio are 100 × A ÷ T', [85, 100], 85],
    ['lower is better is mirrored: 2 − 8.2 ÷ 7.5', [8.2, 7.5, '', null, 'lower'], 90.66666666666667],
    ['or inverted: 7.5 ÷ 8.2', [8.2, 7.5, 'ratio inverse', null, 'lower'], 91.46341463414635],
    ['a signed target: 1 + (−50 + 100) ÷ 100', [-50, -100, 'ratio signed'], 150],
    ['full 60 by ratio', [40, 50, 'ratio full 60'], 48],
    ['a cap around it', [150, 100, 'ratio cap 120'], 120],
    ['a floor around it', [10, 100, 'ratio floor 30'], 30],
    ['halfway between two points', [15, null, 'linear 10:60 20:80'], 70],
    ['below the first point the first score holds', [5, null, 'linear 10:60 20:80'], 60],
    ['below zero makes it nothing', [5, null, 'linear 10:60 20:80 below zero'], 0],
    ['extrapolate goes on along the line', [25, null, 'linear 10:60 20:80 above extrapolate'], 90],
    ['points in % stand on actual ÷ target', [90, 100, 'linear 80%:0 100%:100 120%:120'], 50],
    ['also where lower is better', [90, 100, 'linear 80%:120 100%:100 120%:0', null, 'lower'], 110],
    ['in Chinese, without spaces', [90, 100, '折线80%:0 100%:100'], 50],
    ['a step holds from its bound on', [60, 100, 'step 0%:0 60%:60 100%:100'], 60],
    ['and not before it', [59.99, 100, 'step 0%:0 60%:60 100%:100'], 0],
    ['what no step covers earns nothing', [50, 100, 'step 60%:60 100%:100'], 0],
    ['lower is better: a bound belongs to the step before it', [25, null, 'step 0:15 25:10 30:0', null, 'lower'], 15],
    ['per unit from the example: 60 − (85% − 73.712%) × 2', [0.9214, 1.25, 'per 1% 2 from 85% full 60 zero below 55%'], 37.424],
    ['nothing below the limit', [0.6, 1.25, 'per 1% 2 from 85% full 60 zero below 55%'], 0],
    ['per unit never falls below 0', [30, null, 'per 1 5 full 100', null, 'lower'], 0],
    ['without a start, full marks start at the target', [97, 100, 'per 1 5 full 100'], 85],
    ['a started unit counts whole', [96.5, 100, 'per 1 5 partial started'], 80],
    ['an unfinished unit counts nothing', [96.5, 100, 'per 1 5 partial whole'], 85],
    ['the exact part of a unit', [96.5, 100, 'per 1 5 partial exact'], 82.5],
    ['a bonus adds', [8, null, 'per 1 3 from 0 full 0 bonus cap 12'], 12],
    ['加分', [103, 100, '每 1 加 2 满分 100'], 106],
    ['扣完为止', [85, null, '每1分扣2分从90满分15低于75归零'], 5],
    ['a rating', ['良', null, '优:100 良:85 中:70 差:50'], 85],
    ['yes and no in either language', ['是', null, 'yes:100 no:0'], 100],
    ['ratings that are numbers', [4, null, 'lookup 5:100 4:80 3:60'], 80],
    ['a “-” is missing', ['-', 100], ''],
    ['the KPIs table: cap', [150, null, KPIS as unknown as Cell, 'Revenue'], 120],
    ['the KPIs table: its own direction', [5, null, KPIS as unknown as Cell, 'returns'], 75],
    ['the KPIs table: a score does not fall below 0', [12, null, KPIS as unknown as Cell, 'Returns'], 0],
    ['unless Floor says so', [12, null, KPIS as unknown as Cell, 'Loss'], -50],
    ['the KPIs table: a veto', [59, null, KPIS as unknown as Cell, 'Audit'], 0],
    ['the KPIs table: the version in force', [100, null, KPIS as unknown as Cell, 'Versions', null, '2026-03'], 100],
    ['and the later one', [100, null, KPIS as unknown as Cell, 'Versions', null, '2026-04'], 50],
  ])('%s', (_name, args, expected) => {
    expect(valueOf('KPISCORE', ...args)).toBe(expected);
  });

  it('gives the shape of a range, and leaves blanks blank', () => {
    expect(valueOf('KPISCORE', [[80], [''], ['-'], [100]], 100)).toEqual([[80], [''], [''], [100]]);
  });

  it.each<[string, Cell[], RegExp]>([
    ['a zero target', [5, 0], /target is 0/],
    ['a negative target', [5, -10], /ratio signed/],
    ['no target', [5], /no target/],
    ['points out of order', [5, null, 'linear 20:80 10:60'], /10 comes after 20/],
    ['a point twice', [5, null, 'linear 10:60 10:80'], /“10” is given two scores/],
    ['one point', [5, null, 'linear 10:60'], /fewer than 2/],
    ['points of two kinds', [5, 10, 'linear 10%:60 20:80'], /some points|Some points/],
    ['an unknown kind', [5, 10, 'lineer 10:60 20:80'], /linear/],
    ['words left over', [5, 10, 'ratio twice'], /“twice” is not understood/],
    ['numbers without a kind', [5, 10, '10:60 20:80'], /no scoring/],
    ['a rating nobody knows', ['okay', null, 'good:100 poor:50'], /good · poor/],
    ['text where a number is needed', ['many', 10], /“many” is not a number/],
    ['an error cell', ['#REF!', 10], /#REF!/],
    ['an inverse of 0', [0, 10, 'ratio inverse'], /mirror/],
    ['versions without a period', [5, null, KPIS as unknown as Cell, 'Versions'], /period/i],
    ['a KPI that is not there', [5, null, KPIS as unknown as Cell, 'Revenu'], /#N\/A.*Revenue/],
    ['per unit without a unit', [5, 10, 'per 2 from'], /points a unit takes/],
  ])('says what is wrong with %s', (_name, args, expected) => {
    expect(errorOf('KPISCORE', ...args)).toMatch(expected);
  });
});

describe('attainment, grade and pace', () => {
  it.each<[Cell[], number]>([
    [[450000, 500000], 0.9],
    [[5, 4, 'lower'], 0.75],
    [[5, 4, 'lower', 'inverse'], 0.8],
    [[-120, -100, 'higher', 'signed'], 0.8],
    [[120, 100, 'lower', 'signed'], 0.8],
  ])('ATTAINMENT%j is %d', (args, expected) => {
    expect(valueOf('ATTAINMENT', ...args)).toBe(expected);
  });

  it('grades the score rounded half up to 2 decimals', () => {
    const grades = [[90, 'A', 1.2], [75, 'B', 1], [60, 'C', '80%']];
    expect(valueOf('KPIGRADE', [[89.994], [89.995], [60]], grades)).toEqual([['B'], ['A'], ['C']]);
    expect(valueOf('KPIGRADE', 60, grades, '系数')).toBe(0.8);
    expect(errorOf('KPIGRADE', 59, grades)).toMatch(/begins at or below 59/);
    expect(errorOf('KPIGRADE', 59, [[90, 'A'], [90, 'B']])).toMatch(/Grade B, or its bound, is there twice/);
  });

  const pace = (...args: unknown[]): (string | number)[] => (valueOf('KPIPACE', ...(args as Cell[])) as (string | number)[][])[1] ?? [];
  it.each<[string, unknown[], (string | number)[]]>([
    ['by calendar days', [96000, 260000, '2026-06-01', '2026-06-30', '2026-06-12'], [104000, 0.9230769230769231, 240000, 9111.111111111111, 'on track']],
    ['90 % of what is expected is still on track', [93.6, 260, '2026-06-01', '2026-06-30', '2026-06-12'], [104, 0.9, 234, 9.244444444444444, 'on track']],
    ['a little less is behind', [93.59, 260, '2026-06-01', '2026-06-30', '2026-06-12'], [104, 0.8999038461538461, 233.975, 9.245, 'behind']],
    ['a reached target needs nothing more', [300, 260, '2026-06-01', '2026-06-30', '2026-06-12'], [104, 2.8846153846153846, 750, 0, 'ahead']],
    // June 2026 has 22 weekdays; without Friday the 19th it is 21, of which the 12th is the tenth.
    ['by working days', [100, 210, '2026-06-01', '2026-06-30', '2026-06-12', null, [['2026-06-19']]], [100, 1, 210, 10, 'on track']],
    ['a weekend day that is worked counts', [100, 220, '2026-06-01', '2026-06-30', '2026-06-12', null, [['2026-06-19', ''], ['2026-06-13', '补班']]], [100, 1, 220, 10, 'on track']],
    ['by quarters of a season', [10, 100, '2026-01-01', '2026-12-31', '2026-03-31', [[1, 2, 3, 4]]], [10, 1, 100, 0.32727272727272727, 'on track']],
    ['before the start', [0, 100, '2026-06-01', '2026-06-30', '2026-05-20'], [0, '', '', 3.3333333333333335, 'not started']],
    ['after the end nothing can be asked of a day', [80, 100, '2026-06-01', '2026-06-30', '2026-07-02'], [100, 0.8, 80, '', 'behind']],
    ['lower is better mirrors', [6, 10, '2026-06-01', '2026-06-30', '2026-06-12', null, null, 'lower'], [4, 1.5, 15, 0.2222222222222222, 'behind']],
  ])('paces %s', (_name, args, expected) => {
    expect(pace(...args)).toEqual(expected);
  });

  it('refuses shares that do not fit the span', () => {
    expect(errorOf('KPIPACE', 1, 2, '2026-01-01', '2026-12-31', '2026-03-01', [[1, 2, 3, 4, 5]])).toMatch(/5 seasonal shares do not fit/);
    expect(errorOf('KPIPACE', 1, 2, '2026-02-01', '2026-01-01', '2026-01-15')).toMatch(/end is before the start/);
  });
});

describe('target grids', () => {
  it('add up both ways where simple rounding would not', () => {
    const grid = valueOf('TARGETGRID', 100, [[1], [1], [1]], [[1, 1, 1]], 0) as number[][];
    expect(grid.map((row) => row.reduce((a, b) => a + b))).toEqual([34, 33, 33]);
    expect([0, 1, 2].map((column) => grid.reduce((sum, row) => sum + (row[column] ?? 0), 0))).toEqual([34, 33, 33]);
    expect(grid.flat().every((cell) => cell === 11 || cell === 12)).toBe(true);
  });

  it('share a negative total, and give nothing to a weight of 0', () => {
    expect(valueOf('TARGETGRID', -10.01, [[1], [0]], [[1, 1]])).toEqual([[-5.01, -5], [0, 0]]);
    expect(errorOf('TARGETGRID', 10, [[0]], [[1]])).toMatch(/weight/);
  });
});
