import fc from 'fast-check';
import { hostileText, hostileValue } from '#test/http/hostile-values.ts';

/** A value with one thing wrong somewhere in it: a part changed, taken away or added. */
export function spoilt(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(1000), hostileValue, hostileText, fc.constantFrom('change', 'remove', 'add'))
    .map(([value, where, other, name, how]) => {
      const copy = structuredClone(value);
      const places = placesIn(copy);
      const place = places[where % places.length];
      if (place === undefined) return other;
      const { holder, key } = place;
      if (how === 'change') holder[key] = other;
      else if (how === 'remove') delete holder[key];
      else Object.defineProperty(holder, name, { value: other, enumerable: true, configurable: true });
      return copy;
    });
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
