import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { builtClient } from '#test/built-client.ts';

const built = builtClient();

/** What the manifest of the build says of one module or chunk. */
interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Part>;

/** The files that must have come before these modules can run. */
function filesFor(modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const waiting = [...modules];
  const known = new Set(waiting);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const { file, imports = [] } = manifest[key] as Part;
    files.add(file);
    for (const next of imports.filter((each) => !known.has(each))) {
      known.add(next);
      waiting.push(next);
    }
  }
  return files;
}

const pages = {
  'the sign-in page': ['session/sign-in-page.tsx'],
  'the start page': ['shell/app-shell.tsx', 'home/home-page.tsx'],
  'a list': ['shell/app-shell.tsx', 'list/list-page.tsx', 'views/locales/zh-CN.json'],
  'a board': ['shell/app-shell.tsx', 'board/board-page.tsx', 'views/locales/zh-CN.json'],
  'a record': ['shell/app-shell.tsx', 'routes/record-route.tsx'],
};

for (const [page, modules] of Object.entries(pages))
  test(`${page} needs less than 300 kB of scripts before it can be drawn, its words included`, () => {
    const needed = ['index.html', ...modules, 'locales/zh-CN.json'];
    for (const module of needed) assert.ok(manifest[module], `${module} is no longer fetched on its own`);
    const sizes = [...filesFor(needed)].map((file) => gzipSync(readFileSync(join(built, file))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total > 100_000, `the build cannot have been read: ${total} bytes`);
    assert.ok(total < 300_000, `${total} bytes`);
  });
