import type { Language } from '../../core/locale/message';
import { WorkbookError } from '../../xlsx/workbook-error';

/** A command line taken apart: words in order, and options by name. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** Reads `--name value` and `--name=value`; an option that the command does not know is an error. */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (!known.includes(name)) throw new WorkbookError(`Unknown option --${name}. Known: ${known.map((option) => `--${option}`).join(', ')}. / 未知选项 --${name}。`);
    const value = inline ?? args[index + 1];
    if (value === undefined || (inline === undefined && value.startsWith('--'))) throw new WorkbookError(`--${name} needs a value. / --${name} 需要一个值。`);
    if (inline === undefined) index += 1;
    options.set(name, value);
  }
  return { words, options };
}

export function required(args: Arguments, name: string, example: string): string {
  const value = args.options.get(name);
  if (value === undefined || value === '') throw new WorkbookError(`--${name} is missing, for example --${name} ${example}. / 缺少 --${name}，例如 --${name} ${example}。`);
  return value;
}

export function oneWord(args: Arguments, what: string): string {
  const [word, second] = args.words;
  if (word === undefined) throw new WorkbookError(`${what} is missing. / 缺少 ${what}。`);
  if (second !== undefined) throw new WorkbookError(`“${second}” is one argument too many. / 多余的参数“${second}”。`);
  return word;
}

/** The language of `--lang`, English by default. */
export function languageOption(args: Arguments): Language {
  const lang = args.options.get('lang') ?? 'en';
  if (!/^(?:en|zh)(?:-\w+)?$/i.test(lang)) throw new WorkbookError(`--lang ${lang} is not known: en or zh-CN. / --lang 只能是 en 或 zh-CN。`);
  return lang.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
