import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { keptBackups } from './kept-backups.ts';
import { archivePath, contentsPath } from './names.ts';
import { readSealed } from './read-sealed.ts';

/** Keeps the latest backups and removes the others, with every content that none of those kept needs. */
export async function removeOldBackups(store: BackupStore, key: Buffer, keep: number): Promise<number> {
  const all = await keptBackups(store);
  const [kept, old] = [all.slice(0, keep), all.slice(keep)];
  if (old.length === 0) return 0;
  for (const { name } of old) {
    await store.remove(archivePath(name));
    await store.remove(contentsPath(name));
  }
  const needed = new Set<string>();
  // Also what is needed to go back to a moment.
  const notes = (await store.list('archive'))
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.files'));
  for (const path of [...kept.map(({ name }) => contentsPath(name)), ...notes]) {
    const noted = await buffer(Readable.from(readSealed(store, key, path)));
    for (const content of noted.toString('utf8').split('\n')) needed.add(content);
  }
  for (const { name } of await store.list('files')) if (!needed.has(name)) await store.remove(name);
  return old.length;
}
