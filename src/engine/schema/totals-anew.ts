import { isDeepStrictEqual } from 'node:util';
import type { ObjectModel } from '#kernel/registry.ts';
import type { HeldObject } from './held-object.ts';

/** Kept totals of an object that has records: new ones, or of something else than the last migration noted. */
export interface TotalsAnew {
  readonly object: ObjectModel;
  readonly names: readonly string[];
}

export function totalsAnew(held: readonly HeldObject[]): readonly TotalsAnew[] {
  return held
    .filter(({ table }) => table !== undefined)
    .map(({ object, fields }) => ({
      object,
      names: fields
        .filter(({ field, stored }) => field.total && !isDeepStrictEqual(stored?.total, field.total))
        .map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}

/** What is added up anew, in words. */
export function totalsSentence(totals: TotalsAnew): string {
  return `Add up ${pathsOf(totals)} anew.`;
}

/** The fields by their names. */
export function pathsOf({ object, names }: TotalsAnew): string {
  return names.map((name) => `${object.name}.${name}`).join(' and ');
}
