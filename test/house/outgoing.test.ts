import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What opens connections to nobody's address but those of whoever runs the machine: its database, its virus scanner. */
const ownMachine = /^src\/(engine\/database\/embedded|adapters\/clamd)\//;

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

/** Who writes by mail: to people who work here, and by the one door to people outside. */
const writers = [
  'src/engine/identity/mails/identity-mail.ts',
  'src/engine/notifications/send-mail.ts',
  'src/engine/operation/tell-administrators.ts',
  'src/engine/permission/write-to-person.ts',
  'src/main/watched-ports.ts',
];

test('PRV-03 no mail goes to an address in a record but through the door that asks the ledger of permissions', () => {
  const found = globSync('src/{kernel,engine,adapters,domains,main}/**/*.ts').filter(
    (path) => !path.endsWith('.test.ts') && writesMail(readFileSync(path, 'utf8')),
  );
  assert.deepEqual(found.sort(), writers);
  assert.ok(writesMail('await ports.mail?.send({ to })') && writesMail('const { send } = ports.mail;'));
});

/** Calls a sender of mail, whatever it is called there. */
function writesMail(text: string): boolean {
  return (
    /\b(mail|mailer|mailSender|postman)\b\??\s*\.send\(/.test(text) ||
    /\{[^}]*\bsend\b[^}]*\} = (\w+\.)*mail\b/.test(text)
  );
}
