import type { Range } from '../../../../core/table/cell';
import { CHINESE } from './bad-plans.zh';
import { SALES, TEAM, plan, said, saidInChinese, sheet, versions } from './books';

const rate = ['rate', '', '', '2%'];
const people = (header: string, ...rows: Range): Range => sheet(header, ...rows);
const scores = sheet('Period, Person, Score', ['2026-03', 'Amy', 85], ['2026-03', 'Ben', 92], ['2026-03', 'Max', 78]);
const targets = sheet('Person, KPI, Period, Target', ['Amy', 'Revenue', '2026-03', 50000], ['Ben', 'Revenue', '2026-03', 50000], ['Max', 'Revenue', '2026-03', 1]);
const usd = (...rows: Range): Range => sheet('Order, Order date, Owner, Currency, Amount', ...rows);
const fx = (...rows: Range): Range => sheet('Date, Currency, Rate', ...rows);

/** A bad plan as a small workbook, and what is said of it. */
type Bad = readonly [what: string, tables: readonly Range[], expected: string];

const rates: readonly Bad[] = [
  ['a rate of 5 for 5 %', [plan(['rate', '', '', 5]), TEAM, SALES], 'Error Rules row 2 · Value: P: the rate of 500% pays more than the whole measure. On the orders here that is 450,000.00 of commission on 90,000.00 CNY.'],
  ['a rate of 150 %', [plan(['rate', '', '', '150%']), TEAM, SALES], 'Error Rules row 2 · Value: P: the rate of 150% pays more than the whole measure. On the orders here that is 135,000.00 of commission on 90,000.00 CNY.'],
  ['a rate of 100 %', [plan(['rate', '', '', '100%']), TEAM, SALES], 'Note Rules row 2 · Value: P: the rate of 100% pays out the whole measure. On the orders here that is 90,000.00 of commission on 90,000.00 CNY.'],
  ['a rate below 0', [plan(['rate', '', '', '-5%']), TEAM, SALES], 'Error Rules row 2 · Value: -5% is negative, and must not be.'],
  ['a tier below 0', [plan(['tier', '', 0, '-5%']), TEAM, SALES], 'Error Rules row 2 · Value: P: the tier of -5% takes money from people. On the orders here that is -4,500.00 of commission on 90,000.00 CNY.'],
  ['a rate of one product of 8 for 8 %', [plan(rate, ['rate', 'Product=Chair', '', 8]), TEAM, SALES], 'Error Rules row 3 · Value: P: the rate of 800% pays more than the whole measure.'],
  ['a tier of 8 among percentages', [plan(['tier', '', 0, '5%'], ['tier', '', 50000, 8]), TEAM, SALES], 'Error Rules row 3 · Value: P: the tier of 800% pays more than the whole measure. On the orders here that is 84,000.00 of commission on 90,000.00 CNY.'],
  ['a tier of 100 %', [plan(['tier', '', 0, '5%'], ['tier', '', 50000, '100%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: the tier of 100% pays out the whole measure.'],
  ['a tier of 80 % for 8 %', [plan(['tier', '', 0, '5%'], ['tier', '', 50000, '80%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: the tier of 80% is very high.'],
  ['a tier of 0.5 % for 5 %', [plan(['tier', '', 0, '0.5%'], ['tier', '', 50000, '8%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: the tier pays 8%, the one below it 0.5%: more than ten times as much.'],
  ['a stage rate of 2 for 2 %', [plan(['stage rate', 'Owner', '', 2]), TEAM, SALES], 'Error Rules row 2 · Value: P: the stage rate of 200% pays more than the whole measure. On the orders here that is 180,000.00 of commission on 90,000.00 CNY.'],
  ['an override of 1 for 1 %', [plan(rate, ['override', 1, 0, 1]), TEAM, SALES], 'Warning Rules row 3 · Value: P: the override of 100% pays out the whole measure. On the orders here that is up to 90,000.00 on 90,000.00 CNY.'],
  ['an override of 5', [plan(rate, ['override', 1, 0, 5]), TEAM, SALES], 'Error Rules row 3 · Value: P: the override of 500% pays more than the whole measure. On the orders here that is up to 450,000.00 on 90,000.00 CNY.'],
  ['a rate of 0.5 for 0.5 %', [plan(['rate', '', '', 0.5]), TEAM, SALES], 'Warning Rules row 2 · Value: P: the rate of 50% is very high. On the orders here that is 45,000.00 of commission on 90,000.00 CNY.'],
  ['an override of 0.5 for 0.5 %', [plan(['measure', '', '', 'profit'], ['rate', '', '', '10%'], ['override', 1, 0, 0.5]), TEAM, sheet('Order, Order date, Owner, Amount, Purchase', ['A', '2026-03-05', 'Amy', 1000, 600])], 'Warning Rules row 4 · Value: P: the override of 50% is very high. On the orders here that is up to 200.00 on 400.00 CNY.'],
  ['0.02 % for 2 %', [plan(['rate', '', '', '0.02%']), TEAM, SALES], 'Warning Rules row 2 · Value: P: the rate of 0.02% is very small. On the orders here that is 18.00 of commission on 90,000.00 CNY.'],
  ['a tier of 0.05 % for 5 %', [plan(['tier', '', 0, '0.05%'], ['tier', '', 50000, '8%']), TEAM, SALES], 'Warning Rules row 2 · Value: P: the tier of 0.05% is very small.'],
  ['a percentage of pieces', [plan(['measure', '', '', 'quantity'], ['rate', '', '', '5%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: 5% of quantity is 0.05 of money for each.'],
  ['a percentage for a bonus', [plan(rate, ['bonus', 'order', '', '5%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: `bonus` is an amount of money, and 5% of it is next to nothing.'],
  ['a percentage for a maximum', [plan(rate, ['maximum', 'person', '', '50%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: `maximum` is an amount of money, and 50% of it is next to nothing.'],
  ['a rate without a Value', [plan(['rate', '', '', '']), TEAM, SALES], 'Warning Rules row 2 · Value: P: `rate` has no Value and is read as 0.'],
  ['a factor of 110 for 1.1', [plan(rate, ['factor', 'Role=Sales', '', 110]), TEAM, SALES], 'Error Rules row 3 · Value: P: the factor multiplies by 110. On the orders here that is 198,000.00 of commission on 90,000.00 CNY.'],
  ['a factor of 1.1 %', [plan(rate, ['factor', 'Role=Sales', '', '1.1%']), TEAM, SALES], 'Warning Rules row 3 · Value: P: the factor multiplies by 0.011. On the orders here that is 19.80 of commission on 90,000.00 CNY.'],
  ['a credit factor of 120 for 1.2', [plan(rate, ['credit factor', 'Customer=ACME', '', 120]), TEAM, SALES], 'Warning Rules row 3 · Value: P: the credit factor multiplies by 120.'],
];

const bounds: readonly Bad[] = [
  ['a gate of 0.6 for 60 points', [plan(rate, ['gate', 'Score', 0.6, '50%']), TEAM, SALES, scores], 'Warning Rules row 3 · Item: P: `gate` begins at 0.6, while scores go up to 92: everyone is above it.'],
  ['a factor from a score of 0.9', [plan(rate, ['factor', 'Score', 0.9, 1.2]), TEAM, SALES, scores], 'Warning Rules row 3 · Item: P: `factor` begins at 0.9, while scores go up to 92: everyone is above it.'],
  ['a gate of 60 where people score up to 1', [plan(rate, ['gate', 'Score', 60, '50%']), TEAM, SALES, sheet('Period, Person, Score', ['2026-03', 'Amy', 0.85], ['2026-03', 'Ben', 0.9], ['2026-03', 'Max', 0.7])], 'Warning Rules row 3 · Item: P: `gate` begins at 60, while scores only go up to 0.9: nobody gets there.'],
  ['a gate on an attainment of 90', [plan(rate, ['gate', 'attainment', 90, '50%']), TEAM, SALES, targets], 'Error Rules row 3 · From: P: the gate opens at an attainment of 90, read as 9000%: it is shut for everyone.'],
  ['a gate on a KPI that is misspelt', [plan(rate, ['gate', 'Colections', 60, '50%']), TEAM, SALES, sheet('Period, Person, Score, Collections', ['2026-03', 'Amy', 85, 90])], 'Warning Rules row 3 · Item: P: `gate` names the KPI “Colections”, which KPIs, Targets and Scores do not know. Did you mean “Collections”?'],
  ['attainment bounds of 80 and 100', [plan(['tier', '', 0, '1%'], ['tier', '', 80, '2%'], ['tier', '', 100, '3%'], ['tier on', 'Revenue', '', 'attainment']), TEAM, SALES, targets], 'Error Rules row 3 · From: P: the bound 80 of an attainment is read as 8000%: nobody gets there.'],
  ['bounds of 0.8 and 1 without `tier on`', [plan(['tier', '', 0, '1%'], ['tier', '', 0.8, '2%'], ['tier', '', 1, '3%']), TEAM, SALES], 'Warning Rules row 3 · From: P: the bounds 0.8, 1 are compared with amounts of money: the first order passes them all.'],
  ['tiers on a KPI that is misspelt', [plan(['tier', '', 0, '1%'], ['tier', '', '100%', '2%'], ['tier on', 'Revenu', '', 'attainment']), TEAM, SALES, targets], 'Warning Rules row 4 · Item: P: `tier on` names the KPI “Revenu”, which KPIs, Targets and Scores do not know. Did you mean “Revenue”?'],
  ['a tier with a zero too many', [plan(['tier', '', 0, '1%'], ['tier', '', 5000000, '2%']), TEAM, SALES], 'Note Rules row 3 · Item: P: nobody is near the tier from 5,000,000; the largest total so far is 60,000.00 (Amy).'],
  ['bounds in tens of thousands', [plan(['tier', '', 0, '1%'], ['tier', '', 10, '2%'], ['tier', '', 30, '3%']), TEAM, SALES], 'Warning Rules row 4 · Item: P: everyone is far above the highest bound 30; the smallest total is 30,000.00.'],
  ['a pay that falls at a bound', [plan(['tier', '', 0, '3%'], ['tier', '', 50000, '2%'], ['tier mode', '', '', 'whole']), TEAM, SALES], 'Warning Rules row 3 · Value: P: on reaching 50,000 the pay falls by 500.00.'],
  ['a margin of 20 for 20 %', [plan(rate, ['rate', 'Margin', 20, '3%']), TEAM, sheet('Order, Order date, Owner, Amount, Purchase', ['A', '2026-03-05', 'Amy', 1000, 600])], 'Warning Rules row 3 · Item: P: Margin from 20 is far from every order line; the highest is 0.4.'],
  ['a least amount with a zero too many', [plan(rate, ['factor', 'Amount', 1000000, 1.2]), TEAM, SALES], 'Note Rules row 3 · Item: P: Amount from 1,000,000 is far from every order line; the highest is 40,000.'],
  ['a gate without From', [plan(rate, ['gate', 'Score', '', '50%']), TEAM, SALES, scores], 'Warning Rules row 3 · From: P: the gate on the score has no least number in From: it never closes.'],
  ['a gate whose bound stands in Value', [plan(rate, ['gate', 'coverage', '', '80%']), TEAM, SALES, scores], 'Warning Rules row 3 · From: P: the gate on the coverage of the card has no least number in From: it never closes.'],
  ['a gate that pays all below it', [plan(rate, ['gate', 'Score', 60, '100%']), TEAM, SALES, scores], 'Warning Rules row 3 · Value: P: below the gate on the score 100% is paid all the same: it changes nothing.'],
  ['a gate on a coverage of 80', [plan(rate, ['gate', 'coverage', 80, '0%']), TEAM, SALES, scores], 'Error Rules row 3 · From: P: the gate opens at a coverage of 80, read as 8000%: it is shut for everyone.'],
  ['a target that one of them lacks', [plan(['tier', '', 0, '1%'], ['tier', '', '100%', '2%'], ['tier on', 'Revenue', '', 'attainment']), TEAM, SALES, sheet('Person, KPI, Period, Target', ['Amy', 'Revenue', '2026-03', 50000])], 'Warning Rules row 4 · Item: P: there is no target Revenue of Ben for 2026-03: what they earn cannot be computed.'],
  ['a team without a target', [plan(rate, ['gate', 'team attainment', '100%', '0%'], ['tier on', 'Revenue', '', 'attainment']), TEAM, SALES, sheet('Person, KPI, Period, Target', ['Amy', 'Revenue', '2026-03', 50000])], 'Warning Rules row 4 · Item: P: there is no target Revenue of EU for 2026-03: what they earn cannot be computed.'],
  ['one bound for two columns', [plan(rate, ['rate', 'Margin & Quantity', 200, '3%']), TEAM, SALES], 'Error Rules row 3 · From: From is the least of one column; here it would be that of Margin, Quantity.'],
  ['a monthly minimum above the yearly maximum', [plan(rate, ['minimum', 'person month', '', 3000], ['maximum', 'person year', '', 30000]), TEAM, SALES], 'Warning Rules row 3 · Value: P: over the same time the minimum comes to 36,000, the maximum (row 4) to 30,000.'],
  ['a minimum of an order above the maximum of the person', [plan(rate, ['minimum', 'order', '', 500], ['maximum', 'person', '', 300]), TEAM, SALES], 'Warning Rules row 3 · Value: P: over the same time the minimum comes to 500, the maximum (row 4) to 300.'],
];

const twice: readonly Bad[] = [
  ['two parts that pay the same lines', [plan(['All', 'rate', '', '', '2%'], ['Chairs', 'lines', 'Product', '', 'Chair'], ['Chairs', 'rate', '', '', '3%']), TEAM, SALES], 'Warning Orders row 3 · Order: P: the parts “All” and “Chairs” both pay for 2 lines (first: Amy): 1,000.00 CNY too much, if only one of them is meant.'],
  ['two plans that pay the same lines', [versions(['Sales', '', '', 'payees', 'Team', '', 'EU'], ['Sales', '', '', 'rate', '', '', '2%'], ['Europe', '', '', 'payees', 'Role', '', 'Sales'], ['Europe', '', '', 'rate', '', '', '1%']), TEAM, SALES], 'Warning Orders row 2 · Order: Sales and Europe both pay for 3 lines (first: Amy): 900.00 CNY too much, if only one of them is meant.'],
  ['a person in two plans', [versions(['Sales', '', '', 'rate', '', '', '2%'], ['Lamps', '', '', 'lines', 'Product', '', 'Lamp'], ['Lamps', '', '', 'rate', '', '', '1%']), people('Person, Team, Plan', ['Amy', 'EU', 'Sales; Lamps'], ['Ben', 'EU', 'Sales'], ['Max', 'EU', 'Sales']), SALES], 'Note People row 2 · Plan: Amy takes part in Sales, Lamps.'],
  ['two factors for one case', [plan(rate, ['factor', 'Role=Sales', '', 1.1], ['factor', 'Role=Sales', '', 1.2]), TEAM, SALES], 'Error Rules row 4 · Value: P: `factor` says something else for the same case as in row 3.'],
  ['two rates for one case', [plan(rate, ['rate', 'Product=Chair', '', '3%'], ['rate', 'Product=chair', '', '4%']), TEAM, SALES], 'Error Rules row 4 · Value: P: `rate` says something else for the same case as in row 3.'],
  ['two weights for one case', [plan(['pool', '', '', 'team'], rate, ['share by', 'Role', '', '100%'], ['weight', 'Role=Manager', '', 1.5], ['weight', 'Role=Manager', '', 2]), TEAM, SALES], 'Warning Rules row 6 · Value: P: `weight` stands for the same case as in row 5: only one of the two counts.'],
  ['two maxima of one level', [plan(rate, ['maximum', 'person', '', 5000], ['maximum', 'person', '', 8000]), TEAM, SALES], 'Warning Rules row 4 · Value: P: `maximum` stands for the same case as in row 3: only one of the two counts.'],
  ['one column mapped twice', [plan(rate, ['column', 'Amount', '', 'Amount'], ['column', 'Amount', '', 'Total']), TEAM, SALES], 'Warning Rules row 4 · Value: P: `column` stands for the same case as in row 3: only one of the two counts.'],
  ['one stage in two rows', [plan(rate, ['stage', 'Owner', '', '50%'], ['stage', 'Owner', '', '50%']), TEAM, SALES], 'Warning Rules row 4 · Value: P: `stage` stands for the same case as in row 3: both count, one on top of the other.'],
  ['an override in two rows', [plan(rate, ['override', 1, 0, '0.5%'], ['override', 1, 0, '0.8%']), TEAM, SALES], 'Warning Rules row 4 · Value: P: `override` stands for the same case as in row 3: both count, one on top of the other.'],
  ['a bonus in two rows', [plan(rate, ['bonus', 'order', '', 50], ['bonus', 'order', '', 60]), TEAM, SALES], 'Warning Rules row 4 · Value: P: `bonus` stands for the same case as in row 3: both count, one on top of the other.'],
  ['a word that stands twice', [plan(rate, ['measure', '', '', 'revenue'], ['measure', '', '', 'profit']), TEAM, SALES], 'Error Rules row 4 · Value: P: `measure` stands twice (first in row 3).'],
  ['two rates that fit one line equally', [plan(['rate', 'Customer=ACME', '', '12%'], ['rate', 'Product=Chair', '', '9%']), TEAM, SALES], 'Error Orders row 4 · Order: P: rows 2 and 3 of the rules fit one line equally well (first here): 30,000.00 CNY of sales are not paid until it is clear which of them counts.'],
  ['two factors that fit one line equally', [plan(rate, ['factor', 'Customer=AC*', '', 1.1], ['factor', 'Customer=*ME', '', 1.3]), TEAM, SALES], 'Error Orders row 2 · Order: P: rows 3 and 4 of the rules fit 2 lines equally well (first here): 70,000.00 CNY'],
  ['an order typed twice', [plan(rate), TEAM, [...SALES, SALES[1] ?? []]], 'Warning Orders row 5 · Order: The order stands in row 2 already, with the same date and amount 40,000.00: it is paid twice.'],
  ['a sale under two numbers', [plan(rate), TEAM, [...SALES, ['D', '2026-03-05', 'ACME', 'Lamp', 'Amy', 40000, 400]]], 'Note Orders row 5 · Order: Row 2 has the same customer, date, goods and amount 40,000.00 under another number.'],
  ['a receipt typed twice', [plan(rate), TEAM, SALES, sheet('Order, Date, Amount', ['A', '2026-03-20', 40000], ['A', '2026-03-20', 40000])], 'Warning Receipts row 3 · Amount: The receipt of 40,000.00 for A on that day stands in row 2 already.'],
];

const persons: readonly Bad[] = [
  ['a person in no plan', [plan(rate), people('Person, Team, Plan', ['Amy', 'EU', 'P'], ['Ben', 'EU', '']), SALES], 'Warning People row 3 · Plan: Ben takes part in no plan: orders of 30,000.00 CNY earn nothing.'],
  ['a plan that is misspelt in People', [versions(['Sales 2026', '', '', 'rate', '', '', '2%']), people('Person, Team, Plan', ['Amy', 'EU', 'Sales 2026'], ['Ben', 'EU', 'Sale 2026']), SALES], 'Warning People row 3 · Plan: No plan is called “Sale 2026”. Did you mean “Sales 2026”?'],
  ['a plan in People that is a draft', [versions(['Old', '', '', 'rate', '', '', '2%'], ['New', '', '', 'rate', '', '', '3%'], ['New', '', '', 'draft', '', '', 'yes']), people('Person, Team, Plan', ['Amy', 'EU', 'Old'], ['Ben', 'EU', 'New']), SALES], 'Warning People row 3 · Plan: The plan New is a draft: it pays only when it is asked for by name.'],
  ['payees that occur nowhere', [plan(rate, ['payees', 'Team', '', 'Europe']), TEAM, SALES], 'Warning Rules row 3 · Item: P: `payees` names “Europe”, which stands nowhere in Team.'],
  ['payees that leave nobody', [plan(rate, ['payees', 'Team', '', 'Europe']), TEAM, SALES], 'Error Rules row 3 · Item: Nobody takes part in P: orders of 90,000.00 CNY earn nothing.'],
  ['a payee that is misspelt', [plan(rate, ['payees', 'Person', '', 'Amy; Bem']), TEAM, SALES], 'Warning Rules row 3 · Item: P: `payees` names “Bem”, which stands nowhere in Person. Did you mean “Ben”?'],
  ['a factor of a role that is misspelt', [plan(rate, ['factor', 'Role=Manger', '', 1.3]), TEAM, SALES], 'Warning Rules row 3 · Item: P: `factor` names “Manger”, which stands nowhere in Role. Did you mean “Manager”?'],
  ['a rate of a product that is misspelt', [plan(rate, ['rate', 'Product=Chiar', '', '3%']), TEAM, SALES], 'Warning Rules row 3 · Item: P: `rate` names “Chiar”, which stands nowhere in Product. Did you mean “Chair”?'],
  ['lines of a customer that is nowhere', [plan(rate, ['lines', 'Customer', '', 'Globex']), TEAM, SALES], 'Warning Rules row 3 · Item: P: `lines` names “Globex”, which stands nowhere in Customer.'],
  ['several live plans and nobody in any', [versions(['A', '', '', 'rate', '', '', '2%'], ['B', '', '', 'rate', '', '', '1%']), TEAM, SALES], 'Error People row 1 · Person: Nobody takes part in any of the plans A, B: orders of 90,000.00 CNY earn nothing.'],
  ['one of several plans that nobody is in', [versions(['A', '', '', 'rate', '', '', '2%'], ['B', '', '', 'rate', '', '', '1%']), people('Person, Team, Plan', ['Amy', 'EU', 'A'], ['Ben', 'EU', 'A']), SALES], 'Warning Rules row 3 · Item: Nobody takes part in the plan B.'],
  ['only drafts', [plan(rate, ['draft', '', '', 'yes']), TEAM, SALES], 'Warning Rules row 3 · Rule: Every plan is a draft (P): a settlement pays nobody.'],
  ['a pool by teams without Team', [plan(['pool', '', '', 'team'], rate), people('Person, Role', ['Amy', 'Sales'], ['Ben', 'Sales']), SALES], 'Error Rules row 2 · Item: P: it goes by team, and nobody has a Team: the pool pays nobody.'],
  ['a person of a pool without a team', [plan(['pool', '', '', 'team'], rate), people('Person, Team', ['Amy', 'EU'], ['Ben', '']), SALES], 'Warning People row 3 · Team: P: Ben has no Team and gets nothing of the pool (people without: 1).'],
  ['overrides without Manager', [plan(rate, ['override', 1, 0, '0.5%']), people('Person, Team', ['Amy', 'EU'], ['Ben', 'EU']), SALES], 'Warning Rules row 3 · Item: P: the override of level 1 is paid to nobody, as nobody has a Manager.'],
  ['a manager that is misspelt', [plan(rate), people('Person, Team, Manager', ['Amy', 'EU', 'Maxx'], ['Ben', 'EU', 'Max'], ['Max', 'EU', '']), SALES], 'Warning People row 2 · Manager: The manager “Maxx” is not in People. Did you mean “Max”?'],
  ['a pool shared by words without weights', [plan(['pool', '', '', 'team'], rate, ['share by', 'Role', '', '100%']), TEAM, SALES], 'Warning Rules row 4 · Item: P: the pool is shared by Role, which holds words without a `weight`: everyone gets the same.'],
  ['a weight nobody uses', [plan(['pool', '', '', 'team'], rate, ['share by', 'credit', '', '100%'], ['weight', 'Role=Manager', '', 1.5]), TEAM, SALES], 'Warning Rules row 5 · Item: P: nothing is shared by Role, so the weight is used by nobody.'],
];

const dates: readonly Bad[] = [
  ['an Effective date inside a period', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 2, '2026-03-16', 'rate', '', '', '1.5%']), TEAM, SALES], 'Warning Rules row 3 · Effective: P: 2026-03-16 lies inside a pay period: the new rules wait until 2026-04-01. In between one line, 30,000.00, still under the old ones.'],
  ['a version label with two dates', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 2, '2026-03-01', 'tier', '', 0, '2%'], ['P', 2, '2026-04-01', 'tier', '', 50000, '3%']), TEAM, SALES], 'Error Rules row 4 · Effective: P: Version 2 has two dates, 2026-03-01 (row 3) and 2026-04-01: they are two versions, each with a part of the rules.'],
  ['a date left out of one row of a version', [versions(['P', 2, '2026-03-01', 'tier', '', 0, '2%'], ['P', 2, '', 'tier', '', 50000, '3%']), TEAM, SALES], 'Error Rules row 2 · Effective: P: Version 2 has two dates, the beginning (row 3) and 2026-03-01: they are two versions, each with a part of the rules.'],
  ['a new version without a date', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 2, '', 'rate', '', '', '3%']), TEAM, SALES], 'Warning Rules row 3 · Effective: P: Version 2 holds from the beginning, as Version 1 does, and takes its place for the past too.'],
  ['a version of another decade', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 2, '2062-03-01', 'rate', '', '', '3%']), TEAM, SALES], 'Warning Rules row 3 · Effective: P: the version begins on 2062-03-01, years after the last order.'],
  ['a part that is misspelt', [plan(['Team pot', 'rate', '', '', '2%'], ['Team pot', 'pool', '', '', 'team'], ['Tean pot', 'share by', 'equal', '', '100%']), TEAM, SALES], 'Warning Rules row 4 · Part: P: the part “Tean pot” is nearly called as “Team pot”.'],
  ['two plans with calendars of their own', [versions(['A', '', '', 'rate', '', '', '2%'], ['A', '', '', 'calendar', '', '', 'from day 26'], ['B', '', '', 'rate', '', '', '2%']), people('Person, Team, Plan', ['Amy', 'EU', 'A'], ['Ben', 'EU', 'B']), SALES, targets], 'Warning Rules row 3 · Item: A counts its months otherwise than B: targets, actuals and scores go by the calendar of A for everyone.'],
  ['a date on which nothing counts', [plan(rate, ['counts on', '', '', 'shipment']), TEAM, SALES], 'Note Rules row 2 · Item: P: nothing counts; the date on which it would is missing (3 lines).'],
];

const data: readonly Bad[] = [
  ['rates typed where shares belong', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amy 1.5%; Ben 3%', 1000])], 'Warning Orders row 2 · Owner: “Amy 1.5%; Ben 3%” are shares of 4.5% together: 95.5% of one line worth 1,000.00 CNY is nobody’s. These look like rates.'],
  ['owner shares below 100 %', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amy 60%; Ben 30%', 1000])], 'Warning Orders row 2 · Owner: “Amy 60%; Ben 30%” make 90%: 10% of one line worth 1,000.00 CNY is nobody’s.'],
  ['owner shares above 100 %', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amy 60%; Ben 50%', 1000])], 'Error Orders row 2 · Owner: '],
  ['contributions below 100 %', [plan(rate, ['credit', '', '', 'contributions']), TEAM, SALES, sheet('Project or Order, Person, Share', ['A', 'Amy', '60%'], ['A', 'Ben', '30%'])], 'Warning Contributions row 2 · Share: The contributions to A make 90%: 10% is nobody’s.'],
  ['an owner that is misspelt', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amie', 1000])], 'Error Orders row 2 · Owner: “Amie” is not in the People table.'],
  ['lines without a rate', [plan(['rate', 'Product=Lamp', '', '3%']), TEAM, SALES], 'Note Orders row 3 · Order: P: no rate fits 2 lines (first here): nothing is earned on 50,000.00 CNY.'],
  ['a currency without a rate', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'EUR', 1000]), fx(['2026-03-01', 'USD', 7.2])], 'Error Orders row 2 · Currency: There is no exchange rate for EUR on 2026-03-05.'],
  ['a rate of 72 for 7.2', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'USD', 1000]), fx(['2026-01-01', 'USD', 7.1], ['2026-02-01', 'USD', 7.15], ['2026-03-01', 'USD', 72])], 'Warning FX row 4 · Rate: 72 for USD is far from its usual rate, 7.15.'],
  ['the only rate of a currency off by ten', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'USD', 1000]), fx(['2026-03-01', 'USD', 72])], 'Warning FX row 2 · Rate: 72 for USD is far from what it is roughly worth, 7.'],
  ['a rate the wrong way round', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'USD', 1000]), fx(['2026-02-01', 'USD', 0.1389], ['2026-03-01', 'USD', 0.139])], 'Warning FX row 2 · Rate: 0.1389 for USD is far from what it is roughly worth, 7.'],
  ['a rate for a hundred', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'JPY', 1000]), fx(['2026-03-01', 'JPY', 4.8])], 'Warning FX row 2 · Rate: 4.8 for JPY is far from what it is roughly worth, 0.048.'],
  ['the only Rate of an order off by ten', [plan(rate), TEAM, sheet('Order, Order date, Owner, Currency, Rate, Amount', ['A', '2026-03-05', 'Amy', 'USD', 0.71, 1000]), fx(['2026-03-01', 'USD', 7.1])], 'Warning Orders row 2 · Rate: 0.71 for USD is far from what it is roughly worth, 7.'],
  ['a rate of an order off by ten', [plan(rate), TEAM, sheet('Order, Order date, Owner, Currency, Rate, Amount', ['A', '2026-03-05', 'Amy', 'USD', 7.1, 1000], ['B', '2026-03-06', 'Amy', 'USD', 7.1, 1000], ['C', '2026-03-07', 'Amy', 'USD', 0.71, 1000])], 'Warning Orders row 4 · Rate: 0.71 for USD is far from its usual rate, 7.1.'],
  ['rates older than a quarter', [plan(rate), TEAM, usd(['A', '2026-06-05', 'Amy', 'USD', 1000], ['B', '2026-07-05', 'Amy', 'USD', 1000]), fx(['2026-01-01', 'USD', 7.1], ['2026-02-01', 'USD', 7.2])], 'Warning Orders row 2 · Currency: USD: the rate of 2026-02-01 is used for 2026-06-05, more than a quarter later (2 lines, first here).'],
  ['two rates of one day', [plan(rate), TEAM, usd(['A', '2026-03-05', 'Amy', 'USD', 1000]), fx(['2026-03-01', 'USD', 7.1], ['2026-03-01', 'USD', 7.2])], 'Warning FX row 3 · Rate: USD has two rates for 2026-03-01: 7.1 (row 2) and 7.2; the later row counts.'],
  ['an amount with two zeros too many', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-01', 'Amy', 1000], ['B', '2026-03-02', 'Amy', 1200], ['C', '2026-03-03', 'Amy', 900], ['D', '2026-03-04', 'Amy', 110000])], 'Warning Orders row 5 · Amount: 110,000 is more than 50 times what Amy usually sells (about 1,000).'],
  ['an amount with two zeros too many, beside two others', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-01', 'Amy', 1000], ['B', '2026-03-02', 'Amy', 1200], ['C', '2026-03-03', 'Amy', 120000])], 'Warning Orders row 4 · Amount: 120,000 is more than 100 times what Amy usually sells (about 1,200).'],
  ['a first amount with two zeros too many', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-01', 'Ben', 1000], ['B', '2026-03-02', 'Ben', 1200], ['C', '2026-03-03', 'Ben', 900], ['D', '2026-03-03', 'Amy', 110000])], 'Warning Orders row 5 · Amount: 110,000 is more than 100 times what is usually sold here (about 1,000).'],
  ['an order that is cancelled and reversed', [plan(rate, ['refund', '', '', 'current']), TEAM, sheet('Order, Order date, Owner, Amount, Reverses, Status', ['A', '2026-03-01', 'Amy', 1000, '', 'cancelled'], ['R', '2026-03-02', 'Amy', -1000, 'A', ''])], 'Warning Orders row 3 · Reverses: A is cancelled and reversed as well: 1,000.00 is taken back twice.'],
  ['a cancelled order whose reversal is idle', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount, Reverses, Status', ['A', '2026-03-01', 'Amy', 1000, '', 'cancelled'], ['R', '2026-03-02', 'Amy', -1000, 'A', ''])], 'Error Orders row 3 · Reverses: Reverses names “A”, which is cancelled: there is nothing to take back.'],
  ['an order reversed twice', [plan(rate), TEAM, sheet('Order, Order date, Owner, Amount, Reverses', ['A', '2026-03-01', 'Amy', 1000, ''], ['R', '2026-03-02', 'Amy', -1000, 'A'], ['S', '2026-03-03', 'Amy', -1000, 'A'])], 'Error Orders row 4 · Amount: “A” has been reversed already: nothing is left to take back.'],
  ['an order reversed twice at the current rate', [plan(rate, ['refund', '', '', 'current']), TEAM, sheet('Order, Order date, Owner, Amount, Reverses', ['A', '2026-03-01', 'Amy', 1000, ''], ['R', '2026-03-02', 'Amy', -1000, 'A'], ['S', '2026-03-03', 'Amy', -1000, 'A'])], 'Warning Orders row 4 · Reverses: 2,000.00 of A are reversed, more than its 1,000.00.'],
  ['an actual of 85 against 90 %', [sheet('KPI, Weight, Scoring, Unit, Target', ['On time', 100, 'ratio', '%', '90%']), sheet('Period, Person, KPI, Actual', ['2026-01', 'Amy', 'On time', 85]), TEAM], 'Warning Actuals row 2 · Actual: On time: an actual of 85 stands against a target of 90% (such actuals: 1, first here).'],
  ['an actual of 85 of a percentage without a target', [sheet('KPI, Weight, Scoring, Unit', ['On time', 100, 'linear 70%:0 100%:100', '%']), sheet('Period, Person, KPI, Actual', ['2026-01', 'Amy', 'On time', 85]), TEAM], 'Warning Actuals row 2 · Actual: On time is a percentage, and an actual of 85 is read as 8500% (such actuals: 1, first here).'],
  ['an actual of 85 % against 90', [sheet('KPI, Weight, Scoring, Unit, Target', ['On time', 100, 'ratio', '%', 90]), sheet('Period, Person, KPI, Actual', ['2026-01', 'Amy', 'On time', '85%']), TEAM], 'Warning Actuals row 2 · Actual: On time: an actual of 0.85 stands against a target of 90 (such actuals: 1, first here).'],
  ['VAT of 13 for 13 %', [plan(['measure', '', '', 'profit'], ['rate', '', '', '10%']), TEAM, sheet('Order, Order date, Owner, Amount, Purchase, VAT rate, Rebate rate', ['A', '2026-03-05', 'Amy', 1000, 600, 13, '13%'])], 'Error Orders row 2 · VAT rate: 13 is read as 1300% (rows so written: 1): the profit of 1,000.00 CNY of orders is wrong.'],
  ['a rebate of 13 for 13 %', [plan(['measure', '', '', 'profit'], ['rate', '', '', '10%']), TEAM, sheet('Order, Order date, Owner, Amount, Purchase, VAT rate, Rebate rate', ['A', '2026-03-05', 'Amy', 1000, 600, '13%', 13])], 'Error Orders row 2 · Rebate rate: 13 is read as 1300%'],
  ['orders from before the owner joined', [plan(rate), people('Person, Team, Joined', ['Amy', 'EU', '2026-03-10'], ['Ben', 'EU', '']), SALES], 'Warning Orders row 2 · Order date: Amy joined on 2026-03-10, after one line of theirs (first here): nobody earns on 40,000.00 CNY.'],
  ['orders from after the owner left', [plan(rate), people('Person, Team, Left', ['Amy', 'EU', '2026-03-10'], ['Ben', 'EU', '']), SALES], 'Note Orders row 3 · Order date: Amy left on 2026-03-10, before one line of theirs (first here): nobody earns on 20,000.00 CNY.'],
  ['a receipt of another decade', [plan(rate), TEAM, SALES, sheet('Order, Date, Amount', ['A', '2062-03-20', 40000])], 'Warning Receipts row 2 · Date: The date 2062-03-20 is far from the others.'],
  ['a fund that takes all', [plan(rate, ['reserve', 'Fund', '', '60%'], ['reserve', 'Other', '', '50%']), TEAM, SALES], 'Error Rules row 3 · Value: P: 110% would be reserved, more than 100%.'],
];

describe('a bad plan is told', () => {
  it.each([...rates, ...bounds, ...twice, ...persons, ...dates, ...data])('%s', (_what, tables, expected) => {
    expect(said(...tables)).toContainEqual(expect.stringContaining(expected));
  });

  it.each([...rates, ...bounds, ...twice, ...persons, ...dates, ...data])('in Chinese: %s', (what, tables) => {
    expect(saidInChinese(...tables)).toContain(CHINESE.get(what));
  });

  it('with the gravest first, and what money is at stake before the rest', () => {
    const found = said(plan(['rate', '', '', 5], ['factor', 'Role=Manger', '', 1.3]), TEAM, [...SALES, ['D', '2026-03-05', 'ACME', 'Lamp', 'Amy', 40000, 400]]);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['Error', 'Warning', 'Note']);
  });
});
