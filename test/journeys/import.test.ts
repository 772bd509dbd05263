import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { salesData } from '#test/fixtures/files.ts';
import { openStage } from './stage.ts';

const stage = await openStage();

test('CUS-15 four files that refer to each other come in through the browser: guessed, tried, mended, imported, taken back', async () => {
  const page = await stage.open('/import');
  await page.locator('input[type=file]').setInputFiles(salesData.map(({ path }) => path));
  await page.waitForURL('**/import?id=*');

  // What each file is and where its columns go is guessed.
  const file = (name: string) => page.getByRole('tab', { name });
  const into = (column: string) => page.getByLabel(`${column} 对应字段`).first();
  await file('sales_pipeline.csv').click();
  assert.equal(await page.getByLabel('导入为').first().inputValue(), '商机');
  assert.equal(await into('deal_stage').inputValue(), '销售阶段 *');
  assert.equal(await into('close_value').inputValue(), '预计金额');
  await file('accounts.csv').click();
  assert.equal(await page.getByLabel('导入为').first().inputValue(), '客户');
  assert.equal(await into('subsidiary_of').inputValue(), '上级客户');
  await file('sales_teams.csv').click();
  for (const missing of ['没有时新建用户', '没有时新建部门'])
    await page.getByRole('switch', { name: missing }).click({ force: true });

  // A dry run says what would not come in, and what it may have been meant to be.
  await page.getByRole('button', { name: '试运行' }).click();
  await page.getByText(/^有 [\d,]+ 行无法导入。/).waitFor({ timeout: 60_000 });
  await file('accounts.csv').click();
  await page.getByText('“technolgy”未识别 12 次 → ').waitFor();
  await page.getByRole('button', { name: '采用建议' }).click();
  await means(page, 'technolgy', '科技');
  await file('sales_pipeline.csv').click();
  await means(page, 'GTXPro', 'GTX Pro');
  await page.getByRole('button', { name: '试运行' }).click();
  await page.getByText('全部数据均可导入。').waitFor({ timeout: 150_000 });

  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('progressbar').first().waitFor();
  await page.getByText('导入完成').waitFor({ timeout: 90_000 });
  await page.getByText('8,800').first().waitFor();
  const opportunities = await count('opportunity');
  assert.deepEqual([opportunities, await count('account')], [8800, 85]);

  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已撤销').waitFor({ timeout: 90_000 });
  assert.deepEqual([await count('opportunity'), await count('account')], [0, 0]);
  await page.getByRole('link', { name: '继续导入' }).click();
  await page.getByRole('cell', { name: '已撤销' }).waitFor();
});

test('CUS-15 rows that cannot come in are told one by one, and come back in a file with the reason', async () => {
  const page = await stage.open('/import');
  const rows = '公司,邮箱\n杭州云岫软件有限公司,info@yunxiu.example\n宁波远洋航运集团,不是邮箱\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByLabel('公司 对应字段').first().waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByText('导入完成').waitFor({ timeout: 30_000 });
  await page.getByRole('cell', { name: '不是邮箱' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载问题数据' }).click(),
  ]);
  const problems = readFileSync(await download.path(), 'utf8');
  assert.match(problems, /邮箱：应为电子邮箱地址,宁波远洋航运集团,不是邮箱/);
  assert.doesNotMatch(problems, /云岫/);
});

const means = (page: Page, value: string, meaning: string) =>
  page.waitForFunction(
    ([label, expected]) =>
      document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)?.value === expected,
    [`${value} 的含义`, meaning] as const,
  );

async function count(object: string): Promise<number> {
  const page = (await stage.ask('GET', `records/${object}?limit=1&count=true`)) as { count: number };
  return page.count;
}
