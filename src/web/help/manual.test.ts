import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chapterFor } from './chapter-for.ts';
import { chapterName, readManual } from './read-manual.ts';

const manual = (name: string) =>
  readManual(readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8'));
const [english, chinese] = [manual('users.md'), manual('users.zh-CN.md')];

test('the manual has the same chapters in both languages, each with something to read and no marks left over', () => {
  assert.equal(chinese.length, english.length);
  for (const { title, blocks } of [...english, ...chinese]) {
    assert.ok(title !== '' && blocks.length > 0, title);
    const words = blocks.flatMap((block) => (block.kind === 'list' ? block.points.flat() : block.words));
    const told = words.map(({ text, as }) => (as === 'code' ? '' : text)).join('');
    assert.doesNotMatch(told, /\*\*|\]\(|`/, title);
  }
});

test('every main screen has a chapter that there is', () => {
  const names = new Set(english.map(({ title }) => chapterName(title)));
  const screens = [
    { path: '/', chapter: 'finding-your-way' },
    { path: '/account', chapter: 'lists-and-boards' },
    { path: '/opportunity/board', chapter: 'lists-and-boards' },
    { path: '/meeting/calendar', chapter: 'the-calendar' },
    { path: '/account/01a2', chapter: 'a-record' },
    { path: '/report/01a2', purpose: 'report', chapter: 'reports-and-dashboards' },
    { path: '/report', purpose: 'report', chapter: 'reports-and-dashboards' },
    { path: '/import', chapter: 'bringing-in-what-you-have' },
    { path: '/settings', chapter: 'settings' },
    { path: '/settings', part: 'notifications', chapter: 'reminders-and-notifications' },
    { path: '/duplicates', chapter: 'a-record' },
  ];
  for (const { chapter, ...screen } of screens) {
    assert.equal(chapterFor(screen), chapter, screen.path);
    assert.ok(names.has(chapter), chapter);
  }
});

test('lists, emphasis, code and links are read; lines are joined as each language does', () => {
  const [chapter] = readManual(
    '# M\n\n## A record\n\nSay **it**\nin `code`, _so_ [here](x.md).\n\n- 一，\n  二\n- 与 Excel\n  互\n  贴\n',
  );
  assert.deepEqual(chapter, {
    title: 'A record',
    blocks: [
      {
        kind: 'paragraph',
        words: [
          { text: 'Say ' },
          { text: 'it', as: 'strong' },
          { text: ' in ' },
          { text: 'code', as: 'code' },
          { text: ', ' },
          { text: 'so', as: 'em' },
          { text: ' ' },
          { text: 'here' },
          { text: '.' },
        ],
      },
      { kind: 'list', points: [[{ text: '一，二' }], [{ text: '与 Excel 互贴' }]] },
    ],
  });
});
