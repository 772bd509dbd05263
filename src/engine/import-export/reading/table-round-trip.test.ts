import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeText } from '#test/fixtures/encode-text.ts';
import { writeCsv } from '../writing/csv.ts';
import { writeXlsx } from '../writing/xlsx.ts';
import { DELIMITERS } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { type OpenTable, type OpenTableOptions, openTable } from './open-table.ts';

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abc张伟李娜温州南北燃气有限公司éñ13800') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      '"',
      "'",
      '\n',
      '\r\n',
      ' ',
      '=',
      '+',
      '-',
      '@',
      '＝',
      '䶮',
      '𠮷',
      '😀',
      '　',
      '_x000D_',
    ),
  },
);
const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
/** A header of three, and rows beneath it of which none is entirely empty. */
const table = fc
  .array(fc.tuple(fc.nat({ max: 99_999 }).map(String), cell, cell), { minLength: 5, maxLength: 25 })
  .map((rows) => [['编号', '姓名', '备注'], ...rows]);

async function contents(
  bytes: Buffer,
  options: OpenTableOptions,
): Promise<{ table: OpenTable; rows: string[][] }> {
  const opened = await openTable({ name: 'people', bytes }, options);
  const rows = [[...opened.header]];
  for await (const row of opened.rows()) {
    // Quotes about a line end may be a mistake or meant: the row says so, and reads right all the same.
    assert.deepEqual(
      row.problems.filter(({ code }) => code !== 'brokenQuotes'),
      [],
    );
    rows.push([...row.cells]);
  }
  await opened.close();
  return { table: opened, rows };
}

test('CUS-15 any table written in any encoding with any delimiter reads back the same', async () => {
  const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
  await fc.assert(
    fc.asyncProperty(
      table,
      encodings,
      fc.constantFrom(...DELIMITERS),
      fc.boolean(),
      async (rows, encoding, delimiter, mark) => {
        let text = '';
        for await (const block of writeCsv(rows, { delimiter, mark: false })) text += block;
        const bytes = encodeText(text, encoding, mark);
        const read = await contents(bytes, {});
        assert.deepEqual([read.table.encoding, read.table.delimiter], [encoding, delimiter]);
        assert.deepEqual(read.rows, rows);
      },
    ),
    { numRuns: 400 },
  );
});

test('CUS-15 any table written as a workbook reads back the same', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ([header = [], ...rows]) => {
      const columns = header.map((name) => ({ header: name, kind: 'text' as const }));
      const bytes = Buffer.concat(await writeXlsx(columns, rows, '客户').toArray());
      const read = await contents(bytes, {});
      assert.equal(read.table.format, 'xlsx');
      assert.deepEqual(read.table.sheets, ['客户']);
      assert.deepEqual(read.rows, [header, ...rows]);
    }),
    { numRuns: 100 },
  );
});

test('any bytes at all are read or refused, never more', async () => {
  const beginning = fc.constantFrom('', 'PK\u0003\u0004', '\ufeff', 'id,name\n', '"', 'sep=;\n');
  await fc.assert(
    fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 400 }), async (text, tail) => {
      const bytes = Buffer.concat([Buffer.from(text), tail]);
      try {
        const opened = await openTable({ name: 'upload', bytes });
        for await (const row of opened.rows()) assert.ok(row.cells.length > 0);
      } catch (error) {
        assert.equal((error as Error).name, 'UnreadableFile');
      }
    }),
    { numRuns: 1000 },
  );
});
