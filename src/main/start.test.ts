import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkServer } from '#engine/database/check-server.ts';
import { createPool } from '#engine/database/database.ts';
import { testDatabase } from '#test/database.ts';
import { failureText } from './failure-text.ts';
import { servingPool } from './serving-pool.ts';

const program = fileURLToPath(new URL('./start.ts', import.meta.url));

describe('a start that cannot succeed says why, in one line without a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-start-'));
  let url = '';
  before(async () => {
    url = await testDatabase();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What the server says before it gives up. */
  const refusal = (parameters: readonly string[], environment: Record<string, string> = {}) =>
    new Promise<string>((resolve, reject) => {
      const env = { ...process.env, GUANXI_DATA: folder, ...environment };
      execFile(
        process.execPath,
        [program, ...parameters],
        { env, timeout: 60_000 },
        (failure, _out, error) => {
          if (failure?.code !== 1) reject(new Error(`It ended with ${failure?.code}: ${error}`));
          else resolve(error.trim());
        },
      );
    });

  it('when no database answers, or the address is none', async () => {
    assert.match(
      await refusal([], { DATABASE_URL: 'postgres://guanxi@127.0.0.1:9/guanxi' }),
      /^No database answers at 127\.0\.0\.1:9: .*Is PostgreSQL running there.*\(DATABASE_URL\)$/,
    );
    await assert.rejects(checkServer('localhost/guanxi'), /DATABASE_URL is not an address such as postgres:/);
  });

  it('when the database does not exist, or does not let us in', async () => {
    const missing = Object.assign(new URL(url), { pathname: '/nowhere' }).href;
    await assert.rejects(
      checkServer(missing),
      /There is no database nowhere at 127\.0\.0\.1:\d+; create it first/,
    );
    const stranger = Object.assign(new URL(url), { username: 'stranger', password: 'guess' }).href;
    await assert.rejects(checkServer(stranger), /does not let stranger in/);
  });

  it('when PostgreSQL is too old', async () => {
    await assert.rejects(checkServer(url, 99), /is PostgreSQL \d+.*; Guanxi needs 99 or newer/);
  });

  it('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const said = await refusal(['--port', String(port)], { DATABASE_URL: url });
    other.close();
    assert.equal(
      said,
      `Port ${port} is in use by another program, or by Guanxi itself; choose another one with --port.`,
    );
  });

  it('ASVS-13.2.2 when the two ways into a database of one’s own are one; with two it serves by the one that owns nothing', async () => {
    const role = `guanxi_serving_${process.pid}`;
    const owner = createPool(url);
    const serving = Object.assign(new URL(url), { username: role, password: 'of the test' }).href;
    try {
      await assert.rejects(
        servingPool(owner, url, `${url}?application_name=other`),
        /DATABASE_URL and GUANXI_DATABASE_OWNER_URL both let in as/,
      );
      await owner.query(`create role ${role} login password 'of the test'`);
      await owner.query('create schema ws_served create table ws_served.there (id integer)');
      const pool = await servingPool(owner, url, serving);
      await owner.query('create table ws_served.later (id integer)');
      for (const table of ['there', 'later']) {
        await pool.query(`insert into ws_served.${table} values (1)`);
        await assert.rejects(pool.query(`drop table ws_served.${table}`), { code: '42501' });
      }
      await pool.end();
      assert.equal(await servingPool(owner, url, url), owner, 'with one address one role does everything');
    } finally {
      await owner.query(
        `drop schema if exists ws_served cascade; drop owned by ${role}; drop role if exists ${role}`,
      );
      await owner.end();
    }
  });

  it('when the folder is none or cannot be written, and when the disk is full', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.equal(
      await refusal(['--data', join(file, 'data')]),
      `${join(file, 'data')} is not a folder. Give another one with --data DIR.`,
    );
    const fault = (code: string) => Object.assign(new Error(code), { code, path: '/srv/guanxi' });
    for (const code of ['EACCES', 'EROFS', 'EPERM'])
      assert.match(
        String(failureText(fault(code))),
        /^\/srv\/guanxi cannot be written\. Give Guanxi a folder/,
      );
    const unmakeable = Object.assign(fault('ENOENT'), { syscall: 'mkdir' });
    assert.match(String(failureText(unmakeable)), /^\/srv\/guanxi cannot be written/);
    // As Node tells that another program has failed: with its exit code, and with what it said.
    const other = Object.assign(new Error('initdb: could not write: No space left on device'), { code: 1 });
    for (const error of [fault('ENOSPC'), other])
      assert.match(String(failureText(error)), /^The disk is full/);
  });
});
