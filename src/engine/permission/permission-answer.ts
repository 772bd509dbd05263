import type { PermissionWish } from '#kernel/permission.ts';
import { asWhole, type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { type Fragment, identifier, quoted, raw, sql } from '../sql/fragment.ts';

type Reader = Pick<Context, 'registry' | 'workspace'>;

/**
 * SQL for what the ledger of permissions says of a use of the people under `alias`: the latest entry about a person for
 * the purpose and the way counts, under whichever records he is known; who wishes to be left alone is. Nobody's rights
 * change the answer.
 */
export function permissionAnswer(
  reader: Reader,
  { name }: ObjectModel,
  alias: string,
  { purpose, way }: PermissionWish,
): Fragment {
  // Also what modules hold that the company has switched off: a word that was given stays given.
  const whole = asWhole(reader);
  const { registry, workspace } = whole;
  const ledger = registry.purposes.get('permission');
  if (ledger === undefined) return sql`'unasked'::text`;
  const selves = `${alias}_selves`;
  const entry = `${alias}_entry`;
  const e = (column: string) => raw(`${entry}.${quoted(column)}`);
  // Found by the person, of whom little was said, and never by the purpose, for which everybody was asked.
  const latest = sql`select case when ${e('decision')} <> 'given' then 'withdrawn' when ${e('expiresOn')} < ${{ slot: 'today' }}::date then 'expired' else 'permitted' end
    from (select * from ${identifier(workspace.schema, ledger.name)} l where l.subject = any(${raw(selves)}.ids) and l."deletedAt" is null offset 0) ${raw(entry)}
    where ${e('purpose')} = ${purpose}
      and (coalesce(cardinality(${e('ways')}), 0) = 0 or ${way} = any(${e('ways')}))
    order by ${e('givenAt')} desc, ${e('id')} desc limit 1`;
  return sql`(select case when ${leftAlone(whole, selves)} then 'refuses' else coalesce((${latest}), 'unasked') end
    from (select ${selvesOf(whole, objectNamed(registry, name), alias)} as ids offset 0) ${raw(selves)})`;
}

/** Whether the use is permitted, as a field shows it and a filter asks. */
export function permittedColumn(
  reader: Reader,
  object: ObjectModel,
  alias: string,
  wish: PermissionWish,
): Fragment {
  return sql`(${permissionAnswer(reader, object, alias, wish)} = 'permitted')`;
}

/** The ids under which the person is known: his own, those that his record names, and those of records that name it. */
function selvesOf({ registry, workspace }: Reader, object: ObjectModel, alias: string): Fragment {
  const same = object.declaration.personal?.same ?? [];
  const named = ['id', ...same].map((name) => `${alias}.${quoted(name)}`);
  const naming = object.inverses
    .filter(({ object: other, name }) =>
      registry.objects.get(other)?.declaration.personal?.same?.includes(name),
    )
    .map(
      ({ object: other, name }, index) =>
        `select ${alias}_n${index}.id from ${quoted(workspace.schema)}.${quoted(other)} ${alias}_n${index} where ${alias}_n${index}.${quoted(name)} = ${alias}.id and ${alias}_n${index}."deletedAt" is null`,
    );
  const others = naming.length === 0 ? '' : ` || array(${naming.join(' union all ')})`;
  return raw(`array[${named.join(', ')}]::uuid[]${others}`);
}

/** Whether any of the person's records says that he wishes to be left alone. */
function leftAlone({ registry, workspace }: Reader, selves: string): Fragment {
  const asked = [...registry.objects.values()].flatMap(({ name, declaration }) => {
    const { refuses } = declaration.personal ?? {};
    if (refuses === undefined) return [];
    return `exists (select 1 from ${quoted(workspace.schema)}.${quoted(name)} ${selves}_r where ${selves}_r.id = any(${selves}.ids) and ${selves}_r.${quoted(refuses)} and ${selves}_r."deletedAt" is null)`;
  });
  return raw(asked.length === 0 ? 'false' : asked.join(' or '));
}
