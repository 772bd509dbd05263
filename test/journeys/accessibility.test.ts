import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';
import { walkIn } from './walk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const stage = await openStage();
const account = (await stage.ask('POST', 'records/account', {
  name: '上海申远机械有限公司',
  lifecycle: 'customer',
  website: 'https://shenyuan.example',
})) as { id: string };
await stage.ask('POST', 'records/opportunity', {
  name: '申远二期产线',
  account: account.id,
  amount: '120000',
});
const regarding = { object: 'account', id: account.id };
await stage.ask('POST', 'records/task', { subject: '发送报价', dueAt: '2026-01-05T09:00:00Z', regarding });
await stage.ask('POST', 'records/note', { body: '<p>预算已确认</p>', regarding });
const report = (await stage.ask('POST', 'records/report', {
  name: '商机阶段',
  object: 'opportunity',
  settings: { rows: ['stage'], measures: ['count', 'sum(amount)'] },
})) as { id: string };

/** What hinders somebody on this page: the rule and the first places, as axe tells them. */
async function hindrances(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }).axe.run(
        document,
        { runOnly: tags, resultTypes: ['violations'] },
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

// Parts of the settings do not follow each other: each is come to from another page.
const screens = [
  '/',
  '/settings',
  '/account',
  '/settings?part=security',
  `/account/${account.id}`,
  '/settings?part=people',
  '/opportunity',
  '/task/calendar?month=2026-01',
  '/settings?part=company',
  '/task/calendar?day=2026-01-05&scale=week',
  '/import',
  '/settings?part=audit',
  '/task/calendar?day=2026-01-05&scale=with:user',
  '/order',
  '/settings?part=operation',
  '/lead',
  '/settings?part=safeguards',
  `/report/${report.id}`,
];

for (const [locale, colorScheme] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const) {
  test(`nothing on the main screens hinders those who cannot see well or use no mouse (${locale}, ${colorScheme})`, async () => {
    await stage.ask('PATCH', 'me', { locale });
    const page = await stage.open('/', { colorScheme });
    const walk = walkIn(page);
    const found: string[] = [];
    for (const path of screens) {
      await walk.to(path);
      found.push(...(await hindrances(page)).map((each) => `${path} ${each}`));
    }
    await walk.to('/account');
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    found.push(...(await hindrances(page)).map((each) => `the form ${each}`));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    found.push(...(await hindrances(page)).map((each) => `the palette ${each}`));
    await page.context().close();
    assert.deepEqual(found, []);
  });
}

test('nothing on the way in hinders anybody', async () => {
  const context = await stage.browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const { drawn } = walkIn(page);
  await page.goto(`${stage.url}/sign-in`);
  await drawn();
  assert.deepEqual(await hindrances(page), []);
  await context.close();
});
