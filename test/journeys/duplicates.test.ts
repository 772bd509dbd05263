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
});

test('CUS-14 all records are looked through, and pairs are judged by keys one after the other, each with a way back', async () => {
  const create = (values: object) => stage.ask('POST', 'records/contact', values) as Promise<{ id: string }>;
  await create({ lastName: '欧阳', firstName: '明远', mobile: '13800138001', title: '采购经理' });
  await create({ lastName: '欧阳', firstName: '明远', mobile: '+86 138 0013 8001', department: '采购部' });
  await create({ lastName: '司徒', firstName: '慧', mobile: '13900139002' });
  await create({ lastName: '司徒', firstName: '慧', mobile: '139-0013-9002' });

  const page = await stage.open('/duplicates?object=contact');
  await page.getByText('联系人尚未查重').waitFor();
  await page.getByRole('button', { name: '立即查重' }).click();
  const pairs = page.getByRole('region', { name: '疑似重复' });
  await pairs.getByText('2 对').waitFor();
  await pairs.getByRole('button', { name: /司徒慧/ }).click();
  await page.getByRole('region', { name: '司徒慧 · 司徒慧' }).getByRole('table').waitFor();
  await page.keyboard.press('n');
  await pairs.getByText('1 对').waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await pairs.getByText('2 对').waitFor();

  await pairs.getByRole('button', { name: /欧阳明远/ }).click();
  const detail = page.getByRole('region', { name: '欧阳明远 · 欧阳明远' });
  await detail.getByRole('row', { name: /部门 不同 – 采购部/ }).waitFor();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: '合并联系人' });
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await pairs.getByText('1 对').waitFor();
  await page.getByRole('region', { name: '司徒慧 · 司徒慧' }).waitFor();
});
