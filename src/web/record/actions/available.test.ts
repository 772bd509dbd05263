import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionMeta, FieldMeta } from '#kernel/meta.ts';
import type { Asker } from '#web/fields/around-record.ts';
import { isAvailable } from './available.ts';

function field(name: string, type: string, choices: readonly string[] = []): FieldMeta {
  const plain = {
    label: name,
    required: false,
    readOnly: false,
    unique: false,
    sortable: true,
    operators: [],
  };
  return { ...plain, name, type, choices: choices.map((value) => ({ value, label: value, color: 'grey' })) };
}

const fields = [
  field('state', 'choice', ['draft', 'sent', 'signed']),
  field('total', 'money'),
  field('owner', 'user'),
];
const person = '0190c1d2-0000-7000-8000-000000000001';
const asker: Asker = {
  actor: person,
  today: '2026-11-24',
  now: '2026-11-24T06:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  currencies: ['CNY'],
  field: (path) => fields.find(({ name }) => name === path),
};

function offered(available: unknown, record: Readonly<Record<string, unknown>>): boolean {
  const action: ActionMeta = {
    name: 'x.send',
    label: 'Send',
    target: 'record',
    primary: true,
    input: [],
    available,
  };
  return isAvailable(action, record, asker);
}

test('an action is offered where its condition holds', () => {
  assert.ok(offered({ state: 'draft' }, { state: 'draft' }));
  assert.ok(!offered({ state: 'draft' }, { state: 'signed' }));
  assert.ok(!offered({ state: { nin: ['sent', 'signed'] } }, { state: 'sent' }));
  assert.ok(offered({ total: { gte: '1000' } }, { total: { amount: '1000.00', currency: 'CNY' } }));
  assert.ok(offered(undefined, {}));
});

test('references count with and without the name they were read with', () => {
  assert.ok(offered({ owner: '$actor' }, { owner: { id: person, name: '李伟' } }));
  assert.ok(!offered({ owner: '$actor' }, { owner: null }));
});

test('a condition that only the server understands does not hide the action', () => {
  assert.ok(offered({ unheard: 1 }, {}));
});
