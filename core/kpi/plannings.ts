import type { Exact } from '../amount/exact';
import { isZero } from '../amount/exact';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { People } from '../table/people';
import type { Table } from '../table/table';
import { dayAt, dayColumn, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { AppliesTo } from './applies-to';
import { appliesTo, readAppliesTo } from './applies-to';
import type { Level } from './words';
import { LEVEL, readWord } from './words';

/** What a row of KPIs plans by itself: for whom, from when, in which unit, and how much a month. */
export interface Planning {
  readonly name: string;
  readonly key: string;
  readonly unit: string;
  /** Undefined where only Targets say. */
  readonly target: Exact | undefined;
  readonly appliesTo: AppliesTo;
  readonly level: Level;
  readonly effective: Day | undefined;
}

/** Reads of KPIs what pay asks for; scoring is not looked at. */
export function readPlannings(table: Table): Planning[] {
  const [names, units, whom, levels, targets, effective] = [textColumn(table, 'kpi'), textColumn(table, 'unit'), textColumn(table, 'for'), textColumn(table, 'level'), numberColumn(table, 'target'), dayColumn(table, 'effective')];
  return Array.from({ length: table.length }, (_, row): Planning => {
    const [target, level] = [numberAt(targets, row), readWord(textAt(levels, row), LEVEL)];
    const name = textAt(names, row);
    return { name, key: matchKey(name), unit: textAt(units, row), target: isZero(target) ? undefined : target, appliesTo: readAppliesTo(textAt(whom, row)), level: typeof level === 'string' ? level : 'person', effective: dayAt(effective, row) };
  });
}

/** The row that holds for a person (-1: for a team, whoever its people are), as a card chooses it: the latest that began by the period's first day. */
export function plannedFor({ people, plannings }: { readonly people: People; readonly plannings: readonly Planning[] }, asked: { readonly kpi: string; readonly person: number; readonly from: Day; readonly day: Day | undefined }): Planning | undefined {
  let chosen: Planning | undefined;
  for (const one of plannings) {
    if (one.key !== matchKey(asked.kpi) || (one.effective !== undefined && one.effective > asked.from)) continue;
    if (asked.person >= 0 && (asked.day === undefined || !appliesTo(one.appliesTo, people, asked.person, asked.day))) continue;
    if (!chosen || (one.effective ?? -Infinity) > (chosen.effective ?? -Infinity)) chosen = one;
  }
  return chosen;
}
