import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';
import { walkIn } from './walk.ts';

const stage = await openStage({ company: 'Hengyue Industries', name: 'Lin Xiaotong', locale: 'en' });
const account = (await stage.ask('POST', 'records/account', { name: 'Isdom' })) as { id: string };
const deal = (await stage.ask('POST', 'records/opportunity', {
  name: 'Isdom GTX',
  account: account.id,
  amount: '4514',
})) as { id: string };
await stage.ask('POST', 'records/task', { subject: 'Isdom renewal', dueAt: '2026-11-20T08:00:00Z' });
const report = (await stage.ask('POST', 'records/report', {
  name: 'Isdom report',
  object: 'opportunity',
  settings: { rows: ['stage'], columns: 'closeDate.month', measures: ['count', 'sum(amount)'] },
})) as { id: string };

// Parts of the settings do not follow each other: each is come to from another page.
const screens = [
  '/',
  '/settings',
  '/account',
  '/settings?part=notifications',
  `/account/${account.id}`,
  '/settings?part=keys',
  '/contact',
  '/settings?part=people',
  '/lead',
  '/settings?part=security',
  '/task/calendar',
  '/settings?part=signIn',
  '/product',
  '/settings?part=rights',
  '/opportunity',
  '/settings?part=company',
  `/opportunity/${deal.id}`,
  '/settings?part=workingTime',
  '/pipeline',
  '/task',
  '/task/calendar',
  '/import',
  '/settings?part=audit',
  '/order',
  '/settings?part=safeguards',
  '/lead',
  '/settings?part=operation',
  '/asset',
  '/settings?part=fields',
  `/report/${report.id}`,
  '/account/nothing-here',
];

/** Texts on screen, and names that are read aloud, except what is data or a language's own name. */
const words = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent?.checkVisibility() ||
        parent.closest(
          'script,style,span[lang],[data-testid=secret],kbd,td,time,[role=gridcell],a[href*="-"]',
        )
      )
        continue;
      if (node.textContent?.trim()) found.add(node.textContent.trim());
    }
    for (const element of document.querySelectorAll('[aria-label],[placeholder],[title]')) {
      // A cell that is cut off tells its data whole.
      for (const name of ['aria-label', 'placeholder', ...(element.matches('td') ? [] : ['title'])]) {
        const text = element.getAttribute(name)?.trim();
        if (text) found.add(text);
      }
    }
    return [...found];
  });

const chineseWords = async (page: Page) =>
  (await words(page)).filter((text) => /\p{Script=Han}/u.test(text) && !/中文$/.test(text));

/** Words that are data or names everywhere: people, companies, codes, time zones. */
const names =
  /Isdom|Hengyue|Xiaotong|^LX?$|lin@|^[A-Z]{3}$|^[¥$€]|^Asia\/|^Guanxi$|English|^API$|^[A-Z]+ → [A-Z]+$|^· (PostgreSQL|Node)$|^MIT \d+ · |^\d+ [KMG]B$/;

test('on a phone every word is English, and no screen is wider than the window', async () => {
  const page = await stage.open('/', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const walk = walkIn(page);
  for (const path of screens) {
    await walk.to(path);
    assert.deepEqual(await chineseWords(page), [], `Chinese on the English ${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${path} is ${width} px wide`);
  }
});

test('the switch of the language changes every word, on every screen', async () => {
  const page = await stage.open('/');
  const walk = walkIn(page);
  await walk.drawn();
  assert.deepEqual(await chineseWords(page), []);
  await page.getByRole('button', { name: 'Account of' }).click();
  await page.getByRole('menuitemradio', { name: '中文' }).click();
  await page.getByRole('link', { name: '今日工作台' }).first().waitFor();
  for (const path of screens) {
    await walk.to(path);
    const english = (await words(page)).filter(
      (text) => /\p{Script=Latin}{2}/u.test(text) && !/\p{Script=Han}/u.test(text) && !names.test(text),
    );
    assert.deepEqual(english, [], `English on the Chinese ${path}`);
  }
});
