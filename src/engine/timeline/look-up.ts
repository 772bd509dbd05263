import { objectNamed } from '#kernel/registry.ts';
import { fieldRight, mayEver } from '../access/rights.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { recordJson } from '../records/record-json.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

/** Records of which the name, and records of which everything is wanted. */
export interface Wanted {
  readonly names: readonly (readonly [object: string, id: string])[];
  readonly records: readonly (readonly [object: string, id: string])[];
}

export interface Known {
  /** Undefined when the actor may not see the record. */
  name(object: string, id: string): string | undefined;
  record(object: string, id: string): unknown;
}

/** Fetches names and records of many objects in one statement; what lies in the bin keeps its name. */
export async function lookUp(context: Context, wanted: Wanted): Promise<Known> {
  const ids = grouped(wanted.names);
  const whole = grouped(wanted.records);
  const objects = [...ids.keys()].filter((name) => {
    const object = context.registry.objects.get(name);
    return object !== undefined && mayEver(context.registry, object, 'read', context.actor);
  });
  const names = new Map<string, string>();
  const records = new Map<string, unknown>();
  if (objects.length > 0) {
    const parts = objects.map((object) => part(context, object, whole.has(object)));
    const statement = compileStatement(join(parts, ' union all '));
    const values = Object.fromEntries(
      objects.flatMap((object) => [
        [`ids ${object}`, [...(ids.get(object) ?? [])]],
        [`whole ${object}`, [...(whole.get(object) ?? [])]],
      ]),
    );
    for (const [object, id, name, record] of await context.database.run(
      statement.text,
      bind(statement, bindingOf(context, values)),
    )) {
      names.set(`${object} ${id}`, name ?? '');
      if (record) records.set(`${object} ${id}`, JSON.parse(record));
    }
  }
  return {
    name: (object, id) => names.get(`${object} ${id}`),
    record: (object, id) => records.get(`${object} ${id}`),
  };
}

function part(context: Context, objectName: string, withRecords: boolean): Fragment {
  const object = objectNamed(context.registry, objectName);
  const scope = new Scope(context, object, 't');
  const name = scope.column(object.declaration.nameField);
  const record = withRecords
    ? sql`case when t.id = any(${argument(`whole ${objectName}`)}::uuid[]) then ${recordJson(scope, shownPaths(context, objectName))}::text end`
    : raw('null::text');
  const [live, binned] = [scope.condition('read'), scope.condition('read', 'bin')];
  return sql`select '${raw(objectName)}', t.id, (${name})::text, ${record} from ${scope.table()} t${scope.joins()} where t.id = any(${argument(`ids ${objectName}`)}::uuid[]) and ((${live}) or (${binned}))`;
}

/** Every readable field; references with the name of what they point to. */
function shownPaths(context: Context, objectName: string): readonly string[] {
  const object = objectNamed(context.registry, objectName);
  return [...object.allFields]
    .filter(
      ([name, field]) => field.type !== 'rollup' && fieldRight(object, name, context.actor) !== 'hidden',
    )
    .map(([name, field]) => {
      const target = field.type === 'user' ? context.registry.people : field.target;
      const single = (field.type === 'reference' || field.type === 'user') && name !== 'id';
      const nameField = context.registry.objects.get(target ?? '')?.declaration.nameField;
      return single && nameField !== undefined ? `${name}.${nameField}` : name;
    });
}

function grouped(pairs: Wanted['names']): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [object, id] of pairs) groups.set(object, (groups.get(object) ?? new Set()).add(id));
  return groups;
}
