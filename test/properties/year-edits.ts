import fc from 'fast-check';
import type { YearFacts, YearLine } from '../oracle/year-facts';
import type { DraftOrder } from './year-ledger';
import { orderOf, receiptRows, rowsOfOrder } from './year-ledger';
import type { Scope } from './year-scope';

/** What somebody does to the ledger between two closings: at closing `at` and ever after, the facts are so. */
export interface Edit {
  readonly at: number;
  readonly kind: 'late order' | 'amount' | 'cancel' | 'delete' | 'owner' | 'late receipt' | 'lost receipts' | 'date' | 'rename order' | 'rename person' | 'namesake';
  readonly which: number;
  readonly factor: number;
  readonly draft: DraftOrder;
}

const EDITS = ['late order', 'amount', 'cancel', 'delete', 'owner', 'date', 'late receipt', 'lost receipts', 'rename order'] as const;

export function editsOfYear(scope: Scope): fc.Arbitrary<Edit[]> {
  if (!scope.edits && !scope.renames) return fc.constant([]);
  const kinds = [...(scope.edits ? EDITS : []), ...(scope.renames ? (['rename person', 'namesake'] as const) : [])];
  return fc.array(fc.record({ at: fc.integer({ min: 1, max: 12 }), kind: fc.constantFrom(...kinds), which: fc.nat(6), factor: fc.constantFrom(2, 0.5, 1.25), draft: orderOf(scope) }), { maxLength: 4 });
}

export function editFacts(facts: YearFacts, edits: readonly Edit[], at: number): YearFacts {
  return edits.reduce((now, edit, index) => (edit.at <= at ? applied(now, edit, index) : now), facts);
}

const ofOrder = (name: string) => ({ order, reverses }: { order: string; reverses?: string }): boolean => order === name || reverses?.split('/')[0] === name;

function applied(facts: YearFacts, edit: Edit, index: number): YearFacts {
  const orders = [...new Set(facts.lines.filter(({ reverses }) => reverses === undefined).map(({ order }) => order))];
  const name = orders[edit.which % Math.max(1, orders.length)] ?? '';
  const mine = ofOrder(name);
  const lines = (change: (line: YearLine) => YearLine): YearFacts => ({ ...facts, lines: facts.lines.map((line) => (mine(line) ? change(line) : line)) });
  const reversed = facts.lines.some((line) => mine(line) && line.reverses !== undefined);
  switch (edit.kind) {
    case 'late order': {
      const rows = rowsOfOrder(edit.draft, `L${index}`);
      return { ...facts, lines: [...facts.lines, ...rows.lines], receipts: [...facts.receipts, ...rows.receipts] };
    }
    case 'amount':
      return lines((line) => ({ ...line, amount: line.amount * edit.factor, quantity: line.quantity * edit.factor, purchase: line.purchase * edit.factor }));
    case 'cancel':
      return reversed ? facts : lines((line) => ({ ...line, cancelled: true }));
    case 'delete':
      return { ...facts, lines: facts.lines.filter((line) => !mine(line)), receipts: facts.receipts.filter(({ order }) => order !== name) };
    case 'owner':
      return lines((line) => ({ ...line, owners: edit.draft.owners, stages: edit.draft.stages }));
    case 'date':
      return reversed ? facts : lines((line) => ({ ...line, orderDay: edit.draft.day }));
    case 'late receipt': {
      const total = facts.lines.filter((line) => line.order === name && line.reverses === undefined).reduce((sum, { amount }) => sum + amount, 0);
      return facts.receipts.some(({ order }) => order === name) || name === '' ? facts : { ...facts, receipts: [...facts.receipts, ...receiptRows(edit.draft, name, total)] };
    }
    case 'lost receipts':
      return { ...facts, receipts: facts.receipts.filter(({ order }) => order !== name) };
    case 'rename order':
      return { ...facts, lines: facts.lines.map((line) => renamed(line, name, `N${index}`)), receipts: facts.receipts.map((one) => (one.order === name ? { ...one, order: `N${index}` } : one)) };
    case 'rename person':
      return { ...facts, people: facts.people.map((person, at) => (at === edit.which % facts.people.length ? { ...person, name: `${person.name} ${index}` } : person)) };
    case 'namesake':
      return { ...facts, people: [...facts.people, { id: `E9${index}`, name: facts.people[edit.which % facts.people.length]?.name ?? 'Amy', stays: [{ team: 'US', role: 'Sales', plan: 'P' }], joined: '2026-12-01', scores: facts.people[0]?.scores ?? [] }] };
  }
}

function renamed(line: YearLine, from: string, to: string): YearLine {
  const [order, which] = (line.reverses ?? '').split('/');
  const reverses = order === from ? `${to}${which === undefined ? '' : `/${which}`}` : line.reverses;
  return { ...line, order: line.order === from ? to : line.order, ...(reverses !== undefined && { reverses }) };
}
