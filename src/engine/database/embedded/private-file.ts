import { chownSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemUser } from './system-user.ts';

/** What the product remembers beside the database files, for its eyes only. */
interface Private {
  readonly password: string;
  readonly port?: number;
}

const fileName = 'guanxi.json';

export function readPrivate(cluster: string): Private {
  return JSON.parse(readFileSync(join(cluster, fileName), 'utf8')) as Private;
}

export function writePrivate(cluster: string, content: Private, user: SystemUser | undefined): void {
  writeOwned(join(cluster, fileName), JSON.stringify(content), user);
}

/** Writes a file as a whole or not at all, readable by the owner of the database files alone. */
export function writeOwned(path: string, content: string, user: SystemUser | undefined): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  renameSync(unfinished, path);
}
