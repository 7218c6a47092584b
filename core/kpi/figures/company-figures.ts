import type { Message } from '../../locale/message';
import { teamNames } from '../kpi-ledger';
import type { Figures } from './figures';
import { unsplit } from './figures';
import type { FoundActual } from './find-actual';
import { sharesTogether } from './find-actual';
import type { Agreed } from './find-target';
import { NOTHING_AGREED } from './find-target';
import { teamAsked } from './holders';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import type { TeamAsked } from './team-figures';
import { across, teamFigures } from './team-figures';
import { weighTogether } from './weigh-targets';
import type { Rollup } from '../words';

/** The company's figures: its own, else what its people make together, else what is recorded for its teams put together. */
export function companyFigures(asked: TeamAsked): Figures {
  const own = teamFigures(asked);
  if (own.actual) return own;
  const { ledger, indicator, period, months } = asked.team;
  const teams = teamNames(ledger.people).map((team) => teamAsked(ledger, indicator, team, period, months)).filter(({ members }) => members.length > 0);
  const known = teams.map(teamFigures).flatMap((figures): Known[] => (figures.actual ? [{ ...figures, actual: figures.actual }] : []));
  const [first] = known;
  if (!first) return own;
  const rollup = across(asked.team, first.actual.rollup);
  const actual = actualsOf(known, first.actual, rollup, teams.length);
  if (own.agreed.target) return { ...own, actual };
  const agreedOver = (some: readonly number[]): Agreed | undefined => {
    const together = targetsOf(known.map((one) => ({ of: one.actual.of, agreed: one.agreedOver(some) })), rollup);
    return together && unsplit(together, { rollup });
  };
  return { months, actual, agreed: targetsOf(known.map((one) => ({ of: one.actual.of, agreed: one.agreed })), rollup) ?? own.agreed, agreedOver };
}

type Known = Figures & { readonly actual: FoundActual };

/** One figure of several teams': each counts alike in an average. */
function actualsOf(known: readonly Known[], first: FoundActual, rollup: Rollup, teams: number): FoundActual {
  const pieces = known.flatMap(({ actual }): Piece[] => (actual.value ? [{ value: actual.value, months: 1, ...actual.of }] : []));
  const faults = known.flatMap(({ actual }) => actual.faults);
  return {
    ...first,
    value: pieces.length === known.length && faults.length === 0 ? rollUp(pieces, rollup) : undefined,
    labels: known.flatMap(({ actual }) => actual.labels),
    rollup,
    recorded: [],
    missing: [...new Set(known.flatMap(({ actual }) => actual.missing))].sort((a, b) => a - b),
    isPartial: known.some(({ actual }) => actual.isPartial),
    of: known.every(({ actual }) => actual.of) ? sharesTogether(known.flatMap(({ actual }) => actual.of ?? [])) : undefined,
    weights: undefined,
    notes: [{ code: 'note.teams', params: { count: known.length, teams } }],
    faults,
  };
}

/** The teams' targets as their actuals are put together; undefined where one has none. */
function targetsOf(known: readonly { readonly of: FoundActual['of']; readonly agreed: Agreed | undefined }[], rollup: Rollup): Agreed | undefined {
  const targets = known.flatMap(({ of, agreed }) => (agreed?.target ? [{ value: agreed.target, months: 1, of }] : []));
  if (targets.length < known.length) return undefined;
  const isSplit = known.some(({ agreed }) => agreed?.isSplit === true);
  if (rollup !== 'ratio') return { ...NOTHING_AGREED, target: rollUp(targets, rollup), notes: [targetsNote(targets.length)], isSplit };
  const weighed = weighTogether(targets);
  return { ...NOTHING_AGREED, target: weighed ?? rollUp(targets, 'average'), notes: [targetsNote(targets.length), { code: weighed ? 'note.targetWeighed' : 'note.targetAveraged' }], isSplit };
}

function targetsNote(count: number): Message {
  return { code: 'note.teamsTarget', params: { count } };
}
