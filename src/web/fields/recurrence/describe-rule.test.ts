import assert from 'node:assert/strict';
import { test } from 'node:test';
import i18next from 'i18next';
import en from '#web/locales/en.json' with { type: 'json' };
import zh from '#web/locales/zh-CN.json' with { type: 'json' };
import { describeRule } from './describe-rule.ts';

await i18next.init({ lng: 'en', resources: { en: { translation: en }, 'zh-CN': { translation: zh } } });

const zone = 'Asia/Shanghai';
const rules: readonly (readonly [string, string, string])[] = [
  ['FREQ=DAILY', 'Every day', '每天'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', 'Every 2 weeks on Tue Thu', '每 2 周 周二、周四'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=5', 'Every month on the last Fri, 5 times', '每月 最后一个周五，共 5 次'],
  [
    'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;UNTIL=20301231',
    'Every year on May day 1, until Dec 31, 2030',
    '每年 五月 1日，至 2030-12-31',
  ],
];

for (const [rule, english, chinese] of rules)
  test(`SAL-02 ${rule} is told as “${english}”, “${chinese}”`, () => {
    assert.equal(describeRule({ rule, zone }, i18next.getFixedT('en'), 'en'), english);
    assert.equal(describeRule({ rule, zone }, i18next.getFixedT('zh-CN'), 'zh-CN'), chinese);
  });
