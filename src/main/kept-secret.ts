import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#engine/database/database.ts';
import { isRotatedTo } from '#engine/sealing/rotate-secret.ts';

const places = (directory: string) => ({
  kept: join(directory, 'secret'),
  next: join(directory, 'secret.next'),
});

/**
 * The secret made at the first start and kept for the next. Where a rotation was broken off, the database says which of
 * the two secrets is right.
 */
export async function keptSecret(directory: string, database: Database): Promise<string> {
  const { kept, next } = places(directory);
  // One that nothing is locked with yet stays: a rotation may be under way.
  if (existsSync(next) && (await isRotatedTo(database, readFileSync(next, 'utf8')))) renameSync(next, kept);
  if (!existsSync(kept)) writeFileSync(kept, newSecret(), { mode: 0o600 });
  return readFileSync(kept, 'utf8');
}

/** A secret that nobody guesses. */
function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Writes down the secret to come, through to the disk, before anything is locked with it. */
export function prepareSecret(directory: string): string {
  const { next } = places(directory);
  writeFileSync(next, newSecret(), { mode: 0o600 });
  const file = openSync(next, 'r');
  fsyncSync(file);
  closeSync(file);
  return readFileSync(next, 'utf8');
}

/** The prepared secret is the secret from now on. */
export function takeSecret(directory: string): void {
  const { kept, next } = places(directory);
  renameSync(next, kept);
}
