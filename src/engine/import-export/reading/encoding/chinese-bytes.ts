/**
 * Whether most of what lies beyond ASCII pairs up as GB18030 does in Chinese: both bytes beyond ASCII. In a
 * Western text an accented letter is followed by a plain one, which is a possible pair, or by a space.
 */
export function looksLikeChinese(sample: Buffer): boolean {
  let typical = 0;
  let other = 0;
  for (let index = 0; index < sample.length; ) {
    const first = sample[index] ?? 0;
    const second = sample[index + 1];
    if (first < 0x80) {
      index++;
    } else if (second === undefined) {
      break;
    } else if (isFirst(first) && isDigit(second) && isDigit(sample[index + 3] ?? 0x30)) {
      typical++;
      index += 4;
    } else if (isFirst(first) && isPairSecond(second)) {
      if (second > 0x80) typical++;
      else other++;
      index += 2;
    } else {
      other++;
      index++;
    }
  }
  return typical > other;
}

function isFirst(byte: number): boolean {
  return byte > 0x80 && byte < 0xff;
}

function isPairSecond(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
