import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#kernel/problem.ts';
import { refuseGuessable } from './password-strength.ts';

const verdict = (password: string, about: string[] = []) =>
  refuseGuessable(password, about).then(
    () => 'taken',
    (error) => (error instanceof Refusal ? error.complaints[0]?.code : error),
  );

test('ADM-14 a password that leaked elsewhere is known, without asking anybody', async () => {
  for (const leaked of ['password1', 'qwertyuiop', '12345678', 'iloveyou1'])
    assert.equal(await verdict(leaked), 'passwordLeaked', leaked);
});

test('ADM-14 a password that is soon guessed is refused: keyboards, dates, repetition, one’s own name', async () => {
  for (const weak of ['1qaz2wsx3edc', 'Aa123456', 'qq123456', '13812345678', 'P@ssw0rd!', 'jing-jing-2026'])
    assert.match(String(await verdict(weak)), /passwordLeaked|passwordGuessable/, weak);
  assert.equal(await verdict('x'.repeat(128)), 'passwordGuessable');
  assert.equal(await verdict('我爱你我爱你我爱你'), 'passwordGuessable');
  const about = ['zhang.wei@hengyue.example', '张伟', 'Hengyue Industries'];
  assert.equal(await verdict('hengyue@zhang', about), 'passwordGuessable');
  assert.equal(await verdict('zhang wei hengyue industries', about), 'passwordGuessable');
});

test('ADM-14 a password made of the product’s name is refused, whatever is put around it', async () => {
  for (const weak of ['Guanxi2026', 'guanxi!guanxi', '关系关系关系1'])
    assert.equal(await verdict(weak), 'passwordGuessable', weak);
});

test('ADM-14 a phrase of one’s own will do, in any script', async () => {
  for (const good of [
    ...['a long evening by the river', 'harbour lights 7', '春江花月夜-1984', '东湖春晓 2026'],
    ...['Tr0ub4dor&3-lamp', 'kX9#mQ2v!pL'],
  ])
    assert.equal(await verdict(good), 'taken', good);
});
