import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type WriteCsvOptions, writeCsv } from './csv.ts';

async function written(
  rows: readonly (readonly (string | null)[])[],
  options?: WriteCsvOptions,
): Promise<string> {
  const blocks: string[] = [];
  for await (const block of writeCsv(rows, options)) blocks.push(block);
  return blocks.join('');
}

test('cells are quoted where they must be, and nowhere else', async () => {
  const rows = [
    ['id', 'name', 'note'],
    ['1', 'Acme, Inc.', 'says "hi"'],
    ['2', null, 'two\nlines'],
    ['3', '张伟', ' blank '],
  ];
  assert.equal(
    await written(rows, { mark: false }),
    'id,name,note\r\n1,"Acme, Inc.","says ""hi"""\r\n2,,"two\nlines"\r\n3,张伟," blank "\r\n',
  );
});

test('the mark by which Excel knows UTF-8 comes first, and can be left out', async () => {
  assert.equal(await written([['id']]), '\ufeffid\r\n');
  assert.equal(await written([['id']], { mark: false }), 'id\r\n');
  assert.equal(await written([]), '\ufeff');
});

test('another delimiter is quoted in its turn', async () => {
  assert.equal(await written([['a;b', 'c,d', 'e|f']], { delimiter: ';', mark: false }), '"a;b";c,d;e|f\r\n');
  assert.equal(await written([['a|b', 'c\td']], { delimiter: '|', mark: false }), '"a|b"|c\td\r\n');
});

test('formulas are written as text', async () => {
  const rows = [['=cmd|calc', '-12.50', '+86 138', '@x', '=a,"b"']];
  assert.equal(await written(rows, { mark: false }), `'=cmd|calc,-12.50,'+86 138,'@x,"'=a,""b"""\r\n`);
});

test('a row of one empty cell is no blank line', async () => {
  assert.equal(await written([['id'], [''], [null]], { mark: false }), 'id\r\n""\r\n""\r\n');
});

test('rows are taken as they are needed', async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield ['x'.repeat(1000)];
    }
  }
  for await (const block of writeCsv(endless())) {
    assert.ok(block.length >= 65_536);
    break;
  }
  assert.equal(taken, 66);
});
