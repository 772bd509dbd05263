import type { QueryKey } from '@tanstack/react-query';
import type { Meta } from '#kernel/meta.ts';
import type { ChangeEvent } from './live-events.ts';

/** Objects whose records show the name of records of this one. */
export function objectsShowing(meta: Meta, object: string): ReadonlySet<string> {
  const showing = meta.objects.filter(({ fields }) =>
    fields.some(({ targets, type }) => targets?.includes(object) || (type === 'user' && object === 'user')),
  );
  return new Set(showing.map(({ name }) => name));
}

/**
 * Whether what a query holds may differ after these changes: everything of the changed objects, the timelines,
 * lists that show the name of a record whose name changed or ask for related records, objects made up of others, and single
 * records whose values are computed from others. Lists are not looked at again for what they compute.
 */
export function isStaleAfter(changes: readonly ChangeEvent[], meta: Meta) {
  const changed = new Set(changes.map(({ object }) => object));
  const renamed = changes.filter(({ object, fields }) => {
    const nameField = meta.objects.find(({ name }) => name === object)?.nameField;
    return nameField !== undefined && fields.includes(nameField);
  });
  const touched = (names: readonly string[] = []) => names.some((name) => changed.has(name));
  const made = new Set(meta.objects.filter(({ unites }) => touched(unites)).map(({ name }) => name));
  const computed = new Set(
    meta.objects.filter(({ computedFrom }) => touched(computedFrom)).map(({ name }) => name),
  );
  const showing = new Set(renamed.flatMap(({ object }) => [...objectsShowing(meta, object)]));
  return (key: QueryKey): boolean => {
    if (key[0] === 'search') return true;
    if (key[0] !== 'records') return false;
    const object = String(key[1]);
    const asked = [...relatedIn(key[3])];
    if (asked.some((name) => changed.has(name) || made.has(name))) return true;
    if (computed.has(object) && key[2] === 'one') return true;
    return changed.has(object) || made.has(object) || showing.has(object) || key[2] === 'timeline';
  };
}

/** The objects of whose records a question asks whether they are related. */
function* relatedIn(asked: unknown): Generator<string> {
  if (typeof asked !== 'object' || asked === null) return;
  for (const [key, value] of Object.entries(asked)) {
    if (key === 'has') yield String((value as { readonly object?: unknown } | null)?.object);
    yield* relatedIn(value);
  }
}
