import fc from 'fast-check';
import { call, type Expression, given, literal, path } from '#kernel/expression/expression.ts';
import { blanks, calendarUnits } from '#kernel/expression/function-bounds.ts';
import { instantInput } from '#kernel/field/date-time/date-time.ts';
import type { ValueKind } from '#kernel/field/value-kind.ts';
import { days, instants, numbers, texts } from './specimen-values.ts';

/** Fields that are money, two of them stored. */
export const moneyPaths = ['price', 'insured', 'perPiece', 'risk', 'atStake'];

type Tree = fc.Arbitrary<Expression>;
type Known = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'identifier';
const known: readonly Known[] = ['text', 'number', 'boolean', 'date', 'instant', 'identifier'];

/** A value of some kind with the kind, so that a test knows how to read the answer. */
export interface Typed {
  readonly kind: Known;
  readonly tree: Expression;
}

/** Trees that a declaration or a condition may hold, over these paths and records. */
export function treesOver(
  pathsOfKind: (kind: ValueKind) => readonly string[],
  ids: readonly string[],
): { readonly value: fc.Arbitrary<Typed>; readonly predicate: Tree; readonly money: Tree } {
  const leaves = leavesOver(pathsOfKind, ids);
  const value = once((kind: Known, depth: number): Tree => {
    if (depth === 0) return leaves(kind);
    const inner = value(kind, depth - 1);
    const shared = [
      leaves(kind),
      fc.tuple(inner, inner).map((inputs) => call('coalesce', ...inputs)),
      fc.tuple(predicate(depth - 1), inner, inner).map((inputs) => call('if', ...inputs)),
    ];
    return fc.oneof(...shared, ...(own[kind]?.(depth) ?? []));
  });
  const own: Partial<Record<Known, (depth: number) => readonly Tree[]>> = {
    text: (depth) => [
      fc
        .array(
          fc.constantFrom(...known).chain((kind) => value(kind, depth - 1)),
          { maxLength: 3 },
        )
        .map((inputs) => call('concat', ...inputs)),
      fc.constantFrom(...moneyPaths).map((name) => call('currency', path(name))),
      fc
        .tuple(
          fc.constantFrom('left' as const, 'right' as const),
          value('text', depth - 1),
          value('number', depth - 1),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(value('text', depth - 1), places(-1, 4), value('number', depth - 1))
        .map((inputs) => call('middle', ...inputs)),
      fc
        .tuple(
          fc.constantFrom('upper' as const, 'lower' as const, 'trim' as const),
          fc.oneof(value('text', depth - 1), padded),
        )
        .map(([name, text]) => call(name, text)),
      fc
        .tuple(value('text', depth - 1), leaves('text'), leaves('text'))
        .map((inputs) => call('replace', ...inputs)),
      fc
        .tuple(
          fc.oneof(value('text', depth - 1), padded),
          fc.oneof(value('number', depth - 1), places(-1, 101)),
        )
        .map((inputs) => call('repeat', ...inputs)),
      fc
        .tuple(value('text', depth - 1), separator, places(-4, 4))
        .map((inputs) => call('splitPart', ...inputs)),
      fc
        .tuple(
          fc.constantFrom('padLeft' as const, 'padRight' as const),
          value('text', depth - 1),
          fc.oneof(value('number', depth - 1), places(-1, 40)),
          fc.oneof(leaves('text'), separator),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
    ],
    date: (depth) => [
      fc
        .tuple(
          fc.constantFrom('addDays' as const, 'addMonths' as const, 'addYears' as const),
          value('date', depth - 1),
          fc.oneof(value('number', depth - 1), places(-40, 40)),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(value('date', depth - 1), fc.oneof(value('number', depth - 1), places(-400, 400)))
        .map((inputs) => call('addWorkingDays', ...inputs)),
      fc
        .tuple(
          fc.constantFrom('startOf' as const, 'endOf' as const),
          value('date', depth - 1),
          fc.constantFrom(...calendarUnits),
        )
        .map(([name, day, unit]) => call(name, day, literal('text', unit))),
      value('instant', depth - 1).map((instant) => call('dateOf', instant)),
      fc
        .tuple(
          fc.oneof(value('number', depth - 1), places(0, 10_000)),
          fc.oneof(value('number', depth - 1), places(0, 13)),
          fc.oneof(value('number', depth - 1), places(27, 32)),
        )
        .map((inputs) => call('dayOf', ...inputs)),
      extremes('date', depth),
    ],
    instant: (depth) => [
      fc
        .tuple(value('instant', depth - 1), fc.oneof(value('number', depth - 1), places(-9000, 9000)))
        .map((inputs) => call('addHours', ...inputs)),
      extremes('instant', depth),
    ],
    number: (depth) => [
      fc
        .tuple(
          fc.constantFrom('absolute' as const, 'floor' as const, 'ceiling' as const),
          value('number', depth - 1),
        )
        .map(([name, inner]) => call(name, inner)),
      fc
        .tuple(value('number', depth - 1), value('number', depth - 1))
        .map((inputs) => call('remainder', ...inputs)),
      extremes('number', depth),
      fc
        .tuple(fc.constantFrom('sign' as const, 'squareRoot' as const), value('number', depth - 1))
        .map(([name, inner]) => call(name, inner)),
      fc
        .tuple(
          fc.oneof(value('number', depth - 1), small),
          fc.oneof(value('number', depth - 1), places(-1, 101)),
        )
        .map((inputs) => call('power', ...inputs)),
      fc
        .tuple(multiples, value('number', depth - 1), fc.oneof(value('number', depth - 1), small))
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(value('text', depth - 1), fc.oneof(value('text', depth - 1), separator))
        .map((inputs) => call('position', ...inputs)),
      fc.oneof(value('text', depth - 1), padded, numberLike).map((text) => call('toNumber', text)),
      fc
        .tuple(fc.constantFrom('hour' as const, 'minute' as const), value('instant', depth - 1))
        .map(([name, instant]) => call(name, instant)),
      fc
        .array(
          fc.constantFrom(...known).chain((kind) => value(kind, depth - 1)),
          { minLength: 1, maxLength: 3 },
        )
        .map((inputs) => call('filled', ...inputs)),
      value('text', depth - 1).map((text) => call('length', text)),
      fc
        .tuple(
          fc.constantFrom(...(['year', 'quarter', 'month', 'week', 'day', 'weekday'] as const)),
          value('date', depth - 1),
        )
        .map(([part, day]) => call(part, day)),
      fc
        .tuple(
          fc.constantFrom(...(['monthsBetween', 'yearsBetween', 'workingDaysBetween'] as const)),
          value('date', depth - 1),
          value('date', depth - 1),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(value('instant', depth - 1), value('instant', depth - 1))
        .map((inputs) => call('hoursBetween', ...inputs)),
      fc
        .tuple(
          fc.constantFrom('add' as const, 'subtract' as const, 'multiply' as const, 'divide' as const),
          value('number', depth - 1),
          value('number', depth - 1),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(value('number', depth - 1), fc.integer({ min: -2, max: 6 }))
        .map(([inner, places]) => call('round', inner, literal('number', String(places)))),
      fc
        .constantFrom('date' as const, 'instant' as const)
        .chain((kind) => fc.tuple(value(kind, depth - 1), value(kind, depth - 1)))
        .map((inputs) => call('daysBetween', ...inputs)),
    ],
    boolean: (depth) => [predicate(depth)],
  };
  const extremes = (kind: Known, depth: number): Tree =>
    fc
      .tuple(
        fc.constantFrom('least' as const, 'greatest' as const),
        fc.array(value(kind, depth - 1), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, inputs]) => call(name, ...inputs));
  const predicate = (depth: number): Tree => {
    const some = fc.constantFrom(...known);
    const parts = depth === 0 ? leaves('boolean') : predicate(depth - 1);
    const below = Math.max(0, depth - 1);
    return fc.oneof(
      parts,
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(parts, { maxLength: 3 }))
        .map(([name, inputs]) => call(name, ...inputs)),
      parts.map((input) => call('not', input)),
      value('date', below).map((day) => call('isWorkingDay', day)),
      fc
        .tuple(some, fc.constantFrom(...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const)))
        .chain(([kind, name]) =>
          fc
            .tuple(value(kind, below), value(kind, below))
            .map((inputs) =>
              call(kind === 'identifier' ? (name.endsWith('e') ? 'ne' : 'eq') : name, ...inputs),
            ),
        ),
      some.chain((kind) =>
        fc
          .tuple(value(kind, below), fc.array(leaves.literal(kind), { maxLength: 3 }))
          .map(([subject, items]) => call('in', subject, literal('list', items))),
      ),
      value('identifier', below).map((subject) => call('in', subject, given('team'))),
      fc
        .tuple(
          fc.constantFrom('contains' as const, 'startsWith' as const, 'endsWith' as const),
          value('text', below),
          value('text', below),
        )
        .map(([name, ...inputs]) => call(name, ...inputs)),
      some.chain((kind) => value(kind, below)).map((input) => call('isNull', input)),
      fc
        .constantFrom(...pathsOfKind('list'), ...pathsOfKind('opaque'))
        .map((name) => call('isNull', path(name))),
      fc
        .constantFrom('jade', 'silk', 'gold')
        .map((item) => call('has', path('materials'), literal('text', item))),
      fc.constantFrom(...ids).map((id) => call('has', path('kin'), literal('text', id))),
    );
  };
  const factor = fc.oneof(
    fc
      .constantFrom(...pathsOfKind('number').filter((name) => !moneyPaths.includes(name)))
      .map((name) => path(name)),
    leaves.literal('number').map((number) => literal('number', number)),
  );
  const money = (depth: number): Tree => {
    const own = fc.constantFrom(...moneyPaths).map((name) => path(name));
    if (depth === 0) return own;
    const inner = money(depth - 1);
    const perhaps = fc.oneof(
      { weight: 4, arbitrary: inner },
      { arbitrary: fc.constant(literal('number', null)), weight: 1 },
    );
    return fc.oneof(
      own,
      fc
        .tuple(fc.constantFrom('multiply' as const, 'divide' as const), inner, factor)
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc.tuple(factor, inner).map((inputs) => call('multiply', ...inputs)),
      fc
        .tuple(fc.constantFrom('add' as const, 'subtract' as const), inner, inner)
        .map(([name, ...inputs]) => call(name, ...inputs)),
      inner.map((amount) => call('round', amount, literal('number', '1'))),
      fc.tuple(multiples, inner, small).map(([name, ...inputs]) => call(name, ...inputs)),
      fc
        .tuple(fc.constantFrom('absolute' as const, 'floor' as const, 'ceiling' as const), inner)
        .map(([name, amount]) => call(name, amount)),
      fc
        .tuple(fc.constantFrom('least' as const, 'greatest' as const), inner, perhaps)
        .map(([name, ...inputs]) => call(name, ...inputs)),
      fc.tuple(predicate(1), inner, perhaps).map((inputs) => call('if', ...inputs)),
      fc.tuple(inner, perhaps, inner).map((inputs) => call('coalesce', ...inputs)),
    );
  };
  return {
    money: money(2),
    value: fc.constantFrom(...known).chain((kind) => value(kind, 3).map((tree) => ({ kind, tree }))),
    predicate: predicate(3),
  };
}

/** The trees of a kind and depth, put together at the first time of asking. */
function once(build: (kind: Known, depth: number) => Tree): (kind: Known, depth: number) => Tree {
  const built = new Map<string, Tree>();
  return (kind, depth) => {
    const tree = built.get(`${kind} ${depth}`) ?? build(kind, depth);
    built.set(`${kind} ${depth}`, tree);
    return tree;
  };
}

/** Numbers of places and of what a calendar counts. */
function places(min: number, max: number): Tree {
  return fc.integer({ min, max }).map((count) => literal('number', String(count)));
}

const padded: Tree = fc
  .string({ unit: fc.constantFrom(...blanks, 'a', '中'), maxLength: 6 })
  .map((text) => literal('text', text));

const multiples = fc.constantFrom('floorTo' as const, 'ceilingTo' as const, 'roundTo' as const);

/** What a step or what is raised to a power may be. */
const small: Tree = fc
  .constantFrom(
    '0',
    '0.05',
    '-0.3',
    '1',
    '2.5',
    '-7',
    '12',
    '1.000001',
    '1000000000000000',
    '1000000000000000.01',
  )
  .map((value) => literal('number', value));

const separator: Tree = fc
  .constantFrom('', '-', ' ', 'a', '铜', '𠮷', 'aa')
  .map((text) => literal('text', text));

const numberLike: Tree = fc
  .constantFrom(
    '12',
    ' +012.50　',
    '-0',
    '-.5',
    '1.',
    '1e3',
    '１２',
    '1,000',
    '0x1',
    '-12.125',
    '9'.repeat(18),
    '9'.repeat(19),
  )
  .map((text) => literal('text', text));

function leavesOver(pathsOfKind: (kind: ValueKind) => readonly string[], ids: readonly string[]) {
  const constants: Readonly<Record<Known, readonly unknown[]>> = {
    text: [...texts, ''],
    number: [...numbers, '12345678901234567.89', '0.000001'],
    boolean: [true, false],
    date: days,
    instant: instants.map(instantInput),
    identifier: ids,
  };
  const literalOf = (kind: Known) => fc.constantFrom(...constants[kind]);
  const leaves = (kind: Known): Tree =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pathsOfKind(kind)).map((name) => path(name)) },
      { weight: 2, arbitrary: literalOf(kind).map((value) => literal(kind, value)) },
      ...(kind === 'date' ? [{ weight: 1, arbitrary: fc.constant(given('today')) }] : []),
      ...(kind === 'instant' ? [{ weight: 1, arbitrary: fc.constant(given('now')) }] : []),
      ...(kind === 'identifier' ? [{ weight: 1, arbitrary: fc.constant(given('actor')) }] : []),
    );
  return Object.assign(leaves, { literal: literalOf });
}
