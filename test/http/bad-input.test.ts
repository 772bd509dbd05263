import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { operators } from '#kernel/where.ts';
import { museum } from '#test/specimens/specimens.ts';
import { hostileText, hostileValue } from './hostile-values.ts';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

const seed = Number(process.env.GUANXI_TEST_SEED ?? Date.now() % 1_000_000);
const json = { 'content-type': 'application/json' };

describe('bad input', () => {
  let product: Product;
  let ask: Asking;
  before(async () => {
    product = await startProduct({ more: [museum] });
    ask = product.ask;
  });

  /** Never a failure of ours; what is refused is a problem document with every error's field and message. */
  function expectSane(answer: Answer, what: unknown): void {
    const told = () => `seed ${seed} ${answer.status} ${JSON.stringify(what)} ${JSON.stringify(answer.body)}`;
    assert.ok(answer.status < 500, told());
    if (answer.status < 400) return;
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, told());
    assert.equal(answer.body.status, answer.status, told());
    for (const { field, code, message } of answer.body.errors) {
      assert.equal(typeof field, 'string', told());
      assert.notEqual(code, 'badRequest', told());
      assert.ok(message && message !== code, told());
    }
  }

  /** How many records of an object there are, and how many entries the log has. */
  const written = async (object: string) => {
    const counts = `(select count(*)::int from ws_main."${object}") as rows, (select count(*)::int from ws_main.event) as events`;
    return (await product.pool.query(`select ${counts}`)).rows[0];
  };

  const writable = () =>
    [...product.registry.objects.values()].filter(
      ({ name, declaration: { unites, raised } }) =>
        unites === undefined && !raised && name !== product.registry.people,
    );

  it('in any field of any object is refused by name, and nothing of it is written', async () => {
    for (const object of writable()) {
      const names = [...object.fields.keys()];
      const inputs = fc.sample(
        fc.dictionary(fc.constantFrom(...names, 'id', 'version', 'nmae'), hostileValue, { maxKeys: 4 }),
        { numRuns: object.name === 'specimen' ? 300 : 20, seed },
      );
      let before = await written(object.name);
      for (const input of inputs) {
        const answer = await ask('POST', `/api/records/${object.name}`, input);
        expectSane(answer, { [object.name]: input });
        const since = await written(object.name);
        if (answer.status === 201) {
          before = since;
          continue;
        }
        assert.ok(answer.body.errors.length > 0, JSON.stringify(answer.body));
        assert.deepEqual(since, before);
      }
    }
  });

  it('that refers to no record is refused at a field, whatever other records the object asks meanwhile', async () => {
    const nothing = '01900000-0000-7000-8000-000000000000';
    for (const object of writable()) {
      for (const [name, field] of object.fields) {
        if (field.target === undefined || field.type === 'user') continue;
        const value = field.type === 'manyToMany' ? [nothing] : nothing;
        const answer = await ask('POST', `/api/records/${object.name}`, { [name]: value });
        assert.equal(answer.status, 422, `${object.name}.${name} ${JSON.stringify(answer.body)}`);
        assert.ok(answer.body.errors.length > 0, `${object.name}.${name}`);
      }
    }
  });

  it('in any field of a change leaves the record as it was', async () => {
    const { id } = (await ask('POST', '/api/records/specimen', { name: '青铜鼎' })).body;
    const names = [...(product.registry.objects.get('specimen')?.fields.keys() ?? [])];
    const inputs = fc.sample(
      fc.dictionary(fc.constantFrom(...names, 'version'), hostileValue, { minKeys: 1, maxKeys: 3 }),
      { numRuns: 300, seed },
    );
    for (const input of inputs) {
      const before = (await ask('GET', `/api/records/specimen/${id}`)).body;
      const answer = await ask('PATCH', `/api/records/specimen/${id}`, input);
      expectSane(answer, input);
      if (answer.status !== 200)
        assert.deepEqual((await ask('GET', `/api/records/specimen/${id}`)).body, before);
    }
  });

  it('in any condition, with any operator, is refused at the field', async () => {
    const names = [
      ...(product.registry.objects.get('specimen')?.allFields.keys() ?? []),
      'cabinet.name',
      'x.y',
    ];
    const test = fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom(...operators, 'like', '__proto__', 'constructor'),
        hostileValue,
      )
      .map(([name, operator, value]) => ({ [name]: { [operator]: value } }));
    const where = fc.oneof(
      { weight: 6, arbitrary: test },
      hostileValue,
      fc.tuple(fc.constantFrom('and', 'or', 'not'), hostileValue).map(([key, value]) => ({ [key]: value })),
    );
    for (const condition of fc.sample(where, { numRuns: 700, seed })) {
      const text = encodeURIComponent(JSON.stringify(condition));
      expectSane(await ask('GET', `/api/records/specimen?where=${text}`), condition);
    }
  });

  it('in any parameter of any address is refused by name', async () => {
    const { id } = (await ask('POST', '/api/records/specimen', { name: '玉璧' })).body;
    const doors = [
      ...['/api/records/specimen', '/api/records/specimen/aggregate', `/api/records/specimen/${id}/timeline`],
      ...[`/api/records/specimen/${id}`, '/api/search', '/api/imports', '/api/meta', '/api/me'],
    ];
    const parameters = [
      ...['where', 'select', 'sort', 'limit', 'cursor', 'count', 'q', 'bin', 'groupBy', 'measures', 'kinds'],
      ...['objects', '__proto__', 'nonsense'],
    ];
    const request = fc.tuple(fc.constantFrom(...doors), fc.constantFrom(...parameters), hostileText);
    for (const [door, name, value] of fc.sample(request, { numRuns: 400, seed })) {
      const address = `${door}?${name}=${encodeURIComponent(value.toWellFormed())}`;
      expectSane(await ask('GET', address), address);
    }
  });

  it('in any part of any path finds nothing', async () => {
    const part = fc.oneof(hostileText, fc.constantFrom('specimen', 'event', 'counter', 'pg_class', 'user'));
    for (const [object, id] of fc.sample(fc.tuple(part, part), { numRuns: 200, seed })) {
      const [first, second] = [object, id].map((text) => encodeURIComponent(text.toWellFormed()));
      for (const [method, url] of [
        ['GET', `/api/records/${first}`],
        ['GET', `/api/records/specimen/${second}`],
        ['PATCH', `/api/records/${first}/${second}`],
        ['DELETE', `/api/records/specimen/${second}`],
        ['POST', `/api/records/specimen/${second}/restore`],
        ['POST', `/api/actions/${first}`],
        ['GET', `/api/records/specimen/${second}/timeline`],
        ['GET', `/api/imports/${second}`],
        ['GET', `/api/files/${second}`],
      ] as const)
        expectSane(await ask(method, url, method === 'PATCH' ? {} : undefined), url);
    }
  });

  it('as a cursor of one’s own making is refused as a cursor', async () => {
    const own = fc.array(fc.option(hostileText), { minLength: 1, maxLength: 2 });
    for (const key of fc.sample(own, { numRuns: 200, seed })) {
      const text = JSON.stringify([...key, '01900000-0000-7000-8000-000000000000']);
      const cursor = Buffer.from(text).toString('base64url');
      for (const sort of ['pieces', 'found', 'catalogued', 'name', 'genuine'])
        expectSane(await ask('GET', `/api/records/specimen?sort=${sort}&cursor=${cursor}`), text);
    }
  });

  it('that is no JSON, too much, or of another type is told so', async () => {
    const raw = (payload: string | Buffer, headers: Record<string, string> = json) =>
      ask('POST', '/api/records/specimen', payload, headers);
    const cases: readonly [Answer, readonly number[]][] = [
      [await raw('{"name":'), [400, 422]],
      [await raw(''), [400, 422]],
      [await raw('null'), [422]],
      [await raw('"text"'), [422]],
      [await raw('7'), [422]],
      [await raw('[]'), [201, 422]],
      [await raw('[[]]'), [422]],
      [await raw('{"__proto__":{"name":"x"}}'), [400, 422]],
      [await raw('{"constructor":{"prototype":{"name":"x"}}}'), [400, 422]],
      [await raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), [400, 422]],
      [await raw(`{"name":"x","notes":${'['.repeat(5000)}${']'.repeat(5000)}}`), [422]],
      [
        await raw(
          Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}')]),
        ),
        [201, 400, 422],
      ],
      [await raw(JSON.stringify({ name: 'x'.repeat(17 * 1024 * 1024) })), [413]],
      [await raw(JSON.stringify(Array(1001).fill({ name: 'x' }))), [422]],
      [await raw('name=x', { 'content-type': 'application/x-www-form-urlencoded' }), [415, 422]],
      [await raw('<a/>', { 'content-type': 'text/xml' }), [415, 422]],
      [await raw('{}', { 'content-type': 'nonsense' }), [415, 422]],
      [await ask('POST', '/api/records/nothing', {}), [404]],
      [await ask('PUT', '/api/records/specimen', {}), [404, 405]],
      [await ask('GET', '/api/no/such/thing'), [404]],
      [await ask('GET', '/api/records/%ff'), [404]],
      [await ask('GET', `/api/records/${'x'.repeat(300)}`), [404]],
    ];
    for (const [index, [answer, statuses]] of cases.entries()) {
      const told = `case ${index}: ${answer.status} ${JSON.stringify(answer.body)}`;
      assert.ok(statuses.includes(answer.status), told);
      if (answer.status >= 400)
        assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, told);
    }
    const twice = await raw('{"name":"甲","name":"乙"}');
    assert.equal(twice.body.name, '乙');
    assert.equal((Object.prototype as Record<string, unknown>).name, undefined);
  });

  it('SQL and HTML are kept as the text they are; formatted text loses what could run', async () => {
    const texts = ["'; drop table ws_main.specimen; --", '<img src=x onerror=alert(1)>', '{{constructor}}'];
    for (const text of texts) {
      const { body } = await ask('POST', '/api/records/specimen', {
        name: text,
        description: text,
        story: `<p onclick="x()">好</p><script>alert(1)</script><a href="javascript:x()">a</a>${text}`,
      });
      assert.deepEqual([body.name, body.description], [text, text]);
      assert.doesNotMatch(body.story, /<script|onclick|onerror|javascript:/i);
      const where = encodeURIComponent(JSON.stringify({ name: text }));
      assert.equal((await ask('GET', `/api/records/specimen?where=${where}`)).body.records[0].id, body.id);
    }
  });

  it('is told of in the language of the person, whatever the browser asks for', async () => {
    const told = async () =>
      (await ask('POST', '/api/records/specimen', {}, { 'accept-language': 'en-GB,en' })).body.errors[0]
        .message;
    await ask('PATCH', '/api/me', { locale: 'zh-CN' });
    assert.match(await told(), /\p{Script=Han}/u);
    await ask('PATCH', '/api/me', { locale: 'en' });
    assert.doesNotMatch(await told(), /\p{Script=Han}/u);
    const stranger = await product.as({ 'accept-language': 'zh-CN' })('GET', '/api/records/specimen');
    assert.match(stranger.body.title, /\p{Script=Han}/u);
  });
});
