import fc from 'fast-check';
import { ZERO, add, equals, multiply, subtract, sum } from '../../core/amount/exact';
import type { Exact } from '../../core/amount/exact';
import { exactToText } from '../../core/amount/text';
import { explainPerson, explainView } from '../../core/commission/explain';
import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import { poolOf } from '../../core/rules/plan';
import type { Range } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { faultsOf, silentSteps } from '../support/read-explanation';
import { RUNS, ledger, ledgerTables, month, plan, ruleRows } from './generators';

const total = (amounts: readonly (Exact | undefined)[]): Exact => sum(amounts.map((amount) => amount ?? ZERO));

function settled(tables: readonly Range[], period: string): Settlement {
  const result = settle(recogniseTables(tables.map((cells) => ({ cells }))), { period: readPeriod(period) });
  if (!result.ok) throw new Error(JSON.stringify(result.issues[0]));
  return result.value;
}

describe('an explanation', () => {
  it('prints formulas that compute and come to their amounts, in both languages, and leaves no figure without one', () => {
    fc.assert(
      fc.property(plan, ledger, month, (rules, book, period) => {
        const { people, orders, receipts, scores } = ledgerTables(book);
        const settlement = settled([ruleRows(rules), people, orders, receipts, scores], period);
        for (const language of ['en', 'zh'] as const) {
          settlement.ledger.people.persons.forEach((_, person) => {
            const table = explainView(settlement, person, language);
            expect(faultsOf(table)).toEqual([]);
            expect(silentSteps(table)).toEqual([]);
          });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('adds up: lines to the sum, the sum through factors, gate, limits and share to what was earned, and that to the payable', () => {
    fc.assert(
      fc.property(plan, ledger, month, (rules, book, period) => {
        const { people, orders, receipts, scores } = ledgerTables(book);
        const settlement = settled([ruleRows(rules), people, orders, receipts, scores], period);
        for (const one of settlement.plans) {
          for (const row of one.rows.filter(({ kind }) => kind === 'person')) {
            const steps = explainPerson(settlement, one, row, 'en');
            const of = (kind: string): Exact => total(steps.filter(({ step }) => step === kind).map(({ amount }) => amount));
            for (const { pay } of row.parts) {
              if (!pay) continue;
              expect(exactToText(of('pay'))).toBe(exactToText(pay.gross));
              const pooled = one.version.parts.some((part) => poolOf(part));
              if (!pooled) expect(exactToText(of('reversal'))).toBe(exactToText(pay.taken));
              const factored = multiply(pay.gross, pay.factor);
              const gated = pay.gate ? multiply(factored, pay.gate.gate.below) : factored;
              expect(equals(add(gated, pay.taken), pay.beforeLimits)).toBe(true);
              expect(equals(multiply(pay.limited, pay.share), pay.earned)).toBe(true);
            }
            const { earned, reserved, held, released, adjustment, draw, payable, carried } = row.amounts;
            const result = subtract(add(add(subtract(subtract(earned, reserved), held), released), add(adjustment, draw)), carried);
            expect(exactToText(result)).toBe(exactToText(payable));
            expect(exactToText(total(steps.filter(({ step }) => step === 'result').map(({ amount }) => amount)))).toBe(exactToText(payable));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
