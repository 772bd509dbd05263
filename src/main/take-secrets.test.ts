import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { takeSecrets } from './take-secrets.ts';

describe('ASVS-13.3.1 secrets that are kept outside the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-secrets-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const taken = async (environment: Record<string, string>) => {
    await takeSecrets(environment);
    return environment;
  };
  const metadata = {
    created_time: '2026-11-20T08:00:00.123456789Z',
    custom_metadata: null,
    destroyed: false,
  };
  /** Answers as Vault 1.x and OpenBao 2.x do. */
  const vault = createServer((request, answer) => {
    asked = request.headers;
    const tell = (status: number, body: object) =>
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers['x-vault-token'] !== 'hvs.ours') return tell(403, { errors: ['permission denied'] });
    const facts = { request_id: 'f2', lease_id: '', renewable: false, lease_duration: 0, auth: null };
    if (request.url === '/v1/secret/data/gone')
      return tell(404, {
        ...facts,
        data: { data: null, metadata: { ...metadata, deletion_time: '2026-11-21' } },
      });
    if (request.url !== '/v1/secret/data/guanxi') return tell(404, { errors: [] });
    return tell(200, { ...facts, data: { data: kept, metadata: { ...metadata, version: 3 } } });
  });
  let asked: IncomingHttpHeaders = {};
  let kept: Record<string, unknown> = {};
  let place = '';

  before(async () => {
    vault.listen(0, '127.0.0.1');
    await once(vault, 'listening');
    place = `http://127.0.0.1:${(vault.address() as AddressInfo).port}/v1/secret/data`;
  });
  after(() => {
    vault.close();
    rmSync(folder, { recursive: true });
  });

  it('come from files, as systemd, Docker and Kubernetes hand them over', async () => {
    const secret = file('secret', `${'s'.repeat(40)}\n`);
    const { GUANXI_SECRET } = await taken({ GUANXI_SECRET_FILE: secret, PATH_FILE: '/nowhere' });
    assert.equal(GUANXI_SECRET, 's'.repeat(40));
    await assert.rejects(
      taken({ GUANXI_SECRET: 'x', GUANXI_SECRET_FILE: secret }),
      /GUANXI_SECRET and GUANXI_SECRET_FILE are both set/,
    );
    await assert.rejects(
      taken({ DATABASE_URL_FILE: join(folder, 'none') }),
      /^Error: DATABASE_URL_FILE: .*none cannot be read \(ENOENT\)\.$/,
    );
  });

  it('come from a key vault, by a token that an agent keeps in a file', async () => {
    kept = { GUANXI_SECRET: 'v'.repeat(40), GUANXI_BACKUP_PASSPHRASE: 'out of the vault' };
    const environment = await taken({
      GUANXI_VAULT_URL: `${place}/guanxi`,
      GUANXI_VAULT_TOKEN_FILE: file('token', 'hvs.ours'),
      GUANXI_VAULT_NAMESPACE: 'sales',
      GUANXI_BACKUP_PASSPHRASE: 'said here',
    });
    assert.equal(environment.GUANXI_SECRET, 'v'.repeat(40));
    assert.equal(environment.GUANXI_BACKUP_PASSPHRASE, 'said here', 'what the environment says stays');
    assert.equal(asked['x-vault-namespace'], 'sales');
  });

  it('are never done without: the server does not start with others', async () => {
    const from = (name: string, token = 'hvs.ours') =>
      taken({ GUANXI_VAULT_URL: `${place}/${name}`, GUANXI_VAULT_TOKEN: token });
    await assert.rejects(
      from('guanxi', 'hvs.another'),
      /answers 403: permission denied \(GUANXI_VAULT_URL\)$/,
    );
    for (const name of ['gone', 'nothing'])
      await assert.rejects(from(name), /answers 404: there is no such secret/);
    kept = { NODE_OPTIONS: '--require /tmp/x' };
    await assert.rejects(from('guanxi'), /The vault's NODE_OPTIONS is no text that may be kept there/);
    await assert.rejects(taken({ GUANXI_VAULT_URL: place }), /GUANXI_VAULT_TOKEN or GUANXI_VAULT_TOKEN_FILE/);
    const plain = {
      GUANXI_VAULT_URL: 'http://vault.example.com/v1/secret/data/guanxi',
      GUANXI_VAULT_TOKEN: 't',
    };
    await assert.rejects(taken(plain), /notPublic/, 'nothing secret goes unencrypted over a network');
  });
});
