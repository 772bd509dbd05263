import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { databaseOn } from '../database/database.ts';
import { createIdentityTables } from '../identity/schema.ts';
import { poolFor } from '../identity/testing/stage.ts';
import { recordAuditEntry } from './record-audit-entry.ts';

test('ADM-15 an entry of the audit stands or falls with the change that it tells of', async () => {
  const pool = poolFor(await testDatabase());
  await createIdentityTables(pool);
  const database = databaseOn(pool);
  const entry = { workspace: 'main', kind: 'apiKey.created', facts: { name: '用友 U8' }, ip: '10.0.0.1' };
  await database.transaction((change) => recordAuditEntry(change, entry));
  await assert.rejects(
    database.transaction(async (change) => {
      await recordAuditEntry(change, entry);
      throw new Error('not after all');
    }),
  );
  const { rows } = await pool.query('select workspace, actor, kind, facts, ip from guanxi.audit_entry');
  assert.deepEqual(rows, [{ ...entry, actor: null }]);
});
