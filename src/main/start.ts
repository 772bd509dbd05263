import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { peerCertificate } from '#adapters/outgoing/peer-certificate.ts';
import { mapTilesFrom } from '#engine/http/map-tiles.ts';
import { ratesFrom } from '#engine/http/rates-from.ts';
import { createApplication } from './application.ts';
import { backupPlaceFrom } from './backup-place-from.ts';
import { calendarsFrom } from './calendars-from.ts';
import { channelsFrom } from './channels-from.ts';
import { showDemo } from './demo/show-demo.ts';
import { failureText } from './failure-text.ts';
import { openInstallation } from './installation.ts';
import { keepMemorySmall } from './keep-memory-small.ts';
import { objectStorageFrom } from './object-storage-from.ts';
import { servicesFrom } from './outgoing-services.ts';
import { scannerFrom } from './scanner-from.ts';
import { securityContactFrom } from './security-contact-from.ts';
import { takeSecrets } from './take-secrets.ts';
import { tracingFrom } from './tracing-from.ts';
import { vouchingFrom } from './vouching-from.ts';
import { webhooksFrom } from './webhooks-from.ts';

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

keepMemorySmall();
await start().catch((error: unknown) => {
  console.error(said(error));
  process.exitCode = 1;
});

async function start(): Promise<void> {
  const { values } = parseArgs({ options });
  await takeSecrets(process.env);
  const { PORT, GUANXI_FILE_MB, GUANXI_URL, GUANXI_TRUSTED_PROXIES, GUANXI_METRICS_TOKEN, GUANXI_LOG } =
    process.env;
  const backups = backupPlaceFrom(process.env);
  const port = portOf(values.port ?? PORT ?? '3000');
  const host = values.host ?? '127.0.0.1';
  const baseUrl = GUANXI_URL ?? `http://${host}:${port}`;
  const installation = await openInstallation(values.data);
  const { pool: owner, serving: pool, registry, secret, store, directory, postgres } = installation;
  let app: FastifyInstance | undefined;
  try {
    app = await createApplication({
      ...{ pool, owner, registry, secret, baseUrl },
      files: { store, limit: Number(GUANXI_FILE_MB ?? 50) * 1024 * 1024 },
      scanner: scannerFrom(process.env),
      channels: channelsFrom(process.env, { secret, baseUrl }),
      vouching: vouchingFrom(process.env),
      calendars: calendarsFrom(process.env),
      webhooks: webhooksFrom(process.env),
      mapTiles: mapTilesFrom(process.env),
      rates: ratesFrom(process.env),
      securityContact: securityContactFrom(process.env),
      trustedProxies: GUANXI_TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? [],
      objectStorage: objectStorageFrom(process.env),
      services: servicesFrom(process.env, baseUrl),
      // Only the certificate is looked at, and the server's own administrators see it.
      readCertificate: peerCertificate({ ownNetwork: true, loopback: true }),
      tracing: await tracingFrom(process.env),
      ...{ directory, postgres, backups, metricsToken: GUANXI_METRICS_TOKEN },
      requestLine: GUANXI_LOG === 'json' ? (line) => process.stdout.write(`${line}\n`) : undefined,
      client: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    });
    if (values.demo) await showDemo({ app, pool: owner, registry, secret, baseUrl });
    await setUpFromEnvironment(app);
    await app.listen({ port, host });
  } catch (error) {
    await app?.close();
    await installation.close();
    throw error;
  }
  console.log(`Guanxi is at http://${host}:${port}`);
  const running = app;
  let stopping = false;
  const stop = async () => {
    // Ctrl-C reaches us from the terminal and once more from who started us: the second must not break the first off.
    if (stopping) return;
    stopping = true;
    await running.close();
    await installation.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

/** Creates the first administrator when the environment names one and nobody has set the product up. */
async function setUpFromEnvironment(app: FastifyInstance): Promise<void> {
  const { GUANXI_ADMIN_EMAIL: email, GUANXI_ADMIN_PASSWORD: password } = process.env;
  if (email === undefined || password === undefined) return;
  const { needed } = (await app.inject({ url: '/api/setup' })).json() as { needed: boolean };
  if (!needed) return;
  const {
    GUANXI_COMPANY: company = 'Guanxi',
    GUANXI_LOCALE: locale = 'en',
    GUANXI_CURRENCY: currency = 'CNY',
  } = process.env;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const payload = { company, name: email.split('@')[0], email, password, locale, currency, timeZone };
  const answer = await app.inject({ method: 'POST', url: '/api/setup', payload });
  if (answer.statusCode !== 201)
    throw new Error(`The first administrator could not be created: ${answer.body}`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${text} is not a port.`);
  return port;
}

function said(error: unknown): unknown {
  const { code, message, port } = error as { code?: unknown; message: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program, or by Guanxi itself; choose another one with --port.`;
  if (code === 'EACCES' && /listen/.test(message))
    return `Port ${port} is not open to you; choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no such address: ${message}.`;
  if (/^ERR_PARSE_ARGS/.test(String(code))) return `${message} Known are --port, --host, --data and --demo.`;
  return failureText(error);
}
