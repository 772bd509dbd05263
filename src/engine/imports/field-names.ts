import { cardHeads, cardParts } from '#kernel/card.ts';
import type { Texts } from '#kernel/module.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { plainHeading } from './heading.ts';

/** Every way a field of an object is called: its name, its labels and what files call it, in all languages. */
export function fieldNames(registry: Registry, object: ObjectModel): ReadonlyMap<string, readonly string[]> {
  const texts = textsOf(registry, object);
  return new Map(
    [...object.fields.keys()].map((name) => {
      const called = texts.flatMap((text) => [at(text, 'fields', name), ...listAt(text, 'aliases', name)]);
      const parts = cardParts.filter((part) => object.declaration.card?.[part] === name);
      const heads = parts.map((part) => cardHeads[part]);
      return [
        name,
        [...new Set([name, ...called, ...heads].filter((each) => each !== undefined).map(plainHeading))],
      ];
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
      const called = texts.flatMap((text) => [
        at(text, 'choices', field, value),
        ...listAt(text, 'choiceAliases', field, value),
      ]);
      return [value, [value, ...called].filter((each) => each !== undefined).map(plainHeading)];
    }),
  );
}

/** The texts about an object in all languages, of its own module and of those that add to it. */
function textsOf(registry: Registry, object: ObjectModel): readonly Texts[] {
  return [
    ...Object.values(object.texts ?? {}),
    ...registry.modules
      .flatMap(({ locales }) => Object.values(locales))
      .map((texts) => found(texts, ['objects', object.name])),
  ].filter((own) => typeof own === 'object') as readonly Texts[];
}

function at(texts: Texts, ...path: readonly string[]): string | undefined {
  const text = found(texts, path);
  return typeof text === 'string' ? text : undefined;
}

function listAt(texts: Texts, ...path: readonly string[]): readonly string[] {
  const list = found(texts, path);
  return Array.isArray(list) ? list : [];
}

function found(texts: Texts, path: readonly string[]): unknown {
  let value: unknown = texts;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? (value as Texts)[key] : undefined;
  return value;
}
