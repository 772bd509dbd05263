import type { NamesInside } from './field/field.ts';
import { targetOf, withNames } from './names-inside.ts';
import type { Naming } from './naming.ts';
import type { Registry } from './registry.ts';

/** A field of which a value speaks, or a choice of that field. */
export interface Mention {
  readonly object: string;
  readonly field: string;
  readonly choice?: string;
}

/** The fields and choices of which a value of a record speaks: found on the same way on which names are rewritten. */
export function mentionsIn(
  registry: Registry,
  names: NamesInside,
  record: Readonly<Record<string, unknown>>,
  value: unknown,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const noting: Naming = {
    object: (name) => name,
    path(object, path) {
      mentions.push(...stepsOf(registry, object, path));
      return path;
    },
    target: (object, path) => targetOf(registry, object, path),
    choice(object, path, given) {
      const last = stepsOf(registry, object, path).at(-1);
      if (last !== undefined) mentions.push(...textsIn(given).map((choice) => ({ ...last, choice })));
    },
  };
  withNames(noting, names, record, value);
  return mentions;
}

/** The fields that a path passes, as far as it can be followed. */
function stepsOf(registry: Registry, object: string, path: string): readonly Mention[] {
  const [field = '', ...rest] = path.split('.');
  const target = rest.length === 0 ? undefined : targetOf(registry, object, field);
  const further = target === undefined ? [] : stepsOf(registry, target, rest.join('.'));
  return [{ object, field }, ...further];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
