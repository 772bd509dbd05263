import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '#test/browser.ts';

const browser = await openBrowser();

test('Chinese pages can be looked at: characters are drawn, each its own way', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 80 } });
  const picture = async (text: string, weight = 400) => {
    await page.setContent(
      `<body style="margin:8px;font:${weight} 28px 'PingFang SC','Noto Sans SC',sans-serif">${text}`,
    );
    return (await page.screenshot()).toString('base64');
  };
  // Nothing is drawn for a character that no font has, as for no character.
  const pictures = [
    await picture(''),
    await picture('客户关系'),
    await picture('关系客户'),
    await picture('客户关系', 700),
  ];
  assert.equal(new Set(pictures).size, pictures.length);
  await page.close();
});

test('the browser of the tests reaches this machine alone', async () => {
  const page = await browser.newPage();
  await assert.rejects(page.goto('https://example.com/'), /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/);
  await page.close();
});
