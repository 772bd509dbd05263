import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const visits = [
  {
    locale: 'zh-CN',
    setUp: '开始使用关系',
    labels: {
      company: '公司名称',
      name: '您的姓名',
      email: '邮箱',
      password: '密码',
      currency: '本位币',
      timeZone: '时区',
    },
    chosen: 'CNY · 人民币',
    submit: '创建工作区',
    short: '密码至少需要 8 个字符。',
    first: '入门步骤',
    open: ['邀请同事', '核对公司信息', '导入您的客户', '建立自己的视图', '建立仪表盘'],
    count: ['已完成 0/5', '已完成 1/5'],
    away: /收起（/,
    here: '快速上手',
    home: '今日工作台',
    leave: '退出登录',
    signIn: '登录',
    refused: '邮箱或密码错误。',
  },
  {
    locale: 'en',
    setUp: 'Set up Guanxi',
    labels: {
      company: 'Company',
      name: 'Your name',
      email: 'E-mail',
      password: 'Password',
      currency: 'Currency',
      timeZone: 'Time zone',
    },
    chosen: 'CNY · Chinese Yuan',
    submit: 'Create workspace',
    short: 'The password must have at least 8 characters.',
    first: 'First steps',
    open: [
      'Invite your colleagues',
      'Check the company’s details',
      'Bring your customers in',
      'Make a view of your own',
      'Put numbers on a dashboard',
    ],
    count: ['0 of 5 done', '1 of 5 done'],
    away: /Put away/,
    here: 'Finding your way',

    home: 'My day',
    leave: 'Sign out',
    signIn: 'Sign in',
    refused: 'The e-mail address or the password is wrong.',
  },
] as const;

for (const words of visits) {
  test(`a newcomer sets the company up, comes in, leaves and comes back (${words.locale})`, async () => {
    const stage = await openStage({ untouched: true, locale: words.locale });
    const page = await stage.open('/', { timezoneId: 'Asia/Shanghai' });
    await page.getByRole('heading', { name: words.setUp }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/setup');
    const field = (name: keyof typeof words.labels) =>
      page.getByRole('textbox', { name: words.labels[name], exact: true });
    const choice = (name: 'currency' | 'timeZone') =>
      page.getByLabel(words.labels[name], { exact: true }).first();
    await field('company').fill('云岫科技');
    await field('name').fill('沈怡');
    await field('email').fill('shen@yunxiu.example');
    await field('password').fill('seven77');
    assert.equal(await choice('currency').inputValue(), words.chosen);
    assert.equal(await choice('timeZone').inputValue(), 'Asia/Shanghai');
    await page.getByRole('button', { name: words.submit }).click();
    assert.equal(new URL(page.url()).pathname, '/setup', 'a short password is not accepted');
    await field('password').fill('a long evening by the river');
    await page.keyboard.press('Enter');

    // An empty product says what to do next.
    const steps = page.getByRole('region', { name: words.first });
    await steps.getByText(words.count[0]).waitFor();
    assert.deepEqual(await steps.getByRole('listitem').locator('strong').allTextContents(), words.open);
    await page.getByText('云岫科技').first().waitFor();
    // What there is ticks a step off; they are put away, and had again from the help, which tells of this screen.
    await page.evaluate(() =>
      fetch('/api/records/account', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: '山海贸易' }),
      }),
    );
    await page.reload();
    await steps.getByText(words.count[1]).waitFor();
    await steps.getByRole('button', { name: words.away }).click();
    await steps.waitFor({ state: 'detached' });
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog');
    await help.getByRole('heading', { name: words.here }).waitFor();
    await help.getByRole('button', { name: words.first }).click();
    await steps.getByText(words.count[1]).waitFor();
    await page.getByRole('button', { name: /沈怡/ }).click();
    await page.getByRole('menuitem', { name: words.leave }).click();

    const submit = page.getByRole('button', { name: words.signIn, exact: true });
    await field('email').fill('shen@yunxiu.example');
    await field('password').fill('not the password');
    await submit.click();
    await page.getByText(words.refused).waitFor();
    await field('password').fill('a long evening by the river');
    await submit.click();
    await page.getByRole('link', { name: words.home }).first().waitFor();
    await page.goto(`${stage.url}/setup`);
    await page.getByRole('link', { name: words.home }).first().waitFor();
    await page.context().close();
  });
}
