import type { TableCheck } from './context';
import { checkCalendars } from './calendars';
import { checkConditionBounds } from './condition-bounds';
import { checkCreditShares } from './credit-shares';
import { checkEqualFit } from './equal-fit';
import { checkExchangeRates } from './exchange-rates';
import { checkIdleParts } from './idle-parts';
import { checkNotEmployed } from './not-employed';
import { checkFarDates, checkOrders, checkOwners } from './orders';
import { checkPaidTwice } from './paid-twice';
import { checkPeople } from './people';
import { checkPercentSlips } from './percent-slips';
import { checkReversals } from './reversals';
import { checkScoreBounds } from './score-bounds';
import { checkShareKeys } from './share-keys';
import { checkTargetsThere } from './targets-there';
import { checkTaxRates } from './tax-rates';
import { checkTeamsAndManagers } from './teams-and-managers';
import { checkTierReach } from './unreachable-tiers';
import { checkTypedTwice } from './typed-twice';
import { checkUnusualAmounts } from './unusual-amounts';
import { checkValuesNowhere } from './values-nowhere';
import { checkWhoTakesPart } from './who-takes-part';

/** Every check of the rules against the tables, and of the tables against each other: a kind of mistake is a line here. */
export const tableChecks: readonly TableCheck[] = [
  checkWhoTakesPart,
  checkPeople,
  checkTeamsAndManagers,
  checkShareKeys,
  checkNotEmployed,
  ({ ledger }) => checkOrders(ledger),
  ({ ledger }) => checkFarDates(ledger),
  ({ ledger }) => checkOwners(ledger),
  ({ ledger }) => checkTypedTwice(ledger),
  checkReversals,
  checkTaxRates,
  ({ ledger }) => checkUnusualAmounts(ledger),
  checkCreditShares,
  ({ ledger, plans }) => checkExchangeRates(ledger, plans),
  checkPaidTwice,
  checkEqualFit,
  checkValuesNowhere,
  checkTierReach,
  checkConditionBounds,
  checkScoreBounds,
  checkCalendars,
  checkTargetsThere,
  checkIdleParts,
  ({ tables }) => checkPercentSlips(tables),
];
