import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { createPool, type Database, databaseOn } from '#engine/database/database.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { sealLog } from '#engine/log-seal/seal-log.ts';
import { type LogVerdict, readUnsealed, verifyLog } from '#engine/log-seal/verify-log.ts';
import { backUp } from '#engine/operation/backup-service.ts';
import type { Workspace } from '#engine/records/context.ts';
import { rotateSecret } from '#engine/sealing/rotate-secret.ts';
import { anonymiseWorkspace } from '#main/anonymise-workspace.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { testDatabase } from '#test/database.ts';
import { type Product, startProduct } from './product.ts';

const secret = 's'.repeat(40);
const next = 'n'.repeat(40);

interface Place {
  readonly database: Database;
  readonly workspace: Workspace;
}

describe('ADM-15 the history of records', () => {
  let product: Product;
  let main: Place;

  const identityWith = (pool: Pool, key: string) =>
    createIdentity({ pool, secret: key, baseUrl: 'http://127.0.0.1:3000' });
  const placeIn = async (pool: Pool, name: string, key = secret): Promise<Place> => {
    const stored = await (await identityWith(pool, key)).workspaces.get(name);
    assert.ok(stored);
    return { database: databaseOn(pool), workspace: workspaceOf(stored) };
  };
  /** Until all of it is sealed: what is written while other transactions are under way waits for their end. */
  const sealed = async ({ database, workspace }: Place) => {
    while ((await readUnsealed(database, workspace)).unsealed > 0)
      if (!(await sealLog({ database, workspace }))) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const verify = async (place = main): Promise<LogVerdict> => {
    await sealed(place);
    return verifyLog(place);
  };
  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  /** What somebody does who has the database and not the product. */
  const tamper = async (...statements: string[]) => {
    const client = await product.pool.connect();
    try {
      await client.query("set session_replication_role = 'replica'");
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.query("set session_replication_role = 'origin'");
      client.release();
    }
  };
  /** What the seal says of these statements, and that everything holds again after those that undo them. */
  const said = async (tampering: string[], undoing: string[]) => {
    await sealed(main);
    await tamper(...tampering);
    const { broken } = await verify();
    await tamper(...undoing);
    assert.equal((await verify()).broken, undefined, tampering.join());
    return broken;
  };

  before(async () => {
    product = await startProduct();
    main = await placeIn(product.pool, 'main');
    for (const name of ['宁波东海', '绍兴越城', '温州瓯江']) {
      await make('account', { name });
      await sealed(main);
    }
  });

  it('is sealed in blocks some moments later, and every change is as it was written', async () => {
    const before = await verify();
    assert.deepEqual([before.broken, before.unsealed], [undefined, 0]);
    await make('account', { name: '台州椒江' });
    const after = await verify();
    assert.equal(after.broken, undefined);
    assert.equal(after.entries, before.entries + 1);
    assert.equal(after.head.position, before.head.position + 1);
    const { body } = await product.ask('POST', '/api/audit/verify', {});
    assert.deepEqual([body.history.entries, body.history.head], [after.entries, after.head]);
  });

  it('is sealed once, however many servers seal and people write at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        await make('account', { name: `同时 ${index}` });
        await sealLog(main);
      }),
    );
    const { entries, broken } = await verify();
    const [row] = await main.database.run('select count(*) from ws_main.event');
    assert.deepEqual([broken, entries], [undefined, Number(row?.[0])]);
  });

  it('names the change that somebody altered, removed or put in behind its back', async () => {
    const second = `sequence = (select min(sequence) + 1 from ws_main.event)`;
    const altered = await said(
      [
        `create table was as select * from ws_main.event where ${second}`,
        `update ws_main.event set changes = '{"x":[1,2]}' where ${second}`,
      ],
      [`update ws_main.event e set changes = was.changes from was where e.sequence = was.sequence`],
    );
    const [row] = await main.database.run('select sequence, object, record from was');
    assert.deepEqual(
      [altered?.why, altered?.entry?.sequence, altered?.entry?.object, altered?.entry?.record],
      ['altered', ...(row ?? [])],
    );
    const back = 'insert into ws_main.event overriding system value select * from was';
    const removed = await said([`delete from ws_main.event where ${second}`], [back]);
    assert.deepEqual([removed?.why, removed?.entry], ['removed', { sequence: row?.[0] }]);

    const added = (sequence: string) =>
      `insert into ws_main.event (sequence, at, transaction, object, record, version, kind, changes) overriding system value
       select ${sequence}, at - interval '1 second', transaction, object, record, version, 'deleted', '{}' from was`;
    const gone = `delete from ws_main.event where kind = 'deleted'`;
    const other = await said([added('0')], [gone]);
    assert.deepEqual([other?.why, other?.entry?.sequence, other?.entry?.kind], ['added', '0', 'deleted']);
    const twin = await said([added('sequence')], [gone]);
    assert.deepEqual([twin?.why, twin?.entry?.sequence], ['added', row?.[0]]);
  });

  it('shows that two changes were exchanged', async () => {
    const columns = 'at, transaction, actor, object, record, version, kind, changes, impersonator';
    const exchange = [
      'create table pair as select * from ws_main.event order by sequence limit 2',
      'delete from ws_main.event where sequence in (select sequence from pair)',
      `insert into ws_main.event (sequence, ${columns}) overriding system value
       select (select sum(sequence) from pair) - sequence, ${columns} from pair`,
    ];
    const broken = await said(exchange, [
      exchange[1] as string,
      'insert into ws_main.event overriding system value select * from pair',
    ]);
    assert.deepEqual([broken?.why, broken?.position], ['altered', 1]);
  });

  it('shows that a block was changed or taken out, that the end was cut off, and that it was sealed by somebody else', async () => {
    const keep =
      'create table if not exists blocks as select * from ws_main.log_block; create table if not exists head as select * from ws_main.log_head';
    const back =
      'delete from ws_main.log_block; insert into ws_main.log_block select * from blocks; update ws_main.log_head l set position = h.position, hash = h.hash, seal = h.seal from head h';
    const after = [back, 'drop table blocks, head'];
    const moved = await said(
      [keep, `update ws_main.log_block set sealed_at = sealed_at - interval '1 day' where position = 2`],
      after,
    );
    assert.deepEqual([moved?.why, moved?.position], ['block', 2]);
    const missing = await said([keep, 'delete from ws_main.log_block where position = 2'], after);
    assert.deepEqual([missing?.why, missing?.position], ['block', 2]);
    const cut =
      'delete from ws_main.log_block where position = (select max(position) from ws_main.log_block)';
    assert.equal((await said([keep, cut], after))?.why, 'end');
    const shorter = `update ws_main.log_head l set (position, hash) = (select position, hash from ws_main.log_block order by position desc limit 1)`;
    assert.equal((await said([keep, cut, shorter], after))?.why, 'end');
    await tamper(keep, `update ws_main.log_head set seal = 'made up'`);
    await product.ask('POST', '/api/records/account', { name: '其后' });
    for (;;) {
      const refused = await sealLog(main).catch((error: Error) => error.message);
      if (typeof refused === 'string') {
        assert.match(refused, /changed from outside/);
        break;
      }
    }
    await tamper(...after);
    assert.equal((await verify()).broken, undefined);
  });

  it('moved on past what it has not sealed, or back over what it has, the seal shows it', async () => {
    await sealed(main);
    await make('account', { name: '从未封存' });
    const [place] = await main.database.run(
      `select transaction, sequence from ws_main.consumer where name = 'seal'`,
    );
    const to = (transaction: unknown, sequence: unknown) =>
      tamper(
        `update ws_main.consumer set transaction = '${transaction}', sequence = ${sequence} where name = 'seal'`,
      );
    const [last] = await main.database.run(
      'select transaction, sequence from ws_main.event order by sequence desc limit 1',
    );
    await to(last?.[0], last?.[1]);
    const { broken } = await verifyLog(main);
    assert.deepEqual([broken?.why, broken?.entry?.sequence], ['added', last?.[1]]);
    await to(place?.[0], place?.[1]);
    assert.equal((await verify()).broken, undefined);
  });

  it('holds after a person was erased, and says which change was altered since', async () => {
    const contact = await make('contact', { lastName: '陆', firstName: '文博', mobile: '13800138000' });
    const { broken, head } = await verify();
    assert.equal(broken, undefined);
    const erased = await product.ask('POST', `/api/records/contact/${contact}/erasure`, {
      reason: '本人要求',
    });
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    const after = await verify();
    assert.equal(after.broken, undefined);
    assert.ok(after.head.position > head.position + 1, 'the erasure is in the chain');
    const [row] = await main.database.run(
      `select sequence from ws_main.event where record = $1 and kind = 'created'`,
      [contact],
    );
    const set = (changes: string) =>
      `update ws_main.event set changes = ${changes} where sequence = ${row?.[0]}`;
    const altered = await said(
      [
        `create table emptied as select changes from ws_main.event where sequence = ${row?.[0]}`,
        set(`'{"mobile":[null,"13800138000"]}'`),
      ],
      [set('(select changes from emptied)')],
    );
    assert.deepEqual([altered?.why, altered?.entry?.sequence], ['altered', row?.[0]]);
  });

  it('holds in a copy without people, and after a restore, where transactions have other numbers', async () => {
    const files = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-history-')));
    const store = folderBackupStore(mkdtempSync(join(tmpdir(), 'guanxi-history-')));
    const identity = await identityWith(product.pool, secret);
    const source = await identity.workspaces.get('main');
    assert.ok(source);
    await anonymiseWorkspace({ pool: product.pool, identity, registry: product.registry, secret }, source, {
      ...{ name: 'copy', company: '演练', administratorName: '测试员', administratorEmail: 'a@lab.example' },
    });
    const copied = await verify(await placeIn(product.pool, 'copy'));
    assert.equal(copied.broken, undefined);
    assert.ok(copied.entries > 30);

    await sealed(main);
    await make('account', { name: '尚未封存' });
    const was = await verifyLog(main);
    const passphrase = 'a long walk by the river';
    await backUp({ pool: product.pool, files, secret, version: 'of the test' }, { store, passphrase }, 2);
    const pool = createPool(await testDatabase());
    after(() => pool.end());
    await restoreBackup(store, passphrase, { pool, files });
    const restored = await placeIn(pool, 'main');
    const is = await verifyLog(restored);
    assert.deepEqual(
      [is.broken, is.entries, is.head, is.unsealed],
      [undefined, was.entries, was.head, was.unsealed],
    );
    const sealedThere = await verify(restored);
    assert.deepEqual([sealedThere.broken, sealedThere.entries], [undefined, is.entries + is.unsealed]);
  });

  it('leaves its end in the audit once a day, which then knows when it was cut off', async () => {
    await sealed(main);
    await tamper(`update ws_main.log_block set sealed_at = sealed_at where position = 1`);
    await tamper(
      `insert into guanxi.audit_entry (at, workspace, kind, facts) select now() - interval '25 hours', 'main', 'history.sealed', jsonb_build_object('position', position, 'hash', hash) from ws_main.log_head`,
    );
    await make('account', { name: '次日' });
    assert.equal((await verify()).broken, undefined);
    const { entries } = (await product.ask('GET', '/api/audit?kind=history.sealed')).body;
    const [row] = await main.database.run('select position, hash from ws_main.log_head');
    assert.deepEqual([entries.length, entries[0].facts], [2, { position: Number(row?.[0]), hash: row?.[1] }]);
    await tamper(
      `update guanxi.audit_entry set facts = facts || '{"hash":"another"}' where kind = 'history.sealed' and at > now() - interval '1 hour'`,
    );
    assert.deepEqual((await verify()).broken, { why: 'end', position: Number(row?.[0]) });
    await tamper(
      `update guanxi.audit_entry set facts = jsonb_build_object('position', ${row?.[0]}, 'hash', '${row?.[1]}') where kind = 'history.sealed' and at > now() - interval '1 hour'`,
    );
  });

  it('goes on under a new secret, and what the old one locks is worth nothing then', async () => {
    const [old] = await main.database.run('select position, hash, seal from ws_main.log_head');
    await rotateSecret(product.database, secret, next);
    const rotated = await placeIn(product.pool, 'main', next);
    assert.equal((await verify(rotated)).broken, undefined);
    await tamper(`update ws_main.log_head set seal = '${old?.[2]}'`);
    assert.equal((await verifyLog(rotated)).broken?.why, 'end');
    assert.equal((await verifyLog(await placeIn(product.pool, 'main', secret))).broken?.why, 'key');
  });
});
