import { matchKey } from '../../table/cell';
import type { Asked } from '../figures/asked';
import { cardLine } from './card-line';
import { chosenForAny } from './choose-indicators';
import { companyFigures } from '../figures/company-figures';
import { companyAsked, peopleIn, peopleOfTeam, teamAsked } from '../figures/holders';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import { teamNames } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';
import { monthsOf } from '../kpi-period';
import type { Scorecard } from './scorecard';
import { assemble, meanOfMonths } from './scorecard';
import type { TeamAsked } from '../figures/team-figures';
import { teamFigures } from '../figures/team-figures';

export function teamOf(ledger: KpiLedger, name: string): string | undefined {
  return teamNames(ledger.people).find((team) => matchKey(team) === matchKey(name));
}

/** A team's card: figures recorded for the team, else measured on its orders, else rolled up from its members, each for the months with it. */
export function teamCard(ledger: KpiLedger, team: string, period: KpiPeriod): Scorecard {
  const ask = (indicator: Indicator): TeamAsked => (indicator.level === 'company' ? companyAsked(ledger, indicator, team, period) : teamAsked(ledger, indicator, team, period));
  const holder = { label: team, names: [team], scope: { kind: 'team', team } as const, team, members: peopleOfTeam(ledger, team, period) };
  return groupCard(ledger, holder, period, ask, (month) => teamCard(ledger, team, month));
}

/** The company's card: figures recorded for it, else measured on all orders, else rolled up from everybody. */
export function companyCard(ledger: KpiLedger, label: string, period: KpiPeriod): Scorecard {
  const holder = { label, names: [label], scope: { kind: 'all' } as const, team: '', members: peopleIn(ledger, period) };
  return groupCard(ledger, holder, period, (indicator) => companyAsked(ledger, indicator, label, period), (month) => companyCard(ledger, label, month));
}

function groupCard(ledger: KpiLedger, holder: Asked['holder'], period: KpiPeriod, ask: (indicator: Indicator) => TeamAsked, cardOf: (month: KpiPeriod) => Scorecard): Scorecard {
  const { indicators, issues } = chosenForAny(ledger, holder.members, period);
  const lines = indicators.map((indicator) => {
    const asked = ask(indicator);
    const figures = asked.team.holder.scope.kind === 'all' ? companyFigures(asked) : teamFigures(asked);
    return cardLine({ ...asked.team, holder }, figures);
  });
  return meanOfMonths(ledger, assemble(ledger, holder, period, lines, issues), monthsOf(period), cardOf);
}
