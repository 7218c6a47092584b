import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PaidOrder, PayCard, TierPosition } from '../desk/pay-card';
import { usePane } from '../pane';
import { amountText, figureText } from './amount';
import { DataTable } from './data-table';
import { Button } from './field';
import { ProblemList } from './problem-list';
import { saveFile } from './save-file';
import { useAnswer } from './use-answer';
import { useOffer } from './use-offer';

/** A person's pay of a period as a card: at a glance, by customer, held money, and step by step. */
export function PayCardView({ period, person, onBack }: { readonly period: string; readonly person: number; readonly onBack: () => void }): JSX.Element {
  const { t, language } = usePane();
  const found = useAnswer('payCard', { period, person });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [found?.ok]);
  if (!found) return <p>{t('app.working')}</p>;
  if (!found.ok) return <ProblemList problems={found.problems} />;
  const card = found.value;
  return (
    <section class="pay-card">
      <Button kind="link" onClick={onBack}>
        {t('settle.backToList')}
      </Button>
      <h2 tabIndex={-1} ref={heading}>
        {t('settle.cardOf', { name: card.name, period })}
      </h2>
      <p class="muted">{[card.team, ...card.plans].filter((text) => text !== '').join(' · ')}</p>
      <Waterfall card={card} />
      {card.why === '' ? null : <p class="muted">{card.why}</p>}
      {card.tiers.map((tier) => (
        <Tier key={`${tier.plan}\n${tier.part}`} tier={tier} />
      ))}
      <dl class="facts">
        <div>
          <dt>{t('settle.yearToDate')}</dt>
          <dd>{amountText(card.yearToDate, language)}</dd>
        </div>
        {card.held.map(({ due, amount }) => (
          <div key={due}>
            <dt>
              {t('settle.heldBy')}, {due === '' ? t('settle.dueReceipt') : t('settle.dueOn', { day: due })}
            </dt>
            <dd>{amountText(amount, language)}</dd>
          </div>
        ))}
      </dl>
      <Orders orders={card.orders} />
      <Steps period={period} person={person} name={card.name} />
    </section>
  );
}

/** Each amount on the way from what was earned to what is paid, as a bar against the largest. */
function Waterfall({ card: { waterfall, measure, currency } }: { readonly card: PayCard }): JSX.Element | null {
  const { t, language } = usePane();
  if (!waterfall) return null;
  const most = Math.max(...waterfall.map(({ amount }) => Math.abs(amount)), 1);
  return (
    <>
      <ul class="waterfall">
        {waterfall.map(({ name, amount }) => (
          <li key={name} class={classOf(name, amount)}>
            <span>{t(`settle.step.${name}`)}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(Math.abs(amount) / most) * 100}%` }} />
            </span>
            <span class="pay">
              {amountText(amount, language)} {name === 'payable' ? currency : ''}
            </span>
          </li>
        ))}
      </ul>
      {measure === 0 ? null : <p class="muted">{t('settle.measure', { amount: figureText(measure, language) })}</p>}
    </>
  );
}

function classOf(name: string, amount: number): string {
  if (name === 'payable') return 'sum';
  return amount < 0 ? 'less' : 'more';
}

function Tier({ tier: { part, plan, tier, tiers, rate, total, next } }: { readonly tier: TierPosition }): JSX.Element {
  const { t, language } = usePane();
  return (
    <p class="tier">
      <strong>{t('settle.tier', { tier, tiers, rate })}</strong> <span class="muted">{part === '' ? plan : part}</span>
      <br />
      {t('settle.tierTotal', { total: figureText(total, language) })} · {next ? t('settle.tierNext', { missing: figureText(next.missing, language), rate: next.rate, from: figureText(next.from, language) }) : t('settle.tierTop')}
      <progress aria-label={t('settle.tierTotal', { total: figureText(total, language) })} value={next ? Math.max(0, Math.min(1, total / next.from)) : 1} />
    </p>
  );
}

/** One row an order, under its customer with what the customer gave. */
function Orders({ orders }: { readonly orders: readonly PaidOrder[] }): JSX.Element | null {
  const { t, language } = usePane();
  if (orders.length === 0) return null;
  const customers = new Map<string, PaidOrder[]>();
  for (const one of orders) customers.set(one.customer, [...(customers.get(one.customer) ?? []), one]);
  const total = (own: readonly PaidOrder[]): number => own.reduce((sum, { earned }) => sum + Math.round(earned * 100), 0) / 100;
  const sorted = [...customers].sort(([, a], [, b]) => total(b) - total(a));
  const rows = sorted.flatMap(([customer, own]) => [
    [<strong key="c">{customer === '' ? t('settle.noCustomer') : customer}</strong>, '', '', <strong key="t">{amountText(total(own), language)}</strong>],
    ...own.map(({ order, date, measure, earned }) => [order, date, figureText(measure, language), amountText(earned, language)]),
  ]);
  return (
    <>
      <h3>{t('settle.orders')}</h3>
      <DataTable caption={t('settle.orders')} header={[t('settle.order'), t('settle.date'), t('settle.basis'), t('settle.commission')]} rows={rows} figures={[2, 3]} />
    </>
  );
}

/** Every step, asked for once it is opened, and a sheet or a file that only this person is to see. */
function Steps({ period, person, name }: { readonly period: string; readonly person: number; readonly name: string }): JSX.Element {
  const { t, ask, language } = usePane();
  const steps = useAnswer('explainPay', { period, person });
  const { offer, refused } = useOffer();
  return (
    <>
      <ProblemList problems={refused} />
      <p class="buttons">
        <Button onClick={() => void ask('personSheet', { period, person }).then(offer)}>{t('settle.personSheet', { name })}</Button>
        <Button onClick={() => void ask('personFile', { period, person }).then((made) => (made.ok ? saveFile(made.value) : undefined))}>{t('settle.personFile', { name })}</Button>
      </p>
      <details class="explanation">
        <summary>{t('settle.stepByStep')}</summary>
        {steps?.ok ? (
          <ol class="cards">
            {steps.value.slice(1).map(([step, what, formula, amount, source]) => (
              <li key={step}>
                <span class="who">
                  {step}. {what}
                </span>
                <span class="pay">{typeof amount === 'number' ? amountText(amount, language) : ''}</span>
                <span class="why">{formula}</span>
                <span class="muted why">{source}</span>
              </li>
            ))}
          </ol>
        ) : null}
      </details>
    </>
  );
}
