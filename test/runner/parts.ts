import { globSync } from 'node:fs';

/** The parts of a test run. Browsers come first, being the slowest: what is quick fills the processors at the end. */
export const parts = ['journeys', 'http', 'unit', 'house'] as const;
export type Part = (typeof parts)[number];

export function isPart(word: string): word is Part {
  return (parts as readonly string[]).includes(word);
}

/** The test files of a part; with words given, those whose path contains one of the words. */
export function testFiles(part: Part, words: readonly string[]): string[] {
  const files = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}']).sort();
  const named = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
  return files.filter((path) => partOf(path) === part && named(path));
}

export function partOf(path: string): Part {
  if (path.startsWith('test/house/')) return 'house';
  if (path.startsWith('test/journeys/')) return 'journeys';
  if (/^(test\/(http|conformance)|src\/engine\/http)\//.test(path)) return 'http';
  return 'unit';
}
