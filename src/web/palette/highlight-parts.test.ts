import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlightParts } from './highlight-parts.ts';

function marked(text: string, search: string): string {
  return highlightParts(text, search)
    .map((part) => (part.match ? `[${part.text}]` : part.text))
    .join('');
}

test('every place of every searched word is marked, whatever its case', () => {
  assert.equal(marked('Acme Corporation', 'acme'), '[Acme] Corporation');
  assert.equal(marked('深圳市华兴科技有限公司', '华兴 公司'), '深圳市[华兴]科技有限[公司]');
  assert.equal(marked('banana', 'an'), 'b[an][an]a');
  assert.equal(marked('张伟', 'zhang'), '张伟');
  assert.equal(marked('Acme', '  '), 'Acme');
});

test('no character is lost, whatever is searched', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, search) => {
      assert.equal(
        highlightParts(text, search)
          .map((part) => part.text)
          .join(''),
        text,
      );
    }),
  );
});
