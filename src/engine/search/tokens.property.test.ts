import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { matches } from './tokens/matches.ts';
import { queryTokens, type SearchPart, searchTokens } from './tokens.ts';

const kinds: readonly SearchPart['kind'][] = ['name', 'text', 'digits'];
const everyday =
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长张王李赵温州南北燃气集团限司单曾解仇查区朴乐吕绿';
const han = fc.array(fc.constantFrom(...everyday, '䶮', '㛃', '𠮷', '𪚥'), { minLength: 1, maxLength: 40 });
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\ud800',
        '😀',
        '👩‍👩‍👧',
        'ﷺ',
        '张',
        "'",
        '-',
        '@',
        '+86',
        ' ',
        '\t',
        '1',
        'é',
        '（',
        'ｶﾞ',
        '́',
      ),
      { maxLength: 200 },
    )
    .map((pieces) => pieces.join('')),
);

/** A piece of a list: where it begins and how long it is are drawn from the list's own length. */
function piece<T>(list: readonly T[], from: number, length: number): readonly T[] {
  const start = from % list.length;
  return list.slice(start, start + 1 + (length % (list.length - start)));
}

test('any contiguous part of a Chinese name or text finds it', () => {
  fc.assert(
    fc.property(
      han,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('name', 'text'),
      (characters, from, length, kind) => {
        const tokens = searchTokens([{ kind, value: characters.join('') }]);
        const query = piece(characters, from, length).join('');
        assert.ok(matches(tokens, queryTokens(query)), query);
      },
    ),
    { numRuns: 1000 },
  );
});

test('any contiguous part of a name finds it by pinyin and by initials', () => {
  const readable = fc.array(fc.constantFrom(...'王李张刘陈杨黄周吴徐孙伟芳敏静秀英丽磊军洋勇艳杰娟涛明超'), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(readable, fc.nat(), fc.nat(), (characters, from, length) => {
      const tokens = searchTokens([{ kind: 'name', value: characters.join('') }]);
      const syllables = piece(characters, from, length).map((character) =>
        pinyin(character, { toneType: 'none' }),
      );
      assert.ok(matches(tokens, queryTokens(syllables.join(''))), syllables.join(''));
      assert.ok(matches(tokens, queryTokens(syllables.map((syllable) => syllable[0]).join(''))));
    }),
    { numRuns: 500 },
  );
});

test('any four or more digits in a row find a number, however both are punctuated', () => {
  const separators = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', ') ', ' ('), {
    minLength: 20,
    maxLength: 20,
  });
  const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 4, maxLength: 20 });
  const written = (list: readonly string[], between: readonly string[]) =>
    list.map((digit, index) => (index === 0 ? '' : between[index - 1]) + digit).join('');
  fc.assert(
    fc.property(
      digits,
      separators,
      separators,
      fc.constantFrom('', '+'),
      fc.nat(),
      fc.nat(),
      (number, stored, asked, plus, from, length) => {
        const tokens = searchTokens([{ kind: 'digits', value: plus + written(number, stored) }]);
        const run = number.slice(from % (number.length - 3));
        const query = written(run.slice(0, 4 + (length % (run.length - 3))), asked);
        assert.ok(matches(tokens, queryTokens(query)), query);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a Latin name is found by the beginning of any of its words, in any case', () => {
  const word = fc
    .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéüñø'), { minLength: 1, maxLength: 15 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(' ', '-', "'", ', '),
      fc.nat(),
      fc.nat(),
      (words, between, which, length) => {
        const tokens = searchTokens([{ kind: 'name', value: words.join(between) }]);
        const chosen = words[which % words.length] ?? '';
        const query = chosen.slice(0, 1 + (length % chosen.length)).toUpperCase();
        assert.ok(matches(tokens, queryTokens(query)), query);
        assert.ok(matches(tokens, queryTokens(words.join(between))), words.join(between));
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever the input, tokens are few, short, storable and the same every time', () => {
  const storable = /^[\p{L}\p{N}\p{M}\p{Script=Han}]+$/u;
  fc.assert(
    fc.property(fc.constantFrom(...kinds), hostile, (kind, value) => {
      const tokens = searchTokens([{ kind, value }]);
      assert.deepEqual(searchTokens([{ kind, value }]), tokens);
      assert.ok(tokens.length <= (kind === 'text' ? 200 : 60));
      assert.equal(new Set(tokens).size, tokens.length);
      const query = queryTokens(value);
      assert.ok(query.length <= 16);
      for (const token of [...tokens, ...query]) {
        assert.match(token, storable);
        assert.ok(token.isWellFormed());
        assert.ok(Array.from(token).length <= 64);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a megabyte of anything takes a moment', () => {
  const megabyte = 1_000_000;
  for (const unit of [
    'a',
    '张',
    ' ',
    '1',
    '-',
    '1-',
    "a'",
    '\u0000',
    '\ud800',
    '😀',
    'ﷺ',
    '+86 ',
    '((((',
    '(1',
    '张 ',
    'é',
    '́',
  ]) {
    const value = unit.repeat(megabyte / unit.length);
    const started = performance.now();
    for (const kind of kinds) searchTokens([{ kind, value }]);
    queryTokens(value);
    const took = performance.now() - started;
    assert.ok(took < 250, `${JSON.stringify(unit)} took ${took} ms`);
  }
});
