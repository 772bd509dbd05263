import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guardFormula, unguardFormula } from './formula-guard.ts';

test('what a spreadsheet would run gets an apostrophe', () => {
  const attacks = [
    '=1+1',
    '=HYPERLINK("http://example.com")',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '-',
  ];
  for (const attack of attacks) assert.equal(guardFormula(attack), `'${attack}`);
});

test('plain numbers and ordinary text stay', () => {
  for (const text of ['-12.5', '+3', '+8613800138000', '0', 'Acme', "'quoted'", '', '张伟', 'a=b', ' =1']) {
    assert.equal(guardFormula(text), text);
    assert.equal(unguardFormula(text), text);
  }
});

test('no text is changed by a guard put on and taken off, and none comes out dangerous', () => {
  const text = fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', '.', 'x', '＋'))
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const guarded = guardFormula(value);
      assert.equal(unguardFormula(guarded), value);
      assert.ok(!/^[=+\-@\t\r\n]/.test(guarded) || Number.isFinite(Number(guarded)), guarded);
    }),
    { numRuns: 1000 },
  );
});
