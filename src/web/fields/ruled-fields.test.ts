import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOf } from '#kernel/expression/text/meaning-of.ts';
import type { Field } from '#kernel/field/field.ts';
import type { FieldEffect } from '#kernel/field-rule.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { Asker } from './around-record.ts';
import { asOffered, asRuled, fitted, statesOf, withoutHidden } from './ruled-fields.ts';

const types = { stage: 'text', reason: 'text', amount: 'money', owner: 'user', closeDate: 'date' } as const;
const field = (name: keyof typeof types) => ({ name, type: types[name], required: false });
const fields = Object.keys(types).map((name) => field(name as keyof typeof types));

const rule = (effect: FieldEffect, affected: string, condition: string) => {
  const at = (path: string) => fields.find(({ name }) => name === path) as Field | undefined;
  return { effect, fields: [affected], when: meaningOf(condition, at).expression };
};
const object = {
  fields,
  fieldRules: [
    rule('shown', 'reason', 'stage = "lost"'),
    rule('shown', 'reason', 'closeDate < today()'),
    rule('required', 'reason', 'stage = "lost" and amount > money(1000, "CNY")'),
    rule('readOnly', 'amount', 'owner != me()'),
  ],
} as unknown as ObjectMeta;

const asker: Asker = {
  ...{ actor: 'u1', today: '2026-11-27', now: '2026-11-27T02:00:00Z', timeZone: 'Asia/Shanghai' },
  ...{ currency: 'CNY', currencies: ['CNY'] },
  field: (path) => fields.find(({ name }) => name === path) as unknown as FieldMeta | undefined,
};
const states = (values: object) => statesOf(object, values as never, asker);

test('ADM-05 a form asks the conditions of fields as somebody types', () => {
  const typed = {
    owner: { id: 'u1', name: '林晓彤' },
    stage: 'open',
    amount: { amount: '5000', currency: 'CNY' },
  };
  assert.deepEqual([...states(typed).hidden], ['reason']);
  assert.deepEqual([...states({ ...typed, closeDate: '2026-11-26' }).hidden], [], 'another rule shows it');
  const lost = states({ ...typed, stage: 'lost' });
  assert.deepEqual([lost.hidden.size, [...lost.required], lost.readOnly.size], [0, ['reason'], 0]);
  assert.deepEqual([...states({ ...typed, owner: { id: 'u2', name: '陈' } }).readOnly], ['amount']);
});

test('ADM-05 what is hidden is neither asked nor sent, but shown when it is complained of', () => {
  const hidden = states({ stage: 'open' });
  const names = (errors: Readonly<Record<string, string>>) =>
    asRuled(object, hidden, errors).fields.map(({ name }) => name);
  assert.equal(names({}).includes('reason'), false);
  assert.equal(names({ reason: '请填写此项' }).includes('reason'), true);
  assert.deepEqual(withoutHidden({ stage: 'open', reason: '价格' }, hidden), { stage: 'open' });
  const lost = states({ stage: 'lost', amount: { amount: '5000', currency: 'CNY' } });
  assert.equal(asRuled(object, lost, {}).fields.find(({ name }) => name === 'reason')?.required, true);
});

test('ADM-05 a choice that no longer goes with the others is emptied, with what depends on it', () => {
  const choices = (...values: string[]) => values.map((value) => ({ value, label: value, color: 'grey' }));
  const named = (name: string, ...values: string[]) => ({
    ...{ name, type: name === 'topics' ? 'multiChoice' : 'choice', required: false },
    choices: choices(...values),
  });
  const own = [
    named('city', 'beijing', 'shanghai'),
    named('district', 'haidian', 'pudong', 'suburbs'),
    named('street', 'west', 'east'),
    named('topics', 'north', 'south'),
  ];
  const offers = (affected: string, condition: string, ...values: string[]) => {
    const at = (path: string) => own.find(({ name }) => name === path) as Field | undefined;
    const when = meaningOf(condition, at).expression;
    return { effect: 'offered' as const, fields: [affected], values, when };
  };
  const places = {
    fields: own,
    fieldRules: [
      offers('district', 'city = "beijing"', 'haidian'),
      offers('district', 'city = "shanghai"', 'pudong'),
      offers('district', 'city = "shanghai"', 'haidian', 'pudong'),
      offers('street', 'district = "haidian"', 'west'),
      offers('topics', 'city = "beijing"', 'north'),
    ],
  } as unknown as ObjectMeta;
  const fields = asRuled(places, statesOf(places, { city: 'beijing' }, asker), {}).fields;
  const open = fields.find(({ name }) => name === 'district')?.choices?.filter(({ closed }) => !closed);
  assert.deepEqual(
    open?.map(({ value }) => value),
    ['haidian', 'suburbs'],
    'what no rule names is always offered',
  );
  const unchanged = own[0] as unknown as FieldMeta;
  assert.equal(asOffered(unchanged, statesOf(places, {}, asker)), unchanged);
  const typed = { district: 'haidian', street: 'west', topics: ['north', 'south'] };
  assert.deepEqual(fitted(places, { city: 'beijing', ...typed }, asker).gone, {});
  assert.deepEqual(fitted(places, { city: 'shanghai', ...typed }, asker), {
    values: { city: 'shanghai', ...typed, topics: ['south'] },
    gone: { topics: ['north'] },
  });
  assert.deepEqual(fitted(places, typed, asker), {
    values: { district: null, street: null, topics: ['south'] },
    gone: { district: ['haidian'], topics: ['north'], street: ['west'] },
  });
});
