import fc from 'fast-check';
import { call } from '../../core/catalogue/call';
import { oracleEarned } from '../oracle/oracle';
import { RUNS, ledger, ledgerTables, month, plan, ruleRows } from './generators';

describe('the engine and the independent oracle', () => {
  it('earn the same cents for everybody, whatever the plan and the ledger', () => {
    fc.assert(
      fc.property(plan, ledger, month, (rules, book, period) => {
        const { people, orders, receipts, scores } = ledgerTables(book);
        const result = call('SETTLE', [period, 'summary', ruleRows(rules), people, orders, receipts, scores]);
        if (!result.ok) throw new Error(result.error.message);
        const rows = result.value as (string | number)[][];
        const expected = oracleEarned(rules, book, period);
        for (const { name } of book.people) {
          const row = rows.find((candidate) => candidate[1] === name);
          const want = expected.get(name);
          expect([name, row?.[6], Number(row?.[6]) - Number(row?.[7])]).toEqual([name, (want?.earned.toNumber() ?? 0) + 0, expect.closeTo(want?.payable.toNumber() ?? 0, 9)]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
