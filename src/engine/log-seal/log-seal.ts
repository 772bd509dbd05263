import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { keyedHash, type Link } from '../audit/chain.ts';
import type { Row } from '../database/database.ts';

/** Bytes of a mark: nobody finds another entry with the same. */
export const markLength = 16;

/** An entry of the log as its mark sees it; by which transaction it was written is another after a restore. */
export const entryColumns = `sequence, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor, impersonator,
  object, record, version, kind, changes::text`;

/** Entries that are sealed together. */
export interface Block {
  /** Whether these entries were sealed before and have rightly changed since, as when a person is erased. */
  readonly amends: boolean;
  readonly sequences: readonly string[];
  /** The marks of the entries, one after the other. */
  readonly marks: Buffer;
  /** Between these instants its entries were written. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly sealedAt: string;
}

/**
 * Marks the entries of one workspace's log and links its blocks, with the workspace's own key, which stays when the
 * installation's secret is changed; the last link alone is locked with the secret.
 */
export class LogSeal {
  /** A key that is ready to use: taking in its bytes for each entry costs six times what marking does. */
  readonly #marking: KeyObject;
  readonly #linking: Uint8Array;
  readonly #auditKey: Uint8Array;
  readonly #workspace: string;

  constructor(dataKey: Uint8Array, auditKey: Uint8Array, workspace: string) {
    const derived = (purpose: string) =>
      new Uint8Array(hkdfSync('sha256', dataKey, '', `guanxi ${purpose}`, 32));
    this.#marking = createSecretKey(derived('entries of the log'));
    this.#linking = derived('blocks of the log');
    this.#auditKey = auditKey;
    this.#workspace = workspace;
  }

  /** The mark of an entry, given as `entryColumns` read it: of no use to guess what an erased entry held. */
  mark(entry: Row): Buffer {
    const mac = createHmac('sha256', this.#marking).update(JSON.stringify(entry)).digest();
    return mac.subarray(0, markLength);
  }

  /** The place of a block after another. */
  linkAfter({ position, hash }: Link, block: Block): Link {
    const { amends, sequences, marks, firstAt, lastAt, sealedAt } = block;
    const parts = [amends, sequences.join(), marks.toString('base64'), firstAt, lastAt, sealedAt];
    return {
      position: position + 1,
      hash: keyedHash(this.#linking, ['block', hash, position + 1, ...parts]),
    };
  }

  /** Proves that the place of the last block was written by somebody who has the secret. */
  sealOf(head: Link): string {
    return logHeadSeal(this.#auditKey, this.#workspace, head);
  }
}

export function logHeadSeal(auditKey: Uint8Array, workspace: string, head: Link): string {
  return keyedHash(auditKey, ['log', workspace, head.position, head.hash]);
}
