import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage({ locale: 'en' });

test('ADM-15 an administrator finds who did what, checks that nobody changed it, exports it and says how long it is kept', async () => {
  const ask = stage.ask as (method: string, path: string, body: object) => Promise<{ id: string }>;
  await ask('POST', 'records/team', { name: 'Bids' });
  await ask('POST', 'records/roleRight', { role: 'salesManager', object: 'account', delete: 'none' });
  const safeguards: { everyone: object } = await stage.ask('GET', 'safeguards');
  const own = { administrator: { ...safeguards.everyone, exportedAtOnce: 20 } };
  await ask('PUT', 'safeguards', { ...safeguards, roles: own });
  const page = await stage.open('/settings?part=audit');
  const row = (name: RegExp) => page.getByRole('row', { name });
  await row(/Team created/)
    .getByRole('link', { name: 'Bids' })
    .waitFor();
  await row(/Safeguards changed/)
    .filter({ hasText: 'Roles · Administrator · Export at once = 20' })
    .waitFor();
  await row(/Signed in|Company/)
    .first()
    .waitFor();

  await page.getByRole('combobox', { name: 'What happened' }).click();
  await page.getByRole('option', { name: /right created/i }).click();
  await row(/Team created/).waitFor({ state: 'detached' });
  await row(/right created/i)
    .filter({ hasText: 'Delete = none' })
    .waitFor();

  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(/entries are as they were written|entry is as it was written/).waitFor();

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  assert.match(text, /roleRight\.created/);
  assert.doesNotMatch(text, /team\.created/);

  await page.getByRole('combobox', { name: 'Keep entries for' }).selectOption({ label: '24 months' });
  await page.reload();
  await row(/Audit retention changed/).waitFor();
  await row(/Audit exported/).waitFor();

  // The help tells an administrator of this very page, and leads on.
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog');
  await help.getByRole('article', { name: 'Audit' }).getByRole('button', { name: 'erased' }).click();
  await help.getByRole('heading', { name: 'When a person asks for his data' }).waitFor();
});

test('INT-19 an operator begins a company, suspends it with a reason, resumes it and sets what it may use', async () => {
  const page = await stage.open('/settings?part=companies');
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row', { name: /Xiangjiang Precision/ });
  const choose = async (verb: string) => {
    await row.getByRole('button', { name: 'Actions for Xiangjiang Precision' }).click();
    await page.getByRole('menuitem', { name: verb }).click();
  };
  await page.getByRole('button', { name: 'New company' }).click();
  const values = {
    ...{ Company: 'Xiangjiang Precision', 'Short name': 'xiangjiang' },
    ...{ 'Its administrator': 'Wan Li', 'Administrator’s e-mail': 'wan@xiangjiang.example' },
  };
  for (const [label, value] of Object.entries(values))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText(/#[\w-]{43}/).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await row.getByText('Open').waitFor();

  await choose('Suspend');
  await dialog.getByLabel('What its people are told').fill('Unpaid since May.');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await row.getByText('Suspended').waitFor();
  assert.equal(await row.getByTitle('Unpaid since May.').count(), 1);
  await choose('Resume');
  await row.getByText('Open').waitFor();

  await choose('Use and limits');
  await dialog.getByLabel('People at most').fill('25');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { limits }: { limits: object } = await stage.ask('GET', 'workspaces/xiangjiang/use');
  assert.deepEqual(limits, { people: 25 });
});
