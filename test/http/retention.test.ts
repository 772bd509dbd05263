import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { asSystem } from '#engine/access/actor.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { sealLog } from '#engine/log-seal/seal-log.ts';
import { readUnsealed, verifyLog } from '#engine/log-seal/verify-log.ts';
import { activeRules, applyRetention, previewRetention } from '#engine/privacy/retention.ts';
import type { Context, Workspace } from '#engine/records/context.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { type Asking, type Product, startProduct } from './product.ts';

describe('PRV-01 how long records are kept', () => {
  let product: Product;
  let ask: Asking;
  let workspace: Workspace;

  before(async () => {
    product = await startProduct();
    ask = product.ask;
    const { pool } = product;
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const stored = await identity.workspaces.get('main');
    assert.ok(stored);
    workspace = workspaceOf(stored);
  });

  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  /** The system, so many months from now. */
  const later = (months: number): Context => ({
    registry: product.registry,
    workspace,
    database: product.database,
    actor: asSystem('test'),
    now: Date.now() + months * 31 * 86_400_000,
  });
  const rule = async (values: object) => {
    const id = await make('retentionRule', values);
    const found = (await activeRules(later(0))).find((each) => each.id === id);
    assert.ok(found, JSON.stringify(await activeRules(later(0))));
    return found;
  };

  it('erases people who were quiet for so long, after showing who it would be, and the audit counts them', async () => {
    const quiet = await make('contact', { lastName: '陆', firstName: '文博', mobile: '13800138000' });
    const other = await make('contact', { lastName: '周', firstName: '敏', tier: 'A' });
    const held = await make('contact', { lastName: '何', firstName: '远', mobile: '13911112222' });
    const hold = await make('preservation', { record: { object: 'contact', id: held }, reason: '诉讼中' });
    const quietOnes = await rule({
      ...{ name: '联系人三年', object: 'contact', months: 36, effect: 'erase', active: true },
      where: { tier: { isNull: true } },
    });
    const url = `/api/retention/${quietOnes.id}`;
    assert.deepEqual((await ask('GET', url)).body, { count: 0, held: 0, records: [] });
    const preview = await previewRetention(later(40), quietOnes);
    assert.deepEqual(preview, { count: 1, held: 1, records: [{ id: quiet, name: '陆文博' }] });
    const place = { database: product.database, workspace };
    while ((await readUnsealed(place.database, workspace)).unsealed > 0) await sealLog(place);
    assert.deepEqual(await applyRetention(later(40), quietOnes), { count: 1, kept: 0 });
    const seal = await verifyLog(place);
    assert.equal(seal.broken, undefined, 'what was erased by a rule was rightly changed');
    assert.ok(seal.entries > 0);
    assert.equal((await ask('GET', `/api/records/contact/${quiet}`)).body.mobile, null);
    assert.equal((await ask('GET', `/api/records/contact/${other}`)).body.name, '周敏');
    const [entry] = (await ask('GET', '/api/audit?kind=retention.applied')).body.entries;
    assert.deepEqual(entry.facts, { object: 'contact', effect: 'erase', count: 1, kept: 0 });
    assert.deepEqual(await applyRetention(later(90), quietOnes), { count: 0, kept: 0 }, 'once is enough');

    const refused = await ask('POST', `/api/records/contact/${held}/erasure`, { reason: '本人要求' });
    assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'held']);
    await ask('DELETE', `/api/records/preservation/${hold}`);
    assert.deepEqual(await applyRetention(later(90), quietOnes), { count: 1, kept: 0 });
    const changed = (await ask('GET', `/api/records/retentionRule/${quietOnes.id}/timeline`)).status;
    assert.equal(changed, 200);
  });

  it('moves what a date has passed into the bin, from which it can be taken', async () => {
    const old = await make('task', { subject: '旧任务', dueAt: '2026-01-01T00:00:00Z' });
    const fresh = await make('task', { subject: '新任务', dueAt: new Date().toISOString() });
    const dates = { since: 'date', dateField: 'dueAt' };
    const tasks = await rule({
      name: '任务',
      object: 'task',
      months: 6,
      ...dates,
      effect: 'bin',
      active: true,
    });
    assert.deepEqual(await applyRetention(later(0), tasks), { count: 1, kept: 0 });
    assert.equal((await ask('GET', `/api/records/task/${old}`)).status, 404);
    assert.equal((await ask('GET', `/api/records/task/${fresh}`)).status, 200);
    assert.equal((await ask('POST', `/api/records/task/${old}/restore`)).status, 200);
  });

  it('refuses a rule that makes no sense, naming the field', async () => {
    const faults = async (values: object) => {
      const { body } = await ask('POST', '/api/records/retentionRule', {
        name: 'x',
        object: 'contact',
        months: 12,
        ...values,
      });
      return body.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    };
    assert.deepEqual(await faults({ months: 0 }), ['months outOfRange']);
    assert.deepEqual(await faults({ since: 'date' }), ['dateField required']);
    assert.deepEqual(await faults({ since: 'date', dateField: 'email' }), ['dateField notADateField']);
    assert.deepEqual(await faults({ object: 'order', effect: 'erase' }), ['effect notPersonal']);
    assert.deepEqual(await faults({ object: 'user' }), ['object noSuchObject']);
    assert.deepEqual(await faults({ object: 'ledgerEntry' }), ['object noSuchObject']);
    assert.deepEqual(await faults({ where: { nonsense: 1 } }), ['where unknownField']);
  });

  it('is for administrators alone', async () => {
    const na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesManager'],
    });
    const [known] = await activeRules(later(0));
    assert.equal((await na('GET', `/api/retention/${known?.id}`)).status, 403);
    assert.equal((await na('GET', '/api/records/retentionRule')).status, 403);
    assert.equal((await na('POST', '/api/records/preservation', { reason: 'x' })).status, 403);
  });
});
