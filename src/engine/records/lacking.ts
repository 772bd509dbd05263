import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { conditionsOn } from './conditions-on.ts';
import type { Context } from './context.ts';
import { forEachObject } from './for-each-object.ts';
import type { Values } from './record-values.ts';

/**
 * Required fields that would be empty. A record from before a field was required may go on lacking it until somebody
 * touches that field, or a field on which it depends whether it is required.
 */
export function lacking(
  context: Context,
  object: ObjectModel,
  after: Values,
  changed: ReadonlySet<string>,
  creating: boolean,
): readonly Complaint[] {
  const empty = demanded(object).filter(([name]) => (after[name] ?? null) === null);
  if (empty.length === 0) return [];
  const holds = conditionsOn(context, object, after);
  const touched = (name: string) => creating || changed.has(name);
  return empty
    .filter(
      ([name, { required, requiredWhen }]) =>
        (required && touched(name)) ||
        ((requiredWhen ?? null) !== null &&
          [name, ...namesIn(requiredWhen)].some(touched) &&
          holds(requiredWhen)),
    )
    .map(([name]) => ({ field: name, code: 'required' }));
}

/** The fields that are required, always or at times. */
const demanded = forEachObject(({ fields }) =>
  [...fields].filter(
    ([, { required, requiredWhen, type }]) =>
      (required || (requiredWhen ?? null) !== null) && type !== 'autoNumber',
  ),
);

/** The fields that a condition reads, by the keys under which it asks for them. */
function namesIn(where: unknown): readonly string[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([key, value]) =>
    ['and', 'or', 'not'].includes(key) ? [value].flat().flatMap(namesIn) : [key],
  );
}
