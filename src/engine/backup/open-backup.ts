import { pipeline, Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from './backup-fault.ts';
import type { BackupHead, BackupMark } from './backup-head.ts';
import { type Frame, readFrames } from './frames.ts';
import { archivePath, keysPath } from './names.ts';
import { readSealed } from './read-sealed.ts';

export interface OpenBackup {
  readonly head: BackupHead;
  /** Once: the rows of each table in COPY's notation, in the order of the head; fails where the end is missing. */
  tables(): AsyncGenerator<TableRows>;
  /** Likewise the rows that are kept apart, as they are by now, whichever backup this is. */
  apart(): AsyncGenerator<TableRows>;
}

interface TableRows {
  readonly table: string;
  readonly rows: AsyncGenerator<Buffer>;
}

/** Opens a backup for reading from its beginning to its end. */
export async function openBackup(store: BackupStore, key: Buffer, name: string): Promise<OpenBackup> {
  const frames = readFrames(unpacked(readSealed(store, key, archivePath(name))));
  const first = await frames.next();
  const head = first.done || first.value.kind !== 'facts' ? undefined : (first.value.facts as BackupHead);
  if (head?.format !== 1)
    throw new BackupFault(
      `The backup ${name} was made by a version of the product that this one does not know.`,
    );
  return { head, tables: () => tablesIn(frames), apart: () => rowsApart(store, key) };
}

async function* rowsApart(store: BackupStore, key: Buffer): AsyncGenerator<TableRows> {
  if (await store.has(keysPath)) yield* tablesIn(readFrames(unpacked(readSealed(store, key, keysPath))));
}

async function* tablesIn(frames: AsyncGenerator<Frame>) {
  let mark = await nextMark(frames);
  while ('table' in mark) {
    let following: BackupMark | undefined;
    const rows = async function* () {
      for (;;) {
        const frame = await nextFrame(frames);
        if (frame.kind === 'facts') {
          following = frame.facts as BackupMark;
          return;
        }
        yield frame.data;
      }
    };
    const read = rows();
    yield { table: mark.table, rows: read };
    // Whoever did not want the rows passes them over.
    for await (const _ of read);
    mark = following ?? (await nextMark(frames));
  }
}

async function nextMark(frames: AsyncGenerator<Frame>): Promise<BackupMark> {
  const frame = await nextFrame(frames);
  if (frame.kind === 'data') throw new BackupFault('The backup is not in order.');
  return frame.facts as BackupMark;
}

async function nextFrame(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { done, value } = await frames.next();
  if (done) throw new BackupFault('The backup ends in the middle.');
  return value;
}

function unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(bytes), createZstdDecompress(), () => {});
}
