import { performance } from 'node:perf_hooks';

export interface Measured {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** The time of some work, and the heap it left behind. */
export function measure(work: () => void): Measured {
  global.gc?.();
  const base = process.memoryUsage();
  let peak = 0;
  const began = performance.now();
  work();
  const seconds = (performance.now() - began) / 1000;
  const after = process.memoryUsage();
  peak = Math.max(peak, after.heapUsed + after.arrayBuffers - base.heapUsed - base.arrayBuffers);
  return { seconds, peakMegabytes: peak / 1e6 };
}
