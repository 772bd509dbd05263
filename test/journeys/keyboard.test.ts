import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/account', { name: '宁波海曙仪表有限公司', lifecycle: 'customer' });

/** What a screen reader says of what has the focus: its role and its name. */
const focused = (page: Page) => page.locator(':focus').ariaSnapshot();

/** Goes on by Tab until what has the focus is called so; whatever has it on the way must show that it does. */
async function tabTo(page: Page, name: RegExp, backwards = false): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    // What had the focus may be drawn anew just then: the next key goes on from there.
    const said = await page
      .locator(':focus')
      .ariaSnapshot({ timeout: 1000 })
      .catch(() => undefined);
    if (said === undefined) continue;
    assert.ok(await showsFocus(page), `it cannot be seen that this has the focus: ${said}`);
    if (name.test(said.split('\n')[0] ?? '')) return;
    passed.push(said.split('\n')[0] ?? '');
  }
  assert.fail(`${name} was not come to, but ${passed.join(' | ')}`);
}

/** Finds something in the palette and takes it. */
async function choose(page: Page, words: string, found: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input:focus').waitFor();
  await page.keyboard.type(words);
  await page.getByRole('option', { name: found }).first().waitFor();
  await page.keyboard.press('Enter');
}

function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    // A field that is drawn by what surrounds it shows the focus there.
    const seen = (element: Element | null, up: number): boolean => {
      if (element === null || up < 0) return false;
      const style = getComputedStyle(element);
      const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      return ring || style.boxShadow !== 'none' || seen(element.parentElement, up - 1);
    };
    const active = document.activeElement;
    if (active === document.body) return true;
    const field = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    return field || seen(active, 3);
  });
}

test('a customer is made, changed, spoken about, put into the bin and brought back without a mouse', async () => {
  const page = await stage.open('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Until there is something in it to go to, the keys would lead past it.
  await page.locator('#content :is(a, button)').first().waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /link "跳到正文"/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('#content')?.contains(document.activeElement)));

  await choose(page, '新建客户', '新建客户');
  const form = page.getByRole('dialog', { name: '新建客户' });
  await form.locator('input:focus').waitFor();
  await page.keyboard.type('绍兴镜湖纺织有限公司');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('alert').filter({ hasText: '绍兴镜湖纺织有限公司' }).waitFor();

  await choose(page, 'jinghu', '绍兴镜湖纺织有限公司');
  await page.getByRole('heading', { level: 1, name: '绍兴镜湖纺织有限公司' }).waitFor();
  await tabTo(page, /button "编辑电话"/);
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('0575 8800 1234');
  await page.keyboard.press('Enter');
  await page.getByLabel('详情').getByText('8800 1234').first().waitFor();

  await tabTo(page, /button "添加评论/);
  await page.keyboard.press('Enter');
  await page.locator('[contenteditable]:focus').waitFor();
  await page.keyboard.type('验收改到下周二');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('动态').getByText('验收改到下周二').first().waitFor();
  await page.locator('[contenteditable]').waitFor({ state: 'detached' });
  assert.match(await focused(page), /button "评论"/);

  await tabTo(page, /button "更多操作"/, true);
  await page.keyboard.press('Enter');
  await page.locator('[role="menu"] :focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  assert.match(await focused(page), /menuitem "删除/);
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: '绍兴镜湖' })
    .getByRole('button', { name: '撤销' })
    .waitFor();
  await tabTo(page, /button "撤销"/, true);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: '撤销' }).waitFor({ state: 'detached' });
  await choose(page, 'jinghu', '绍兴镜湖纺织有限公司');
  await page.getByText('验收改到下周二').first().waitFor();
});

test('a button without words says what it is for to a resting pointer and to keys, until it is used or Escape is pressed', async () => {
  const page = await stage.open('/account');
  const hint = page.getByRole('tooltip');
  const tools = page.getByRole('button', { name: '更多', exact: true });
  await page.getByRole('link', { name: '宁波海曙仪表有限公司', exact: true }).waitFor();
  await tools.hover();
  await hint.filter({ hasText: '更多' }).waitFor();
  await page.keyboard.press('Escape');
  await hint.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '显示列' }).focus();
  await page.keyboard.press('Tab');
  await hint.filter({ hasText: '更多' }).waitFor();

  // Its menu is drawn when it is opened, takes the focus, and gives it back.
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: '更多' }).locator(':focus').waitFor();
  assert.equal(await hint.count(), 0);
  assert.equal(await tools.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-haspopup') === 'menu');
  await tools.click();
  await page.getByRole('menu').waitFor();
  await tools.click();
  await page.getByRole('menu').waitFor({ state: 'detached' });

  // Words that are not the name of what they belong to describe it.
  await page.getByRole('link', { name: '宁波海曙仪表有限公司', exact: true }).click();
  const step = page.getByRole('list', { name: '客户状态' }).getByRole('button', { name: '潜在客户' });
  await step.hover();
  await hint.waitFor();
  const words = await step.getAttribute('data-hint');
  assert.equal(
    await page.locator(`[id="${await step.getAttribute('aria-describedby')}"]`).textContent(),
    words,
  );
  await page.mouse.move(0, 0);
  await hint.waitFor({ state: 'detached' });
  assert.equal(await step.getAttribute('aria-describedby'), null);

  // What a field was before takes the focus and gives it back, and closes by Escape as soon as it is open.
  const history = page.getByRole('button', { name: '“客户状态”的变更历史' });
  await history.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: '“客户状态”的变更历史' })
    .and(page.locator(':focus, :has(:focus)'))
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await history.and(page.locator(':focus')).waitFor();
});
