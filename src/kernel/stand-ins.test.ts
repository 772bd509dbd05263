import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, literal, path } from './expression/expression.ts';
import { formula } from './field/formula/formula.ts';
import { reference } from './field/reference/reference.ts';
import { text } from './field/text/text.ts';
import { defineModule, type Module } from './module.ts';
import { defineObject } from './object.ts';
import type { ObjectName } from './object-name.ts';
import { compose, objectNamed } from './registry.ts';

const reader = defineObject({
  name: 'library.reader',
  icon: 'user',
  fields: { name: text(), card: text() },
});
const loan = defineObject({
  name: 'library.loan',
  icon: 'book',
  unique: [['book', 'reader']],
  fields: {
    name: formula('text', call('concat', path('reader.name'), literal('text', ' · '), path('book'))),
    card: formula('text', path('reader.card')),
    book: text(),
    reader: reference('library.reader' as ObjectName, { required: true }),
  },
});
const guest = defineObject({ name: 'visits.guest', icon: 'user', fields: { name: text() } });

function module(name: string, rest: Partial<Module>): Module {
  const none = { depends: [], objects: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } };
  return defineModule({ name, ...none, ...rest });
}

const library = module('library', { objects: [{ object: reader }, { object: loan }] });
const visits = (insteadOf: string) =>
  module('visits', {
    objects: [{ object: guest }],
    extensions: [
      {
        object: 'library.loan',
        fields: { guest: reference('visits.guest' as ObjectName, { insteadOf }) },
      },
    ],
  });
const loanWith = (...modules: readonly Module[]) => objectNamed(compose(modules, 'library.reader'), 'loan');

describe('a reference that may stand in the place of another', () => {
  it('leaves the object as it is where nothing stands in', () => {
    const { declaration, fields } = loanWith(library);
    assert.deepEqual(declaration.unique, [['book', 'reader']]);
    assert.equal(fields.get('reader')?.required, true);
    assert.deepEqual(declaration.rules, []);
  });

  it('is filled in or the other is, and never both', () => {
    const { declaration, fields } = loanWith(library, visits('reader'));
    assert.equal(fields.get('reader')?.required, false);
    assert.deepEqual(declaration.rules, [
      {
        field: 'reader',
        code: 'required',
        when: { and: [{ reader: { isNull: true } }, { guest: { isNull: true } }] },
      },
      { field: 'guest', code: 'oneAlone', when: { reader: { isNull: false }, guest: { isNull: false } } },
    ]);
  });

  it('is unique by what the other is unique by', () => {
    assert.deepEqual(loanWith(library, visits('reader')).declaration.unique, [
      ['book', 'reader'],
      ['book', 'guest'],
    ]);
  });

  it('gives its values to the formulas that read the other’s, as far as it has them', () => {
    const { fields } = loanWith(library, visits('reader'));
    const name = call('coalesce', path('reader.name'), path('guest.name'));
    assert.deepEqual(
      fields.get('name')?.expression,
      call('concat', name, literal('text', ' · '), path('book')),
    );
    assert.deepEqual(fields.get('card')?.expression, path('reader.card'));
  });

  it('must stand in for a reference that is there', () => {
    assert.throws(() => loanWith(library, visits('book')), /guest stands in for book, which is no reference/);
  });
});
