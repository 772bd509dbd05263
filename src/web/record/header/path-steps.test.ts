import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { pathSteps } from './path-steps.ts';

const choices = ['draft', 'review', 'signed', 'refused'].map((value) => ({
  value,
  label: value,
  color: 'grey',
}));
const field: FieldMeta = {
  name: 'state',
  type: 'choice',
  label: 'State',
  required: true,
  readOnly: false,
  unique: false,
  sortable: true,
  operators: [],
  choices,
  transitions: { draft: ['review'], review: ['draft', 'signed', 'refused'], signed: [], refused: ['draft'] },
};

function states(value: unknown): readonly string[] {
  return pathSteps(field, value).map((step) => `${step.value}:${step.state}${step.allowed ? '+' : ''}`);
}

test('stages before the current are done, those that may follow are allowed', () => {
  assert.deepEqual(states('review'), ['draft:done+', 'review:current', 'signed:next+', 'refused:next+']);
  assert.deepEqual(states('draft'), ['draft:current', 'review:next+', 'signed:next', 'refused:next']);
});

test('a record that has ended shows only the end it came to', () => {
  assert.deepEqual(states('signed'), ['draft:done', 'review:done', 'signed:ended']);
  assert.deepEqual(states('refused'), ['draft:done+', 'review:done', 'refused:ended']);
});

test('SAL-05 a lost deal was never won, although either can be taken up again', () => {
  const free = { draft: ['review', 'signed', 'refused'], review: [], signed: ['draft'], refused: ['signed'] };
  const steps = pathSteps({ ...field, transitions: free, ends: ['signed', 'refused'] }, 'refused');
  assert.deepEqual(
    steps.map(({ value, state }) => [value, state]),
    [
      ['draft', 'done'],
      ['review', 'done'],
      ['refused', 'ended'],
    ],
  );
});

test('without a state machine every stage may be chosen', () => {
  const { transitions: _none, ...free } = field;
  assert.ok(
    pathSteps(free, 'draft')
      .slice(1)
      .every((step) => step.allowed),
  );
});
