/** Line ends and delimiters; the characters with these as their other byte (`U+2C00` …) hardly occur. */
const MARKS = new Set(Buffer.from('\n\r\t,;|'));

/**
 * Which UTF-16 a text without byte order mark is, if it is one: in a table the line ends and delimiters have
 * a zero beside them, always on the same side. Zeros alone say little: `一` is `4E 00`.
 */
export function utf16ByteOrder(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const little = marksWithZero(sample, 0);
  const big = marksWithZero(sample, 1);
  if (little > 0 && little > big * 4) return 'utf-16le';
  if (big > 0 && big > little * 4) return 'utf-16be';
  return undefined;
}

/** Marks at this place of their unit that have a zero beside them; none if most of them have not. */
function marksWithZero(sample: Buffer, place: 0 | 1): number {
  let zero = 0;
  let other = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (!MARKS.has(sample[index + place] ?? 0)) continue;
    if (sample[index + 1 - place] === 0) zero++;
    else other++;
  }
  return zero >= other ? zero : 0;
}
