import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { torture } from '#test/torture/torture.ts';

test('after kill -9 of server and database together, and of the database alone, what was acknowledged is there, nothing is half there, and each job was done once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-torture-'));
  const outcome = await torture({ rounds: 2, folder, port: 22_000 + (process.pid % 10_000) });
  assert.deepEqual(outcome.faults, []);
  assert.ok(outcome.accounts > 0 && outcome.groups > 0 && outcome.events > 0, JSON.stringify(outcome));
});
