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

/** Somebody's career: days as numbers, the rows of People by their From day. */
export interface OracleCareer {
  readonly name: string;
  readonly joined: number;
  readonly left: number;
  readonly rows: readonly { readonly from: number; readonly team: string; readonly role: string }[];
}

export interface OracleMonth {
  readonly first: number;
  readonly last: number;
}

export type OracleRollup = 'sum' | 'average' | 'last' | 'max' | 'min';

/** One person's month of one indicator: what was typed, what was agreed, and how many of its days count. */
interface OracleShare {
  readonly month: number;
  readonly actual: Decimal;
  readonly target: Decimal;
  /** Of the figure: the days counted ÷ the days employed. Of the target: the days counted ÷ the days of the month. */
  readonly ofActual: Decimal;
  readonly ofTarget: Decimal;
}

export interface OracleFigure {
  readonly target: Decimal;
  readonly actual: Decimal;
}

const rowOn = (career: OracleCareer, day: number): { team: string; role: string } => [...career.rows].reverse().find(({ from }) => from <= day) ?? career.rows[0] ?? { team: '', role: '' };

/** The months of a person's own card: those with a day of employment whose last such day has the role. */
export function oracleMonthsOf(career: OracleCareer, months: readonly OracleMonth[], roles: readonly string[]): number[] {
  return months.flatMap(({ first, last }, month) => {
    const [from, to] = [Math.max(first, career.joined), Math.min(last, career.left)];
    return from <= to && roles.includes(rowOn(career, to).role) ? [month] : [];
  });
}

function sharesOf(career: OracleCareer, months: readonly OracleMonth[], figures: readonly { actual: number; target: number }[], counts: (month: number, day: number, closing: number) => boolean): OracleShare[] {
  return months.flatMap(({ first, last }, month): OracleShare[] => {
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((day) => day >= career.joined && day <= career.left);
    const closing = days[days.length - 1];
    const figure = figures[month];
    if (closing === undefined || !figure) return [];
    const counted = days.filter((day) => counts(month, day, closing)).length;
    if (counted === 0) return [];
    return [{ month, actual: new D(figure.actual), target: new D(figure.target), ofActual: new D(counted).div(days.length), ofTarget: new D(counted).div(last - first + 1) }];
  });
}

const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new D(0));

function rolled(shares: readonly OracleShare[], rollup: OracleRollup): OracleFigure | undefined {
  if (shares.length === 0) return undefined;
  const [actuals, targets] = [shares.map(({ actual }) => actual), shares.map(({ target }) => target)];
  const both = (of: (values: Decimal[]) => Decimal): OracleFigure => ({ target: of(targets), actual: of(actuals) });
  switch (rollup) {
    case 'sum':
      return { target: total(shares.map(({ target, ofTarget }) => target.times(ofTarget))), actual: total(shares.map(({ actual, ofActual }) => actual.times(ofActual))) };
    case 'average':
      return both((values) => total(values).div(values.length));
    case 'last':
      return both((values) => values[values.length - 1] ?? new D(0));
    case 'max':
      return both((values) => D.max(...values));
    case 'min':
      return both((values) => D.min(...values));
  }
}

/** A person's figure over some months: those with the role, each whole but for the days before joining and after leaving. */
export function oraclePersonFigure(career: OracleCareer, months: readonly OracleMonth[], figures: readonly { actual: number; target: number }[], roles: readonly string[], rollup: OracleRollup): OracleFigure | undefined {
  return rolled(sharesOf(career, months, figures, (_, __, closing) => roles.includes(rowOn(career, closing).role)), rollup);
}

/** A team's figure: sums by the days with it, everything else over the months that closed with it; at the end, those who are there. */
export function oracleTeamFigure(careers: readonly OracleCareer[], team: string, months: readonly OracleMonth[], figures: (name: string) => readonly { actual: number; target: number }[], rollup: OracleRollup): OracleFigure | undefined {
  const members = careers.map((career) => sharesOf(career, months, figures(career.name), (_, day, closing) => rowOn(career, rollup === 'sum' ? day : closing).team === team)).filter((shares) => shares.length > 0);
  if (rollup !== 'last') return rolled(members.flat(), rollup);
  const end = Math.max(...members.map((shares) => shares[shares.length - 1]!.month));
  const standing = members.map((shares) => shares[shares.length - 1]!).filter(({ month }) => month === end);
  return standing.length === 0 ? undefined : { target: total(standing.map(({ target }) => target)), actual: total(standing.map(({ actual }) => actual)) };
}

/** A month's rate: so many of so many, and the rate that was agreed. */
export interface OracleRate {
  readonly top: number;
  readonly of: number;
  readonly target: number;
}

/** Rates over months: what was counted of all that there was, and what was agreed weighed the same way. */
function rateOver(rates: readonly OracleRate[]): OracleFigure | undefined {
  if (rates.length === 0) return undefined;
  const whole = total(rates.map(({ of }) => new D(of)));
  return { actual: total(rates.map(({ top }) => new D(top))).div(whole), target: total(rates.map(({ target, of }) => new D(target).times(of))).div(whole) };
}

/** A person's rate over the months with a role, each whole. */
export function oraclePersonRate(career: OracleCareer, months: readonly OracleMonth[], rates: readonly OracleRate[], roles: readonly string[]): OracleFigure | undefined {
  return rateOver(oracleMonthsOf(career, months, roles).map((month) => rates[month]!));
}

/** A team's rate: of everybody the months that closed with it. */
export function oracleTeamRate(careers: readonly OracleCareer[], team: string, months: readonly OracleMonth[], rates: (name: string) => readonly OracleRate[]): OracleFigure | undefined {
  return rateOver(careers.flatMap((career) => months.flatMap(({ first, last }, month) => {
    const [from, to] = [Math.max(first, career.joined), Math.min(last, career.left)];
    return from <= to && rowOn(career, to).team === team ? [rates(career.name)[month]!] : [];
  })));
}
