import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { pdfOf } from '#test/fixtures/pdf.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const account = (await stage.ask('POST', 'records/account', { name: '杭州云岫软件有限公司' })) as {
  id: string;
};

const fieldOf = (page: Page, label: string) =>
  page
    .getByLabel('详情')
    .locator('div', { has: page.locator('dt', { hasText: label }) })
    .last();
const timeline = (page: Page) => page.getByRole('region', { name: '动态', exact: true });

test('fields are edited where they stand, with mouse and keyboard; what is wrong is said beside the field', async () => {
  const page = await stage.open(`/account/${account.id}`);
  await fieldOf(page, '邮箱').getByText('添加…').click();
  await fieldOf(page, '邮箱').locator('input').fill('not an address');
  await page.keyboard.press('Enter');
  await fieldOf(page, '邮箱')
    .getByText(/邮箱地址|电子邮件/)
    .waitFor();
  await fieldOf(page, '邮箱').locator('input').fill('info@yunxiu.example');
  await page.keyboard.press('Tab');
  await fieldOf(page, '邮箱').getByRole('link', { name: 'info@yunxiu.example' }).waitFor();
  // Tab has opened the next field.
  await fieldOf(page, '网址').locator('input').fill('yunxiu.example');
  await page.keyboard.press('Escape');
  await fieldOf(page, '网址').getByText('添加…').waitFor();

  await fieldOf(page, '客户等级').getByText('添加…').click();
  await page.getByRole('option', { name: 'A 级' }).click();
  await fieldOf(page, '客户等级').getByText('A 级').waitFor();
  await timeline(page).getByText('info@yunxiu.example').waitFor();
});

test('a note, a task and a call are written on the record and stand on its timeline; the task is done from there', async () => {
  const body = '<p>{客户}来访，接待人：</p>';
  await stage.ask('POST', 'records/textTemplate', { name: '来访纪要', body });
  const page = await stage.open(`/account/${account.id}`);
  const composer = page.getByRole('region', { name: '添加到动态' });
  await composer.getByRole('button', { name: '备注', exact: true }).click();
  await composer.getByRole('textbox', { name: '标题' }).fill('预算已确认');
  await composer.getByRole('button', { name: '使用模板' }).click();
  await page.getByRole('menuitem', { name: '拜访纪要' }).waitFor();
  await page.getByRole('menuitem', { name: '来访纪要' }).click();
  const words = composer.locator('[contenteditable=true]');
  await words.getByText('杭州云岫软件有限公司来访，接待人：').waitFor();
  await page.keyboard.type('财务已批复，下周签约。');
  await page.keyboard.press('Control+Enter');
  await timeline(page).getByRole('link', { name: '预算已确认' }).waitFor();
  await timeline(page).getByText('杭州云岫软件有限公司来访，接待人：财务已批复').waitFor();

  await composer.getByRole('button', { name: '任务', exact: true }).click();
  await composer.getByLabel('主题').fill('发送报价单');
  await composer.getByLabel('截止时间').fill('明天 14:30');
  await composer.getByRole('button', { name: '保存任务' }).click();
  await timeline(page).getByRole('link', { name: '发送报价单' }).waitFor();
  await timeline(page).getByRole('button', { name: '完成' }).click();
  await timeline(page).getByText('已完成').first().waitFor();

  await composer.getByRole('button', { name: '通话', exact: true }).click();
  await composer.getByLabel('主题').fill('电话沟通合同条款');
  await composer.getByRole('button', { name: '保存通话' }).click();
  await timeline(page).getByRole('link', { name: '电话沟通合同条款' }).waitFor();

  await timeline(page).getByRole('button', { name: '备注', exact: true }).last().click();
  await timeline(page).getByRole('link', { name: '发送报价单' }).waitFor({ state: 'detached' });
  await timeline(page).getByRole('link', { name: '预算已确认' }).waitFor();
});

test('a related list gets a record, which is changed and binned where it stands, leads to its own page and back', async () => {
  const page = await stage.open(`/account/${account.id}`);
  await page.getByRole('tab', { name: '相关' }).click();
  const contacts = page.getByRole('region', { name: '联系人' });
  await contacts.getByRole('button', { name: '添加' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '姓', exact: true }).fill('陈');
  await dialog.getByRole('textbox', { name: '名', exact: true }).fill('思雨');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });

  const row = contacts.getByRole('row').filter({ hasText: '陈思雨' });
  await row.hover();
  await row.getByRole('button', { name: '编辑“陈思雨”的职务' }).click();
  await row.getByRole('textbox', { name: '职务' }).fill('采购经理');
  await page.keyboard.press('Enter');
  await row.getByText('采购经理').waitFor();
  await row.getByRole('button', { name: '删除“陈思雨”' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  await contacts.getByRole('link', { name: '陈思雨' }).click();
  await page.getByRole('heading', { name: '陈思雨' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '杭州云岫软件有限公司' }).first().click();
  await page.getByRole('heading', { name: '杭州云岫软件有限公司' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/account/${account.id}`);
});

test('a document opens on its lines where not everything has room, a customer on what happened', async () => {
  const quote = (await stage.ask('POST', 'records/quote', { account: account.id })) as { id: string };
  const viewport = { width: 1280, height: 800 };
  const page = await stage.open(`/quote/${quote.id}`, { viewport });
  await page.getByRole('tab', { name: '相关', selected: true }).waitFor();
  await page.getByRole('region', { name: '报价明细' }).waitFor();
  assert.equal(await timeline(page).isVisible(), false);
  await page.getByRole('tab', { name: '动态' }).click();
  await timeline(page).waitFor();
  await page.goto(`${stage.url}/account/${account.id}`);
  await page.getByRole('tab', { name: '动态', selected: true }).waitFor();
});

test('CUS-21 colleagues talk on the record: one is named while typing, answers and reacts, and everybody sees it at once', async () => {
  const wei = await stage.hire('张伟', 'wei@yunxiu.example', 'salesManager');
  await stage.ask('PATCH', `records/account/${account.id}`, { owner: wei.id });
  await stage.hire('李娜', 'na@yunxiu.example', 'salesRepresentative');
  const [page, other] = [
    await stage.open(`/account/${account.id}`),
    await wei.open(`/account/${account.id}`),
  ];
  await page.getByRole('button', { name: '评论', exact: true }).first().click();
  const words = page.locator('[contenteditable=true]');
  await words.pressSequentially('请@李');
  await page.getByRole('option', { name: '李娜' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('李娜无权查看这条记录').waitFor();
  await words.pressSequentially('和@zhangwei');
  await page.getByRole('option', { name: '张伟' }).click();
  await words.pressSequentially('看看报价');
  await page.getByRole('button', { name: '发表评论' }).click();

  const comment = timeline(other).getByRole('article').filter({ hasText: '看看报价' });
  await comment.getByText('@张伟').waitFor();
  await comment.getByRole('button', { name: '表态' }).click();
  await other.getByRole('menuitem', { name: '赞' }).click();
  await comment.getByRole('button', { name: '回复' }).click();
  await comment.locator('[contenteditable=true]').pressSequentially('今天就看');
  await other.keyboard.press('Control+Enter');
  const answer = timeline(page).getByRole('article').filter({ hasText: '今天就看' });
  await answer.waitFor();
  assert.equal(await answer.getByRole('button', { name: '编辑' }).count(), 0);
  await timeline(page)
    .getByRole('button', { name: /赞.*张伟/ })
    .waitFor();

  const [{ id: said = '' } = {}] = (
    (await stage.ask('GET', 'records/comment?limit=1&sort=createdAt&select=id')) as {
      readonly records: readonly { readonly id: string }[];
    }
  ).records;
  await other.goto(`${stage.url}/comment/${said}`);
  await other.waitForURL((url) => url.pathname === `/account/${account.id}`);
  await other.locator('article[data-opened]').filter({ hasText: '看看报价' }).waitFor();
  const kinds = timeline(other).getByRole('group', { name: '显示内容' });
  assert.equal(
    await kinds.getByRole('button', { name: '评论', exact: true }).getAttribute('aria-pressed'),
    'true',
  );

  await other.getByRole('button', { name: '更多操作' }).click();
  await other.getByRole('menuitem', { name: '取消关注' }).click();
  await other.getByText('已取消关注').waitFor();
});

test('CUS-21 files are brought to a record, looked at on its page, renewed and found among their versions', async () => {
  const page = await stage.open(`/account/${account.id}`);
  const files = page.getByRole('region', { name: '文件', exact: true });
  const choose = async (open: () => Promise<void>, ...names: readonly string[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
    await chooser.setFiles(
      names.map((name) => ({
        name,
        mimeType: '',
        buffer: name.endsWith('.pdf') ? pdfOf(name) : Buffer.from(name),
      })),
    );
  };
  await choose(
    () => files.getByRole('button', { name: '添加文件', exact: true }).click(),
    'Offer.pdf',
    '纪要.html',
  );
  await files.getByRole('button', { name: /Offer\.pdf.*B/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.textLayer').first().getByText('Offer.pdf').waitFor();
  await dialog.getByRole('region', { name: '共 2 页' }).press('End');
  await dialog.locator('.textLayer').nth(1).getByText('Offer.pdf').waitFor();
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    if (await dialog.getByText('纪要.html').first().isVisible()) break;
    await page.keyboard.press(key);
  }
  await dialog.getByLabel('文件内容').getByText('纪要.html').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  const more = files.getByRole('button', { name: 'Offer.pdf的更多操作' });
  await more.click();
  await choose(() => page.getByRole('menuitem', { name: '上传新版本…' }).click(), 'Better.pdf');
  await dialog.getByLabel('更新说明').fill('价格下调 5%');
  await page.keyboard.press('Enter');
  await files.getByText(/版本 2/).waitFor();
  await more.click();
  await page.getByRole('menuitem', { name: '历史版本' }).click();
  await dialog.getByText('Better.pdf').waitFor();
  await dialog.getByText('价格下调 5%').waitFor();
  await dialog.getByRole('button', { name: '设为当前版本' }).click();
  await files.getByText(/版本 3/).waitFor();
});

test('a record goes on paper with what is known of it and all that points to it, without anything to press, in both languages', async () => {
  await stage.ask('POST', 'records/contact', { lastName: '江', firstName: '月', account: account.id });
  await stage.ask('PATCH', `records/account/${account.id}`, { employees: 1987 });
  for (const [locale, kind, contacts, add] of [
    ['en', 'Account', 'Contacts', 'Add…'],
    ['zh-CN', '客户', '联系人', '添加…'],
  ] as const) {
    await stage.ask('PATCH', 'me', { locale });
    const page = await stage.open(`/account/${account.id}`);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked', 'to print');
    });
    await page.getByText(add).first().waitFor();
    await page.keyboard.press('Control+P');
    await page.locator('body[data-asked]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const paper = page.getByRole('article').filter({ hasText: kind });
    await paper.getByRole('heading', { level: 1, name: '杭州云岫软件有限公司' }).waitFor();
    const list = paper.getByRole('heading', { name: contacts }).locator('xpath=..');
    await list.getByRole('row').filter({ hasText: '江月' }).waitFor();
    await paper.getByText('1,987').waitFor();
    assert.equal(await page.getByText(add).filter({ visible: true }).count(), 0);
    assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0);
    assert.equal(await page.getByRole('navigation').filter({ visible: true }).count(), 0);
    await page.context().close();
  }
});
