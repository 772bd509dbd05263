import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';

const stage = await openStage();
await stage.ask('POST', 'records/opportunity', [
  { name: '申远二期产线', stage: 'engaging', amount: '120000.50', closeDate: '2026-12-20' },
  { name: '云岫年度维保', stage: 'engaging', amount: '30000', closeDate: '2026-12-28' },
  { name: '甬江码头改造', stage: 'prospecting', amount: '60000' },
  { name: '前海仓储系统', stage: 'won', amount: '80000', closeDate: '2026-11-02', winReason: null },
]);

const column = (page: Page, stageName: string) => page.locator(`[data-column=${stageName}]`);

/** Waits until a column's head says how many deals there are, and of what sum. */
async function heads(page: Page, stageName: string, count: string, sum: string) {
  const section = column(page, stageName);
  await section
    .getByTestId('column-count')
    .filter({ hasText: new RegExp(`^${count}$`) })
    .waitFor();
  await section.locator(`[data-sum="${sum}"]`).waitFor();
}

async function drag(page: Page, name: string, stageName: string) {
  const card = await page.getByRole('group', { name }).boundingBox();
  const target = await column(page, stageName).boundingBox();
  assert.ok(card && target);
  await page.mouse.move(card.x + 60, card.y + card.height - 8);
  await page.mouse.down();
  await page.mouse.move(card.x + 80, card.y + card.height, { steps: 3 });
  await page.mouse.move(target.x + target.width / 2, target.y + 160, { steps: 8 });
  await page.mouse.up();
}

const wide = { viewport: { width: 2300, height: 900 } };

test('SAL-05 a deal dragged to Won changes the totals of both columns, here and in another browser, and says so on its timeline', async () => {
  const [page, other] = [
    await stage.open('/opportunity', wide),
    await stage.open('/opportunity/board', wide),
  ];
  await column(page, 'engaging').getByText('申远二期产线').waitFor();
  await column(other, 'engaging').getByText('申远二期产线').waitFor();
  await heads(page, 'engaging', '2', '150000.5');
  await drag(page, '申远二期产线', 'won');
  await column(page, 'won').getByText('申远二期产线').waitFor();
  await column(other, 'won').getByText('申远二期产线').waitFor();
  for (const window of [page, other]) {
    await heads(window, 'engaging', '1', '30000');
    await heads(window, 'won', '2', '200000.5');
  }

  await other.getByRole('group', { name: '申远二期产线' }).getByRole('link').first().click();
  const entry = other.getByRole('region', { name: '动态' }).getByRole('listitem').first();
  await entry.getByText('林晓彤').waitFor();
  for (const what of ['持续沟通', '赢单']) await entry.getByText(what, { exact: true }).first().waitFor();
});

test('what the server wants besides is asked for, and a card put back when the person thinks better of it', async () => {
  const page = await stage.open('/opportunity/board', wide);
  await column(page, 'engaging').getByText('云岫年度维保').waitFor();
  await drag(page, '云岫年度维保', 'lost');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('输单原因').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await column(page, 'engaging').getByText('云岫年度维保').waitFor();

  await drag(page, '云岫年度维保', 'lost');
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await column(page, 'lost').getByText('云岫年度维保').waitFor();
});

test('a card thrown faster than the page can draw lands where it was let go', async () => {
  const page = await stage.open('/opportunity/board', wide);
  const card = await page.getByRole('group', { name: '甬江码头改造' }).boundingBox();
  const target = await column(page, 'engaging').boundingBox();
  assert.ok(card && target);
  await page.evaluate(
    ([from, to]) => {
      const tell = (kind: string, [clientX, clientY]: readonly [number, number]) => {
        const Kind = kind.startsWith('pointer') ? PointerEvent : MouseEvent;
        document
          .elementFromPoint(clientX, clientY)
          ?.dispatchEvent(new Kind(kind, { clientX, clientY, bubbles: true, cancelable: true }));
      };
      tell('mousedown', from);
      for (const kind of ['mousemove', 'mousemove', 'pointerup', 'mouseup']) tell(kind, to);
    },
    [
      [card.x + 60, card.y + card.height - 8],
      [target.x + target.width / 2, target.y + 160],
    ] as const,
  );
  await column(page, 'engaging').getByText('甬江码头改造').waitFor();
});

test('a card is carried with the keyboard alone', async () => {
  const page = await stage.open('/opportunity/board', wide);
  const card = page.getByRole('group', { name: '前海仓储系统' });
  await card.focus();
  await page.keyboard.press('Space');
  const told = (text: string) => page.getByText(text).waitFor({ state: 'attached' });
  await told('前海仓储系统位于“赢单”上方。');
  await page.keyboard.press('ArrowLeft');
  await told('前海仓储系统位于“商务谈判”上方。');
  await page.keyboard.press('Space');
  await column(page, 'negotiation').getByText('前海仓储系统').waitFor();
});
