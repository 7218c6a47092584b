import { funnelOf } from '../../insight/funnel';
import type { Deal } from '../../insight/pipeline';
import { readPipeline } from '../../insight/pipeline';
import { funnelView } from '../../insight/views/funnel-view';
import { render } from '../../locale/message';
import { matchKey } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { readParticipants } from '../../table/participants-cell';
import { fieldOfHeader, header } from '../../table/schema';
import type { FunctionEntry } from '../function-entry';
import { dateArgument, isOmitted, textArgument } from '../read-arguments';
import { tableArgument } from './customer-stats';

const GROUPS = ['owner', 'country', 'customer'] as const;
type Group = (typeof GROUPS)[number];

/** Stage counts, amounts, conversion and days. */
export const funnelstats: FunctionEntry = {
  name: 'FUNNELSTATS',
  purpose: { en: 'The sales funnel: deals, amounts, conversion from stage to stage, days in stage, and stuck deals.', zh: '销售漏斗：各环节商机数、金额、转化率、停留天数和停滞商机。' },
  parameters: [
    { name: 'pipeline', kind: 'range', help: { en: 'The Pipeline table: a row for each stage a deal entered.', zh: '商机表：商机每进入一个环节一行。' } },
    { name: 'by', kind: 'text', optional: true, help: { en: 'owner, country or customer; blank for all together.', zh: '按负责人、国家或客户；留空为全部。' } },
    { name: 'today', kind: 'date', optional: true, help: { en: 'The day as of which to look: later stages and results do not count, and deals that are stuck are named.', zh: '统计截止日：之后的环节和结果不计，并列出停滞商机。' } },
  ],
  result: { en: 'A row per stage (and group): deals that entered, open now, amount, the forecast (amount × probability of the deals open there), share that went on, share of the first stage, median days, stuck deals.', zh: '每个环节（及分组）一行：进入数、当前数、金额、加权金额（在手商机金额 × 概率，即预测）、转入下一环节比例、占首环节比例、停留天数中位数、停滞商机。' },
  examples: [
    {
      args: [
        [
          ['Deal', 'Owner', 'Stage', 'Entered', 'Amount', 'Probability', 'Result'],
          ['D1', 'Amy', 'Inquiry', '2026-01-05', 1000, '10%', ''],
          ['D1', 'Amy', 'Quotation', '2026-01-15', 1200, '50%', ''],
          ['D1', 'Amy', 'Won', '2026-02-14', 1200, '100%', 'won'],
          ['D2', 'Ben', 'Inquiry', '2026-01-10', 500, '10%', ''],
          ['D2', 'Ben', 'Quotation', '2026-01-30', 800, '50%', ''],
          ['D3', 'Ben', 'Inquiry', '2026-02-01', 700, '10%', ''],
        ],
        null,
        '2026-04-30',
      ],
      result: [
        ['All', 'Stage', 'Deals', 'Open now', 'Amount', 'Weighted amount', 'To the next stage', 'From the first stage', 'Median days', 'Stuck', 'Stuck deals'],
        ['All', 'Inquiry', 3, 1, 2200, 70, 0.6666666666666666, 1, 15, 1, 'D3'],
        ['All', 'Quotation', 2, 1, 2000, 400, 0.5, 0.6666666666666666, 30, 1, 'D2'],
        ['All', 'Won', 1, 0, 1200, '', '', 0.3333333333333333, '', 0, ''],
      ],
    },
  ],
  evaluate: ([pipeline, by, today], language) => {
    const [table, group] = [tableArgument(pipeline, 'pipeline'), textArgument(by, 'by')];
    if (!table.ok) return table;
    if (!group.ok) return group;
    const [chosen, day] = [groupOf(group.value), isOmitted(today) ? succeed(undefined) : dateArgument(today, 'today')];
    if (!chosen.ok) return chosen;
    if (!day.ok) return day;
    const deals = readPipeline(table.value);
    const all = render({ code: 'word.all' }, language);
    const key = chosen.value;
    const groups = (deal: Deal): readonly string[] => (key === undefined ? [all] : groupsOf(deal, key));
    return succeed(funnelView(funnelOf(deals, groups, day.value), key === undefined ? all : header('pipeline', key, language), table.value.faults, language));
  },
};

/** A deal of several owners counts for each of them. */
function groupsOf(deal: Deal, by: Group): readonly string[] {
  if (by !== 'owner' || deal.owner === '') return [deal[by]];
  return [...new Set(readParticipants(deal.owner, () => false).map(({ name }) => name))];
}

function groupOf(text: string): Result<Group | undefined> {
  if (text === '' || matchKey(text) === 'all' || text === '全部') return succeed(undefined);
  const field = fieldOfHeader('pipeline', text);
  const found = GROUPS.find((group) => group === field);
  return found ? succeed(found) : fail(issue('group.unknown', undefined, { found: text }));
}
