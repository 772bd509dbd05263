import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { closeWithFile } from '#test/closing.ts';

/** A copy of the sources to try a change on; removed when the test file has ended. */
export function copyTree() {
  const root = mkdtempSync(join(tmpdir(), 'guanxi-tree-'));
  closeWithFile(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['src', 'test']) cpSync(folder, join(root, folder), { recursive: true });
  cpSync('package.json', join(root, 'package.json'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  const own = { ...compilerOptions, incremental: false, tsBuildInfoFile: undefined };
  // The client names no object of any domain (a house rule), so its types do not depend on which there are.
  const exclude = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'src/web'];
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: own, include: ['src'], exclude }),
  );
  return {
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    run(program: string, ...parameters: readonly string[]) {
      const { status, stdout, stderr } = spawnSync(program, parameters, {
        cwd: root,
        encoding: 'utf8',
        // It is a test run of its own, of another program.
        env: { ...process.env, NODE_TEST_CONTEXT: undefined, GUANXI_TEST_RUN: undefined },
      });
      return { ok: status === 0, output: `${stdout}${stderr}` };
    },
  };
}
