import fc from 'fast-check';
import { ZERO, add, equals, multiply, subtract, sum } from '../../core/amount/exact';
import type { Exact } from '../../core/amount/exact';
import { exactToText } from '../../core/amount/text';
import { explainPerson } from '../../core/commission/explain';
import { settle } from '../../core/commission/settle';
import { poolOf } from '../../core/rules/plan';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { RUNS, ledger, ledgerTables, month, plan, ruleRows } from './generators';

const total = (amounts: readonly (Exact | undefined)[]): Exact => sum(amounts.map((amount) => amount ?? ZERO));

describe('an explanation', () => {
  it('adds up: lines to the sum, the sum through factors, gate, limits and share to what was earned, and that to the payable', () => {
    fc.assert(
      fc.property(plan, ledger, month, (rules, book, period) => {
        const { people, orders, receipts, scores } = ledgerTables(book);
        const settled = settle(recogniseTables([ruleRows(rules), people, orders, receipts, scores].map((cells) => ({ cells }))), { period: readPeriod(period) });
        if (!settled.ok) throw new Error(JSON.stringify(settled.issues[0]));
        for (const one of settled.value.plans) {
          for (const row of one.rows.filter(({ kind }) => kind === 'person')) {
            const steps = explainPerson(settled.value, one, row, 'en');
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
