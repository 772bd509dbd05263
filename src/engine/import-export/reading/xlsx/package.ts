import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { FileBytes } from '../file-source.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { PART_COUNT_LIMIT, RATIO_FREE, RATIO_LIMIT } from './limits.ts';

/** The named parts of a workbook file, unpacked as they are read. */
export interface Package {
  has(part: string): boolean;
  /** Text of a part; fails when it turns out larger than `limit` or packed more tightly than any honest file. */
  text(part: string, limit: number): AsyncGenerator<string>;
  close(): void;
}

export async function openPackage(file: FileBytes): Promise<Package> {
  const zip = await open(file);
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > PART_COUNT_LIMIT)
      throw new UnreadableFile('tooLarge', { part: 'zip', limit: PART_COUNT_LIMIT });
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (error) {
    zip.close();
    throw damaged(error, 'zip');
  }
  return {
    has: (part) => entries.has(part.toLowerCase()),
    close: () => zip.close(),
    text(part, limit) {
      const entry = entries.get(part.toLowerCase());
      if (entry === undefined) throw new UnreadableFile('damaged', { part });
      return unpacked(zip, entry, limit);
    },
  };
}

async function open(file: FileBytes): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false } as const;
  try {
    if (file.bytes !== undefined) return await fromBufferPromise(file.bytes, options);
    return await openPromise(file.path ?? '', options);
  } catch (error) {
    throw damaged(error, 'zip');
  }
}

async function* unpacked(zip: ZipFile, entry: Entry, limit: number): AsyncGenerator<string> {
  const part = entry.fileName;
  if (entry.uncompressedSize > limit) throw new UnreadableFile('tooLarge', { part, limit });
  const ceiling = Math.min(limit, Math.max(RATIO_FREE, entry.compressedSize * RATIO_LIMIT));
  let length = 0;
  let decoder: TextDecoder | undefined;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > ceiling) throw new UnreadableFile('tooLarge', { part, limit: ceiling });
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    throw damaged(error, part);
  }
  if (decoder !== undefined) yield decoder.decode();
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function damaged(error: unknown, part: string): UnreadableFile {
  return error instanceof UnreadableFile ? error : new UnreadableFile('damaged', { part }, error);
}
