import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objection, objectionToPackage } from './dependency-rules.ts';
import { cycles } from './source/cycles.ts';
import { importsOf } from './source/imports.ts';
import { programFiles } from './source/source-files.ts';

const imports = new Map(programFiles().map((file) => [file.path, importsOf(file)]));

test('every import of ours leads to a file', () => {
  const broken = [...imports].flatMap(([path, { unresolved }]) => unresolved.map((to) => `${path} → ${to}`));
  assert.deepEqual(broken, []);
});

test('everything points at the kernel, only main sees everything, nothing points at main', () => {
  const offences = [...imports].flatMap(([path, { files }]) =>
    files.flatMap((to) => {
      const reason = objection(path, to);
      return reason ? [`${path} → ${to}: ${reason}`] : [];
    }),
  );
  assert.deepEqual(offences, []);
});

test('layers keep to their packages', () => {
  const offences = [...imports].flatMap(([path, { packages }]) =>
    packages.flatMap((name) => {
      const reason = objectionToPackage(path, name);
      return reason ? [`${path} → ${name}: ${reason}`] : [];
    }),
  );
  assert.deepEqual(offences, []);
});

test('no file imports itself by a detour, type imports included', () => {
  const graph = new Map([...imports].map(([path, { files }]) => [path, files]));
  assert.deepEqual(cycles(graph), []);
});

test('the rules catch what they are for', () => {
  const forbidden: [string, string][] = [
    ['src/kernel/object.ts', 'src/engine/records/read.ts'],
    ['src/engine/records/read.ts', 'src/web/main.tsx'],
    ['src/engine/records/read.ts', 'src/domains/parties/api.ts'],
    ['src/engine/records/read.ts', 'test/world.ts'],
    ['src/web/main.tsx', 'src/main/start.ts'],
    ['src/domains/sales/module.ts', 'src/domains/marketing/api.ts'],
    ['src/domains/sales/module.ts', 'src/domains/parties/objects/person/greeting.ts'],
    ['src/domains/bridges/sales-commerce/module.ts', 'src/domains/service/api.ts'],
  ];
  for (const [from, to] of forbidden) assert.ok(objection(from, to), `${from} → ${to}`);
  const allowed: [string, string][] = [
    ['src/engine/records/read.test.ts', 'test/database.ts'],
    ['src/domains/sales/module.ts', 'src/domains/parties/api.ts'],
    ['src/domains/bridges/field-service-commerce/module.ts', 'src/domains/field-service/api.ts'],
    ['src/main/start.ts', 'src/domains/sales/module.ts'],
  ];
  for (const [from, to] of allowed) assert.equal(objection(from, to), undefined);
  assert.deepEqual(
    cycles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a', 'd']],
        ['d', []],
      ]),
    ),
    [['a', 'b', 'c']],
  );
});
