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
    first: '导入您的客户',
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
    first: 'Bring your customers in',
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
    await page.getByRole('heading', { name: words.first }).waitFor();
    await page.getByText('云岫科技').first().waitFor();
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
