import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';
import { archive, scopeRoles } from './archive.ts';
import { all, checkObject, type Door } from './rights-doors.ts';
import type { World } from './rights-oracle.ts';
import { actorIn } from './standing-in-memory.ts';

type Person = Asking & { readonly id: string };

const yesterday = new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10);

describe('ADM-14 CUS-16 scopes, sharing and rules, each through every door', () => {
  let product: Product;
  let admin: Asking;
  const staff: { readonly role: string; readonly person: Person }[] = [];

  const make = async (object: string, values: object): Promise<string> => {
    const answer = await admin('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };

  before(async () => {
    product = await startProduct({ more: [archive] });
    admin = product.ask;
    const headquarters = await make('department', { name: '销售总部' });
    const east = await make('department', { name: '华东区', parent: headquarters });
    const shanghai = await make('department', { name: '上海办', parent: east });
    const departments = [headquarters, east, shanghai];
    for (const [index, role] of [...scopeRoles, 'own', 'team', 'territory'].entries()) {
      const name = `${role} ${index}`;
      const person = await product.colleague({
        name,
        email: `${role}${index}@hengyue.example`,
        roles: [role],
      });
      const manager = staff[Math.floor(index / 3) - 1]?.person.id ?? null;
      const department = departments[index % 4] ?? null;
      await admin('PATCH', `/api/records/user/${person.id}`, { manager, department });
      staff.push({ role, person });
    }
    const id = (index: number) => staff[index]?.person.id as string;
    await admin('PATCH', `/api/records/department/${east}`, { leader: id(3) });
    const [some, others] = [
      await make('team', { name: '钢铁组', members: [id(1), id(3), id(5), id(10)] }),
      await make('team', { name: '海外组', leader: id(3), members: [id(8), id(11)] }),
    ];
    const china = await make('territory', { name: '中国', members: [id(6)] });
    const south = await make('territory', { name: '华南', parent: china, members: [id(9), id(2)] });
    const folders: string[] = [];
    for (const index of staff.keys())
      for (const region of ['east', 'south', 'abroad'] as const) {
        const name = `卷宗 ${index} ${region}`;
        folders.push(await make('folder', { name, region, owner: id(index), worth: '100' }));
      }
    const share = (folder: number, values: object) =>
      make('share', { record: { object: 'folder', id: folders[folder] }, ...values });
    const to = (object: string, one: string) => ({ recipient: { object, id: one } });
    await share(0, { ...to('user', id(1)), access: 'update', reason: '一起投标' });
    await share(1, to('user', id(4)));
    await share(2, { ...to('user', id(5)), until: yesterday });
    await share(3, to('team', some));
    await share(4, { ...to('team', others), access: 'update' });
    await share(5, to('department', headquarters));
    await share(6, { ...to('department', shanghai), access: 'update' });
    await share(30, to('territory', south));
    await share(31, { ...to('territory', china), access: 'update' });
    await share(33, { role: 'own', access: 'update' });
    await share(34, { role: 'none', access: 'update' });
    const rule = (name: string, where: object, values: object) =>
      make('sharingRule', { name, object: 'folder', where, ...values });
    await rule(
      '华南归华南',
      { region: 'south', owner: { in: [id(0), id(7), id(9)] } },
      to('territory', south),
    );
    await rule('海外给海外组', { region: 'abroad' }, { ...to('team', others), access: 'update' });
    await rule('停用', { region: 'east' }, { ...to('team', others), active: false });
    for (const folder of folders.slice(0, 9)) await make('sheet', { name: `页 ${folder}`, folder });
  });

  async function read(): Promise<World> {
    const names = ['user', 'department', 'team', 'territory', 'share', 'sharingRule', 'folder', 'sheet'];
    const found = await Promise.all(names.map((name) => all(textOf(admin), name)));
    return new Map(names.map((name, index) => [name, new Map(found[index]?.map((one) => [one.id, one]))]));
  }

  for (const name of ['folder', 'sheet', 'share'])
    it(`${name}: each of ${scopeRoles.length} scopes is the same in SQL as in memory`, async () => {
      const world = await read();
      const object: ObjectModel = objectNamed(product.registry, name);
      for (const { person } of staff)
        await checkObject(
          { registry: product.registry, world },
          object,
          actorIn(world, person.id),
          textOf(person),
        );
    });
});

/** The same questions, with the answer's text beside it. */
function textOf(ask: Asking): Door {
  return async (method, url, payload) => {
    const answer = await ask(method, url, payload);
    return { ...answer, text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) };
  };
}
