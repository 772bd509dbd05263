import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moved, newStep } from './draft-steps.ts';
import { asFixed, daysAway, fixedOf, momentAway, sourceOf } from './value-source.ts';

describe('WFL-01 what is drawn of a step', () => {
  it('text that begins with a dollar stays text', () => {
    for (const typed of ['$5', '$record.name', '$$', 'plain']) {
      assert.equal(sourceOf(asFixed(typed)), 'fixed');
      assert.equal(fixedOf(asFixed(typed)), typed);
    }
    assert.deepEqual(['$record.name', '$record', '$actor', '$today-3', '$text:{name}', 7].map(sourceOf), [
      'record',
      'self',
      'actor',
      'moment',
      'text',
      'fixed',
    ]);
  });

  it('days away are written as the field has them', () => {
    const [day, instant] = [{ type: 'date' }, { type: 'dateTime' }] as never[];
    for (const days of [-3, 0, 14]) assert.equal(daysAway(momentAway(day as never, days)), days);
    assert.equal(momentAway(instant as never, 2), '$now+2');
  });

  it('steps move within the list, and each new one has a key of its own', () => {
    const one = newStep('wait', []);
    const two = newStep('wait', [one]);
    assert.notEqual(one.key, two.key);
    assert.deepEqual(moved([one, two], 0, 1), [two, one]);
    assert.deepEqual(moved([one, two], 1, 2), [one, two]);
  });
});
