import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/account', [
  { name: '安庆长风阀门有限公司' },
  { name: '芜湖镜山精密铸造有限公司', lifecycle: 'customer' },
]);

/** Notes from now on what regions tell that speak of themselves. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const speaking = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) {
          const element = node instanceof Element ? node : node.parentElement;
          const region = element?.closest(speaking) ?? element?.querySelector(speaking);
          if (region?.textContent) heard.push(region.textContent);
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** Waits until something has been told. */
const hear = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => (window as unknown as { heard: string[] }).heard.some((each) => each.includes(wanted)),
    words,
  );

/** What a screen reader says of the field that has the focus: its role, its name, what is in it, what describes it. */
const focused = async (page: Page) => {
  const field = page.locator(':focus');
  const described = await field.evaluate((element) =>
    [element.getAttribute('aria-describedby'), element.getAttribute('aria-errormessage')]
      .flatMap((ids) => ids?.split(' ') ?? [])
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
  return `${await field.ariaSnapshot()} ${described} ${await field.getAttribute('aria-invalid')}`;
};

test('a day’s work is done by what a screen reader says: found, opened, mended where it is wrong, noted, sorted, and back from a dialog', async () => {
  const page = await stage.open('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await listen(page);

  // What is looked for is an option of a list that the field names as its own.
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog').getByRole('combobox');
  await search.pressSequentially('jingshan');
  const option = page.getByRole('option', { name: /芜湖镜山精密铸造有限公司/ });
  await option.waitFor();
  const named = await search.getAttribute('aria-activedescendant');
  assert.equal(named, await page.getByRole('option', { selected: true }).getAttribute('id'));
  await page.keyboard.press('Enter');

  // The page says what it is, and how it is parted.
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: '芜湖镜山精密铸造有限公司' }).waitFor();
  await main.getByRole('complementary', { name: '详情' }).waitFor();
  const parts = await main.ariaSnapshot();
  assert.match(parts, /complementary "详情"/);
  assert.match(parts, /region "动态"/);
  assert.match(parts, /heading "基本信息" \[level=2\]/);

  // A value that is refused: the field says that it is wrong and why, and the reason is told at once.
  await page.getByRole('button', { name: '编辑邮箱' }).press('Enter');
  await page.locator('input:focus').fill('not an address');
  await page.keyboard.press('Enter');

  await hear(page, '应为电子邮箱地址');
  assert.match(await focused(page), /textbox "邮箱".*应为电子邮箱地址.* true$/s);
  await page.locator('input:focus').fill('info@jingshan.example');
  await page.keyboard.press('Enter');
  await main.getByRole('link', { name: 'info@jingshan.example' }).waitFor();

  // A note is written into a named field and stands in the timeline as an article with its name.
  const composer = main.getByRole('region', { name: '添加到动态' });
  await composer.getByRole('button', { name: '备注', exact: true }).press('Enter');
  await composer.getByRole('textbox', { name: '标题' }).fill('试制样件');
  await composer.getByRole('textbox', { name: '内容' }).fill('下周寄出');
  await page.keyboard.press('Control+Enter');
  await main.getByRole('region', { name: '动态' }).getByRole('link', { name: '试制样件' }).waitFor();

  // A list tells how many there are and in which order; a head says which.
  await page.getByRole('navigation').getByRole('link', { name: '客户', exact: true }).press('Enter');
  await main.getByRole('grid').waitFor();
  await main.getByRole('button', { name: '客户名称', exact: true }).press('Enter');
  await hear(page, '按客户名称升序排列');
  await main
    .getByRole('columnheader', { name: /客户名称/ })
    .and(page.locator('[aria-sort="ascending"]'))
    .waitFor();
  await main.getByRole('row', { name: /安庆长风/ }).waitFor();

  // A dialog takes the focus, says its name, and gives the focus back to what opened it.
  const create = main.getByRole('button', { name: '新建客户' });
  await create.press('Enter');
  const dialog = page.getByRole('dialog', { name: '新建客户' });
  await dialog.locator(':focus').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await create.and(page.locator(':focus')).waitFor();
});
