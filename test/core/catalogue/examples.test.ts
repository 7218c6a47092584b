import { call } from '../../../core/catalogue/call';
import { catalogue } from '../../../core/catalogue/catalogue';

describe.each(catalogue.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  it.each(entry.examples.map((example, index) => [index + 1, example] as const))('gives what example %i says', (_index, example) => {
    expect(call(name, example.args)).toEqual({ ok: true, value: example.result });
  });
});
