import Big from 'big.js';
import type { ValueKind } from '../field/value-kind.ts';

/**
 * Orders two values of one kind: negative, zero or positive. Text goes by code point, as PostgreSQL's "C" collation
 * does, so that memory and SQL agree on every machine.
 */
export function compare(kind: ValueKind, left: unknown, right: unknown): number {
  switch (kind) {
    case 'number':
      return number(left).cmp(number(right));
    case 'instant':
      return Date.parse(String(left)) - Date.parse(String(right));
    case 'boolean':
      return Number(left) - Number(right);
    default:
      return byCodePoint(String(left), String(right));
  }
}

/** A number, decimal string or money's amount as an exact decimal. */
export function number(value: unknown): Big {
  return new Big(
    typeof value === 'object' && value !== null && 'amount' in value
      ? String(value.amount)
      : (value as string | number),
  );
}

function byCodePoint(left: string, right: string): number {
  const [first, second] = [[...left], [...right]];
  for (let index = 0; index < Math.min(first.length, second.length); index++) {
    const difference = (first[index]?.codePointAt(0) ?? 0) - (second[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
