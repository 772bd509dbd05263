import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { startMailServer } from '#test/outside/mail-server.ts';
import { openStage } from './stage.ts';

const mails = await startMailServer();
const stage = await openStage({
  host: 'localhost',
  channels: { mail: smtpMail({ url: mails.url, from: '衡岳 <crm@hengyue.example>' }) },
});

// Windows that nobody looks at any more go on listening to what happens.
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

/** The link in the latest mail to this address, once so many have come. */
async function linkTo(address: string, count: number): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const own = mails.mails.filter(({ receivers }) => receivers.includes(address));
    const [link] = /http:\S+#[\w-]{43}/.exec(own[count - 1]?.text ?? '') ?? [];
    if (link !== undefined) return link.slice(stage.url.length);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No mail ${count} reached ${address}.`);
}

/** A browser in which nobody is signed in. */
async function nobody(path: string) {
  const context = await stage.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(stage.url + path);
  return page;
}

test('ADM-14 an administrator invites a colleague, who comes in by the link, forgets the password and helps herself', async () => {
  const email = 'zhou.min@hengyue.example';
  await stage.ask('POST', 'records/user', { name: '小周', email, roles: ['salesRepresentative'] });
  const admin = await stage.open('/settings?part=people');
  const row = admin.getByRole('row', { name: '小周' });
  await row.getByRole('button', { name: '邀请', exact: true }).click();
  const dialog = admin.getByRole('dialog', { name: '邀请小周' });
  await dialog.getByRole('button', { name: '发送邀请' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('已邀请').waitFor();

  const hers = await nobody(await linkTo(email, 1));
  await hers.getByText('衡岳工业邀请您加入').waitFor();
  await hers.getByLabel('您的姓名').fill('周敏');
  await hers.getByLabel('密码', { exact: true }).fill('12345678');
  await hers.getByRole('button', { name: '开始使用' }).click();
  await hers.getByText('该密码已出现在泄露密码库中').waitFor();
  await hers.getByLabel('密码', { exact: true }).fill('quiet harbour in early spring');
  await hers.getByRole('button', { name: '开始使用' }).click();
  await hers.getByText('今日工作台').first().waitFor();
  await hers.goto(`${stage.url}/settings?part=security`);
  await hers.getByText('当前设备', { exact: true }).waitFor();

  const elsewhere = await nobody('/sign-in');
  await elsewhere.getByRole('link', { name: '忘记密码？' }).click();
  await elsewhere.getByRole('button', { name: '发送链接' }).waitFor();
  await elsewhere.getByLabel('邮箱').fill(email);
  await elsewhere.getByRole('button', { name: '发送链接' }).click();
  await elsewhere.getByRole('status').waitFor();
  await elsewhere.goto(stage.url + (await linkTo(email, 2)));
  await elsewhere.getByLabel('新密码').fill('three lanterns on a boat');
  await elsewhere.getByRole('button', { name: '保存新密码' }).click();
  await elsewhere.getByText('密码已修改').waitFor();
  await elsewhere.getByRole('link', { name: '返回登录' }).click();
  await elsewhere.getByLabel('邮箱').fill(email);
  await elsewhere.getByLabel('密码', { exact: true }).fill('three lanterns on a boat');
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click();
  await elsewhere.getByText('今日工作台').first().waitFor();
  // Where she was signed in before the change, she is not any more.
  await hers.reload();
  await hers.getByRole('button', { name: '登录', exact: true }).waitFor();
});

test('while somebody types a password, the page behind it comes', async () => {
  const page = await nobody('/sign-in?next=/account');
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['app-shell', 'list-page'].every((piece) => fetched.some((name) => name.includes(`/${piece}-`)));
  });
});

test('ADM-14 somebody turns two-step sign-in on, and comes in with a code of the app or without the phone', async () => {
  const { open } = await stage.hire('陈立', 'chen.li@hengyue.example', 'salesRepresentative');
  // Who is no administrator begins with himself: the first step leads to what this is about.
  const mine = await open('/');
  const steps = mine.getByRole('region', { name: '入门步骤' });
  const step = steps.getByRole('listitem').filter({ hasText: '保护您的登录' });
  await step.getByLabel('待完成：').waitFor();
  await step.getByRole('link').click();
  const section = mine.getByRole('region', { name: '两步验证' });
  await section.getByRole('button', { name: '开启' }).click();
  const dialog = mine.getByRole('dialog', { name: '两步验证' });
  await dialog.getByLabel('当前密码').fill('a long evening by the river');
  await dialog.getByRole('button', { name: '继续' }).click();
  await dialog.getByRole('img', { name: '验证器应用二维码' }).waitFor();
  const secret = ((await dialog.getByTestId('secret').textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await dialog.getByLabel('验证码').fill(app.generate());
  await dialog.getByRole('button', { name: '开启' }).click();
  await dialog.getByTestId('recovery-codes').waitFor();
  const codes = await dialog.getByTestId('recovery-codes').getByRole('listitem').allTextContents();
  assert.equal(codes.length, 10);
  await dialog.getByRole('button', { name: '我已妥善保存' }).click();
  await section.getByText('已开启').waitFor();
  await mine.goto(`${stage.url}/`);
  await step.getByLabel('已完成：').waitFor();

  const coming = async (code: string) => {
    const page = await nobody('/sign-in');
    await page.getByLabel('邮箱').fill('chen.li@hengyue.example');
    await page.getByLabel('密码', { exact: true }).fill('a long evening by the river');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '还需一步' }).waitFor();
    await page.getByLabel('验证码').fill(code);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    return page;
  };
  const away = await coming('999999');
  await away.getByText('验证码错误或已使用').waitFor();
  await away.getByLabel('验证码').fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await away.getByRole('button', { name: '登录', exact: true }).click();
  await away.getByText('今日工作台').first().waitFor();
  await (await coming(codes[0] ?? '')).getByText('今日工作台').first().waitFor();
});

test('ADM-14 somebody makes a passkey and comes in with it, without name or password', async () => {
  const { id, open } = await stage.hire('苏晴', 'su.qing@hengyue.example', 'salesRepresentative');
  const page = await open('/settings?part=security');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const section = page.getByRole('region', { name: '通行密钥' });
  await section.getByRole('button', { name: '添加通行密钥' }).click();
  const dialog = page.getByRole('dialog', { name: '添加通行密钥' });
  await dialog.getByLabel('当前密码').fill('a long evening by the river');
  await dialog.getByRole('button', { name: '继续' }).click();
  await section.getByText('添加于').waitFor();
  // Made inactive she is out at once, and her passkey opens nothing.
  const comesIn = page.getByRole('button', { name: '使用通行密钥登录' });
  await stage.ask('PATCH', `records/user/${id}`, { active: false });
  await page.reload();
  await comesIn.click();
  await page.getByText('您的访问权限已终止').waitFor();
  await stage.ask('PATCH', `records/user/${id}`, { active: true });
  await comesIn.click();
  await comesIn.waitFor({ state: 'detached' });
  await page.context().clearCookies();
  await page.goto(`${stage.url}/sign-in`);
  await comesIn.click();
  await page.getByText('今日工作台').first().waitFor();
  await page.goto(`${stage.url}/settings?part=security`);
  await page.getByText('通行密钥登录', { exact: true }).waitFor();
  await section.getByText('最近使用').waitFor();
  await section.getByRole('button', { name: '移除' }).click();
  await section.getByText('最近使用').waitFor({ state: 'detached' });
  // Where she was before she still is, until she ends it.
  await section.getByText('您还在另外 1 台设备上登录').waitFor();
  await section.getByRole('button', { name: '退出其他设备' }).click();
  await section.getByText('台设备上登录').waitFor({ state: 'detached' });
});

test('ADM-14 an administrator acts as a colleague under a banner that says so, and is himself again', async () => {
  await stage.hire('郑爽', 'zheng@hengyue.example', 'salesRepresentative');
  const page = await stage.open('/settings?part=people');
  await page.getByRole('row', { name: '郑爽' }).getByRole('button', { name: '代入身份' }).click();
  const dialog = page.getByRole('dialog', { name: '代入郑爽的身份' });
  await dialog.getByLabel('原因').fill('排查缺失的报价单');
  await dialog.getByRole('button', { name: '开始代入' }).click();
  const banner = page.getByRole('status').filter({ hasText: '林晓彤正在代入郑爽的身份' });
  await banner.waitFor();
  await page.getByRole('button', { name: /郑爽/ }).first().waitFor();
  await banner.getByRole('button', { name: '结束' }).click();
  await banner.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: '郑爽' }).waitFor();
});

test('ADM-14 after signing out nothing of what was read is left in the browser, nor behind its back button', async () => {
  const { id: owner, open } = await stage.hire('何静', 'he.jing@hengyue.example', 'salesManager');
  const account = { name: '机密客户甲', owner };
  const { id } = (await stage.ask('POST', 'records/account', account)) as { id: string };
  const page = await open('/account');
  await page.getByText('机密客户甲').first().click();
  await page.waitForURL(`**/account/${id}**`);
  await page.getByRole('heading', { name: '机密客户甲' }).first().waitFor();
  await page.getByRole('button', { name: /何静/ }).first().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  const kept = await page.evaluate(async () => {
    const stored = [localStorage, sessionStorage].map((each) => JSON.stringify({ ...each }));
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const shown = document.querySelector('#root')?.textContent;
    return { text: [shown, ...stored].join(), databases, caches: await caches.keys() };
  });
  assert.ok(!kept.text.includes('机密客户甲'), kept.text);
  assert.deepEqual([kept.databases, kept.caches], [[], []]);
  assert.deepEqual(await page.context().cookies(), []);
  const asked = await page.request.get(`${stage.url}/api/records/account/${id}`);
  assert.equal(asked.status(), 401);
  await page.goBack();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  assert.ok(!(await page.content()).includes('机密客户甲'));
});
