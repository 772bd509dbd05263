import type { Expression } from '#kernel/expression/expression.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';

/** A condition of a policy or a rule, which may ask what the person himself may not see. */
export function conditionOn(registry: Registry, object: ObjectModel, where: unknown): Expression {
  return parseWhere(where, {
    field: (path) => resolvePath(registry, object, path)?.field,
    today: '2000-01-01',
    timeZone: 'UTC',
    currency: '',
    currencies: [],
  });
}
