import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hindrances } from './hindrances.ts';
import { openStage } from './stage.ts';

const stage = await openStage();

interface Meeting {
  readonly subject: string;
  readonly status: string;
  readonly startsAt: string;
}
const meetings = async () =>
  ((await stage.ask('GET', 'records/meeting')) as { records: readonly Meeting[] }).records;

test('SAL-02 a guest books on his phone, moves and cancels; the owner sees it', async () => {
  const week = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from: '09:00', to: '18:00' }],
    ]),
  );
  await stage.ask('PATCH', 'company', {
    workingTime: { week, publicHolidays: null, days: [], ownHours: true },
  });
  const { id } = (await stage.ask('POST', 'records/bookingPage', {
    ...{
      name: '初次沟通',
      title: '方案沟通',
      titleEnglish: 'A first talk',
      location: '腾讯会议 123',
      noticeHours: 24,
    },
    ...{ consent: '我同意为安排会面处理我的信息。' },
  })) as { id: string };
  const owner = await stage.open(`/bookingPage/${id}`);
  await owner.locator('code', { hasText: /^http.*\/forms\/main\// }).waitFor();
  await owner.frameLocator('iframe').getByRole('heading', { name: '方案沟通' }).waitFor();

  const viewport = { width: 390, height: 844 };
  const visitor = await stage.browser.newContext({
    viewport,
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  const page = await visitor.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${stage.url}/forms/main/${id}`);
  await page.getByRole('heading', { name: 'A first talk' }).waitFor();
  assert.equal(await page.getByLabel('Time zone').inputValue(), 'America/New_York');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '方案沟通' }).waitFor();
  await page.getByLabel('时区').selectOption('Asia/Shanghai');
  // Of the first day the morning may be over by now.
  const second = (days: string) =>
    page.getByRole('radiogroup', { name: days }).getByRole('radio').nth(1).check({ force: true });
  await second('日期');
  await page.getByText('09:00', { exact: true }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

  await page.getByLabel('姓名').fill('欧阳静怡');
  await page.getByLabel('邮箱').fill('ouyang@guest.example');
  await page.getByLabel('我同意').check();
  await page.getByRole('button', { name: '预约此时间' }).click();
  await page.getByText('请填写此项').first().waitFor();
  await second('日期');
  await page.getByRole('radio', { name: '10:30' }).check({ force: true });
  await page.getByRole('button', { name: '预约此时间' }).click();
  await page.getByText('预约成功。').waitFor();
  await page.getByText('腾讯会议 123').waitFor();
  assert.deepEqual(await hindrances(page), []);
  const [booked] = await meetings();
  assert.equal(booked?.subject, '方案沟通 · 欧阳静怡');
  assert.match(booked?.startsAt ?? '', /T02:30/);

  await page.goto((await page.getByRole('link', { name: '我的预约' }).getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Choose another time' }).click();
  await page.getByLabel('Time zone').selectOption('Asia/Shanghai');
  await second('Day');
  await page.getByRole('radio', { name: '3:00 PM' }).check({ force: true });
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Move to this time' }).click();
  await page.getByText('Your appointment has a new time.').waitFor();
  assert.match((await meetings())[0]?.startsAt ?? '', /T07:00/);
  await owner.goto(`${stage.url}/meeting`);
  await owner.getByText('方案沟通 · 欧阳静怡').first().waitFor();

  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByRole('button', { name: 'Cancel the appointment' }).click();
  await page.getByText('Your appointment is cancelled.').waitFor();
  assert.equal((await meetings())[0]?.status, 'cancelled');
  assert.deepEqual([await visitor.cookies(), faults], [[], []]);
  await visitor.close();
});
