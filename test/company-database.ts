import { createHash } from 'node:crypto';
import { ownServingRole } from '#engine/database/serving-role.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { sharedTemplate, smallPool, testDatabase } from './database.ts';

/** The company of the tests, as its first administrator sets it up. */
export const company = {
  company: '衡岳工业',
  name: '林晓彤',
  email: 'lin@hengyue.example',
  password: 'a long evening by the river',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
} as const;

export type Company = { readonly [word in keyof typeof company]: string };

/** What signs the sessions of tests. */
export const secret = 's'.repeat(40);

export interface CompanyDatabase {
  readonly address: string;
  /** What the administrator's session cookie holds. */
  readonly session: string;
}

/**
 * A database of the test file's own in which the company is set up, with other words where they are given. Setting up
 * takes longer than most tests, so a run does it once and copies.
 */
export async function companyDatabase(words: Partial<Company> = {}): Promise<CompanyDatabase> {
  const wanted = { ...company, ...words };
  const called = `company_${createHash('md5').update(JSON.stringify(wanted)).digest('hex').slice(0, 8)}`;
  const template = await sharedTemplate(called, (address) => setUp(address, wanted));
  if (template !== undefined) return { address: await testDatabase(template.name), session: template.note };
  const address = await testDatabase();
  return { address, session: await setUp(address, wanted) };
}

/** Answers the administrator's session. */
async function setUp(address: string, payload: Company): Promise<string> {
  await ownServingRole(address);
  const pool = smallPool(address);
  const registry = compose(modules, people);
  const app = await createApplication({ pool, registry, secret, baseUrl: 'http://127.0.0.1:3000' });
  try {
    const done = await app.inject({ method: 'POST', url: '/api/setup', payload });
    if (done.statusCode !== 201) throw new Error(`The company could not be set up: ${done.body}`);
    const [cookie] = done.cookies;
    return encodeURIComponent(cookie?.value ?? '');
  } finally {
    await app.close();
    await pool.end();
  }
}
