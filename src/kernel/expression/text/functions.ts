import type { FunctionName, Given } from '../expression.ts';

/** A function of the expression language: what it is called, and what of the tree it stands for. */
export interface TextFunction {
  readonly name: string;
  /** The name by which Chinese writers may call it. */
  readonly chinese: string;
  /** What its inputs are for, by names that the help explains; the last may be repeated where `repeats` says so. */
  readonly inputs: readonly string[];
  readonly repeats?: true;
  /** Where conditions and what they lead to begin, of which there may be as many pairs as wanted before the last input. */
  readonly pairs?: number;
  readonly means:
    | { readonly call: FunctionName }
    | { readonly given: Given }
    | { readonly literal: 'date' | 'instant' | 'money' }
    /** The first input is compared with one after the other. */
    | 'switch';
  /** How it is used, as the help shows it. */
  readonly example: string;
}

/** Every function that can be written, in the order of the help. */
export const textFunctions: readonly TextFunction[] = [
  {
    ...{ name: 'if', chinese: '如果', inputs: ['condition', 'then', 'otherwise'], means: { call: 'if' } },
    pairs: 0,
    example: 'if(amount > money(100000, "CNY"), "A", "B")',
  },
  {
    ...{ name: 'switch', chinese: '匹配', inputs: ['value', 'same', 'then', 'otherwise'], means: 'switch' },
    ...{ pairs: 1, example: 'switch(stage, "won", 100, "lost", 0, 50)' },
  },
  {
    ...{ name: 'coalesce', chinese: '取非空', inputs: ['value'], repeats: true, means: { call: 'coalesce' } },
    example: 'coalesce(nickname, name)',
  },
  {
    ...{ name: 'isEmpty', chinese: '为空', inputs: ['value'], means: { call: 'isNull' } },
    example: 'isEmpty(closeDate)',
  },
  {
    ...{
      name: 'countFilled',
      chinese: '已填个数',
      inputs: ['value'],
      repeats: true,
      means: { call: 'filled' },
    },
    example: 'countFilled(phone, birthday, budget)',
  },
  {
    ...{ name: 'concat', chinese: '连接', inputs: ['value'], repeats: true, means: { call: 'concat' } },
    example: 'concat(number, " · ", account.name)',
  },
  {
    ...{ name: 'contains', chinese: '包含', inputs: ['text', 'part'], means: { call: 'contains' } },
    example: 'contains(name, "集团")',
  },
  {
    ...{ name: 'startsWith', chinese: '开头是', inputs: ['text', 'part'], means: { call: 'startsWith' } },
    example: 'startsWith(phone, "+86")',
  },
  {
    ...{ name: 'endsWith', chinese: '结尾是', inputs: ['text', 'part'], means: { call: 'endsWith' } },
    example: 'endsWith(name, "有限公司")',
  },
  {
    ...{ name: 'length', chinese: '长度', inputs: ['text'], means: { call: 'length' } },
    example: 'length(name) > 20',
  },
  {
    ...{ name: 'left', chinese: '左取', inputs: ['text', 'count'], means: { call: 'left' } },
    example: 'left(phone, 3)',
  },
  {
    ...{ name: 'right', chinese: '右取', inputs: ['text', 'count'], means: { call: 'right' } },
    example: 'right(phone, 4)',
  },
  {
    ...{ name: 'mid', chinese: '截取', inputs: ['text', 'first', 'count'], means: { call: 'middle' } },
    example: 'mid(number, 3, 4)',
  },
  {
    ...{ name: 'upper', chinese: '大写', inputs: ['text'], means: { call: 'upper' } },
    example: 'upper(name)',
  },
  {
    ...{ name: 'lower', chinese: '小写', inputs: ['text'], means: { call: 'lower' } },
    example: 'lower(name)',
  },
  {
    ...{ name: 'trim', chinese: '去空格', inputs: ['text'], means: { call: 'trim' } },
    example: 'trim(name)',
  },
  {
    ...{ name: 'replace', chinese: '替换', inputs: ['text', 'part', 'by'], means: { call: 'replace' } },
    example: 'replace(phone, "-", "")',
  },
  {
    ...{ name: 'position', chinese: '位置', inputs: ['text', 'part'], means: { call: 'position' } },
    example: 'position(phone, "-")',
  },
  {
    ...{
      name: 'splitPart',
      chinese: '取分段',
      inputs: ['text', 'separator', 'number'],
      means: { call: 'splitPart' },
    },
    example: 'splitPart(name, "-", -1)',
  },
  {
    ...{ name: 'repeat', chinese: '重复', inputs: ['text', 'count'], means: { call: 'repeat' } },
    example: 'repeat("★", floor(pieces / 10))',
  },
  {
    ...{ name: 'padLeft', chinese: '左补齐', inputs: ['text', 'width', 'by'], means: { call: 'padLeft' } },
    example: 'padLeft(number, 6, "0")',
  },
  {
    ...{ name: 'padRight', chinese: '右补齐', inputs: ['text', 'width', 'by'], means: { call: 'padRight' } },
    example: 'padRight(left(phone, 3), 11, "*")',
  },
  {
    ...{ name: 'toNumber', chinese: '转数字', inputs: ['text'], means: { call: 'toNumber' } },
    example: 'toNumber(mid(number, 3, 4))',
  },
  {
    ...{ name: 'has', chinese: '含有', inputs: ['list', 'item'], means: { call: 'has' } },
    example: 'has(tags, "vip")',
  },
  {
    ...{ name: 'round', chinese: '四舍五入', inputs: ['number', 'places'], means: { call: 'round' } },
    example: 'round(amount / 3, 2)',
  },
  {
    ...{ name: 'floor', chinese: '向下取整', inputs: ['number'], means: { call: 'floor' } },
    example: 'floor(amount)',
  },
  {
    ...{ name: 'ceiling', chinese: '向上取整', inputs: ['number'], means: { call: 'ceiling' } },
    example: 'ceiling(amount / 3)',
  },
  {
    ...{ name: 'roundTo', chinese: '取最近倍数', inputs: ['number', 'step'], means: { call: 'roundTo' } },
    example: 'roundTo(amount, 5)',
  },
  {
    ...{ name: 'floorTo', chinese: '向下取倍数', inputs: ['number', 'step'], means: { call: 'floorTo' } },
    example: 'floorTo(amount, 100)',
  },
  {
    ...{ name: 'ceilingTo', chinese: '向上取倍数', inputs: ['number', 'step'], means: { call: 'ceilingTo' } },
    example: 'ceilingTo(pieces, 12)',
  },
  {
    ...{ name: 'abs', chinese: '绝对值', inputs: ['number'], means: { call: 'absolute' } },
    example: 'abs(amount - budget)',
  },
  {
    ...{ name: 'min', chinese: '最小值', inputs: ['value'], repeats: true, means: { call: 'least' } },
    example: 'min(amount, budget)',
  },
  {
    ...{ name: 'max', chinese: '最大值', inputs: ['value'], repeats: true, means: { call: 'greatest' } },
    example: 'max(closeDate, today())',
  },
  {
    ...{ name: 'mod', chinese: '取余', inputs: ['number', 'divisor'], means: { call: 'remainder' } },
    example: 'mod(pieces, 12)',
  },
  {
    ...{ name: 'sign', chinese: '符号', inputs: ['number'], means: { call: 'sign' } },
    example: 'sign(pieces - 100)',
  },
  {
    ...{ name: 'power', chinese: '乘方', inputs: ['number', 'exponent'], means: { call: 'power' } },
    example: 'power(1.05, 10)',
  },
  {
    ...{ name: 'sqrt', chinese: '平方根', inputs: ['number'], means: { call: 'squareRoot' } },
    example: 'sqrt(pieces)',
  },
  {
    ...{ name: 'money', chinese: '金额', inputs: ['amount', 'currencyCode'], means: { literal: 'money' } },
    example: 'money(1000, "CNY")',
  },
  {
    ...{ name: 'currency', chinese: '币种', inputs: ['money'], means: { call: 'currency' } },
    example: 'currency(amount) = "USD"',
  },
  {
    ...{ name: 'daysBetween', chinese: '相差天数', inputs: ['from', 'to'], means: { call: 'daysBetween' } },
    example: 'daysBetween(today(), closeDate)',
  },
  {
    ...{
      name: 'monthsBetween',
      chinese: '相差月数',
      inputs: ['from', 'to'],
      means: { call: 'monthsBetween' },
    },
    example: 'monthsBetween(startDate, endDate)',
  },
  {
    ...{ name: 'yearsBetween', chinese: '相差年数', inputs: ['from', 'to'], means: { call: 'yearsBetween' } },
    example: 'yearsBetween(birthday, today())',
  },
  {
    ...{
      name: 'hoursBetween',
      chinese: '相差小时',
      inputs: ['start', 'end'],
      means: { call: 'hoursBetween' },
    },
    example: 'hoursBetween(createdAt, now())',
  },
  {
    ...{ name: 'addDays', chinese: '加天数', inputs: ['day', 'count'], means: { call: 'addDays' } },
    example: 'addDays(closeDate, 30)',
  },
  {
    ...{ name: 'addMonths', chinese: '加月数', inputs: ['day', 'count'], means: { call: 'addMonths' } },
    example: 'addMonths(startDate, 12)',
  },
  {
    ...{ name: 'addYears', chinese: '加年数', inputs: ['day', 'count'], means: { call: 'addYears' } },
    example: 'addYears(startDate, 1)',
  },
  {
    ...{ name: 'addHours', chinese: '加小时', inputs: ['instant', 'count'], means: { call: 'addHours' } },
    example: 'addHours(createdAt, 48)',
  },
  {
    ...{
      name: 'workingDaysBetween',
      chinese: '相差工作日',
      inputs: ['from', 'to'],
      means: { call: 'workingDaysBetween' },
    },
    example: 'workingDaysBetween(createdAt, today())',
  },
  {
    ...{
      name: 'addWorkingDays',
      chinese: '加工作日',
      inputs: ['day', 'count'],
      means: { call: 'addWorkingDays' },
    },
    example: 'addWorkingDays(createdAt, 3)',
  },
  {
    ...{ name: 'isWorkingDay', chinese: '是工作日', inputs: ['day'], means: { call: 'isWorkingDay' } },
    example: 'isWorkingDay(closeDate)',
  },
  {
    ...{ name: 'startOf', chinese: '期初', inputs: ['day', 'unit'], means: { call: 'startOf' } },
    example: 'startOf(closeDate, "month")',
  },
  {
    ...{ name: 'endOf', chinese: '期末', inputs: ['day', 'unit'], means: { call: 'endOf' } },
    example: 'endOf(closeDate, "quarter")',
  },
  {
    ...{ name: 'year', chinese: '年', inputs: ['day'], means: { call: 'year' } },
    example: 'year(closeDate)',
  },
  {
    ...{ name: 'quarter', chinese: '季度', inputs: ['day'], means: { call: 'quarter' } },
    example: 'concat("Q", quarter(closeDate))',
  },
  {
    ...{ name: 'month', chinese: '月', inputs: ['day'], means: { call: 'month' } },
    example: 'month(closeDate)',
  },
  {
    ...{ name: 'week', chinese: '周数', inputs: ['day'], means: { call: 'week' } },
    example: 'week(closeDate)',
  },
  {
    ...{ name: 'day', chinese: '日', inputs: ['day'], means: { call: 'day' } },
    example: 'day(closeDate)',
  },
  {
    ...{ name: 'weekday', chinese: '星期', inputs: ['day'], means: { call: 'weekday' } },
    example: 'weekday(closeDate) > 5',
  },
  {
    ...{ name: 'hour', chinese: '小时', inputs: ['instant'], means: { call: 'hour' } },
    example: 'hour(createdAt) < 9',
  },
  {
    ...{ name: 'minute', chinese: '分钟', inputs: ['instant'], means: { call: 'minute' } },
    example: 'minute(createdAt)',
  },
  {
    ...{
      name: 'dayOf',
      chinese: '组成日期',
      inputs: ['yearNumber', 'monthNumber', 'dayNumber'],
      means: { call: 'dayOf' },
    },
    example: 'dayOf(year(closeDate), 12, 31)',
  },
  {
    ...{ name: 'dateOf', chinese: '所在日期', inputs: ['instant'], means: { call: 'dateOf' } },
    example: 'dateOf(createdAt)',
  },
  {
    ...{ name: 'date', chinese: '日期', inputs: ['day'], means: { literal: 'date' } },
    example: 'date("2026-12-31")',
  },
  {
    ...{ name: 'dateTime', chinese: '时间', inputs: ['instant'], means: { literal: 'instant' } },
    example: 'dateTime("2026-12-31T09:00:00Z")',
  },
  {
    ...{ name: 'today', chinese: '今天', inputs: [], means: { given: 'today' } },
    example: 'closeDate < today()',
  },
  { ...{ name: 'now', chinese: '现在', inputs: [], means: { given: 'now' } }, example: 'createdAt < now()' },
  { ...{ name: 'me', chinese: '本人', inputs: [], means: { given: 'actor' } }, example: 'owner = me()' },
];

/** Words that are no names of fields, with what they stand for. */
export const words: ReadonlyMap<string, string> = new Map([
  ...['and', 'or', 'not', 'in', 'true', 'false', 'empty'].map((word) => [word, word] as const),
  ...Object.entries({
    ...{ 并且: 'and', 且: 'and', 或者: 'or', 或: 'or', 非: 'not', 属于: 'in' },
    ...{ 真: 'true', 假: 'false', 空: 'empty' },
  }),
]);

const byName = new Map(
  textFunctions.flatMap((one) => [one.name, one.chinese].map((name) => [name, one] as const)),
);

/** The function of that name, in either language. */
export function textFunction(name: string): TextFunction | undefined {
  return byName.get(name);
}
