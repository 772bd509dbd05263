import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaTypeOf } from './media-type.ts';

const zip = 'PK\x03\x04';

for (const [name, head, expected] of [
  ['合同.pdf', '%PDF-1.7', 'application/pdf'],
  ['logo.png', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['portrait.png', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['invoice.pdf', '<script>alert(1)</script>', 'text/plain'],
  ['page.html', '<script>alert(1)</script>', 'text/html'],
  ['drawing.svg', '<svg onload="alert(1)"/>', 'image/svg+xml'],
  ['报价单.xlsx', zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['logo.png', zip, 'application/zip'],
  ['minutes.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword'],
  ['setup.exe', 'MZ\x90\0\x03', 'application/octet-stream'],
  ['photo.jpg', 'MZ\x90\0\x03', 'application/octet-stream'],
  ['客户.csv', '\xbf\xcd\xbb\xa7,\xb3\xc7\xca\xd0\r\n', 'text/csv'],
  ['voice.m4a', '\0\0\0\x20ftypM4A ', 'audio/mp4'],
  ['README', 'Read me first', 'text/plain'],
  ['empty', '', 'text/plain'],
] as const) {
  test(`${name} holding ${JSON.stringify(head.slice(0, 12))} is ${expected}`, () => {
    assert.equal(mediaTypeOf(name, Buffer.from(head, 'latin1')), expected);
  });
}
