import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '#engine/database/database.ts';
import { startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { comparedObjects } from '#engine/duplicates/review/serve-looks.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import type { Scale } from './scale.ts';
import { type Owners, seed } from './seed.ts';

/** A company of some size in a database of its own. */
export interface Company {
  readonly url: string;
  readonly pool: Pool;
  readonly secret: string;
  /** An API key of its administrator, and one of a representative who sees a hundredth of the records. */
  readonly key: string;
  readonly representativeKey: string;
  /** Removes what a benchmark wrote, so that the next one finds the same company. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

const email = 'lin@hengyue.example';
const representative = { name: '周敏', email: 'zhou@hengyue.example', roles: ['salesRepresentative'] };
const password = 'a long evening by the river';
const secret = 'a secret for benchmarks, never for a product';

/** Opens the company in this folder; the first time it is made, which for the full size takes minutes. */
export async function openCompany(directory: string, scale: Scale): Promise<Company> {
  const embedded = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  const pool = createPool(embedded.url);
  const made = join(directory, 'made-with-representative');
  if (!existsSync(made)) {
    console.log(`Making a company with ${scale.contacts.toLocaleString('en')} contacts …`);
    await pool.query('drop schema if exists ws_main cascade; drop schema if exists guanxi cascade');
    await seed(pool, await found(pool), scale);
    writeFileSync(made, new Date().toISOString());
  }
  await countAsCompared(pool);
  const identity = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1' });
  const keyOf = async (address: string) => {
    const [person] = await identity.people.find(address);
    if (person === undefined) throw new Error(`The company lacks ${address}; remove its folder.`);
    return (await identity.apiKeys.create(person, { name: 'benchmark' })).key;
  };
  const first = await newest(pool);
  return {
    ...{ url: embedded.url, pool, secret },
    ...{ key: await keyOf(email), representativeKey: await keyOf(representative.email) },
    forget: async () => {
      await pool.query(`delete from ws_main.contact where "createdAt" > $1`, [first]);
      await pool.query('vacuum analyze ws_main.contact');
    },
    async close() {
      await pool.end();
      await embedded.stop();
    },
  };
}

/** Founds the company through its own API, and hires the representative. */
async function found(pool: Pool): Promise<Owners> {
  const registry = compose(modules, people);
  const baseUrl = 'http://127.0.0.1';
  const app = await createApplication({ pool, registry, secret, baseUrl });
  const payload = {
    ...{ company: '衡岳工业', name: '林晓彤', email, password },
    ...{ locale: 'zh-CN', currency: 'CNY', timeZone: 'Asia/Shanghai' },
  };
  const setUp = await app.inject({ method: 'POST', url: '/api/setup', payload });
  const identity = await createIdentity({ pool, secret, baseUrl });
  const [administrator] = await identity.people.find(email);
  if (administrator === undefined) throw new Error('The company could not be founded.');
  const { key } = await identity.apiKeys.create(administrator, { name: 'hiring' });
  const headers = { authorization: `Bearer ${key}` };
  const url = `/api/records/${registry.people}`;
  const hired = await app.inject({ method: 'POST', url, payload: representative, headers });
  const { id: userId } = hired.json() as { id: string };
  await identity.people.createSignIn({ workspace: 'main', userId, ...representative, password });
  await app.close();
  return {
    administrator: (setUp.json() as { user: { id: string } }).user.id,
    representative: userId,
  };
}

/** The day's look for duplicates, which takes minutes of a processor, is over before anything is measured. */
async function countAsCompared(pool: Pool): Promise<void> {
  await pool.query(
    `insert into ws_main.duplicate_look (object, state, finished) select unnest($1::text[]), 'done', now()
     on conflict (object) do update set state = 'done', finished = now()`,
    [comparedObjects(compose(modules, people))],
  );
}

async function newest(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>(`select max("createdAt") as at from ws_main.contact`);
  return rows[0]?.at ?? new Date(0);
}
