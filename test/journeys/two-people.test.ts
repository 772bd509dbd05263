import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
const li = await stage.hire('李薇', 'wei@hengyue.example', 'salesManager');
const account = (await stage.ask('POST', 'records/account', {
  name: '上海申远机械有限公司',
  phone: '021 6000 1000',
  website: 'https://shenyuan.example',
  owner: li.id,
})) as { id: string };
const address = `/account/${account.id}`;

const row = (page: Page, label: string) =>
  page
    .getByLabel('详情')
    .locator('div', { has: page.locator('dt', { hasText: label }) })
    .last();

async function edit(page: Page, label: string, value: string) {
  await row(page, label)
    .locator('dd')
    .click({ position: { x: 150, y: 12 } });
  await row(page, label).locator('input').fill(value);
}

test('CUS-17 two people on one record see that the other is there, and each other’s changes at once', async () => {
  const [lin, wei] = [await stage.open(address), await li.open(address)];
  await lin.getByText('李薇正在查看').waitFor();
  await wei.getByText('林晓彤正在查看').waitFor();

  await edit(wei, '客户名称', '上海申远智能装备有限公司');
  await wei.keyboard.press('Enter');
  await lin.getByRole('heading', { name: '上海申远智能装备有限公司' }).waitFor();
  await lin.getByLabel('动态').getByText('李薇').first().waitFor();

  await wei.goto(`${stage.url}/`);
  await lin.getByText('李薇正在查看').waitFor({ state: 'detached' });
});

test('CUS-17 two people who change one field are both told; other fields go through without a question', async () => {
  const [lin, wei] = [await stage.open(address), await li.open(address)];
  await lin.getByText('李薇正在查看').waitFor();
  await edit(lin, '网址', 'https://lin.example');
  await edit(wei, '网址', 'https://wei.example');
  await wei.keyboard.press('Enter');
  await wei.getByRole('link', { name: 'wei.example' }).first().waitFor();
  await lin.keyboard.press('Enter');
  const dialog = lin.getByRole('dialog', { name: '内容已被他人修改' });
  await dialog.getByRole('radio', { name: /您的内容.*lin\.example/ }).waitFor();
  await dialog.getByRole('radio', { name: /对方的内容.*wei\.example/ }).click();
  await dialog.getByRole('button', { name: '保存选择' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lin.getByRole('link', { name: 'wei.example' }).first().waitFor();

  await edit(lin, '网址', 'https://mine.example');
  await edit(wei, '网址', 'https://theirs.example');
  await wei.keyboard.press('Enter');
  await wei.getByRole('link', { name: 'theirs.example' }).first().waitFor();
  await lin.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存选择' }).click();
  await dialog.waitFor({ state: 'detached' });
  await wei.getByRole('link', { name: 'mine.example' }).first().waitFor();

  await edit(lin, '电话', '021 6000 2000');
  await edit(wei, '网址', 'https://both.example');
  await wei.keyboard.press('Enter');
  await lin.getByRole('link', { name: 'both.example' }).first().waitFor();
  await lin.keyboard.press('Enter');
  await wei.getByText('021 6000 2000').first().waitFor();
  assert.equal(await lin.getByRole('dialog').count(), 0);
});

test('CUS-17 what changes while a window opens slowly, before it hears of changes, is seen all the same, and nothing else is asked again', async () => {
  const page = await stage.open('/');
  const held = Promise.withResolvers<void>();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/api/events*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(`${stage.url}/account`);
  await page.getByRole('link', { name: '上海申远' }).first().waitFor();
  await stage.ask('POST', 'records/account', { name: '宁波海曙仪表' });
  held.resolve();
  await page.getByRole('link', { name: '宁波海曙仪表' }).first().waitFor();
  for (const path of ['/api/meta', '/api/notifications'])
    assert.equal(asked.filter((one) => one === path).length, 1, path);
});

test('the code of a page is fetched while the server still looks up who is there', async () => {
  const page = await stage.open('/');
  const held = Promise.withResolvers<void>();
  await page.route('**/api/meta', async (route) => {
    await held.promise;
    await route.continue();
  });
  const code = page.waitForRequest(/\/assets\/list-page-/);
  await page.goto(`${stage.url}/account`);
  await code;
  held.resolve();
  await page.getByRole('link', { name: '上海申远' }).first().waitFor();
});

test('what somebody else did since one looked stands on the start page, and is gone when one has seen it', async () => {
  const page = await li.open(address);
  await page.getByLabel('动态').getByText('李薇').first().waitFor();
  const home = page.getByRole('link', { name: '今日工作台' }).first();
  const left = page.waitForResponse((answer) => answer.url().includes('/api/looks/account/'));
  await home.click();
  await left;
  await stage.ask('PATCH', `records/account/${account.id}`, { phone: '021 6000 3000' });
  await page.reload();
  const news = page.getByRole('region', { name: '上次查看后的变化' });
  await news.getByRole('link', { name: /上海申远.*林晓彤 · 电话/ }).click();
  await page.getByLabel('动态').getByText('021 6000 3000').first().waitFor();
  await home.click();
  await page.getByText('最近打开').first().waitFor();
  await news.waitFor({ state: 'detached' });
});
