import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeText } from '#test/fixtures/encode-text.ts';
import { chinesePeople, salesData } from '#test/fixtures/files.ts';
import { detectEncoding, ENCODINGS } from './encoding.ts';
import { encodingSample } from './encoding-sample.ts';

const header = '姓名,公司,电话\n';
const rows = '张伟,温州南北燃气（集团）有限公司,13800138000\n李娜,上海新华印刷股份有限公司,021-5555\n';

function detected(bytes: Buffer): string {
  return detectEncoding(bytes).encoding;
}

test('CUS-15 the encoding of each real file is recognised', () => {
  assert.deepEqual(detectEncoding(readFileSync(chinesePeople.utf8)), { encoding: 'utf-8', mark: false });
  assert.deepEqual(detectEncoding(readFileSync(chinesePeople.utf8WithMark)), {
    encoding: 'utf-8',
    mark: true,
  });
  assert.deepEqual(detectEncoding(readFileSync(chinesePeople.gbk)), { encoding: 'gb18030', mark: false });
  assert.deepEqual(detectEncoding(readFileSync(chinesePeople.rare)), { encoding: 'gb18030', mark: false });
  assert.deepEqual(detectEncoding(readFileSync(chinesePeople.utf16Tabs)), {
    encoding: 'utf-16le',
    mark: true,
  });
  for (const file of salesData) assert.equal(detected(readFileSync(file.path)), 'utf-8');
});

test('a table in any encoding is recognised without a mark, and with one', () => {
  for (const encoding of ENCODINGS) {
    if (encoding === 'windows-1252') continue;
    assert.equal(detected(encodeText(header + rows, encoding)), encoding);
    const marked = encodeText(header + rows, encoding, true);
    assert.deepEqual(detectEncoding(marked), { encoding, mark: true });
  }
});

test('plain ASCII is UTF-8, in UTF-16 it is UTF-16', () => {
  assert.equal(detected(Buffer.from('name;city\nAcme;Rome\n')), 'utf-8');
  assert.equal(detected(Buffer.from('')), 'utf-8');
  assert.equal(detected(encodeText('name;city\nAcme;Rome\n', 'utf-16le')), 'utf-16le');
  assert.equal(detected(encodeText('name;city\nAcme;Rome\n', 'utf-16be')), 'utf-16be');
});

test('characters that contain a zero byte themselves do not mislead', () => {
  const text = '编号,姓名\n1,一一一一\n2,😀😀\n3,　丁一　\n';
  for (const encoding of ['utf-16le', 'utf-16be'])
    assert.equal(detected(encodeText(text, encoding)), encoding);
  assert.equal(detected(Buffer.from('id,name\n1,zero\u0000\n2,\u0000\n3,Acme\n')), 'utf-8');
});

test('Western text from before UTF-8 is not taken for Chinese', () => {
  const text = 'Nom;Ville;Téléphone\nHélène Müller;Besançon;03 81\nJürgen Groß;Köln;0221\n';
  assert.equal(detected(encodeText(text, 'windows-1252')), 'windows-1252');
  assert.equal(detected(encodeText(text, 'utf-8')), 'utf-8');
});

test('traditional characters in GBK are Chinese too', () => {
  assert.equal(
    detected(encodeText('姓名,備註\n張偉,請勿於週末致電\n陳麗華,聯繫經濟發展處\n', 'gbk')),
    'gb18030',
  );
});

test('a UTF-8 file with a few broken bytes stays UTF-8', () => {
  const bytes = Buffer.from(header + rows.repeat(20));
  bytes[Buffer.byteLength(header) + 1] = 0xff;
  assert.equal(detected(bytes), 'utf-8');
});

test('a character cut by the end of the sample says nothing', () => {
  const gbk = encodeText(header + rows, 'gbk');
  const utf8 = Buffer.from(header + rows);
  for (let length = 12; length < 40; length++) {
    assert.equal(detected(gbk.subarray(0, length)), 'gb18030');
    assert.equal(detected(utf8.subarray(0, length)), 'utf-8');
  }
});

test('CUS-15 a file whose first Chinese name stands thousands of rows down is recognised', async () => {
  const plain = 'Anna Snelling,Central,02-5555\n'.repeat(20_000);
  for (const encoding of ['gb18030', 'utf-8'] as const) {
    const bytes = encodeText(plain + rows + plain, encoding);
    for (const size of [1000, 65_536]) {
      const sample = await encodingSample(pieces(bytes, size));
      assert.equal(detected(sample), encoding);
      assert.ok(sample.length < 200_000);
    }
  }
});

test('any Chinese table is recognised in every encoding', () => {
  const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 2, maxLength: 12 });
  const cell = han.map((points) => String.fromCodePoint(...points));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 12, maxLength: 30 });
  fc.assert(
    fc.property(table, fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), (lines, encoding) => {
      const text = lines.map((cells) => `${cells.join(',')},2026\r\n`).join('');
      assert.equal(detected(encodeText(text, encoding)), encoding);
    }),
  );
});

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
