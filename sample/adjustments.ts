import type { Cell } from '../core/table/cell';
import type { SampleLanguage } from './orders';
import { nameOf, planNames } from './people';

export const ADJUSTMENT_FIELDS = ['period', 'id', 'person', 'plan', 'amount', 'reason', 'approvedBy', 'date'] as const;

/** What no rule says, each with a reason and somebody who approved it: one in a closed month, one in the open one. */
export function adjustmentRows(language: SampleLanguage): Cell[][] {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return [
    ['2025-12', 'S01', nameOf('S01', language), planNames.support[language], -200, say('a courier surcharge was refunded twice', '快递附加费重复报销'), nameOf('E01', language), '2025-12-28'],
    ['2026-03', 'A03', nameOf('A03', language), planNames.team[language], 765.5, say('stall duty at the Dallas fair', '达拉斯展会值守'), nameOf('A01', language), '2026-03-27'],
  ];
}
