import { ENCODINGS, type Encoding } from './encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** No line of a table goes on for so long without a single delimiter, space or line end. */
const LONGEST_BLOCK = 4 * 1024 * 1024;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Bytes to text, a block at a time. Bytes that are no character become U+FFFD, which the row reports.
 *
 * Each block is cut where no character can be cut and decoded by itself: carried over from piece to piece,
 * Node's GB18030 decoder refuses sound files with one broken byte at a boundary.
 */
export async function* decode(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (!ENCODINGS.includes(encoding)) throw new UnreadableFile('encodingUnknown', { encoding });
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const cut = encoding.startsWith('utf-16') ? cutUnits(encoding === 'utf-16be') : cutBytes;
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = cut(block);
    rest = block.subarray(end);
    if (rest.length > LONGEST_BLOCK) throw new UnreadableFile('recordTooLong', { limit: LONGEST_BLOCK });
    if (end === 0) continue;
    const text = decoder.decode(block.subarray(0, end));
    yield first ? withoutMark(text) : text;
    first = false;
  }
  if (rest.length === 0) return;
  const text = decoder.decode(rest);
  yield first ? withoutMark(text) : text;
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** After the last byte below `0`: delimiters, spaces, quotes and line ends are never part of a longer character. */
function cutBytes(block: Buffer): number {
  let end = block.length;
  while (end > 0 && (block[end - 1] ?? 0) >= 0x30) end--;
  return end;
}

/** After the last whole unit, and not between the two units of one character. */
function cutUnits(bigEndian: boolean): (block: Buffer) => number {
  return (block) => {
    const end = block.length - (block.length % 2);
    const high = block[bigEndian ? end - 2 : end - 1] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? end - 2 : end;
  };
}
