import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { openTable } from '#engine/import-export/reading/open-table.ts';
import { chinesePeople } from '#test/fixtures/files.ts';
import { bring, settled, start } from './importing.ts';

const fields = { 姓名: 'name', 手机: 'mobile', 邮箱: 'email', 职务: 'title', 客户等级: 'tier' } as const;

const without = (some: readonly string[], others: readonly string[]) =>
  some.filter((each) => !others.includes(each)).slice(0, 5);

test('CUS-15 Chinese people come in whole from files in all five encodings', async () => {
  const product = await start();
  for (const [encoding, path] of Object.entries(chinesePeople)) {
    const name = basename(path);
    const answer = await bring(product.ask, [[name, readFileSync(path)]], {
      ...{ run: true, options: { duplicates: 'create' } },
      files: [
        {
          ...{ name, object: 'contact', matchBy: null },
          mapping: [
            ...Object.entries(fields).map(([column, field]) => ({ column, field })),
            { column: '公司名称', field: 'account', createMissing: true },
            { column: '备注', field: 'description' },
          ],
        },
      ],
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const job = await settled(product.ask, answer.body.id);
    const told = JSON.stringify(job.files[0].report?.errors?.slice(0, 3));
    const table = await openTable({ name, path });
    const expected: string[] = [];
    for await (const { cells } of table.rows()) {
      // A mail domain is kept in lower case.
      const cell = (column: string) =>
        (cells[table.header.indexOf(column)]?.trim() ?? '').replace('@EXAMPLE.CN', '@example.cn');
      expected.push(
        [...Object.keys(fields), '公司名称'].map(cell).join('|') + cell('备注').replaceAll('\r\n', '\n'),
      );
    }
    await table.close();
    assert.deepEqual([encoding, job.files[0].created, told], [encoding, expected.length, '[]']);
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await product.ask(
        'GET',
        `/api/records/contact?select=${Object.values(fields).join()},account.name,description&limit=1000${cursor}`,
      );
      for (const each of page.body.records) {
        const values = Object.values(fields).map((field) => each[field] ?? '');
        found.push(
          [...values, each.account?.name ?? ''].join('|') + (each.description ?? '').replaceAll('\r\n', '\n'),
        );
      }
      if (page.body.next === undefined) break;
      cursor = `&cursor=${page.body.next}`;
    }
    const [missing, added] = [without(expected, found), without(found, expected)];
    assert.deepEqual([encoding, missing, added, found.length], [encoding, [], [], expected.length]);
    await product.ask('POST', `/api/imports/${job.id}/rollback`);
    assert.equal((await settled(product.ask, job.id)).state, 'rolledBack');
  }
});
