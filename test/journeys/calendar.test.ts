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
});

test('SAL-02 in a week a meeting is dragged to another hour and made longer; of a series people say how much goes along', async () => {
  await stage.ask('POST', 'records/meeting', [
    { subject: '方案评审', startsAt: '2026-05-12T02:00:00Z', endsAt: '2026-05-12T03:00:00Z' },
    {
      ...{ subject: '周例会', startsAt: '2026-05-05T06:00:00Z', endsAt: '2026-05-05T07:00:00Z' },
      repeats: 'FREQ=WEEKLY;BYDAY=TU',
    },
  ]);
  const page = await stage.open('/meeting/calendar?scale=week&day=2026-05-12', {
    viewport: { width: 1280, height: 900 },
  });
  const column = (date: string) => page.getByRole('list', { name: date, exact: true });
  const block = (date: string, name: string) => column(date).getByRole('link', { name });
  const drag = async (date: string, name: string, by: { days?: number; hours: number }, edge = false) => {
    const box = await block(date, name).boundingBox();
    const width = (await column(date).boundingBox())?.width ?? 0;
    assert.ok(box);
    const [x, y] = [box.x + 20, edge ? box.y + box.height - 2 : box.y + 10];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (by.days ?? 0) * width, y + by.hours * 48, { steps: 4 });
    await page.mouse.up();
  };
  await drag('2026-05-12', '10:00 方案评审', { days: 1, hours: 1.5 });
  await block('2026-05-13', '11:30 方案评审').waitFor();
  const changed = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await drag('2026-05-13', '11:30 方案评审', { hours: 1 }, true);
  assert.equal((await (await changed).json()).duration, 7200);

  await drag('2026-05-12', '14:00 周例会', { days: 2, hours: -1 });
  await page.getByRole('button', { name: '仅此一次' }).click();
  await block('2026-05-14', '13:00 周例会').waitFor();
  await page.getByRole('button', { name: '下一周' }).click();
  await block('2026-05-19', '14:00 周例会').click();
  await page.getByRole('button', { name: '删除…' }).click();
  await page.getByRole('button', { name: '此次及以后' }).click();
  await block('2026-05-19', '14:00 周例会').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '上一周' }).click();
  await page.getByRole('button', { name: '上一周' }).click();
  await block('2026-05-05', '14:00 周例会').click();
  await page.getByRole('button', { name: '仅修改此次' }).click();
  await page.getByRole('heading', { name: '周例会' }).waitFor();
  await page.getByText('所属系列会议').waitFor();
});

test('SAL-02 those who read Chinese see days of the moon, festivals and days off; a week is shown of everybody', async () => {
  const page = await stage.open('/meeting/calendar?day=2026-02-17');
  const day = (date: string) => page.getByRole('listitem', { name: date, exact: true });
  await day('2026-02-17').getByText('春节').waitFor();
  await day('2026-02-17').getByTitle('法定节假日').waitFor();
  await day('2026-02-28').getByTitle('调休上班').waitFor();
  // Days on which nobody works are shaded, and the Saturday that is worked is not.
  await page.locator('[data-day="2026-02-17"][data-off]').waitFor();
  assert.equal(await page.locator('[data-day="2026-02-28"][data-off]').count(), 0);
  await day('2026-02-18').getByText('雨水').waitFor();
  await page.goto(`${stage.url}/meeting/calendar?day=2026-03-10`);
  await page.getByRole('radiogroup').getByText('团队').click();
  await page.getByRole('row', { name: '林晓彤' }).getByRole('link', { name: '09:30 项目启动会' }).waitFor();
});

test('SAL-02 who is busy then is said before a meeting is saved, and when it is moved', async () => {
  await stage.ask('POST', 'records/meeting', [
    { subject: '董事会', startsAt: '2027-03-16T01:00:00Z', endsAt: '2027-03-16T02:00:00Z' },
    { subject: '验收', startsAt: '2027-03-16T06:00:00Z', endsAt: '2027-03-16T07:00:00Z' },
  ]);
  const page = await stage.open('/meeting/calendar?scale=week&day=2027-03-16', {
    viewport: { width: 1280, height: 900 },
  });
  const block = (name: string) => page.getByRole('link', { name });
  const box = await block('14:00 验收').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 10 - 5 * 48, { steps: 4 });
  await page.mouse.up();
  const question = page.getByRole('dialog', { name: '有参与者在该时间已有安排' });
  await question.getByText('您：2027-03-16 09:00–10:00 已有安排').waitFor();
  await question.getByRole('button', { name: '改为 2027-03-16 10:00–11:00' }).click();
  await block('10:00 验收').waitFor();

  await page.goto(`${stage.url}/meeting/calendar?scale=week&day=2027-03-16&q=验收`);
  await block('10:00 验收').waitFor();
  const column = page.getByRole('list', { name: '2027-03-16', exact: true });
  const { height = 0 } = (await column.boundingBox()) ?? {};
  await column.click({ position: { x: 20, y: (height * 9.25) / 24 } });
  const form = page.getByRole('dialog');
  await form.getByText('您：2027-03-16 09:00–10:00 已有安排').waitFor();
  await form.getByRole('textbox', { name: '主题' }).fill('验收电话');
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await block('09:00 验收电话').waitFor();
});
