/** One character in so many is an ASCII one (a delimiter, a digit, a line end) in any table. */
const ASCII_SHARE = 1 / 50;

/**
 * Which UTF-16 a text without byte order mark is, if it is one: the delimiters, digits and line ends of a
 * table have a zero byte, always on the same side. Other encodings have no zero bytes.
 */
export function utf16ByteOrder(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let atEven = 0;
  let atOdd = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) atEven++;
    if (sample[index + 1] === 0) atOdd++;
  }
  const units = sample.length / 2;
  if (atOdd > units * ASCII_SHARE && atOdd > atEven * 20) return 'utf-16le';
  if (atEven > units * ASCII_SHARE && atEven > atOdd * 20) return 'utf-16be';
  return undefined;
}
