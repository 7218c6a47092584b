import type { Exact } from '../../amount/exact';
import { ONE, add, exactInteger, isZero, multiply, negate, subtract, sum, ZERO } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { quotient } from '../../amount/round';
import { exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';
import { poolOf, roundingOf } from '../../rules/plan';
import type { ShareKey } from '../../rules/words/share-by';
import type { PartPay } from '../part-pay';
import type { PoolMember, PoolPay } from '../pool';
import type { Expression, Say } from './formula';
import { conclude, figure, named, over, percentage, plus, quoted, times } from './formula';
import { isByDays } from '../pool-weights';
import { limitSteps } from './limit-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** A person's pool: what it was gathered from, its limits, its rounding, what is set aside, and the share of the rest (step 8). */
export function poolSteps(pay: PartPay, person: number, say: Say): Step[] {
  return pay.pots.flatMap((pool) => {
    const member = pool.members.find((candidate) => candidate.person === person);
    return member ? [...potSteps(pay, pool, say), ...reserveSteps(pay, pool, say), shareStep(pay, pool, member, say)] : [];
  });
}

/** What is taken back of pots of which the person had a share: their part of it. */
export function chargeSteps(pay: PartPay, person: number, say: Say): Step[] {
  const { decimals } = roundingOf(pay.run.compiled.version);
  return pay.pools.flatMap((pool) => (pool.members.find((candidate) => candidate.person === person)?.charges ?? []).map(({ taken, got, of, amount }): Step => ({
    step: 'reversal',
    what: { code: 'step.potCharged', params: { pool: pool.group } },
    formula: conclude(over(times(figure(taken, decimals), figure(got, decimals)), figure(of, decimals)), amount, { decimals, say }),
    amount,
    source: '',
  })));
}

function potSteps(pay: PartPay, pool: PoolPay, say: Say): Step[] {
  const { part, version } = pay.run.compiled;
  const { decimals } = roundingOf(version);
  const source = ruleRows(part.rules.pool.map(({ row }) => row), say);
  const { gathered, limits } = pool;
  if (!gathered || !limits) return [{ step: 'part', what: { code: 'step.potFixed', params: { pool: pool.group } }, formula: '', amount: pool.pot, source }];
  const formula = conclude(plus(...contributions(pay, pool)), gathered, { say });
  const limited = limitSteps(limits.steps, 'Pool', say);
  const before = limits.limited;
  const rounded = conclude(figure(before), pool.pot, { decimals, say });
  return [
    { step: 'part', what: { code: 'step.pot', params: { pool: pool.group } }, formula, amount: gathered, source },
    ...limited,
    ...(isZero(subtract(before, pool.pot)) ? [] : [{ step: 'part' as const, what: { code: 'step.potRounded', params: { pool: pool.group } } as const, formula: rounded, amount: pool.pot, source: '' }]),
  ];
}

/** What each person's lines brought into the pot; in a long list the smaller ones together. */
function contributions(pay: PartPay, pool: PoolPay): Expression[] {
  const { run, period } = pay;
  const { compiled, events } = run;
  const group = poolOf(compiled.part)?.by === 'plan' ? undefined : run.groups.indexOf(pool.group);
  const byPerson = new Map<number, Exact>();
  const bring = (person: number, of: number | undefined, amount: Exact): void => {
    if (person >= 0 && (group === undefined || of === group)) byPerson.set(person, add(byPerson.get(person) ?? ZERO, amount));
  };
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) bring(events.person[event] ?? -1, events.group[event], exactAt(events.pay, event));
  for (const trueUp of run.trueUps) if (trueUp.period === period.number) bring(trueUp.person, trueUp.group, trueUp.amount);
  const { persons } = compiled.ledger.people;
  return [...byPerson].filter(([, amount]) => !isZero(amount)).map(([person, amount]) => named(quoted(persons[person]?.label ?? ''), amount));
}

function reserveSteps(pay: PartPay, pool: PoolPay, say: Say): Step[] {
  const { part, version } = pay.run.compiled;
  const { decimals } = roundingOf(version);
  if (pool.reserves.every(({ amount }) => isZero(amount))) return [];
  const each = pool.reserves.map(({ fund, amount, row }): Step => {
    const share = part.rules.reserve.find((rule) => rule.row === row)?.share ?? ZERO;
    return { step: 'part', what: { code: 'step.potReserve', params: { fund: fundName(fund) } }, formula: conclude(times(figure(pool.pot, decimals), percentage(share)), amount, { decimals, say }), amount, source: ruleRows([row], say) };
  });
  const rest = subtract(pool.pot, sum(pool.reserves.map(({ amount }) => amount)));
  const formula = conclude(plus(figure(pool.pot, decimals), ...pool.reserves.map(({ amount }) => figure(negate(amount), decimals))), rest, { decimals, say });
  return [...each, { step: 'part', what: { code: 'step.potLeft' }, formula, amount: rest, source: '' }];
}

export function fundName(fund: string): Message | string {
  return fund === '' ? { code: 'word.fund' } : fund;
}

/** What is left × own ÷ all, by one key or by several in their shares, with the cent that rounding gave. */
function shareStep(pay: PartPay, pool: PoolPay, member: PoolMember, say: Say): Step {
  const { part, version } = pay.run.compiled;
  const { decimals } = roundingOf(version);
  const keys: readonly { key: ShareKey; share: Exact }[] = part.rules.shareBy.length > 0 ? part.rules.shareBy : [{ key: { kind: 'credit' }, share: ONE }];
  const source = ruleRows([...part.rules.shareBy, ...part.rules.weight].map(({ row }) => row), say);
  const what = keys.map(({ key, share }): Message => ({ code: 'note.text', params: { text: keyText(key, keys.length > 1 ? share : undefined, say) } }));
  if (pool.problem && isZero(member.amount)) return { step: 'pay', what: { code: 'step.potNoShare', params: { why: pool.problem } }, formula: '', amount: member.amount, source };
  const rest = subtract(pool.pot, sum(pool.reserves.map(({ amount }) => amount)));
  const parts = keys.flatMap(({ key, share }, index) => {
    const all = sum(pool.members.map(({ weights }) => weights[index] ?? ZERO));
    if (isZero(all)) return [];
    const own = weightFigure(key, member, index, say);
    return [over(keys.length === 1 ? own : times(percentage(share), own), everyone(pool, index))];
  });
  const [only] = parts;
  const whole = keys.length === 1 && only ? over(times(figure(rest, decimals), weightFigure(keys[0]?.key ?? { kind: 'credit' }, member, 0, say)), everyone(pool, 0)) : times(figure(rest, decimals), { ...plus(...parts), kind: 'sum' });
  const formula = conclude(parts.length === 0 ? figure(ZERO, decimals) : whole, member.amount, { decimals, say });
  return { step: 'pay', what: { code: 'step.potShare', params: { keys: what } }, formula, amount: member.amount, source };
}

/** `Role × days 60%`: by what is shared, and how much of the pot. */
function keyText(key: ShareKey, share: Exact | undefined, say: Say): string {
  const name = key.kind === 'column' ? key.column : say({ code: `shareBy.${key.kind}` });
  const byDays = isByDays(key) ? ` × ${say({ code: 'formula.days' })}` : '';
  return `${name}${byDays}${share ? ` ${exactToPercent(share)}` : ''}`;
}

/** A weight by the days on the team is shown as the days and the weight of each. */
function weightFigure(key: ShareKey, member: PoolMember, index: number, say: Say): Expression {
  const weight = member.weights[index] ?? ZERO;
  if (!isByDays(key) || member.days === 0) return figure(weight);
  const days = exactInteger(member.days);
  const daysFigure = named(say({ code: 'formula.days' }), days);
  const each = quotient(weight, days, { decimals: 8, mode: 'half up' });
  return isZero(subtract(multiply(each, days), weight)) && !isZero(weight) ? times(daysFigure, figure(each)) : figure(weight);
}

const MEMBERS_IN_SIGHT = 10;

/** Everyone's weights, one by one where they are few. */
function everyone(pool: PoolPay, index: number): Expression {
  const weights = pool.members.map(({ weights: own }) => own[index] ?? ZERO).filter((weight) => !isZero(weight));
  return weights.length <= MEMBERS_IN_SIGHT ? plus(...weights.map((weight) => figure(weight))) : figure(sum(weights));
}

