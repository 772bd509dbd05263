import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();

test('CUS-14 a duplicate is pointed out, merged with everything that belongs to it, and taken apart again', async () => {
  const create = (values: object) => stage.ask('POST', 'records/account', values) as Promise<{ id: string }>;
  const kept = await create({ name: '上海申远机械有限公司', phone: '021 6000 1000' });
  const double = await create({
    name: '上海申远机械股份有限公司',
    phone: '021-6000-1000',
    website: 'https://shenyuan.example',
  });
  await stage.ask('POST', 'records/contact', { lastName: '陈', firstName: '思雨', account: double.id });

  const page = await stage.open(`/account/${kept.id}`);
  await page.getByText('可能存在 1 条重复的客户').waitFor();
  await page.getByRole('button', { name: /^上海申远机械股份有限公司 · \d+%$/ }).click();
  const dialog = page.getByRole('dialog', { name: '合并客户' });
  await dialog.getByRole('radio', { name: /shenyuan\.example/, checked: true }).waitFor();
  await dialog.getByRole('radio', { name: /当前记录.*上海申远机械有限公司/, checked: true }).waitFor();
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'shenyuan.example' }).first().waitFor();
  await page.getByText('可能存在 1 条重复的客户').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: '动态' }).getByText('合并了重复记录').first().waitFor();
  await page.getByRole('tab', { name: '相关' }).click();
  const contacts = page.getByRole('region', { name: '联系人' });
  await contacts.getByRole('link', { name: '陈思雨' }).waitFor();

  // The way back stays on the timeline.
  await page.getByRole('tab', { name: '动态' }).click();
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByRole('button', { name: /^上海申远机械股份有限公司 · \d+%$/ }).waitFor();
  await page.getByRole('tab', { name: '相关' }).click();
  await contacts.getByRole('link', { name: '陈思雨' }).waitFor({ state: 'detached' });
  await page.goto(`${stage.url}/account/${double.id}`);
  await page.getByRole('heading', { name: '上海申远机械股份有限公司' }).waitFor();
  await page.context().close();
});
