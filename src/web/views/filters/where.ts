/** A condition taken apart, as people see and change it. */
export type Condition = FieldCondition | RelatedCondition | ConditionGroup;

/** What must hold, or not, of the value at a path. */
export interface FieldCondition {
  readonly kind: 'field';
  readonly path: string;
  readonly operator: string;
  readonly value: unknown;
  readonly not: boolean;
}

/** That so many records of another object that lead here by a path meet conditions of their own, or that none does. */
export interface RelatedCondition {
  readonly kind: 'related';
  readonly object: string;
  readonly by: string;
  readonly none: boolean;
  readonly atLeast: number;
  readonly where: ConditionGroup;
}

/** Conditions of which all, any, none or not all must hold. */
export interface ConditionGroup {
  readonly kind: 'group';
  readonly any: boolean;
  readonly not: boolean;
  readonly parts: readonly Condition[];
}

export const noConditions: ConditionGroup = { kind: 'group', any: false, not: false, parts: [] };

/** Takes a condition apart. */
export function readWhere(where: unknown): ConditionGroup {
  const only = oneOf(where);
  return only.kind === 'group' ? only : { ...noConditions, parts: [only] };
}

/** Puts a condition together; undefined when there is none. */
export function writeWhere({ any, not, parts }: ConditionGroup): unknown {
  const written = parts.map(writeOne).filter((part) => part !== undefined);
  if (written.length === 0) return undefined;
  const [only] = written;
  const whole = written.length === 1 ? only : any ? { or: written } : allOf(parts, written);
  return not ? { not: whole } : whole;
}

/** Conditions that must all hold. */
export function allOfThese(parts: readonly Condition[]): ConditionGroup {
  return { ...noConditions, parts };
}

function oneOf(where: unknown): Condition {
  const parts = partsOf(where);
  return parts.length === 1 && parts[0] ? parts[0] : { ...noConditions, parts };
}

function partsOf(where: unknown): readonly Condition[] {
  return isObject(where) ? Object.entries(where).flatMap(([key, value]) => readEntry(key, value)) : [];
}

function readEntry(key: string, value: unknown): readonly Condition[] {
  if (key === 'and' && Array.isArray(value)) return value.flatMap(partsOf);
  if (key === 'or' && Array.isArray(value)) {
    return [{ kind: 'group', any: true, not: false, parts: value.map(oneOf) }];
  }
  if (key === 'not') return [negated(oneOf(value))];
  if (key === 'has' && isObject(value)) return [readRelated(value)];
  const field = { kind: 'field', path: key, not: false } as const;
  if (value === null) return [{ ...field, operator: 'isNull', value: true }];
  if (!isObject(value) || 'object' in value || 'amount' in value)
    return [{ ...field, operator: 'eq', value }];
  return Object.entries(value).map(([operator, operand]) => ({ ...field, operator, value: operand }));
}

function readRelated({ object, by, where, atLeast }: Readonly<Record<string, unknown>>): RelatedCondition {
  const names = { object: String(object), by: String(by) };
  return { kind: 'related', ...names, none: false, atLeast: Number(atLeast ?? 1), where: readWhere(where) };
}

function negated(condition: Condition): Condition {
  if (condition.kind === 'related' && !condition.none) return { ...condition, none: true };
  if (condition.kind !== 'related' && !condition.not) return { ...condition, not: true };
  return { kind: 'group', any: false, not: true, parts: [condition] };
}

function writeOne(condition: Condition): unknown {
  if (condition.kind === 'group') return writeWhere(condition);
  if (condition.kind === 'field') {
    const { path, operator, value, not } = condition;
    const test = { [path]: operator === 'eq' ? value : { [operator]: value } };
    return not ? { not: test } : test;
  }
  const { object, by, none, atLeast } = condition;
  const where = writeWhere(condition.where);
  const has = { object, by, ...(where !== undefined && { where }), ...(atLeast > 1 && { atLeast }) };
  return none ? { not: { has } } : { has };
}

/** One object where each condition is on a field of its own, which is how people write it. */
function allOf(parts: readonly Condition[], written: readonly unknown[]): unknown {
  const plain = parts.flatMap((part) => (part.kind === 'field' && !part.not ? part.path : []));
  return plain.length === written.length && new Set(plain).size === plain.length
    ? Object.assign({}, ...written)
    : { and: written };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
