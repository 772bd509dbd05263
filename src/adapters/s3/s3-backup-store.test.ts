import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { type ObjectStorage, StoreFault } from '#kernel/port/backup-store.ts';
import { type ObjectStorageServer, startObjectStorage } from '#test/outside/object-storage.ts';
import { streamOutside } from '../outgoing/stream-outside.ts';
import { s3BackupStore } from './s3-backup-store.ts';

const small = Buffer.from('一份备份');
/** More than two parts of 16 MB. */
const large = Buffer.alloc(33 * 1024 * 1024, randomBytes(1024 * 1024));

describe('ADM-02 backups in a bucket', () => {
  let server: ObjectStorageServer;
  before(async () => {
    server = await startObjectStorage();
  });

  const storeWith = (changes: Partial<ObjectStorage> = {}) =>
    s3BackupStore({ ...server.storage, ...changes });

  async function* inPieces(bytes: Buffer) {
    for (let at = 0; at < bytes.length; at += 256 * 1024) yield bytes.subarray(at, at + 256 * 1024);
  }

  async function readAll(name: string): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of storeWith().read(name)) parts.push(part);
    return Buffer.concat(parts);
  }

  it('come back as they were, small or in parts, are listed by folder, and go', async () => {
    const store = storeWith();
    assert.equal(await store.write('files/a', inPieces(small)), small.length);
    assert.equal(await store.write('backups/2026 秋.guanxi', inPieces(large)), large.length);
    assert.ok((await readAll('files/a')).equals(small));
    assert.ok((await readAll('backups/2026 秋.guanxi')).equals(large));
    assert.deepEqual(await store.list('backups'), [{ name: 'backups/2026 秋.guanxi', size: large.length }]);
    assert.deepEqual([await store.has('files/a'), await store.has('files')], [true, false]);
    await store.remove('files/a');
    await store.remove('files/a');
    assert.equal(await store.has('files/a'), false);
    await assert.rejects(readAll('files/a'), { code: 'ENOENT' });
  });

  it('are there as a whole or not at all', async () => {
    const store = storeWith();
    await assert.rejects(
      store.write(
        'backups/broken',
        (async function* () {
          yield large;
          throw new Error('the disk is full');
        })(),
      ),
      /the disk is full/,
    );
    assert.equal(await store.has('backups/broken'), false);
    server.cutAfter = 2;
    await assert.rejects(store.write('backups/cut', inPieces(large)));
    server.cutAfter = -1;
    assert.equal(await store.has('backups/cut'), false);
  });

  it('say what is to be corrected: key, secret, region, bucket, clock, address', async () => {
    const faultWith = async (changes: Partial<ObjectStorage>) => {
      const fault = await storeWith(changes)
        .list('backups')
        .catch((error: unknown) => error);
      assert.ok(fault instanceof StoreFault, String(fault));
      return fault.code;
    };
    assert.equal(await faultWith({ keyId: 'SOMEBODY' }), 'storeUnknownKey');
    assert.equal(await faultWith({ secretKey: 'guessed' }), 'storeWrongSecret');
    assert.equal(await faultWith({ region: 'eu-west-1' }), 'storeRegion');
    assert.equal(await faultWith({ bucket: 'elsewhere' }), 'storeNoBucket');
    assert.equal(await faultWith({ address: 'http://127.0.0.1:4399' }), 'storeUnreachable');
    server.clock = 20 * 60_000;
    assert.equal(await faultWith({}), 'storeClock');
    server.clock = 0;
  });

  it('go to no address of the own network that was set in a browser', async () => {
    for (const address of [
      'http://127.0.0.1:4399',
      'https://10.0.0.8',
      'https://localhost',
      'http://s3.example.com',
    ])
      await assert.rejects(
        s3BackupStore({ ...server.storage, address }, streamOutside()).list('backups'),
        { code: 'storeNotPublic' },
        address,
      );
    const allowed = s3BackupStore(server.storage, streamOutside({ loopback: true }));
    await allowed.write('files/b', inPieces(small));
    assert.equal(await allowed.has('files/b'), true);
  });
});
