import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadsheet, spreadsheets } from '#test/fixtures/files.ts';
import { workbookOf, zipOf } from '#test/fixtures/workbook-of.ts';
import { openTable } from './open-table.ts';
import type { TableRow } from './table-row.ts';

async function read(bytes: Buffer, sheet?: string): Promise<TableRow[]> {
  const table = await openTable({ name: 'people.xlsx', bytes }, sheet === undefined ? {} : { sheet });
  const rows: TableRow[] = [{ row: 0, line: 0, cells: table.header, problems: [] }];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

async function cells(sheetData: string, others: Record<string, string> = {}): Promise<(readonly string[])[]> {
  return (await read(await workbookOf(sheetData, others))).map((row) => row.cells);
}

const HEADER = ['姓名', 'Company', '金额', 'Signed', 'Meeting', 'Share', 'Active', 'Duration', 'Sum', '备注'];
const FIRST = [
  '张伟',
  '温州南北燃气（集团）有限公司',
  '1054.1',
  '2016-10-20',
  '2017-03-01T09:30:15',
  '12.5%',
  'true',
  '26:05:00',
  '2108.2',
  '第一行\n第二行',
];
const SECOND = [
  '陶𠮷',
  'O\'Brien & Sons <"GmbH">',
  '-13800138000',
  '1912-02-12',
  '2026-11-23T00:00:00',
  '100%',
  'false',
  '01:30:00',
  '-13800137999.9',
  ' spaces kept ',
];

for (const name of spreadsheets()) {
  test(`CUS-15 ${name} reads as it looks`, async () => {
    const table = await openTable({ name, path: spreadsheet(name) });
    assert.equal(table.format, 'xlsx');
    assert.deepEqual(table.sheets, ['People', 'Other sheet']);
    assert.equal(table.sheet, 'People');
    assert.deepEqual(table.header, HEADER);
    const uncalculated = name.startsWith('openpyxl');
    const calculated = (row: readonly string[]) => (uncalculated ? row.with(8, '') : row);
    const rows = table.sample;
    assert.deepEqual(
      rows.map(({ row }) => row),
      [2, 3, 4, 5],
    );
    assert.deepEqual(rows[0]?.cells, calculated(FIRST));
    assert.deepEqual(rows[1]?.cells, calculated(SECOND));
    assert.deepEqual(rows[2]?.cells, ['', '', '0.1', '', '', '', '', '', '', '']);
    assert.deepEqual(rows[3]?.cells.slice(0, 3), ['江䶮', 'Zoë', '007']);
    assert.deepEqual(rows[3]?.problems, [
      { code: uncalculated ? 'formulaNotCalculated' : 'formulaError', column: 8 },
    ]);
    assert.deepEqual(rows[2]?.problems, []);
    const other = await openTable({ name, path: spreadsheet(name) }, { sheet: 'Other sheet' });
    assert.deepEqual(other.header, ['only', 'here']);
  });
}

test('a sheet that the workbook does not have is named', async () => {
  const workbook = { name: 'people.xlsx', path: spreadsheet('libreoffice.xlsx') };
  await assert.rejects(openTable(workbook, { sheet: 'Nobody' }), {
    code: 'sheetNotFound',
    parameters: { sheet: 'Nobody' },
  });
});

test('cells without references, gaps between rows and prefixed names are read', async () => {
  const table = await read(
    await workbookOf(
      '<x:row><x:c t="str"><x:v>id</x:v></x:c><x:c t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c></x:row><row r="7"><c r="B7" t="str"><v>Acme</v></c></row><row/><row r="9"><c><v>3</v></c></row>',
    ),
  );
  assert.deepEqual(
    table.map(({ row, cells: found }) => [row, found]),
    [
      [0, ['id', 'name']],
      [7, ['', 'Acme']],
      [9, ['3', '']],
    ],
  );
});

test('shared strings hold runs, guides and escapes', async () => {
  const strings =
    '<sst><si><t>id</t></si><si><r><t>东</t></r><r><rPr><b/></rPr><t xml:space="preserve">京 </t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/></sst>';
  const row =
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>99</v></c><c t="str"><v>end</v></c></row>';
  assert.deepEqual(await cells(row, { 'xl/sharedStrings.xml': strings }), [
    ['id', '东京', 'a\rb_x0041_', '', '', 'end'],
  ]);
});

test('numbers are written out as people write them', async () => {
  const numbers = [
    '13800138000',
    '1.3800138E10',
    '0.30000000000000004',
    '1054.0999999999999',
    '1E-7',
    '-5.0',
    '110101199003070000',
    '',
    '1e999',
  ];
  const header = '<row><c t="str"><v>n</v></c></row>';
  const rows = numbers.map((value) => `<row><c><v>${value}</v></c></row>`).join('');
  assert.deepEqual((await cells(header + rows)).flat(), [
    'n',
    '13800138000',
    '13800138000',
    '0.3',
    '1054.1',
    '0.0000001',
    '-5',
    '110101199003070000',
    '1e999',
  ]);
});

test('a document type, and with it every entity of its own, is refused', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
  await assert.rejects(cells('', { 'xl/worksheets/sheet1.xml': bomb }), { code: 'damaged' });
  await assert.rejects(cells('<row><c t="str"><v>&unknown;</v></c></row>'), { code: 'damaged' });
});

test('a zip bomb is stopped before it unpacks', async () => {
  const header = '<row><c t="str"><v>id</v></c></row>';
  const blanks = `${header}<row>${'<c s="1"/>'.repeat(4_000_000)}</row>`;
  await assert.rejects(cells(blanks), { code: 'tooLarge' });
  await assert.rejects(cells(`${header}<row><c t="str"><v>${'x'.repeat(5_000_000)}</v></c></row>`), {
    code: 'tooLarge',
  });
  await assert.rejects(cells(header, { 'xl/styles.xml': `<a>${' '.repeat(17_000_000)}</a>` }), {
    code: 'tooLarge',
  });
});

test('a sheet wider or longer than any table is refused', async () => {
  await assert.rejects(cells('<row><c r="XFD1" t="str"><v>far</v></c></row>'), {
    code: 'tooManyColumns',
    parameters: { columns: 16_384, limit: 1000 },
  });
  await assert.rejects(cells('<row r="99999999"><c t="str"><v>deep</v></c></row>'), { code: 'damaged' });
  assert.deepEqual(await cells('<row><c t="str"><v>id</v></c><c r="XFD1" s="3"/></row>'), [['id']]);
});

test('broken files are called damaged, other zips unsupported', async () => {
  const good = await workbookOf('<row><c t="str"><v>id</v></c></row>');
  await assert.rejects(read(good.subarray(0, good.length - 40)), { code: 'damaged' });
  await assert.rejects(cells('<row><c t="str"><v>id</c></row>'), { code: 'damaged' });
  const flipped = Buffer.from(
    await workbookOf(
      `<row>${Array.from({ length: 500 }, (_, index) => `<c><v>${index * 7919}</v></c>`).join('')}</row>`,
    ),
  );
  flipped.fill(0, 1500, 1600);
  await assert.rejects(read(flipped), { code: 'damaged' });
  await assert.rejects(read(await zipOf({ 'notes.txt': 'hello' })), {
    code: 'unsupported',
    parameters: { format: 'zip' },
  });
  await assert.rejects(read(await zipOf({ 'xl/workbook.xml': '<document/>' })), { code: 'unsupported' });
});
