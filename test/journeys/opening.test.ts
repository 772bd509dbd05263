import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();
for (const name of ['苏州精密制造有限公司', '上海远洋物流有限公司'])
  await stage.ask('POST', 'records/account', { name });

test('a list opened by its address asks for nothing twice and is not drawn without its records before', async () => {
  const page = await stage.open('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const names = document.querySelectorAll('[role=row] a').length;
      if (names === 0 && document.querySelector('main') === null) return;
      document.documentElement.dataset.namesAtFirst = String(names);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${stage.url}/account`);
  await page.getByRole('link', { name: '苏州精密制造有限公司', exact: true }).waitFor();
  assert.equal(await page.locator('html').getAttribute('data-names-at-first'), '4');
  for (const path of ['/api/meta', '/api/records/savedView', '/api/records/account'])
    assert.equal(asked.filter((each) => each === path).length, 1, path);
});

test('a list that begins with a board shows the board, and back goes to where one came from', async () => {
  const page = await stage.open('/account');
  await page.goto(`${stage.url}/opportunity`);
  await page.waitForURL('**/opportunity/board');
  await page.goBack();
  await page.waitForURL('**/account');
});
