import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Candidate, leastLoaded, nextInTurn, standing } from './next-in-turn.ts';

const person = (id: string, open = 0, absent = false): Candidate => ({ id, name: id, open, absent });

describe('whose turn it is', () => {
  it('SAL-22 goes round, and passes over who is away or has enough', () => {
    const circle = [person('张伟'), person('李薇', 0, true), person('王强', 10), person('赵磊', 9)];
    const turns: (string | undefined)[] = [];
    let last: string | null = null;
    for (let turn = 0; turn < 4; turn++) {
      last = nextInTurn(circle, last, 10)?.id ?? null;
      turns.push(last ?? undefined);
    }
    assert.deepEqual(turns, ['张伟', '赵磊', '张伟', '赵磊']);
    assert.equal(nextInTurn([person('李薇', 0, true), person('王强', 10)], null, 10), undefined);
    assert.equal(nextInTurn([], null, null), undefined);
    assert.equal(nextInTurn(circle, 'somebody who left', 10)?.id, '张伟');
  });

  it('SAL-22 gives to whoever has the fewest, in turn among equals', () => {
    const circle = [person('张伟', 4), person('李薇', 2), person('王强', 2), person('赵磊', 0, true)];
    assert.equal(leastLoaded(circle, null, null)?.id, '李薇');
    assert.equal(leastLoaded(circle, '李薇', null)?.id, '王强');
    assert.equal(leastLoaded(circle, '王强', null)?.id, '李薇');
    assert.equal(leastLoaded(circle, null, 2), undefined);
  });

  it('SAL-22 says how everybody stood', () => {
    const circle = [person('张伟', 3), person('李薇', 0, true), person('王强', 10)];
    assert.equal(standing(circle, '张伟', 10), '✓ 张伟 3/10 · ⏸ 李薇 · ■ 王强 10/10');
    assert.equal(standing([person('张伟', 3)], undefined, null), '张伟 3');
  });
});
