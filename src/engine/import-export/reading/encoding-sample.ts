const FIRST = 64 * 1024;

/**
 * What to judge a file's encoding by: its beginning, and when that is plain ASCII, also the first piece
 * that is not. An export may carry a name in another script only thousands of rows down.
 */
export async function encodingSample(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  let decisive = false;
  for await (const chunk of chunks) {
    const plain = isAscii(chunk);
    if (length < FIRST || !plain) {
      pieces.push(chunk);
      length += chunk.length;
    }
    // One piece more, for a character may begin at the very end of the first.
    if (length >= FIRST && decisive) break;
    decisive ||= !plain;
  }
  return Buffer.concat(pieces);
}

function isAscii(chunk: Buffer): boolean {
  for (let index = 0; index < chunk.length; index++) {
    const byte = chunk[index] ?? 0;
    if (byte === 0 || byte > 0x7f) return false;
  }
  return true;
}
