import { compareRatios } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Asked, Holder } from './asked';
import { monthsByTeam, over } from './asked';
import { companyFigures } from './company-figures';
import type { Figures } from './figures';
import { figuresOf } from './figures';
import type { FoundActual } from './find-actual';
import { usualRollup } from './find-actual';
import type { Agreed } from './find-target';
import { NOTHING_AGREED } from './find-target';
import { companyAsked, teamAsked } from './holders';
import { rollUp } from './roll-up';
import type { TeamAsked } from './team-figures';
import { teamFigures } from './team-figures';
import { weighTogether } from './weigh-targets';
import type { Rollup } from '../words';

/** The figures on a person's card: their own, or where Level says so those of their team (of each, for the months with it) or of the company. */
export function cardFigures(asked: Asked): Figures {
  const { ledger, indicator, holder, period, months } = asked;
  if (indicator.level === 'person' || holder.scope.kind !== 'person') return figuresOf(asked);
  if (indicator.level === 'company') return companyFigures(underOwnName(companyAsked(ledger, indicator, 'Company', period, months), holder));
  const groups = monthsByTeam(ledger, holder.scope.person, months);
  return together(asked, groups.map(({ team, months: own }) => teamFigures(underOwnName(teamAsked(ledger, indicator, team, period, own), holder))));
}

/** What was agreed with a person about their team's figure comes before what was agreed with the team. */
function underOwnName(asked: TeamAsked, { names }: Holder): TeamAsked {
  const { holder } = asked.team;
  return { ...asked, team: { ...asked.team, holder: { ...holder, names: [...names, ...holder.names] } } };
}

/** The figures of several teams one after another, as one. */
function together(asked: Asked, parts: readonly Figures[]): Figures {
  const [first] = parts;
  if (!first) return figuresOf(over(asked, []));
  if (parts.length === 1) return first;
  const actual = actualsTogether(parts);
  const rollup = actual?.rollup ?? usualRollup(asked.ledger, asked.indicator);
  const agreedOver = (months: readonly number[]): Agreed | undefined => {
    const shared = parts.map((part) => ({ part, own: part.months.filter((month) => months.includes(month)) })).filter(({ own }) => own.length > 0);
    return agreedTogether(shared.map(({ part, own }) => ({ agreed: own.length === part.months.length ? part.agreed : part.agreedOver(own), months: own.length, of: part.actual?.of })), rollup);
  };
  return { months: asked.months, actual, agreed: agreedOver(asked.months) ?? NOTHING_AGREED, agreedOver };
}

/** What several teams agreed for the months with each. A rate's targets weigh as its actuals do: by what each was measured on. */
function agreedTogether(parts: readonly { readonly agreed: Agreed | undefined; readonly months: number; readonly of: FoundActual['of'] }[], rollup: Rollup): Agreed | undefined {
  const targets = parts.flatMap(({ agreed, months, of }) => (agreed?.target ? [{ value: agreed.target, months, of }] : []));
  const [first] = parts;
  if (!first?.agreed || targets.length < parts.length) return undefined;
  const notes = parts.flatMap(({ agreed }) => agreed?.notes ?? []);
  if (rollup !== 'ratio') return { ...first.agreed, target: rollUp(targets, rollup), notes };
  const weighed = weighTogether(targets);
  const isSame = targets.every(({ value }) => compareRatios(value, targets[0]?.value ?? value) === 0);
  const how: Message[] = isSame ? [] : [{ code: weighed ? 'note.targetWeighed' : 'note.targetAveraged' }];
  return { ...first.agreed, target: weighed ?? rollUp(targets, 'average'), notes: [...notes, ...how] };
}

function actualsTogether(parts: readonly Figures[]): FoundActual | undefined {
  const known = parts.flatMap(({ actual, months }) => (actual ? [{ actual, months }] : []));
  const [first] = known;
  if (!first) return undefined;
  const { rollup } = first.actual;
  const pieces = known.flatMap(({ actual, months }) => (actual.value ? [{ value: actual.value, months: months.length, ...actual.of }] : []));
  const absent = parts.filter(({ actual }) => !actual).flatMap(({ months }) => [...months]);
  return {
    ...first.actual,
    value: pieces.length > 0 ? rollUp(pieces, rollup) : undefined,
    labels: known.flatMap(({ actual }) => actual.labels),
    missing: [...known.flatMap(({ actual }) => actual.missing), ...absent].sort((a, b) => a - b),
    idle: known.flatMap(({ actual }) => actual.idle),
    isPartial: known.some(({ actual }) => actual.isPartial),
    assumed: first.actual.assumed,
    of: undefined,
    weights: undefined,
    notes: known.flatMap(({ actual }) => actual.notes),
    faults: known.flatMap(({ actual }) => actual.faults),
  };
}
