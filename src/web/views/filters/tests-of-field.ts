import type { FieldMeta } from '#kernel/meta.ts';
import type { FieldCondition } from './where.ts';

/** One way of testing a field, as a person picks it: a word, the operator behind it, the input it needs. */
export interface FieldTest {
  /** Key of its word. */
  readonly word: string;
  readonly operator: string;
  /** Absent when the test needs nothing more. */
  readonly input?: 'text' | 'value' | 'range' | 'list' | 'choices' | 'records' | 'places' | 'period';
  /** The operand of a test without an input. */
  readonly value?: unknown;
  /** That the operator must not hold. */
  readonly not?: true;
}

const empty: FieldTest = { word: 'empty', operator: 'isNull', value: true };
const filled: FieldTest = { word: 'filled', operator: 'isNull', value: false };

const texts: readonly FieldTest[] = [
  { word: 'contains', operator: 'contains', input: 'text' },
  { word: 'containsNot', operator: 'contains', input: 'text', not: true },
  { word: 'startsWith', operator: 'startsWith', input: 'text' },
  { word: 'startsNot', operator: 'startsWith', input: 'text', not: true },
  { word: 'is', operator: 'eq', input: 'text' },
  { word: 'isNot', operator: 'ne', input: 'text' },
  { word: 'isOneOf', operator: 'in', input: 'list' },
  { word: 'isNoneOf', operator: 'nin', input: 'list' },
  { word: 'comesAfter', operator: 'gt', input: 'text' },
  { word: 'comesFrom', operator: 'gte', input: 'text' },
  { word: 'comesBefore', operator: 'lt', input: 'text' },
  { word: 'comesUpTo', operator: 'lte', input: 'text' },
];
const numbers: readonly FieldTest[] = [
  { word: 'atLeast', operator: 'gte', input: 'value' },
  { word: 'atMost', operator: 'lte', input: 'value' },
  { word: 'moreThan', operator: 'gt', input: 'value' },
  { word: 'lessThan', operator: 'lt', input: 'value' },
  { word: 'equals', operator: 'eq', input: 'value' },
  { word: 'differs', operator: 'ne', input: 'value' },
  { word: 'between', operator: 'between', input: 'range' },
  { word: 'notBetween', operator: 'between', input: 'range', not: true },
  { word: 'isOneOf', operator: 'in', input: 'list' },
  { word: 'isNoneOf', operator: 'nin', input: 'list' },
];
const instants: readonly FieldTest[] = [
  { word: 'during', operator: 'in', input: 'period' },
  { word: 'notDuring', operator: 'in', input: 'period', not: true },
  { word: 'before', operator: 'lt', input: 'value' },
  { word: 'from', operator: 'gte', input: 'value' },
  { word: 'between', operator: 'between', input: 'range' },
  { word: 'notBetween', operator: 'between', input: 'range', not: true },
];
/** An instant is never a whole day, which these compare with. */
const dates: readonly FieldTest[] = [
  ...instants,
  { word: 'after', operator: 'gt', input: 'value' },
  { word: 'until', operator: 'lte', input: 'value' },
  { word: 'on', operator: 'eq', input: 'value' },
  { word: 'notOn', operator: 'ne', input: 'value' },
];
const choices: readonly FieldTest[] = [
  { word: 'isAny', operator: 'in', input: 'choices' },
  { word: 'isNone', operator: 'nin', input: 'choices' },
];
const records: readonly FieldTest[] = [
  { word: 'isAny', operator: 'in', input: 'records' },
  { word: 'isNone', operator: 'nin', input: 'records' },
];
const people: readonly FieldTest[] = [
  { word: 'isMe', operator: 'eq', value: '$actor' },
  { word: 'isNotMe', operator: 'ne', value: '$actor' },
  { word: 'inTeam', operator: 'in', value: '$team' },
  { word: 'inTeammates', operator: 'in', value: '$teammates' },
  { word: 'inDepartment', operator: 'in', value: '$department' },
  { word: 'inDepartmentAndBelow', operator: 'in', value: '$departmentAndBelow' },
  ...records,
];
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
  dateTime: instants,
  choice: choices,
  multiChoice: choices,
  reference: records,
  manyToMany: records,
  user: people,
  regarding: [],
  location: [
    { word: 'liesInAny', operator: 'in', input: 'places' },
    { word: 'liesInNone', operator: 'nin', input: 'places' },
  ],
  boolean: answers,
};

/** The tests offered for a field: those of its type that the server knows. */
export function testsOf(field: FieldMeta): readonly FieldTest[] {
  const type = field.result ?? field.type;
  const all = [...(byType[type] ?? texts), ...(type === 'boolean' || field.required ? [] : [empty, filled])];
  return all.filter(({ operator }) => field.operators.includes(operator));
}

/** The test that a condition was made with; its operator alone decides where nothing else does. */
export function testFor(
  field: FieldMeta,
  { operator, value, not }: Pick<FieldCondition, 'operator' | 'value' | 'not'>,
): FieldTest | undefined {
  const tests = testsOf(field).filter((test) => (test.not === true) === not);
  const exact = tests.find((test) => test.operator === operator && !test.input && test.value === value);
  if (exact) return exact;
  const wanted =
    operator === 'eq' && !tests.some((test) => test.operator === 'eq' && test.input) ? 'in' : operator;
  const named = typeof value === 'string' && wanted === 'in' && operator === 'in';
  return tests.find(
    ({ operator: each, input }) => each === wanted && input !== undefined && (!named || input === 'period'),
  );
}

/** Whether a test's operand is there, so that it can be applied. */
export function isComplete({ input, value: fixed }: FieldTest, value: unknown): boolean {
  if (input === undefined) return fixed !== undefined;
  if (input === 'range')
    return Array.isArray(value) && value.length === 2 && value.every((end) => end !== null);
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== '';
}
