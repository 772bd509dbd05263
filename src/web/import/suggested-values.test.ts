import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportFile } from './import-job.ts';
import { withSuggestions } from './suggested-values.ts';

const file = {
  name: 'deals.csv',
  mapping: [
    { column: 'product', field: 'product', values: { Alt: 'Neu' } },
    { column: 'city', field: null },
  ],
  report: {
    errors: [],
    unknownValues: {
      product: [
        { value: 'GTXPro', count: 3, suggestion: 'GTX Pro' },
        { value: '???', count: 1 },
      ],
    },
  },
} as unknown as ImportFile;

test('CUS-15 suggestions are added to what was mapped already, and values without one are left alone', () => {
  assert.deepEqual(withSuggestions(file), [
    {
      name: 'deals.csv',
      mapping: [
        { column: 'product', field: 'product', values: { Alt: 'Neu', GTXPro: 'GTX Pro' } },
        { column: 'city', field: null },
      ],
    },
  ]);
  assert.deepEqual(withSuggestions({ ...file, report: { errors: [], unknownValues: {} } }), []);
});
