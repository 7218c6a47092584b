import { exactToDisplay } from '../../core/amount/text';
import { sum } from '../../core/amount/exact';
import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import { issue } from '../../core/table/issue';
import type { Period } from '../../core/table/period';
import { periodText, readPeriod } from '../../core/table/period';
import type { Tables } from '../../core/table/recognise';
import type { Change } from '../../host-port/change';
import type { Desk } from '../../sidebar/desk/desk';
import { openDesk } from '../../sidebar/desk/desk';
import { closingChanges, confirmChanges, voidClosing, whyNotClosed } from '../../sidebar/desk/closing';
import { WorkbookError } from '../../xlsx/workbook-error';
import { applyChanges } from '../xlsx/apply-changes';
import type { ReadWorkbook } from '../xlsx/read-workbook';
import { readWorkbook } from '../xlsx/read-workbook';
import { writeAtomically } from '../xlsx/write-atomically';
import type { Arguments } from './arguments';
import { oneWord, readArguments, required } from './arguments';
import type { Outcome } from './outcome';
import { failure } from './outcome';

/** `close BOOK --period P --by NAME --out FILE`: appends what the period pays to Statements and Statement lines of a copy. */
export async function close(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'plan', 'by', 'at', 'out']);
  const { workbook, tables, desk } = await openBook(read);
  const [by, out, period] = [required(read, 'by', 'Finance'), required(read, 'out', 'closed.xlsx'), periodOption(read)];
  const plan = read.options.get('plan');
  const settled = settle(tables, { period: { kind: 'period', period }, ...(plan !== undefined && { plan }) });
  if (!settled.ok) return failure(settled.issues, tables, workbook);
  const refused = whyNotClosed(settled.value, tables.language);
  if (refused) return failure([refused], tables, workbook);
  await write(workbook, out, closingChanges(desk, settled.value, { by, at: dayOption(read) }));
  return { text: [closedText(settled.value, tables), `→ ${out}`].join('\n'), code: 0 };
}

/** `void BOOK [--period P] [--plan NAME] --by NAME --out FILE`: marks a closing's rows as voided in a copy; the last one where none is named. */
export async function annul(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'plan', 'by', 'at', 'out']);
  const { workbook, tables, desk } = await openBook(read);
  const [by, out] = [required(read, 'by', 'Finance'), required(read, 'out', 'voided.xlsx')];
  const plan = read.options.get('plan');
  const found = voidClosing(desk, { by, at: dayOption(read), ...(read.options.has('period') && { period: periodOption(read) }), ...(plan !== undefined && { plan }) });
  if (!found) return failure([issue('void.nothing', undefined, { period: read.options.get('period') ?? '' })], tables, workbook);
  await write(workbook, out, found.changes);
  return { text: tables.language === 'zh' ? `已撤销 ${found.period} 的关账。\n→ ${out}` : `The closing of ${found.period} is voided.\n→ ${out}`, code: 0 };
}

/** `confirm BOOK --period P --person NAME [--dispute REMARK] --out FILE`: notes in a copy that a person confirms or disputes their statement. */
export async function confirm(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, ['period', 'person', 'by', 'at', 'dispute', 'remark', 'out']);
  const { workbook, desk, tables } = await openBook(read);
  const [person, out, period] = [required(read, 'person', 'Amy'), required(read, 'out', 'confirmed.xlsx'), periodOption(read)];
  const dispute = read.options.get('dispute');
  const made = confirmChanges(desk, { period, person, disputed: dispute !== undefined, remark: dispute ?? read.options.get('remark') ?? '', by: read.options.get('by') ?? person, at: dayOption(read) });
  if (!made.ok) return { text: made.problems.map(({ text, fix }) => [text, fix].filter((part) => part !== '').join(' ')).join('\n'), code: 1 };
  await write(workbook, out, made.value);
  const [en, zh] = dispute === undefined ? ['confirmed', '已确认'] : ['disputed', '有异议'];
  return { text: tables.language === 'zh' ? `${person} ${periodText(period)}：${zh}\n→ ${out}` : `${person} ${periodText(period)}: ${en}\n→ ${out}`, code: 0 };
}

async function openBook(args: Arguments): Promise<{ workbook: ReadWorkbook; tables: Tables; desk: Desk }> {
  const workbook = await readWorkbook(oneWord(args, 'BOOK'));
  const desk = openDesk(workbook, 'en');
  return { workbook, tables: desk.tables, desk: { ...desk, language: desk.tables.language } };
}

async function write(workbook: ReadWorkbook, out: string, changes: readonly Change[]): Promise<void> {
  await writeAtomically(out, applyChanges(workbook.bytes, changes), workbook.path);
}

/** What was closed, in one sentence a currency. */
function closedText({ plans, period }: Settlement, { language }: Tables): string {
  const rows = plans.filter(({ closed }) => !closed).flatMap((plan) => plan.rows);
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const people = rows.filter((row) => row.kind === 'person' && row.currency === currency);
    const count = new Set(people.map(({ person }) => person)).size;
    const [paid, held] = [people.map(({ amounts }) => amounts.payable), people.map(({ amounts }) => amounts.held)].map((amounts) => exactToDisplay(sum(amounts), 2));
    return language === 'zh' ? `已关账 ${periodText(period)}：${count} 人，应发 ${paid ?? ''} ${currency}，暂扣 ${held ?? ''}。` : `Closed ${periodText(period)}: ${count} people, ${paid ?? ''} ${currency} to pay, ${held ?? ''} held.`;
  }).join('\n');
}

function periodOption(args: Arguments): Period {
  const text = required(args, 'period', '2026-03');
  const reading = readPeriod(text);
  if (typeof reading !== 'object' || reading.kind === 'day') throw new WorkbookError(`--period ${text} is not a period: write 2026-03, 2026-Q1 or 2026. / --period 应为 2026-03、2026-Q1 或 2026。`);
  return reading.kind === 'period' ? reading.period : { kind: 'year', year: reading.year, index: 1 };
}

/** The day it is done on: today, unless --at says otherwise. */
function dayOption(args: Arguments): string {
  return args.options.get('at') ?? new Date().toISOString().slice(0, 10);
}
