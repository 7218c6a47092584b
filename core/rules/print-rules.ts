import type { Language } from '../locale/message';
import type { Cell } from '../table/cell';
import { cellText, matchKey } from '../table/cell';
import { dayText } from '../table/day';
import { fieldsOf } from '../table/schema';
import type { RuleRow } from './rule-row';
import { wordOf } from './rule-row';
import type { Options, RuleWord } from './rule-word';
import { words } from './words';

/**
 * Rules as rows again, header first, with rule words and known choices in one language. Whatever a person typed
 * besides (names, numbers, notes, even rows that cannot be read) stays as it is, so nothing is lost.
 */
export function printRules(rows: readonly RuleRow[], language: Language): Cell[][] {
  const header = fieldsOf('rules').map((field) => field[language]);
  return [header, ...rows.map((row) => printRow(row, language))];
}

function printRow(row: RuleRow, language: Language): Cell[] {
  const key = wordOf(row.rule);
  const word = key === undefined ? undefined : (words[key] as RuleWord<object>);
  const effective = row.effective === undefined ? '' : dayText(row.effective);
  return [
    row.plan,
    row.version,
    effective,
    row.part,
    word ? word.name[language] : row.rule,
    printChoice(row.item, word?.choices?.column === 'item' ? word.choices.options : {}, language),
    row.from ?? '',
    printChoice(row.value, word?.choices?.column === 'value' ? word.choices.options : {}, language),
    row.note,
  ];
}

function printChoice(cell: Cell, options: Options, language: Language): Cell {
  const wanted = matchKey(cellText(cell));
  const found = Object.values(options).find((option) => [option.en, option.zh, ...(option.also ?? [])].some((name) => matchKey(name) === wanted));
  return found && wanted !== '' ? found[language] : (cell ?? '');
}
