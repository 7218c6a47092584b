import { addAdjustment } from './adjustments';
import { check } from './check';
import { confirmStatement, confirmations, voidLastClosing } from './closing';
import { chooseSheets, tableChoices } from './choices';
import { payoutCurve } from './curve';
import { cardSheet, dashboard } from './dashboard';
import type { Desk } from './desk';
import { describe } from './describe';
import { freeze, thaw } from './freeze';
import { tableReferences, tryFormula } from './formula';
import { addKpi, kpiPage, scoringCurve } from './kpis';
import { layouts, previewLayout } from './layouts';
import { overview, tableFields } from './overview';
import { differences, plans, readDraft, savePlan } from './plans';
import { planTemplates } from './plan-templates';
import { closePeriod, explainPay, payrollSheet, personFile, personSheet, preview, standings, statementSheets } from './settlement';
import { emptyTables, mapColumns, sampleSheets, tryMapping } from './start';
import { gaps, lastYearShares, saveTargets, targetGrid, teams } from './targets';
import { whatIf } from './what-if';

/** Everything that pages ask: plain questions, plain answers, so that they can be asked across a thread. */
export const answers = {
  overview,
  tableFields,
  describe,
  check,
  plans,
  planTemplates,
  readDraft,
  differences,
  savePlan,
  payoutCurve,
  preview,
  standings,
  explainPay,
  statementSheets,
  payrollSheet,
  personSheet,
  personFile,
  closePeriod,
  voidLastClosing,
  confirmations,
  confirmStatement,
  addAdjustment,
  whatIf,
  kpiPage,
  addKpi,
  scoringCurve,
  teams,
  targetGrid,
  lastYearShares,
  saveTargets,
  gaps,
  dashboard,
  cardSheet,
  tableReferences,
  tryFormula,
  freeze,
  thaw,
  sampleSheets,
  emptyTables,
  mapColumns,
  tryMapping,
  tableChoices,
  chooseSheets,
  layouts,
  previewLayout,
} as const;

export type Question = keyof typeof answers;

/** What a question is asked with; nothing where it needs nothing. */
export type Asked<Q extends Question> = Parameters<(typeof answers)[Q]> extends [Desk, infer Params, ...unknown[]] ? Params : undefined;

export type Answered<Q extends Question> = ReturnType<(typeof answers)[Q]>;

/** Answers a question at a desk. */
export function answer<Q extends Question>(desk: Desk, question: Q, params: Asked<Q>, progress?: (share: number) => void): Answered<Q> {
  const evaluate = answers[question] as unknown as (desk: Desk, params: Asked<Q>, progress?: (share: number) => void) => Answered<Q>;
  return evaluate(desk, params, progress);
}
