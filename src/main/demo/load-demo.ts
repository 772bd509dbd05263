import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { databaseOn } from '#engine/database/database.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import type { Context } from '#engine/records/context.ts';
import type { Registry } from '#kernel/registry.ts';
import { workspaceOf } from '../workspace-of.ts';
import { desk } from './desk.ts';
import { foundCompany } from './found-company.ts';
import { marketing } from './marketing/marketing.ts';
import { randomFrom } from './random.ts';
import { reports } from './reports.ts';
import { staff } from './staff.ts';
import { type Extent, hengyue } from './story/hengyue.ts';
import { talk } from './talk.ts';
import { trade } from './trade/trade.ts';
import { writeTrade } from './trade/write-trade.ts';
import { writeStory } from './write-story.ts';

export interface DemoOptions {
  readonly app: FastifyInstance;
  readonly pool: Pool;
  readonly registry: Registry;
  readonly secret: string;
  readonly baseUrl: string;
  /** How much of it; a few thousand records unless told. */
  readonly extent?: Extent;
  readonly now?: number;
}

const domain = 'hengyue.example';

/** The first administrator of the demo company, and the password that everybody there has. */
export const demoSignIn = { email: `lin@${domain}`, password: 'tea at the hengyue gate' } as const;

const company = {
  company: '衡岳工业',
  name: '林晓彤',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
} as const;

/** Sets up Hengyue Industrial with two years of its history. False when a company is there already. */
export async function loadDemo(options: DemoOptions): Promise<boolean> {
  const {
    app,
    pool,
    registry,
    secret,
    baseUrl,
    extent = { customers: 320, leads: 420, recentDeals: 120 },
  } = options;
  const needed = (await app.inject({ url: '/api/setup' })).json() as { needed: boolean };
  if (!needed.needed) return false;
  const done = await app.inject({
    method: 'POST',
    url: '/api/setup',
    payload: { ...company, ...demoSignIn },
  });
  if (done.statusCode !== 201) throw new Error(`The demo company could not be set up: ${done.body}`);
  const administrator = (done.json() as { user: { id: string } }).user.id;
  const now = options.now ?? Date.now();
  const identity = await createIdentity({ pool, secret, baseUrl });
  const stored = await identity.workspaces.get('main');
  if (stored === undefined) throw new Error('The demo company was set up and is not there.');
  const people = await databaseOn(pool).transaction(async (database) => {
    const context: Context = {
      registry,
      workspace: workspaceOf(stored),
      database,
      now: now - 731 * 86_400_000,
      actor: { ...asSystem('loading the demo company'), timeZone: company.timeZone },
    };
    const founded = await foundCompany(context, domain);
    const story = hengyue(randomFrom(1_958), now, founded.salesForce, founded.catalogue, extent);
    await writeStory(context, story);
    const { products } = founded.catalogue;
    await writeTrade(context, trade(randomFrom(2_026), now, story, products, founded.office));
    await writeStory(context, marketing(randomFrom(411), now, story, founded.marketer));
    await writeStory(context, desk(randomFrom(13), now, story, administrator, founded.people));
    await writeStory(context, reports(randomFrom(77), now, administrator));
    // What is the engine's to fill in, the story knows.
    const told = { ...context, verb: 'demo' };
    await writeStory(told, talk(randomFrom(21), now, story, administrator));
    return founded.people;
  });
  const { password } = demoSignIn;
  for (const { key, name } of staff) {
    const userId = people.get(key) as string;
    const email = `${key}@${domain}`;
    await identity.people.createSignIn({ workspace: 'main', userId, email, name, password });
  }
  return true;
}
