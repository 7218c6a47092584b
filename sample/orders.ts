import type { Cell } from '../core/table/cell';
import { addMonths, dayOf, dayText } from '../core/table/day';
import { nameOf, samplePeople } from './people';
import type { Random } from './random';

export type SampleLanguage = 'en' | 'zh';

/** The first month of the sample, and how many it has. */
export const FIRST_MONTH = dayOf(2025, 2, 1);
export const MONTHS = 14;

const FX: readonly (readonly [currency: string, base: number, step: number])[] = [
  ['USD', 7.18, 0.02],
  ['EUR', 7.78, 0.04],
  ['GBP', 9.12, 0.05],
  ['JPY', 0.0478, 0.0004],
];

const PRODUCTS = [
  { en: 'LED work light', zh: 'LED 工作灯', price: 18.5, cost: 92 },
  { en: 'Garden hose', zh: '花园水管', price: 6.4, cost: 31 },
  { en: 'Solar lantern', zh: '太阳能灯', price: 24.9, cost: 121 },
  { en: 'Tool cabinet', zh: '工具柜', price: 139, cost: 702 },
  { en: 'Camping stove', zh: '露营炉', price: 32, cost: 158 },
] as const;

const CUSTOMERS = [
  ['Nordlicht GmbH', 'Germany', '德国', 'EUR', 'europe'], ['Maison Verte', 'France', '法国', 'EUR', 'europe'], ['Britannia Tools', 'United Kingdom', '英国', 'GBP', 'europe'],
  ['Casa Roja', 'Spain', '西班牙', 'EUR', 'europe'], ['Polar AS', 'Norway', '挪威', 'USD', 'europe'], ['Baltic Trade', 'Poland', '波兰', 'EUR', 'europe'],
  ['Great Lakes Supply', 'United States', '美国', 'USD', 'americas'], ['Sierra Outdoor', 'United States', '美国', 'USD', 'americas'], ['Maple Hardware', 'Canada', '加拿大', 'USD', 'americas'],
  ['Andes Import', 'Chile', '智利', 'USD', 'americas'], ['Sakura Shoji', 'Japan', '日本', 'JPY', 'americas'], ['Pampa Agro', 'Argentina', '阿根廷', 'USD', 'americas'],
  ['Harbour Retail', 'Hong Kong', '中国香港', 'CNY', 'americas'], ['Desert Star', 'Mexico', '墨西哥', 'USD', 'americas'],
] as const;

const PROJECTS = [
  { en: 'Hamburg arena', zh: '汉堡体育馆', customer: 0, month: 5 },
  { en: 'Lake Michigan park', zh: '密歇根湖公园', customer: 6, month: 9 },
] as const;

export interface SampleTrade {
  readonly orders: Cell[][];
  readonly receipts: Cell[][];
  readonly contributions: Cell[][];
  readonly fx: Cell[][];
}

/** Orders, receipts, contributions and exchange rates of a believable exporter. */
export function sampleTrade(random: Random, lines: number, language: SampleLanguage): SampleTrade {
  const orders: Cell[][] = [];
  const receipts: Cell[][] = [];
  const perMonth = Math.ceil(lines / MONTHS);
  let number = 1000;
  for (let month = 0; month < MONTHS; month += 1) {
    const start = addMonths(FIRST_MONTH, month);
    while (orders.length < Math.min(lines, perMonth * (month + 1))) {
      number += 1;
      addOrder(random, language, start, month, number, orders, receipts);
    }
  }
  return { orders, receipts, contributions: contributionRows(language), fx: fxRows() };
}

function fxRows(): Cell[][] {
  const rows: Cell[][] = [];
  for (let month = -1; month < MONTHS; month += 1) {
    for (const [currency, base, step] of FX) {
      const units = Math.trunc(base * 10000 + step * 10000 * ((month * 7) % 5) - step * 20000 + 0.5);
      rows.push([dayText(addMonths(FIRST_MONTH, month)), currency, units / 10000]);
    }
  }
  return rows;
}

function contributionRows(language: SampleLanguage): Cell[][] {
  const share = (project: number, id: string, percent: number): Cell[] => [PROJECTS[project]?.[language] ?? '', nameOf(id, language), percent / 100];
  return [share(0, 'E02', 50), share(0, 'E03', 30), share(0, 'S01', 20), share(1, 'A02', 45), share(1, 'A03', 35), share(1, 'S02', 20)];
}

function addOrder(random: Random, language: SampleLanguage, start: number, month: number, number: number, orders: Cell[][], receipts: Cell[][]): void {
  const project = PROJECTS.find((candidate) => candidate.month === month && number % 9 === 0);
  const customer = CUSTOMERS[project?.customer ?? random.whole(0, CUSTOMERS.length - 1)] ?? CUSTOMERS[0];
  const [name, country, countryZh, currency, team] = customer;
  const day = start + random.whole(0, 27);
  const sellers = samplePeople.filter((person) => person.team === team && (person.joined === '' || dayText(day) >= person.joined) && (person.left === '' || dayText(day) <= person.left));
  const owner = random.pick(sellers);
  const helper = random.pick(sellers);
  const follower = random.pick(samplePeople.filter((person) => person.team === 'support'));
  const shipped = day + random.whole(18, 55);
  const isShipped = shipped <= addMonths(FIRST_MONTH, MONTHS) - 1;
  const count = random.whole(1, 4);
  let total = 0;
  const order = `PO-${number}`;
  for (let line = 1; line <= count; line += 1) {
    const product = random.pick(PRODUCTS);
    const quantity = random.whole(2, project ? 60 : 24) * 50;
    const unit = unitPrice(product.price, currency);
    const amount = Math.trunc(quantity * unit * 100 + 0.5) / 100;
    total += Math.trunc(amount * 100 + 0.5);
    const cost = Math.trunc((quantity * product.cost * (114 + random.whole(0, 14))) / 100);
    const term = random.pick(['FOB', 'FOB', 'CIF', 'CFR', 'EXW'] as const);
    const freight = term === 'CIF' || term === 'CFR' ? Math.trunc(amount * random.whole(2, 5)) / 100 : '';
    const middleman = random.chance(12) ? '3%' : '';
    const owners = random.chance(10) && helper !== owner ? `${owner[language]} 60%; ${helper[language]} 40%` : owner[language];
    orders.push([
      order, line, dayText(day), isShipped ? dayText(shipped) : '', isShipped ? dayText(shipped + 2) : '', dayText(day + 50),
      name, language === 'zh' ? countryZh : country, project?.[language] ?? '', product[language], owners, currency, '', quantity, amount, term,
      freight, term === 'CIF' ? Math.trunc(amount * 0.3 + 0.5) / 100 : '', middleman, random.whole(2, 8) * 5, cost, '13%', random.pick(['9%', '13%'] as const), Math.trunc(cost * 0.02), '',
      STATUSES[language][isShipped ? 0 : 1], '',
      random.chance(25) ? `${owner[language]}; ${helper[language]}`.replace(/^(.*); \1$/, '$1') : owner[language], owner[language], follower[language],
    ]);
  }
  if (random.chance(3) && isShipped) cancelLast(orders, count, language);
  else addReceipts(random, order, currency, day, shipped, isShipped, total / 100, receipts);
  if (random.chance(5) && isShipped && shipped + 20 < addMonths(FIRST_MONTH, MONTHS)) addRefund(random, orders, count, order, shipped + random.whole(10, 20), language);
}

function unitPrice(usd: number, currency: string): number {
  const factor = { USD: 1, EUR: 0.92, GBP: 0.79, JPY: 150, CNY: 7.2 }[currency] ?? 1;
  return currency === 'JPY' ? Math.trunc(usd * factor) : Math.trunc(usd * factor * 100) / 100;
}

const STATUSES = { en: ['shipped', 'in production'], zh: ['已出货', '生产中'] } as const;
const CANCELLED = { en: 'cancelled', zh: '已取消' } as const;
const STATUS = 25;
const REVERSES = 26;

function cancelLast(orders: Cell[][], count: number, language: SampleLanguage): void {
  for (const row of orders.slice(-count)) row[STATUS] = CANCELLED[language];
}

/** A deposit of three tenths on order, the rest in one or two receipts around shipment; some are late or still open. */
function addReceipts(random: Random, order: string, currency: string, day: number, shipped: number, isShipped: boolean, total: number, receipts: Cell[][]): void {
  const cents = Math.trunc(total * 100 + 0.5);
  const deposit = Math.trunc((cents * 3) / 10);
  const fee = 15;
  receipts.push([order, dayText(day + 3), currency, deposit / 100 - fee, fee, '']);
  if (!isShipped || random.chance(6)) return;
  const rest = cents - deposit;
  const last = addMonths(FIRST_MONTH, MONTHS) - 1;
  const first = random.chance(30) ? Math.trunc(rest / 2) : rest;
  const due = shipped + random.whole(1, 30);
  if (due <= last) receipts.push([order, dayText(due), currency, first / 100 - fee, fee, '']);
  const later = due + random.whole(15, 45);
  if (first < rest && later <= last) receipts.push([order, dayText(later), currency, (rest - first) / 100 - fee, fee, '']);
}

/** Goods returned: a line of its own that reverses a line of the order, wholly or by a third. */
function addRefund(random: Random, orders: Cell[][], count: number, order: string, day: number, language: SampleLanguage): void {
  const source = orders[orders.length - random.whole(1, count)];
  if (!source) return;
  const whole = random.chance(50);
  // What was cancelled never went out, and cannot come back.
  if (source[STATUS] === CANCELLED[language]) return;
  const part = (value: Cell): Cell => (typeof value === 'number' ? -(whole ? value : Math.trunc(value / 3)) : value);
  const row = source.map((value, column) => ([13, 14, 16, 17, 19, 20, 23].includes(column) ? part(value) : value));
  row[0] = `${order}-R`;
  row[1] = 1;
  row[2] = row[3] = row[4] = dayText(day);
  row[STATUS] = language === 'zh' ? '退货' : 'returned';
  row[REVERSES] = `${order}/${String(source[1])}`;
  orders.push(row);
}

/** The headers of the sample's Orders, by field; the stage columns follow. */
export const ORDER_FIELDS = [
  'order', 'line', 'orderDate', 'shipDate', 'invoiceDate', 'promisedDate', 'customer', 'country', 'project', 'product', 'owner', 'currency', 'rate', 'quantity', 'amount', 'priceTerm',
  'freight', 'insurance', 'middleman', 'bankFee', 'purchase', 'vatRate', 'rebateRate', 'domesticCost', 'otherCost', 'status', 'reverses',
] as const;
