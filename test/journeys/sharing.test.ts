import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrances } from './hindrances.ts';
import { openStage } from './stage.ts';

const stage = await openStage({ locale: 'en' });

describe('sharing a record and changing rights, on the screen', () => {
  let page: Page;

  before(async () => {
    const ask = stage.ask as (method: string, path: string, body: object) => Promise<{ id: string }>;
    await ask('POST', 'records/user', { name: 'Wang Qiang', roles: ['salesRepresentative'] });
    const { id } = await ask('POST', 'records/account', { name: 'Harbour Foods' });
    page = await stage.open(`/account/${id}`);
  });

  it('CUS-16 shares with a colleague, says why he sees it, and takes it back', async () => {
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Sharing and access' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Shared with', exact: true }).fill('Wang');
    await page.getByRole('option', { name: 'Wang Qiang' }).click();
    await dialog.getByLabel('Reason').fill('Bidding together');
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog.getByRole('listitem').filter({ hasText: 'Bidding together' }).waitFor();
    await dialog.getByRole('textbox', { name: 'Person' }).fill('Wang');
    await page.getByRole('option', { name: 'Wang Qiang' }).click();
    await dialog.getByText(/shared it with Wang Qiang/).waitFor();
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByText('With nobody so far').waitFor();
    await page.keyboard.press('Escape');
    const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    await timeline.getByText('shared it with Wang Qiang (view)').waitFor();
    await timeline.getByText('took back what was shared with Wang Qiang (view)').waitFor();
  });

  it('ADM-02 shows a kept view to anybody by link, and ends it', async () => {
    const ask = stage.ask as (method: string, path: string, body: object) => Promise<{ id: string }>;
    const settings = { base: 'all', columns: ['name', 'lifecycle'] };
    const { id } = await ask('POST', 'records/savedView', { name: 'Open list', object: 'account', settings });
    await page.goto(`${stage.url}/account?view=${id}`);
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Show to anybody by link…' }).click();
    const dialog = page.getByRole('dialog', { name: '“Open list” shown by link' });
    await dialog.getByRole('button', { name: 'New link' }).click();
    await dialog.getByRole('checkbox', { name: 'Name (tells of people)' }).check();
    await dialog.getByRole('alert').getByText('what tells of people: Name.').waitFor();
    await dialog.getByRole('switch', { name: 'Ask for a password' }).check();
    await dialog.getByRole('textbox', { name: 'Password' }).fill('green hills far away');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await dialog.getByText('without a last day · with password · never opened').waitFor();
    const { links } = (await stage.ask('GET', 'view-links')) as { links: { address: string }[] };
    const path = new URL(links[0]?.address ?? '').pathname;
    const context = await stage.browser.newContext({ locale: 'en', colorScheme: 'dark' });
    const stranger = await context.newPage();
    await stranger.goto(`${stage.url}${path}`);
    assert.deepEqual(await hindrances(stranger), []);
    await stranger.getByLabel('Password').fill('green hills far away');
    await stranger.getByRole('button', { name: 'Show' }).click();
    await stranger.getByRole('cell', { name: 'Harbour Foods' }).waitFor();
    assert.deepEqual(await hindrances(stranger), []);
    await stranger.getByRole('link', { name: '中文' }).click();
    await stranger.getByText('共 1 条记录').waitFor();
    await dialog.getByRole('button', { name: 'End' }).click();
    const sure = page.getByRole('dialog').filter({ hasText: 'The address shows nothing from now on' });
    await sure.getByRole('button', { name: 'End' }).click();
    await dialog.getByText('There is no link of this view yet.').waitFor();
    await stranger.reload();
    await stranger.getByRole('heading', { name: '此处没有可查看的内容' }).waitFor();
    await context.close();
  });

  it('CUS-16 shows what a handover moves before it is done', async () => {
    const ask = stage.ask as (method: string, path: string, body: object) => Promise<{ id: string }>;
    const leaver = await ask('POST', 'records/user', { name: 'Tang Jie', roles: ['salesRepresentative'] });
    await ask('POST', 'records/account', { name: 'Mill Lane Bakery', owner: leaver.id });
    await ask('POST', 'records/lead', { name: 'Grace Hill', owner: leaver.id });
    await page.goto(`${stage.url}/user/${leaver.id}`);
    await page.getByRole('button', { name: 'Hand over everything' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'To' }).fill('Wang');
    await page.getByRole('option', { name: 'Wang Qiang' }).waitFor();
    // People are invited, not made from what was typed.
    assert.equal(await page.getByRole('option', { name: /^Create/ }).count(), 0);
    await page.getByRole('option', { name: 'Wang Qiang' }).click();
    const moved = dialog.getByRole('region', { name: 'This will be changed:' });
    await moved
      .getByRole('listitem')
      .filter({ hasText: 'Accounts' })
      .getByText('1', { exact: true })
      .waitFor();
    await moved.getByRole('listitem').filter({ hasText: 'Leads' }).getByText('1', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Hand over everything' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('ADM-14 a part of the settings that is for administrators says so to others', async () => {
    const chen = await stage.hire('Chen Lu', 'lu@hengyue.example', 'salesRepresentative');
    const hers = await chen.open('/settings?part=rights');
    await hers.getByText('You may not see this part').waitFor();
    await hers.getByRole('link', { name: 'Go to my profile' }).click();
    await hers.getByRole('link', { name: 'My profile' }).and(hers.locator('[aria-current=page]')).waitFor();
    await hers.context().close();
  });

  it('ADM-14 changes what a role may do, and goes back to what the product declares', async () => {
    await page.goto(`${stage.url}/settings?part=rights`);
    const right = page.getByLabel('Opportunity: Delete');
    await page
      .getByRole('combobox', { name: 'Role', exact: true })
      .selectOption({ label: 'Sales representative' });
    await right.selectOption({ label: 'None' });
    await page.locator('[data-changed] select').waitFor();
    const { records } = (await stage.ask('GET', 'records/roleRight')) as { records: { delete: string }[] };
    assert.deepEqual(
      records.map((one) => one.delete),
      ['none'],
    );
    await page
      .getByRole('row', { name: /^Opportunity / })
      .getByRole('button', { name: 'As the product has it' })
      .click();
    await page.locator('[data-changed] select').waitFor({ state: 'detached' });
  });
});
