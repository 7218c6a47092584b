import { exactInteger, sum } from '../../amount/exact';
import { roundingOf } from '../../rules/plan';
import { rankMetricText } from '../../rules/words/rank-bonus';
import type { Prize } from '../contest';
import type { PartRun } from '../part-run';
import type { Say } from './formula';
import { clauses, conclude, figure, over, plus, shown, times } from './formula';
import type { Step } from './step';
import { ruleRows } from './step';

/** A prize: the place and what it was won with, what those who tie share, and of a team the person's part. */
export function prizeStep({ compiled }: PartRun, { metric, place, tied, of, figure: won, prizes, won: each, team, amount, rows }: Prize, say: Say): Step {
  const { decimals } = roundingOf(compiled.version);
  const params = { place, of, metric: rankMetricText(metric), figure: shown(won), team: team?.name ?? '', tied };
  const alone = tied === 1 ? 'step.rank' : 'step.rankTied';
  const whole = plus(...prizes.map((prize) => figure(prize)));
  const share = tied === 1 ? whole : over(whole, figure(exactInteger(tied)));
  const ofTeam = team && over(times(figure(each), figure(team.weight)), team.weights.length <= 10 ? plus(...team.weights.map((weight) => figure(weight))) : figure(sum(team.weights)));
  const first = team && tied === 1 && prizes.length === 1 ? '' : conclude(share, each, { decimals, say });
  return {
    step: 'pay',
    what: { code: team ? 'step.rankTeam' : alone, params },
    formula: clauses(say, first, ofTeam ? conclude(ofTeam, amount, { decimals, say }) : ''),
    amount,
    source: ruleRows(rows, say),
  };
}
