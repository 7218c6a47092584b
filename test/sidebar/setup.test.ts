import { answers } from '../../sidebar/desk/answers';
import { deskAfter, deskWithSheets, valueOf } from '../support/books';

const orders = [['Order', 'Order date', 'Owner', 'Currency', 'Amount', 'Sum in'], ['P1', '2026-03-05', 'Amy 60%, Ben 40%', 'USD', 1000, 400], ['P2', '2026-04-06', 'Amy', 'EUR', 2000, 0], ['P3', '2026-02-07', 'Cara', 'USD', 500, 0]];
const rules = [['Plan', 'Rule', 'Item', 'Value'], ['Sales', 'rate', '', '2%'], ['Sales', 'counts on', '', 'receipt'], ['Sales', 'hold', 'year end', '10%']];
const people = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU'], ['Cara', 'EU']];

describe('what a workbook lacks', () => {
  it('is asked for once each, and made with its headers, a name, and what is known', () => {
    const desk = deskWithSheets({ Orders: orders, Rules: rules });
    expect(answers.missingTables(desk).map(({ kind, rows }) => [kind, rows])).toEqual([['people', 3], ['fx', 2]]);
    const after = deskAfter(desk, answers.makeTables(desk, { kinds: ['people', 'fx'] }));
    expect(after.tables.byKind.get('people')?.cells.map(([person]) => person)).toEqual(['Amy', 'Ben', 'Cara']);
    // Each currency from the first month in which an order needs it.
    expect(after.tables.byKind.get('fx')?.cells.map((row) => row.slice(0, 2))).toEqual([['2026-02-01', 'USD'], ['2026-04-01', 'EUR']]);
    expect(after.book.names.map(({ name }) => name)).toEqual(['MeritPeople', 'MeritFx']);
  });

  it('goes on to what the plan needs, until the settlement stands', () => {
    let desk = deskWithSheets({ Orders: orders, Rules: rules, People: people });
    for (let rounds = 0; rounds < 4; rounds += 1) {
      const kinds = answers.missingTables(desk).map(({ kind }) => kind).filter((kind) => kind !== 'fx');
      desk = deskAfter(desk, answers.makeTables(desk, { kinds }));
    }
    desk = deskAfter(desk, valueOf(answers.addRates(desk, { rates: [{ date: '2026-02-01', currency: 'USD', rate: '7' }, { date: '2026-02-01', currency: 'EUR', rate: '8' }] })));
    expect([...desk.tables.byKind.keys()].sort()).toEqual(['fx', 'orders', 'people', 'receipts', 'rules', 'statements']);
    expect(answers.missingTables(desk)).toEqual([]);
    expect(answers.missingRates(desk)).toEqual([]);
    expect(valueOf(answers.preview(desk, { period: '2026-03' })).total).toBe(0);
  });

  it('refuses a rate that is none', () => {
    const desk = deskWithSheets({ Orders: orders, Rules: rules, People: people });
    for (const rate of ['-7', '0', 'seven']) expect(answers.addRates(desk, { rates: [{ date: '2026-02-01', currency: 'USD', rate }] }).ok).toBe(false);
  });
});

describe('the columns of a sheet that is read already', () => {
  const desk = deskWithSheets({ Orders: [['Ledger 2026'], [], ...orders], Rules: rules, People: people });

  it('are shown with their header row and first values', () => {
    const found = answers.sheetColumns(desk, { sheet: 'Orders' })!;
    expect([found.kind, found.head, found.isRead, found.needed]).toEqual(['orders', 3, true, []]);
    expect(found.columns.find(({ header }) => header === 'Sum in')).toEqual({ header: 'Sum in', letters: 'F', samples: ['400', '0', '0'], field: '' });
  });

  it('can be given a meaning, and are read so from then on', () => {
    const found = answers.sheetColumns(desk, { sheet: 'Orders' })!;
    const columns = { ...Object.fromEntries(found.columns.filter(({ field }) => field !== '').map(({ header, field }) => [field, header])), received: 'Sum in' };
    const after = deskAfter(desk, answers.keepColumns(desk, { sheet: 'Orders', kind: 'orders', head: 3, columns }));
    const orders = after.tables.byKind.get('orders')!;
    expect(orders.cells.map((row) => row[orders.columns.get('received')!])).toEqual([400, 0, 0]);
  });

  it('of a sheet that is none yet are kept with a name from the header row on', () => {
    const own = deskWithSheets({ 订台: [['x', '2025'], ['码', '天', '人', '钱'], ['P1', '2026-03-05', 'Amy', 1000]], Rules: rules, People: people });
    expect(answers.lackingFields(own, { kind: 'orders', fields: ['order'] })).toEqual(['Order date', 'Amount']);
    const after = deskAfter(own, answers.keepColumns(own, { sheet: '订台', kind: 'orders', head: 2, columns: { order: '码', orderDate: '天', owner: '人', amount: '钱' } }));
    expect(after.tables.byKind.get('orders')?.cells.map((row) => row.slice(0, 4))).toEqual([['P1', '2026-03-05', 'Amy', 1000]]);
  });
});

describe('results of our own', () => {
  it('are never offered to be mapped', () => {
    const desk = deskWithSheets({ Orders: orders, Rules: [rules[0]!, rules[1]!], People: people, FX: [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-01-01', 'EUR', 8]] });
    const after = deskAfter(desk, [...valueOf(answers.payrollSheet(desk, { period: '2026-03' })), ...valueOf(answers.statementSheets(desk, { period: '2026-03' }))]);
    expect(after.book.sheets.length).toBeGreaterThan(6);
    expect([answers.overview(after).others, answers.check(after).filter(({ severity }) => severity === 'error')]).toEqual([[], []]);
    expect(valueOf(answers.preview(after, { period: '2026-03' })).total).toBe(valueOf(answers.preview(desk, { period: '2026-03' })).total);
  });
});
