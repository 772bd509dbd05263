import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage({ locale: 'en' });

test('PRV-01 an administrator hands over what is known of a person, and erases it after seeing what goes', async () => {
  const ask = stage.ask as (method: string, path: string, body?: object) => Promise<{ id: string }>;
  const person = { firstName: 'Grace', lastName: 'Hill', email: 'grace@millbrook.example' };
  const { id } = await ask('POST', 'records/contact', person);
  await ask('POST', 'records/note', { body: '<p>Prefers tea</p>', regarding: { object: 'contact', id } });
  const page = await stage.open(`/contact/${id}`);
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Personal data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Personal data' });
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download' }).click();
  assert.match((await coming).suggestedFilename(), /^personal-data-[\da-f]{8}\.zip$/);
  await dialog
    .getByText(/Will be emptied: .*Contacts 1.*Notes 1|Will be emptied: .*Notes 1.*Contacts 1/)
    .waitFor();
  await dialog.getByLabel('Reason').fill('Asked for by mail');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  const sure = page.getByRole('dialog').filter({ hasText: 'Nobody can bring it back' });
  await sure.getByRole('button', { name: 'Erase for good' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('erased personal data').first().waitFor();
  await page.getByText('Prefers tea').waitFor({ state: 'detached' });
  assert.equal(await page.getByText('Grace').count(), 0);
});
