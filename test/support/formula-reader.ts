/** A number of a formula, undivided, with the decimals it was written with. */
export interface Figure {
  readonly top: bigint;
  readonly bottom: bigint;
  readonly decimals: number;
}

const NUMBER = /^(\d[\d,]*(?:\.\d+)?)(%|‰)?/;
const LIMITS: Readonly<Record<string, 'most' | 'least'>> = { 'at most': 'most', 最高: 'most', 'at least': 'least', 最低: 'least' };

type Token = { readonly kind: 'number'; readonly figure: Figure } | { readonly kind: 'sign'; readonly sign: string };

/**
 * Reads a formula as a person with a calculator would: its figures and signs alone, names in the printed language passed
 * over. Every part of it between `;` must be true: `=` joins equal values, `→` a value and what it was rounded to or held at.
 * Gives what the last part comes to; throws with the formula where something does not compute.
 */
export function readFormula(formula: string): Figure {
  const parts = formula.split(/;|；/);
  const values = parts.map((part) => readPart(part, formula));
  return values[values.length - 1]!;
}

function readPart(part: string, formula: string): Figure {
  const pieces = part.split(/(=|→)/);
  let value = evaluate(pieces[0] ?? '', formula);
  for (let at = 1; at < pieces.length; at += 2) {
    const [sign, text] = [pieces[at], pieces[at + 1] ?? ''];
    const limit = Object.entries(LIMITS).find(([word]) => text.trim().startsWith(word))?.[1];
    const next = evaluate(text, formula);
    if (limit && sign === '→') value = limit === 'most' ? smaller(value, next) : negated(smaller(negated(value), negated(next)));
    else if (sign === '=' ? compare(value, next) !== 0 : !roundsTo(value, next)) throw new Error(`${formula}: ${show(value)} is not ${text.trim()}`);
    else value = next;
  }
  return value;
}

function evaluate(text: string, formula: string): Figure {
  const tokens = tokensOf(text);
  let at = 0;
  const isSign = (sign: string): boolean => {
    const token = tokens[at];
    return token?.kind === 'sign' && token.sign === sign;
  };
  const atom = (): Figure => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return token.figure;
    if (token?.sign === '−') return negated(product());
    if (token?.sign === '+') return atom();
    if (token?.sign !== '(') throw new Error(`${formula}: “${text}” is no formula`);
    const inside = sum();
    if (!isSign(')')) throw new Error(`${formula}: a parenthesis stays open`);
    at += 1;
    return inside;
  };
  const product = (): Figure => {
    let value = atom();
    while (isSign('×') || isSign('÷')) {
      const divides = isSign('÷');
      at += 1;
      const next = atom();
      value = divides ? over(value, next) : times(value, next);
    }
    return value;
  };
  const sum = (): Figure => {
    let value = product();
    while (isSign('+') || isSign('−')) {
      const takes = isSign('−');
      at += 1;
      const next = product();
      value = plus(value, takes ? negated(next) : next);
    }
    return value;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`${formula}: “${text}” is not read to its end`);
  return value;
}

/** Figures and signs; quoted names and words are passed over. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== '') {
    const number = NUMBER.exec(rest);
    if (number) {
      tokens.push({ kind: 'number', figure: figureOf(number[1] ?? '', number[2]) });
      rest = rest.slice(number[0].length);
      continue;
    }
    const quoted = /^“[^”]*”/.exec(rest);
    const sign = quoted ? undefined : /^[−+×÷()]/.exec(rest)?.[0];
    if (sign) tokens.push({ kind: 'sign', sign });
    rest = rest.slice(quoted ? quoted[0].length : 1);
  }
  return tokens;
}

function figureOf(digits: string, unit: string | undefined): Figure {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const shift = { '%': 2, '‰': 3 }[unit ?? ''] ?? 0;
  const decimals = fraction.length + shift;
  return { top: BigInt(whole + fraction), bottom: 10n ** BigInt(decimals), decimals };
}

function plus(a: Figure, b: Figure): Figure {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom, decimals: 0 };
}

function times(a: Figure, b: Figure): Figure {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom, decimals: 0 };
}

function over(a: Figure, b: Figure): Figure {
  if (b.top === 0n) throw new Error('division by 0');
  const sign = b.top < 0n ? -1n : 1n;
  return { top: sign * a.top * b.bottom, bottom: sign * a.bottom * b.top, decimals: 0 };
}

function negated(a: Figure): Figure {
  return { ...a, top: -a.top };
}

function compare(a: Figure, b: Figure): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function smaller(a: Figure, b: Figure): Figure {
  return compare(a, b) <= 0 ? a : b;
}

/** True when a value was rounded, up or down, to the decimals that the other is written with. */
function roundsTo(value: Figure, written: Figure): boolean {
  const difference = plus(value, negated(written));
  const size = difference.top < 0n ? -difference.top : difference.top;
  return size * 10n ** BigInt(written.decimals) < difference.bottom;
}

/** A figure as a double, as a cell would hold it: from its digits, so that it is the nearest one. */
export function toNumber({ top, bottom }: Figure): number {
  const size = top < 0n ? -top : top;
  const digits = ((size * 10n ** 40n) / bottom).toString().padStart(41, '0');
  return Number(`${top < 0n ? '-' : ''}${digits.slice(0, -40)}.${digits.slice(-40)}`);
}

function show(figure: Figure): string {
  return String(toNumber(figure));
}

/** The numbers in a list of steps: `3, 5 … 9, 12–14`. */
export function readSteps(list: string): number[] {
  const numbers: number[] = [];
  const parts = list.split(',').map((part) => part.trim());
  for (const part of parts) {
    const [first = '', last] = part.split(/…|–/).map((text) => text.trim());
    const from = Number(first);
    if (last === undefined) {
      numbers.push(from);
      continue;
    }
    const stride = part.includes('–') ? 1 : from - (numbers[numbers.length - 1] ?? 0);
    for (let at = from; at <= Number(last); at += stride) numbers.push(at);
  }
  return numbers;
}
