import type { Complaint } from '#kernel/problem.ts';
import type { Entry } from './configuration.ts';
import type { ConfiguredObject } from './configured-objects.ts';
import type { StoredEntries } from './stored-entries.ts';

/** What an entry refers to in one of its fields. */
export interface Referred {
  readonly field: string;
  readonly object: string;
  readonly called: string;
}

/** By object, the names by which its records can be referred to. */
export type NamesOf = ReadonlyMap<string, ReadonlySet<unknown>>;

/** What is there, and what is to be made. */
export function namesOf(
  stored: ReadonlyMap<string, StoredEntries>,
  wanted: Readonly<Record<string, readonly Entry[]>>,
): NamesOf {
  return new Map(
    [...stored].map(([object, { called, names }]) => {
      const [only = '', another] = names;
      const made = another === undefined ? (wanted[object] ?? []) : [];
      return [object, new Set<unknown>([...called.values(), ...made.map((entry) => entry[only])])];
    }),
  );
}

/** The references of an entry, as far as they are written as references are. */
export function referredTo({ fields }: ConfiguredObject, entry: Entry): readonly Referred[] {
  return fields.flatMap(([field, { type, target = '' }]) => {
    const value = entry[field] ?? null;
    if (value === null) return [];
    if (type === 'reference') return [{ field, object: target, called: String(value) }];
    if (type !== 'regarding') return [];
    const { object, name } = value as { readonly object?: unknown; readonly name?: unknown };
    return [{ field, object: String(object), called: String(name) }];
  });
}

export function referenceFaults(
  configured: ConfiguredObject,
  entry: Entry,
  known: NamesOf,
  at: string,
): readonly Complaint[] {
  return referredTo(configured, entry)
    .filter(({ object, called }) => known.get(object)?.has(called) !== true)
    .map(({ field }) => ({ field: `${at}.${field}`, code: 'noSuchRecord' }));
}
