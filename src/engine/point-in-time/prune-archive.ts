import type { BackupStore } from '#kernel/port/backup-store.ts';
import { archiveFolder, type BaseName, baseNamed, basePath, logNamed, momentNamed } from './archive-names.ts';

const day = 86_400_000;

/** Removes what no moment of the last days needs; with none, everything. Gives the oldest copy that is kept. */
export async function pruneArchive(
  store: BackupStore,
  days: number,
  now: Date,
): Promise<BaseName | undefined> {
  const pieces = (await store.list(archiveFolder)).map(({ name }) => name);
  const bases = pieces.flatMap((path) => baseNamed(path) ?? []);
  const since = now.getTime() - days * day;
  const oldest = new Map<string, BaseName>();
  for (const base of bases) {
    const known = oldest.get(base.system);
    // The newest that is older than the window is needed for its beginning.
    if (days > 0 && (known === undefined || base.at.getTime() <= since)) oldest.set(base.system, base);
  }
  for (const system of oldest.keys()) {
    const last = pieces
      .flatMap((path) => logNamed(path) ?? baseNamed(path) ?? [])
      .filter((each) => each.system === system);
    // Of a cluster that is no more, and was none within the window.
    if (Math.max(...last.map(({ at }) => at.getTime())) < since) oldest.delete(system);
  }
  for (const path of pieces) if (!isNeeded(path, oldest)) await store.remove(path);
  return [...oldest.values()].sort((one, other) => other.at.getTime() - one.at.getTime())[0];
}

function isNeeded(path: string, oldest: ReadonlyMap<string, BaseName>): boolean {
  const [, system = ''] = path.split('/');
  const base = oldest.get(system);
  if (base === undefined) return false;
  const log = logNamed(path);
  if (log !== undefined) return log.file.endsWith('.history') || log.file >= base.segment;
  const moment = momentNamed(path);
  if (moment !== undefined) return moment.at >= base.at;
  // Copies sort by time; one without facts is under way, or was broken off and goes with the next older ones.
  return path >= basePath(base, 'facts').replace(/\.facts$/, '');
}
