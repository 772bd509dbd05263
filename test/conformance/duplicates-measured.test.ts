import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { account } from '#domains/parties/objects/account/account.object.ts';
import { contact } from '#domains/parties/objects/contact/contact.object.ts';
import { comparedOf, pairsAmong } from '#engine/duplicates/pairs-among.ts';
import { openTable } from '#engine/import-export/reading/open-table.ts';
import { chinesePeople } from '#test/fixtures/files.ts';

type Row = Readonly<Record<string, string>> & { readonly id: string };

/** 600 people at 600 companies; 120 of them a second time, written as another system would write them. */
const people: Row[] = [];

before(async () => {
  const path = chinesePeople.utf8;
  const table = await openTable({ name: path, path });
  for await (const { cells } of table.rows())
    people.push(Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])) as Row);
  await table.close();
});

/** Who somebody really is: each has a mail address of his own, which is not compared where it would give him away. */
const truth = (row: Row) => row.邮箱?.trim().toLowerCase();

const columns = {
  contact: { name: '姓名', mobile: '手机', phone: '电话', email: '邮箱' },
  account: { name: '公司名称', registrationNumber: '统一社会信用代码', phone: '电话' },
} as const;

/** How well pairs are found by some fields: precision, recall and their harmonic mean (F1), rounded to thousandths. */
function measured(object: keyof typeof columns, fields: readonly string[]) {
  const declared = { contact, account }[object].duplicates;
  const rules = declared.filter(({ field }) => fields.includes(field));
  const names = Object.entries(columns[object]);
  const records = people.map((row) => ({
    id: row.id,
    ...Object.fromEntries(names.map(([field, column]) => [field, row[column] || null])),
  }));
  const real = new Map(people.map((row) => [row.id, truth(row)]));
  const pairs = pairsAmong(
    rules,
    records.map((record) => comparedOf(rules, record)),
  );
  const right = pairs.filter(({ ids: [one, other] }) => real.get(one) === real.get(other)).length;
  const [precision, recall] = [right / pairs.length, right / 120];
  const f1 = (2 * precision * recall) / (precision + recall);
  return [precision, recall, f1].map((share) => Math.round(share * 1000) / 1000);
}

test('CUS-14 of 720 real-looking Chinese people all 120 who are there twice are found, and nobody else', () => {
  assert.deepEqual(measured('contact', ['name', 'mobile', 'phone', 'email']), [1, 1, 1]);
  assert.deepEqual(measured('contact', ['name', 'mobile', 'phone']), [1, 1, 1]);
});

test('CUS-14 companies are found by their name alone, whatever the brackets, spaces and widths', () => {
  assert.deepEqual(measured('account', ['name', 'registrationNumber', 'phone']), [1, 1, 1]);
  assert.deepEqual(measured('account', ['name']), [1, 1, 1]);
});

test('CUS-14 a name without anything else suspects nobody; with the mobile alone four of five are found', () => {
  assert.deepEqual(measured('contact', ['name']), [Number.NaN, 0, Number.NaN]);
  assert.deepEqual(measured('contact', ['name', 'mobile']), [1, 0.817, 0.899]);
});

test('CUS-14 an address tells companies with nearly the same name, a birthday people with the same one', () => {
  const alike = (rules: typeof account.duplicates, ...records: readonly object[]) =>
    pairsAmong(
      rules,
      records.map((values, at) => comparedOf(rules, { id: String(at), ...values })),
    ).length;
  const traders = { name: 'Northwind Traders', address: { street: '12 Harbour Road', city: 'Bristol' } };
  const trading = { name: 'Northwind Trading Ltd', address: { street: '12 Harbour Rd.' } };
  const elsewhere = { ...trading, address: { street: '14 Harbour Road', city: 'Bristol' } };
  assert.equal(alike(account.duplicates, traders, trading), 1);
  assert.equal(alike(account.duplicates, traders, elsewhere), 0);
  const born = (birthday: string) => ({ name: '张伟', birthday });
  assert.equal(alike(contact.duplicates, born('1988-06-06'), born('1988-06-06')), 1);
  assert.equal(alike(contact.duplicates, born('1988-06-06'), born('1988-06-07')), 0);
});
