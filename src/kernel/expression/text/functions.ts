import type { FunctionName, Given } from '../expression.ts';

/** A function of the expression language: what it is called, and what of the tree it stands for. */
export interface TextFunction {
  readonly name: string;
  /** The name by which Chinese writers may call it. */
  readonly chinese: string;
  /** What its inputs are for, by names that the help explains; the last may be repeated where `repeats` says so. */
  readonly inputs: readonly string[];
  readonly repeats?: true;
  readonly means:
    | { readonly call: FunctionName }
    | { readonly given: Given }
    | { readonly literal: 'date' | 'instant' | 'money' };
  /** How it is used, as the help shows it. */
  readonly example: string;
}

/** Every function that can be written, in the order of the help. */
export const textFunctions: readonly TextFunction[] = [
  {
    ...{ name: 'if', chinese: '如果', inputs: ['condition', 'then', 'otherwise'], means: { call: 'if' } },
    example: 'if(amount > money(100000, "CNY"), "A", "B")',
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
    ...{ name: 'has', chinese: '含有', inputs: ['list', 'item'], means: { call: 'has' } },
    example: 'has(tags, "vip")',
  },
  {
    ...{ name: 'round', chinese: '四舍五入', inputs: ['number', 'places'], means: { call: 'round' } },
    example: 'round(amount / 3, 2)',
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
