import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { manifestFile, ReleaseFault, type ReleaseManifest, signatureFile, sumsFile } from './manifest.ts';
import { sumsOf } from './sums.ts';
import { verifyRelease } from './verify-release.ts';

const run = promisify(execFile);

/** Packs the product as npm does, into an empty folder, and signs the sums of all that is in it. */
export async function packRelease(
  root: string,
  folder: string,
  privateKey: string,
  ring: ReleaseManifest['ring'],
): Promise<ReleaseManifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new ReleaseFault(`${folder} is not empty.`);
  const key = createPrivateKey(privateKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new ReleaseFault('The key is not an Ed25519 key.');
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  // npm leaves out what says which packages exactly belong to it, and how they are installed.
  for (const beside of ['package-lock.json', '.npmrc'])
    if (existsSync(join(root, beside))) await copyFile(join(root, beside), join(folder, beside));
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest: ReleaseManifest = { name, version, ring, at: new Date().toISOString() };
  await writeManifest(folder, manifest);
  await signRelease(folder, privateKey);
  return manifest;
}

/** Gives a release that has proved itself to the next ring: the same files, signed again. */
export async function passOn(
  folder: string,
  privateKey: string,
  ring: ReleaseManifest['ring'],
): Promise<ReleaseManifest> {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const manifest = { ...(await verifyRelease(folder, publicKey)), ring };
  await writeManifest(folder, manifest);
  await signRelease(folder, privateKey);
  return manifest;
}

function writeManifest(folder: string, manifest: ReleaseManifest): Promise<void> {
  return writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Writes the sums of what lies in the folder, and their signature. */
async function signRelease(folder: string, privateKey: string): Promise<void> {
  const sums = await sumsOf(folder);
  await writeFile(join(folder, sumsFile), sums);
  const signature = sign(null, Buffer.from(sums), createPrivateKey(privateKey));
  await writeFile(join(folder, signatureFile), `${signature.toString('base64')}\n`);
}
