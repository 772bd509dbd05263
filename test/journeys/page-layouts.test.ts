import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/recordType', { object: 'case', labelZh: '咨询', standard: true });
await stage.ask('POST', 'records/recordType', {
  ...{ object: 'case', labelZh: '投诉', labelEn: 'Complaint' },
  values: { priority: { allowed: ['high', 'urgent'] } },
});
const { id } = (await stage.ask('POST', 'records/case', { subject: '到货破损' })) as { id: string };

test('ADM-02 an administrator lays a record page out by dragging and by keys, and it is so at once', async () => {
  const work = await stage.open(`/case/${id}`);
  await work.getByRole('heading', { name: '到货破损' }).waitFor();
  const page = await stage.open(`/case/${id}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '编辑页面布局' }).click();
  await page.getByRole('button', { name: '新建布局' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('textbox', { name: '名称' }).fill('售后');

  await editor.getByRole('button', { name: '添加标签页' }).click();
  const tab = editor.getByRole('region', { name: '未命名标签页' });
  await tab.getByRole('button', { name: '命名“未命名标签页”' }).click();
  await page.getByLabel('中文标题').fill('商务');
  await page.keyboard.press('Escape');
  const money = editor.getByRole('region', { name: '商务' });
  await money.getByRole('button', { name: '添加分区' }).click();
  const section = money.getByRole('list', { name: '未命名分区' });
  const details = editor.getByRole('list', { name: '详细信息' });
  await carry(page, details.getByText('客户', { exact: true }), section);
  await section.getByText('客户', { exact: true }).waitFor();

  await details.getByRole('button', { name: '移动“联系人”及更多操作' }).press('Enter');
  await page.getByRole('menuitem', { name: '移到“未命名分区”' }).press('Enter');
  const contact = section.getByRole('button', { name: '移动“联系人”及更多操作' });
  await contact.waitFor();
  await contact.press('Alt+ArrowUp');
  await page.getByRole('status').filter({ hasText: '已移动“联系人”' }).waitFor();
  assert.deepEqual(await section.getByRole('listitem').allTextContents(), ['联系人', '客户']);
  await editor.getByRole('button', { name: '保存' }).click();
  await editor.waitFor({ state: 'detached' });

  await work.getByRole('tab', { name: '商务' }).click();
  const panel = work.getByRole('region', { name: '商务' });
  assert.deepEqual(await panel.getByRole('term').allTextContents(), ['联系人', '客户']);
});

test('ADM-02 a form asks for the type first, and then for what that type has', async () => {
  const page = await stage.open('/case');
  await page.getByRole('button', { name: '新建服务工单' }).first().click();
  const form = page.getByRole('dialog');
  const type = form.getByRole('combobox', { name: '记录类型' });
  assert.equal(await type.inputValue(), '咨询');
  assert.equal(await form.getByRole('combobox').first().inputValue(), '咨询');
  await type.click();
  await page.getByRole('option', { name: '投诉' }).click();
  await form.getByRole('textbox', { name: '主题' }).fill('少发一件');
  await form.getByRole('combobox', { name: '优先级' }).click();
  assert.deepEqual(await page.getByRole('option').allTextContents(), ['高', '紧急']);
  await page.getByRole('option', { name: '紧急' }).click();
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('少发一件').first().waitFor();
});

test('WFL-01 an administrator draws what follows when a record is made, is told what is wrong at its step, and sees it run', async () => {
  const page = await stage.open('/settings?part=automations');
  await page.getByRole('button', { name: '新建自动化' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('textbox', { name: '名称' }).fill('新工单');
  await editor.getByRole('combobox', { name: '适用对象' }).click();
  await page.getByRole('option', { name: '服务工单', exact: true }).click();
  for (const kind of ['通知人员', '填写字段']) {
    await editor.getByRole('button', { name: '添加步骤' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  }
  const [told, filled] = [/通知人员/, /填写字段/].map((name) => editor.getByRole('listitem', { name }));
  await filled?.getByRole('button', { name: '上移填写字段 2' }).press('Alt+ArrowUp');
  await page.getByRole('status').filter({ hasText: '“填写字段”已移至第 1 步' }).waitFor();
  await filled?.getByRole('combobox', { name: '添加字段' }).click();
  await page.getByRole('option', { name: '优先级' }).click();
  await filled?.getByRole('combobox', { name: '优先级', exact: true }).click();
  await page.getByRole('option', { name: '紧急' }).click();
  await editor.getByRole('switch', { name: '启用' }).press('Space');
  await editor.getByRole('button', { name: '保存' }).click();
  await told?.getByText('请填写此项').first().waitFor();
  await told?.getByRole('combobox', { name: '通知谁' }).click();
  await page.getByRole('option', { name: '操作人' }).click();
  await told?.getByRole('textbox', { name: '通知内容' }).fill('紧急：{subject}');
  await editor.getByRole('button', { name: '保存' }).click();
  await editor.waitFor({ state: 'detached' });

  await stage.ask('POST', 'records/case', { subject: '漏油' });
  await page.getByRole('button', { name: '新工单', exact: true }).click();
  const runs = page.getByRole('region', { name: '最近运行' });
  await runs.getByRole('row').filter({ hasText: '漏油' }).filter({ hasText: '已完成' }).waitFor();

  await editor.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('menuitem', { name: '条件分支' }).click();
  const branch = editor.getByRole('listitem', { name: '则 3: 条件分支' });
  await branch.getByRole('region', { name: '否则' }).getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('menuitem', { name: '等待' }).click();
  await branch.getByRole('listitem', { name: '则 3.1: 等待' }).waitFor();
  const trial = editor.getByRole('region', { name: '在记录上试运行' });
  await trial.getByRole('textbox').fill('漏油');
  await page.getByRole('option', { name: '漏油' }).first().click();
  await trial.getByRole('status').getByText('还没有填写完整').waitFor();
  await branch.getByRole('button', { name: '删除第 3 步：条件分支' }).click();
  await trial.getByRole('status').getByText('满足条件').waitFor();
  await trial.getByText('紧急：漏油').waitFor();

  await editor.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('menuitem', { name: '循环处理' }).click();
  const loop = editor.getByRole('listitem', { name: '则 3: 循环处理' });
  await loop.getByRole('combobox', { name: '处理哪类记录' }).click();
  await page.getByRole('option', { name: '服务工单', exact: true }).click();
  await loop.getByRole('textbox', { name: '最多处理多少条' }).fill('2');
  await editor.getByRole('button', { name: '保存' }).click();
  const each = loop.getByRole('region', { name: '对每条记录' });
  await each.getByText('请填写此项').waitFor();
  await each.getByRole('button', { name: '添加步骤' }).click();
  assert.equal(await page.getByRole('menuitem', { name: /等待|循环/ }).count(), 0);
  await page.getByRole('menuitem', { name: '填写字段' }).click();
  const inner = each.getByRole('listitem', { name: '则 3.1: 填写字段' });
  await inner.getByRole('combobox', { name: '添加字段' }).click();
  await page.getByRole('option', { name: '问题描述', exact: true }).click();
  await inner.getByRole('combobox', { name: '“问题描述”的取值方式' }).selectOption('含字段的文字');
  await inner.getByRole('textbox', { name: '问题描述' }).fill('与{$start.subject}一同处理');
  await trial.getByText(/会处理 \d 条记录（服务工单）/).waitFor();
  await trial.getByText('与漏油一同处理').first().waitFor();
  await editor.getByRole('button', { name: '保存' }).click();
  await editor.waitFor({ state: 'detached' });
  await stage.ask('POST', 'records/case', { subject: '漏水' });
  await page.getByRole('button', { name: '新工单', exact: true }).click();
  await runs.getByText(/第 3 步：2 条记录.*，完成 2 条/).waitFor();
  await runs.getByRole('button', { name: '查看记录' }).first().click();
  await runs.getByRole('listitem').filter({ hasText: '· 已完成' }).nth(1).waitFor();

  await stage.ask('POST', 'records/webhook', {
    name: '工单系统',
    address: 'https://desk.example/hook',
    topics: [],
  });
  await editor.getByRole('button', { name: '添加步骤' }).last().click();
  await page.getByRole('menuitem', { name: '调用外部程序' }).click();
  const call = editor.getByRole('listitem', { name: '则 4: 调用外部程序' });
  await call.getByRole('combobox', { name: '使用哪个 Webhook' }).click();
  await page.getByRole('option', { name: '工单系统' }).click();
  await call.getByRole('combobox', { name: '发送记录的哪些字段' }).click();
  await page.getByRole('option', { name: '主题', exact: true }).click();
  await call.getByRole('combobox', { name: '将答复写入字段' }).click();
  await page.getByRole('option', { name: '问题描述', exact: true }).click();
  await editor.getByRole('button', { name: '保存' }).click();
  await call.getByText('请填写此项').waitFor();
  await call.getByRole('textbox', { name: '“问题描述”在答复中的路径' }).fill('data.note');
  await trial.getByRole('textbox').fill('漏水');
  await page.getByRole('option', { name: '漏水', exact: true }).click();
  await trial.getByText('不会发送：工单系统').waitFor();
});

async function carry(page: Page, what: Locator, onto: Locator): Promise<void> {
  await what.hover();
  await page.mouse.down();
  await page.mouse.move(700, 500, { steps: 3 });
  await onto.hover();
  // What is let go before a place has shown that it takes it falls back to where it was.
  await page.locator('[data-over]').first().waitFor();
  await page.mouse.up();
}
