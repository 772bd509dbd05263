import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// A run of tests has built it before the first of them begins.
let built = process.env.GUANXI_TEST_RUN !== undefined;

/** The folder of the web client as it is built from the sources of now. */
export function builtClient(): string {
  if (!built) execFileSync(process.execPath, ['bin/guanxi.mjs', 'build'], { cwd: root });
  built = true;
  return `${root}dist/web`;
}
