import { chownSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** What the product remembers beside the database files, for its eyes only. */
interface Private {
  readonly password: string;
  readonly port?: number;
}

const fileName = 'guanxi.json';

export function readPrivate(cluster: string): Private {
  return JSON.parse(readFileSync(join(cluster, fileName), 'utf8')) as Private;
}

export function writePrivate(cluster: string, content: Private, account: Account | undefined): void {
  writeOwned(join(cluster, fileName), JSON.stringify(content), account);
}

/** Writes a file as a whole or not at all, readable by the owner of the database files alone. */
export function writeOwned(path: string, content: string, account: Account | undefined): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  if (account) chownSync(unfinished, account.uid, account.gid);
  renameSync(unfinished, path);
}
