import type { FieldMeta } from '#kernel/meta.ts';

/** One way of testing a field, as a person picks it: a word, the operator behind it, the input it needs. */
export interface FieldTest {
  /** Key of its word. */
  readonly word: string;
  readonly operator: string;
  /** Absent when the test needs nothing more. */
  readonly input?: 'text' | 'value' | 'range' | 'choices' | 'records' | 'period';
  /** The operand of a test without an input. */
  readonly value?: unknown;
}

const empty: FieldTest = { word: 'empty', operator: 'isNull', value: true };
const filled: FieldTest = { word: 'filled', operator: 'isNull', value: false };

const texts: readonly FieldTest[] = [
  { word: 'contains', operator: 'contains', input: 'text' },
  { word: 'startsWith', operator: 'startsWith', input: 'text' },
  { word: 'is', operator: 'eq', input: 'text' },
  { word: 'isNot', operator: 'ne', input: 'text' },
];
const numbers: readonly FieldTest[] = [
  { word: 'atLeast', operator: 'gte', input: 'value' },
  { word: 'atMost', operator: 'lte', input: 'value' },
  { word: 'equals', operator: 'eq', input: 'value' },
  { word: 'between', operator: 'between', input: 'range' },
];
const dates: readonly FieldTest[] = [
  { word: 'during', operator: 'in', input: 'period' },
  { word: 'before', operator: 'lt', input: 'value' },
  { word: 'from', operator: 'gte', input: 'value' },
  { word: 'between', operator: 'between', input: 'range' },
];
const choices: readonly FieldTest[] = [
  { word: 'isAny', operator: 'in', input: 'choices' },
  { word: 'isNone', operator: 'nin', input: 'choices' },
];
const records: readonly FieldTest[] = [
  { word: 'isAny', operator: 'in', input: 'records' },
  { word: 'isNone', operator: 'nin', input: 'records' },
];
const people: readonly FieldTest[] = [{ word: 'isMe', operator: 'eq', value: '$actor' }, ...records];
const answers: readonly FieldTest[] = [
  { word: 'yes', operator: 'eq', value: true },
  { word: 'no', operator: 'eq', value: false },
];

const byType: Readonly<Record<string, readonly FieldTest[]>> = {
  integer: numbers,
  decimal: numbers,
  money: numbers,
  percent: numbers,
  duration: numbers,
  date: dates,
  dateTime: dates,
  choice: choices,
  multiChoice: choices,
  reference: records,
  manyToMany: records,
  user: people,
  boolean: answers,
};

/** The tests offered for a field: those of its type that the server knows. */
export function testsOf(field: FieldMeta): readonly FieldTest[] {
  const type = field.result ?? field.type;
  const all = [...(byType[type] ?? texts), ...(type === 'boolean' || field.required ? [] : [empty, filled])];
  return all.filter(({ operator }) => field.operators.includes(operator));
}

/** The test that a condition was made with; its operator alone decides where nothing else does. */
export function testFor(field: FieldMeta, operator: string, value: unknown): FieldTest | undefined {
  const tests = testsOf(field);
  const exact = tests.find((test) => test.operator === operator && !test.input && test.value === value);
  if (exact) return exact;
  const wanted =
    operator === 'eq' && !tests.some((test) => test.operator === 'eq' && test.input) ? 'in' : operator;
  return tests.find((test) => test.operator === wanted && test.input !== undefined);
}

/** Whether a test's operand is there, so that it can be applied. */
export function isComplete({ input, value: fixed }: FieldTest, value: unknown): boolean {
  if (input === undefined) return fixed !== undefined;
  if (input === 'range')
    return Array.isArray(value) && value.length === 2 && value.every((end) => end !== null);
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== '';
}
