import { createHash } from 'node:crypto';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import type { United } from '#kernel/union.ts';
import { columnsOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import type { Change } from './change.ts';

const stamps = [
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'deletedWith',
];

export interface ViewPlan {
  /** Before tables change: a view holds on to the columns that it shows. */
  readonly before: readonly Change[];
  readonly after: readonly Change[];
}

/**
 * Takes away and makes the views of objects that unite others: those that are missing or have changed, or all of them
 * when columns change. `live` are the marks of the views that are there.
 */
export function planViews(
  registry: Registry,
  schema: string,
  live: ReadonlyMap<string, string | null>,
  all: boolean,
): ViewPlan {
  const wanted = [...registry.objects.values()]
    .filter(({ declaration }) => (declaration.unites ?? []).length > 0)
    .map((object) => wantedView(registry, schema, object));
  const stale = wanted.filter(({ name, mark }) => all || live.get(name) !== mark);
  const ours = [...live].filter(([, mark]) => /^[0-9a-f]{16}$/.test(mark ?? '')).map(([name]) => name);
  const gone = ours.filter((name) => !wanted.some((view) => view.name === name));
  const dropped = [...gone, ...stale.map(({ name }) => name).filter((name) => live.has(name))];
  return {
    before: dropped.map((name) => ({
      sentence: `Take away the view ${name}${gone.includes(name) ? ', that nothing asks for any more' : ' to make it anew'}.`,
      statements: [`drop view ${quoted(schema)}.${quoted(name)}`],
    })),
    after: stale.map(({ name, query, mark }) => {
      const place = `${quoted(schema)}.${quoted(name)}`;
      return {
        sentence: `Make the view ${name}.`,
        statements: [`create view ${place} as ${query}`, `comment on view ${place} is '${mark}'`],
      };
    }),
  };
}

function wantedView(registry: Registry, schema: string, object: ObjectModel) {
  const { unites = [] } = object.declaration;
  const query = unites.map((part) => selection(registry, schema, object, part)).join(' union all ');
  return { name: object.name, query, mark: createHash('sha256').update(query).digest('hex').slice(0, 16) };
}

function selection(registry: Registry, schema: string, object: ObjectModel, part: United): string {
  const other = objectNamed(registry, part.object);
  const columns = [...object.fields].flatMap(([name, field]) => {
    const own = columnsOf(name, field);
    if (part.itself === name)
      return [`id as ${quoted(name)}`, `'${other.name}' as ${quoted(`${name}Object`)}`];
    const given = part.values?.[name];
    if (given !== undefined) return [`'${given}'::text as ${quoted(name)}`];
    const source = part.fields?.[name] ?? name;
    const theirs = other.fields.get(source);
    const columnsThere = theirs === undefined ? [] : columnsOf(source, theirs);
    return own.map((column, index) => {
      const found = columnsThere[index];
      const sign = index === 0 && part.negated?.includes(name) ? '-' : '';
      return `${found === undefined ? 'null' : sign + quoted(found.name)}::${column.type} as ${quoted(column.name)}`;
    });
  });
  const conditions = Object.entries(part.where ?? {}).map(
    ([name, values]) => ` and ${quoted(name)} in (${values.map((value) => `'${value}'`).join(', ')})`,
  );
  return `select ${[...stamps.map(quoted), ...columns].join(', ')} from ${quoted(schema)}.${quoted(other.name)} where true${conditions.join('')}`;
}
