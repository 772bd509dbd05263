import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../reading/open-table.ts';
import { openPackage } from '../reading/xlsx/package.ts';
import type { XlsxColumn, XlsxRow } from './xlsx/column.ts';
import { writeXlsx } from './xlsx.ts';

const columns: XlsxColumn[] = [
  { header: '名称', kind: 'text' },
  { header: 'Amount', kind: 'number' },
  { header: 'Share', kind: 'percent' },
  { header: 'Active', kind: 'boolean' },
  { header: 'Signed', kind: 'date' },
  { header: 'Meeting', kind: 'dateTime' },
];

async function bytes(rows: readonly XlsxRow[], sheetName = '客户'): Promise<Buffer> {
  return Buffer.concat(await writeXlsx(columns, rows, sheetName).toArray());
}

async function readBack(rows: readonly XlsxRow[]): Promise<(readonly string[])[]> {
  const table = await openTable({ name: 'export.xlsx', bytes: await bytes(rows) });
  assert.deepEqual(
    table.header,
    columns.map(({ header }) => header),
  );
  return table.sample.map((row) => row.cells);
}

async function sheetXml(rows: readonly XlsxRow[]): Promise<string> {
  const zip = await openPackage({
    name: '',
    path: undefined,
    bytes: await bytes(rows),
    head: async () => Buffer.alloc(0),
    chunks: async function* () {},
    close: async () => {},
  });
  let xml = '';
  for await (const piece of zip.text('xl/worksheets/sheet1.xml', 1_000_000)) xml += piece;
  zip.close();
  return xml;
}

test('values of every kind read back as they were', async () => {
  assert.deepEqual(
    await readBack([
      ['温州南北燃气（集团）有限公司', '1054.10', '12.5', 'true', '2016-10-20', '2017-03-01T09:30:15'],
      ['O\'Brien & Sons <"GmbH">', '-0.01', '0.05', 'false', '1900-03-01', '2026-11-23T00:00:00'],
      [' two\nlines ', null, null, null, null, null],
    ]),
    [
      ['温州南北燃气（集团）有限公司', '1054.1', '12.5%', 'true', '2016-10-20', '2017-03-01T09:30:15'],
      ['O\'Brien & Sons <"GmbH">', '-0.01', '0.05%', 'false', '1900-03-01', '2026-11-23T00:00:00'],
      [' two\nlines ', '', '', '', '', ''],
    ],
  );
});

test('a value that Excel could not keep exactly stays text', async () => {
  const rows = [['x', '12345678901234567.89', 'much', 'perhaps', '1850-01-01', 'soon']];
  assert.deepEqual(await readBack(rows), rows);
  const xml = await sheetXml([['x', '12345678901234567.89', null, null, null, null]]);
  assert.match(xml, /t="inlineStr"><is><t xml:space="preserve">12345678901234567\.89</);
});

test('text is marked as text, so that no formula can run', async () => {
  const xml = await sheetXml([['=HYPERLINK("http://example.com")', '7', null, null, null, null]]);
  assert.match(xml, /t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/);
  assert.ok(!xml.includes('<f>'));
  assert.match(xml, /<v>7<\/v>/);
});

test('characters that XML cannot hold survive', async () => {
  const text = 'a\u0000b\u001bc\r\n_x0041_ \ufffe';
  const [row] = await readBack([[text, '1', null, null, null, null]]);
  assert.equal(row?.[0], text);
  const [broken] = await readBack([['half \ud800', '1', null, null, null, null]]);
  assert.equal(broken?.[0], 'half \ufffd');
});

test('a text longer than a cell may be is cut visibly', async () => {
  const [row] = await readBack([['长'.repeat(40_000), '1', null, null, null, null]]);
  assert.equal(row?.[0]?.length, 32_767);
  assert.ok(row?.[0]?.endsWith('…'));
});

test('a sheet gets a name that Excel allows', async () => {
  for (const [wanted, given] of [
    ['Q1/Q2: [all]?*', 'Q1 Q2   all'],
    ['', 'Sheet1'],
    ["'quoted'", 'quoted'],
    ['长'.repeat(40), '长'.repeat(31)],
    ['A & B', 'A & B'],
  ]) {
    const table = await openTable({
      name: 'export.xlsx',
      bytes: await bytes([['x', '1', null, null, null, null]], wanted),
    });
    assert.deepEqual(table.sheets, [given]);
  }
});

test('more columns than there are letters are named and read', async () => {
  const wide = Array.from({ length: 800 }, (_, index) => ({
    header: `Column ${index}`,
    kind: 'text' as const,
  }));
  const row = wide.map((_, index) => `value ${index}`);
  const table = await openTable({
    name: 'wide.xlsx',
    bytes: Buffer.concat(await writeXlsx(wide, [row], 'Wide').toArray()),
  });
  assert.deepEqual(
    table.header,
    wide.map(({ header }) => header),
  );
  assert.deepEqual(table.sample[0]?.cells, row);
});

test('a source of rows that fails makes the stream fail', async () => {
  async function* failing(): AsyncGenerator<XlsxRow> {
    yield ['x', '1', null, null, null, null];
    throw new Error('the connection broke');
  }
  await assert.rejects(writeXlsx(columns, failing(), 'People').toArray(), /the connection broke/);
});

test('a reader who leaves early stops the source', async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<XlsxRow> {
    try {
      for (;;) yield [String(Math.random()).repeat(50), '1', null, null, null, null];
    } finally {
      ended = true;
    }
  }
  const stream = writeXlsx(columns, endless(), 'People');
  let length = 0;
  for await (const chunk of stream) {
    length += (chunk as Buffer).length;
    if (length > 200_000) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(ended);
});
