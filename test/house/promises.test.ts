import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('every promise names tests that prove it, and they exist', () => {
  const rows = readFileSync('docs/promises.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d\./.test(line));
  assert.equal(rows.length, 9);
  for (const row of rows) {
    const [, promise = '', proofs = ''] = row.split('|').map((cell) => cell.trim());
    for (const proof of proofs.split('<br>')) {
      const [, path = '', names = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
      assert.ok(existsSync(path), `${promise}: no test file ${path}`);
      const text = readFileSync(path, 'utf8');
      for (const name of names.split(' · '))
        assert.ok(text.includes(name), `${promise}: ${path} has no "${name}"`);
    }
  }
});
