import { addAdjustment } from './adjustments';
import { check } from './check';
import { confirmStatement, confirmations, voidLastClosing } from './closing';
import { chooseSheets, tableChoices } from './choices';
import { payoutCurve } from './curve';
import { cardSheet, dashboard } from './dashboard';
import type { Desk } from './desk';
import { addRates } from './rates';
import { describe } from './describe';
import { freeze, thaw } from './freeze';
import { tableReferences, tryFormula } from './formula';
import { addKpi, kpiPage, scoringCurve } from './kpis';
import { layouts, previewLayout } from './layouts';
import { gate } from './gate';
import { keepColumns, lackingFields, sheetColumns } from './columns';
import { makeTables, missingRates, missingTables } from './missing-tables';
import { monthEnd } from './month-end';
import { payCard } from './pay-card';
import { overview } from './overview';
import { differences, plans, readDraft, savePlan } from './plans';
import { planTemplates } from './plan-templates';
import { closePeriod, explainPay, payrollSheet, personFile, personSheet, preview, standings, statementSheets } from './settlement';
import { allStatements } from './statement-page';
import { sampleSheets } from './start';
import { gaps, lastYearShares, saveTargets, targetGrid, teams } from './targets';
import { firstOpenDay, versionCost } from './version-cost';
import { whatIf, yearEffect } from './what-if';

/** Everything that pages ask: plain questions, plain answers, so that they can be asked across a thread. */
export const answers = {
  overview,
  monthEnd,
  gate,
  sheetColumns,
  lackingFields,
  keepColumns,
  missingTables,
  missingRates,
  makeTables,
  addRates,
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
  payCard,
  statementSheets,
  payrollSheet,
  personSheet,
  personFile,
  allStatements,
  closePeriod,
  voidLastClosing,
  confirmations,
  confirmStatement,
  addAdjustment,
  whatIf,
  yearEffect,
  versionCost,
  firstOpenDay,
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
