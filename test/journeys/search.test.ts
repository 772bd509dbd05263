import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/account', { name: '上海申远机械有限公司', phone: '021 6000 1000' });
const wei = (await stage.ask('POST', 'records/contact', {
  lastName: '张',
  firstName: '伟',
  mobile: '+86 138-0013-8000',
})) as { id: string };

test('the palette finds a person by name, pinyin, initials and digits, and goes there with the keyboard alone', async () => {
  const page = await stage.open('/');
  await page.getByRole('link', { name: '今日工作台' }).first().waitFor();
  for (const typed of ['张伟', 'zhangwei', 'zw', '0013']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(typed);
    await page.getByRole('option', { name: /^张伟/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/contact/${wei.id}`);
    await page.getByRole('heading', { name: '张伟' }).waitFor();
    await page.goBack();
  }
});

test('the palette is the keyboard’s way to every place and command', async () => {
  const page = await stage.open('/');
  await page.getByRole('link', { name: '今日工作台' }).first().waitFor();
  const command = async (typed: string, option: RegExp) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(typed);
    await page.getByRole('option', { name: option }).first().waitFor();
    while (!option.test((await page.locator('[role=option][aria-selected=true]').textContent()) ?? ''))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  await command('客户', /^客户$/);
  await page.waitForURL('**/account');
  await command('新建联系人', /^新建联系人/);
  const dialog = page.getByRole('dialog', { name: '新建联系人' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await command('深色', /外观：深色/);
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await command('English', /English/);
  await page.getByRole('link', { name: 'My day' }).first().waitFor();
});
