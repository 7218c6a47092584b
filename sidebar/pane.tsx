import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../core/locale/message';
import type { Change } from '../host-port/change';
import type { Area, OwnFormula } from '../host-port/workbook';
import type { Answered, Asked, Question } from './desk/answers';
import type { Overview } from './desk/overview';
import type { TextKey } from './texts';

/** How a person is asked about a write: in which sentence, and what comes after it. */
export interface Asking {
  readonly says?: string;
  readonly then?: () => void;
}

/** What every page has at hand: questions to the engine, the review of what is to be written, and the host's cells. */
export interface Pane {
  readonly language: Language;
  readonly overview: Overview;
  readonly t: (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;
  readonly ask: <Q extends Question>(question: Q, params: Asked<Q>) => Promise<Answered<Q>>;
  /** Asks at the foot of the pane whether something is to be written; it is written when the person says so. */
  readonly review: (changes: readonly Change[], more?: Asking) => void;
  readonly selection: () => Promise<Area>;
  /** Formulas of ours in the workbook. */
  readonly formulas: () => Promise<readonly OwnFormula[]>;
  readonly goTo: (area: Area) => void;
  readonly openPage: (page: PageName) => void;
  /** Opens the settlement of a period. */
  readonly openPeriod: (period: string) => void;
  /** The period that was last opened or chosen; pages that ask for one begin with it. */
  readonly period: string;
  readonly choosePeriod: (period: string) => void;
  readonly role: Role;
  readonly chooseRole: (role: Role) => void;
  /** What a person has typed and not yet written, by the form it stands in: it outlives a look at another page. */
  readonly kept: Map<string, unknown>;
  /** Counts how often the workbook was read: pages ask again when it rises. */
  readonly reading: number;
}

export const PAGES = ['home', 'plans', 'kpis', 'targets', 'settle', 'whatIf', 'dashboard', 'formula', 'check', 'help'] as const;
/** Pages of the bar, and the one that Home opens. */
export type PageName = (typeof PAGES)[number] | 'setup';

/** Who looks at the pane: it only arranges the pages. */
export const ROLES = ['all', 'manager', 'finance', 'seller'] as const;
export type Role = (typeof ROLES)[number];

/** The pages that a role uses most, in its order; the others stand behind “More”. */
export const PAGES_OF: Readonly<Record<Role, readonly PageName[]>> = {
  all: PAGES,
  manager: ['home', 'plans', 'targets', 'kpis', 'whatIf', 'dashboard'],
  finance: ['home', 'settle', 'check', 'plans'],
  seller: ['home', 'settle', 'help'],
};

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A page stands outside the pane.');
  return pane;
}
