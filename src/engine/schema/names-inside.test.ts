import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, path } from '#kernel/expression/expression.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { json } from '#kernel/field/json/json.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Registry } from '#kernel/registry.ts';
import { createIdentity } from '../identity/identity.ts';
import type { ImportFile } from '../imports/import-job.ts';
import { savedMapping, saveMappings } from '../imports/saved-mappings.ts';
import { Shelf, version } from './testing/shelf.ts';

/** What a person has written that names fields of the object that `of` tells. */
const written = {
  of: text(),
  rule: json({ names: { as: 'condition', of: 'of' } }),
  limits: json({ names: { as: 'keys', of: 'of' } }),
  counted: json({ names: { as: 'rollup' } }),
  seen: json({ names: { as: 'view', of: 'of' } }),
  told: json({ names: { as: 'topics' } }),
};
const before = version({
  ...written,
  genre: text(),
  first: reference('shelf.book' as ObjectName),
  whole: formula('text', call('concat', path('genre'), path('title'))),
});
const after = (name: string) =>
  version(
    {
      ...written,
      kind: text({ formerly: ['genre'] }),
      original: reference(`shelf.${name}` as ObjectName, { formerly: ['first'] }),
      full: formula('text', call('concat', path('kind'), path('title')), { formerly: ['whole'] }),
    },
    name === 'book' ? {} : { name, formerly: ['book'] },
  );
const header = ['类别', '首版'];

describe('what is called otherwise is followed', () => {
  const shelf = new Shelf();

  async function begin(): Promise<string> {
    await shelf.migrate(before);
    return shelf.create(before, 'book', {
      title: '规则',
      of: 'book',
      rule: {
        genre: 'essay',
        or: [{ 'first.genre': { in: ['story'] } }, { not: { whole: '杂文' } }],
        title: '规则',
        has: { object: 'book', by: 'first', where: { genre: 'essay' } },
      },
      seen: {
        where: { not: { has: { object: 'book', by: 'first' } } },
        ...{ sort: '-genre,title', columns: ['title', 'first.genre'], widths: { genre: 90 }, group: 'genre' },
        ...{ totals: { genre: 'filled' }, frozen: 1, ends: 'genre', after: 'first' },
        colors: [{ where: { genre: 'essay' }, color: 'red', column: 'first.genre' }],
      },
      limits: { genre: 'masked', title: 'read' },
      counted: { object: 'book', by: 'first', measure: 'sum', field: 'genre', where: { whole: 'x' } },
      told: [{ object: 'book', kinds: ['updated'], fields: ['genre'], where: { 'first.genre': 'essay' } }],
    });
  }
  const read = async (registry: Registry, object: string, id: string) => {
    const { rule, limits, counted, seen, told } = await shelf.read(registry, object, id);
    return { rule, limits, counted, seen, told };
  };
  const renamed = (object: string) => ({
    rule: {
      ...{ kind: 'essay', or: [{ 'original.kind': { in: ['story'] } }, { not: { full: '杂文' } }] },
      title: '规则',
      has: { object, by: 'original', where: { kind: 'essay' } },
    },
    seen: {
      where: { not: { has: { object, by: 'original' } } },
      ...{ sort: '-kind,title', columns: ['title', 'original.kind'], widths: { kind: 90 }, group: 'kind' },
      ...{ totals: { kind: 'filled' }, frozen: 1, ends: 'kind', after: 'original' },
      colors: [{ where: { kind: 'essay' }, color: 'red', column: 'original.kind' }],
    },
    limits: { kind: 'masked', title: 'read' },
    counted: { object, by: 'original', measure: 'sum', field: 'kind', where: { full: 'x' } },
    told: [{ object, kinds: ['updated'], fields: ['kind'], where: { 'original.kind': 'essay' } }],
  });

  it('in conditions, limits of fields, roll-ups and views that records hold', async () => {
    const id = await begin();
    const { changes } = await shelf.planned(after('book'));
    assert.ok(changes.some(({ sentence }) => sentence.startsWith('Write the new names in the conditions')));
    await shelf.migrate(after('book'));
    assert.deepEqual(await read(after('book'), 'book', id), renamed('book'));
    assert.deepEqual((await shelf.planned(after('book'))).changes, []);
  });

  it('also where a computed field alone has another name', async () => {
    const id = await begin();
    const later = version({
      ...written,
      genre: text(),
      first: reference('shelf.book' as ObjectName),
      full: formula('text', call('concat', path('genre'), path('title')), { formerly: ['whole'] }),
    });
    await shelf.migrate(later);
    const { counted } = await read(later, 'book', id);
    assert.deepEqual((counted as { where: object }).where, { full: 'x' });
  });

  it('in the mappings of files', async () => {
    await begin();
    const mapping = [
      { column: '类别', field: 'genre' },
      { column: '首版', field: 'first', match: 'genre', values: { genre: 'genre' } },
    ];
    const file = { name: 'books.csv', header, object: 'book', mapping, matchBy: 'genre' };
    await saveMappings(shelf.context(before), [file as unknown as ImportFile]);
    await shelf.migrate(after('volume'));
    assert.deepEqual(await savedMapping(shelf.context(after('volume')), header), {
      object: 'volume',
      mapping: [
        { column: '类别', field: 'kind' },
        { column: '首版', field: 'original', match: 'kind', values: { genre: 'genre' } },
      ],
    });
  });

  it('in the scopes of the workspace’s keys', async () => {
    const id = await begin();
    const { pool } = shelf;
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const settings = { company: '书架', currency: 'CNY', currencies: { CNY: '1' }, locale: 'zh-CN' as const };
    for (const name of ['shelf', 'elsewhere']) {
      await identity.workspaces.create({ name, settings: { ...settings, timeZone: 'Asia/Shanghai' } });
      await identity.people.createSignIn({
        workspace: name,
        userId: id,
        email: 'lu@shelf.example',
        name: '鲁迅',
      });
    }
    const owners = await identity.people.find('lu@shelf.example');
    const scopes = [
      'records:book:read',
      'records:writer:write',
      'records:bookmark:read',
      'actions:shelf.book',
    ];
    for (const owner of owners) await identity.apiKeys.create(owner, { name: '读者', scopes });
    await shelf.migrate(after('volume'));
    const told = async (workspace: string) => {
      const owner = owners.find((one) => one.workspace === workspace);
      return owner && (await identity.apiKeys.list(owner))[0]?.scopes;
    };
    assert.deepEqual(await told('shelf'), ['records:volume:read', ...scopes.slice(1)]);
    assert.deepEqual(await told('elsewhere'), scopes);
  });
});
