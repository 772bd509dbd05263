import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObjectMeta, PageMeta } from '#kernel/meta.ts';
import {
  draftOf,
  fieldsIn,
  freeName,
  offPage,
  sectionsOf,
  settingsOf,
  strip,
  withField,
  withPart,
  withTabAt,
} from './draft.ts';

const page = {
  highlights: ['amount'],
  sections: [
    { name: 'details', label: '', fields: ['name', 'amount', 'stage'] },
    { name: 'more', label: '', fields: ['source'] },
  ],
} as unknown as PageMeta;
const draft = draftOf(page, null);

test('a new layout begins as the page is declared', () => {
  assert.deepEqual(
    draft.areas.map(({ name, parts }) => [name, parts.length]),
    [
      ['beside', 3],
      ['timeline', 1],
      ['related', 1],
    ],
  );
});

test('a field is in one section at most, at the place where it was dropped', () => {
  const moved = withField(draft, 'stage', 'details', 'more', 0);
  assert.deepEqual(
    [fieldsIn(moved, 'details'), fieldsIn(moved, 'more')],
    [
      ['name', 'amount'],
      ['stage', 'source'],
    ],
  );
  assert.deepEqual(fieldsIn(withField(draft, 'name', 'details', 'details', 2), 'details'), [
    'amount',
    'name',
    'stage',
  ]);
  assert.deepEqual(fieldsIn(withField(draft, 'stage', 'details', 'details', 0), 'details'), [
    'stage',
    'name',
    'amount',
  ]);
});

test('the strip shows fields besides the sections', () => {
  const both = withField(draft, 'stage', 'details', strip);
  assert.deepEqual(
    [fieldsIn(both, strip), fieldsIn(both, 'details').includes('stage')],
    [['amount', 'stage'], true],
  );
  const off = withField(draft, 'amount', strip, offPage);
  assert.deepEqual([fieldsIn(off, strip), fieldsIn(off, 'details').includes('amount')], [[], true]);
});

test('what no section has is kept as put away, so that what is added later is not', () => {
  const object = { fields: ['name', 'amount', 'stage', 'source', 'extra'].map((name) => ({ name })) };
  const settings = settingsOf(withField(draft, 'source', 'more', offPage), object as unknown as ObjectMeta);
  assert.deepEqual(settings.away, ['source', 'extra']);
});

test('what has come since a layout was kept stands in a last section of it, and is not put away unseen', () => {
  const kept = settingsOf(draft, { fields: [{ name: 'extra' }] } as unknown as ObjectMeta);
  const now = {
    ...page,
    sections: [...page.sections, { name: 'new', label: '', fields: ['extra', 'fresh'] }],
  };
  const last = sectionsOf(draftOf(now, kept).areas).at(-1);
  assert.deepEqual([last?.en, last?.fields], ['More', ['fresh']]);
  assert.deepEqual(draftOf(page, kept).areas, draft.areas);
});

test('parts and tabs go where they are put', () => {
  const [section] = sectionsOf(draft.areas);
  assert.ok(section);
  const moved = withPart(draft, section, 'timeline', 0);
  assert.deepEqual(
    moved.areas.map(({ parts }) => parts.length),
    [2, 2, 1],
  );
  const [, , related] = draft.areas;
  assert.ok(related);
  assert.deepEqual(
    withTabAt(draft, related, 0).areas.map(({ name }) => name),
    ['beside', 'related', 'timeline'],
  );
  assert.equal(freeName('tab', ['tab2']), 'tab3');
});
