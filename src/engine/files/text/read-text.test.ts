import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import yazl from 'yazl';
import { mediaTypeOf } from '#engine/files/media-type.ts';
import { readText } from '#engine/files/text/read-text.ts';
import { pdfOf } from '#test/fixtures/pdf.ts';

function zip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return Array.fromAsync(file.outputStream as AsyncIterable<Buffer>).then((all) => Buffer.concat(all));
}

const word = (text: string) =>
  `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

async function read(name: string, bytes: Buffer) {
  return readText({ name, mediaType: mediaTypeOf(name, bytes.subarray(0, 4096)), bytes });
}

describe('CUS-21 what is written in a file', () => {
  it('is read from every usual kind, in whichever encoding', async () => {
    const slides = `<p:sld xmlns:a="a" xmlns:p="p"><a:p><a:r><a:t>年度规划</a:t></a:r></a:p></p:sld>`;
    const files: readonly (readonly [string, Buffer | Promise<Buffer>, RegExp])[] = [
      ['合同.pdf', pdfOf('Framework agreement 2026'), /Framework agreement 2026/],
      ['合同.docx', zip({ 'word/document.xml': word('付款期限为三十天') }), /付款期限为三十天/],
      ['规划.pptx', zip({ 'ppt/slides/slide1.xml': slides }), /年度规划/],
      ['说明.txt', iconv.encode('甲方：恒达机械有限公司，乙方负责安装调试', 'gbk'), /恒达机械有限公司/],
      ['客户.csv', Buffer.from('\ufeff客户,城市\n恒达,长沙\n'), /^客户,城市\n恒达,长沙$/],
      ['页.html', Buffer.from('<p>报价</p><script>alert(1)</script>'), /^报价$/],
    ];
    for (const [name, bytes, expected] of files) {
      const { state, text } = await read(name, await bytes);
      assert.deepEqual([state, expected.test(text)], ['read', true], `${name}: ${state} ${text}`);
    }
  });

  it('has words in it by which the search finds them, beyond the first two hundred', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `第${index}条 word${index}`).join('\n');
    const { words } = await read('条款.txt', Buffer.from(`${long}\n违约金按日计算`));
    assert.ok(words.some((each) => each.startsWith('违约金')) && words.includes('word899'));
  });

  it('is nothing where a file is hostile, empty, locked or not what its name says', async () => {
    const bomb = await zip({ 'word/document.xml': word('a'.repeat(70 * 1024 * 1024)) });
    const locked = pdfOf(
      'secret',
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 >> /ID [<00> <00>]`,
    );
    const files: readonly (readonly [string, Buffer, string])[] = [
      ['bomb.docx', bomb, 'tooLarge'],
      ['空.txt', Buffer.alloc(0), 'read'],
      ['locked.pdf', locked, 'encrypted'],
      ['broken.pdf', Buffer.from('%PDF-1.7\nnothing of it'), 'unreadable'],
      ['wrong.docx', Buffer.from('MZ\x90\0\x03'), 'read'],
      ['broken.docx', Buffer.from('PK\x03\x04 nothing of it'), 'unreadable'],
    ];
    for (const [name, bytes, expected] of files) {
      const { state, text } = await read(name, bytes);
      assert.deepEqual([state, text], [expected, ''], name);
    }
    const slow = await readText({ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('甲') }, 0);
    assert.equal(slow.state, 'tooLong');
  });
});
