import type { FastifyInstance } from 'fastify';
import { type Database, databaseOn } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { demoSignIn, loadDemo } from '#main/demo/load-demo.ts';
import type { Extent } from '#main/demo/story/hengyue.ts';
import { modules, people } from '#main/modules.ts';
import { closeWithFile } from '#test/closing.ts';
import { smallPool, testDatabase } from '#test/database.ts';

export interface Hengyue {
  readonly app: FastifyInstance;
  /** Another way to its database. */
  readonly database: Database;
  /** Tries to load it once more. */
  load(): Promise<boolean>;
  /** A question as somebody of the staff list asks it, by the key there; `lin` is the administrator. */
  as(key: string): Promise<(url: string) => Promise<ReturnType<JSON['parse']>>>;
}

/** The one company of all tests and demonstrations, in a database of its own; small unless told. */
export async function startHengyue(
  extent: Extent = { customers: 45, leads: 40, recentDeals: 12 },
): Promise<Hengyue> {
  const pool = smallPool(await testDatabase());
  closeWithFile(() => pool.end());
  const options = {
    pool,
    registry: compose(modules, people),
    secret: 's'.repeat(40),
    baseUrl: 'http://127.0.0.1:3000',
  };
  const app = await createApplication(options);
  closeWithFile(() => app.close());
  const load = () => loadDemo({ ...options, app, extent });
  await load();
  return {
    app,
    database: databaseOn(pool),
    load,
    async as(key) {
      const payload = { email: `${key}@hengyue.example`, password: demoSignIn.password };
      const signedIn = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
      const cookie = signedIn.cookies
        .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
        .join('; ');
      return async (url) => (await app.inject({ url, headers: { cookie } })).json();
    },
  };
}
