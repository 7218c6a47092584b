import type { Exact } from '../../amount/exact';

/** What a unit of the usual trading currencies is roughly worth in CNY: only to see a decimal point or a unit that is off by far. */
const IN_CNY: ReadonlyMap<string, Exact> = new Map(Object.entries<Exact>({
  CNY: { units: 1, scale: 0 },
  USD: { units: 7, scale: 0 },
  EUR: { units: 8, scale: 0 },
  GBP: { units: 9, scale: 0 },
  CHF: { units: 8, scale: 0 },
  CAD: { units: 5, scale: 0 },
  AUD: { units: 47, scale: 1 },
  NZD: { units: 42, scale: 1 },
  SGD: { units: 54, scale: 1 },
  HKD: { units: 92, scale: 2 },
  MYR: { units: 16, scale: 1 },
  AED: { units: 19, scale: 1 },
  SAR: { units: 19, scale: 1 },
  THB: { units: 2, scale: 1 },
  TWD: { units: 22, scale: 2 },
  INR: { units: 84, scale: 3 },
  JPY: { units: 48, scale: 3 },
  KRW: { units: 52, scale: 4 },
  IDR: { units: 45, scale: 5 },
  VND: { units: 28, scale: 5 },
}));

export function roughlyInCny(currency: string): Exact | undefined {
  return IN_CNY.get(currency);
}
