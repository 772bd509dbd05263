import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeText } from '#test/fixtures/encode-text.ts';
import { chinesePeople } from '#test/fixtures/files.ts';
import { decode } from './decode.ts';
import type { Encoding } from './encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

async function decoded(
  bytes: Buffer,
  encoding: Encoding,
  sizes: readonly number[] = [65_536],
): Promise<string> {
  let text = '';
  for await (const block of decode(pieces(bytes, sizes), encoding)) text += block;
  return text;
}

test('CUS-15 rare characters of two and of four bytes are read', async () => {
  const text = await decoded(readFileSync(chinesePeople.rare), 'gb18030', [1]);
  for (const name of ['江䶮', '曹㛃', '陶𠮷', '皇𪚥', '谭䲜', '顾㐂', '诸𬭎', '林𡈽'])
    assert.ok(text.includes(name), name);
  assert.ok(!text.includes('\ufffd'));
});

test('every Han character is read from GB18030 as another program wrote it', async () => {
  const points = [...range(0x3400, 0x4dbf), ...range(0x4e00, 0x9fa5), ...range(0x20000, 0x2a6df)];
  const text = points.map((point) => String.fromCodePoint(point)).join('\n');
  assert.equal(await decoded(encodeText(text, 'gb18030'), 'gb18030'), text);
});

test('a text reads the same in whatever pieces it arrives', async () => {
  const characters = fc.constantFrom(...'a1,;"\n\r\t 张伟é€䶮𠮷😀（');
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
  const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
  await fc.assert(
    fc.asyncProperty(
      fc.array(characters, { maxLength: 60 }),
      sizes,
      encodings,
      fc.boolean(),
      async (list, cut, encoding, mark) => {
        const text = list.join('');
        assert.equal(await decoded(encodeText(text, encoding, mark), encoding, cut), text);
      },
    ),
    { numRuns: 500 },
  );
});

test('broken bytes become U+FFFD and take no delimiter with them, in whatever pieces', async () => {
  const broken: readonly [Encoding, number[], string][] = [
    [
      'gb18030',
      [0x41, 0x81, 0x0a, 0x42, 0xff, 0x2c, 0x81, 0x30, 0x81, 0x0a, 0x44],
      'A\ufffd\nB\ufffd,\ufffd0\ufffd\nD',
    ],
    ['utf-8', [0x41, 0xe5, 0xbc, 0x0a, 0x42, 0xff, 0x2c, 0xf0, 0x9f, 0x98], 'A\ufffd\nB\ufffd,\ufffd'],
    ['utf-16le', [0x41, 0, 0x3d, 0xd8, 0x2c, 0, 0x0a], 'A\ufffd,\ufffd'],
  ];
  for (const [encoding, bytes, text] of broken) {
    for (let size = 1; size <= bytes.length; size++) {
      assert.equal(await decoded(Buffer.from(bytes), encoding, [size]), text, `${encoding} by ${size}`);
    }
  }
});

test('a byte order mark is no text', async () => {
  assert.equal(await decoded(Buffer.from('\ufeffid,name'), 'utf-8', [1]), 'id,name');
  assert.equal(await decoded(encodeText('id,name', 'utf-16be', true), 'utf-16be', [3]), 'id,name');
});

test('megabytes without a delimiter, a space or a line end are no table', async () => {
  const endless = Buffer.alloc(6_000_000, 'x');
  await assert.rejects(
    decoded(endless, 'utf-8'),
    new UnreadableFile('recordTooLong', { limit: 4 * 1024 * 1024 }),
  );
});

test('an encoding that there is not is refused', async () => {
  await assert.rejects(decoded(Buffer.from('id'), 'klingon' as Encoding), { code: 'encodingUnknown' });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
