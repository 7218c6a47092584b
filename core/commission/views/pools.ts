import { exactToNumber } from '../../amount/text';
import { round } from '../../amount/round';
import type { Language, Message } from '../../locale/message';
import { render } from '../../locale/message';
import { isZero } from '../../amount/exact';
import { periodText } from '../../table/period';
import type { Settlement } from '../settle';
import type { ResultTable } from '../../table/result-table';
import { amountCell, headerRow, words } from '../../table/result-table';

/** Every pot: its members, its funds, what stayed with the company, and the pot as the last row of each. */
export function poolsView(settlement: Settlement, language: Language): ResultTable {
  const header = headerRow(['col.period', 'col.plan', 'col.part', 'col.pool', 'col.person', 'col.days', 'col.credit', 'col.weight', 'col.amount', 'col.currency', 'col.why'], language);
  const body = settlement.plans.flatMap(({ pay, period, version, rows }) => {
    const decimals = rows[0]?.decimals ?? 2;
    const currency = rows[0]?.currency ?? '';
    return (pay?.parts ?? []).flatMap(({ part, pay: partPay }) =>
      partPay.pools.flatMap((pool): ResultTable => {
        const lead = [periodText(period.period), version.plan, part.name, pool.group];
        const members = pool.members.map((member) => [
          ...lead,
          settlement.ledger.people.persons[member.person]?.label ?? '',
          member.days,
          amountCell(round(member.credit, { decimals, mode: 'half up' })),
          member.weights.map(exactToNumber).join(' · '),
          amountCell(member.amount),
          currency,
          '',
        ]);
        const funds = pool.reserves.map(({ fund, amount }) => [...lead, words(fund === '' ? { code: 'word.fund' } : fund, language), '', '', '', amountCell(amount), currency, render({ code: 'why.fund' }, language)]);
        const why: Message | undefined = pool.problem;
        const company = isZero(pool.company) ? [] : [[...lead, render({ code: 'word.company' }, language), '', '', '', amountCell(pool.company), currency, why ? render(why, language) : '']];
        const total = [...lead, render({ code: 'word.pot' }, language), '', '', '', amountCell(pool.pot), currency, ''];
        return [...members, ...funds, ...company, total];
      }),
    );
  });
  return [header, ...body];
}
