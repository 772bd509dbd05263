import { drawnTold, type NotificationKind } from '#kernel/notification.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { placeholdersIn, shownPath } from '#kernel/run-time/text-with-values.ts';
import { mayEver, readableField } from '../access/rights.ts';
import { compile } from '../expression/compile.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { whereOf } from '../records/list-query.ts';
import { recordJson } from '../records/record-json.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import type { StoredNotification } from './stored-notification.ts';

/** What a notification is about, as its reader may see it now. */
export interface RecordTold {
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether it still concerns anybody. */
  readonly concerns: boolean;
}

/** The records of notifications by notification, those that the actor may see, in one statement. */
export async function recordsTold(
  context: Context,
  notifications: readonly StoredNotification[],
): Promise<ReadonlyMap<string, RecordTold>> {
  const groups = Map.groupBy(notifications, groupOf);
  const readable = [...groups.values()].flatMap((own) => {
    const { kind: name, object: objectName, said } = own[0] as StoredNotification;
    const kind = context.registry.notifications.get(name);
    const object = context.registry.objects.get(objectName);
    const may = object !== undefined && mayEver(context.registry, object, 'read', context.actor);
    return kind !== undefined && may ? [{ kind: saying(kind, context, object, said), objectName, own }] : [];
  });
  if (readable.length === 0) return new Map();
  const statement = compileStatement(
    join(
      readable.map(({ kind, objectName }, key) => part(context, key, kind, objectName)),
      ' union all ',
    ),
  );
  const ids = Object.fromEntries(
    readable.map(({ own }, key) => [`ids ${key}`, [...new Set(own.map(({ record }) => record))]]),
  );
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, ids)));
  const found = new Map<string, RecordTold>(
    rows.map(([key, id, values, concerns]) => [
      `${key} ${id}`,
      { values: JSON.parse(values as string), concerns: concerns === 't' || concerns === 'true' },
    ]),
  );
  return new Map(
    readable.flatMap(({ own }, key) =>
      own.flatMap(({ id, record }) => {
        const told = found.get(`${key} ${record}`);
        return told === undefined ? [] : [[id, told]];
      }),
    ),
  );
}

/** Those that read the same of records of one object. */
function groupOf({ kind, object, said }: StoredNotification): string {
  return `${kind} ${object} ${said ?? ''}`;
}

/** The kind, which shows what the company's own words name. */
function saying(
  kind: NotificationKind,
  { registry }: Context,
  object: ObjectModel,
  said: string | null,
): NotificationKind {
  if (said === null) return kind;
  return { ...kind, shows: placeholdersIn(said).map((path) => shownPath(registry, object, path)) as never };
}

function part(context: Context, key: number, kind: NotificationKind, objectName: string): Fragment {
  const object = objectNamed(context.registry, objectName);
  const scope = new Scope(context, object, 't');
  const paths = ['id', object.declaration.nameField, ...(kind.shows ?? [])].filter(
    (path) => readableField(context.registry, object, path, context.actor) !== undefined,
  );
  // Whether it is over is a fact, whatever the reader may see of the record.
  const knowing: Context = { ...context, actor: { ...context.actor, unlimited: true } };
  // What the company says itself may be that a record was deleted.
  const seen =
    kind.name === drawnTold.name
      ? sql`(${scope.condition('read')} or ${scope.condition('read', 'bin')})`
      : scope.condition('read');
  const concerns = compile(whereOf(knowing, object, kind.while), scope);
  return sql`select '${raw(String(key))}', t.id::text, ${recordJson(scope, paths)}::text, (${concerns})::boolean::text from ${scope.table()} t${scope.joins()} where t.id = any(${argument(`ids ${key}`)}::uuid[]) and ${seen}`;
}
