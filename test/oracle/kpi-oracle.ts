import Decimal from 'decimal.js';

/** An independent reading of the KPI page in decimal.js: formulas as the page writes them, nothing shared with the engine. */
const D = Decimal.clone({ precision: 60 });

export interface OracleScoring {
  readonly kind: 'ratio' | 'linear' | 'step' | 'per unit';
  readonly knots?: readonly (readonly [x: number, score: number])[];
  readonly percent?: boolean;
  readonly unit?: number;
  readonly points?: number;
  readonly from?: number;
  readonly full?: number;
  readonly partial?: 'exact' | 'whole' | 'started';
}

export function scoringText({ kind, knots = [], percent = false, unit = 1, points = 1, from = 0, full = 100, partial = 'exact' }: OracleScoring): string {
  const mark = percent ? '%' : '';
  if (kind === 'ratio') return `ratio full ${full}`;
  if (kind === 'per unit') return `per ${unit}${mark} ${points} from ${from}${mark} full ${full} partial ${partial}`;
  return `${kind} ${knots.map(([x, score]) => `${x}${mark}:${score}`).join(' ')}`;
}

/** The score; lower is better mirrors ratios, flips the edge of steps, and turns units round. */
export function oracleScore(scoring: OracleScoring, actual: number, target: number, better: 'higher' | 'lower'): Decimal {
  const x = scoring.percent === true ? new D(actual).div(target).times(100) : new D(actual);
  const knots = scoring.knots ?? [];
  const [first = [0, 0], last = [0, 0]] = [knots[0], knots[knots.length - 1]];
  switch (scoring.kind) {
    case 'ratio': {
      const share = new D(actual).div(target);
      return (better === 'lower' ? new D(2).minus(share) : share).times(scoring.full ?? 100);
    }
    case 'linear': {
      if (x.lte(first[0])) return new D(first[1]);
      if (x.gte(last[0])) return new D(last[1]);
      const index = knots.findIndex(([at]) => x.lt(at));
      const [[x0, y0], [x1, y1]] = [knots[index - 1]!, knots[index]!];
      return x.minus(x0).div(x1 - x0).times(y1 - y0).plus(y0);
    }
    case 'step': {
      const reached = knots.filter(([at]) => (better === 'lower' ? x.gt(at) : x.gte(at)));
      const below = better === 'lower' ? first[1] : Math.min(0, first[1]);
      return new D(reached[reached.length - 1]?.[1] ?? below);
    }
    case 'per unit': {
      const away = better === 'lower' ? x.minus(scoring.from ?? 0) : new D(scoring.from ?? 0).minus(x);
      const full = new D(scoring.full ?? 100);
      if (away.lte(0)) return full;
      const units = away.div(scoring.unit ?? 1);
      const counted = { exact: units, whole: units.floor(), started: units.ceil() }[scoring.partial ?? 'exact'];
      return D.max(0, full.minus(counted.times(scoring.points ?? 0)));
    }
  }
}

/** The weighted mean of the scores that are there, rounded half up to 2 decimals. */
export function oracleTotal(lines: readonly { weight: number; score: Decimal | undefined }[]): number | undefined {
  const known = lines.filter(({ score }) => score !== undefined);
  if (known.length === 0) return undefined;
  const weights = known.reduce((sum, { weight }) => sum.plus(weight), new D(0));
  const total = known.reduce((sum, { weight, score }) => sum.plus((score ?? new D(0)).times(weight)), new D(0));
  return total.div(weights).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() + 0;
}
