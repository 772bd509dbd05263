import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../happening.ts';
import { randomFrom } from '../random.ts';
import { hengyue } from './hengyue.ts';

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

const forms = [{ id: 'form', campaign: '新品发布', page: 'https://www.hengyue.example/', source: 'baidu' }];

function storyAt(now: number, seed = 1): readonly Happening[] {
  return hengyue(
    randomFrom(seed),
    now,
    { home: names('home', 8), abroad: names('abroad', 2) },
    { products: names('product', 21), pipelines: { standard: 'standard', project: 'project' }, forms },
    { customers: 90, leads: 80, recentDeals: 60 },
  );
}

/** The records that one must be there for another to be written. */
function needed({ kind, id, values }: Happening): readonly string[] {
  const { account, contact, parent, opportunity, convertedAccount, convertedContact } = values;
  const { regarding, attendees = [] } = values as {
    regarding?: { id: string };
    attendees?: readonly string[];
  };
  return [
    ...[account, contact, parent, opportunity, convertedAccount, convertedContact].filter(
      (one) => typeof one === 'string',
    ),
    ...(regarding === undefined ? [] : [regarding.id]),
    ...attendees,
    ...(kind === 'change' ? [id] : []),
  ];
}

describe('the story of the demo company', () => {
  it('makes sense whenever it is told: nothing is about what is not there yet, nothing lies ahead', () => {
    for (let hours = 0; hours < 24 * 8; hours += 5) {
      const now = Date.parse('2026-11-20T00:00:00Z') + hours * 3_600_000;
      const made = new Set<string>();
      for (const happening of storyAt(now, hours)) {
        assert.ok(happening.at <= now, `${happening.object} lies ahead of ${new Date(now).toISOString()}`);
        for (const id of needed(happening))
          assert.ok(
            made.has(id),
            `${happening.object} comes before ${id}, at ${new Date(now).toISOString()}`,
          );
        made.add(happening.id);
      }
    }
  });

  it('is the same at every telling', () => {
    const now = Date.parse('2026-11-24T08:00:00Z');
    assert.deepEqual(storyAt(now), storyAt(now));
    assert.notDeepEqual(storyAt(now), storyAt(now, 2));
  });
});
