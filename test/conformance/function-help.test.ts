import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { textFunctions } from '#kernel/expression/text/functions.ts';
import { meaningOf } from '#kernel/expression/text/meaning-of.ts';
import type { Field } from '#kernel/field/field.ts';
import en from '#web/settings/locales/en.json' with { type: 'json' };
import zh from '#web/settings/locales/zh-CN.json' with { type: 'json' };

const texts = [en, zh].map(({ settings }) => settings.expressions);
const pages = ['', '.zh-CN'].map((language) => readFileSync(`docs/administrators${language}.md`, 'utf8'));

test('CUS-03 every function is explained in both languages, with its inputs', () => {
  const names = textFunctions.map(({ name }) => name);
  for (const { functions, inputs } of texts) {
    assert.deepEqual(Object.keys(functions).sort(), [...names].sort());
    for (const input of textFunctions.flatMap((one) => one.inputs)) assert.ok(input in inputs, input);
  }
});

test('CUS-03 the guide for administrators lists exactly the functions that there are', () => {
  const told = textFunctions.map(({ name, chinese, example }) => ({ name, chinese, example }));
  for (const page of pages) {
    const rows = page.split('\n').flatMap((line) => {
      const [, call, chinese, , example] =
        /^\| `(\w+)\(.*?\)` +\| (\S+) +\| (.*?) +\| `(.*)` +\|$/.exec(line) ?? [];
      return call === undefined ? [] : [{ name: call, chinese, example }];
    });
    assert.deepEqual(rows, told);
  }
});

test('CUS-03 every example of the help is understood', () => {
  for (const { example } of textFunctions)
    assert.ok(meaningOf(example, (path) => fields[path]).result, example);
});

const field = (type: Field['type']): Field => ({ type, required: false });
const fields: Readonly<Record<string, Field>> = {
  ...{ amount: field('money'), closeDate: field('date'), createdAt: field('dateTime'), owner: field('user') },
  ...{ name: field('text'), nickname: field('text'), number: field('autoNumber'), phone: field('phone') },
  ...{ 'account.name': field('text'), tags: field('multiChoice'), stage: field('choice') },
  ...{ budget: field('money'), startDate: field('date'), endDate: field('date'), birthday: field('date') },
  pieces: field('integer'),
};
