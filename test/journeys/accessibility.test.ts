import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrances } from './hindrances.ts';
import { openStage } from './stage.ts';
import { walkIn } from './walk.ts';

// What is on the pages of a company without records is looked at by every-page.ts.
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
  settings: { rows: ['stage'], columns: 'closeDate.month', measures: ['count', 'sum(amount)'] },
})) as { id: string };

const screens = [
  '/',
  '/account',
  `/account/${account.id}`,
  '/opportunity',
  '/task/calendar?month=2026-01',
  '/lead',
  '/task/calendar?day=2026-01-05&scale=week',
  '/settings',
  '/task/calendar?day=2026-01-05&scale=with:user',
  `/report/${report.id}`,
];

const overPage = ':is([role="dialog"], [role="menu"])';

/** What hinders somebody in what a key or a button opens over a page, and whether the focus comes back from there. */
async function hindrancesOver(page: Page, open: () => Promise<void>): Promise<readonly string[]> {
  const before = await page.evaluateHandle(() => document.activeElement);
  await open();
  const over = page.locator(overPage).last();
  await over.and(page.locator(':visible')).waitFor();
  await walkIn(page).drawn();
  const found = [...(await hindrances(page))];
  await page.keyboard.press('Escape');
  await over.waitFor({ state: 'detached' });
  await page
    .waitForFunction((element) => document.activeElement === element, before)
    .catch(() => found.push('the focus does not come back'));
  return found;
}

for (const [locale, colorScheme, viewport] of [
  ['zh-CN', 'light', { width: 1440, height: 900 }],
  ['en', 'dark', { width: 390, height: 844 }],
] as const)
  test(`nothing around the main screens, on them and over them hinders those who cannot see well or use no mouse (${locale}, ${colorScheme}, ${viewport.width} px)`, async () => {
    await stage.ask('PATCH', 'me', { locale });
    const page = await stage.open('/', { colorScheme, viewport });
    const walk = walkIn(page);
    const found: string[] = [];
    const note = (where: string, hindering: readonly string[]) =>
      found.push(...hindering.map((each) => `${where} ${each}`));
    for (const path of screens) {
      await walk.to(path);
      note(path, await hindrances(page));
    }
    for (const path of ['/account', `/account/${account.id}`]) {
      await walk.to(path);
      for (const button of await page.locator('header [aria-haspopup]:visible').all()) {
        await button.focus();
        note(
          `${await button.ariaSnapshot()} on ${path}`,
          await hindrancesOver(page, () => button.press('Enter')),
        );
      }
      for (const key of ['n', 'Control+k', 'F1', 'Shift+?'])
        note(`${key} on ${path}`, await hindrancesOver(page, () => page.keyboard.press(key)));
    }
    await page.context().close();
    assert.deepEqual(found, []);
  });

test('nothing on the way in hinders anybody', async () => {
  const context = await stage.browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const { drawn } = walkIn(page);
  for (const path of ['/sign-in', '/forgotten', '/invitation', '/password-reset']) {
    await page.goto(stage.url + path);
    await drawn();
    assert.deepEqual(await hindrances(page), [], path);
  }
  await context.close();
});
