import { add, sign, subtract, sum } from '../amount/exact';
import { exactToDisplay } from '../amount/text';
import { checkKpis } from '../kpi/check-kpis';
import { checkPlan } from '../rules/check-plan';
import type { Plans } from '../rules/read-plans';
import { readPlans } from '../rules/read-plans';
import { calendarOf, currencyOf, payEveryOf } from '../rules/plan';
import { isBlank, matchKey, quoteCell } from '../table/cell';
import { dayText } from '../table/day';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { People } from '../table/people';
import { findPerson, readPeople } from '../table/people';
import { CALENDAR_MONTHS } from '../table/period';
import type { Tables } from '../table/recognise';
import { fieldsOf } from '../table/schema';
import type { Table } from '../table/table';
import { NO_DAY, cellAt, columnNumber, dayColumn, numberColumn, placeOf, textAt, textColumn } from '../table/table';
import { compileVersions, newEngine, runOf } from './engine';
import { currencyCode, payrollRate } from '../trade/fx';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import { orderAmount, termIncludes } from '../trade/orders';
import { reversalsOf } from '../trade/reversals';
import { planNamesOf } from './payees';
import { checkStatements } from './closed/check-statements';
import { distinct } from '../table/distinct';

/** Looks through every table, each alone and against the others. Nothing is changed. */
export function checkTables(tables: Tables): Issue[] {
  const found: Issue[] = [...tables.issues];
  const rules = tables.byKind.get('rules');
  const plans = rules && readPlans(rules);
  for (const table of tables.byKind.values()) typeEveryColumn(table);
  if (plans) found.push(...plans.issues.filter((one) => !plans.table.faults.includes(one)), ...planIssues(plans));
  const ledger = ledgerOf(tables, plans);
  const late: Issue[] = [...(ledger ? crossChecks(ledger, plans) : []), ...checkKpis(tables)];
  const faults = [...tables.byKind.values()].flatMap((table) => [...table.faults, ...textNumbers(table)]);
  return distinct([...found, ...faults, ...late]);
}

function planIssues(plans: Plans): Issue[] {
  const blanks = plans.plans.flatMap((plan) => plan.versions.flatMap((version) => version.rows.filter((row) => /^(?:round|取整)$/i.test(row.rule) && isBlank(row.item)).map((row) => issue('plan.roundBlank', placeOf(plans.table, row.index, 'item'), { plan: plan.name }, 'warning'))));
  return [...plans.plans.flatMap((plan) => plan.versions.flatMap((version) => checkPlan(version, plans.table))), ...blanks];
}

/** Reads every known column once, so that each cell that cannot be read is reported. */
function typeEveryColumn(table: Table): void {
  for (const { key, type } of fieldsOf(table.kind)) {
    if (columnNumber(table, key) === undefined) continue;
    if (type === 'number') numberColumn(table, key);
    else if (type === 'date') dayColumn(table, key);
    else if (type === 'text') textColumn(table, key);
  }
}

function textNumbers(table: Table): Issue[] {
  return fieldsOf(table.kind).flatMap(({ key, type }) => {
    if (type !== 'number' || columnNumber(table, key) === undefined) return [];
    const rows = table.cells.flatMap((_, row) => {
      const cell = cellAt(table, row, key);
      const number = typeof cell === 'string' && !/[%％]\s*$/.test(cell) ? readNumber(cell) : 'blank';
      return number === 'blank' || isNumberFault(number) ? [] : [row];
    });
    const [first] = rows;
    if (first === undefined) return [];
    return [issue('check.textNumber', placeOf(table, first, key), { count: rows.length, found: quoteCell(cellAt(table, first, key)) }, 'note')];
  });
}

function ledgerOf(tables: Tables, plans: Plans | undefined): Ledger | undefined {
  const [people, orders] = [tables.byKind.get('people'), tables.byKind.get('orders')];
  const latest = plans?.plans[0]?.versions[0];
  const [calendar, pays] = latest ? [calendarOf(latest), payEveryOf(latest)] as const : [CALENDAR_MONTHS, 'month'] as const;
  if (people && orders) return readLedger(tables, { people, orders, plans: plans?.plans ?? [], calendar, pays });
  if (people) readPeople(people);
  return undefined;
}

function crossChecks(ledger: Ledger, plans: Plans | undefined): Issue[] {
  return [
    ...peopleChecks(ledger.people, plans),
    ...orderChecks(ledger),
    ...ownerChecks(ledger),
    ...currencyChecks(ledger, plans),
    ...receiptChecks(ledger),
    ...checkStatements(ledger, plans?.plans ?? []),
    ...(plans ? planChecks(ledger, plans) : []),
  ];
}

function peopleChecks(people: People, plans: Plans | undefined): Issue[] {
  const { table } = people;
  const [managers, planNames] = [textColumn(table, 'manager'), textColumn(table, 'plan')];
  const known = new Set(plans?.plans.map(({ name }) => matchKey(name)));
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const manager = textAt(managers, row);
    if (manager !== '' && typeof findPerson(people, manager) !== 'number') found.push(issue('check.unknownManager', placeOf(table, row, 'manager'), { found: manager }, 'warning'));
    for (const plan of planNamesOf(textAt(planNames, row))) {
      if (plans && !known.has(matchKey(plan))) found.push(issue('check.unknownPlan', placeOf(table, row, 'plan'), { found: plan }, 'warning'));
    }
  }
  people.persons.forEach((person, index) => {
    const assigned = planNames.values.length > 1 && person.rows.every((row) => textAt(planNames, row) === '');
    if (assigned && !plans?.plans.some(({ versions }) => versions.some(({ all }) => all.payees.length > 0))) found.push(issue('check.noPlan', placeOf(table, person.rows[0] ?? 0, 'plan'), { name: person.label }, 'note'));
    if (inCircle(people, index)) found.push(issue('check.managerCircle', placeOf(table, person.rows[0] ?? 0, 'manager'), { name: person.label }, 'warning'));
  });
  return found;
}

function inCircle(people: People, start: number): boolean {
  const managers = textColumn(people.table, 'manager');
  let at = start;
  for (let step = 0; step < people.persons.length; step += 1) {
    const rows = people.persons[at]?.rows ?? [];
    const next = findPerson(people, textAt(managers, rows[rows.length - 1] ?? 0));
    if (typeof next !== 'number') return false;
    if (next === start) return true;
    at = next;
  }
  return false;
}

/** Five years from the middle of the orders: probably a slip of the year. */
const FAR_DAYS = 1826;

function orderChecks({ orders }: Ledger): Issue[] {
  const { table } = orders;
  const { faults } = reversalsOf(orders);
  const found: Issue[] = [];
  const seen = new Map<string, number>();
  const [orderDays, shipDays, terms] = [dayColumn(table, 'orderDate').days, dayColumn(table, 'shipDate').days, textColumn(table, 'priceTerm')];
  const median = medianDay(orderDays);
  for (let row = 0; row < table.length; row += 1) {
    const line = textAt(orders.lines, row);
    const key = `${orders.orderOf[row] ?? 0} ${line}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else if (line !== '') found.push(issue('check.duplicateLine', placeOf(table, row, 'line'), { first: table.rowNumbers[first] ?? 0 }, 'warning'));
    if (textAt(textColumn(table, 'order'), row) === '') found.push(issue('cell.missing', placeOf(table, row, 'order')));
    const [ordered = NO_DAY, shipped = NO_DAY] = [orderDays[row], shipDays[row]];
    if (ordered === NO_DAY && table.faulty[row] !== 1) found.push(issue('cell.missing', placeOf(table, row, 'orderDate')));
    if (ordered !== NO_DAY && median !== undefined && Math.abs(ordered - median) > FAR_DAYS) found.push(issue('check.farDate', placeOf(table, row, 'orderDate'), { found: dayText(ordered) }, 'warning'));
    if (ordered !== NO_DAY && shipped !== NO_DAY && shipped < ordered) found.push(issue('check.shipBeforeOrder', placeOf(table, row, 'shipDate'), {}, 'warning'));
    const term = textAt(terms, row);
    if (!termIncludes(term).known) found.push(issue('check.unknownTerm', placeOf(table, row, 'priceTerm'), { found: term }, 'warning'));
    const reversal = faults.get(row);
    if (reversal) found.push(issue(reversal.code, placeOf(table, row, reversal.field), reversal.params));
    for (const field of ['freight', 'insurance', 'middleman', 'bankFee']) {
      const cell = cellAt(table, row, field);
      if (typeof cell === 'number' && cell > 0 && cell < 1) found.push(issue('check.smallPercent', placeOf(table, row, field), { found: cell }, 'warning'));
    }
  }
  return found;
}

function medianDay(days: Int32Array): number | undefined {
  const known = Array.from(days).filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}

/** Names in Owner that are nobody's. Stages and other columns are checked with the plans that use them. */
function ownerChecks({ orders, people }: Ledger): Issue[] {
  const owners = textColumn(orders.table, 'owner');
  const reported = new Set<number>();
  const found: Issue[] = [];
  for (let row = 0; row < orders.table.length; row += 1) {
    const code = owners.codes[row] ?? 0;
    if (code === 0 || reported.has(code)) continue;
    reported.add(code);
    const text = textAt(owners, row);
    if (people.byKey.has(matchKey(text)) || /[;；,，、/\n%]/.test(text)) continue;
    found.push(issue('person.unknown', placeOf(orders.table, row, 'owner'), { found: text, nearest: '' }));
  }
  return found;
}

function currencyChecks({ orders, fx }: Ledger, plans: Plans | undefined): Issue[] {
  const payroll = plans?.plans[0]?.versions[0] ? currencyOf(plans.plans[0].versions[0]) : 'CNY';
  const { table } = orders;
  const [currencies, rates, days] = [textColumn(table, 'currency'), numberColumn(table, 'rate'), dayColumn(table, 'orderDate').days];
  const reported = new Set<string>();
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const currency = currencyCode(textAt(currencies, row));
    const day = days[row] ?? NO_DAY;
    if (reported.has(currency) || rates.present[row] === 1 || day === NO_DAY || payrollRate(fx, currency, payroll, day)) continue;
    reported.add(currency);
    found.push(issue('fx.missing', placeOf(table, row, 'currency'), { currency, day: dayText(day) }));
  }
  return found;
}

function receiptChecks({ receipts, orders }: Ledger): Issue[] {
  if (!receipts) return [];
  return [...receipts.byOrder].flatMap(([order, list]) => {
    const paid = sum(list.map(({ amount, fee }) => add(amount, fee)));
    const over = subtract(paid, orderAmount(orders, order));
    const last = list[list.length - 1];
    if (sign(over) <= 0 || sign(paid) <= 0 || !last) return [];
    const index = receipts.table.rowNumbers.length > last.row ? last.row : 0;
    return [issue('check.overpaid', placeOf(receipts.table, index, 'amount'), { order: orders.orderNames[order] ?? '', amount: exactToDisplay(over, 2) }, 'warning')];
  });
}

/** Columns and tables the plans need, and lines whose people or rates are missing under them. */
function planChecks(ledger: Ledger, plans: Plans): Issue[] {
  const engine = newEngine(ledger, plans.plans, -Infinity, 100000);
  const found: Issue[] = [];
  for (const plan of plans.plans) {
    for (const version of plan.versions) {
      const missing = compileVersions(engine, [version]);
      found.push(...missing);
      if (missing.length > 0 || checkPlan(version, plans.table).some(({ severity }) => severity === 'error')) continue;
      for (const part of version.parts) {
        for (const [row, why] of runOf(engine, version, part).rejected) found.push(issue(why.code, placeOf(ledger.orders.table, row, why.field), why.params));
      }
    }
  }
  return found;
}
