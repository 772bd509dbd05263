import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
const made = async (object: string, values: object) =>
  ((await stage.ask('POST', `records/${object}`, values)) as { id: string }).id;
const account = await made('account', { name: '云帆物流', lifecycle: 'customer' });
const product = await made('product', { name: 'S2 振动传感器', price: '1260' });
const order = await made('order', { account, subject: '传感器补货' });
const contact = await made('contact', { name: '何静', account });
const campaign = await made('campaign', { name: '2026 春茶品鉴会', kind: 'event' });
await made('campaignMember', { campaign, contact, status: 'attended' });
await made('orderLine', { order, product, quantity: '10', unitPrice: '1260', taxRate: '13' });

/** A value in the strip at the top of a record page. */
const highlight = (page: Page, label: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: label }) })
    .locator('dd')
    .first();

test('CUS-04 an order placed and billed in one browser changes the customer’s page in another', async () => {
  const watching = await stage.open(`/account/${account}`, { viewport: { width: 1800, height: 1000 } });
  await highlight(watching, '应收余额').getByText('¥0.00').waitFor();
  const working = await stage.open(`/order/${order}`);
  for (const verb of ['确认下单', '确认交付', '开票']) {
    await working.getByRole('main').getByRole('button', { name: verb, exact: true }).click();
    const dialog = working.getByRole('dialog', { name: verb, exact: true });
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await highlight(watching, '应收余额').getByText('¥14,238.00').waitFor();
  await watching.getByRole('tab', { name: '订单与回款' }).click();
  const assets = watching.getByRole('region', { name: '已购资产' });
  await assets.getByRole('link', { name: 'S2 振动传感器' }).waitFor();
  const ledger = watching.getByRole('region', { name: '往来明细' });
  await ledger.getByText('¥14,238.00').first().waitFor();
  assert.match((await ledger.textContent()) ?? '', /INV-\d{4}-00001/);
});

test('CUS-06 the page of a customer reads well on a phone, one module at a time', async () => {
  const page = await stage.open(`/account/${account}`, { viewport: { width: 390, height: 844 } });
  await page.getByRole('tab', { name: '相关' }).click();
  await page.getByRole('tab', { name: '订单与回款' }).click();
  await page.getByRole('region', { name: '往来明细' }).waitFor();
  await page.getByRole('tab', { name: '市场', exact: true }).click();
  const campaigns = page.getByRole('region', { name: '市场活动' });
  await campaigns.getByRole('link', { name: '何静 · 2026 春茶品鉴会' }).waitFor();
  await campaigns.getByText('已参加').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide}`);
});

test('people chosen in a list are added to a campaign in one step, and the list stays', async () => {
  const colleague = await made('contact', { name: '唐杰', account });
  const page = await stage.open('/contact');
  for (const name of ['何静', '唐杰']) await page.getByRole('row', { name }).getByRole('checkbox').click();
  await page.getByRole('toolbar').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '加入市场活动' }).click();
  const dialog = page.getByRole('dialog', { name: '加入市场活动' });
  await dialog.getByLabel('市场活动').click();
  await page.getByRole('option', { name: '2026 春茶品鉴会' }).click();
  await dialog.getByRole('button', { name: '加入市场活动' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('加入市场活动：已完成').waitFor();
  assert.match(page.url(), /\/contact(\?|$)/);
  const { records } = (await stage.ask('GET', `records/campaignMember?where={"contact":"${colleague}"}`)) as {
    records: { campaign: string }[];
  };
  assert.deepEqual(
    records.map((member) => member.campaign),
    [campaign],
  );
});
