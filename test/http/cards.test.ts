import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bring, counts, settled, start } from './importing.ts';

const { ask, colleague } = await start();

const kept = [
  'name',
  'lastName',
  'firstName',
  'title',
  'department',
  'mobile',
  'phone',
  'email',
  'otherEmail',
  'wechat',
  'birthday',
  'address',
  'description',
];
const cards = async () => ask('GET', '/api/records/contact/export?format=vcf');

test('CUS-18 an address book leaves as cards and comes back from them without loss', async () => {
  const account = (await ask('POST', '/api/records/account', { name: '恒悦电气' })).body.id;
  const written = await ask('POST', '/api/records/contact', {
    ...{
      lastName: '张',
      firstName: '伟',
      account,
      title: '采购总监; 副总',
      department: '采购部',
      mobile: '+86 138 0013 8000',
    },
    ...{
      phone: '+86 21 5555 0101',
      email: 'wei@hengyue.example',
      otherEmail: 'zw@hengyue.example',
      wechat: 'zhangwei',
    },
    ...{
      birthday: '1990-03-15',
      address: { street: '南京西路 1266 号, 3 层', city: '上海', postalCode: '200040', country: 'CN' },
    },
    description: '第一行\n第二行；喜欢乒乓球，逢年过节都要问候，重要客户的关键决策人，请勿在周末打扰',
  });
  assert.equal(written.status, 201, JSON.stringify(written.body));
  const { id } = written.body;
  const file = await cards();
  assert.match(String(file.headers['content-type']), /^text\/vcard/);
  assert.match(file.body, /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);

  assert.equal((await ask('DELETE', `/api/records/contact/${id}`)).status, 204);
  const brought = await bring(ask, [['cards.vcf', Buffer.from(file.body)]]);
  assert.equal(brought.status, 201, JSON.stringify(brought.body));
  assert.deepEqual([brought.body.files[0].object, brought.body.files[0].total], ['contact', 1]);
  const run = await ask('POST', `/api/imports/${brought.body.id}/run`, {});
  assert.equal(run.status, 200, JSON.stringify(run.body));
  const done = await settled(ask, brought.body.id);
  assert.deepEqual(counts(done.files[0]), { created: 1, updated: 0, skipped: 0, failed: 0 });

  const [again] = (await ask('GET', '/api/records/contact')).body.records;
  const pick = (record: Record<string, unknown>) =>
    Object.fromEntries(kept.map((name) => [name, record[name]]));
  assert.deepEqual(pick(again), pick(written.body));
  assert.equal(again.account, account);

  const twice = await bring(ask, [['cards.vcf', Buffer.from(file.body)]]);
  await ask('POST', `/api/imports/${twice.body.id}/run`, {});
  const { created } = counts((await settled(ask, twice.body.id)).files[0]);
  assert.equal(created, 0);
});

test('CUS-18 cards hold only people and fields that somebody may see, and only people have cards', async () => {
  const seller = await colleague({
    name: '李敏',
    email: 'min@hengyue.example',
    roles: ['salesRepresentative'],
  });
  const { body } = await seller('GET', '/api/records/contact/export?format=vcf');
  assert.doesNotMatch(String(body), /zhangwei/);
  const refused = await ask('GET', '/api/records/account/export?format=vcf');
  assert.deepEqual(
    [refused.status, refused.body.errors[0].field, refused.body.errors[0].code],
    [422, 'format', 'noCards'],
  );
});
