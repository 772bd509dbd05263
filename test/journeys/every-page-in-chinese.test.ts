import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsAboutPages } from './every-page.ts';
import { openStage } from './stage.ts';

const stage = await openStage();

test('every page is drawn without a word of complaint in Chinese by day, and nothing on it hinders those who cannot see well or use no mouse', async () => {
  assert.deepEqual(await complaintsAboutPages(stage, { locale: 'zh-CN', colorScheme: 'light' }), []);
});
