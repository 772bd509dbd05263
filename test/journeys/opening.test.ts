import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();
const account: { readonly id: string } = await stage.ask('POST', 'records/account', {
  name: '苏州精密制造有限公司',
});
await stage.ask('POST', 'records/account', { name: '上海远洋物流有限公司' });
for (let number = 1; number <= 12; number++)
  await stage.ask('POST', 'records/opportunity', {
    name: `年度备件 ${number}`,
    account: account.id,
    closeDate: '2026-12-31',
  });

/** Opens an address, and tells how many of these there are when the frame around pages is first drawn, and what was asked for until then. */
async function opened(path: string, selector: string) {
  const page = await stage.open('/');
  await page.addInitScript((shown) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('main') === null) return;
      const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      Object.assign(window, { first: { shown: document.querySelectorAll(shown).length, asked } });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(stage.url + path);
  await page.locator(selector).first().waitFor();
  const first = await page.evaluate(
    () => (window as unknown as { first: { shown: number; asked: string[] } }).first,
  );
  return {
    page,
    atFirst: first.shown,
    times: (wanted: string) => first.asked.filter((each) => each === wanted).length,
  };
}

test('a list opened by its address asks for nothing twice and is not drawn without its records before', async () => {
  const { page, atFirst, times } = await opened('/account', '[role=row] a');
  await page.getByRole('link', { name: '苏州精密制造有限公司', exact: true }).waitFor();
  assert.equal(atFirst, 4);
  for (const path of ['/api/meta', '/api/records/savedView', '/api/records/account'])
    assert.equal(times(path), 1, path);
});

test('a board is drawn with its cards, of which each column is asked for once', async () => {
  const { page, atFirst, times } = await opened('/opportunity/board', '[data-column] [role=group]');
  // Those in sight; the others follow.
  assert.equal(atFirst, 10);
  await page.getByText('年度备件 1', { exact: true }).waitFor();
  assert.equal(times('/api/records/opportunity/aggregate'), 1);
  assert.equal(times('/api/records/opportunity'), await page.locator('[data-column]').count());
});

test('a record is drawn with its name, and what stands below follows', async () => {
  const { page, atFirst, times } = await opened(`/account/${account.id}`, 'h1');
  assert.equal(atFirst, 1);
  await page.getByRole('complementary', { name: '详情' }).waitFor();
  assert.equal(times(`/api/records/account/${account.id}`), 1);
});

test('a list that begins with a board shows the board, and back goes to where one came from', async () => {
  const page = await stage.open('/account');
  await page.goto(`${stage.url}/opportunity`);
  await page.waitForURL('**/opportunity/board');
  await page.goBack();
  await page.waitForURL('**/account');
});
