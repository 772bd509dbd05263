import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What opens connections to nobody's address but the embedded database's own on this machine. */
const ownMachine = /^src\/engine\/database\/embedded\//;

test('every request to an address goes through `adapters/outgoing`, which judges the address that it connects to', () => {
  const faults: string[] = [];
  for (const path of globSync('src/{kernel,engine,adapters,domains,main}/**/*.ts')) {
    if (path.endsWith('.test.ts') || path.startsWith('src/adapters/outgoing/') || ownMachine.test(path))
      continue;
    const text = readFileSync(path, 'utf8');
    for (const [, type, module = ''] of text.matchAll(/^import (type )?[^;]*?from '([^']+)';/gm)) {
      if (type !== undefined) continue;
      if (/^node:(http|https|http2|net|tls|dgram|dns)$/.test(module) || module === 'undici')
        faults.push(`${path} imports ${module}`);
    }
    if (/(?<![.\w])fetch\(|new (WebSocket|EventSource)\(/.test(text))
      faults.push(`${path} fetches by itself`);
    if (/createTransport\(/.test(text) && path !== 'src/adapters/smtp/smtp-mail.ts')
      faults.push(`${path} sends mail by itself`);
  }
  assert.deepEqual(faults, []);
});
