import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { comparableForm } from '#kernel/sealed.ts';
import { isSealed, seal, sealMark, unseal } from '../backup/sealing.ts';
import { uuidv7 } from '../database/uuid.ts';
import { closeBytes, openBytes } from './cipher.ts';
import { readSealedValue, type SealedValue, sealedText } from './sealed-value.ts';

/**
 * Seals and opens the values of one workspace. Each value has a key of its own, so that it can be lost for good by
 * destroying that key; the workspace's key wraps them and tells equal values.
 */
export class WorkspaceSeal {
  readonly #wrapping: Uint8Array;
  readonly #comparing: Uint8Array;
  readonly #proving: Uint8Array;
  readonly #files: Buffer;

  constructor(key: Uint8Array) {
    const derived = (purpose: string) => new Uint8Array(hkdfSync('sha256', key, '', `guanxi ${purpose}`, 32));
    this.#wrapping = derived('value keys');
    this.#comparing = derived('equal values');
    this.#proving = derived('sealed values');
    this.#files = Buffer.from(derived('files'));
  }

  /** A value sealed with a key made for it. */
  seal(value: string): string {
    const keyId = uuidv7();
    const key = randomBytes(32);
    const body = closeBytes(key, Buffer.from(value), keyId);
    const wrapped = closeBytes(this.#wrapping, key, keyId);
    return sealedText({ keyId, body, mac: this.#mac(keyId, body), form: this.form(value), key: wrapped });
  }

  /** Reads a value, given the wrapped key of its key id. */
  open({ keyId, body }: SealedValue, wrapped: string): string {
    return openBytes(openBytes(this.#wrapping, wrapped, keyId), body, keyId).toString('utf8');
  }

  /** A file as it comes, sealed piece by piece. */
  sealFile(clear: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    return seal(this.#files, clear);
  }

  /** A text of a file, on its own. */
  sealPart(clear: string): string {
    return closeBytes(this.#files, Buffer.from(clear));
  }

  openPart(kept: string): string {
    return openBytes(this.#files, kept).toString('utf8');
  }

  /** A file as it was before it was sealed; one that never was is given as it is. */
  async *openFile(kept: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const pieces = kept[Symbol.asyncIterator]();
    let head = Buffer.alloc(0);
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= sealMark.length) break;
    }
    async function* whole() {
      yield head;
      yield* { [Symbol.asyncIterator]: () => pieces };
    }
    yield* isSealed(head) ? unseal(this.#files, whole()) : whole();
  }

  /** What a value is found by: the same for equal values, and of no use without the workspace's key. */
  form(value: string): string {
    return createHmac('sha256', this.#comparing).update(comparableForm(value)).digest('base64url');
  }

  /** A text that this workspace has sealed; a text that only looks so is none. */
  genuine(text: unknown): SealedValue | undefined {
    const sealed = readSealedValue(text);
    if (sealed === undefined) return undefined;
    const expected = Buffer.from(this.#mac(sealed.keyId, sealed.body));
    return timingSafeEqual(expected, Buffer.from(sealed.mac)) ? sealed : undefined;
  }

  #mac(keyId: string, body: string): string {
    const mac = createHmac('sha256', this.#proving).update(`${keyId} ${body}`).digest();
    return mac.subarray(0, 16).toString('base64url');
  }
}
