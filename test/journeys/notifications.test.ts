import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { webPushSender } from '#adapters/web-push/web-push.ts';
import { eventually } from '#test/eventually.ts';
import { startMailServer } from '#test/outside/mail-server.ts';
import { startPushService } from '#test/outside/push-service.ts';
import { openStage } from './stage.ts';

const [mails, pushes] = [await startMailServer(), await startPushService()];
const secret = 's'.repeat(40);
const stage = await openStage({
  channels: {
    mail: smtpMail({ url: mails.url, from: 'crm@hengyue.example' }),
    push: webPushSender({ secret, contact: 'https://crm.hengyue.example', reach: { loopback: true } }),
  },
});

const soon = () => new Date(Date.now() + 1500).toISOString();

test('CUS-20 a reminder fires while the page is open: the bell shows it, it leads to the task, and the task is done', async () => {
  await stage.ask('POST', 'notification-settings/browsers', pushes.subscribe('laptop'));
  const page = await stage.open('/');
  const bell = page.getByRole('banner').getByRole('button', { name: /^通知/ });
  await bell.click();
  await page.getByText('暂无通知').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('暂无通知').waitFor({ state: 'hidden' });

  const task = (await stage.ask('POST', 'records/task', {
    subject: '给株洲天成回电',
    dueAt: '2099-01-01T02:00:00Z',
    remindAt: soon(),
  })) as { id: string };
  await page.getByRole('button', { name: '通知，1 条未读' }).waitFor();
  await page.keyboard.press('b');
  const row = page.getByRole('dialog').getByRole('listitem').filter({ hasText: '给株洲天成回电' });
  await row.getByText('截止时间：2099年1月1日 10:00').waitFor();
  await row.getByRole('link').click();
  await page.waitForURL(`**/task/${task.id}`);
  await page.getByRole('button', { name: '通知', exact: true }).waitFor();
  await page
    .getByRole('button', { name: '标记完成' })
    .or(page.getByRole('button', { name: '完成' }))
    .first()
    .click();
  await page.keyboard.press('Escape');
  await eventually(async () => {
    const { status } = (await stage.ask('GET', `records/task/${task.id}?select=status`)) as {
      status: string;
    };
    return status === 'done' ? status : undefined;
  });
  await bell.click();
  await row.getByText('已办结或无需处理').waitFor();

  await eventually(async () => (mails.mails.length > 0 && pushes.received.length > 0 ? true : undefined));
  assert.equal(mails.mails[0]?.headers.get('subject'), '任务提醒：给株洲天成回电');
  assert.ok(mails.mails[0]?.html.includes(`${stage.url}/task/${task.id}`));
  assert.equal(pushes.received[0]?.message.title, '任务提醒 · 给株洲天成回电');
  assert.deepEqual([mails.mails.length, pushes.received.length], [1, 1]);
});

test('CUS-20 notifications are put off, marked read together, and chosen by channel', async () => {
  const page = await stage.open('/');
  for (const subject of ['第一件事', '第二件事'])
    await stage.ask('POST', 'records/task', { subject, remindAt: soon() });
  await page.getByRole('button', { name: '通知，2 条未读' }).click();
  const row = (text: string) => page.getByRole('dialog').getByRole('listitem').filter({ hasText: text });
  await row('第一件事').hover();
  await page.getByRole('button', { name: '稍后提醒“第一件事”' }).click();
  await page.getByRole('menuitem', { name: '明天上午' }).click();
  await row('第一件事').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByRole('banner').getByRole('button', { name: '通知', exact: true }).waitFor();
  await page.getByRole('dialog').getByText('未读', { exact: true }).click();
  await page.getByText('全部已读').waitFor();
  await page.getByRole('button', { name: '通知设置' }).click();
  await page.getByRole('checkbox', { name: '任务提醒: 邮件' }).click();
  await page.getByRole('checkbox', { name: '任务提醒: 邮件', checked: false }).waitFor();
  const before = mails.mails.length;
  await page.getByRole('button', { name: '发送测试消息' }).first().click();
  await page.getByRole('button', { name: '通知，1 条未读' }).waitFor();
  await page.reload();
  assert.equal(await page.getByRole('checkbox', { name: '任务提醒: 邮件' }).isChecked(), false);
  await eventually(async () => (mails.mails.length > before ? true : undefined));
  assert.equal(mails.mails.length, before + 1);
});

test('CUS-20 a push message wakes the service worker, which shows it and leads to its record', async () => {
  const page = await stage.open('/');
  const context = page.context();
  const protocol = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => {
      if (one) resolve(one.registrationId);
    });
  });
  await protocol.send('ServiceWorker.enable');
  const started = context.waitForEvent('serviceworker');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js', { scope: '/' });
    await navigator.serviceWorker.ready;
  });
  const worker = await started;
  // A browser without a window has no place to show a message: what would be shown is kept instead.
  await worker.evaluate(
    `self.shown = []; registration.showNotification = async (...all) => self.shown.push(all)`,
  );
  await protocol.send('ServiceWorker.deliverPushMessage', {
    origin: stage.url,
    registrationId: await registered,
    data: JSON.stringify({ title: '任务提醒 · 回电', body: '今天 10:00', path: '/task', tag: 'one' }),
  });
  const [title, options] = await eventually(
    async () => (await worker.evaluate('self.shown[0]')) as Shown | undefined,
  );
  assert.deepEqual(
    [title, options.body, options.tag, options.data],
    ['任务提醒 · 回电', '今天 10:00', 'one', { path: '/task' }],
  );
  await worker.evaluate(`dispatchEvent(Object.assign(new ExtendableEvent('notificationclick'), {
    notification: { close() {}, data: { path: '/task' } } }))`);
  await page.waitForURL('**/task');
  await context.close();
});

type Shown = readonly [
  string,
  { readonly body: string; readonly tag: string; readonly data: { readonly path: string } },
];
