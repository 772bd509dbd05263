import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { choiceNames } from './field-names.ts';
import { plainHeading } from './heading.ts';

/** Reads choices by their value or by what they are called in any language. */
export class ChoiceReader {
  readonly #registry: Registry;
  readonly #object: ObjectModel;
  readonly #fields = new Map<string, ReadonlyMap<string, string>>();

  constructor(registry: Registry, object: ObjectModel) {
    this.#registry = registry;
    this.#object = object;
  }

  /** The value that a text stands for; undefined when it stands for none. */
  read(field: string, text: string): string | undefined {
    return this.names(field).get(plainHeading(text));
  }

  /** Values by everything that they are called. */
  names(field: string): ReadonlyMap<string, string> {
    let known = this.#fields.get(field);
    if (known === undefined) {
      const pairs = [...choiceNames(this.#registry, this.#object, field)];
      known = new Map(pairs.flatMap(([value, called]) => called.map((name) => [name, value] as const)));
      this.#fields.set(field, known);
    }
    return known;
  }
}
