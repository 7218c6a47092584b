import { call } from '../../../core/catalogue/call';
import { catalogue } from '../../../core/catalogue/catalogue';

describe.each(catalogue.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  it.each(entry.examples.map((example, index) => [index + 1, example] as const))('gives what example %i says', (_index, example) => {
    expect(call(name, example.args)).toEqual({ ok: true, value: example.result });
  });
});

describe('a column of 200,000 cells', () => {
  it('is paid cell by cell', () => {
    const column = Array.from({ length: 200000 }, (_, index) => [index]);
    const result = call('TIERPAY', [column, [[0, 0.5]]]);
    expect(result.ok && (result.value as number[][])[199999]).toEqual([99999.5]);
  });
});
