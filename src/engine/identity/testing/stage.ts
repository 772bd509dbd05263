import { randomBytes, randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { closeWithFile } from '#test/closing.ts';
import { testDatabase } from '#test/database.ts';
import { createPool } from '../../database/database.ts';
import type { Directory } from '../directory.ts';
import { createIdentity, type Identity, type IdentityOptions } from '../identity.ts';
import { identityRoutes } from '../routes.ts';

export const secret = randomBytes(32).toString('base64url');

export const wei = { email: 'zhang.wei@jinshan-instruments.cn', password: '春江花月夜-1984' } as const;
export const emma = { email: 'emma.clarke@jinshan-instruments.cn', password: 'harbour lights 7' } as const;

/** Of an installation whose people are nowhere recorded: whoever can sign in works here. */
export const noDirectory: Directory = {
  find: async (person) => ({ ...person, name: '', email: null, roles: [], locale: 'zh-CN', active: true }),
  findByEmail: async () => undefined,
  create: () => Promise.reject(new Error('nobody is entered here')),
  change: async () => undefined,
};

export interface Stage {
  readonly url: string;
  readonly pool: Pool;
  readonly identity: Identity;
  readonly app: FastifyInstance;
  /** Zhang Wei of the workspace `main`, who can sign in. */
  readonly wei: { readonly workspace: string; readonly userId: string };
}

export const mainWorkspace = {
  name: 'main',
  settings: { company: '金山仪器有限公司', currency: 'CNY', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
} as const;

/** A pool that is closed when the test file has ended. */
export function poolFor(url: string): Pool {
  const pool = createPool(url, 5);
  closeWithFile(() => pool.end());
  return pool;
}

/** Another server of the same installation. */
export async function anotherServer(
  url: string,
  options: Partial<IdentityOptions> = {},
): Promise<Pick<Stage, 'pool' | 'identity' | 'app'>> {
  const pool = poolFor(url);
  const identity = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1:3000', ...options });
  const app = fastify();
  closeWithFile(() => app.close());
  await app.register(
    identityRoutes(
      identity,
      {
        setupNeeded: async () => false,
        setUp: () => Promise.reject(new Error('done')),
      },
      { directory: noDirectory },
    ),
  );
  return { pool, identity, app };
}

/** An installation of one company with one person in it, on a database of its own. */
export async function stage(options: Partial<IdentityOptions> = {}): Promise<Stage> {
  const url = await testDatabase();
  const server = await anotherServer(url, options);
  await server.identity.workspaces.create(mainWorkspace);
  const person = { workspace: 'main', userId: randomUUID() };
  await server.identity.people.createSignIn({ ...person, ...wei, name: '张伟' });
  return { url, ...server, wei: person };
}

/** Signs in over HTTP. */
export function signIn(app: FastifyInstance, payload: object, headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload, headers });
}

/** Signs in and gives the Cookie header to go on with. */
export async function sessionCookie(app: FastifyInstance, who: object = wei): Promise<string> {
  const answer = await signIn(app, who);
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error(`No session: ${answer.body}`);
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`;
}
