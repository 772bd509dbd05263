import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage({ locale: 'en' });

describe('reports and dashboards, on the screen', () => {
  let page: Page;
  const make = async (object: string, values: object) =>
    ((await stage.ask('POST', `records/${object}`, values)) as { id: string }).id;

  before(async () => {
    const account = await make('account', { name: 'Harbour Foods' });
    for (const [stageName, amount] of [
      ['prospecting', '1000'],
      ['prospecting', '2500.50'],
      ['negotiation', '400'],
    ])
      await make('opportunity', {
        name: 'New line',
        account,
        stage: stageName,
        amount,
        closeDate: '2026-03-01',
      });
    page = await stage.open('/report');
  });

  it('SAL-16 ANA-09 somebody builds a report, saves it, and comes from a number to its records', async () => {
    await page.getByRole('button', { name: 'New report' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Name' }).fill('Where our deals stand');
    await form.getByRole('combobox', { name: 'Records of' }).click();
    await page.getByRole('option', { name: 'Opportunit' }).first().click();
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Where our deals stand' }).first().click();

    await page.reload();
    await page.getByRole('button', { name: 'Filter', exact: true }).waitFor();
    const table = page.getByRole('table', { name: 'Where our deals stand' });
    await table.getByRole('row', { name: 'Total 3' }).waitFor();
    await page.getByRole('combobox', { name: 'Rows', exact: true }).fill('Stage');
    await page.getByRole('option', { name: 'Stage', exact: true }).click();
    await table.getByRole('row', { name: 'Prospecting 2' }).waitFor();
    await page.getByRole('combobox', { name: 'Numbers' }).fill('Sum of Amount');
    await page.getByRole('option', { name: 'Sum of Amount', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('img', { name: 'Picture of Where our deals stand' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await table
      .getByRole('row', { name: 'Prospecting 2 ¥3,500.50' })
      .getByRole('link', { name: '2' })
      .click();
    await page.waitForURL(/\/opportunity\?/);
    await page.getByTestId('count').getByText('2', { exact: true }).waitFor();
  });

  it('CUS-14 a ready-made report is there before anybody has made one, and is copied to be changed', async () => {
    await page.goto(`${stage.url}/report`);
    await page.getByRole('link', { name: 'Accounts by completeness' }).click();
    const table = page.getByRole('table', { name: 'Accounts by completeness' });
    await table.getByRole('row', { name: '0–24 % 1' }).waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    assert.equal(await page.getByRole('menuitem', { name: 'Name and sharing' }).count(), 0);
    await page.getByRole('menuitem', { name: 'Save as a new report' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('How much we know');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'How much we know' }).waitFor();
    await page
      .getByRole('table', { name: 'How much we know' })
      .getByRole('row', { name: '0–24 % 1' })
      .waitFor();
    const [copy] = (
      (await stage.ask('GET', 'records/report?select=name&where={"name":"How much we know"}')) as {
        records: { id: string }[];
      }
    ).records;
    await stage.ask('DELETE', `records/report/${copy?.id}`);

    await page.goto(`${stage.url}/dashboard`);
    await page.getByRole('link', { name: 'Data quality' }).click();
    const known = page.getByRole('region', { name: 'Accounts by completeness' });
    await known.getByRole('img', { name: /^Picture/ }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Add report' }).count(), 0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save as a new dashboard' }).click();
    await page.getByRole('heading', { name: 'Data quality (copy)' }).waitFor();
    await known.getByRole('img', { name: /^Picture/ }).waitFor();
  });

  it('ANA-01 a dashboard shows reports side by side, in the order and width that its owner gives them', async () => {
    const [report] = ((await stage.ask('GET', 'records/report?select=name')) as { records: { id: string }[] })
      .records;
    const second = await make('report', { name: 'Customers', object: 'account' });
    const dashboard = await make('dashboard', { name: 'Monday' });
    await make('dashboardTile', { dashboard, report: report?.id });
    await page.goto(`${stage.url}/dashboard/${dashboard}`);
    await page.getByRole('img', { name: 'Picture of Where our deals stand' }).waitFor();
    await page.getByRole('button', { name: 'Add report' }).click();
    await page.getByRole('combobox', { name: 'Pick a report' }).click();
    await page.getByRole('option', { name: 'Accounts by completeness' }).waitFor();
    await page.getByRole('option', { name: 'Customers' }).click();
    const added = page.getByRole('region', { name: 'Customers' });
    await added.getByRole('row', { name: 'Total 1' }).waitFor();
    await added.getByRole('button', { name: 'More about Customers' }).click();
    await page.getByRole('menuitem', { name: 'Move earlier' }).click();
    await page.waitForFunction(
      () => document.querySelector('section[data-width]')?.getAttribute('aria-label') === 'Customers',
    );
    await added.getByRole('button', { name: 'More about Customers' }).click();
    await page.getByRole('menuitem', { name: 'Whole width' }).click();
    await page.locator('section[aria-label="Customers"][data-width="whole"]').waitFor();
    await page.getByRole('combobox', { name: 'Time' }).waitFor();
    const deals = page.getByRole('region', { name: 'Where our deals stand' });
    await deals.getByRole('button', { name: /More/ }).click();
    await page.getByRole('menuitem', { name: 'Show numbers' }).click();
    await page.getByRole('row', { name: 'Negotiation 1 ¥400.00' }).waitFor();

    // Without a mouse: lifted, carried to the first place and dropped, each step said.
    const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
    await deals.getByRole('button', { name: 'Move Where our deals stand' }).focus();
    await page.keyboard.press('Space');
    await said('Where our deals stand lifted from place 2 of 2.');
    await page.keyboard.press('ArrowLeft');
    await said('Where our deals stand is over place 1 of 2.');
    await page.keyboard.press('Space');
    await page.waitForFunction(
      () =>
        document.querySelector('section[data-width]')?.getAttribute('aria-label') === 'Where our deals stand',
    );

    // What somebody else writes is in the numbers without asking again.
    await make('opportunity', { name: 'New', amount: '100', stage: 'negotiation', closeDate: '2026-03-01' });
    await page.getByRole('row', { name: 'Negotiation 2 ¥500.00' }).waitFor();
    assert.ok(second);
    await page.context().close();
  });
});
