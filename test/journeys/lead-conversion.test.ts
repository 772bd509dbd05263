import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();

type Made = { readonly id: string };
const make = (object: string, values: object) =>
  stage.ask('POST', `records/${object}`, values) as Promise<Made>;

test('CUS-08 a converted lead’s activities stand on the deal, the person and the customer', async () => {
  const lead = await make('lead', { name: '欧阳静怡', company: '湘江精密', interest: '数控机床' });
  const regarding = { object: 'lead', id: lead.id };
  await make('call', { subject: '首次沟通', regarding });
  await make('meeting', { subject: '展会面谈', status: 'held', regarding });
  const page = await stage.open(`/lead/${lead.id}`);
  await page.getByText('首次沟通').first().waitFor();
  await page.getByRole('button', { name: '转化线索' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '转化线索' }).click();
  await page.waitForURL(/\/opportunity\//);
  const { records } = (await stage.ask(
    'GET',
    'records/lead?select=convertedAccount,convertedContact,convertedOpportunity',
  )) as { records: readonly Record<string, string>[] };
  const [{ convertedAccount, convertedContact, convertedOpportunity } = {}] = records;
  for (const path of [
    `/opportunity/${convertedOpportunity}`,
    `/contact/${convertedContact}`,
    `/account/${convertedAccount}`,
  ]) {
    await page.goto(stage.url + path);
    for (const subject of ['首次沟通', '展会面谈']) await page.getByText(subject).first().waitFor();
  }
  assert.ok(convertedOpportunity);
});

test('CUS-07 a business card becomes a lead that the person looks over first', async () => {
  const page = await stage.open('/lead?view=all');
  await page.getByRole('button', { name: '更多' }).first().click();
  await page.getByRole('menuitem', { name: '从名片新建' }).click();
  const card = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=CE=B0',
    'TEL;CELL:13873112299',
    'END:VCARD',
  ];
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '从文件读取' }).click();
  await (await chosen).setFiles({
    name: '张伟.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(card.join('\r\n')),
  });
  await page.getByRole('dialog').getByRole('button', { name: '从名片新建' }).click();
  await page.getByRole('textbox', { name: '手机' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: '手机' }).inputValue(), '13873112299');
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('张伟').first().waitFor();
});
