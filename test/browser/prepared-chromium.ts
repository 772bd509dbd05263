import { execFile, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder } from './cached.ts';
import { packageVersion } from './package-version.ts';

interface Chromium {
  readonly program: string;
  /** Where libraries are that the system lacks. */
  readonly libraries: string | undefined;
}

/** The Chromium that npm brought, unpacked on the first use. */
export async function preparedChromium(): Promise<Chromium> {
  const folder = await cachedFolder(`chromium-${packageVersion('@sparticuz/chromium')}`, unpack);
  const program = join(folder, 'chromium');
  const libraries = join(folder, 'al2023', 'lib');
  const runsAlone = spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  return { program, libraries: runsAlone ? undefined : libraries };
}

/** The package unpacks to the folder of temporary files, with its libraries if it believes to be on Lambda. */
async function unpack(folder: string): Promise<void> {
  const program = `
    const { default: chromium } = await import(${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))});
    await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'chromium'), 0o755);
}
