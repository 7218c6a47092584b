import type { Ratio } from '../../amount/ratio';
import { NOTHING } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Asked } from './asked';
import { over } from './asked';
import { derivedFigure } from './derived-figure';
import type { Figures } from './figures';
import { basisOf, figuresOf, limited, unsplit } from './figures';
import type { Assumed, FoundActual } from './find-actual';
import { isRate, ownActual, rollupOf, usualRollup, sharedActual, sharesTogether, typedFor } from './find-actual';
import type { ActualBasis, Agreed } from './find-target';
import { NOTHING_AGREED, findAgreed } from './find-target';
import { bridgeMonths } from './missing-months';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import { targetKey } from '../targets';
import { weighTogether } from './weigh-targets';
import type { Rollup } from '../words';

/** A team's (or the company's) indicator, and the same of each of its people for the months they were with it. */
export interface TeamAsked {
  readonly team: Asked;
  readonly members: readonly Asked[];
  /** Whether the indicator is for all who were with the team, all the time: then the team's own orders are its members'. */
  readonly isForAll: boolean;
}

/** Figures recorded for the team, else measured on its orders, else rolled up from its members, each for their months. */
export function teamFigures(asked: TeamAsked): Figures {
  const { team } = asked;
  const rollup = usualRollup(team.ledger, team.indicator);
  const isMeasured = asked.isForAll && (rollup === 'sum' || rollup === 'ratio');
  const own = typedFor(team) ?? (isMeasured ? derivedFigure(team, rollupOf(team.indicator)) : undefined);
  if (own) return withTeamTarget(asked, own);
  const rolled = membersFigures(asked);
  return rolled ?? withTeamTarget(asked, sharedActual(team));
}

function withTeamTarget(asked: TeamAsked, actual: FoundActual | undefined): Figures {
  const { team } = asked;
  const basis = basisOf(team, actual);
  if (isOneTeams(team)) return { months: team.months, actual, agreed: NOTHING_AGREED, agreedOver: () => undefined };
  if (hasOwnTarget(team) || asked.members.length === 0) return figuresOf(team, actual);
  const agreedOver = (months: readonly number[]): Agreed => membersAgreed(asked, limited(basis, months), months) ?? findAgreed(over(team, months), limited(basis, months));
  return { months: team.months, actual, agreed: agreedOver(team.months), agreedOver: (months) => unsplit(agreedOver(months), basis) };
}

/** What each team has agreed is not the company's target. */
function isOneTeams(team: Asked): boolean {
  return team.holder.scope.kind === 'all' && team.indicator.level === 'team' && !hasRows(team);
}

/** A target of the team's own; that of an indicator of the team is always its own. */
function hasOwnTarget(team: Asked): boolean {
  return team.indicator.level !== 'person' || hasRows(team);
}

function hasRows({ ledger, holder, indicator }: Asked): boolean {
  return holder.names.some((name) => ledger.targets?.byKey.get(targetKey(name, indicator.name))?.rows.some(({ target }) => target !== undefined) === true);
}

/** The members' targets as their actuals are put together; undefined where one has none. */
function membersAgreed({ members }: TeamAsked, basis: ActualBasis, months: readonly number[]): Agreed | undefined {
  const there = members.map((member) => over(member, member.months.filter((month) => months.includes(month)))).filter((member) => member.months.length > 0);
  const agreed = there.map((member) => ({ agreed: findAgreed(member, { rollup: basis.rollup, recorded: [], weights: undefined }), months: member.months }));
  return targetTogether(agreed.map((one) => ({ ...one, of: undefined })), basis.rollup, there[0]);
}

interface MemberTarget {
  readonly agreed: Agreed;
  readonly months: readonly number[];
  readonly of: FoundActual['of'];
}

function targetTogether(members: readonly MemberTarget[], rollup: Rollup, any: Asked | undefined): Agreed | undefined {
  const pieces = standing(members, rollup).flatMap((member): (Piece & { of: FoundActual['of'] })[] => (member.agreed.target ? [{ value: member.agreed.target, months: member.months.length, of: member.of }] : []));
  if (!any || pieces.length === 0 || pieces.length < standing(members, rollup).length) return undefined;
  const notes: Message[] = [{ code: 'note.membersTarget', params: { count: pieces.length } }];
  const isSplit = members.some(({ agreed }) => agreed.isSplit);
  return { ...NOTHING_AGREED, target: (rollup === 'ratio' ? weighTogether(pieces) : undefined) ?? rollUp(pieces, across(any, rollup)), notes, isSplit, at: members[0]?.agreed.at };
}

/** What stands at the end of a period is one figure each: amounts add up over a team, rates are averaged. */
export function across({ indicator }: Pick<Asked, 'indicator'>, rollup: Rollup): Rollup {
  if (rollup !== 'last') return rollup;
  return isRate(indicator) ? 'average' : 'sum';
}

/** Of what stands at the end, only those who were there at the end. */
function standing<Member extends { readonly months: readonly number[] }>(members: readonly Member[], rollup: Rollup): readonly Member[] {
  if (rollup !== 'last') return members;
  const end = Math.max(...members.map(({ months }) => months[months.length - 1] ?? -1));
  return members.filter(({ months }) => months[months.length - 1] === end);
}

/** Members' figures put together by the same roll-up; months that one of them lacks are dealt with by Missing, on both sides. */
function membersFigures(asked: TeamAsked): Figures | undefined {
  const { team } = asked;
  const found = asked.members.map((member) => ({ member, actual: ownActual(member), months: member.months }));
  const known = found.flatMap(({ member, actual }) => (actual ? [{ member, actual, months: member.months }] : []));
  const [first] = known;
  if (!first) return undefined;
  const { rollup } = first.actual;
  const bridged = known.map((one) => ({ ...one, bridge: bridgeMonths(team.indicator, figuresOf(one.member, one.actual)) }));
  const absentMembers = found.flatMap(({ member, actual }) => (actual ? [] : [member]));
  const absent = absentMembers.map(({ holder }) => holder.label);
  const assumed = scoresPoints(team) ? [] : assumedOf(asked, absentMembers, rollup);
  const counted = standing([...bridged.map(({ bridge, actual, months }) => ({ value: bridge.isMissing && bridge.agreed.target ? undefined : bridge.actual, agreed: bridge.agreed, months, of: actual.of })), ...assumed], rollup);
  const pieces = counted.flatMap(({ value, months, of }): Piece[] => (value ? [{ value, months: months.length, ...of }] : []));
  const faults = known.flatMap(({ actual }) => actual.faults);
  const gaps = bridged.flatMap(({ bridge }) => bridge.notes);
  const isPartial = absent.length > 0 || gaps.length > 0;
  const actual: FoundActual = {
    value: pieces.length > 0 && faults.length === 0 ? rollUp(pieces, across(team, rollup)) : undefined,
    labels: known.flatMap((one) => one.actual.labels),
    rollup: across(team, rollup),
    from: 'typed',
    recorded: [],
    missing: isPartial && team.indicator.missing === 'blank' ? team.months.slice(-1) : [],
    idle: [],
    isPartial,
    assumed: assumedPoints(bridged.map(({ bridge, months }) => ({ assumed: bridge.assumed, months })), absentMembers, team),
    of: known.every((one) => one.actual.of) ? sharesTogether(known.flatMap((one) => one.actual.of ?? [])) : undefined,
    weights: undefined,
    notes: [{ code: 'note.members', params: { count: standing(known, rollup).length } }, ...(absent.length > 0 ? [{ code: 'note.membersMissing', params: { who: absent } } as const] : []), ...gaps],
    faults,
  };
  const agreed = hasOwnTarget(team) ? undefined : targetTogether(counted.filter(({ value }) => value), rollup, team);
  if (!agreed) return withTeamTarget({ ...asked, members: hasOwnTarget(team) ? asked.members : [] }, actual);
  return { months: team.months, actual, agreed, agreedOver: () => agreed };
}

/** Ratings, and figures of which a 0 would be good, are not assumed: their points are. */
function scoresPoints({ indicator }: Asked): boolean {
  return indicator.scoring.way.kind === 'lookup' || (indicator.missing === 'zero' && indicator.better === 'lower');
}

/** The months of members that score no points, or full marks, beside those that were measured. */
function assumedPoints(known: readonly { readonly assumed: Assumed | undefined; readonly months: readonly number[] }[], absent: readonly Asked[], team: Asked): Assumed | undefined {
  const { missing } = team.indicator;
  if (missing !== 'zero' && missing !== 'full') return undefined;
  const missed = known.reduce((sum, { assumed }) => sum + (assumed?.months ?? 0), 0) + (scoresPoints(team) ? absent.reduce((sum, { months }) => sum + months.length, 0) : 0);
  const measured = known.reduce((sum, { assumed, months }) => sum + (assumed ? assumed.measured : months.length), 0);
  return missed === 0 ? undefined : { months: missed, measured, points: missing === 'zero' ? 'none' : 'full' };
}

interface MemberFigure extends MemberTarget {
  readonly value: Ratio | undefined;
}

/** Members without any actual, where Missing says what it stands for. */
function assumedOf({ team }: TeamAsked, absent: readonly Asked[], rollup: Rollup): MemberFigure[] {
  const { missing } = team.indicator;
  if (missing !== 'zero' && missing !== 'full') return [];
  return absent.map((member) => {
    const agreed = findAgreed(member, { rollup, recorded: [], weights: undefined });
    return { value: missing === 'zero' ? NOTHING : agreed.target, agreed, months: member.months, of: undefined };
  });
}
