import type { Language } from '../locale/message';

/** The language that most headers are written in. */
export function languageOf(headers: readonly string[]): Language {
  const chinese = headers.filter((text) => /[\u4e00-\u9fff]/.test(text)).length;
  return chinese * 2 > headers.filter((text) => text !== '').length ? 'zh' : 'en';
}
