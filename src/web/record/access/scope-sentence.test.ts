import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scopeSentence } from './scope-sentence.ts';

describe('what a scope says in words', () => {
  it('tells a scope by its name, also where a condition stands for it', () => {
    assert.deepEqual(scopeSentence('department'), { key: 'department' });
    assert.deepEqual(scopeSentence({ owner: { in: '$team' } }), { key: 'team' });
    assert.deepEqual(scopeSentence({ owner: '$actor' }), { key: 'own' });
  });

  it('tells what leads to the record', () => {
    assert.deepEqual(scopeSentence({ owner: null }), { key: 'unowned' });
    assert.deepEqual(scopeSentence({ account: '$visible' }), { key: 'through', field: 'account' });
    assert.deepEqual(scopeSentence({ collaborators: { contains: '$actor' } }), {
      key: 'among',
      field: 'collaborators',
    });
  });

  it('leaves anything else a condition', () => {
    assert.deepEqual(scopeSentence({ region: 'east', owner: null }), { key: 'condition' });
    assert.deepEqual(scopeSentence({ amount: { gt: '5' } }), { key: 'condition' });
    assert.deepEqual(scopeSentence(undefined), { key: 'condition' });
  });
});
