import type { Texts } from '#kernel/module.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { plainHeading } from './heading.ts';

/** Every way a field of an object is called: its name, its labels and what files call it, in all languages. */
export function fieldNames(registry: Registry, object: ObjectModel): ReadonlyMap<string, readonly string[]> {
  const texts = textsOf(registry, object);
  return new Map(
    [...object.fields.keys()].map((name) => {
      const called = texts.flatMap((text) => [at(text, 'fields', name), ...aliases(text, name)]);
      return [name, [...new Set([name, ...called].filter((each) => each !== undefined).map(plainHeading))]];
    }),
  );
}

/** Every way the object is called. */
export function objectNames(registry: Registry, object: ObjectModel): readonly string[] {
  const called = textsOf(registry, object).flatMap((text) => [at(text, 'label'), at(text, 'plural')]);
  return [
    ...new Set(
      [object.name, `${object.name}s`, ...called].filter((each) => each !== undefined).map(plainHeading),
    ),
  ];
}

/** What the choices of a field are called, by value, in all languages. */
export function choiceNames(
  registry: Registry,
  object: ObjectModel,
  field: string,
): ReadonlyMap<string, readonly string[]> {
  const texts = textsOf(registry, object);
  const choices = object.fields.get(field)?.choices ?? [];
  return new Map(
    choices.map(({ value }) => {
      const called = texts.map((text) => at(text, 'choices', field, value));
      return [value, [value, ...called].filter((each) => each !== undefined).map(plainHeading)];
    }),
  );
}

function textsOf(registry: Registry, object: ObjectModel): readonly Texts[] {
  const module = registry.modules.find(({ name }) => name === object.module);
  return Object.values(module?.locales ?? {}).flatMap((texts) => {
    const objects = texts.objects;
    const own = typeof objects === 'object' ? (objects as Texts)[object.name] : undefined;
    return typeof own === 'object' ? [own as Texts] : [];
  });
}

function at(texts: Texts, ...path: readonly string[]): string | undefined {
  let found: unknown = texts;
  for (const key of path)
    found = typeof found === 'object' && found !== null ? (found as Texts)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function aliases(texts: Texts, field: string): readonly string[] {
  const all: unknown = texts.aliases;
  const own: unknown = typeof all === 'object' && all !== null ? (all as Texts)[field] : undefined;
  return Array.isArray(own) ? (own as readonly string[]) : [];
}
