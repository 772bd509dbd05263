import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/account', [
  {
    name: '上海申远机械有限公司',
    address: { city: '上海市' },
    lifecycle: 'customer',
    industry: 'manufacturing',
    annualRevenue: '38000000',
  },
  { name: '杭州云岫软件有限公司', lifecycle: 'prospect', industry: 'software', annualRevenue: '5200000' },
  {
    name: '深圳前海物流股份有限公司',
    address: { city: '深圳市', street: '南山区前海路 1 号' },
    lifecycle: 'customer',
    industry: 'logistics',
    annualRevenue: '91000000',
  },
]);

const names = (page: Page) => page.locator('[id^="cell-"][id$="-0"] a:first-child').allTextContents();
const rows = async (page: Page, expected: readonly string[]) => {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[id^="cell-"][id$="-0"]')].map((cell) => cell.textContent).join() ===
      wanted,
    expected.join(),
  );
};
const [shenyuan, yunxiu, qianhai] = [
  '上海申远机械有限公司',
  '杭州云岫软件有限公司',
  '深圳前海物流股份有限公司',
] as const;

test('a list is sorted, filtered and searched, and its address brings the same list back', async () => {
  const page = await stage.open('/account?view=all');
  await page.getByRole('button', { name: '年营业额', exact: true }).click();
  await rows(page, [yunxiu, shenyuan, qianhai]);
  await page.getByRole('button', { name: '年营业额', exact: true }).click();
  await rows(page, [qianhai, shenyuan, yunxiu]);

  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByPlaceholder('查找字段').fill('客户状态');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '成交客户' }).check();
  await page.getByRole('button', { name: '应用' }).click();
  await rows(page, [qianhai, shenyuan]);
  assert.equal(await page.getByTestId('count').textContent(), '2');

  await page.getByLabel('在列表中搜索').fill('qianhai');
  await rows(page, [qianhai]);
  const again = await stage.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await rows(again, [qianhai]);
  await again.context().close();

  await page.getByLabel('在列表中搜索').fill('没有这样的公司');
  await page.getByText('没有符合条件的记录').waitFor();
  await page.getByRole('main').getByRole('button', { name: '清除筛选' }).last().click();
  await rows(page, [qianhai, shenyuan, yunxiu]);

  // ANA-09 where something lies is picked by the name of the place.
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByPlaceholder('查找字段').fill('地图位置');
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('国家、省份或城市').fill('广东');
  await page.getByRole('option', { name: '广东省', exact: true }).click();
  await page.getByRole('button', { name: '应用' }).click();
  await rows(page, [qianhai]);
  await page.getByRole('button', { name: '地图位置 位于 广东省', exact: true }).waitFor();
});

test('typing begins to edit the active cell, in Chinese too, and a second browser sees it within a second', async () => {
  const [page, other] = [await stage.open('/account?view=all'), await stage.open('/account?view=all')];
  await rows(other, [qianhai, yunxiu, shenyuan]);
  await page.locator('#cell-0-0').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('ArrowDown');
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'hangzhou', selectionStart: 8, selectionEnd: 8 });
  await keys.send('Input.insertText', { text: '杭州' });
  await page.locator('#cell-1-0 input').waitFor();
  await page.keyboard.type('云岫智能科技有限公司');
  await page.keyboard.press('Enter');
  const began = Date.now();
  await rows(other, [qianhai, '杭州云岫智能科技有限公司', shenyuan]);
  assert.ok(Date.now() - began < 2000, `seen after ${Date.now() - began} ms`);
  await page.locator('#cell-2-0[data-active]').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type(yunxiu);
  assert.equal(await page.locator('#cell-1-0 input').inputValue(), yunxiu);
  await page.keyboard.press('Tab');
  await page.locator('#cell-1-1[data-active]').waitFor();
  await rows(other, [qianhai, yunxiu, shenyuan]);
});

test('cells are filled, copied and pasted like those of a spreadsheet, and taken back until somebody else changes them', async () => {
  const page = await stage.open('/account?view=all');
  await rows(page, [qianhai, yunxiu, shenyuan]);
  const revenue = (wanted: readonly string[]) =>
    page.waitForFunction(
      (texts) => texts.every((text, row) => document.querySelector(`#cell-${row}-5`)?.textContent === text),
      wanted,
    );
  const choose = (row: number, modifiers: readonly 'Shift'[] = []) =>
    page.locator(`#cell-${row}-5`).click({ position: { x: 4, y: 4 }, modifiers: [...modifiers] });
  const [first, second, third] = ['¥91,000,000.00', '¥5,200,000.00', '¥38,000,000.00'] as const;
  await revenue([first, second, third]);

  await choose(0);
  await choose(2, ['Shift']);
  await page.keyboard.press('Control+d');
  await revenue([first, first, first]);
  await page.getByText('已更改 2 条记录').waitFor();
  await page.keyboard.press('Control+z');
  await revenue([first, second, third]);
  await page.getByText('已撤销 2 条记录的更改').waitFor();

  await choose(0);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await choose(1);
  await page.keyboard.press('Control+v');
  await revenue([first, first, second]);
  await page.getByText('已更改 2 条记录').last().waitFor();

  const paste = (text: string) =>
    page.getByRole('grid').evaluate((grid: HTMLElement, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste('12\n十二');
  await page.getByText(`未作任何更改。 ${shenyuan} · 年营业额：无法识别“十二”。`).waitFor();
  await revenue([first, first, second]);

  const { records } = (await stage.ask('GET', 'records/account?select=name')) as {
    records: readonly { id: string; name: string; version: number }[];
  };
  const theirs = records.find(({ name }) => name === yunxiu);
  await stage.ask('PATCH', `records/account/${theirs?.id}`, {
    version: theirs?.version,
    annualRevenue: '7000000',
  });
  await revenue([first, '¥7,000,000.00', second]);
  await page.keyboard.press('Control+z');
  await page.getByText('未作任何更改').last().waitFor();
  await revenue([first, '¥7,000,000.00', second]);
  await paste('5200000\n38000000');
  await revenue([first, second, third]);

  // ADM-05 what a rule of the company locks is told before anybody changes it, by what the list need not show.
  const closed = records.find(({ name }) => name === qianhai)?.id;
  await stage.ask('PATCH', `records/account/${closed}`, { website: 'https://qianhai.example/' });
  const rule = (await stage.ask('POST', 'records/validationRule', {
    ...{ object: 'account', name: '前海锁定', effect: 'readOnly', affects: ['annualRevenue', 'lifecycle'] },
    condition: 'website = "https://qianhai.example/"',
  })) as { id: string };
  await page.reload();
  await revenue([first, second, third]);
  await page.locator('#cell-1-5[data-editable]').waitFor();
  assert.equal(await page.locator('#cell-0-5').getAttribute('data-editable'), null);
  await choose(0);
  await page.keyboard.press('F2');
  assert.equal(await page.locator('#cell-0-5 input').count(), 0);
  await paste('1\n2');
  await page.getByText(`未作任何更改。 ${qianhai} · 年营业额按贵公司规则目前已锁定。`).waitFor();
  await revenue([first, second, third]);
  await page.goto(`${stage.url}/account/board?view=byLifecycle`);
  await page.getByRole('group', { name: shenyuan }).and(page.locator('[data-movable]')).waitFor();
  assert.equal(await page.getByRole('group', { name: qianhai }).getAttribute('data-movable'), null);
  await stage.ask('DELETE', `records/validationRule/${rule.id}`);
});

test('a record is added by its name alone; picked records go to the bin and come back', async () => {
  const page = await stage.open('/account?view=customers');
  await rows(page, [shenyuan, qianhai]);
  await page.getByLabel('新建客户：输入名称后按回车').fill('宁波远洋航运集团');
  await page.keyboard.press('Enter');
  await rows(page, ['宁波远洋航运集团', shenyuan, qianhai]);

  await page.getByRole('checkbox', { name: '选择宁波远洋航运集团' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: '删除' }).click();
  await rows(page, [shenyuan, qianhai]);
  await page.getByRole('button', { name: '撤销' }).click();
  await rows(page, ['宁波远洋航运集团', shenyuan, qianhai]);
  assert.equal((await names(page)).length, 3);
});

test('CUS-16 several fields of many records are changed at once, shown before, and taken back', async () => {
  const page = await stage.open('/account?view=customers');
  await page.getByRole('grid').getByRole('checkbox').first().click();
  await page.getByRole('toolbar').getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog', { name: '修改 3 条记录' });
  const field = async (name: string) => {
    await dialog.getByRole('combobox').last().click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await field('员工人数');
  await dialog.getByRole('textbox', { name: '员工人数' }).fill('88');
  await field('网址');
  await dialog.getByRole('textbox', { name: '网址' }).fill('https://example.com/');
  const preview = dialog.getByRole('region', { name: '处理结果预览' });
  await preview.getByRole('listitem').nth(2).getByText('example.com').waitFor();
  await preview.getByText('条将修改').waitFor();
  await dialog.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByText('已修改 3 条记录').waitFor();
  const having = async (employees: number) => {
    const where = encodeURIComponent(JSON.stringify({ employees }));
    return ((await stage.ask('GET', `records/account?where=${where}`)) as { records: object[] }).records
      .length;
  };
  assert.equal(await having(88), 3);
  await page.getByRole('button', { name: '撤销' }).last().click();
  await page.waitForFunction(
    () => !document.querySelector('[role=grid]')?.textContent?.includes('example.com'),
  );
});

test('PRV-04 a list is exported under the name of whoever does it, refused with the reason, and printed with his name over it', async () => {
  const page = await stage.open('/account?view=customers');
  await rows(page, ['宁波远洋航运集团', shenyuan, qianhai]);
  const exportAs = async (format: string) => {
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('menuitem', { name: format }).click();
  };
  const coming = page.waitForEvent('download');
  await exportAs('导出 CSV');
  const file = await coming;
  assert.match(file.suggestedFilename(), /^客户 \d{4}-\d\d-\d\d 林晓彤\.csv$/);
  assert.match(readFileSync(await file.path(), 'utf8'), /宁波远洋航运集团/);

  const safeguards = (await stage.ask('GET', 'safeguards')) as { roles: { administrator: object } };
  safeguards.roles.administrator = { ...safeguards.roles.administrator, exportedAtOnce: 2 };
  await stage.ask('PUT', 'safeguards', safeguards);
  await exportAs('导出 Excel');
  await page.getByText('单次最多导出 2 条，本次为 3 条').waitFor();

  const mark = page.locator('svg').filter({ hasText: /衡岳工业 · 林晓彤 · \d{4}-\d\d-\d\d/ });
  assert.equal(await mark.isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await mark.isVisible(), true);
});

test('conditions of every kind are put together, and what is shown is kept as a view', async () => {
  const page = await stage.open('/account?view=all');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByRole('button', { name: '更多条件…' }).click();
  const builder = page.getByRole('dialog', { name: '筛选' });
  const pick = async (label: string, option: string) => {
    await builder.locator(`input[aria-label="${label}"]`).last().fill(option);
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await pick('字段', '客户状态');
  await builder.locator('input[aria-label="客户状态"]').click();
  await page.getByRole('option', { name: '成交客户' }).click();
  await page.keyboard.press('Escape');
  await builder.getByRole('button', { name: '关联记录', exact: true }).click();
  await pick('关联记录', '商机');
  await builder.locator('input[aria-label="数量"]').first().click();
  await page.getByRole('option', { name: '没有', exact: true }).click();
  const sentence = builder.getByTestId('sentence');
  await sentence.getByText('客户状态 是 成交客户，且没有商机').waitFor();
  await builder.getByRole('button', { name: '应用' }).click();
  await builder.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '没有商机', exact: true }).waitFor();

  await page.getByRole('button', { name: '另存为视图…' }).click();
  const dialog = page.getByRole('dialog', { name: '另存为视图…' });
  await dialog.getByLabel('名称').fill('未开发的客户');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[aria-current=page]', { hasText: '未开发的客户' }).waitFor();
  assert.match(page.url(), /\?view=[\w-]{36}$/, 'the address needs the view alone');

  await page.getByRole('button', { name: '移除：没有商机' }).click();
  await page.getByRole('button', { name: '没有商机', exact: true }).waitFor({ state: 'detached' });
  assert.match(page.url(), /where=/, 'what is changed is in the address, to be sent to others');
  await page.getByRole('button', { name: '还原' }).click();
  await page.getByRole('button', { name: '没有商机', exact: true }).waitFor();
});

test('the same records are shown as cards, beside the one that is open, along the days, and on a map', async () => {
  const page = await stage.open('/account/gallery');
  await page.getByRole('listitem').filter({ hasText: yunxiu }).getByText('潜在客户').waitFor();
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('menuitem', { name: '列表与详情' }).click();
  await page.getByRole('option', { name: yunxiu }).click();
  await page.getByRole('heading', { name: yunxiu }).waitFor();
  await page.getByRole('listbox').press('ArrowDown');
  await page.getByRole('option', { selected: true }).filter({ hasText: shenyuan }).waitFor();
  await page.getByRole('heading', { name: shenyuan }).waitFor();
  assert.match(page.url(), /split\?.*open=/, 'the address names the record that is open');
  await page.goto(new URL('/account/timeline?group=createdAt', page.url()).href);
  await page.getByRole('link', { name: new RegExp(`^${qianhai}，\\d{4}-\\d\\d-\\d\\d`) }).waitFor();

  await page.goto(new URL('/account/map', page.url()).href);
  const listed = page.getByRole('region', { name: '客户' });
  await listed.getByText('当前范围内 2 条').waitFor();
  await page.waitForURL(/map\?.*at=/);
  await page.goto(new URL('/account/map?at=28,118,3', page.url()).href);
  await page.getByRole('button', { name: '一条记录：查看' }).nth(1).waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('-');
  await page.getByRole('button', { name: '相邻的 2 条记录：放大查看' }).press('Enter');
  await page.getByRole('button', { name: '一条记录：查看' }).first().press('Enter');
  await listed.getByText('此处 1 条').waitFor();
  await listed
    .getByRole('link', { name: /申远|前海/ })
    .nth(1)
    .waitFor({ state: 'detached' });
  await listed.getByRole('link', { name: /申远|前海/ }).waitFor();
  await page.getByRole('link', { name: /^未定位：\d+ 条$/ }).click();
  await page.locator('[id^="cell-"][id$="-0"]', { hasText: yunxiu }).waitFor();
});

test('SAL-02 along the days tasks come after each other: arrows are drawn by mouse and by keys, and what follows moves along', async () => {
  const task = async (subject: string, from: string | null, to: string, ...after: string[]) => {
    const { id } = await stage.ask('POST', 'records/task', {
      ...{ subject, after, dueAt: `2026-05-${to}T10:00:00Z` },
      ...(from && { startsAt: `2026-05-${from}T01:00:00Z` }),
    });
    return id as string;
  };
  const research = await task('调研', '04', '06');
  const design = await task('设计', '07', '08', research);
  const early = await task('采购', '06', '07', research);
  const build = await task('制造', '11', '15', design, early);
  await task('验收', null, '18');
  const page = await stage.open('/task/timeline?view=schedule&day=2026-05-01&zoom=month', {
    viewport: { width: 1280, height: 900 },
  });
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const link = (name: string, words: string) =>
    row(name).getByRole('link', { name: new RegExp(`^${name}，.*${words}`) });
  await link('设计', '在“调研”之后$').waitFor();
  await link('采购', '早于前置项“调研”的结束时间开始$').waitFor();
  await link('验收', '里程碑$').waitFor();
  assert.equal(await page.locator('[data-arrow]').count(), 4);
  assert.equal(await page.locator('[data-arrow][data-broken]').count(), 1);

  await page.getByRole('switch', { name: '关键路径' }).check();
  await page.getByText('5 项中有 1 项决定完成时间').waitFor();
  await row('制造').locator('[data-bar]').hover();
  const [knob, diamond] = [
    await row('制造').locator('[class*=knob]').boundingBox(),
    await row('验收').locator('[data-bar]').boundingBox(),
  ];
  assert.ok(knob && diamond);
  await page.mouse.move(knob.x + 6, knob.y + 6);
  await page.mouse.down();
  await page.mouse.move(diamond.x + 8, diamond.y + 8, { steps: 4 });
  await page.mouse.up();
  await link('验收', '在“制造”之后').waitFor();
  // Neither the night nor the weekend between Friday evening and Monday morning is slack, nor is a day of work left.
  await link('制造', '可推迟 1 天$').waitFor();
  await link('验收', '位于关键路径$').waitFor();

  await row('调研').getByRole('button', { name: '设置“调研”的前置项' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '调研' });
  await dialog.getByRole('textbox', { name: '前置任务' }).fill('制造');
  await page.getByRole('option', { name: '制造', exact: true }).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('这会使记录最终指回自身').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();

  await link('调研', '').press('Alt+ArrowRight');
  const following = page.getByRole('dialog', { name: '“调研”之后有 4 项，是否一起移动？' });
  await following.getByRole('button', { name: '4 项全部推后 1 天' }).waitFor();
  await following.getByRole('button', { name: '仅移动必须调整的 2 项' }).waitFor();
  await following.getByRole('button', { name: '4 项全部推后 1 天' }).click();
  await page.getByText('已一起移动 5 项').waitFor();
  await link('制造', '2026-05-12 – 2026-05-16').waitFor();
  const moved: { dueAt: string } = await stage.ask('GET', `records/task/${build}?select=dueAt`);
  assert.equal(Date.parse(moved.dueAt), Date.parse('2026-05-16T10:00:00Z'));
  await page.getByRole('alert').getByRole('button', { name: '撤销' }).last().click();
  await link('制造', '2026-05-11 – 2026-05-15').waitFor();
  assert.match(page.url(), /critical=true/);
});
