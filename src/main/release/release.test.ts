import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packRelease, passOn } from './pack-release.ts';
import { verifyRelease } from './verify-release.ts';

const pairOfKeys = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

describe('ADM-03 a signed release', () => {
  const place = mkdtempSync(join(tmpdir(), 'guanxi-release-'));
  const [root, folder] = [join(place, 'program'), join(place, 'release')];
  const { privateKey, publicKey } = pairOfKeys();

  before(async () => {
    mkdirSync(root);
    writeFileSync(join(root, 'package.json'), '{"name":"guanxi","version":"1.2.3","private":true}');
    writeFileSync(join(root, 'program.js'), 'export {};');
    writeFileSync(join(root, 'package-lock.json'), '{}');
    await packRelease(root, folder, privateKey, 'early');
  });

  it('holds what npm packs, its sums as sha256sum knows them, and says its version and ring', async () => {
    assert.deepEqual(readdirSync(folder).sort(), [
      'SHA256SUMS',
      'SHA256SUMS.sig',
      'guanxi-1.2.3.tgz',
      'package-lock.json',
      'release.json',
    ]);
    if (process.platform === 'linux')
      execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' });
    const { version, ring } = await verifyRelease(folder, publicKey);
    assert.deepEqual([version, ring], ['1.2.3', 'early']);
    await passOn(folder, privateKey, 'general');
    assert.equal((await verifyRelease(folder, publicKey)).ring, 'general');
  });

  it('is refused by another key, with a file changed, added or missing, and is not packed over another', async () => {
    await assert.rejects(verifyRelease(folder, pairOfKeys().publicKey), /not of this key/);
    await assert.rejects(packRelease(root, folder, privateKey, 'early'), /not empty/);
    writeFileSync(join(folder, 'install.sh'), 'curl …');
    await assert.rejects(verifyRelease(folder, publicKey), /install\.sh was not signed/);
    writeFileSync(join(folder, 'release.json'), '{"version":"9.9.9"}');
    await assert.rejects(verifyRelease(folder, publicKey), /release\.json is missing or was changed/);
  });

  it('is checked from the command line', () => {
    const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
    const key = join(place, 'public.pem');
    writeFileSync(key, publicKey);
    assert.throws(
      () => execFileSync(process.execPath, [cli, 'verify-release', folder, '--key', key], { stdio: 'pipe' }),
      /install\.sh was not signed/,
    );
  });
});
