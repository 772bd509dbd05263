import assert from 'node:assert/strict';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { encodeText } from '#test/fixtures/encode-text.ts';
import { chinesePeople, salesData, spreadsheet } from '#test/fixtures/files.ts';
import { type OpenTableOptions, openTable } from './open-table.ts';
import type { TableRow } from './table-row.ts';

async function readAll(path: string, options: OpenTableOptions = {}) {
  const table = await openTable({ name: path, path }, options);
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  await table.close();
  return { ...table, all: rows };
}

function byId(rows: readonly TableRow[]): Map<string, readonly string[]> {
  return new Map(rows.map((row) => [row.cells[0] ?? '', row.cells]));
}

test('CUS-15 the same people come out of every encoding, value by value', async () => {
  const expected = byId((await readAll(chinesePeople.utf8)).all);
  assert.equal(expected.size, 720);
  const others = [
    [chinesePeople.utf8WithMark, 'utf-8', ',', 720],
    [chinesePeople.gbk, 'gb18030', ',', 720],
    [chinesePeople.utf16Tabs, 'utf-16le', '\t', 300],
  ] as const;
  for (const [path, encoding, delimiter, count] of others) {
    const table = await readAll(path);
    assert.deepEqual([table.encoding, table.delimiter, table.all.length], [encoding, delimiter, count]);
    assert.equal(table.header[0], 'id');
    assert.equal(table.header[1], '姓名');
    for (const row of table.all) {
      assert.deepEqual(row.cells, expected.get(row.cells[0] ?? ''));
      assert.deepEqual(row.problems, []);
    }
  }
});

test('CUS-15 rare names come out of GB18030', async () => {
  const { all, encoding } = await readAll(chinesePeople.rare);
  assert.equal(encoding, 'gb18030');
  assert.equal(all.length, 20);
  const names = all.map((row) => row.cells[1]);
  assert.deepEqual(names.slice(0, 10), [
    '江䶮',
    '曹㛃',
    '陶𠮷',
    '皇𪚥',
    '黄喆',
    '吕犇',
    '谭䲜',
    '顾㐂',
    '诸𬭎',
    '林𡈽',
  ]);
  assert.equal(all[0]?.cells[11], '多行\n备注');
});

test('CUS-15 the published sales files come in complete', async () => {
  for (const { path, rows } of salesData) {
    const table = await readAll(path);
    assert.equal(table.all.length, rows, path);
    assert.deepEqual([table.encoding, table.delimiter], ['utf-8', ',']);
    assert.ok(
      table.all.every((row) => row.cells.length === table.header.length && row.problems.length === 0),
    );
    assert.equal(table.all.at(-1)?.row, rows + 1);
    assert.deepEqual(table.sample, table.all.slice(0, 20));
  }
});

test('the user may know better than the guess', async () => {
  const path = chinesePeople.gbk;
  const wrong = await readAll(path, { encoding: 'utf-8' });
  assert.ok(wrong.all.every((row) => row.problems.some((problem) => problem.code === 'undecodable')));
  const other = await readAll(path, { delimiter: ';' });
  assert.equal(other.header.length, 1);
});

test('one broken cell among good ones is reported with its row', async () => {
  const bytes = encodeText('编号,姓名\n0,赵敏\n1,张伟\n2,李娜\n3,王芳\n', 'gb18030');
  const at = bytes.indexOf('2,');
  bytes[at + 2] = 0xff;
  const table = await openTable({ name: 'people.csv', bytes });
  const problems = table.sample.map(({ row, problems: [problem] }) => [row, problem?.code]);
  assert.deepEqual(problems, [
    [2, undefined],
    [3, undefined],
    [4, 'undecodable'],
    [5, undefined],
  ]);
});

test('a declared delimiter is taken at its word, and its line counted', async () => {
  const table = await openTable({
    name: 'people.csv',
    bytes: Buffer.from('sep=|\r\nid|a,b,c\r\n1|x,y,z\r\n'),
  });
  assert.equal(table.delimiter, '|');
  assert.deepEqual(table.header, ['id', 'a,b,c']);
  assert.deepEqual(
    table.sample.map(({ row, line }) => [row, line]),
    [[3, 3]],
  );
});

test('a stream is kept until the table is closed, and read as often as needed', async () => {
  const before = leftovers();
  const table = await openTable({
    name: 'upload',
    stream: createReadStream(spreadsheet('libreoffice.xlsx')),
  });
  assert.equal(leftovers().length, before.length + 1);
  for (let turn = 0; turn < 2; turn++) {
    let count = 0;
    for await (const _ of table.rows()) count++;
    assert.equal(count, 4);
  }
  await table.close();
  assert.deepEqual(leftovers(), before);
});

test('a stream that turns out unreadable leaves nothing behind', async () => {
  const before = leftovers();
  await assert.rejects(openTable({ name: 'upload', stream: createReadStream(spreadsheet('excel97.xls')) }));
  assert.deepEqual(leftovers(), before);
});

test('what is no table is refused by what it is', async () => {
  const compound = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(70_000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const refused: readonly [Buffer, string, string | undefined][] = [
    [Buffer.from(''), 'empty', undefined],
    [Buffer.from('\n\n  \n'.replaceAll(' ', '')), 'empty', undefined],
    [readFileSync(spreadsheet('excel97.xls')), 'unsupported', 'xls'],
    [readFileSync(spreadsheet('opendocument.ods')), 'unsupported', 'ods'],
    [Buffer.from('%PDF-1.7\n%âãÏÓ'), 'unsupported', 'pdf'],
    [Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'unsupported', 'html'],
    [Buffer.from('\ufeff<table><tr><td>姓名</td></tr></table>'), 'unsupported', 'html'],
    [readFileSync(process.execPath).subarray(0, 100_000), 'unsupported', 'binary'],
    [compound, 'encrypted', undefined],
    [Buffer.from('PK\u0003\u0004 and nothing more'), 'damaged', undefined],
  ];
  for (const [bytes, code, format] of refused) {
    await assert.rejects(
      openTable({ name: 'upload.csv', bytes }),
      (error: { code: string; parameters: { format?: string } }) => {
        assert.deepEqual([error.code, error.parameters.format], [code, format]);
        return true;
      },
    );
  }
});

function leftovers(): string[] {
  assert.ok(existsSync(tmpdir()));
  return readdirSync(tmpdir()).filter((name) => name.startsWith('guanxi-file-'));
}
