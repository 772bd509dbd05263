import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { folderStore } from '#engine/files/folder-store.ts';
import { modules } from '#main/modules.ts';
import { type Product, startProduct } from './product.ts';

type Operation = { operationId: string; tags: string[]; summary: string };
type Paths = Record<string, Record<string, Operation>>;

describe('/api/openapi.json', () => {
  let product: Product;
  let document: { openapi: string; paths: Paths; components: { schemas: Record<string, unknown> } };

  before(async () => {
    const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-openapi-')));
    product = await startProduct({ files: { store, limit: 1000 } });
    document = (await product.as({})('GET', '/api/openapi.json')).body;
  });

  it('is valid OpenAPI 3.1, in both languages', async () => {
    for (const locale of ['en', 'zh-CN']) {
      const { body } = await product.as({})('GET', `/api/openapi.json?locale=${locale}`);
      const { valid, errors } = await new Validator().validate(body);
      assert.ok(valid, JSON.stringify(errors, undefined, 2)?.slice(0, 3000));
    }
    assert.match(document.openapi, /^3\.1/);
  });

  it('names every operation once', () => {
    const names = operations(document.paths).map(({ operationId }) => operationId);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    for (const name of names) assert.match(name, /^[a-z]\w*$/);
  });

  it('describes every object and every action', () => {
    for (const module of modules)
      for (const { object, actions = [] } of module.objects) {
        const name = object.name.replace(/^.*\./, '');
        for (const path of [`/api/records/${name}`, `/api/records/${name}/{id}`])
          assert.ok(document.paths[path], path);
        for (const action of actions) assert.ok(document.paths[`/api/actions/${action.name}`], action.name);
      }
  });

  it('describes every route that there is, and none that there is not', () => {
    const described = new Set(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${general(path)}`),
      ),
    );
    const hidden = [/^\S+ \/api\/docs/, /^\S+ \/api\/auth\/\*/, /^\S+ \/api\/carddav\//];
    const missing = routesOf(product.app).filter(
      (route) => !described.has(route) && !hidden.some((pattern) => pattern.test(route)),
    );
    assert.deepEqual(missing, []);
    for (const route of described) {
      const [method = 'GET', url = ''] = route.split(' ');
      if (!url.startsWith('/api/files'))
        assert.ok(product.app.hasRoute({ method: method as 'GET', url }), route);
    }
  });

  it('refers to nothing that is missing', () => {
    const text = JSON.stringify(document);
    for (const [, path = ''] of text.matchAll(/"#\/([^"]+)"/g)) {
      const found = path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      assert.notEqual(found, undefined, path);
    }
  });

  it('has a reference for people, which needs nothing from elsewhere', async () => {
    const page = await product.as({})('GET', '/api/docs', undefined, { 'accept-language': 'zh-CN' });
    assert.match(page.body, /<html lang="zh-CN">[\s\S]*spec-url="\/api\/openapi\.json\?locale=zh-CN"/);
    assert.doesNotMatch(page.body, /https?:\/\//);
    assert.match(String(page.headers['content-security-policy']), /script-src 'self';/);
    const script = await product.as({})('GET', '/api/docs/rapidoc.js');
    assert.deepEqual([script.status, script.body.length > 100_000], [200, true]);
  });
});

function operations(paths: Paths): readonly Operation[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

/** A described path as the server's routes are written. */
function general(path: string): string {
  return path
    .replace(/^(\/api\/(?:records|duplicates))\/\w+/, '$1/:object')
    .replace(/^\/api\/actions\/.+/, '/api/actions/:action')
    .replace(/\{(\w+)\}/g, ':$1');
}

/** The server's routes below /api, read from its own table of them. */
function routesOf(app: Product['app']): readonly string[] {
  const routes: string[] = [];
  const above: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part = '', methods] = /^([│ ]*[├└]── )(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === '') continue;
    const depth = indent.length / 4 - 1;
    above.length = depth;
    above[depth] = part;
    const url = above.join('');
    if (methods === undefined || !url.startsWith('/api/')) continue;
    for (const method of methods.split(', '))
      if (['GET', 'POST', 'PATCH', 'DELETE', 'PUT'].includes(method)) routes.push(`${method} ${url}`);
  }
  assert.ok(routes.length > 20, 'the table of routes can be read');
  return routes;
}
