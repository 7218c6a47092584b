import type { Condition } from '../../rules/condition';
import { matchesValues } from '../../rules/condition';
import { nearPhrase } from '../../rules/read-value';
import type { WordKey } from '../../rules/words';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import { hasPeopleColumn } from '../../table/people';
import type { TextColumn } from '../../table/table';
import { hasColumn, textColumn } from '../../table/table';
import { orderField } from '../../trade/profit';
import { derivedFact } from '../derived-facts';
import { rulePlace } from '../rule-place';
import { hasScoreColumn } from '../scores';
import type { CheckContext, CheckedPart } from './context';

const WORDS = ['payees', 'lines', 'rate', 'factor', 'creditFactor', 'bonus', 'weight'] as const satisfies readonly WordKey[];

/** Values of conditions that occur nowhere in their column, with the nearest one that does. */
export function checkValuesNowhere(context: CheckContext): Issue[] {
  const known = new Map<string, ColumnValues | undefined>();
  const valuesOf = (one: CheckedPart, column: string): ColumnValues | undefined => {
    const key = matchKey(column);
    if (!known.has(key)) known.set(key, valuesIn(context, one, column));
    return known.get(key);
  };
  return context.parts.flatMap((one) =>
    WORDS.flatMap((word) =>
      one.part.rules[word].flatMap((entry) => {
        const conditions = 'condition' in entry ? [entry.condition] : entry.conditions;
        return conditions.flatMap((condition) => nowhere(context, one, { word, row: entry.row, condition, values: valuesOf(one, condition.column) }));
      }),
    ),
  );
}

interface ColumnValues {
  readonly texts: readonly string[];
  readonly hasBlank: boolean;
}

/** The values of an order, people or score column; undefined where they cannot be listed. */
function valuesIn({ ledger, tables }: CheckContext, { compiled, part }: CheckedPart, column: string): ColumnValues | undefined {
  const { orders, people, scores } = ledger;
  const source = { ledger, part, exchange: compiled.exchange };
  if (!orders.table.columns.has(matchKey(column)) && derivedFact(source, matchKey(column))) return undefined;
  if (hasColumn(orders.table, orderField(column))) return listed(textColumn(orders.table, orderField(column)));
  if (hasPeopleColumn(people, column)) return listed(textColumn(people.table, column));
  if (scores && tables.byKind.has('scores') && hasScoreColumn(scores, column)) return listed(textColumn(scores.table, column));
  return undefined;
}

function listed({ values, codes }: TextColumn): ColumnValues {
  return { texts: values.slice(1), hasBlank: codes.includes(0) };
}

interface Named {
  readonly word: (typeof WORDS)[number];
  readonly row: number;
  readonly condition: Condition;
  readonly values: ColumnValues | undefined;
}

function nowhere({ ledger }: CheckContext, { plan, isLive }: CheckedPart, { word, row, condition: { column, test }, values }: Named): Issue[] {
  if (test.kind !== 'values' || !values || values.texts.length === 0) return [];
  const all = values.hasBlank ? [...values.texts, ''] : values.texts;
  return test.patterns.flatMap((pattern): Issue[] => {
    const alone = { kind: 'values' as const, patterns: [pattern], excludes: false };
    if (all.some((text) => matchesValues(alone, text))) return [];
    const near = nearestOf(pattern.text, values.texts);
    const matters = !test.excludes && (word === 'payees' || word === 'lines');
    const severity = isLive && (near !== undefined || matters) ? 'warning' : 'note';
    return [issue('check.valueNowhere', rulePlace(ledger, row), { plan: plan.name, rule: { code: `rule.${word}` }, column, found: pattern.text, nearest: nearPhrase(near) }, severity)];
  });
}
