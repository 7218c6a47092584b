import type { ComponentType, JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../core/locale/message';
import type { Change } from '../host-port/change';
import type { Workbook } from '../host-port/workbook';
import type { MakeWorker } from './desk/client';
import { CalledOff, DeskClient } from './desk/client';
import type { Described } from './desk/describe';
import { outlineOf } from './desk/describe';
import type { Overview } from './desk/overview';
import { CheckPage } from './pages/check-page';
import { DashboardPage } from './pages/dashboard-page';
import { FormulaPage } from './pages/formula-page';
import { HelpPage } from './pages/help-page';
import { HomePage } from './pages/home-page';
import { KpisPage } from './pages/kpis-page';
import { PlansPage } from './pages/plans-page';
import { SettlePage } from './pages/settle-page';
import { SetupPage } from './pages/setup-page';
import { TargetsPage } from './pages/targets-page';
import { WhatIfPage } from './pages/what-if-page';
import type { Asking, PageName, Pane, Role } from './pane';
import { PaneContext } from './pane';
import { PageBar } from './parts/page-bar';
import { rememberedRole, rememberRole } from './parts/remember-role';
import { Review } from './parts/review';
import { say } from './texts';
import './sidebar.css';

const VIEWS: Readonly<Record<PageName, ComponentType>> = { home: HomePage, setup: SetupPage, plans: PlansPage, kpis: KpisPage, targets: TargetsPage, settle: SettlePage, whatIf: WhatIfPage, dashboard: DashboardPage, formula: FormulaPage, check: CheckPage, help: HelpPage };

/** What a host gives the sidebar. */
export interface Host {
  readonly workbook: Workbook;
  readonly makeWorker: MakeWorker;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

/** Work under way: shown after a moment, with how far it is. */
interface Busy {
  readonly share: number | undefined;
}

interface Pending extends Asking {
  readonly changes: readonly Change[];
  readonly described: readonly Described[];
  /** Where the focus was when it was asked. */
  readonly from: Element | null;
}

interface Said {
  readonly text: string;
  readonly isDone: boolean;
}

const SHOWN_AFTER = 300;
/** Milliseconds for which it is said that something was written. */
const SAID_FOR = 8000;

/** Puts the sidebar into a page; the returned function opens one of its pages. */
export function showSidebar(page: Document, host: Host): (open: PageName) => void {
  page.documentElement.dataset['theme'] = host.theme;
  page.title = 'Meritsheet';
  let opened: (open: PageName) => void = () => undefined;
  render(<Sidebar host={host} onReady={(open) => (opened = open)} />, page.body);
  return (open) => opened(open);
}

function Sidebar({ host, onReady }: { readonly host: Host; readonly onReady: (open: (page: PageName) => void) => void }): JSX.Element {
  const { workbook, makeWorker } = host;
  const [language, setLanguage] = useState<Language>(host.language);
  const [page, setPage] = useState<PageName>('home');
  const [overview, setOverview] = useState<Overview | undefined>(undefined);
  const [reading, setReading] = useState(0);
  const [isStale, setStale] = useState(false);
  const [busy, setBusy] = useState<Busy | undefined>(undefined);
  const [pending, setPending] = useState<Pending | undefined>(undefined);
  const [said, setSaid] = useState<Said | undefined>(undefined);
  const [period, setPeriod] = useState('');
  const [role, setRole] = useState<Role>(rememberedRole);
  const kept = useRef(new Map<string, unknown>());
  const client = useRef<DeskClient | undefined>(undefined);
  const cancelled = useRef(false);
  const stale = useRef(false);
  const ongoing = useRef<Promise<void>>(Promise.resolve());
  const t: Pane['t'] = (key, params) => say(language, key, params);
  const desk = (): DeskClient => (client.current ??= new DeskClient(makeWorker));
  const tell = (error: unknown): void => setSaid(error instanceof CalledOff ? undefined : { text: messageOf(error), isDone: false });

  const endAsking = (): void => {
    setPending(undefined);
    if (pending?.from instanceof HTMLElement && pending.from.isConnected) pending.from.focus();
  };
  const turnTo = (name: PageName): void => {
    setPage(name);
    setPending(undefined);
    setSaid(undefined);
  };

  const readNow = async (of: Language): Promise<void> => {
    cancelled.current = false;
    stale.current = false;
    setStale(false);
    const book = await workbook.read({ language: of, isCancelled: () => cancelled.current });
    await desk().open(book, of);
    setOverview(await desk().ask('overview', undefined));
    setReading((count) => count + 1);
  };
  /** Reads the workbook; whoever asks meanwhile is answered from what was read. */
  const read = (of: Language): Promise<void> => {
    const reading = readNow(of);
    ongoing.current = reading.catch(() => undefined);
    return reading;
  };
  const shown = async <Value,>(work: Promise<Value>): Promise<Value> => {
    const late = setTimeout(() => setBusy({ share: undefined }), SHOWN_AFTER);
    try {
      return await work;
    } finally {
      clearTimeout(late);
      setBusy(undefined);
    }
  };
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US';
    void shown(read(language)).catch(tell);
  }, [language]);
  useEffect(() => {
    if (!said?.isDone) return undefined;
    const over = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(over);
  }, [said]);
  useEffect(() => {
    onReady(turnTo);
    void workbook
      .watch(() => {
        if (stale.current) return;
        stale.current = true;
        setStale(true);
      })
      .catch(tell);
  }, []);

  const pane: Pane | undefined = overview && {
    language,
    overview,
    t,
    reading,
    ask: async (question, params) => {
      try {
        await ongoing.current;
        return await shown(desk().ask(question, params, (share) => setBusy((current) => (current ? { share } : current))));
      } catch (error) {
        tell(error instanceof CalledOff ? error : new Error(t('app.mistake', { why: messageOf(error) })));
        throw error;
      }
    },
    review: (changes, more) => {
      setSaid(undefined);
      const from = document.activeElement;
      void shown(desk().ask('describe', { outlines: changes.map(outlineOf) })).then((described) => setPending({ ...more, changes, described, from }), tell);
    },
    selection: workbook.selection,
    formulas: () => shown(workbook.formulas({ language })),
    goTo: (area) => void workbook.goTo(area).catch(tell),
    openPage: turnTo,
    openPeriod: (wanted) => {
      setPeriod(wanted);
      turnTo('settle');
    },
    period: period === '' ? overview.current : period,
    choosePeriod: setPeriod,
    role,
    chooseRole: (chosen) => {
      setRole(chosen);
      rememberRole(chosen);
    },
    kept: kept.current,
  };
  const write = async ({ changes, then }: Pending): Promise<void> => {
    cancelled.current = false;
    try {
      await shown(workbook.apply(changes, { language, isCancelled: () => cancelled.current }));
      endAsking();
      setSaid({ text: t('review.done'), isDone: true });
      then?.();
      await shown(read(language));
    } catch (error) {
      tell(error);
    }
  };
  const callOff = (): void => {
    cancelled.current = true;
    void client.current?.callOff();
  };
  const View = VIEWS[page];
  return (
    <>
      <header>
        <PageBar page={page} role={role} t={t} onOpen={turnTo} />
      </header>
      <main>
        <h1>{t(`page.${page}`)}</h1>
        {isStale ? <p class="note">{t('app.changed')}</p> : null}
        {pane ? (
          <PaneContext.Provider value={pane}>
            <View key={language} />
          </PaneContext.Provider>
        ) : (
          <p>{t('app.reading')}</p>
        )}
      </main>
      <div class="foot">
        <p role="status" class={said?.isDone === false ? 'status mistake' : 'status'}>
          {said?.text}
        </p>
        {pending ? <Review says={pending.says} described={pending.described} t={t} language={language} isBusy={busy !== undefined} onWrite={() => void write(pending)} onDiscard={endAsking} /> : null}
      </div>
      <footer>
        {busy ? (
          <span class="busy">
            <progress aria-label={t('app.working')} {...(busy.share === undefined ? {} : { value: busy.share })} />
            <button type="button" onClick={callOff}>
              {t('app.cancel')}
            </button>
          </span>
        ) : (
          <button type="button" class="link" onClick={() => void shown(read(language)).catch(tell)}>
            {t('app.refresh')}
          </button>
        )}
        <button type="button" class="link" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('app.language')}
        </button>
      </footer>
    </>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
