import type { Exact } from '../amount/exact';
import { exactInteger, exactOf } from '../amount/exact';
import { plainText } from './cell';

/** What a header says besides its words: a unit in brackets, the order of a date's parts, a total that somebody put into it. */
export interface HeaderWords {
  /** The header's words alone, in the form in which headers are compared. */
  readonly key: string;
  /** What its numbers are to be multiplied by. */
  readonly factor: Exact | undefined;
  /** Whether it says that its numbers are percentages. */
  readonly isPercent: boolean;
  /** The currency that it names. */
  readonly currency: string | undefined;
  /** The order in which it says that dates are written. */
  readonly dateOrder: 'day first' | 'month first' | undefined;
}

const CURRENCIES: ReadonlyMap<string, string> = new Map(Object.entries({
  usd: 'USD', us$: 'USD', $: 'USD', 美元: 'USD', 美金: 'USD', cny: 'CNY', rmb: 'CNY', 元: 'CNY', 人民币: 'CNY', 人民币元: 'CNY', '¥': 'CNY', eur: 'EUR', '€': 'EUR', 欧元: 'EUR',
  gbp: 'GBP', '£': 'GBP', 英镑: 'GBP', jpy: 'JPY', 日元: 'JPY', hkd: 'HKD', hk$: 'HKD', 港币: 'HKD', 港元: 'HKD', aud: 'AUD', cad: 'CAD', sgd: 'SGD', chf: 'CHF', myr: 'MYR', rm: 'MYR', inr: 'INR', krw: 'KRW', twd: 'TWD', nt$: 'TWD',
}));
const FACTORS = new Map<string, Exact>([
  ...['万', '万元', '萬', '万美元', '万美金', '人民币万元', "0'000", '10k'].map((unit) => [unit, exactInteger(10000)] as const),
  ...['千', '千元', '千美元', 'k', 'kusd', "'000", '000', '000s', 'thousand', 'thousands', 'inthousands'].map((unit) => [unit, exactInteger(1000)] as const),
  ...['m', 'mn', 'mio', 'million', 'millions', '百万', '百万元'].map((unit) => [unit, exactInteger(1000000)] as const),
  ['亿', exactOf(100000000, 0)], ['亿元', exactOf(100000000, 0)],
]);
const NOTHING_SAID = new Set(['必填', '选填', '必填项', '可选', 'required', 'optional', 'pcs', 'pc', 'set', 'sets', 'kg', 'kgs', 't', 'ton', 'mt', 'm3', 'cbm', '件', '个', '台', '套', '箱', '吨', '公斤', '立方米', '天', 'days', '人', '单', '笔', '原币', '本位币', 'lc', 'yyyy-mm-dd', 'yyyy/mm/dd', 'yyyymmdd', '年月日', '年-月-日']);
const DAY_FIRST = new Set(['dd/mm/yyyy', 'd/m/y', 'd/m/yyyy', 'dd-mm-yyyy', 'dd.mm.yyyy', 'dd/mm/yy', 'dd/mm', 'dmy', '日/月/年', '日月年']);
const MONTH_FIRST = new Set(['mm/dd/yyyy', 'm/d/y', 'm/d/yyyy', 'mm-dd-yyyy', 'mm/dd/yy', 'mm/dd', 'mdy', '月/日/年', '月日年']);

/** Where in a document a system has a column from: `(单据头)单据编号`, `Order Lines/Subtotal`; and which form of it, `客户#名称`. */
const PART_OF = /^\s*\*?\s*(?:[(【[][^()【】[\]]{2,8}[)】\]]\s*(?=[\u4e00-\u9fff])|(?:order |invoice )?lines?\/(?=\S))/i;
const FORM = /#(?:名称|编码|编号|代码|name|code|number)$/i;
const BRACKETS = /[([【{]([^()[\]【】{}]{1,20})[)\]】}]/g;
/** A total that a formula has put behind the words: `Amount $757,244.55`. */
const TRAILING_TOTAL = /[\s:=：]+(?:[A-Z]{3}|[A-Z]{0,2}[$¥€£])?\s?-?\d[\d,]*(?:\.\d+)?\s?%?$/i;

/** A header is short; a longer text is one of the notes above it. */
const LONGEST = 120;
const NOTHING_MORE = { factor: undefined, isPercent: false, currency: undefined, dateOrder: undefined } as const;

const known = new Map<string, HeaderWords>();
const MOST_KNOWN = 5000;

/** Reads a header through its noise: `*Order No.:`, `Amount (USD)`, `金额（万元）`, line breaks, `Amount $757,244`. */
export function headerWords(text: string): HeaderWords {
  const found = known.get(text);
  if (found) return found;
  const plain = plainText(text);
  const made = plain.length > LONGEST ? { ...NOTHING_MORE, key: wordsKey(plain.slice(0, LONGEST)) } : readWords(plain);
  if (known.size < MOST_KNOWN) known.set(text, made);
  return made;
}

/** A currency named behind the words: `Amount USD`, `金额 美元`. */
const CURRENCY_BEHIND = /\s([A-Za-z]{3}|美元|美金|人民币|欧元|英镑|日元|港币)$/;

function readWords(text: string): HeaderWords {
  let [factor, currency, isPercent, dateOrder]: [HeaderWords['factor'], HeaderWords['currency'], boolean, HeaderWords['dateOrder']] = [undefined, undefined, false, undefined];
  const words = text.replace(BRACKETS, (whole, inner: string) => {
    const unit = inner.toLowerCase().replace(/\s+|^(?:单位|unit)[:：]?/g, '');
    const [, code = '', scaled = ''] = /^([a-z]{3}|[a-z]{0,2}\$|¥)[ /]?(k|m|万|千|'000)$/.exec(unit) ?? [];
    if (FACTORS.has(unit)) factor = FACTORS.get(unit);
    else if (FACTORS.has(scaled)) [factor, currency] = [FACTORS.get(scaled), CURRENCIES.get(code)];
    else if (CURRENCIES.has(unit)) currency = CURRENCIES.get(unit);
    else if (unit === '%' || unit === '百分比') isPercent = true;
    else if (DAY_FIRST.has(unit)) dateOrder = 'day first';
    else if (MONTH_FIRST.has(unit)) dateOrder = 'month first';
    else if (!NOTHING_SAID.has(unit)) return whole;
    if (unit.includes('万') && /美元|美金/.test(unit)) currency = 'USD';
    return ' ';
  });
  const named = currencyBehind(words.trimEnd());
  currency ??= named && CURRENCIES.get(named.toLowerCase());
  const bare = words.trimEnd().slice(0, words.trimEnd().length - (named?.length ?? 0)).replace(PART_OF, '').replace(FORM, '').trim().replace(TRAILING_TOTAL, '');
  return { key: wordsKey(/\p{L}{2}/u.test(bare) ? bare : words), factor, currency, isPercent, dateOrder };
}

/** The currency at the end of a header's words, as it is written there. */
function currencyBehind(words: string): string | undefined {
  const [, named = ''] = CURRENCY_BEHIND.exec(words) ?? [];
  return CURRENCIES.has(named.toLowerCase()) ? named : undefined;
}

/** The words of a header without case, spaces and punctuation; a # behind them is a number. */
function wordsKey(text: string): string {
  return text.toLowerCase().replace(/#\s*$/, 'no').replace(/[\s_.,:;*'"`´‘’“”~!?·•、。\-–—|#\\]+/g, '');
}
