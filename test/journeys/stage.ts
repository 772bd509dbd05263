import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { ownServingRole } from '#engine/database/serving-role.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { sessionCookieName } from '#engine/identity/sessions/session-cookie-name.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import type { ApplicationOptions } from '#main/application-options.ts';
import { modules, people } from '#main/modules.ts';
import { openBrowser } from '#test/browser.ts';
import { builtClient } from '#test/built-client.ts';
import { closeWithFile } from '#test/closing.ts';
import { companyDatabase, secret, company as usual } from '#test/company-database.ts';
import { smallPool, testDatabase } from '#test/database.ts';

/** How long a page may take for anything, in milliseconds: a machine with much to do must not make a test fail. */
const patience = 60_000;

export interface StageOptions {
  readonly company?: string;
  readonly name?: string;
  readonly locale?: 'en' | 'zh-CN';
  readonly channels?: ApplicationOptions['channels'];
  /** The name by which people reach it; browsers make passkeys for a name only. */
  readonly host?: 'localhost';
  /** Leaves the product as it is before anybody has come. */
  readonly untouched?: boolean;
}

/** The product as somebody meets it who has just set it up: a server, a browser, an administrator. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Asks the API as the administrator; the answer must be a success. */
  ask(method: string, path: string, body?: unknown): Promise<never>;
  /**
   * A window of its own in which the administrator is signed in; nobody, where the product is untouched. One that a test
   * opens is closed when the test ends: left open, it would go on listening to what happens, and draw it.
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Somebody else begins to work here, and can sign in. */
  hire(name: string, email: string, role: string): Promise<Colleague>;
}

export interface Colleague {
  readonly id: string;
  /** A window of its own in which this person is signed in. */
  readonly open: Stage['open'];
}

/** Sets the product up on a database of its own, with the client as it is built; all of it ends with the test file. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  let windows: BrowserContext[] | undefined;
  beforeEach(() => {
    windows = [];
  });
  afterEach(async () => {
    for (const window of windows ?? []) await window.close();
    windows = undefined;
  });

  const port = await freePort();
  const url = `http://${options.host ?? '127.0.0.1'}:${port}`;
  const { company = usual.company, name = usual.name, locale = usual.locale } = options;
  const { address, session } = options.untouched
    ? { address: await testDatabase(), session: '' }
    : await companyDatabase({ company, name, locale });
  const [pool, owner] = [smallPool(await ownServingRole(address)), smallPool(address)];
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-journey-'));
  const app = await createApplication({
    ...{ pool, owner },
    registry: compose(modules, people),
    secret,
    baseUrl: url,
    clockEvery: 1000,
    client: builtClient(),
    ...(options.channels && { channels: options.channels }),
    files: { store: folderStore(folder), limit: 50 * 1024 * 1024 },
  });
  await app.listen({ port, host: '127.0.0.1' });
  const browser = await openBrowser();
  /** What pages did against their own policy. */
  const refused: string[] = [];
  closeWithFile(async () => {
    for (const context of browser.contexts()) await context.close();
    await app.close();
    await Promise.all([pool.end(), owner.end()]);
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(refused, []);
  });

  const send = async (method: string, path: string, body: unknown, cookie: string) => {
    const answer = await fetch(`${url}/api/${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const set = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    return { set: set.join('; '), said: (text === '' ? undefined : JSON.parse(text)) as never };
  };
  const cookie = session && `${sessionCookieName(url)}=${session}`;
  const { password } = usual;
  const ask: Stage['ask'] = async (method, path, body) => (await send(method, path, body, cookie)).said;

  const openAs =
    (cookies: string): Stage['open'] =>
    async (path, { viewport = { width: 1440, height: 900 }, ...rest } = {}) => {
      const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce', ...rest });
      windows?.push(context);
      const kept = cookies.split('; ').filter((each) => each !== '');
      await context.addCookies(
        kept.map((each) => ({
          name: each.slice(0, each.indexOf('=')),
          value: each.slice(each.indexOf('=') + 1),
          url,
        })),
      );
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      page.on('console', (message) => {
        if (/Content.Security.Policy/.test(message.text())) refused.push(message.text());
      });
      // Somebody who is signed in hears of what others do as soon as the window is open.
      const listening =
        kept.length > 0
          ? page.waitForResponse((answer) => answer.url().startsWith(`${url}/api/events`))
          : undefined;
      await page.goto(url + path);
      await listening;
      return page;
    };
  const hire: Stage['hire'] = async (named, email, role) => {
    const person = { name: named, email, roles: [role], locale };
    const { id } = (await ask('POST', 'records/user', person)) as { id: string };
    await ask('PUT', `people/${id}/sign-in`, { password });
    return { id, open: openAs((await send('POST', 'auth/sign-in/email', { email, password }, '')).set) };
  };
  return { url, browser, ask, open: (path, settings) => openAs(cookie)(path, settings), hire };
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
