import type { ObjectModel } from '#kernel/registry.ts';

/** Works out once for each object what follows from its declaration alone. */
export function forEachObject<Result>(
  workOut: (object: ObjectModel) => Result,
): (object: ObjectModel) => Result {
  const known = new WeakMap<ObjectModel, { readonly result: Result }>();
  return (object) => {
    const kept = known.get(object) ?? { result: workOut(object) };
    known.set(object, kept);
    return kept.result;
  };
}
