import fc from 'fast-check';
import { operatorsOf } from '#kernel/expression/operators-of.ts';
import { periods } from '#kernel/expression/period.ts';
import type { Field } from '#kernel/field/field.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { Operator } from '#kernel/where.ts';
import { days, instants, numbers, texts } from './specimen-values.ts';

/** With summer time, with clocks that change at midnight or by half an hour, far from UTC, and without any of it. */
export const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
];

/** Conditions as a client writes them: every operator that each field takes, put together in every way. */
export function conditionsOver(
  paths: readonly string[],
  fieldAt: (path: string) => Field | undefined,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  const test = fc.constantFrom(...paths).chain((path) => {
    const field = fieldAt(path);
    if (field === undefined) throw new Error(`no ${path}`);
    return fc
      .constantFrom(...operatorsOf(field))
      .chain((operator) => operand(operator, field, ids).map((value) => ({ [path]: { [operator]: value } })));
  });
  return fc.letrec((tie) => ({
    where: fc.oneof(
      { maxDepth: 3 },
      test,
      fc.record({ and: fc.array(tie('where'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('where'), { maxLength: 3 }) }),
      fc.record({ not: tie('where') }),
    ),
  })).where;
}

function operand(operator: Operator, field: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  const value = valueIn(field, ids);
  const kind = valueKind(field);
  switch (operator) {
    case 'isNull':
      return fc.boolean();
    case 'between':
      return fc.tuple(value, value);
    case 'within':
      return window;
    case 'in':
    case 'nin': {
      if (field.type === 'location') return fc.subarray(['CN-SH', 'CN-SH/1796236', 'FJ', 'GB/2643743', 'CN']);
      const list = fc.array(kind === 'list' ? value : fc.option(value, { freq: 5 }), { maxLength: 4 });
      if (operator === 'nin') return list;
      if (kind === 'identifier') return fc.oneof(list, fc.constant('$team'));
      return kind === 'date' || kind === 'instant' ? fc.oneof(list, period) : list;
    }
    case 'eq':
    case 'ne':
      return fc.option(value, { freq: 6 });
    default:
      return value;
  }
}

/** Windows at whose edges there are specimens, some of them over the date line. */
const along = fc.constantFrom(-180, -179.9, -0.12, 0, 121.4737, 178.065, 180);
const up = fc.constantFrom(-90, -17.7134, 0, 31.2304, 51.5, 90);
const window = fc
  .tuple(along, up, along, up)
  .map(([west, south, east, north]) => [west, Math.min(south, north), east, Math.max(south, north)]);

const period = fc.oneof(
  fc.constantFrom(...periods),
  fc.tuple(fc.constantFrom('last', 'next'), fc.nat(400)).map(([side, count]) => `${side}${count}Days`),
);

function valueIn(field: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (field.choices !== undefined) return fc.constantFrom(...field.choices.map(({ value }) => value));
  switch (valueKind(field)) {
    case 'number':
      return fc.oneof(
        fc.constantFrom(...numbers),
        fc.integer({ min: -20, max: 20 }),
        fc.constantFrom(...numbers).map((amount) => ({ amount, currency: 'USD' })),
      );
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.oneof(fc.constantFrom(...days), fc.constant('$today'));
    case 'instant':
      return fc.oneof(
        fc.constantFrom(...instants),
        fc.constantFrom(...days.slice(0, 10)),
        fc.constant('$now'),
      );
    case 'identifier':
    case 'list':
      return fc.oneof(fc.constantFrom(...ids), fc.constant('$actor'));
    default:
      return fc.constantFrom(...texts);
  }
}
