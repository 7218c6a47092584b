import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { dayText } from '../../table/day';
import { findPerson } from '../../table/people';
import { NO_DAY, dayColumn, placeOf, textColumn } from '../../table/table';
import type { CheckContext } from './context';
import { amountOfRows, linesText } from './context';

/** Orders of an owner from before they joined, or after they left: nobody earns on them. */
export function checkNotEmployed(context: CheckContext): Issue[] {
  const { orders, people } = context.ledger;
  const [owners, { days }] = [textColumn(orders.table, 'owner'), dayColumn(orders.table, 'orderDate')];
  const persons = owners.values.map((name) => findPerson(people, name));
  const early = new Map<number, number[]>();
  const late = new Map<number, number[]>();
  for (let row = 0; row < orders.table.length; row += 1) {
    const [person, day = NO_DAY] = [persons[owners.codes[row] ?? 0], days[row]];
    const found = typeof person === 'number' ? people.persons[person] : undefined;
    if (typeof person !== 'number' || !found || day === NO_DAY || orders.cancelled[row] === 1 || orders.reverses.codes[row] !== 0) continue;
    if (found.joined !== undefined && day < found.joined) addTo(early, person, row);
    if (found.left !== undefined && day > found.left) addTo(late, person, row);
  }
  const tell = (code: 'check.beforeJoining' | 'check.afterLeaving', severity: 'warning' | 'note', field: 'joined' | 'left') => ([person, rows]: [number, number[]]): Issue => {
    const found = people.persons[person];
    const params = { name: found?.label ?? '', day: dayText(found?.[field] ?? 0), lines: linesText(rows.length), amount: amountOfRows(context, rows) };
    return issue(code, placeOf(orders.table, rows[0] ?? 0, 'orderDate'), params, severity);
  };
  return [...[...early].map(tell('check.beforeJoining', 'warning', 'joined')), ...[...late].map(tell('check.afterLeaving', 'note', 'left'))];
}

function addTo(rows: Map<number, number[]>, person: number, row: number): void {
  const known = rows.get(person);
  if (known) known.push(row);
  else rows.set(person, [row]);
}
