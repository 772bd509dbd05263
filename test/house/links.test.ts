import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const pages = globSync('{*.md,docs/**/*.md,src/**/*.md}');

test('links of the documentation lead to pages and headings that there are', () => {
  assert.ok(pages.length > 50);
  for (const page of pages)
    for (const [, link = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^\w+:/.test(link)) continue;
      const [path = '', heading] = decodeURI(link).split('#');
      const target = path === '' ? page : join(dirname(page), path);
      assert.ok(existsSync(target), `${page}: ${link}`);
      if (heading !== undefined) assert.ok(headingsOf(target).includes(heading), `${page}: ${link}`);
    }
});

/** The headings of a page as addresses name them. */
function headingsOf(page: string): readonly string[] {
  const headings = readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
