import { createHmac, hkdfSync } from 'node:crypto';
import type { Row } from '../database/database.ts';

/** Where a chain stands: how many entries it has had, and the hash of the last one. */
export interface Link {
  readonly position: number;
  readonly hash: string;
}

/** Before the first entry. */
export const beginning: Link = { position: 0, hash: '' };

/** An entry as its hash sees it: PostgreSQL's own text of every column. */
export const entryColumns = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(workspace, ''),
  actor, acting_for, kind, subject, facts::text, ip`;

/** The key of the chains of an installation: who can only write to the database cannot make a hash. */
export function chainKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'guanxi audit chain', 32));
}

/** The place of an entry, given as `entryColumns` read it, after another. */
export function linkAfter(key: Uint8Array, { position, hash }: Link, entry: Row): Link {
  return { position: position + 1, hash: keyedHash(key, ['entry', hash, position + 1, ...entry]) };
}

/** Proves that the ends of a chain were written by somebody who has the key. */
export function sealOf(key: Uint8Array, workspace: string, anchor: Link, head: Link): string {
  return keyedHash(key, ['chain', workspace, anchor.position, anchor.hash, head.position, head.hash]);
}

/** A hash that nobody makes without the key. */
export function keyedHash(key: Uint8Array, parts: readonly unknown[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}
