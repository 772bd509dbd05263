import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../field/field.ts';
import { usualWeek } from '../../working-time/week.ts';
import { workdaysOf } from '../../working-time/workdays.ts';
import { evaluate } from '../evaluate.ts';
import { complaintOf, ExpressionFault } from './expression-fault.ts';
import { meaningOf } from './meaning-of.ts';

const fields: Readonly<Record<string, Field>> = {
  amount: { type: 'money', required: false },
  price: { type: 'money', required: false },
  discount: { type: 'percent', required: false },
  name: { type: 'text', required: false },
  stage: {
    ...{ type: 'choice', required: false },
    choices: ['open', 'won'].map((value) => ({ value, color: 'grey' })),
  },
  closeDate: { type: 'date', required: false },
  createdAt: { type: 'dateTime', required: false },
  owner: { type: 'user', required: false },
  tags: { ...{ type: 'multiChoice', required: false }, choices: [{ value: 'vip', color: 'red' }] },
  secret: { type: 'text', required: false, sealed: true },
  place: { type: 'address', required: false },
  'account.industry': { type: 'text', required: false },
};

const meaning = (text: string) => meaningOf(text, (path) => fields[path]);

function refused(text: string): string {
  try {
    meaning(text);
    return 'understood';
  } catch (error) {
    assert.ok(error instanceof ExpressionFault, String(error));
    const { code, parameters } = complaintOf(error, text, 'expression');
    const { line, column } = parameters ?? {};
    return `${line}:${column} ${code}`;
  }
}

const values: Readonly<Record<string, unknown>> = {
  ...{ amount: { amount: '1200.00', currency: 'CNY' }, price: { amount: '200.00', currency: 'CNY' } },
  ...{ discount: '10', name: '星河集团', stage: 'won', closeDate: '2026-12-01', tags: ['vip'], owner: 'u1' },
  'account.industry': 'retail',
};

/** The first week of October is free, and the Saturday after it is worked. */
const holidays = new Map([
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => [`2026-10-0${day}`, false] as const),
  ['2026-10-10', true] as const,
]);

function worth(text: string): unknown {
  return evaluate(meaning(text).expression, {
    value: (path: string) => values[path] ?? null,
    kind: (path: string) =>
      fields[path]?.type === 'date'
        ? 'date'
        : ['amount', 'price', 'discount'].includes(path)
          ? 'number'
          : 'text',
    ...{ actor: 'u1', today: '2026-11-27', now: '2026-11-27T02:00:00.000Z', timeZone: 'Asia/Shanghai' },
    ...{ team: [], department: [], reports: [], territory: [] },
    ...workdaysOf(usualWeek, holidays),
  } as never);
}

test('CUS-03 an expression has the type of what it yields', () => {
  const typed = (text: string) => meaning(text).result;
  assert.equal(typed('amount * (1 - discount / 100)'), 'money');
  assert.equal(typed('amount / price'), 'decimal');
  assert.equal(typed('if(stage = "won", closeDate, empty)'), 'date');
  assert.equal(typed('concat(name, " ", amount)'), 'text');
  assert.equal(typed('amount > money(1000, "CNY") and not isEmpty(name)'), 'boolean');
  assert.equal(typed('coalesce(createdAt, now())'), 'dateTime');
});

test('CUS-03 an expression is worth what it says, precedence and all', () => {
  assert.equal(worth('1 + 2 * 3 - 4 / 2'), '5');
  assert.equal(worth('-(2 - 5) * 2'), '6');
  assert.equal(worth('not false and true or false'), true);
  assert.equal(worth('amount > money(1000, "CNY")'), true);
  assert.equal(worth('amount > money(1000, "USD")'), false, 'amounts in two currencies were compared');
  assert.equal(worth('amount / price'), '6');
  assert.equal(worth('if(stage in ("won", "open"), "好", "坏")'), '好');
  assert.equal(worth('daysBetween(today(), closeDate)'), '4');
  assert.equal(worth('closeDate = empty'), false);
  assert.equal(worth('has(tags, "vip") and owner = me()'), true);
});

test('CUS-03 working days are those of the company’s calendar, in either language', () => {
  assert.equal(
    worth('addWorkingDays(date("2026-09-30"), 1)'),
    '2026-10-09',
    'the holiday was not passed over',
  );
  assert.equal(worth('加工作日(date("2026-10-12"), -1)'), '2026-10-10', 'the Saturday is worked');
  assert.equal(worth('workingDaysBetween(date("2026-09-30"), date("2026-10-12"))'), '3');
  assert.equal(worth('相差工作日(date("2026-10-12"), date("2026-09-30"))'), '-3');
  assert.equal(worth('isWorkingDay(date("2026-10-10"))'), true);
  assert.equal(worth('是工作日(date("2026-10-01"))'), false);
  assert.equal(worth('isWorkingDay(if(false, closeDate, empty))'), false);
  assert.equal(worth('isEmpty(addWorkingDays(closeDate, 99999999))'), true);
});

test('CUS-03 days, texts and numbers are reckoned with as people do', () => {
  assert.equal(worth('addMonths(date("2026-01-31"), 1)'), '2026-02-28');
  assert.equal(worth('addMonths(date("2024-03-31"), -1)'), '2024-02-29');
  assert.equal(worth('addYears(date("2024-02-29"), 1)'), '2025-02-28');
  assert.equal(worth('addDays(closeDate, 31)'), '2027-01-01');
  assert.equal(
    worth('concat(startOf(closeDate, "quarter"), " ", endOf(date("2024-02-05"), "month"))'),
    '2026-10-01 2024-02-29',
  );
  assert.equal(worth('startOf(date("2027-01-01"), "week")'), '2026-12-28', 'weeks do not begin on Monday');
  assert.equal(worth('week(date("2027-01-01"))'), '53');
  assert.equal(worth('concat(year(closeDate), "-", month(closeDate), "-", day(closeDate))'), '2026-12-1');
  assert.equal(worth('weekday(closeDate)'), '2');
  assert.equal(worth('monthsBetween(date("2026-01-31"), date("2026-02-28"))'), '0');
  assert.equal(worth('monthsBetween(date("2026-02-28"), date("2026-01-28"))'), '-1');
  assert.equal(worth('yearsBetween(date("1990-11-28"), today())'), '35', 'a birthday is tomorrow');
  assert.equal(worth('hoursBetween(dateTime("2026-11-26T23:30:00Z"), now())'), '2.5');
  assert.equal(
    worth('dateOf(dateTime("2026-11-27T16:30:00Z"))'),
    '2026-11-28',
    'it is another day in Shanghai',
  );
  assert.equal(worth('day(dateTime("2026-11-30T16:00:00Z"))'), '1');
  assert.equal(worth('addDays(date("9999-12-31"), 1)'), null);
  assert.equal(
    worth('concat(left(name, 2), "…", right(name, 2), mid(name, 2, 2), length("𠮷野家"))'),
    '星河…集团河集3',
  );
  assert.equal(worth('replace(trim("　138-0013-8000 "), "-", "")'), '13800138000');
  assert.equal(worth('endsWith(upper("abc"), "BC")'), true);
  assert.equal(worth('left(name, -1)'), null);
  assert.equal(worth('concat(floor(-1.5), ceiling(-1.5), abs(-2), mod(-7, 3))'), '-2-12-1');
  assert.equal(worth('min(3, empty, 2) + max(1, 2)'), '4');
  assert.equal(worth('min(amount, price) = money(200, "CNY")'), true);
  assert.equal(
    worth('isEmpty(min(amount, money(1, "USD")))'),
    true,
    'amounts in two currencies were compared',
  );
  assert.equal(worth('max(closeDate, today())'), '2026-12-01');
});

test('CUS-03 texts are taken apart and filled up, and tell where something is', () => {
  assert.equal(worth('splitPart("sales@hengyue.example", "@", -1)'), 'hengyue.example');
  assert.equal(
    worth('concat(splitPart("a-b-c", "-", 2), splitPart("a-b", "-", 5), 取分段("a", "", 1))'),
    'ba',
  );
  assert.equal(worth('splitPart("a-b", "-", 0)'), null);
  assert.equal(worth('concat(position("𠮷野家", "家"), position(name, "x"), position(name, ""))'), '301');
  assert.equal(
    worth('concat(padLeft("7", 3, "0"), "|", padRight("ab", 5, "xyz"), "|", 左补齐("1234", 3, "0"))'),
    '007|abxyz|1234',
  );
  assert.equal(worth('concat(padLeft("7", 3, ""), repeat("★", 3), repeat("★", 0))'), '7★★★');
  assert.equal(worth('isEmpty(repeat("a", 101)) and isEmpty(padLeft("a", 256, "0"))'), true);
  assert.equal(worth('length(repeat(repeat(repeat("0123456789", 100), 100), 100))'), '10000');
  assert.equal(worth('toNumber(" -012.50　") * 2'), '-25');
  for (const text of ['1,000', '1e3', '１２', '', '.5', '9'.repeat(19)])
    assert.equal(worth(`toNumber("${text}")`), null, text);
  assert.equal(worth('countFilled(name, empty, amount, owner, closeDate)'), '4');
});

test('CUS-03 numbers go to multiples and powers, and what is not exact has six places', () => {
  assert.equal(worth('concat(floorTo(-7, 5), " ", ceilingTo(-7, 5), " ", roundTo(-7.5, 5))'), '-10 -5 -10');
  assert.equal(worth('concat(floorTo(0.3, 0.1), " ", ceilingTo(12, 12), " ", roundTo(7.4, -5))'), '0.3 12 5');
  assert.equal(worth('roundTo(5, 0)'), null);
  assert.equal(worth('floorTo(amount, 500) = money(1000, "CNY")'), true, 'money was no longer money');
  assert.equal(worth('power(1.05, 10)'), '1.628895');
  assert.equal(
    worth('concat(power(-2, 3), " ", power(0, 0), " ", 乘方(2, 100))'),
    '-8 1 1267650600228229401496703205376',
  );
  assert.equal(
    worth('isEmpty(power(2, 101)) and isEmpty(power(2, -1)) and isEmpty(power(9999999999999999, 2))'),
    true,
  );
  assert.equal(worth('concat(sqrt(2), " ", sqrt(0), " ", 平方根(1000000))'), '1.414214 0 1000');
  assert.equal(worth('sqrt(-0.5)'), null);
  assert.equal(worth('concat(sign(-0.01), sign(0), sign(7))'), '-101');
});

test('CUS-03 a day is put together, and clocks are those of the reader', () => {
  assert.equal(worth('dayOf(year(closeDate), 2, 28)'), '2026-02-28');
  assert.equal(worth('dayOf(2024, 2, 29)'), '2024-02-29');
  for (const text of ['2026, 2, 29', '2026, 13, 1', '2026, 4, 31', '0, 1, 1', '10000, 1, 1', '2026, 1, 0'])
    assert.equal(worth(`组成日期(${text})`), null, text);
  assert.equal(worth('concat(hour(now()), ":", minute(dateTime("2026-11-27T16:07:00Z")))'), '10:7');
});

test('CUS-03 one of several cases is chosen, the first that fits', () => {
  assert.equal(worth('if(discount > 50, "a", discount > 5, "b", discount > 1, "c", "d")'), 'b');
  assert.equal(worth('switch(stage, "open", 10, "won", 100, 0)'), '100');
  assert.equal(worth('匹配(stage, "open", 10, empty)'), null);
  assert.equal(refused('switch(stage, "sold", 1, 0)'), '1:15 expressionChoice');
  assert.equal(refused('switch(stage, "won", 1, "open")'), '1:25 expressionUnlike');
  assert.equal(refused('if(true, 1, true, 2)'), '1:1 expressionInputs');
});

test('CUS-03 a Chinese writer uses his own names and his keyboard as it is', () => {
  assert.deepEqual(
    meaning('如果（包含（name，“集团”）且 account.industry ＝ “retail”，“大”，空）').expression,
    meaning('if(contains(name, "集团") and account.industry = "retail", "大", empty)').expression,
  );
});

test('CUS-03 what cannot be put together is refused where it stands', () => {
  assert.equal(refused('amount + 5'), '1:1 expressionMoneyAndNumber');
  assert.equal(refused('if(true,\n  1,\n  amount + discount)'), '3:3 expressionMoneyAndNumber');
  assert.equal(refused('amount * price'), '1:1 expressionMoneyTimesMoney');
  assert.equal(refused('5 / amount'), '1:1 expressionNumberByMoney');
  assert.equal(refused('amount > 5'), '1:1 expressionMoneyAndNumber');
  assert.equal(refused('name = 5'), '1:1 expressionUnlike');
  assert.equal(refused('stage = "lost"'), '1:9 expressionChoice');
  assert.equal(refused('stage > "open"'), '1:1 expressionNoOrder');
  assert.equal(refused('true and nothing'), '1:10 expressionField');
  assert.equal(refused('concat(secret)'), '1:8 expressionUnreadable');
  assert.equal(refused('isEmpty(place)'), '1:9 expressionUnreadable');
  assert.equal(refused('createdAt < today()'), '1:1 expressionUnlike');
  assert.equal(refused('round(amount, discount)'), '1:15 expressionPlaces');
  assert.equal(refused('sum(amount)'), '1:1 expressionFunction');
  assert.equal(refused('if(true, 1)'), '1:1 expressionInputs');
  assert.equal(refused('if(name, 1, 2)'), '1:4 expressionWantedType');
  assert.equal(refused('if(true, 1, name)'), '1:13 expressionUnlike');
  assert.equal(refused('owner'), '1:1 expressionNoValue');
  assert.equal(refused('startOf(closeDate, "day")'), '1:20 expressionUnit');
  assert.equal(refused('startOf(closeDate, name)'), '1:20 expressionUnit');
  assert.equal(refused('addDays(closeDate, amount)'), '1:20 expressionWantedType');
  assert.equal(refused('year(name)'), '1:6 expressionWantedType');
  assert.equal(refused('hoursBetween(closeDate, now())'), '1:14 expressionWantedType');
  assert.equal(refused('max(name, "a")'), '1:5 expressionWantedType');
  assert.equal(refused('floorTo(name, 5)'), '1:9 expressionWantedType');
  assert.equal(refused('roundTo(amount, price)'), '1:17 expressionWantedType');
  assert.equal(refused('power(amount, 2)'), '1:7 expressionWantedType');
  assert.equal(refused('countFilled(tags)'), '1:13 expressionWantedType');
  assert.equal(refused('hour(closeDate)'), '1:6 expressionWantedType');
  assert.equal(refused('padLeft(name, 3)'), '1:1 expressionInputs');
  assert.equal(refused('1 = 1 = 1'), '1:7 expressionUnexpected');
  assert.equal(refused('(1 + 2'), '1:7 expressionEndsEarly');
  assert.equal(refused('1 +'), '1:4 expressionEndsEarly');
  assert.equal(refused('name = "星河'), '1:8 expressionOpenText');
  assert.equal(refused('1 ; 2'), '1:3 expressionCharacter');
  assert.equal(refused('date("2026-02-30")'), '1:6 expressionDate');
  assert.equal(refused('money(5, "元")'), '1:10 expressionCurrency');
  assert.equal(refused('  '), '1:3 expressionEmpty');
});
