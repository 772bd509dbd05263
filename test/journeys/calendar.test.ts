import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/meeting', [
  { subject: '项目启动会', startsAt: '2026-03-10T01:30:00Z', endsAt: '2026-03-10T03:00:00Z' },
  // Late in the evening in Greenwich it is the next day in Shanghai.
  { subject: '季度回访', startsAt: '2026-03-10T17:00:00Z', endsAt: '2026-03-10T18:00:00Z' },
]);

test('a month shows each record on its day in the person’s time zone, and takes a new one on a day', async () => {
  const page = await stage.open('/meeting/calendar?month=2026-03');
  const day = (date: string) => page.getByRole('listitem', { name: date, exact: true });
  await day('2026-03-10').getByRole('link', { name: '09:30 项目启动会' }).waitFor();
  await day('2026-03-11').getByRole('link', { name: '01:00 季度回访' }).waitFor();

  await day('2026-03-17').hover();
  await page.getByRole('button', { name: '在 2026-03-17 新建' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '主题' }).fill('样机演示');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await day('2026-03-17').getByRole('link', { name: '09:00 样机演示' }).waitFor();

  await page.getByRole('button', { name: '上个月' }).click();
  await page.getByRole('heading', { name: '2026年2月' }).waitFor();
  await day('2026-03-01').waitFor();
  await page.getByRole('button', { name: '下个月' }).click();
  await day('2026-03-10').getByRole('link', { name: '09:30 项目启动会' }).click();
  await page.getByRole('heading', { name: '项目启动会' }).waitFor();
  assert.match(new URL(page.url()).pathname, /^\/meeting\//);
  await page.context().close();
});
