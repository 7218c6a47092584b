import { exactToDisplay } from '../../amount/text';
import { readMoneyCell } from '../../trade/money-cell';
import type { Part, PlanVersion } from '../plan';
import { currencyOf, measureOf, metricOf } from '../plan';
import type { RuleRow } from '../rule-row';
import { itemText, wordOf } from '../rule-row';
import type { WordKey } from '../words';
import { measureText } from '../words/measure';
import { unitText } from '../words/tier-unit';
import type { Finding } from './finding';

/** A unit of bounds that are shares of a target, and a currency for bounds of a count. */
export function idleTierUnits(part: Part): Finding[] {
  const [unit] = part.rules.tierUnit;
  if (!unit) return [];
  if (part.rules.tierOn[0]?.on === 'attainment') return [{ code: 'plan.unitOnAttainment', row: unit.row, severity: 'error' }];
  const metric = metricOf(part) ?? measureOf(part);
  const isCount = metric.kind === 'column' ? metric.as === 'count' : metric.kind === 'quantity' || metric.kind === 'orders';
  return isCount && unit.currency !== '' ? [{ code: 'plan.unitOfCount', row: unit.row, params: { unit: unitText(unit), measure: measureText(metric) }, severity: 'error' }] : [];
}

/** Cells that hold money of the plan: From of bounds, Value of what is paid. Thresholds may be in any currency. */
const MONEY: Partial<Record<WordKey, readonly ('from' | 'value')[]>> = {
  tier: ['from'],
  tierBonus: ['from', 'value'],
  override: ['from'],
  pool: ['from'],
  bonus: ['value'],
  rankBonus: ['value'],
  minimum: ['value'],
  maximum: ['value'],
  draw: ['value'],
};

/** `1000 USD` in a plan that pays CNY would be read as 1,000 CNY. */
export function foreignMoney(_part: Part, version: PlanVersion): Finding[] {
  return version.rows.flatMap((row) => foreignCells(row, version));
}

function foreignCells(row: RuleRow, version: PlanVersion): Finding[] {
  const word = wordOf(row.rule, itemText(row));
  return (word ? (MONEY[word] ?? []) : []).flatMap((field): Finding[] => {
    const money = readMoneyCell(row[field]);
    const payroll = currencyOf(version);
    if (!money || money.currency === '' || money.currency === payroll) return [];
    const isBound = field === 'from' && (word === 'tier' || word === 'tierBonus');
    if (isBound && version.all.tierUnit.some(({ currency }) => currency === money.currency)) return [];
    const params = { found: String(row[field]), payroll, read: `${exactToDisplay(money.amount)} ${payroll}`, currency: money.currency };
    return [{ code: isBound ? 'plan.foreignBound' : 'plan.foreignAmount', row: row.row, params, severity: 'error', field }];
  });
}
