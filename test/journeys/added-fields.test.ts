import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
const { id } = (await stage.ask('POST', 'records/account', { name: '湘江阀门厂' })) as { id: string };

test('CUS-03 a field that an administrator adds is in every open window at once, and remembers who changed it', async () => {
  const [settings, work] = [await stage.open('/settings?part=fields'), await stage.open(`/account/${id}`)];
  await work.getByRole('heading', { name: '湘江阀门厂' }).waitFor();
  await addField(settings, '渠道级别', '单选', async (dialog) => {
    await dialog.getByRole('button', { name: '批量添加' }).click();
    await dialog.getByLabel('每行一个选项').fill('金牌\n银牌');
    await dialog.getByRole('button', { name: '添加这些选项' }).click();
    const preview = dialog.getByRole('region', { name: '填写时的样子' });
    assert.match((await preview.textContent()) ?? '', /渠道级别/);
  });
  await addField(settings, '授信额度', '金额');

  await work.getByRole('button', { name: '编辑渠道级别' }).click();
  await work.getByRole('option', { name: '金牌' }).click();
  await work.getByRole('button', { name: '编辑授信额度' }).click();
  await work.getByRole('textbox', { name: '授信额度' }).fill('5000');
  await work.keyboard.press('Enter');
  await work.getByText('5,000.00').first().waitFor();
  await work.getByRole('button', { name: '编辑授信额度' }).click();
  await work.getByRole('textbox', { name: '授信额度' }).fill('8000');
  await work.keyboard.press('Enter');
  await work.getByText('8,000.00').first().waitFor();

  await work.getByText('授信额度', { exact: true }).first().hover();
  await work.getByRole('button', { name: '“授信额度”的变更历史' }).click();
  const history = work.getByRole('dialog', { name: '“授信额度”的变更历史' });
  await history.getByText('8,000.00').waitFor();
  assert.equal(await history.getByRole('listitem').count(), 2);
  assert.match(
    (await history.getByRole('listitem').first().textContent()) ?? '',
    /5,000.00.*8,000.00.*林晓彤/,
  );
  await work.keyboard.press('Escape');

  await stage.ask('POST', 'records/account', { name: '无等级客户' });
  await work.goto(`${stage.url}/account?view=all`);
  await work.getByRole('button', { name: '筛选', exact: true }).click();
  await work.getByPlaceholder('查找字段').fill('渠道级别');
  await work.keyboard.press('Enter');
  await work.getByRole('checkbox', { name: '金牌' }).check();
  await work.getByRole('button', { name: '应用' }).click();
  await work.waitForFunction(() => document.querySelector('[data-testid=count]')?.textContent === '1');
  await work.getByText('湘江阀门厂').first().waitFor();
});

test('CUS-03 a field is put away with a word about its values, comes back, and goes for good by its name', async () => {
  const page = await stage.open('/settings?part=fields');
  await page.getByRole('button', { name: '停用“授信额度”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('有 1 条记录填写了该字段。').waitFor();
  await dialog.getByRole('button', { name: '停用', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const away = page.getByRole('region', { name: '已停用' });
  await away.getByText('授信额度').waitFor();
  await away.getByRole('button', { name: '恢复' }).click();
  await page.getByRole('button', { name: '停用“授信额度”' }).click();
  await dialog.getByRole('button', { name: '停用', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await away.getByRole('button', { name: '彻底删除' }).click();
  const erase = dialog.getByRole('button', { name: '彻底删除' });
  assert.equal(await erase.isDisabled(), true);
  await dialog.getByLabel(/请输入/).fill('shouXinEDu_c');
  await erase.click();
  await away.waitFor({ state: 'detached' });
});

test('CUS-03 what does not fit is said beside the place where it stands', async () => {
  const page = await stage.open('/settings?part=fields');
  await page.getByRole('button', { name: '新增字段' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('中文名称').fill('评级');
  await choose(page, dialog, '单选');
  await dialog.getByRole('button', { name: '新增字段' }).click();
  await dialog.getByText('请填写此项').waitFor();
  await choose(page, dialog, '汇总');
  await dialog.getByLabel('汇总对象').first().click();
  await page.getByRole('option', { name: /^联系人/ }).click();
  await dialog.getByRole('button', { name: '全部记录' }).click();
  const filter = page.getByRole('dialog', { name: '筛选' });
  await filter.locator('input[aria-label="字段"]').fill('职务');
  await page.getByRole('option', { name: '职务', exact: true }).click();
  await filter.locator('input[aria-label="职务"]').fill('总监');
  await filter.getByRole('button', { name: '应用' }).click();
  await filter.waitFor({ state: 'detached' });
  // What is put together over the dialog is none of its own saving.
  await dialog.getByRole('button', { name: /职务.*总监/ }).waitFor();
});

test('CUS-03 ADM-05 an object of one’s own gets a formula and rules, is filled in by them, and goes with a word on what depends on it', async () => {
  const page = await stage.open('/settings?part=objects');
  const dialog = page.getByRole('dialog');
  const away = () => dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '添加对象' }).click();
  await dialog.getByRole('textbox', { name: '中文名称' }).fill('租约');
  await dialog.getByRole('button', { name: '添加对象' }).click();
  await away();
  await page.getByRole('link', { name: '“租约”的字段' }).click();
  await addField(page, '月租', '金额');
  await addField(page, '年租', '公式', async (field) => {
    const formula = field.getByRole('textbox', { name: '公式' });
    await formula.fill('yueZu_c * 月');
    await field.getByText('第 1 行第 11 列：没有字段“月”').waitFor();
    await formula.fill('yueZu_c * 12');
    await field.getByText('第 1 行第 11 列').waitFor({ state: 'detached' });
  });

  const addRule = async (name: string, kind: string, subject: string, chosen: string) => {
    await page.getByRole('button', { name: '新增规则' }).click();
    await dialog.getByRole('textbox', { name: '名称' }).fill(name);
    await dialog.getByText(kind, { exact: true }).click();
    await dialog.getByLabel(subject).first().click();
    await page.getByRole('option', { name: chosen, exact: true }).click();
    await page.keyboard.press('Escape');
  };
  const keepRule = async (name: string) => {
    await dialog.getByRole('button', { name: '保存规则' }).click();
    await away();
    await page.getByRole('button', { name, exact: true }).waitFor();
  };
  await addRule('名称不重复', '不允许重复', '不可同时重复的字段', '名称');
  await dialog.getByRole('textbox', { name: '中文提示' }).fill('已有同名租约');
  await keepRule('名称不重复');
  await addRule('正式租约须有月租', '显示、必填、锁定', '字段', '月租');
  await dialog.getByRole('textbox', { name: '何时必填' }).fill('startsWith(name, "正式")');
  await keepRule('正式租约须有月租');

  await page.goto(`${stage.url}/zuYue_c`);
  const make = async (name: string, rent?: string) => {
    await page.getByRole('button', { name: '新建租约' }).first().click();
    await dialog.getByRole('textbox', { name: '名称' }).fill(name);
    if (rent !== undefined) await dialog.getByRole('textbox', { name: '月租' }).fill(rent);
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
  };
  await make('正式一号');
  await dialog.getByText('请填写此项').waitFor();
  await dialog.getByRole('textbox', { name: '月租' }).fill('5000');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await away();
  await make('正式一号', '1');
  await dialog.getByText('已有同名租约').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('正式一号').first().click();
  await page.getByText('60,000.00').first().waitFor();

  await page.goto(`${stage.url}/settings?part=objects`);
  await page.getByRole('button', { name: '停用“租约”' }).click();
  await dialog.getByText('共有 1 条记录。').waitFor();
  await dialog.getByText(/校验规则/).waitFor();
  await dialog.getByRole('button', { name: '停用', exact: true }).click();
  await away();
  await page.getByRole('region', { name: '已停用' }).getByText('租约').waitFor();
});

test('ADM-05 choices of one field follow those of another: set up, offered in the form and on the page, and told before they go', async () => {
  const add = (name: string, labelZh: string, values: readonly string[]) =>
    stage.ask('POST', 'records/customField', {
      ...{ object: 'account', type: 'choice', name, labelZh },
      choices: values.map((value) => ({ value, color: 'blue' })),
    }) as Promise<{ readonly id: string }>;
  await add('city', '城市', ['北京', '上海']);
  const { id: district } = await add('district', '城区', ['海淀', '浦东', '近郊']);
  const page = await stage.open('/settings?part=fields');
  const dialog = page.getByRole('dialog');
  const away = () => dialog.waitFor({ state: 'detached' });
  const pick = async (box: string, option: string) => {
    const choices = dialog.getByRole('combobox', { name: box });
    const wanted = page.getByRole('option', { name: option, exact: true });
    await choices.click();
    // Whatever takes the focus meanwhile closes them, and one clicks again.
    await wanted.waitFor({ timeout: 10_000 }).catch(() => choices.click());
    await wanted.click();
  };
  await page.getByRole('button', { name: '新增规则' }).click();
  await dialog.getByRole('textbox', { name: '名称' }).fill('城区随城市');
  await dialog.getByText('按条件提供选项', { exact: true }).click();
  await pick('选项字段', '城区');
  await pick('哪个字段', '城市');
  await pick('“北京”对应的城区', '海淀');
  await page.keyboard.press('Escape');
  await pick('“上海”对应的城区', '浦东');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await away();
  await page.getByText('北京 → 海淀').waitFor();

  await page.goto(`${stage.url}/account`);
  await page.getByRole('button', { name: '新建客户' }).first().click();
  await dialog.getByRole('textbox', { name: '客户名称' }).fill('海河化工');
  await dialog.getByRole('button', { name: /个字段/ }).click();
  await pick('城市', '北京');
  await dialog.getByRole('combobox', { name: '城区' }).click();
  await page.getByRole('option', { name: '海淀', exact: true }).waitFor();
  assert.deepEqual(await page.getByRole('option').allTextContents(), ['海淀', '近郊']);
  await page.getByRole('option', { name: '海淀', exact: true }).click();
  await pick('城市', '上海');
  await dialog.getByText('原来的“海淀”与新的选择不符，请重新选择。').waitFor();
  await pick('城区', '浦东');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await away();
  await page.getByText('海河化工').first().click();
  await page.getByRole('button', { name: '编辑城市' }).click();
  await page.getByRole('option', { name: '北京', exact: true }).click();
  await dialog.getByText('“浦东”与当前的“城市”不符，可选：海淀、近郊').waitFor();
  await pick('城区', '近郊');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await away();
  await page.getByText('近郊').first().waitFor();

  await page.goto(`${stage.url}/settings?part=fields`);
  await page.getByRole('button', { name: '城区', exact: true }).click();
  await dialog.getByRole('button', { name: '删除第 2 个选项' }).click();
  await dialog.getByText('将删除的选项：浦东').waitFor();
  await dialog.getByText('以下校验规则用到了它：城区随城市').waitFor();
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await away();
  const kept = async () => {
    const { choices } = (await stage.ask('GET', `records/customField/${district}`)) as {
      readonly choices: readonly { readonly value: string }[];
    };
    return choices.map(({ value }) => value).join();
  };
  assert.equal(await kept(), '海淀,近郊');
  const undone = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.getByRole('button', { name: '撤销' }).click();
  assert.equal((await undone).status(), 200);
  assert.equal(await kept(), '海淀,浦东,近郊');
});

async function addField(
  page: Page,
  label: string,
  type: string,
  more: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: '新增字段' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('中文名称').fill(label);
  await choose(page, dialog, type);
  await more(dialog);
  await dialog.getByRole('button', { name: '新增字段' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: label, exact: true }).waitFor();
}

async function choose(page: Page, dialog: ReturnType<Page['getByRole']>, type: string): Promise<void> {
  const select = dialog.getByRole('combobox', { name: '类型' });
  await select.click();
  await select.fill(type);
  await page.getByRole('option', { name: type, exact: true }).click();
}
