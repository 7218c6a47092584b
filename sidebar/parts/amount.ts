import type { Language } from '../../core/locale/message';

/** An amount as people read it: grouped, with its cents. */
export function amountText(amount: number | undefined, language: Language, decimals = 2): string {
  if (amount === undefined) return '';
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount);
}

/** A figure without needless decimals. */
export function figureText(figure: number, language: Language): string {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', { maximumFractionDigits: 2 }).format(figure);
}

/** A difference with its sign. */
export function signedAmount(amount: number | undefined, language: Language): string {
  return amount !== undefined && amount > 0 ? `+${amountText(amount, language)}` : amountText(amount, language);
}
