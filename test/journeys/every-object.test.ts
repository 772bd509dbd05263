import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';
import { makeSample } from '#test/conformance/sample-values.ts';
import { openStage } from './stage.ts';
import { walkIn } from './walk.ts';

const stage = await openStage();
const registry = compose(modules, people);
const made = new Map<string, string>();
const create = (object: string, values: object) =>
  stage.ask('POST', `records/${object}`, values).then(
    ({ id }: { id: string }) => id,
    () => undefined,
  );

test('every object’s list and page are drawn, one in each language, without a word of complaint', async () => {
  const me = (await stage.ask('GET', 'me')) as { id: string };
  made.set(registry.people, me.id);
  const objects = [...registry.objects.values()];
  for (const object of objects)
    if (object.declaration.unites === undefined) await makeSample(registry, object, create, made);
  assert.ok(made.size > objects.length / 2, [...made.keys()].join());
  const page = await stage.open('/');
  const walk = walkIn(page);
  const complaints: string[] = [];
  let here = '';
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${here}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${here}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${here}: ${answer.status()} ${answer.url()}`);
  });
  for (const [round, locale] of (['zh-CN', 'en'] as const).entries()) {
    await stage.ask('PATCH', 'me', { locale });
    await page.goto(`${stage.url}/`);
    await walk.drawn();
    for (const [index, { name, declaration }] of objects.entries()) {
      const id = made.get(name);
      const path = (index + round) % 2 === 0 || id === undefined ? `/${name}` : `/${name}/${id}`;
      here = `${locale} ${path}`;
      await walk.to(path);
      const text = (await page.getByRole('main').textContent()) ?? '';
      // What is said about a record is read on its page.
      if (declaration.purpose !== 'comment')
        assert.equal(await page.evaluate(() => location.pathname.split('/')[1]), name);
      if (text.trim().length < 5) complaints.push(`${here}: nothing is drawn`);
      if (/\{\{|\bundefined\b|\[object Object\]|NaN/.test(text))
        complaints.push(`${here}: ${text.slice(0, 300)}`);
    }
  }
  await page.context().close();
  assert.deepEqual([...new Set(complaints)], []);
});
