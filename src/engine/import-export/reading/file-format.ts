import { detectEncoding } from './encoding.ts';
import type { FileBytes } from './file-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type FileFormat = 'csv' | 'xlsx' | 'vcf';

const HEAD = 4096;
/** A stray zero byte is the row's trouble, not the file's. */
const CONTROLS = 0.05;
/** Old Excel files, and password-protected new ones, are compound documents. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Other things that people upload by mistake; "Excel" exports of older systems are often HTML. */
const OTHERS: readonly { readonly begins: RegExp; readonly format: string }[] = [
  { begins: /^%PDF-/, format: 'pdf' },
  { begins: /^\s*(?:<!doctype html|<html|<head|<table|<meta)/i, format: 'html' },
  { begins: /^\s*<\?xml/, format: 'xml' },
  { begins: /^\{\\rtf/, format: 'rtf' },
  { begins: /^(?:\x89PNG|GIF8|\xff\xd8\xff)/, format: 'image' },
  { begins: /^(?:7z\xbc\xaf|Rar!)/, format: 'archive' },
];

/** What a file is, by its content: names lie. Anything that is not a workbook is taken for text. */
export async function fileFormat(file: FileBytes): Promise<FileFormat> {
  const head = await file.head(HEAD);
  if (head.length === 0) throw new UnreadableFile('empty');
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return zipFormat(head);
  if (head.subarray(0, 8).equals(COMPOUND)) {
    throw (await contains(file, ENCRYPTED))
      ? new UnreadableFile('encrypted')
      : new UnreadableFile('unsupported', { format: 'xls' });
  }
  const text = head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const other = OTHERS.find(({ begins }) => begins.test(text));
  if (other !== undefined) throw new UnreadableFile('unsupported', { format: other.format });
  if (/^\s*BEGIN:VCARD\b/i.test(text)) return 'vcf';
  if (isBinary(head)) throw new UnreadableFile('unsupported', { format: 'binary' });
  return 'csv';
}

/** OpenDocument says what it is in its first entry. */
function zipFormat(head: Buffer): FileFormat {
  if (head.includes('application/vnd.oasis.opendocument'))
    throw new UnreadableFile('unsupported', { format: 'ods' });
  return 'xlsx';
}

/** Text has next to no control characters; in UTF-16 half of each character may look like one. */
function isBinary(head: Buffer): boolean {
  if (detectEncoding(head).encoding.startsWith('utf-16')) return false;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  return controls > head.length * CONTROLS;
}

async function contains(file: FileBytes, wanted: Buffer): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of file.chunks()) {
    const window = Buffer.concat([tail, chunk]);
    if (window.includes(wanted)) return true;
    tail = window.subarray(-wanted.length);
  }
  return false;
}
