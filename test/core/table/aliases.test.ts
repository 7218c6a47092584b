import { matchKey } from '../../../core/table/cell';
import { headerWords } from '../../../core/table/header-text';
import { headerMatch } from '../../../core/table/header-match';
import { fieldsOf, tableKinds } from '../../../core/table/schema';
import { headerAliases } from '../../../core/table/schemas/header-aliases';

/** Every header of a table with the field it stands for. */
const headers = tableKinds.flatMap((kind) =>
  fieldsOf(kind).flatMap(({ key, en, zh, also = [] }) => {
    const { sure = '', perhaps = '' } = headerAliases[kind]?.[key] ?? {};
    return [en, zh, ...also, ...sure.split('|'), ...perhaps.split('|')].filter((text) => text !== '').map((text) => ({ kind, field: key, text }));
  }),
);

describe('headers', () => {
  it('are known by at least 400 names in each language', () => {
    const chinese = new Set(headers.map(({ text }) => text).filter((text) => /[\u4e00-\u9fff]/.test(text)));
    const english = new Set(headers.map(({ text }) => text.toLowerCase()).filter((text) => !/[\u4e00-\u9fff]/.test(text)));
    expect(chinese.size).toBeGreaterThanOrEqual(400);
    expect(english.size).toBeGreaterThanOrEqual(400);
  });

  it('stand for one field within a table, noise aside', () => {
    const seen = new Map<string, string>();
    const ambiguous = headers.filter(({ kind, field, text }) =>
      [matchKey(text), headerWords(text).key].some((key) => {
        const other = seen.get(`${kind} ${key}`);
        seen.set(`${kind} ${key}`, field);
        return other !== undefined && other !== field;
      }),
    );
    expect(ambiguous).toEqual([]);
    for (const kind of tableKinds) for (const key of Object.keys(headerAliases[kind] ?? {})) expect(fieldsOf(kind).map((field) => field.key)).toContain(key);
  });

  it.each([
    ['orders', 'Order No.', 'order'], ['orders', 'Sales Rep.', 'owner'], ['orders', 'Amount (USD)', 'amount'], ['orders', '金额（元）', 'amount'], ['orders', 'Order:', 'order'], ['orders', '*订单号', 'order'], ['orders', 'Order\nNo', 'order'],
    ['orders', 'Amount $757,244.55', 'amount'], ['orders', 'Order #', 'order'], ['orders', '金额（万元）', 'amount'], ['people', '员工ID', 'id'], ['people', '姓名（必填）', 'person'], ['orders', 'Order Date (d/m/y)', 'orderDate'],
    ['orders', 'Margin %', undefined], ['orders', 'Amount (paid)', undefined],
  ] as const)('%s: %p is %s', (kind, text, field) => {
    expect(headerMatch(kind, text)?.field).toBe(field);
  });

  it('say their unit', () => {
    expect(headerWords('金额（万元）')).toMatchObject({ key: '金额', factor: { units: 10000, scale: 0 } });
    expect(headerWords('Amount (USD k)').currency).toBe('USD');
    expect(headerWords('Order date (d/m/y)').dateOrder).toBe('day first');
    expect(headerWords('VAT rate (%)').isPercent).toBe(true);
  });
});
