import { extensionTypes } from './extension-types.ts';

/** How many bytes of a file's beginning tell what it is. */
export const headLength = 4096;

/** Where what begins a file of a type stands, and what it is. */
const signatures: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/heic', 4, 'ftyphei'],
  ['image/heic', 4, 'ftypmif1'],
  ['image/avif', 4, 'ftypavif'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/zip', 0, 'PK\x05\x06'],
  ['application/x-ole-storage', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/gzip', 0, '\x1f\x8b'],
  ['application/x-7z-compressed', 0, '7z\xbc\xaf\x27\x1c'],
  ['application/vnd.rar', 0, 'Rar!\x1a\x07'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/ogg', 0, 'OggS'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
  ['video/mp4', 4, 'ftyp'],
];

/** Kinds of content that are a container for several types, which the name then tells apart. */
const containers: Readonly<Record<string, RegExp>> = {
  'application/zip': /openxmlformats|opendocument|epub/,
  'application/x-ole-storage': /msword|ms-excel|ms-powerpoint|ms-outlook/,
  'video/mp4': /^(video|audio)\//,
  'audio/ogg': /ogg/,
};

/** What a file is by its content; its name only tells apart what content alone cannot. Senders are not believed. */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const bytes = Buffer.from(head).toString('latin1');
  const named = extensionTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  const found = signatures.find(([, at, begin]) => bytes.startsWith(begin, at))?.[0];
  if (found !== undefined) return named !== undefined && containers[found]?.test(named) ? named : found;
  if (bytes.includes('\0')) return 'application/octet-stream';
  return named !== undefined && textual.test(named) ? named : 'text/plain';
}

const textual = /^text\/|json|xml|javascript|message\/rfc822/;
