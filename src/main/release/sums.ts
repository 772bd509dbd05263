import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { signatureFile, sumsFile } from './manifest.ts';

/** The sums of every file of a release but those that hold and sign them. */
export async function sumsOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name !== sumsFile && name !== signatureFile);
  const lines: string[] = [];
  for (const name of names.sort()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  return lines.join('');
}
