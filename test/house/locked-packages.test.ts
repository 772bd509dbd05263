import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly deprecated?: string;
  readonly dev?: boolean;
}

/** What the lock file tells of the parts, with no network: whether one has a known weakness it cannot. */
test('ASVS-15.2.1 no part of production is given up by its authors, and each is exactly what was looked at', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const parts = Object.entries(packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  assert.ok(parts.length > 100);
  const faults = parts.flatMap(([place, { version, integrity = '', deprecated }]) => [
    ...(deprecated === undefined ? [] : [`${place} ${version} is given up: ${deprecated}`]),
    ...(integrity.startsWith('sha512-') ? [] : [`${place} ${version} has no checksum that holds`]),
  ]);
  assert.deepEqual(faults, []);
});

test('what is asked for is asked for in one version', () => {
  const asked = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  const parts = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(asked[kind] ?? {}),
  );
  assert.deepEqual(
    parts.filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  );
});
