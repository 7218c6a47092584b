import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, negate, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import type { PlanVersion } from '../rules/plan';
import { currencyOf, roundingOf } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Adjustment } from './closed/corrections';
import type { Payee } from './closed/payee';
import { THE_COMPANY, fundPayee } from './closed/payee';
import { COMPANY, FUND } from './events';
import type { PaidPart, PlanPay } from './plan-pay';
import { adjustmentReasons, money } from './reasons';
import type { Amounts, SettledRow } from './settled-row';
import { NO_AMOUNTS, measureOfParts } from './settled-row';

interface OtherRow {
  readonly payee: Payee;
  readonly amounts: Partial<Amounts>;
  readonly why: readonly Message[];
  readonly parts: readonly PaidPart[];
  readonly adjustments: readonly Adjustment[];
}

function otherRow(version: PlanVersion, { payee, amounts, why, parts, adjustments }: OtherRow): SettledRow {
  const kind = payee.kind === 'company' ? 'company' : 'fund';
  const word = { code: kind === 'company' ? 'word.company' : 'word.fund' } as const;
  return {
    kind,
    payee,
    name: payee.name === '' ? word : payee.name,
    person: payee.person,
    team: '',
    role: '',
    plan: version.plan,
    currency: currencyOf(version),
    decimals: roundingOf(version).decimals,
    amounts: { ...NO_AMOUNTS, ...amounts },
    open: false,
    why: [...why, ...adjustmentReasons(adjustments)],
    parts,
    adjustments,
    manual: [],
    balances: undefined,
  };
}

/** What a period leaves with the company: credit that nobody claimed, and what of pots could not be shared. */
export interface CompanyAmounts {
  readonly measure: Exact;
  readonly earned: Exact;
  readonly left: Exact;
  readonly problems: readonly Message[];
  readonly parts: readonly PaidPart[];
}

export function companyAmounts(pay: PlanPay): CompanyAmounts {
  const parts = pay.persons.get(COMPANY)?.parts ?? [];
  const pots = pay.parts.flatMap(({ pay: part }) => part.pools);
  const left = sum(pots.map(({ company }) => company));
  const problems = pots.flatMap(({ problem }) => (problem ? [problem] : []));
  return { measure: measureOfParts(parts), earned: add(sum(parts.map((part) => part.earned)), left), left, problems, parts };
}

/** Credit that nobody claimed, and pots that could not be shared: shown, not paid. */
export function companyRows(version: PlanVersion, pay: PlanPay, corrections: readonly Adjustment[]): SettledRow[] {
  const { measure, earned, left, problems, parts } = companyAmounts(pay);
  const adjustments = corrections.filter(({ payee }) => payee.kind === 'company');
  const adjustment = sum(adjustments.map(({ amount }) => amount));
  if ([earned, measure, adjustment].every(isZero)) return [];
  const why: Message[] = isZero(measure) ? [] : [{ code: 'why.company' }];
  const potLeft: Message[] = isZero(left) ? [] : [{ code: 'why.potLeft', params: { amount: money(left) } }];
  return [otherRow(version, { payee: THE_COMPANY, amounts: { measure, earned, adjustment }, why: [...why, ...problems, ...potLeft], parts, adjustments })];
}

/** What a fund receives: from pools (earned by no person), from what people earned (their Reserved), and credit that nobody claimed. */
export interface FundAmounts {
  pools: Exact;
  people: Exact;
  credit: Exact;
}

/** What each fund receives in a period, by its name as the rules write it. */
export function fundAmounts(version: PlanVersion, pay: PlanPay): ReadonlyMap<string, FundAmounts> {
  const funds = new Map<string, FundAmounts>();
  const fundOf = (fund: string): FundAmounts => {
    const known = funds.get(fund) ?? { pools: ZERO, people: ZERO, credit: ZERO };
    funds.set(fund, known);
    return known;
  };
  for (const { pay: part } of pay.parts) {
    for (const { reserves } of part.pools) for (const { fund, amount } of reserves) fundOf(fund).pools = add(fundOf(fund).pools, amount);
  }
  for (const { person, parts } of pay.persons.values()) {
    for (const { reserves } of person < 0 ? [] : parts) for (const { fund, amount } of reserves) fundOf(fund).people = add(fundOf(fund).people, amount);
  }
  const unclaimed = pay.persons.get(FUND)?.parts ?? [];
  if (unclaimed.length > 0) {
    const own = fundOf(version.all.reserve[0]?.fund ?? '');
    own.pools = add(own.pools, sum(unclaimed.map(({ earned }) => earned)));
    own.credit = measureOfParts(unclaimed);
  }
  return funds;
}

/** A row a fund: what it received in the period, and corrections of earlier ones. */
export function fundRows(version: PlanVersion, pay: PlanPay, corrections: readonly Adjustment[]): SettledRow[] {
  const funds = fundAmounts(version, pay);
  const corrected = corrections.filter(({ payee }) => payee.kind === 'fund');
  const names = [...funds.keys()];
  for (const { payee } of corrected) if (!names.some((name) => matchKey(name) === matchKey(payee.name))) names.push(payee.name);
  return names.map((name) => {
    const { pools, people, credit } = funds.get(name) ?? { pools: ZERO, people: ZERO, credit: ZERO };
    const adjustments = corrected.filter(({ payee }) => matchKey(payee.name) === matchKey(name));
    const adjustment = sum(adjustments.map(({ amount }) => amount));
    const amounts = { measure: credit, earned: pools, reserved: negate(people), adjustment, payable: sum([pools, people, adjustment]) };
    return otherRow(version, { payee: fundPayee(name), amounts, why: [{ code: 'why.fund' }], parts: isZero(credit) ? [] : (pay.persons.get(FUND)?.parts ?? []), adjustments });
  });
}
