import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from './csv.ts';
import type { TableRow } from './table-row.ts';
import { UnreadableFile } from './unreadable-file.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function read(text: string, size = 65_536): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readCsv(inPieces(text, size), { delimiter: ',' })) rows.push(row);
  return rows;
}

async function cells(text: string): Promise<(readonly string[])[]> {
  return (await read(text)).map((row) => row.cells);
}

test('quotes hold delimiters, quotes and line breaks', async () => {
  assert.deepEqual(await cells('id,note\n1,"含逗号,与引号""测试"""\n2,"多行\n备注"\n3,\n'), [
    ['id', 'note'],
    ['1', '含逗号,与引号"测试"'],
    ['2', '多行\n备注'],
    ['3', ''],
  ]);
});

test('CUS-15 every record knows its number and its line', async () => {
  const text = 'id,note\r\n1,"two\r\nlines"\n\n2,"a\nb\nc"\r3,end';
  for (let size = 1; size < text.length; size++) {
    const rows = await read(text, size);
    assert.deepEqual(
      rows.map(({ row, line, cells: [first] }) => [row, line, first]),
      [
        [1, 1, 'id'],
        [2, 2, '1'],
        [4, 5, '2'],
        [5, 8, '3'],
      ],
    );
  }
});

test('rows of another width than the header are given and reported', async () => {
  const rows = await read('id,name,city\n1,Acme\n2,Globex,Oslo,,\n3,Hooli,Rome,extra\n4,Initech,Bonn\n');
  assert.deepEqual(
    rows.map((row) => row.cells),
    [
      ['id', 'name', 'city'],
      ['1', 'Acme', ''],
      ['2', 'Globex', 'Oslo'],
      ['3', 'Hooli', 'Rome', 'extra'],
      ['4', 'Initech', 'Bonn'],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.problems),
    [
      [],
      [{ code: 'tooFewCells', expected: 3, actual: 2 }],
      [],
      [{ code: 'tooManyCells', expected: 3, actual: 4 }],
      [],
    ],
  );
});

test('a quotation mark inside a cell is a character', async () => {
  assert.deepEqual(await cells('name,size\nDisk,5"\n"5" disk",new\n'), [
    ['name', 'size'],
    ['Disk', '5"'],
    ['"5" disk"', 'new'],
  ]);
});

test('CUS-15 a quotation mark that is never closed is named by its line, after the rows before it', async () => {
  const rows: number[] = [];
  const text = 'id,note\n1,fine\n2,"open\n3,lost\n4,lost\n';
  const reading = async () => {
    for await (const { row } of readCsv(inPieces(text, 10), { delimiter: ',' })) rows.push(row);
  };
  await assert.rejects(reading, new UnreadableFile('quoteNotClosed', { row: 3, line: 3 }));
  assert.deepEqual(rows, [1, 2]);
});

test('a quotation mark closed by another one lines below is reported', async () => {
  const [, second] = await read('id,note\n1,"open\n2,fine\n3,"x"\n4,fine\n');
  assert.deepEqual(second?.problems[0], { code: 'brokenQuotes', column: 1 });
  const [, quotation] = await read('id,note\n1,"""He said"" and left\nsoon"\n');
  assert.deepEqual(quotation?.problems, []);
});

test('a record without end stops the reading before it fills the memory', async () => {
  const endless = `id,note\n1,"${'x, '.repeat(1_000_000)}`;
  await assert.rejects(read(endless), {
    code: 'recordTooLong',
    parameters: { row: 2, line: 2, limit: 1_048_576 },
  });
});

test('more columns than any table has are refused', async () => {
  await assert.rejects(read(','.repeat(1000)), {
    code: 'tooManyColumns',
    parameters: { columns: 1001, limit: 1000 },
  });
});

test('cells that could not be decoded are reported', async () => {
  const [, row] = await read('id,name\n1,张\ufffd\n');
  assert.deepEqual(row?.problems, [{ code: 'undecodable', column: 1 }]);
});

test('cells guarded against formulas lose their guard', async () => {
  assert.deepEqual(await cells("name,phone\n'=Acme,'+86 138\n'quoted',-12.5\n"), [
    ['name', 'phone'],
    ['=Acme', '+86 138'],
    ["'quoted'", '-12.5'],
  ]);
});

test('an empty text has no records', async () => {
  assert.deepEqual(await read(''), []);
  assert.deepEqual(await read('\n\r\n\n'), []);
});
