import type { Range } from '../../table/cell';

/** Small tables of indicators for the examples of the catalogue. */
export const KPIS: Range = [
  ['KPI', 'Area', 'Weight', 'Better', 'Unit', 'Scoring', 'Source'],
  ['Revenue', 'Result', 60, 'higher', 'CNY', 'ratio', 'orders: revenue'],
  ['Complaints', 'Service', 20, 'lower', '', 'per 1 10', ''],
  ['Teamwork', 'Attitude', 20, 'higher', '', 'good:100 fair:80 poor:50', ''],
];

export const TARGETS: Range = [
  ['Person', 'KPI', 'Period', 'Target'],
  ['Amy', 'Revenue', '2026-03', 160000],
  ['Ben', 'Revenue', '2026-03', 50000],
  ['EU', 'Revenue', '2026-03', 200000],
];

export const ACTUALS: Range = [
  ['Period', 'Person', 'KPI', 'Actual'],
  ['2026-03', 'Amy', 'Complaints', 1],
  ['2026-03', 'Amy', 'Teamwork', 'good'],
  ['2026-03', 'Ben', 'Teamwork', 'fair'],
];

export const GRADES: Range = [
  ['From', 'Grade', 'Factor'],
  [90, 'A', 1.2],
  [75, 'B', 1],
  [0, 'C', 0.8],
];
