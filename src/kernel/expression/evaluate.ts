import Big from 'big.js';
import type { Circles } from '../circle.ts';
import type { ValueKind } from '../field/value-kind.ts';
import {
  isWorkingDay,
  type Workdays,
  workingDaysBetween,
  workingDaysLater,
} from '../working-time/workdays.ts';
import { compare, number } from './compare.ts';
import type { Expression, PlainFunction, Related } from './expression.ts';
import { functionBounds } from './function-bounds.ts';
import { kindOf } from './kind-of.ts';
import { later, type PlainRun, plainFunctions } from './plain-functions.ts';
import { isWithin, liesIn } from './position.ts';

/** What a tree is evaluated against. */
export interface Surroundings extends Circles, Partial<Workdays> {
  /** The value at a path, null when empty. */
  value(path: string): unknown;
  kind(path: string): ValueKind;
  readonly actor: string;
  readonly today: string;
  readonly now: string;
  /** The zone in which the reader's days begin and end. */
  readonly timeZone: string;
  /** Whether the actor may see the record that a path names; asked only by rights. */
  visible?(path: string): boolean;
  /** Whether the actor may change it; asked only by rights. */
  changeable?(path: string): boolean;
  /** Whether the record is shared with the actor in a way of `SharedAs`; asked only by rights. */
  shared?(as: string): boolean;
  /** Whether enough other records meet a condition; asked only where other records can be had. */
  related?(condition: Related): boolean;
}

/** Decimal places of a division, rounded half away from zero. */
export const divisionScale = 6;

/** Whether the predicate holds. */
export function holds(expression: Expression, around: Surroundings): boolean {
  return evaluate(expression, around) === true;
}

/** The value of a tree: null when empty, numbers as decimal strings, predicates as booleans. */
export function evaluate(expression: Expression, around: Surroundings): unknown {
  switch (expression.node) {
    case 'literal':
      return expression.value;
    case 'path':
      return comparable(around.value(expression.path) ?? null, around.kind(expression.path));
    case 'given':
      return around[expression.name];
    case 'related':
      return around.related?.(expression) ?? false;
    case 'call':
      return functions[expression.call](expression.inputs, around);
  }
}

/** A polymorphic reference counts as the id it names, an amount of money as its amount. */
function comparable(value: unknown, kind: ValueKind): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (kind === 'identifier' && 'id' in value) return value.id;
  return kind === 'number' && 'amount' in value ? value.amount : value;
}

function currencyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'currency' in value ? value.currency : null;
}

type Run = (inputs: readonly Expression[], around: Surroundings) => unknown;

const functions: Readonly<Record<Extract<Expression, { node: 'call' }>['call'], Run>> = {
  and: (inputs, around) => inputs.every((input) => holds(input, around)),
  or: (inputs, around) => inputs.some((input) => holds(input, around)),
  not: ([input], around) => input === undefined || !holds(input, around),
  eq: ordered((order) => order === 0),
  ne: ([left, right], around) => !functions.eq([left, right] as readonly Expression[], around),
  gt: ordered((order) => order > 0),
  gte: ordered((order) => order >= 0),
  lt: ordered((order) => order < 0),
  lte: ordered((order) => order <= 0),
  in: ([left, right], around) => {
    const list = evaluate(right as Expression, around) as readonly unknown[];
    const value = evaluate(left as Expression, around);
    const kind = kindOf(left as Expression, around.kind);
    return value !== null && list.some((item) => item !== null && compare(kind, value, item) === 0);
  },
  contains: texts((text, part) => text.toLowerCase().includes(part.toLowerCase())),
  startsWith: texts((text, part) => text.toLowerCase().startsWith(part.toLowerCase())),
  endsWith: texts((text, part) => text.toLowerCase().endsWith(part.toLowerCase())),
  has: ([list, item], around) => {
    const members = evaluate(list as Expression, around);
    return Array.isArray(members) && members.includes(evaluate(item as Expression, around));
  },
  within: ([place, window], around) =>
    isWithin(evaluate(place as Expression, around), evaluate(window as Expression, around)),
  liesIn: ([place, codes], around) =>
    liesIn(evaluate(place as Expression, around), evaluate(codes as Expression, around)),
  isWorkingDay: ([input], around) => {
    const day = evaluate(input as Expression, around);
    return day !== null && isWorkingDay(workdaysIn(around), String(day));
  },
  isNull: ([input], around) => evaluate(input as Expression, around) === null,
  visible: ([input], around) => input?.node === 'path' && (around.visible?.(input.path) ?? false),
  changeable: ([input], around) => input?.node === 'path' && (around.changeable?.(input.path) ?? false),
  shared: ([as], around) => as?.node === 'literal' && (around.shared?.(String(as.value)) ?? false),
  add: numbers((left, right) => left.plus(right)),
  subtract: numbers((left, right) => left.minus(right)),
  multiply: numbers((left, right) => left.times(right)),
  divide: numbers((left, right) => (right.eq(0) ? null : exactQuotient(left, right))),
  round: numbers((value, places) => value.round(Number(places), Big.roundHalfUp)),
  currency: ([input], around) => (input?.node === 'path' ? currencyOf(around.value(input.path)) : null),
  concat: (inputs, around) => inputs.map((input) => written(input, around)).join(''),
  coalesce: (inputs, around) =>
    inputs.map((input) => evaluate(input, around)).find((value) => value !== null) ?? null,
  if: ([condition, then, otherwise], around) =>
    evaluate((holds(condition as Expression, around) ? then : otherwise) as Expression, around),
  filled: (inputs, around) => String(inputs.filter((input) => evaluate(input, around) !== null).length),
  least: extreme((order) => order < 0),
  greatest: extreme((order) => order > 0),
  ...(Object.fromEntries(
    Object.entries(plainFunctions).map(([name, run]) => [name, ofValues(run)]),
  ) as Record<PlainFunction, Run>),
  workingDaysBetween: ([from, to], around) => {
    const [start, end] = [evaluate(from as Expression, around), evaluate(to as Expression, around)];
    if (start === null || end === null) return null;
    return String(workingDaysBetween(workdaysIn(around), String(start), String(end)));
  },
  addWorkingDays: ([from, by], around) => {
    const [day, count] = [evaluate(from as Expression, around), evaluate(by as Expression, around)];
    if (day === null || count === null) return null;
    const most = functionBounds.days;
    return later(count, most, (days) => workingDaysLater(workdaysIn(around), String(day), days));
  },
  daysBetween: ([from, to], around) => {
    const [start, end] = [evaluate(from as Expression, around), evaluate(to as Expression, around)];
    if (start === null || end === null) return null;
    if (kindOf(from as Expression, around.kind) === 'instant')
      return String(Math.floor((Date.parse(String(end)) - Date.parse(String(start))) / 86_400_000));
    return String(
      Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000),
    );
  },
};

/** The company's calendar; trees that ask for it are run where it is known. */
function workdaysIn(around: Surroundings): Workdays {
  const { workingWeek, exceptionalDays, exceptionalChanges, exceptionalRanks } = around;
  if (!workingWeek || !exceptionalDays || !exceptionalChanges || !exceptionalRanks)
    throw new Error('nothing is known here of working days');
  return { workingWeek, exceptionalDays, exceptionalChanges, exceptionalRanks };
}

function ofValues(run: PlainRun): Run {
  return (inputs, around) => {
    const values = inputs.map((input) => evaluate(input, around));
    return values.includes(null) ? null : run(values, around.timeZone);
  };
}

function extreme(before: (order: number) => boolean): Run {
  return (inputs, around) =>
    inputs.reduce<unknown>((best, input) => {
      const value = evaluate(input, around);
      if (value === null || best === null) return value ?? best;
      return before(compare(kindOf(input, around.kind), value, best)) ? value : best;
    }, null);
}

/** A value as people write it: nothing for an empty one, decimals without superfluous zeros. */
function written(expression: Expression, around: Surroundings): string {
  const value = evaluate(expression, around);
  if (value === null) return '';
  return kindOf(expression, around.kind) === 'number'
    ? number(value).toFixed().replace(/^-0$/, '0')
    : String(value);
}

function ordered(accept: (order: number) => boolean): Run {
  return ([left, right], around) => {
    const [first, second] = [evaluate(left as Expression, around), evaluate(right as Expression, around)];
    if (first === null || second === null) return false;
    return accept(compare(kindOf(left as Expression, around.kind), first, second));
  };
}

function texts(accept: (text: string, part: string) => boolean): Run {
  return ([text, part], around) => {
    const [whole, piece] = [evaluate(text as Expression, around), evaluate(part as Expression, around)];
    return whole !== null && piece !== null && accept(String(whole), String(piece));
  };
}

function numbers(compute: (left: Big, right: Big) => Big | null): Run {
  return ([left, right], around) => {
    const [first, second] = [evaluate(left as Expression, around), evaluate(right as Expression, around)];
    return first === null || second === null
      ? null
      : (compute(number(first), number(second))?.toFixed() ?? null);
  };
}

/** Big's own division rounds at a global setting; scaling first keeps this one independent of it. */
function exactQuotient(left: Big, right: Big): Big {
  const Precise = Big();
  Precise.DP = divisionScale;
  Precise.RM = Big.roundHalfUp;
  return new Precise(left).div(right);
}
