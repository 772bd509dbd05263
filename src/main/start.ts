import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createPool } from '#engine/database/database.ts';
import { startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { ratesFrom } from '#engine/http/rates-from.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from './application.ts';
import { showDemo } from './demo/show-demo.ts';
import { modules, people } from './modules.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
  },
});
const { DATABASE_URL, PORT, GUANXI_DATA, GUANXI_SECRET, GUANXI_FILE_MB, GUANXI_URL, GUANXI_TRUSTED_PROXIES } =
  process.env;
const port = Number(values.port ?? PORT ?? 3000);
const host = values.host ?? '127.0.0.1';
const directory = resolve(values.data ?? GUANXI_DATA ?? 'data');

mkdirSync(directory, { recursive: true });
const embedded =
  DATABASE_URL === undefined
    ? await startEmbeddedPostgres({ directory: join(directory, 'postgres') })
    : undefined;
const pool = createPool(DATABASE_URL ?? embedded?.url ?? '');
const registry = compose(modules, people);
const secret = GUANXI_SECRET ?? keptSecret(join(directory, 'secret'));
const baseUrl = GUANXI_URL ?? `http://${host}:${port}`;
const app = await createApplication({
  pool,
  registry,
  secret,
  baseUrl,
  files: { store: folderStore(join(directory, 'files')), limit: Number(GUANXI_FILE_MB ?? 50) * 1024 * 1024 },
  rates: ratesFrom(process.env),
  trustedProxies: GUANXI_TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? [],
  client: fileURLToPath(new URL('../../dist/web', import.meta.url)),
});
if (values.demo) await showDemo({ app, pool, registry, secret, baseUrl });
await app.listen({ port, host });
console.log(`Guanxi is at http://${host}:${port}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await app.close();
  await pool.end();
  await embedded?.stop();
}

/** The secret that signs sessions, made at the first start and kept for the next. */
function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
