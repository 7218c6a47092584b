import { columnNumber } from '../../host-port/reference';

/** A formula taken apart. Rows and columns count from 1; a whole column has no rows. */
export type Node =
  | { readonly is: 'value'; readonly value: number | string | boolean }
  | { readonly is: 'area'; readonly sheet: string | undefined; readonly top: number; readonly left: number; readonly bottom: number; readonly right: number; readonly isCell: boolean }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'column of table'; readonly table: string; readonly column: string; readonly isThisRow: boolean }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly (Node | undefined)[] }
  | { readonly is: 'unary'; readonly sign: '+' | '-' | '%'; readonly of: Node }
  | { readonly is: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node };

/** What this engine does not compute: the cell is then told, never guessed. */
export class Unsupported extends Error {}

const LAST_ROW = 1048576;
const SHEET = "(?:'((?:[^']|'')+)'|([A-Za-z0-9_.\\u0080-\\uffff]+))!";
const CELL = '\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})';
const TOKENS: readonly (readonly [string, RegExp])[] = [
  ['space', /\s+/y],
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['text', /"((?:[^"]|"")*)"/y],
  ['error', /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/y],
  ['area', new RegExp(`(?:${SHEET})?${CELL}(?::${CELL})?(?![A-Za-z0-9_(.!])`, 'y')],
  ['columns', new RegExp(`(?:${SHEET})?\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})(?![A-Za-z0-9_(.!])`, 'y')],
  ['table', /([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)\[((?:[^[\]]|\[[^[\]]*\])*)\]/y],
  ['call', /([A-Za-z_][\w.]*)\(/y],
  ['name', /[A-Za-z_\u0080-\uffff\\][\w.\u0080-\uffff]*/y],
  ['sign', /<>|<=|>=|[-+*/^&=<>%(),;{}]/y],
];

interface Token {
  readonly kind: string;
  readonly match: RegExpExecArray;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; ) {
    let found: Token | undefined;
    for (const [kind, pattern] of order(formula, at)) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (match) {
        found = { kind, match };
        break;
      }
    }
    if (!found) throw new Unsupported(formula.slice(at, at + 20));
    if (found.kind !== 'space') tokens.push(found);
    at += found.match[0].length;
  }
  return tokens;
}

/** A sheet may be called as a number is written (`2026!A1`): references are looked for before numbers. */
function order(formula: string, at: number): typeof TOKENS {
  const isDigit = /\d/.test(formula[at] ?? '');
  return isDigit && /^[\w.]+!/.test(formula.slice(at, at + 40)) ? [...TOKENS.filter(([kind]) => kind !== 'number'), ...TOKENS.filter(([kind]) => kind === 'number')] : TOKENS;
}

const BINDING: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };
const MOST_NESTED = 64;

/** Parses a formula as the file writes it, without the = before it. */
export function parseFormula(formula: string): Node {
  const tokens = tokensOf(formula);
  let [at, depth] = [0, 0];
  const isSign = (sign: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.match[0] === sign;
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw new Unsupported(formula);
    at += 1;
  };
  const expression = (least: number): Node => {
    depth += 1;
    if (depth > MOST_NESTED) throw new Unsupported(formula);
    let left = operand();
    for (;;) {
      const sign = tokens[at]?.kind === 'sign' ? (tokens[at]?.match[0] ?? '') : '';
      const binding = Object.hasOwn(BINDING, sign) ? (BINDING[sign] ?? 0) : 0;
      if (binding === 0 || binding < least) break;
      at += 1;
      left = { is: 'binary', sign, left, right: expression(binding + 1) };
    }
    depth -= 1;
    return left;
  };
  const operand = (): Node => {
    let node = plain();
    while (isSign('%')) {
      at += 1;
      node = { is: 'unary', sign: '%', of: node };
    }
    return node;
  };
  const plain = (): Node => {
    const token = tokens[at];
    if (!token) throw new Unsupported(formula);
    at += 1;
    const [whole, first = '', second = ''] = token.match;
    switch (token.kind) {
      case 'number':
        return { is: 'value', value: Number(whole) };
      case 'text':
        return { is: 'value', value: first.replaceAll('""', '"') };
      case 'error':
        return { is: 'value', value: whole };
      case 'area':
      case 'columns':
        return areaNode(token);
      case 'table':
        return tableNode(first, second);
      case 'call':
        return call(first);
      case 'name':
        return /^(?:true|false)$/i.test(whole) ? { is: 'value', value: /^true$/i.test(whole) } : { is: 'name', name: whole };
      default:
        return signed(whole);
    }
  };
  const signed = (sign: string): Node => {
    if (sign === '(') {
      const inner = expression(1);
      expect(')');
      return inner;
    }
    if (sign !== '-' && sign !== '+') throw new Unsupported(formula);
    // A sign binds before a power: -2^2 is 4.
    return { is: 'unary', sign, of: operand() };
  };
  const call = (name: string): Node => {
    const args: (Node | undefined)[] = [];
    while (!isSign(')')) {
      if (isSign(',')) args.push(undefined);
      else args.push(expression(1));
      if (isSign(')')) break;
      expect(',');
      if (isSign(')')) args.push(undefined);
    }
    expect(')');
    return { is: 'call', name: name.replace(/^_xlfn\.(?:_xlws\.)?/i, '').toUpperCase(), args };
  };
  const node = expression(1);
  if (at < tokens.length) throw new Unsupported(formula);
  return node;
}

function areaNode({ kind, match }: Token): Node {
  const [, quoted, bare, c1 = '', second, c2, r2] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  if (kind === 'columns') return { is: 'area', sheet, top: 1, left: columnNumber(c1), bottom: LAST_ROW, right: columnNumber(second ?? c1), isCell: false };
  const [top, left] = [Number(second), columnNumber(c1)];
  if (c2 === undefined) return { is: 'area', sheet, top, left, bottom: top, right: left, isCell: true };
  const [bottom, right] = [Number(r2), columnNumber(c2)];
  return { is: 'area', sheet, top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right), isCell: false };
}

/** `Table[Column]`, `Table[[#This Row],[Column]]`. */
function tableNode(table: string, inside: string): Node {
  const [, column] = /^\[#This Row\]\s*,\s*\[([^[\]#]+)\]$/i.exec(inside) ?? /^@\[?([^[\]#]+)\]?$/.exec(inside) ?? [];
  if (column !== undefined) return { is: 'column of table', table, column, isThisRow: true };
  if (/[[\]#,]/.test(inside) || inside === '') throw new Unsupported(inside);
  return { is: 'column of table', table, column: inside, isThisRow: false };
}
