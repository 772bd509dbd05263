import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chapterWith } from '#web/help/chapter-for.ts';
import { manuals } from '#web/help/manuals.ts';
import { type OpenManual, openManual } from '#web/help/open-manual.ts';
import type { Block } from '#web/help/read-blocks.ts';
import type { Words } from '#web/help/read-words.ts';

const page = (path: string) => readFileSync(path, 'utf8');
const opened = (name: string, file: string) =>
  openManual({ headings: page(`docs/${name}.md`), text: page(`docs/${file}.md`) });
const english = new Map(Object.keys(manuals).map((name) => [name, opened(name, name)]));
const chinese = new Map(Object.keys(manuals).map((name) => [name, opened(name, `${name}.zh-CN`)]));
const all = [...english.values(), ...chinese.values()];
const chaptersOf = ({ chapters }: OpenManual) => [...chapters.values()];

test('each manual has the same chapters in both languages, each with something to read and no marks left over', () => {
  for (const name of Object.keys(manuals))
    for (const file of [name, `${name}.zh-CN`])
      assert.equal(page(`docs/${file}.md`).match(/^## /gm)?.length, english.get(name)?.chapters.size, file);
  for (const { title, blocks } of all.flatMap(chaptersOf)) {
    assert.ok(title !== '' && blocks.length > 0, title);
    const words = blocks.flatMap(wordsIn).map(({ text, as }) => (as === 'code' ? '' : text));
    assert.doesNotMatch(words.join(' '), /\*\*|\]\(|`|^#|\|/m, title);
  }
});

test('a chapter holds the same in both languages: parts, points, tables, examples, and what is to be typed', () => {
  for (const name of Object.keys(manuals))
    for (const [chapter, one] of english.get(name)?.chapters ?? []) {
      const other = chinese.get(name)?.chapters.get(chapter)?.blocks ?? [];
      assert.deepEqual(shapeOf(other), shapeOf(one.blocks), `${name}, ${chapter}`);
      const [typed, there] = [typedIn(one.blocks), typedIn(other)];
      // What is Chinese among it, such as the name of a field, is another word there.
      for (const each of there)
        assert.ok(typed.has(each) || /\p{Script=Han}/u.test(each), `${name}, ${chapter}: ${each}`);
    }
});

test('every page of the settings that is not one’s own has a chapter, and no chapter tells of a page that there is not', () => {
  const parts = [...page('src/web/settings/parts.ts').matchAll(/\{ value: '(\w+)'.*?\}/g)];
  assert.ok(parts.length > 15);
  const told = new Set([...english.values()].flatMap(chaptersOf).flatMap(({ pages }) => pages));
  for (const [entry, part] of parts)
    if (/administrators|operators/.test(entry))
      assert.ok(
        told.has(`settings/${part}`),
        `docs/administrators.md lacks a chapter with <!-- help: settings/${part} -->`,
      );
  const objects = globSync('src/domains/*/objects/*/*.object.ts').flatMap((path) =>
    [...page(path).matchAll(/^ {2}name: '\w+\.(\w+)'/gm)].map(([, name]) => name),
  );
  const there = new Set([...parts.map(([, part]) => `settings/${part}`), ...objects]);
  for (const each of told) assert.ok(there.has(each), each);
});

test('links between chapters lead to one in either language', () => {
  for (const shelf of [english, chinese])
    for (const { to = '' } of [...shelf.values()]
      .flatMap(chaptersOf)
      .flatMap(({ blocks }) => blocks.flatMap(wordsIn)))
      if (to.includes('#')) assert.ok(chapterWith(to.split('#')[1] ?? '', [...shelf.values()]), to);
});

test('the way to a page is told in the words of the product', () => {
  for (const [language, shelf] of Object.entries({ en: english, 'zh-CN': chinese })) {
    const texts = new Set(
      globSync(`src/**/locales/${language}.json`).flatMap((path) => textsIn(JSON.parse(page(path)))),
    );
    for (const { text, as } of [...shelf.values()]
      .flatMap(chaptersOf)
      .flatMap(({ blocks }) => blocks.flatMap(wordsIn)))
      if (as !== undefined && as !== 'code' && text.includes(' › '))
        for (const step of text.split(' › ')) assert.ok(texts.has(withoutGap(step)), `${language}: ${text}`);
  }
});

function wordsIn(block: Block): readonly Words[] {
  if (block.kind === 'example') return [];
  if (block.kind === 'list') return block.points.flat();
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.words;
}

/** What a chapter is made up of that does not depend on the language. */
function shapeOf(blocks: readonly Block[]) {
  const sizeOf = (block: Block) => {
    if (block.kind === 'list') return block.points.length;
    if (block.kind === 'table') return [block.head.length, block.rows.length];
    return block.kind === 'example' ? block.text.split('\n').length : 1;
  };
  return {
    blocks: blocks.flatMap((block) => (block.kind === 'paragraph' ? [] : [[block.kind, sizeOf(block)]])),
    typed: typedIn(blocks).size,
  };
}

function typedIn(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.flatMap(wordsIn).flatMap(({ text, as }) => (as === 'code' ? [text] : [])));
}

function textsIn(texts: object): readonly string[] {
  return Object.values(texts).flatMap((text) =>
    typeof text === 'string' ? [withoutGap(text)] : textsIn(text),
  );
}

/** A text without what is filled in. */
function withoutGap(text: string): string {
  return text.replace(/“?\{\{.*?\}\}”?|…$/g, '').trim();
}
