import { headerWords } from '../header-text';
import type { TableKind } from '../schema';

/** An export whose headers mean something else than their words: what it is known by, and what they stand for. */
interface System {
  readonly kind: TableKind;
  readonly knownBy: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

/** Shopify's orders_export.csv calls the order Name, and the customer Billing Name. */
const SYSTEMS: readonly System[] = [
  {
    kind: 'orders',
    knownBy: ['Lineitem name', 'Financial Status', 'Total'],
    columns: {
      order: 'Name', orderDate: 'Created at', shipDate: 'Fulfilled at', receivedDate: 'Paid at', customer: 'Billing Name', country: 'Billing Country', product: 'Lineitem name', quantity: 'Lineitem quantity',
      owner: 'Employee', currency: 'Currency', amount: 'Total', freight: 'Shipping', status: 'Financial Status',
    },
  },
];

const prepared = SYSTEMS.map(({ kind, knownBy, columns }) => ({ kind, knownBy: knownBy.map((text) => headerWords(text).key), columns: new Map(Object.entries(columns).map(([field, text]) => [headerWords(text).key, field])) }));

/** What the headers of a known system's export stand for, in the form in which headers are compared; undefined for all others. */
export function systemColumns(kind: TableKind, headers: readonly string[]): ReadonlyMap<string, string> | undefined {
  const ofKind = prepared.filter((one) => one.kind === kind);
  if (ofKind.length === 0) return undefined;
  const keys = new Set(headers.map((text) => (text === '' ? '' : headerWords(text).key)));
  return ofKind.find(({ knownBy }) => knownBy.every((key) => keys.has(key)))?.columns;
}
