import { isUtf8 } from 'node:buffer';
import { looksLikeChinese } from './encoding/chinese-bytes.ts';
import { utf8Share } from './encoding/utf8-bytes.ts';
import { utf16ByteOrder } from './encoding/utf16-bytes.ts';

/** GB18030 contains GBK and GB2312; windows-1252 is what Western spreadsheets saved before UTF-8. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** The file says so itself by a byte order mark. */
  readonly mark: boolean;
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Up to this share of broken characters a file is still UTF-8, with damage to report, and not another encoding. */
const DAMAGED = 0.05;

/** The encoding of a text, judged by a sample that begins where the file or a line of it begins. */
export function detectEncoding(sample: Buffer): DetectedEncoding {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, index) => sample[index] === byte));
  if (marked !== undefined) return { encoding: marked.encoding, mark: true };
  return { encoding: utf16ByteOrder(sample) ?? byValidity(sample), mark: false };
}

function byValidity(sample: Buffer): Encoding {
  if (isUtf8(sample) || utf8Share(sample) > 1 - DAMAGED) return 'utf-8';
  return looksLikeChinese(sample) ? 'gb18030' : 'windows-1252';
}
