import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createPool } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { type ApplicationOptions, createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { openBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface StageOptions {
  readonly company?: string;
  readonly name?: string;
  readonly locale?: 'en' | 'zh-CN';
  readonly channels?: ApplicationOptions['channels'];
}

/** The product as somebody meets it who has just set it up: a server, a browser, an administrator. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Asks the API as the administrator; the answer must be a success. */
  ask(method: string, path: string, body?: unknown): Promise<never>;
  /** A window of its own in which the administrator is signed in. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Sets the product up on a database of its own, with the client as it is built; all of it ends with the test file. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  execFileSync(process.execPath, ['bin/guanxi.mjs', 'build'], { cwd: root });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pool = createPool(await testDatabase());
  const app = await createApplication({
    pool,
    registry: compose(modules, people),
    secret: 's'.repeat(40),
    baseUrl: url,
    client: `${root}/dist/web`,
    ...(options.channels && { channels: options.channels }),
  });
  await app.listen({ port, host: '127.0.0.1' });
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await app.close();
    await pool.end();
  });

  let cookie = '';
  const ask: Stage['ask'] = async (method, path, body) => {
    const answer = await fetch(`${url}/api/${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const set = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    return (text === '' ? undefined : JSON.parse(text)) as never;
  };
  const { company = '衡岳工业', name = '林晓彤', locale = 'zh-CN' } = options;
  await ask('POST', 'setup', {
    company,
    name,
    email: 'lin@hengyue.example',
    password: 'a long evening by the river',
    locale,
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
  });

  const open: Stage['open'] = async (path, { viewport = { width: 1440, height: 900 }, ...rest } = {}) => {
    const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce', ...rest });
    await context.addCookies(
      cookie.split('; ').map((each) => ({
        name: each.slice(0, each.indexOf('=')),
        value: each.slice(each.indexOf('=') + 1),
        url,
      })),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(url + path);
    return page;
  };
  return { url, browser, ask, open };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
