import type { ObjectModel, Registry } from './registry.ts';

/** What names of before are called now; a name that was never another is itself. */
export interface FormerNames {
  object(name: string): string;
  /** A field of an object, both as they are called now. */
  field(object: string, name: string): string;
  /** Every name under which entries of an object may be found. */
  namesOf(object: string): readonly string[];
}

const known = new WeakMap<Registry, FormerNames>();

/** The former names that the declarations of a product tell. What was written under them, such as a log, stays as it is. */
export function formerNames(registry: Registry): FormerNames {
  const names = known.get(registry) ?? gather(registry);
  known.set(registry, names);
  return names;
}

function gather({ objects }: Registry): FormerNames {
  const present = new Map(
    [...objects.values()].flatMap(({ name, declaration }) =>
      declaration.formerly.filter((former) => !objects.has(former)).map((former) => [former, name] as const),
    ),
  );
  const fields = new Map([...objects.values()].map((object) => [object.name, formerFields(object)]));
  return {
    object: (name) => present.get(name) ?? name,
    field: (object, name) => fields.get(object)?.get(name) ?? name,
    namesOf: (object) => [
      object,
      ...[...present].filter(([, now]) => now === object).map(([former]) => former),
    ],
  };
}

function formerFields({ fields }: ObjectModel): ReadonlyMap<string, string> {
  return new Map(
    [...fields].flatMap(([name, { formerly = [] }]) =>
      formerly.filter((former) => !fields.has(former)).map((former) => [former, name] as const),
    ),
  );
}
