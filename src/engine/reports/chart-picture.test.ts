import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { chartPicture } from './chart-picture.ts';

test('ANA-09 a map is drawn on paper too, with the outlines of the land behind its circles', () => {
  const position = {
    ...{ name: 'position.city', path: 'position', label: 'Position', placePart: 'city' },
    field: { name: 'position', type: 'location' } as FieldMeta,
  };
  const values = { count: 3 };
  const answer = {
    ...{ object: 'account', settings: { chart: 'map' } },
    words: {
      t: (key: string) => key,
      formatting: { locale: 'en', timeZone: 'UTC', currency: 'CNY', currencies: [] },
    },
    question: { rows: [position], measures: [{ name: 'count', kind: 'count' }], missing: [] },
    grid: {
      places: { a: { name: 'Shanghai', latitude: 31.2, longitude: 121.5 } },
      columns: [],
      rows: [
        {
          key: 'a',
          groups: [{ field: position, value: 'a', name: 'Shanghai' }],
          cells: [],
          total: { values },
        },
      ],
    },
  } as unknown as ReportAnswer;
  const picture = chartPicture(answer, 600, 400) ?? '';
  assert.match(picture, /Shanghai 3/);
  assert.ok((picture.match(/fill="#f4f1ea"/g) ?? []).length > 0, 'the land is filled');
});

test('ANA-09 flows are drawn on paper too, also between groups that are called alike', () => {
  const named = (name: string) => ({ name, path: name, label: name, field: { name, type: 'text' } });
  const [from, to] = [named('from'), named('to')];
  const row = (field: object, value: string) => ({
    groups: [{ field, value }],
    total: { values: { count: 2 } },
  });
  const answer = {
    ...{ object: 'deal', settings: { chart: 'sankey' } },
    words: {
      t: (key: string) => key,
      formatting: { locale: 'en', timeZone: 'UTC', currency: 'CNY', currencies: [] },
    },
    question: { rows: [from, to], measures: [{ name: 'count', kind: 'count' }], missing: [] },
    grid: {
      rows: [row(from, 'Shanghai')],
      alone: (field: object) => [row(field, 'Shanghai')],
      between: () => [
        {
          groups: [
            { field: from, value: 'Shanghai' },
            { field: to, value: 'Shanghai' },
          ],
          cell: { values: { count: 2 } },
        },
      ],
    },
  } as unknown as ReportAnswer;
  const picture = chartPicture(answer, 600, 400) ?? '';
  assert.equal(picture.match(/>Shanghai {2}2</g)?.length, 2);
  assert.match(picture, /fill-opacity="0.32"/);
});
