import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestFile, ReleaseFault, type ReleaseManifest, signatureFile, sumsFile } from './manifest.ts';
import { sumsOf } from './sums.ts';

/** Checks that a release was signed with the key, and that every file is the one that was signed and none was added. */
export async function verifyRelease(folder: string, publicKey: string): Promise<ReleaseManifest> {
  const [sums, signature] = await Promise.all([read(folder, sumsFile), read(folder, signatureFile)]);
  if (!verify(null, Buffer.from(sums), createPublicKey(publicKey), Buffer.from(signature, 'base64')))
    throw new ReleaseFault(
      'The signature is not of this key: the release is not from where it says, or was changed.',
    );
  const signed = new Set(sums.split('\n'));
  const found = new Set((await sumsOf(folder)).split('\n'));
  const faults = [
    ...[...signed]
      .filter((line) => !found.has(line))
      .map((line) => `${nameIn(line)} is missing or was changed.`),
    ...[...found].filter((line) => !signed.has(line)).map((line) => `${nameIn(line)} was not signed.`),
  ];
  if (faults.length > 0) throw new ReleaseFault([...new Set(faults)].join('\n'));
  return JSON.parse(await read(folder, manifestFile)) as ReleaseManifest;
}

function nameIn(line: string): string {
  return line.slice(line.indexOf('  ') + 2);
}

async function read(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch {
    throw new ReleaseFault(`${join(folder, name)} is missing.`);
  }
}
