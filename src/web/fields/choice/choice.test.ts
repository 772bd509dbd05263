import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import { allowedChoices } from './allowed.ts';

const stage: FieldMeta = {
  name: 'stage',
  type: 'choice',
  label: 'Stage',
  required: true,
  readOnly: false,
  unique: false,
  sortable: true,
  operators: [],
  choices: [
    { value: 'draft', label: 'Draft', color: 'grey' },
    { value: 'sent', label: 'Sent', color: 'blue' },
    { value: 'signed', label: 'Signed', color: 'green' },
  ],
  transitions: { draft: ['sent'], sent: ['draft', 'signed'], signed: [] },
};

test('a state machine offers the current state and where it leads', () => {
  const values = (current: unknown) => allowedChoices(stage, current).map((choice) => choice.value);
  assert.deepEqual(values('draft'), ['draft', 'sent']);
  assert.deepEqual(values('signed'), ['signed']);
  assert.deepEqual(values(null), ['draft', 'sent', 'signed']);
});

test('a value no longer offered is still shown', () => {
  assert.equal(choiceOf(stage, 'sent').label, 'Sent');
  assert.deepEqual(choiceOf(stage, 'lost'), { value: 'lost', label: 'lost', color: 'grey' });
});
