import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyDigits, currencySign, formatMoney, formatMoneyShort } from '#kernel/writing/money.ts';
import { asMoney } from '#kernel/writing/sum-of-money.ts';

test('shows a sum exactly, however large', () => {
  assert.equal(formatMoney({ amount: '1054.00', currency: 'USD' }, 'en'), '$1,054.00');
  assert.equal(formatMoney({ amount: '1054', currency: 'CNY' }, 'zh-CN'), '¥1,054.00');
  assert.equal(
    formatMoney({ amount: '90071992547409930.07', currency: 'USD' }, 'en'),
    '$90,071,992,547,409,930.07',
  );
  assert.equal(formatMoney({ amount: '0.125', currency: 'CNY' }, 'zh-CN'), '¥0.125');
  assert.equal(formatMoney({ amount: '5', currency: 'CNY' }, 'en', 'CNY'), '¥5.00');
  assert.equal(formatMoney({ amount: '5', currency: 'CNY' }, 'en', 'USD'), 'CN¥5.00');
  assert.equal(formatMoney({ amount: '1500', currency: 'JPY' }, 'en'), '¥1,500');
});

test('an unknown currency is still shown', () => {
  assert.equal(formatMoney({ amount: '5', currency: '??' }, 'en'), '?? 5');
  assert.equal(currencyDigits('??'), 2);
});

test('short sums follow the way the language counts', () => {
  assert.equal(formatMoneyShort({ amount: '1234567', currency: 'CNY' }, 'zh-CN'), '¥123.5万');
  assert.equal(formatMoneyShort({ amount: '1234567', currency: 'USD' }, 'en'), '$1.2M');
  assert.equal(currencySign('USD', 'zh-CN'), 'US$');
});

test('reads the accepted forms of a sum', () => {
  assert.deepEqual(asMoney('12.50', 'CNY'), { amount: '12.50', currency: 'CNY' });
  assert.deepEqual(asMoney({ amount: '7', currency: 'EUR' }, 'CNY'), { amount: '7', currency: 'EUR' });
  assert.equal(asMoney(null, 'CNY'), null);
  assert.equal(asMoney({ amount: null }, 'CNY'), null);
});
