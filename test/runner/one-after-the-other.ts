import { resolve } from 'node:path';
import { after, suite } from 'node:test';
import { pathToFileURL } from 'node:url';
import { closeFile, closeProcess, filesShareProcess } from '../closing.ts';

/**
 * Runs test files in this process. Each is a suite, so that its hooks concern its own tests alone, and is loaded when the
 * one before it has ended and closed what it had opened.
 */
export async function oneAfterTheOther(paths: readonly string[]): Promise<void> {
  filesShareProcess();
  for (const path of paths)
    await suite(path, async () => {
      after(closeFile);
      await import(pathToFileURL(resolve(path)).href);
    });
  await closeProcess();
}
