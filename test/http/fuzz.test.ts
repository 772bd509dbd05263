import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { fuzz } from '#test/fuzz/fuzz.ts';
import { startProduct } from './product.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'guanxi-fuzz-'));
const { GUANXI_FUZZ_EACH, GUANXI_FUZZ_ONLY: only, GUANXI_TEST_SEED } = process.env;
// Always the same requests here, so that a failure is of what was changed; `npm run fuzz` makes others each time.
const seed = Number(GUANXI_TEST_SEED ?? 636_175);

test('requests made from the API’s own description, fitting, spoilt and hostile, are answered as it says, never with a failure, and a refusal writes nothing', async () => {
  const backups = { store: folderBackupStore(newFolder()), passphrase: 'a long walk by the river' };
  const product = await startProduct({
    ...{ backups, files: { store: folderStore(newFolder()), limit: 100_000 }, directory: newFolder() },
  });
  const outcome = await fuzz({
    ...{ product, seed, each: Number(GUANXI_FUZZ_EACH ?? 0.3) },
    ...(only !== undefined && { chosen: ({ call }) => call.operationId === only }),
  });
  const { faults, ...counts } = outcome;
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
  assert.deepEqual(faults, [], faults.join('\n'));
  assert.ok(only !== undefined || counts.succeeded > counts.requests / 15, JSON.stringify(counts));
});
