import type { Language } from '../../core/locale/message';
import type { Settlement } from '../../core/commission/settle';
import { settledRows } from '../../core/commission/views/summary';
import type { ResultTable } from '../../core/table/result-table';
import { newWorkbook } from '../../xlsx/new-workbook';
import type { NewSheet } from '../../xlsx/add-sheets';
import { writeZip } from '../../xlsx/write-zip';
import type { Change } from '../../host-port/change';
import { RESULT_MARK } from '../../core/table/find/own-results';
import { amountText } from '../parts/amount';
import { say } from '../texts';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import type { PaidOrder, PayCard } from './pay-card';
import { cardOfPerson } from './pay-card';
import { settleDesk } from './settled';

/** A statement of one person on a page: its rows, which of them are bold, and the header of its orders (counted from 1). */
export interface StatementPage {
  readonly name: string;
  readonly rows: ResultTable;
  readonly bold: readonly number[];
  readonly header: number;
}

const [BASIS, COMMISSION] = [3, 4];
const FORMATS = { [BASIS]: '#,##0.00', [COMMISSION]: '#,##0.00' } as const;
const WIDTHS = { 0: 30, 1: 18, 2: 13, 3: 15, 4: 15 } as const;

/** A person's statement: what was earned, held and is paid; tiers; held money by its dates; every order by customer; lines to sign. */
export function statementPage(card: PayCard, language: Language): StatementPage {
  const t = (key: Parameters<typeof say>[1], params?: Parameters<typeof say>[2]): string => say(language, key, params);
  const rows: (string | number)[][] = [];
  const bold: number[] = [1];
  const line = (label: string, amount: number | string, isBold = false): void => {
    rows.push([label, '', '', '', amount]);
    if (isBold) bold.push(rows.length);
  };
  rows.push([t('print.title', { period: card.period }), '', '', '', RESULT_MARK]);
  rows.push([[card.name, card.id, card.team, ...card.plans].filter((text) => text !== '').join(' · ')]);
  rows.push([]);
  for (const { name, amount } of card.waterfall ?? []) line(name === 'payable' ? t('print.payable', { currency: card.currency }) : t(`settle.step.${name}`), amount, name === 'payable');
  if (!card.waterfall) line(t('settle.open'), '');
  line(t('settle.yearToDate'), card.yearToDate);
  for (const { due, amount } of card.held) line(`${t('settle.heldBy')}, ${due === '' ? t('settle.dueReceipt') : t('settle.dueOn', { day: due })}`, amount);
  for (const { part, plan, tier, tiers, rate, total, next } of card.tiers) {
    const where = next ? t('settle.tierNext', { missing: amountText(next.missing, language), rate: next.rate, from: amountText(next.from, language) }) : t('settle.tierTop');
    rows.push([`${part === '' ? plan : part}: ${t('settle.tier', { tier, tiers, rate })}, ${t('settle.tierTotal', { total: amountText(total, language) })}; ${where}`]);
  }
  if (card.why !== '') rows.push([card.why]);
  rows.push([]);
  rows.push([t('print.customer'), t('settle.order'), t('settle.date'), t('settle.basis'), t('settle.commission')]);
  const header = rows.length;
  for (const [customer, own] of byCustomer(card.orders)) {
    const name = customer === '' ? t('settle.noCustomer') : customer;
    own.forEach(({ order, date, measure, earned }, index) => rows.push([index === 0 ? name : '', order, date, order === '' ? '' : measure, earned]));
  }
  rows.push([t('print.total'), '', '', '', total(card.orders)]);
  bold.push(rows.length);
  rows.push([], [t('print.confirm', { name: card.name })], [], [t('print.signed'), '', t('print.finance')]);
  return { name: `${card.name} ${card.period}`, rows, bold, header };
}

function byCustomer(orders: readonly PaidOrder[]): [string, PaidOrder[]][] {
  const found = new Map<string, PaidOrder[]>();
  for (const one of orders) found.set(one.customer, [...(found.get(one.customer) ?? []), one]);
  return [...found].sort(([, a], [, b]) => total(b) - total(a));
}

/** To the cent: the amounts of orders already are. */
function total(orders: readonly PaidOrder[]): number {
  return orders.reduce((sum, { earned }) => sum + Math.round(earned * 100), 0) / 100;
}

/** The statements of everybody in a settlement, people in the order of the list. */
export function statementPages(settlement: Settlement, language: Language): StatementPage[] {
  const people = [...new Set(settledRows(settlement).flatMap(({ row }) => (row.kind === 'person' ? [row.person] : [])))];
  return people.flatMap((person) => {
    const card = cardOfPerson(settlement, person, language);
    return card ? [statementPage(card, language)] : [];
  });
}

/** A page as a sheet of a file. */
function sheetOf({ name, rows, bold, header }: StatementPage): NewSheet {
  return { name, rows, letter: { bold, header, formats: FORMATS }, widths: WIDTHS };
}

/** A statement as a file of its own. */
export function statementFile(page: StatementPage): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: `${page.name.replace(/[[\]:*?/\\<>|"]/g, ' ')}.xlsx`, bytes: newWorkbook([sheetOf(page)]) };
}

/** Files whose names are told apart where two people share one. */
export function statementFiles(pages: readonly StatementPage[]): { readonly name: string; readonly bytes: Uint8Array }[] {
  const seen = new Map<string, number>();
  return pages.map((page) => {
    const file = statementFile(page);
    const count = (seen.get(file.name.toLowerCase()) ?? 0) + 1;
    seen.set(file.name.toLowerCase(), count);
    return count === 1 ? file : { ...file, name: file.name.replace(/\.xlsx$/, ` (${count}).xlsx`) };
  });
}

/** A page as a sheet of the workbook. */
export function writtenPage({ name, rows, bold, header }: StatementPage): Change {
  return { kind: 'write sheet', sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), rows, look: { titleRows: header - 1, page: 'portrait', bold, formats: FORMATS } };
}

/** Everybody's statements: a file each in one .zip, or one workbook with a sheet each, ready to print. */
export function allStatements(desk: Desk, { period, as }: { readonly period: string; readonly as: 'files' | 'workbook' }): Answer<{ readonly name: string; readonly bytes: Uint8Array }> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const pages = statementPages(settled.value, desk.language);
  const name = say(desk.language, 'print.files', { period });
  if (as === 'workbook') return { ok: true, value: { name: `${name}.xlsx`, bytes: newWorkbook(pages.map(sheetOf)) } };
  return { ok: true, value: { name: `${name}.zip`, bytes: writeZip(statementFiles(pages)) } };
}
