import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, lineCount, programFiles, writtenFiles } from './source/source-files.ts';

const texts = writtenFiles().filter(({ path }) => path !== 'test/house/texts.test.ts');

/** Texts that belong to somebody's machine or day, not to the product. */
const foreign: readonly [what: string, pattern: RegExp][] = [
  ['a private path', /(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\/\w/],
  [
    'a package registry',
    /registry\.npmjs|npmmirror\.|verdaccio|artifactory|"resolved":\s*"http|^\s*registry\s*=/im,
  ],
  ['an unfinished thought', /\b(TODO|FIXME|XXX)\b/],
];

for (const [what, pattern] of foreign) {
  test(`no file holds ${what}`, () => {
    const offences = texts.flatMap(({ path, text }) => {
      const found = pattern.exec(text)?.[0];
      return found ? [`${path}: ${found}`] : [];
    });
    assert.deepEqual(offences, []);
  });
}

test('no program text is longer than 400 lines', () => {
  const long = programFiles().filter((file) => lineCount(file) > 400);
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
  );
});

test('files are named for one idea, and nothing gathers exports of others', () => {
  const files = programFiles().filter(({ path }) => !isTest(path));
  const vague = files.filter(({ path }) =>
    /(^|[/.-])(utils?|helpers?|common|misc|manager|index)\.(ts|tsx|mjs)$/.test(path),
  );
  const barrels = files.filter(({ text }) => /^export \*|^export \{[^}]*\} from/m.test(text));
  assert.deepEqual(
    [...vague, ...barrels].map(({ path }) => path),
    [],
  );
});
