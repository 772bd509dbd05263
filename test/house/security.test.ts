import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('docs/security.md', 'utf8');

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0 has. */
const asked = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

test('the security page tells of every requirement of ASVS 5.0, levels 1 and 2, once', () => {
  const rows = [...page.matchAll(/^\| (\d+)\.(\d+)\.(\d+) +\| ([^|]+) \| ([^|]+) \|$/gm)];
  const ids = rows.map(([, chapter, section, number]) => `${chapter}.${section}.${number}`);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.deepEqual(
    asked.map((_, index) => rows.filter(([, chapter]) => Number(chapter) === index + 1).length),
    asked,
  );
  for (const [row, , , , what = '', how = ''] of rows) assert.ok(what.trim() && how.trim().length > 3, row);
});

test('every test that the security page names is there', () => {
  const named = [...page.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, path = '']) => path);
  assert.ok(named.length > 100);
  assert.deepEqual(
    named.filter((path) => !existsSync(path)),
    [],
  );
});
