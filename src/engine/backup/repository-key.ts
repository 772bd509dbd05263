import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from './backup-fault.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const name = 'key.json';
/** About a third of a second and 128 MB, once for each backup. */
const cost = { N: 2 ** 17, r: 8, p: 1 };

interface WrappedKey {
  readonly format: 1;
  readonly scrypt: { readonly salt: string; readonly N: number; readonly r: number; readonly p: number };
  readonly nonce: string;
  readonly wrapped: string;
}

/** The least characters of a passphrase: whoever has the backups may try as many as he likes. */
export const shortestPassphrase = 12;

/** The key of everything in a place of backups, which the passphrase opens; made with the first backup. */
export async function repositoryKey(
  store: BackupStore,
  passphrase: string,
  { create = false } = {},
): Promise<Buffer> {
  if (await store.has(name)) return unwrap(await readKey(store), passphrase);
  if (!create) throw new BackupFault(`There is no backup in ${store.place}.`);
  if (passphrase.length < shortestPassphrase)
    throw new BackupFault(`The passphrase needs ${shortestPassphrase} characters at least.`);
  const key = randomBytes(32);
  await store.write(name, bytesOf(await wrap(key, passphrase)));
  return key;
}

/** The name of a file's content among the backups, which tells nobody without the key what it is. */
export function contentName(key: Buffer, hash: string): string {
  const code = createHmac('sha256', key).update(hash).digest('hex');
  return `files/${code.slice(0, 2)}/${code}`;
}

async function readKey(store: BackupStore): Promise<WrappedKey> {
  const text = (await buffer(store.read(name))).toString('utf8');
  try {
    return JSON.parse(text) as WrappedKey;
  } catch {
    throw new BackupFault(`${name} in ${store.place} is damaged.`);
  }
}

async function wrap(key: Buffer, passphrase: string): Promise<WrappedKey> {
  const [salt, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await passphraseKey(passphrase, salt, cost), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    format: 1,
    scrypt: { salt: salt.toString('base64'), ...cost },
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

async function unwrap({ scrypt: used, nonce, wrapped }: WrappedKey, passphrase: string): Promise<Buffer> {
  const own = await passphraseKey(passphrase, Buffer.from(used.salt, 'base64'), used);
  const content = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', own, Buffer.from(nonce, 'base64'));
  try {
    decipher.setAuthTag(content.subarray(32));
    return Buffer.concat([decipher.update(content.subarray(0, 32)), decipher.final()]);
  } catch {
    throw new BackupFault('The backups were made with another passphrase.');
  }
}

function passphraseKey(passphrase: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r });
}

async function* bytesOf(value: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(value));
}
