/** The same bytes in pieces of one size, the last of which may be shorter and says that it is the last. */
export async function* chunksOf(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly chunk: Buffer; readonly last: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = Buffer.concat(held);
    let at = 0;
    // One byte more than a chunk must be there: else this may be the last.
    for (; all.length - at > size; at += size) yield { chunk: all.subarray(at, at + size), last: false };
    held = [all.subarray(at)];
    length = all.length - at;
  }
  yield { chunk: Buffer.concat(held), last: true };
}
