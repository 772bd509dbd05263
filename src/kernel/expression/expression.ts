import type { Circle } from '../circle.ts';
import type { ValueKind } from '../field/value-kind.ts';

/**
 * The one tree for filters, rights, validation, formulas and conditions. Plain data, every node of the same shape;
 * evaluated in memory by `evaluate`, in SQL by the engine's compiler, to the same answer.
 *
 * Predicates are two-valued: a comparison with an empty value is false, `ne` counts empty as different, `not` turns
 * false into true. Values propagate emptiness: an operation on an empty value is empty.
 */
export type Expression =
  | { readonly node: 'literal'; readonly kind: ValueKind; readonly value: unknown }
  /** A field, after references are followed. */
  | { readonly node: 'path'; readonly path: string }
  /** The person asking, a circle of people around him, or the current day or instant: known when the tree is run. */
  | { readonly node: 'given'; readonly name: Given }
  | { readonly node: 'call'; readonly call: FunctionName; readonly inputs: readonly Expression[] }
  | Related;

/** True when at least so many records of another object refer to the record at hand and meet a condition of their own. */
export interface Related {
  readonly node: 'related';
  /** Short name of the other object, and its path of references that leads here. */
  readonly object: string;
  readonly by: string;
  /** Over the paths of the other object. */
  readonly where: Expression;
  readonly atLeast: number;
}

export type Given = 'actor' | Circle | 'today' | 'now';

export type FunctionName = Predicate | ValueFunction;

export type Predicate =
  | 'and'
  | 'or'
  | 'not'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'isNull'
  | 'has'
  /** The company works on a day; false for none. */
  | 'isWorkingDay'
  /** A position lies in a window: west, south, east and north, over the date line where west is more than east. */
  | 'within'
  /** A position lies in one of these regions or cities. */
  | 'liesIn'
  /** The record that a reference names is visible to the actor. */
  | 'visible'
  /** The actor may change the record that a reference names. */
  | 'changeable'
  /** The record itself is shared with the actor in the way that the input names. */
  | 'shared';

export type ValueFunction =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'round'
  /** That of the money which a path names. */
  | 'currency'
  | 'concat'
  | 'coalesce'
  | 'if'
  /** The smallest and the largest of the inputs that are not empty. */
  | 'least'
  | 'greatest'
  /** How many of the inputs are not empty. */
  | 'filled'
  /** From one day to another, or whole days from one instant to another. */
  | 'daysBetween'
  | WorkdayFunction
  | PlainFunction;

/** Functions of values alone: empty where one of their inputs is. */
export type PlainFunction =
  | NumberFunction
  | TextFunction
  | DayFunction
  /** The day of an instant where the reader is. */
  | 'dateOf'
  | 'addHours'
  | 'hoursBetween'
  /** What the reader's clock shows. */
  | 'hour'
  | 'minute';

/** Functions that ask when the company works, of its calendar as it is when the tree is run: empty where an input is. */
export type WorkdayFunction =
  /** Those after one day and up to another. */
  'workingDaysBetween' | 'addWorkingDays';

export type NumberFunction =
  | 'absolute'
  | 'floor'
  | 'ceiling'
  | 'remainder'
  /** -1, 0 or 1. */
  | 'sign'
  /** To a whole power from 0 to 100, and the square root, to six places. */
  | 'power'
  | 'squareRoot'
  /** The multiple of a step below, above and nearest, half a step away from zero. */
  | 'floorTo'
  | 'ceilingTo'
  | 'roundTo';

export type TextFunction =
  | 'length'
  | 'left'
  | 'right'
  | 'middle'
  | 'upper'
  | 'lower'
  | 'trim'
  | 'replace'
  /** Where a part begins, from 1; 0 where it is not found. */
  | 'position'
  | 'repeat'
  /** One of the parts between separators, from the end where its number is negative. */
  | 'splitPart'
  /** As long as told, filled up on the left or the right; what is longer stays. */
  | 'padLeft'
  | 'padRight'
  /** The number that a text is. */
  | 'toNumber';

export type DayFunction =
  | DayPart
  | 'addDays'
  | 'addMonths'
  | 'addYears'
  /** Whole ones, as the same day of the month or year is reached. */
  | 'monthsBetween'
  | 'yearsBetween'
  /** That of a year, a month and a day of it; empty where there is none. */
  | 'dayOf'
  /** The first and the last day of what the second input names. */
  | 'startOf'
  | 'endOf';

/** Weeks begin on Monday, which is 1, and are counted as ISO 8601 does. */
export type DayPart = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'weekday';

export const always: Expression = { node: 'call', call: 'and', inputs: [] };
export const never: Expression = { node: 'call', call: 'or', inputs: [] };

export function path(name: string): Expression {
  return { node: 'path', path: name };
}

export function literal(kind: ValueKind, value: unknown): Expression {
  return { node: 'literal', kind, value };
}

export function given(name: Given): Expression {
  return { node: 'given', name };
}

export function call(name: FunctionName, ...inputs: readonly Expression[]): Expression {
  return { node: 'call', call: name, inputs };
}

/** All of them, leaving out those that always hold. */
export function both(...inputs: readonly Expression[]): Expression {
  const kept = inputs.filter((input) => input !== always);
  return kept.length === 1 && kept[0] !== undefined
    ? kept[0]
    : kept.length === 0
      ? always
      : call('and', ...kept);
}

/** Every path of the record at hand that the tree reads; those of related records are not among them. */
export function pathsOf(expression: Expression): readonly string[] {
  if (expression.node === 'path') return [expression.path];
  return expression.node === 'call' ? expression.inputs.flatMap(pathsOf) : [];
}
