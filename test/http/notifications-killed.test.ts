import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { createPool } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { testDatabase } from '#test/database.ts';
import { startMailServer } from '#test/outside/mail-server.ts';
import { company } from './product.ts';

const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

test('CUS-20 a reminder whose server is killed while it sends is sent by the next, once, and so are those that came while none ran', async () => {
  const [address, data] = [await testDatabase(), mkdtempSync(join(tmpdir(), 'guanxi-killed-'))];
  const pool = createPool(address);
  after(() => pool.end());
  // Takes connections and says nothing: mail that is being sent stays so.
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  after(() => silent.close());
  const connected = once(silent, 'connection');
  const silentPort = (silent.address() as { port: number }).port;

  const secret = 's'.repeat(40);
  const port = 20_000 + (process.pid % 20_000);
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['src/main/start.ts', '--port', String(port), '--data', data], {
    env: {
      ...process.env,
      DATABASE_URL: address,
      GUANXI_SECRET: secret,
      GUANXI_SMTP_URL: `smtp://127.0.0.1:${silentPort}`,
      GUANXI_MAIL_FROM: 'crm@hengyue.example',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(server);
  await once(server.stdout, 'data');
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const setUp = await post('setup', company);
  const cookie = setUp.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const remindAt = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  await post('records/task', { subject: '发送途中断电', remindAt: remindAt(-500) }, cookie);
  await post('records/task', { subject: '停机期间到点', remindAt: remindAt(3_600_000) }, cookie);
  await connected;
  server.kill('SIGKILL');
  await once(server, 'exit');
  // Two days without a server, and the two minutes in which the dead one could still have been sending.
  await pool.query(
    `update ws_main.task set "remindAt" = "remindAt" - interval '2 days' where subject = '停机期间到点'`,
  );
  await pool.query(`update ws_main.notification_delivery set wake = now()`);

  const mails = await startMailServer();
  const apps = await Promise.all(
    [1, 2].map(() =>
      createApplication({
        ...{ pool, registry: compose(modules, people), secret, baseUrl: url },
        channels: { mail: smtpMail({ url: mails.url, from: 'crm@hengyue.example' }) },
      }),
    ),
  );
  for (let tries = 0; tries < 400 && mails.mails.length < 2; tries++) await pause(25);
  await pause(1500);
  assert.deepEqual(mails.mails.map(({ headers }) => headers.get('subject')).sort(), [
    '任务提醒：停机期间到点',
    '任务提醒：发送途中断电',
  ]);
  for (const app of apps) await app.close();
});
