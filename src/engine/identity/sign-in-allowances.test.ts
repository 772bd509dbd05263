import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createAttemptCounter } from './attempts.ts';
import { networkAddress } from './network-address.ts';
import { anotherServer, type Stage, signIn, stage, wei } from './testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

test('guessing at one person stops after ten tries, counted over all servers, even with the right password', async () => {
  const there = await anotherServer(here.url);
  const wrong = { ...wei, password: 'not the one' };
  const guesses = await Promise.all(
    Array.from({ length: 24 }, (_, n) => signIn(n % 2 ? here.app : there.app, wrong)),
  );
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 401).length, 10);
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 429).length, 14);
  const late = await signIn(here.app, wei);
  assert.equal(late.statusCode, 429);
  assert.ok(Number(late.headers['retry-after']) > 500);
  assert.match(late.json().detail, /Try again in \d+ seconds/);
  await here.pool.query(`update guanxi.attempt set ends_at = now() where key like 'sign-in %'`);
  assert.equal((await signIn(here.app, wei)).statusCode, 200);
});

test('guessing at nobody is counted the same way', async () => {
  const nobody = { email: 'nobody@jinshan-instruments.cn', password: 'not the one' };
  for (let n = 0; n < 10; n++) assert.equal((await signIn(here.app, nobody)).statusCode, 401);
  assert.equal((await signIn(here.app, nobody)).statusCode, 429);
});

test('honest sign-ins do not use up the allowance', async () => {
  await here.pool.query('delete from guanxi.attempt');
  for (let n = 0; n < 15; n++) assert.equal((await signIn(here.app, wei)).statusCode, 200);
  const { rows } = await here.pool.query('select max(count) as most from guanxi.attempt');
  assert.equal(rows[0].most, 0);
});

test('a forged forwarded-for header makes nobody another', async () => {
  await here.pool.query('delete from guanxi.attempt');
  const wrong = { ...wei, password: 'not the one' };
  const answers = [];
  for (let n = 0; n < 12; n++) {
    answers.push((await signIn(here.app, wrong, { 'x-forwarded-for': `10.0.0.${n}` })).statusCode);
  }
  assert.equal(answers.at(-1), 429);
});

test('attempts that meet never pass together, in whatever order they name their keys', async () => {
  const counter = createAttemptCounter(here.pool);
  const a = { key: 'a', max: 5, seconds: 60 };
  const b = { key: 'b', max: 8, seconds: 60 };
  const waits = await Promise.all(
    Array.from({ length: 40 }, (_, n) => counter.count(n % 2 ? [a, b] : [b, a])),
  );
  assert.equal(waits.filter((wait) => wait === 0).length, 5);
});

test('an IPv6 customer is one address', () => {
  assert.equal(networkAddress('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  assert.equal(networkAddress('2001:DB8:1:2::99'), '2001:db8:1:2::/64');
  assert.equal(networkAddress('2001:db8::1:2:3:4:5'), '2001:db8:0:1::/64');
  assert.equal(networkAddress('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkAddress('::1'), '0:0:0:0::/64');
  assert.equal(networkAddress('::ffff:10.1.2.3'), '10.1.2.3');
  assert.equal(networkAddress('10.1.2.3'), '10.1.2.3');
});
