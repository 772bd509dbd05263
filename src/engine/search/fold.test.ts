import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';

test('case, accents and full-width forms do not matter', () => {
  assert.equal(fold('Zoë Ångström'), 'zoe angstrom');
  assert.equal(fold('Łukasz Đặng Müßig'), 'lukasz dang mussig');
  assert.equal(fold('Ｚｈａｎｇ　Ｗｅｉ'), 'zhang wei');
  assert.equal(fold('１３８－００１３'), '138-0013');
  assert.equal(fold('İSTANBUL'), fold('istanbul'));
  assert.equal(fold('ΟΔΟΣ'), fold('οδός'));
});

test('marks that belong to the letter stay', () => {
  assert.equal(fold('ガラス'), 'ガラス');
  assert.equal(fold('ｶﾞﾗｽ'), 'ガラス');
  assert.equal(fold('한국'), '한국');
  assert.equal(fold('हिन्दी'), 'हिन्दी');
});

test('Han characters stay themselves, rare ones too', () => {
  for (const name of ['张伟', '江䶮', '曹㛃', '陶𠮷', '皇𪚥', '诸𬭎']) assert.equal(fold(name), name);
  assert.equal(fold('\uf900'), '豈');
});

test('folding twice is folding once, for every character there is', () => {
  for (let point = 0; point <= 0x10ffff; point++) {
    const once = fold(String.fromCodePoint(point));
    if (fold(once) !== once) assert.fail(`U+${point.toString(16)}`);
  }
});

test('folding twice is folding once, for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(text, (value) => {
      const once = fold(value);
      assert.equal(fold(once), once);
      assert.ok(once.isWellFormed());
    }),
    { numRuns: 1000 },
  );
});

test('a word and its upper case fold to the same', () => {
  const word = fc.array(fc.constantFrom(...'abcxyzàéîõüçñøœšžαβγжщй')).map((letters) => letters.join(''));
  fc.assert(fc.property(word, (value) => assert.equal(fold(value.toUpperCase()), fold(value))));
});
