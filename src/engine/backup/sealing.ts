import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BackupFault } from './backup-fault.ts';
import { chunksOf } from './chunks.ts';

/** Sealed in pieces, so that nothing is believed before it was checked, however long the whole is. */
const chunkSize = 256 * 1024;
const sizes = { salt: 32, tag: 16 };
export const sealMark = Buffer.from('GXS1');

/** Whether bytes that begin so are sealed. */
export function isSealed(head: Buffer): boolean {
  return head.subarray(0, sealMark.length).equals(sealMark);
}

/**
 * Encrypts a stream with AES-256-GCM under a key of its own. Each piece is numbered, and the last is marked, so that
 * pieces can be neither swapped nor cut off unnoticed.
 */
export async function* seal(key: Buffer, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const salt = randomBytes(sizes.salt);
  const own = keyFor(key, salt);
  yield Buffer.concat([sealMark, salt]);
  let number = 0;
  for await (const { chunk, last } of chunksOf(plain, chunkSize)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number++, last));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Gives back what was sealed, or fails: with another key, a byte changed, or an end cut off. */
export async function* unseal(key: Buffer, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const { head, rest } = await split(sealed, sealMark.length + sizes.salt);
  if (!isSealed(head)) throw new BackupFault('This is not a sealed file.');
  const own = keyFor(key, head.subarray(sealMark.length));
  let number = 0;
  for await (const { chunk, last } of chunksOf(rest, chunkSize + sizes.tag)) {
    const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(number++, last));
    const end = Math.max(0, chunk.length - sizes.tag);
    try {
      decipher.setAuthTag(chunk.subarray(end));
      yield Buffer.concat([decipher.update(chunk.subarray(0, end)), decipher.final()]);
    } catch {
      throw new BackupFault('The backup is damaged, incomplete, or sealed with another passphrase.');
    }
  }
}

function keyFor(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'guanxi backup', 32));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The first bytes, and a stream of the others. */
async function split(bytes: AsyncIterable<Uint8Array>, length: number) {
  const pieces = bytes[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < length) {
    const next = await pieces.next();
    if (next.done) throw new BackupFault('This is not a sealed file.');
    start = Buffer.concat([start, next.value]);
  }
  async function* rest() {
    yield start.subarray(length);
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head: start.subarray(0, length), rest: rest() };
}
