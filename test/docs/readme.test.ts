import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../../core/catalogue/call';
import { summaryView } from '../../core/commission/views/summary';
import { settle } from '../../core/commission/settle';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { sampleWorkbook } from '../../sample/workbook';
import { printTable } from '../../workbench/cli/print-table';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');

describe('the README', () => {
  it('shows what the example gives', () => {
    const [, args = '[]', shown] = /call TIERPAY <<< '(\[.*\])'\n```\n\n```\n(.*)\n```/.exec(readme) ?? [];
    expect(call('TIERPAY', JSON.parse(args))).toEqual({ ok: true, value: Number(shown) });
  });

  it('shows the statement that the sample prints', () => {
    const settled = settle(recogniseTables(sampleWorkbook({ language: 'en' })), { period: readPeriod('2026-03') });
    if (!settled.ok) throw new Error('the sample does not settle');
    expect(readme).toContain(printTable(summaryView(settled.value, 'en')));
  });
});
