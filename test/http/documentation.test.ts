import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { startProduct } from './product.ts';

interface Example {
  readonly command: string;
  /** JSON of which the answer has at least the parts, in kind. */
  readonly answer?: string;
}

const able = spawnSync('bash', ['-c', 'command -v curl sed']).status === 0;

test('the examples of docs/api.md do what they say', {
  skip: able ? false : 'no curl here',
}, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-documentation-'));
  const store = folderStore(join(folder, 'files'));
  const product = await startProduct({ files: { store, limit: 1_000_000 } });
  const url = await product.app.listen({ port: 0, host: '127.0.0.1' });
  // Problems are told in the caller's language; the page shows them in English.
  await product.ask('PATCH', '/api/me', { locale: 'en' });
  const { key } = (await product.ask('POST', '/api/api-keys', { name: '文档' })).body;
  const shell = spawn('bash', { cwd: folder, env: { ...process.env, GUANXI: url, KEY: key } });
  // A shell that is still there would keep a test that failed from ending.
  context.after(() => shell.kill());
  const found = examples(readFileSync('docs/api.md', 'utf8'));
  assert.ok(found.length > 10);
  for (const { command, answer } of found) {
    const output = await run(shell, command);
    if (command.includes('/api/events')) continue;
    const last = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    if (answer === undefined)
      assert.ok(last.status === undefined || last.status < 400, `${command}\n${output}`);
    else assert.deepEqual(missing(JSON.parse(answer), last), [], `${command}\n${output}`);
  }
  shell.stdin.end();
  rmSync(folder, { recursive: true });
});

function examples(page: string): readonly Example[] {
  const fences = [...page.matchAll(/```sh\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)];
  return fences.map(([, command = '', answer]) => ({ command, ...(answer !== undefined && { answer }) }));
}

function run(shell: ReturnType<typeof spawn>, command: string): Promise<string> {
  const end = `--- ${Math.random()}`;
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (!output.includes(end)) return;
      shell.stdout?.off('data', read);
      resolve(output.slice(0, output.indexOf(end)));
    };
    shell.stdout?.on('data', read);
    shell.stdin?.write(`${command}\nprintf '\\n%s\\n' '${end}'\n`);
  });
}

/** Where an answer is not of the kind that the example shows; ids and times are different each time. */
function missing(shown: unknown, given: unknown, path = ''): readonly string[] {
  if (typeof shown !== typeof given || (shown === null) !== (given === null)) return [path];
  if (typeof shown === 'object' && shown !== null)
    return Object.entries(shown).flatMap(([name, value]) =>
      missing(value, (given as Record<string, unknown>)[name], `${path}/${name}`),
    );
  const alike = shown === given || typeof shown === 'number' || /id$|\/size$/.test(path);
  return alike ? [] : [`${path}: ${String(given)}`];
}
