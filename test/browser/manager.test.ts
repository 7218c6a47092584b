import { cellsOf, openWorkbench, startBrowser, stopBrowser, typeInto } from './chromium';

/** A manager's first ten minutes, in both languages: the words on the buttons, and names in the sample. */
const WORDS = {
  en: { plans: 'Plans', value: 'Value', from: 'In force from', saveVersion: 'Save as a new version', write: 'Write', written: 'Written. Undo takes it back.', settle: 'Settle', why: /^Why does Ben Liu get ([\d,.]+)\?$/, card: 'Ben Liu, 2026-03', steps: 'Step by step', back: '← Everybody', closeSays: /^Close 2026-03: 12 people, [\d,.]+ to pay, [\d,.]+ held back\.$/, by: 'Closed by', close: 'Close 2026-03', closed: '2026-03 is closed', period: 'Period', adjustment: /adjustment -?[\d,.]+/, whatIf: 'What-if', shift: /^All rates by percentage points/, more: /^[1-9]\d* earn more/, kpis: 'KPIs', addKpi: 'Add Training hours', weight: 'Weight', target: 'Target', saveKpi: 'Add to the KPIs table', targets: 'Targets', total: 'Figure for the year', season: 'Months', lastYear: 'as the orders of last year', saveTargets: 'Write into Targets', dashboard: 'Dashboard', writeDash: 'Write the dashboard', writeCard: 'Write the card', kpiName: 'Training hours', sheets: { orders: 'Orders', rules: 'Rules', kpis: 'KPIs', targets: 'Targets', dash: 'Dashboard 2026-03', statements: 'Statements' }, read: 'Read again' },
  zh: { plans: '方案', value: '数值', from: '生效日', saveVersion: '另存为新版本', write: '写入', written: '已写入，可撤销。', settle: '结算', why: /^刘\S+ 的 ([\d,.]+) 是怎么来的？$/, card: /^刘\S+ · 2026-03 提成$/, steps: '逐步计算过程', back: '← 返回名单', closeSays: /^2026-03 关账：12 人，应发 [\d,.]+，暂扣 [\d,.]+。$/, by: '关账人', close: '2026-03 关账', closed: '2026-03 已关账', period: '期间', adjustment: /调整 -?[\d,.]+/, whatIf: '测算', shift: /^所有提成率增减/, more: /^[1-9]\d* 人增加/, kpis: '指标', addKpi: '添加 培训学时', weight: '权重', target: '目标值', saveKpi: '加入指标表', targets: '目标', total: '年度目标', season: '各月分配', lastYear: '按上年订单', saveTargets: '写入目标表', dashboard: '看板', writeDash: '生成看板', writeCard: '生成考核表', kpiName: '培训学时', sheets: { orders: '订单', rules: '规则', kpis: '指标', targets: '目标', dash: '看板 2026-03', statements: '结算单' }, read: '重新读取' },
} as const;

beforeAll(startBrowser);
afterAll(stopBrowser);

describe.each(['en', 'zh'] as const)('a manager’s first ten minutes (%s)', (language) => {
  const w = WORDS[language];

  it('from a changed tier to a closed month, a correction, a what-if, a new KPI, targets, a dashboard and a card', async () => {
    const { page, pane, mistakes, outside, close } = await openWorkbench({ language });
    const go = (name: string): Promise<void> => pane.locator('nav').getByRole('button', { name, exact: true }).click();
    const write = async (): Promise<void> => {
      await pane.getByRole('button', { name: w.write, exact: true }).click();
      await pane.getByText(w.written).waitFor();
    };

    // Plans: a tier is changed; the curve and the pay move; a new version is saved.
    await go(w.plans);
    const curve = pane.getByRole('img');
    await curve.waitFor();
    const before = await curve.getAttribute('aria-label');
    const top = pane.getByLabel(`${w.value} 6`, { exact: true });
    expect(await top.inputValue()).toBe('12%');
    await top.fill('13%');
    await expectChange(async () => curve.getAttribute('aria-label'), before);
    await pane.locator('p.total').waitFor();
    expect(await pane.locator('p.total').textContent()).toMatch(/2026-03.*185,467\.88/);
    await pane.getByLabel(w.from).fill('2026-03-01');
    await pane.getByRole('button', { name: w.saveVersion }).click();
    await write();
    const rules = await cellsOf(page, w.sheets.rules);
    expect(rules[rules.length - 1]?.slice(0, 3)).toEqual([rules[rules.length - 1]?.[0], 3, '2026-03-01']);
    expect(rules.some((row) => row[1] === 3 && row[6] === 600000 && row[7] === '13%')).toBe(true);

    // Settle March, and why somebody gets what they get.
    await go(w.settle);
    const ben = pane.getByRole('button', { name: w.why }).first();
    await ben.waitFor();
    await ben.click();
    await pane.getByRole('heading', { name: w.card }).waitFor();
    await pane.getByText(w.steps, { exact: true }).click();
    const steps = pane.locator('.explanation li');
    await steps.nth(20).waitFor();
    expect(await steps.allTextContents()).toContainEqual(expect.stringMatching(/PO-\d+/));

    const paidOrder = (await steps.allTextContents()).map((text) => /PO-\d+/.exec(text)?.[0]).find((found) => found !== undefined);

    // Close March: everything that is looked at before is fine.
    await pane.getByRole('button', { name: w.back }).click();
    await pane.getByLabel(w.by).fill('Finance');
    await pane.getByRole('button', { name: w.close }).click();
    await pane.getByText(w.closeSays).waitFor();
    await write();
    await pane.getByText(w.closed).first().waitFor();

    // An order of March is corrected; April pays the difference.
    const orders = await cellsOf(page, w.sheets.orders);
    const [header = [], ...lines] = orders;
    const purchase = header.findIndex((text) => text === 'Purchase' || text === '含税采购成本');
    const orderRow = lines.findIndex(([number]) => number === paidOrder);
    expect(orderRow).toBeGreaterThan(0);
    await typeInto(page, w.sheets.orders, orderRow + 2, purchase + 1, 1);
    await pane.getByRole('button', { name: w.read }).click();
    await pane.getByLabel(w.period).selectOption('2026-04');
    await pane.getByText(w.adjustment).first().waitFor();

    // What-if: a point more on every rate.
    await go(w.whatIf);
    await pane.getByLabel(w.period).selectOption('2026-03');
    await pane.getByLabel(w.shift).fill('1');
    await pane.getByText(w.more).waitFor();

    // A KPI of the library, with its weight.
    await go(w.kpis);
    await pane.getByRole('button', { name: w.addKpi, exact: true }).click();
    await pane.getByRole('img').waitFor();
    await pane.getByLabel(w.weight, { exact: true }).fill('10');
    await pane.getByLabel(w.target, { exact: true }).fill('8');
    await pane.getByRole('button', { name: w.saveKpi }).click();
    await write();
    expect((await cellsOf(page, w.sheets.kpis)).some(([name]) => name === w.kpiName)).toBe(true);

    // Targets by season: the grid adds up to the figure.
    await go(w.targets);
    await pane.getByLabel(w.total).fill('1000003');
    await pane.getByLabel(w.season).selectOption({ label: w.lastYear });
    await pane.getByRole('cell', { name: '1,000,003' }).waitFor();
    await pane.getByRole('button', { name: w.saveTargets }).click();
    await write();

    // A dashboard and a printed card.
    await go(w.dashboard);
    await pane.getByLabel(w.period).selectOption('2026-03');
    await pane.getByRole('button', { name: w.writeDash }).click();
    await write();
    expect((await cellsOf(page, w.sheets.dash))[0]?.[0]).toBe(w.sheets.dash);
    await pane.getByRole('button', { name: w.writeCard }).click();
    await write();

    expect(mistakes).toEqual([]);
    expect(outside).toEqual([]);
    await close();
  });
});

/** Waits until a reading is no longer what it was. */
async function expectChange(read: () => Promise<string | null>, before: string | null): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await read()) !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await read()).not.toBe(before);
}
