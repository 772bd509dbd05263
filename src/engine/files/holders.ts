import { mayEver, readableField } from '../access/rights.ts';
import type { Context } from '../records/context.ts';
import { forEachObject } from '../records/for-each-object.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';

/** Whether a record that the actor may read holds the file, in a field that he may read: a condition. */
export function heldVisibly(context: Context): Fragment {
  const { registry, actor } = context;
  const holders = [...registry.objects.values()].flatMap((object) => {
    const fields = fileFields(object).filter(
      (name) => readableField(registry, object, name, actor) !== undefined,
    );
    if (fields.length === 0 || !mayEver(registry, object, 'read', actor)) return [];
    const scope = new Scope(context, object, 'h');
    const readable = scope.condition('read');
    const holds = join(
      fields.map((name) => sql`h.${raw(quoted(name))} @> ${argument('held')}::jsonb`),
      ' or ',
    );
    return [sql`exists (select 1 from ${scope.table()} h${scope.joins()} where (${holds}) and ${readable})`];
  });
  return holders.length === 0 ? raw('false') : sql`(${join(holders, ' or ')})`;
}

/** The argument `held` of the condition. */
export function heldArgument(id: string): string {
  return JSON.stringify([{ id }]);
}

export const fileFields = forEachObject(({ fields }): readonly string[] =>
  [...fields].filter(([, field]) => field.type === 'file').map(([name]) => name),
);
