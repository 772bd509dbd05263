import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where a file's bytes come from. */
export type FileSource = { readonly name: string } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
  | { readonly stream: AsyncIterable<Uint8Array> }
);

/** A file that can be read more than once, a piece at a time. */
export interface FileBytes {
  readonly name: string;
  /** For readers that need to jump about; the other is undefined. */
  readonly path: string | undefined;
  readonly bytes: Buffer | undefined;
  head(length: number): Promise<Buffer>;
  chunks(): AsyncIterable<Buffer>;
  /** Removes what was kept for reading again. */
  close(): Promise<void>;
}

const CHUNK = 64 * 1024;

/** A path or bytes as they are; a stream goes to a temporary file, since detection and import both read it. */
export async function openSource(source: FileSource): Promise<FileBytes> {
  if ('path' in source) return fileAt(source.name, source.path, async () => {});
  if ('bytes' in source)
    return inMemory(
      source.name,
      Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
    );
  const folder = await mkdtemp(path.join(tmpdir(), 'guanxi-file-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'content');
    await pipeline(Readable.from(source.stream), createWriteStream(file));
    return fileAt(source.name, file, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

function fileAt(name: string, file: string, close: () => Promise<void>): FileBytes {
  return {
    name,
    path: file,
    bytes: undefined,
    close,
    chunks: () => createReadStream(file, { highWaterMark: CHUNK }),
    async head(length) {
      const handle = await open(file);
      try {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await handle.read(buffer, 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

function inMemory(name: string, bytes: Buffer): FileBytes {
  return {
    name,
    path: undefined,
    bytes,
    close: async () => {},
    head: async (length) => bytes.subarray(0, length),
    async *chunks() {
      for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
    },
  };
}
