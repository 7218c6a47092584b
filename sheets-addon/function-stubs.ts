import { catalogue } from '../core/catalogue/catalogue';
import type { Argument, FunctionEntry, Parameter, ParameterKind } from '../core/catalogue/function-entry';
import type { Language } from '../core/locale/message';

/** `Functions.js`: a stub for every function, whose JSDoc gives the sheet its autocomplete and help. */
export function functionStubs(language: Language): string {
  const head = `/* Generated from the catalogue of Meritsheet's functions. Never minified: the comments are the help in the sheet. */\n\nfunction meritsheetTimeZone_() {\n  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();\n}\n`;
  return [head, ...catalogue.map((entry) => stub(entry, language))].join('\n');
}

function stub({ name, purpose, parameters, result, examples }: FunctionEntry, language: Language): string {
  const names = parameters.map((parameter) => (parameter.repeated === true ? `...${parameter.name}` : parameter.name));
  const [example] = examples;
  const lines = [
    purpose[language],
    '',
    ...(example ? [`@example ${formula(name, example.args)}`] : []),
    ...parameters.map((parameter) => `@param {${typeOf(parameter)}} ${label(parameter)} ${parameter.help[language]}`),
    `@return {any} ${result[language]}`,
    '@customfunction',
  ];
  const passed = parameters.map((parameter) => (parameter.repeated === true ? `...${parameter.name}` : parameter.name)).join(', ');
  return `/**\n${lines.map((line) => ` * ${comment(line)}`.trimEnd()).join('\n')}\n */\nfunction ${name}(${names.join(', ')}) {\n  return Meritsheet.call('${name}', [${passed}], meritsheetTimeZone_);\n}\n`;
}

/** No text may end the comment it stands in. */
function comment(text: string): string {
  return text.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ');
}

const TYPES: Readonly<Record<ParameterKind, string>> = { number: 'number', text: 'string', period: 'string', date: 'date', range: 'range' };

function typeOf({ kind, shaped, repeated }: Parameter): string {
  if (repeated === true) return '...range';
  return shaped === true ? `${TYPES[kind]}|range` : TYPES[kind];
}

function label({ name, optional }: Parameter): string {
  return optional === true ? `[${name}]` : name;
}

function formula(name: string, args: readonly Argument[]): string {
  const text = (argument: Argument): string => {
    if (argument === null || argument === undefined) return '';
    if (Array.isArray(argument)) return 'A1:D10';
    return typeof argument === 'string' ? `"${argument}"` : String(argument);
  };
  return `${name}(${args.map(text).join(', ')})`;
}
