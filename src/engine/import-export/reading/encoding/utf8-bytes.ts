/** Of the characters beyond ASCII, the share that is sound UTF-8; 1 when there are none. */
export function utf8Share(sample: Buffer): number {
  let sound = 0;
  let broken = 0;
  for (let index = 0; index < sample.length; ) {
    const length = characterLength(sample, index);
    if (length > 1) sound++;
    // A character that the end of the sample cuts says nothing.
    else if (length === 0 && index + 4 > sample.length) break;
    else if (length === 0) broken++;
    index += Math.max(length, 1);
  }
  return sound + broken === 0 ? 1 : sound / (sound + broken);
}

/** Bytes of the UTF-8 character that begins here, 0 if none does. */
function characterLength(sample: Buffer, index: number): number {
  const first = sample[index] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xf0 && first < 0xf5
      ? 4
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xc2 && first < 0xe0
          ? 2
          : 0;
  for (let next = 1; next < length; next++) {
    const byte = sample[index + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
