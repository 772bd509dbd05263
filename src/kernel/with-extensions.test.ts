import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Extension } from './extension.ts';
import { integer } from './field/integer/integer.ts';
import { multiChoice } from './field/multi-choice/multi-choice.ts';
import { roles } from './field/multi-choice/roles.ts';
import { reference } from './field/reference/reference.ts';
import { rollup } from './field/rollup/rollup.ts';
import { text } from './field/text/text.ts';
import type { Guard } from './guard.ts';
import { defineModule, type Module } from './module.ts';
import { defineObject } from './object.ts';
import type { ObjectName } from './object-name.ts';
import { compose, objectNamed } from './registry.ts';

const shelf = defineObject({
  name: 'library.shelf',
  icon: 'books',
  fields: { name: text(), above: reference('library.shelf' as ObjectName, { acyclic: true }) },
});
const reader = defineObject({
  name: 'library.reader',
  icon: 'user',
  fields: { name: text(), roles: roles() },
});

function module(name: string, rest: Partial<Module>): Module {
  return defineModule({
    name,
    depends: [],
    objects: [],
    roles: [],
    navigation: [],
    locales: { en: {}, 'zh-CN': {} },
    ...rest,
  });
}

const library = module('library', { objects: [{ object: shelf }, { object: reader }], roles: ['librarian'] });
const lending = (extension: Extension) =>
  compose([library, module('lending', { extensions: [extension], roles: ['lender'] })], 'library.reader');

describe('a module extends the objects of another', () => {
  it('adds fields and what its own roles may do', () => {
    const registry = lending({
      object: 'library.shelf',
      fields: { loans: integer(), tags: multiChoice({ old: 'grey' }) },
      grants: { lender: { read: 'all' } },
    });
    const found = objectNamed(registry, 'shelf');
    assert.deepEqual([...found.fields.keys()], ['name', 'above', 'loans', 'tags']);
    assert.deepEqual(found.policy?.grants, { lender: { read: 'all' } });
  });

  it('says what follows for records besides what their own guard says', async () => {
    const guard = (field: string, taken: object): Guard => ({
      object: 'library.shelf' as ObjectName,
      fields: [field],
      complete: ({ after }) => ({ ...taken, seen: { ...after } }),
      check: () => [{ field, code: 'wrong' }],
    });
    const own = { object: shelf, guard: guard('name', { above: 'attic' }) };
    const added: Extension = { object: 'library.shelf', guard: guard('loans', { loans: 2 }) };
    const parts = [
      { ...library, objects: [own, { object: reader }] },
      module('lending', { extensions: [added] }),
    ];
    const both = objectNamed(compose(parts, 'library.reader'), 'shelf').guard;
    const write = (changed: string) =>
      ({ before: undefined, after: { name: 'A' }, changed: new Set(changed.split(' ')) }) as never;
    assert.deepEqual(await both?.complete?.(write('name loans'), undefined as never), {
      ...{ above: 'attic', loans: 2 },
      seen: { name: 'A', above: 'attic', seen: { name: 'A' } },
    });
    assert.deepEqual(await both?.check(write('loans'), undefined as never), [
      { field: 'loans', code: 'wrong' },
    ]);
  });

  it('makes its roles known wherever roles are chosen', () => {
    const choices = objectNamed(lending({ object: 'library.shelf' }), 'reader').fields.get('roles')?.choices;
    assert.deepEqual(
      choices?.map(({ value }) => value),
      ['librarian', 'lender'],
    );
  });

  it('is refused where the object is missing, has the field already, or knows no such hierarchy', () => {
    const added =
      (fields: Extension['fields'], object = 'library.shelf') =>
      () =>
        lending({ object, ...(fields && { fields }) });
    assert.throws(added(undefined, 'library.desk'), /lending extends library.desk, which is missing/);
    assert.throws(added({ name: text() }), /adds name to library.shelf, which has it already/);
    const count = { object: 'library.shelf' as ObjectName, by: 'above', measure: 'count' } as const;
    assert.throws(added({ below: rollup({ ...count, below: 'name' }) }), /not an acyclic reference/);
    assert.doesNotThrow(added({ below: rollup({ ...count, below: 'above' }) }));
  });
});
