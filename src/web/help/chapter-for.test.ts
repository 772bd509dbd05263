import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chapterFor, chapterWith } from './chapter-for.ts';
import { manuals } from './manuals.ts';
import { openManual } from './open-manual.ts';

const page = (name: string) => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');
const shelf = Object.keys(manuals).map((name) => openManual({ headings: page(name), text: page(name) }));

test('every main screen has a chapter that there is', () => {
  const names = shelf.flatMap(({ chapters }) => [...chapters.keys()]);
  const screens = [
    { path: '/', chapter: 'finding-your-way' },
    { path: '/account', chapter: 'lists-and-boards' },
    { path: '/opportunity/board', chapter: 'lists-and-boards' },
    { path: '/meeting/calendar', chapter: 'the-calendar' },
    { path: '/account/01a2', chapter: 'a-record' },
    { path: '/retentionRule/01a2', chapter: 'how-long-records-are-kept' },
    { path: '/report/01a2', purpose: 'report', chapter: 'reports-and-dashboards' },
    { path: '/report', purpose: 'report', chapter: 'reports-and-dashboards' },
    { path: '/import', chapter: 'bringing-in-what-you-have' },
    { path: '/settings', chapter: 'settings' },
    { path: '/settings', part: 'notifications', chapter: 'reminders-and-notifications' },
    { path: '/settings', part: 'signIn', chapter: 'signing-in' },
    { path: '/duplicates', chapter: 'a-record' },
  ];
  for (const { chapter, ...screen } of screens) {
    assert.equal(chapterFor(screen, shelf), chapter, screen.path);
    assert.ok(names.includes(chapter), chapter);
  }
});

test('who has the guide for users alone reads there what concerns him', () => {
  const own = shelf.slice(0, 1);
  assert.equal(chapterFor({ path: '/settings', part: 'signIn' }, own), 'settings');
  assert.equal(chapterFor({ path: '/retentionRule' }, own), 'lists-and-boards');
});

test('a link calls a chapter by its heading, or by that of a part', () => {
  assert.equal(chapterWith('audit', shelf), 'audit');
  assert.equal(chapterWith('single-sign-on', shelf), 'signing-in');
  assert.equal(chapterWith('nowhere', shelf), undefined);
});

test('what is for administrators is offered to them alone', () => {
  const offered = (administrator: boolean, operator: boolean) =>
    Object.keys(manuals).filter((name) => manuals[name]?.({ administrator, operator }));
  assert.deepEqual(offered(false, false), ['users']);
  assert.deepEqual(offered(true, false), ['users', 'administrators', 'operation']);
  assert.deepEqual(offered(false, true), ['users', 'operation']);
});
