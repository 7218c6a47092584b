import { matchKey } from '../cell';
import { headerWords } from '../header-text';
import { readPeriodHeader } from '../period-header';
import { fieldsAmong } from '../rows/head';
import type { TableKind } from '../schema';
import { headerMatch } from '../header-match';
import { fieldsOf, schemas, tableKinds } from '../schema';
import type { Mappings } from './mappings';
import { NO_MAPPING } from './mappings';
import { isResult } from './own-results';

/** What some headers are: a table, and how much speaks for it. */
export interface Known {
  readonly kind: TableKind;
  /** Fields that are certainly there count one, those that may be there a half. */
  readonly score: number;
  /** Whether the sheet or the range has the table's name. */
  readonly isNamed: boolean;
}

/** Where headers stand, as far as it says what they are. */
export interface Names {
  readonly sheet?: string;
  readonly range?: string;
}

/** The table that some headers are, in any order and either language; undefined for what is none, or a result of ours. */
export function kindOf(headers: readonly string[], mappings: Mappings, names: Names): Known | undefined {
  if (isResult(headers)) return undefined;
  const wide = periodColumns(headers) > 0;
  let best: (Known & { readonly share: number }) | undefined;
  for (const kind of tableKinds) {
    const { sure, all } = fieldsAmong(kind, headers, mappings.get(kind) ?? NO_MAPPING);
    const isNamed = hasName(kind, names);
    if (!isTable({ kind, headers, sure, all, isNamed, isWide: wide, names })) continue;
    const score = sure.size + (all.size - sure.size) / 2;
    const share = score / fieldsOf(kind).length;
    const isBetter = !best || (isNamed !== best.isNamed ? isNamed : score > best.score || (score === best.score && share > best.share));
    if (isBetter) best = { kind, score, isNamed, share };
  }
  return best && { kind: best.kind, score: best.score, isNamed: best.isNamed };
}

/** Whether the sheet or the range has a table's name. */
export function hasName(kind: TableKind, { sheet, range }: Names): boolean {
  const own = [schemas[kind].en, schemas[kind].zh, schemas[kind].range, kind].map(matchKey);
  return [sheet, range].some((name) => name !== undefined && own.includes(matchKey(name).replace(/表$/, '')));
}

interface Question {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly sure: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly isNamed: boolean;
  readonly isWide: boolean;
  readonly names: Names;
}

function isTable({ kind, headers, sure, all, isNamed, isWide, names }: Question): boolean {
  if (kind === 'targets' || kind === 'actuals') return isPlanned({ kind, headers, sure, all, isNamed, isWide, names });
  const needs = schemas[kind].knownBy.filter((fields) => fields.every((field) => all.has(field)));
  const isSure = needs.some((fields) => fields.filter((field) => sure.has(field)).length * 2 >= fields.length);
  if (needs.length === 0 || !(isSure || isNamed)) return false;
  if (kind === 'people') return isNamed || (isPeople(headers, names) && !isCompared(headers));
  // With what was achieved beside the weights it is somebody's card, not the list of indicators.
  if (kind === 'kpis') return isNamed || !hasField(headers, 'actuals', 'actual');
  return true;
}

/** Targets and actuals, long or wide; wide ones look the same, and only their name tells them apart. */
function isPlanned({ kind, all, sure, isWide, isNamed, headers }: Question): boolean {
  if (!all.has('person') || !all.has('kpi') || sure.size < 2) return false;
  const own = kind === 'targets' ? 'target' : 'actual';
  const other = kind === 'targets' ? 'actual' : 'target';
  if (all.has(own) && !(kind === 'targets' && hasField(headers, 'actuals', 'actual') && !isNamed)) return true;
  if (kind === 'actuals' && all.has('denominator')) return true;
  if (!isWide || hasField(headers, kind, own) || hasField(headers, other === 'actual' ? 'actuals' : 'targets', other)) return false;
  const roles = new Set(headers.flatMap((text) => readPeriodHeader(text)?.role ?? []));
  if (roles.size === 1) return roles.has(own);
  return kind === 'targets' || isNamed;
}

function hasField(headers: readonly string[], kind: TableKind, field: string): boolean {
  return headers.some((text) => text !== '' && headerMatch(kind, text)?.field === field);
}

function periodColumns(headers: readonly string[]): number {
  return headers.filter((text) => {
    const says = text === '' ? undefined : readPeriodHeader(text);
    return says !== undefined && !says.isSum;
  }).length;
}

/** Columns of customers, products and price lists, which have names and numbers too. */
const NOT_OF_PEOPLE = new Set([
  ...['price', 'unitprice', 'listprice', 'salesprice', 'saleprice', 'fobprice', 'cost', 'sku', 'stock', 'inventory', 'barcode', 'moq', 'hscode', 'country', 'city', 'address', 'website', 'industry', 'creditlimit', 'paymentterms', 'contact', 'contactperson', 'taxno', 'vatno', 'customer', 'customername', 'supplier', 'product', 'productname', 'size', 'color', 'brand', 'packing', 'currency', 'leadtime'],
  ...['单价', '价格', '售价', '报价', '库存', '规格', '型号', '条码', '起订量', '国家', '城市', '地址', '网址', '行业', '信用额度', '付款方式', '付款条件', '联系人', '税号', '客户等级', '客户来源', '客户名称', '供应商', '产品名称', '品名', '包装', '品牌', '颜色', '币种', '海关编码', '采购价'],
]);
const PAY = new Set(['commission', 'commissions', 'commissionamount', 'commissiondue', 'commissionearned', 'commissionpaid', 'commissionpayable', 'totalcommission', 'bonus', 'bonusamount', 'payout', 'payable', 'netpay', 'totalpay', '提成', '提成金额', '提成额', '应发提成', '实发提成', '提成合计', '佣金', '奖金', '奖金合计', '应发', '实发', '应发合计', '实发合计', '应发工资', '实发工资']);
const SALES = new Set(['sales', 'salesamount', 'totalsales', 'revenue', 'turnover', 'netsales', 'amount', '销售额', '业绩', '销售业绩', '业绩金额', '回款', '回款额', '销售金额', '完成业绩', '成交额']);
const OF_OTHERS = /customer|client|buyer|product|price|supplier|vendor|item|stock|inventory|contact|客户|买家|产品|商品|价格|价目|报价|供应商|库存|物料|联系人/i;

/** Names and numbers are not enough for people: a list of customers or products, and a finished table of pay, have those as well. */
function isPeople(headers: readonly string[], { sheet }: Names): boolean {
  const keys = headers.map((text) => headerWords(text).key);
  const fields = new Set(headers.flatMap((text) => {
    const match = headerMatch('people', text);
    return match && match.strength !== 'perhaps' && match.strength !== 'alias' ? [match.field] : [];
  }));
  const standing = ['team', 'role', 'manager', 'joined', 'left'].filter((field) => fields.has(field)).length;
  if (sheet !== undefined && OF_OTHERS.test(sheet)) return false;
  if (isPay(headers)) return standing > 1;
  return !keys.some((key) => NOT_OF_PEOPLE.has(key)) || standing > 1;
}

/** Whether targets and actuals stand side by side under headers. */
function isCompared(headers: readonly string[]): boolean {
  return hasField(headers, 'targets', 'target') && (hasField(headers, 'actuals', 'actual') || headers.some((text) => SALES.has(headerWords(text).key)));
}

/** Whether headers are those of a finished table of pay: whose, how much was sold, and what it gave. */
export function isPay(headers: readonly string[]): boolean {
  const keys = headers.map((text) => headerWords(text).key);
  return keys.some((key) => PAY.has(key)) && keys.some((key) => SALES.has(key)) && headers.some((text) => headerMatch('people', text)?.field === 'person');
}
