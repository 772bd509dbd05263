import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { fieldRight, mayEver } from '../access/rights.ts';
import { labelsOf } from '../http/labels.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { PlanCache } from '../records/plan-cache.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { isActivity } from '../timeline/around.ts';
import { lookUp } from '../timeline/look-up.ts';
import { presentObject } from '../timeline/present-object.ts';

/** What others did to one record since the actor had it before him. */
export interface UnseenChanges {
  readonly object: string;
  readonly record: { readonly id: string; readonly name: string };
  /** When the actor looked last. */
  readonly since: string;
  /** When the latest of it happened, and who did it; null when it was the system. */
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  /** What the fields are called that have other values. */
  readonly fields: readonly string[];
  /** What was put down about it: short names of objects and how many. */
  readonly activities: Readonly<Record<string, number>>;
}

/** Records looked at last, of which changes are told; how far back, and how many changes at most. */
const limits = { records: 100, days: 30, changes: 500 };

const plans = new PlanCache<Statement>();

/** One change of a record, or one activity that regards it. */
interface Happened {
  readonly object: string;
  readonly record: string;
  readonly since: string;
  readonly at: string;
  readonly actor: string | null;
  /** Names of the fields that changed; absent for an activity. */
  readonly fields: readonly string[] | null;
  readonly activity: string | null;
}

/**
 * What others did to the records that the actor looked at last, the latest first: two statements, one that finds it and
 * one for names. Of records and fields that he may no longer see nothing is told, not even that something happened.
 */
export async function unseenChanges(context: Context): Promise<readonly UnseenChanges[]> {
  if (context.actor.id === null) return [];
  const statement = plans.get(context, 'unseen', () => unseenStatement(context));
  const earliest = formatInstant(context.now - limits.days * 86_400_000);
  const rows = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { person: context.actor.id, earliest })),
  );
  const happened = rows.map(([json]) => JSON.parse(json as string) as Happened);
  const told = happened.flatMap((each) => visible(context, each));
  const names = told.flatMap(({ object, record, actor }): [string, string][] => [
    [object, record],
    ...(actor === null ? [] : [[context.registry.people, actor] as [string, string]]),
  ]);
  const known = await lookUp(context, { names, records: [] });
  const records = Map.groupBy(told, ({ object, record }) => `${object} ${record}`);
  return [...records.values()].flatMap((all): UnseenChanges[] => {
    const [latest] = all as [Happened];
    const { object, record: id, since, at, actor } = latest;
    const name = known.name(object, id);
    if (name === undefined) return [];
    const by = actor === null ? null : { id: actor, name: known.name(context.registry.people, actor) ?? '' };
    const fields = [...new Set(all.flatMap((each) => each.fields ?? []))];
    return [
      {
        ...{ object, record: { id, name }, since, at, actor: by, count: all.length },
        fields: fields.map((field) =>
          labelsOf(context.registry, context.actor.locale).field(
            objectNamed(context.registry, object),
            field,
          ),
        ),
        activities: countsOf(all),
      },
    ];
  });
}

function countsOf(all: readonly Happened[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { activity } of all) if (activity !== null) counts[activity] = (counts[activity] ?? 0) + 1;
  return counts;
}

/** With the fields alone that the actor may see; a change of others is none to him. */
function visible({ registry, actor }: Context, happened: Happened): readonly Happened[] {
  const object = registry.objects.get(happened.object);
  if (object === undefined) return [];
  if (happened.fields === null) return [happened];
  const fields = happened.fields.filter((name) => {
    const field = object.fields.get(name);
    return field !== undefined && field.bookkeeping !== true && fieldRight(object, name, actor) !== 'hidden';
  });
  return fields.length === 0 ? [] : [{ ...happened, fields }];
}

function unseenStatement(context: Context): Statement {
  const schema = context.workspace.schema;
  const [look, log] = [identifier(schema, 'look'), identifier(schema, 'event')];
  const since = sql`greatest(m.at, ${argument('earliest')}::timestamptz)`;
  const changes = sql`select m.object, m.record, m.at as since, e.at, e.actor, (select json_agg(k) from jsonb_object_keys(e.changes) k) as fields, null::text as activity
    from mine m join ${log} e on e.record = m.record and ${presentObject(context.registry, 'e.object')} = m.object
    where e.at > ${since} and e.kind <> 'created' and e.actor is distinct from ${argument('person')}::uuid`;
  const activities = [...context.registry.objects.values()]
    .filter((object) => isActivity(object) && mayEver(context.registry, object, 'read', context.actor))
    .flatMap((object) => regarding(context, object, since));
  return compileStatement(sql`with mine as materialized (select object, record, at from ${look} where person = ${argument('person')}::uuid
      order by at desc limit ${raw(String(limits.records))})
    select row_to_json(r) from (${join([changes, ...activities], ' union all ')} order by at desc limit ${raw(String(limits.changes))}) r`);
}

/** Activities of one kind that others put down about the records. */
function regarding(context: Context, activity: ObjectModel, since: Fragment): readonly Fragment[] {
  return [...activity.fields]
    .filter(([, { type }]) => type === 'regarding')
    .map(([name]) => {
      const scope = new Scope(context, activity, 'a');
      const readable = scope.condition('read');
      const [of, record] = [raw(`a.${quoted(`${name}Object`)}`), raw(`a.${quoted(name)}`)];
      return sql`select m.object, m.record, m.at, a."createdAt", a."createdBy", null::json, '${raw(activity.name)}'
        from mine m join ${scope.table()} a on ${record} = m.record and ${of} = m.object${scope.joins()}
        where a."createdAt" > ${since} and a."createdBy" is distinct from ${argument('person')}::uuid and ${readable}`;
    });
}
