import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Pool } from 'pg';
import { type Database, databaseOn } from '#engine/database/database.ts';
import { ownServingRole } from '#engine/database/serving-role.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { signedToken } from '#engine/identity/sessions/session-cookie.ts';
import { sessionCookieName } from '#engine/identity/sessions/session-cookie-name.ts';
import type { Module } from '#kernel/module.ts';
import { compose, type Registry } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import type { ApplicationOptions } from '#main/application-options.ts';
import { modules, people } from '#main/modules.ts';
import { closeWithFile } from '#test/closing.ts';
import { company, companyDatabase, secret } from '#test/company-database.ts';
import { smallPool } from '#test/database.ts';

export { company };

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'HEAD' | 'OPTIONS';

export interface Answer {
  readonly status: number;
  /** Parsed when it is JSON. */
  readonly body: ReturnType<JSON['parse']>;
  readonly headers: LightMyRequestResponse['headers'];
}

export interface Asking {
  (method: Method, url: string, payload?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The headers by which this caller is known. */
  readonly headers: Record<string, string>;
}

export interface Product {
  readonly app: FastifyInstance;
  /** As the owner of the tables is let in. */
  readonly pool: Pool;
  /** As the application is, which owns nothing. */
  readonly serving: Pool;
  /** Another way to the same database, as a second server has it. */
  readonly database: Database;
  readonly registry: Registry;
  /** The first administrator. */
  readonly ask: Asking;
  /** Anybody with these headers. */
  as(headers: Record<string, string>): Asking;
  /** A new person of these roles, signed in; with a password for whoever is to sign in by it later. */
  colleague(person: {
    name: string;
    email: string;
    roles: readonly string[];
    password?: string;
  }): Promise<Asking & { id: string }>;
}

/** The whole product with a company set up in a database of its own; closed when the test file has ended. */
export async function startProduct(
  options: Partial<ApplicationOptions> & { readonly more?: readonly Module[] } = {},
): Promise<Product> {
  const { more = [], baseUrl = 'http://127.0.0.1:3000', ...rest } = options;
  const { address, session } = await companyDatabase();
  const serving = smallPool(await ownServingRole(address));
  const [pool, second] = [smallPool(address), smallPool(address)];
  closeWithFile(() => serving.end());
  closeWithFile(() => pool.end());
  closeWithFile(() => second.end());
  const registry = compose([...modules, ...more], people);
  const own = { pool: serving, owner: pool, registry, secret, baseUrl };
  // Who tests what a clock sets off need not wait for it five seconds each time.
  const app = await createApplication({ clockEvery: 1000, ...own, ...rest });
  closeWithFile(() => app.close());
  const as = (headers: Record<string, string>) => asking(app, headers);
  const ask = as({ cookie: `${sessionCookieName(baseUrl)}=${session}` });
  return {
    app,
    ...{ pool, serving },
    database: databaseOn(second),
    registry,
    ask,
    as,
    async colleague({ name, email, roles, password }) {
      const { id } = (await ask('POST', `/api/records/${registry.people}`, { name, email, roles })).body;
      const identity = await createIdentity({ pool, secret, baseUrl });
      const person = {
        workspace: 'main',
        userId: id,
        email,
        name,
        ...(password !== undefined && { password }),
      };
      const { identityId } = await identity.people.createSignIn(person);
      // As signing in does, but for the hash of a password, which takes half a second.
      const opening = { identityId, workspace: 'main', by: 'password' } as const;
      const token = await identity.sessions.open(opening, { ip: '127.0.0.1', userAgent: 'lightMyRequest' });
      const cookie = encodeURIComponent(signedToken(token, secret));
      return Object.assign(as({ cookie: `${sessionCookieName(baseUrl)}=${cookie}` }), { id });
    },
  };
}

function asking(app: FastifyInstance, own: Record<string, string>): Asking {
  const ask = async (
    method: Method,
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...own, ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    });
    const json = /json/.test(String(answer.headers['content-type'] ?? ''));
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
  };
  return Object.assign(ask, { headers: own });
}
