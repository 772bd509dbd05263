import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

export interface SourceFile {
  /** From the root of the repository, with slashes: `src/kernel/object.ts`. */
  readonly path: string;
  readonly text: string;
}

const folders = '{bin,src,test,bench}';

/** Every program text of ours. */
export function programFiles(): readonly SourceFile[] {
  return read([`${folders}/**/*.{ts,tsx,mjs}`, '*.{ts,mjs}']);
}

/** Every text of ours that a person wrote, of whatever kind. */
export function writtenFiles(): readonly SourceFile[] {
  return read([`{bin,src,test,bench,docs,.ci,.github}/**/*`, '*', '.*']).filter(
    // In a linked worktree, `.git` is a file that git wrote.
    ({ path, text }) => path !== './.git' && path !== '.git' && !text.includes('\0'),
  );
}

/** Tests, and what only tests use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path) || path.startsWith('test/');
}

export function lineCount({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function read(patterns: string[]): readonly SourceFile[] {
  return globSync(patterns, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((full) => ({ path: full.replace(`${process.cwd()}${sep}`, '').replaceAll(sep, '/'), full }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, full }) => ({ path, text: readFileSync(full, 'utf8') }));
}
