import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** A folder that takes time to fill: filled once, whole or not at all, whoever else is at it. */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    await fill(unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
    return folder;
  } catch (error) {
    // Another process may have been quicker between the question and the renaming.
    if (existsSync(folder)) return folder;
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
